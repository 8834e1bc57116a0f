package no.utfall.panel;

/**
 * The built-in codes of Swedish municipalities (four digits), regions ({@code 00xx}) and the country ({@code 0000}), from the
 * list of units of Kolada. They have no years: changes of codes are not followed. Nothing is read before it is asked for.
 */
public final class Sweden {

  private Sweden() {}

  public static UnitList units() {
    return Read.UNITS;
  }

  private static final class Read {
    static final UnitList UNITS = UnitList.of(CodeFile.table("sverige.csv"));
  }
}
