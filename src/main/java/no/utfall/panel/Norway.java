package no.utfall.panel;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.utfall.figure.Frame;

/**
 * The built-in codes of Norwegian municipalities and counties with their changes, 2013–2024, from the lists and change
 * lists of Statistics Norway (KLASS 131 and 104). Nothing is read before it is asked for.
 */
public enum Norway {
  KOMMUNE("kommune", "kommuner.csv", "kommuneendringer.csv"),
  FYLKE("fylke", "fylker.csv", "fylkesendringer.csv");

  /** The lists say nothing of earlier years. */
  public static final int FIRST_YEAR = 2013;

  /** The year of the last change; codes of this year hold until told otherwise. */
  public static final int LAST_YEAR = 2024;

  /** The code of "not stated" in official tables, which is no municipality. */
  public static final String NOT_STATED = "9999";

  /** Codes that stand among those of municipalities in official tables, with what they mean. */
  public static final Map<String, String> OUTSIDE =
      Map.of(NOT_STATED, "'not stated'", "2111", "Longyearbyen on Svalbard");

  private final String code;
  private final String list;
  private final String changes;

  Norway(String code, String list, String changes) {
    this.code = code;
    this.list = list;
    this.changes = changes;
  }

  public static Optional<Norway> find(String code) {
    return Stream.of(values()).filter(level -> level.code.equals(code)).findFirst();
  }

  public String code() {
    return code;
  }

  public UnitList units() {
    return Lists.of(this).units();
  }

  /** All that are built in. */
  public static List<UnitList> lists() {
    return Stream.of(values()).map(Norway::units).toList();
  }

  public CodeChanges changes() {
    return Lists.of(this).changes();
  }

  private record Lists(UnitList units, CodeChanges changes) {

    static Lists of(Norway level) {
      Lists lists = Read.ALL.get(level);
      if (lists == null) {
        throw new IllegalStateException("no lists of " + level.code);
      }
      return lists;
    }

    private static Lists read(Norway level) {
      Frame codes = CodeFile.table(level.list);
      Frame steps = CodeFile.table(level.changes);
      List<CodeChanges.Step> changes = new ArrayList<>();
      for (int row = 0; row < steps.rows(); row++) {
        String weight = steps.text("weight").get(row);
        String lastYear = steps.text("last_year").get(row);
        changes.add(new CodeChanges.Step(
            steps.text("from_code").get(row),
            steps.text("to_code").get(row),
            Integer.parseInt(steps.text("year").get(row)),
            weight.isEmpty() ? Double.NaN : Double.parseDouble(weight),
            lastYear.isEmpty() ? CodeChanges.Step.STEP_BY_STEP : Integer.parseInt(lastYear)));
      }
      return new Lists(UnitList.of(codes), CodeChanges.of(changes));
    }
  }

  private static final class Read {
    static final Map<Norway, Lists> ALL = all();

    private static Map<Norway, Lists> all() {
      Map<Norway, Lists> all = new EnumMap<>(Norway.class);
      for (Norway level : values()) {
        all.put(level, Lists.read(level));
      }
      return all;
    }
  }
}
