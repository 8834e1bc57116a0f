package no.utfall.sample;

/** Made-up codes and names: 7xxx and a few 00xx; no municipality has had any of them. */
final class Names {

  static final int UNITS = 357;
  static final String[] COUNTIES = {"00", "70", "71", "72", "73", "74", "75", "76", "77", "78", "79"
  };
  static final String[] COUNTY_NAMES = {
    "Storeby",
    "Tåkemark",
    "Uglefylket",
    "Vantefoss",
    "Sneglemark",
    "Kongledal fylke",
    "Måneland",
    "Glimmermark",
    "Viperike",
    "Nypefylket",
    "Ærfuglen"
  };

  private static final int IN_FIRST = 7;
  private static final int IN_OTHERS = 35;
  private static final String[] START = {
    "Alke", "Bever", "Bjelle", "Bringebær", "Dugg", "Einer", "Fiol", "Gaupe", "Glimmer", "Gnist",
        "Havre", "Humle",
    "Kongle", "Kvist", "Lerke", "Måne", "Nype", "Oter", "Perle", "Reve", "Røyskatt", "Sildre",
        "Skjære", "Snegle",
    "Tåke", "Trost", "Ugle", "Vante", "Vipe", "Votte", "Ærfugl", "Østers"
  };
  private static final String[] END = {
    "berg", "bygd", "dal", "elv", "fjell", "fjord", "foss", "haug", "heim", "lia", "lund", "mo",
    "myr", "nes", "sund", "strand", "tun", "vang", "vik", "øy"
  };

  private Names() {}

  /** The code of 2024 at a position in code order. */
  static String code(int index) {
    int county = index < IN_FIRST ? 0 : 1 + (index - IN_FIRST) / IN_OTHERS;
    int number = index < IN_FIRST ? index + 1 : 1 + (index - IN_FIRST) % IN_OTHERS;
    return code(COUNTIES[county], number);
  }

  static String code(String county, int number) {
    return county + (number < 10 ? "0" : "") + number;
  }

  /** Different for every k below 640; the first is the city. */
  static String name(int k) {
    return k == 0 ? "Storeby" : START[k % START.length] + END[(k / START.length + k) % END.length];
  }
}
