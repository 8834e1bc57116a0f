package no.utfall.panel;

import java.util.Optional;
import java.util.Set;
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
    NORWAY("norway", "codes of Norway", true, UnitLevel::norwegian),
    /** The list of Kolada: {@code 0000} is the country, {@code 00xx} are regions, groups start with G; two digits are counties. */
    SWEDEN("sweden", "codes of Sweden", true, UnitLevel::swedish),
    /** Two letters of a country and a digit or letter a level below it; EU and EA with what follows are aggregates. */
    NUTS("nuts", "NUTS codes", false, UnitLevel::nuts),
    /** Two digits of a state, five of a county; {@code 000} behind a state is the state. */
    US_FIPS("us-fips", "US FIPS codes", false, UnitLevel::fips);

    private final String id;
    private final String title;
    private final boolean isListed;
    private final Function<String, Optional<UnitLevel>> level;

    Family(String id, String title, boolean isListed, Function<String, Optional<UnitLevel>> level) {
      this.id = id;
      this.title = title;
      this.isListed = isListed;
      this.level = level;
    }

    public static Optional<Family> find(String id) {
      return Stream.of(values()).filter(system -> system.id.equals(id)).findFirst();
    }

    public String title() {
      return title;
    }

    /** Whether a list says which codes there are; otherwise only their form tells the level. */
    public boolean isListed() {
      return isListed;
    }

    /** Empty when the code is none of the system. */
    public Optional<UnitLevel> level(String code) {
      return level.apply(code);
    }
  }

  private static final Pattern NUTS_CODE = Pattern.compile("[A-Z]{2}[0-9A-Z]{0,3}");
  private static final Pattern EUROPE =
      Pattern.compile("(EU|EA|EEA|EFTA)[0-9]*(_[0-9A-Z_]+)?|EU[0-9]+_.*|EEA[0-9]*.*");
  /** Countries with regions of this kind: members, and those that report as members do. */
  private static final Set<String> NUTS_COUNTRIES = Set.of(
      "AL AT BE BG CH CY CZ DE DK EE EL ES FI FR HR HU IE IS IT LI LT LU LV ME MK MT NL NO PL PT RO RS SE SI SK TR UK"
          .split(" "));

  /** States, the District of Columbia (11) and Puerto Rico (72). */
  private static final Set<String> STATES = Set.of(
      ("01 02 04 05 06 08 09 10 11 12 13 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 41 42"
              + " 44 45 46 47 48 49 50 51 53 54 55 56 72")
          .split(" "));

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
    String whole = code.matches("[0-9]{2}") ? "00" + code : code;
    if (!Sweden.units().knows(whole)) {
      return Optional.empty();
    }
    boolean isCounty = !whole.equals(code);
    return Optional.of(
        whole.equals("0000")
            ? COUNTRY
            : isCounty ? COUNTY : whole.startsWith("00") ? REGION : MUNICIPALITY);
  }

  private static Optional<UnitLevel> nuts(String code) {
    if (EUROPE.matcher(code).matches()) {
      return Optional.of(AGGREGATE);
    }
    boolean isArea =
        code.length() == 2 || code.length() > 2 && NUTS_COUNTRIES.contains(code.substring(0, 2));
    if (!NUTS_CODE.matcher(code).matches() || !isArea) {
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
    boolean isState =
        code.length() >= 2 && (STATES.contains(code.substring(0, 2)) || code.startsWith("00"));
    if (!DIGITS.matcher(code).matches() || !isState) {
      return Optional.empty();
    }
    return switch (code.length()) {
      case 2 -> Optional.of(code.equals("00") ? COUNTRY : STATE);
      case 5 -> Optional.of(code.equals("00000") ? COUNTRY : code.endsWith("000") ? STATE : COUNTY);
      default -> Optional.empty();
    };
  }
}
