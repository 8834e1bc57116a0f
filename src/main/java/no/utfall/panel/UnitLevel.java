package no.utfall.panel;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How large an area a code stands for. Tables mix countries, counties and municipalities in one column; added up as they
 * stand they count everyone twice.
 */
public enum UnitLevel {
  AGGREGATE("aggregate"),
  COUNTRY("country"),
  REGION("region"),
  COUNTY("county"),
  MUNICIPALITY("municipality"),
  NUTS1("nuts1"),
  NUTS2("nuts2"),
  NUTS3("nuts3"),
  STATE("state"),
  GROUP("group"),
  NOT_STATED("not-stated");

  private final String code;

  UnitLevel(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /** A family of codes whose level can be told from the code, with the list where the form alone does not tell. */
  public enum Family {
    /** KLASS 131 and 104; {@code 0} and {@code EAK} are the country, {@code EAKUO} it without Oslo. */
    NORWAY("norway", UnitLevel::norwegian),
    /** Four digits; {@code 0000} is the country and {@code 00xx} are regions, as in Kolada, where groups start with G. */
    SWEDEN("sweden", UnitLevel::swedish),
    /** Two letters of a country and a digit or letter a level below it; EU and EA with what follows are aggregates. */
    NUTS("nuts", UnitLevel::nuts),
    /** Two digits of a state, five of a county; {@code 000} behind a state is the state. */
    US_FIPS("us-fips", UnitLevel::fips);

    private final String id;
    private final Function<String, Optional<UnitLevel>> level;

    Family(String id, Function<String, Optional<UnitLevel>> level) {
      this.id = id;
      this.level = level;
    }

    public static Optional<Family> find(String id) {
      return Stream.of(values()).filter(system -> system.id.equals(id)).findFirst();
    }

    /** Empty when the code is none of the system. */
    public Optional<UnitLevel> level(String code) {
      return level.apply(code);
    }
  }

  private static final Pattern NUTS_CODE = Pattern.compile("[A-Z]{2}[0-9A-Z]{0,3}");
  private static final Pattern EUROPE =
      Pattern.compile("(EU|EA|EEA|EFTA)[0-9]*(_[0-9A-Z_]+)?|EU[0-9]+_.*|EEA[0-9]*.*");
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  private static Optional<UnitLevel> norwegian(String code) {
    if (code.equals(Norway.NOT_STATED) || code.equals("99")) {
      return Optional.of(NOT_STATED);
    }
    if (code.equals("0") || code.equals("EAK") || code.equals("0000")) {
      return Optional.of(COUNTRY);
    }
    if (code.matches("EAK.+|K?G[0-9]+")) {
      return Optional.of(code.startsWith("EAK") ? AGGREGATE : GROUP);
    }
    if (Norway.KOMMUNE.units().knows(code)) {
      return Optional.of(MUNICIPALITY);
    }
    return Norway.FYLKE.units().knows(code) ? Optional.of(COUNTY) : Optional.empty();
  }

  private static Optional<UnitLevel> swedish(String code) {
    if (code.matches("G[0-9]+")) {
      return Optional.of(GROUP);
    }
    if (!code.matches("[0-9]{4}")) {
      return Optional.empty();
    }
    return Optional.of(
        code.equals("0000") ? COUNTRY : code.startsWith("00") ? REGION : MUNICIPALITY);
  }

  private static Optional<UnitLevel> nuts(String code) {
    if (EUROPE.matcher(code).matches()) {
      return Optional.of(AGGREGATE);
    }
    if (!NUTS_CODE.matcher(code).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (code.length()) {
          case 2 -> COUNTRY;
          case 3 -> NUTS1;
          case 4 -> NUTS2;
          default -> NUTS3;
        });
  }

  private static Optional<UnitLevel> fips(String code) {
    if (!DIGITS.matcher(code).matches()) {
      return Optional.empty();
    }
    return switch (code.length()) {
      case 2 -> Optional.of(code.equals("00") ? COUNTRY : STATE);
      case 5 -> Optional.of(code.equals("00000") ? COUNTRY : code.endsWith("000") ? STATE : COUNTY);
      default -> Optional.empty();
    };
  }
}
