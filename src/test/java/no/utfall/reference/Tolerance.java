package no.utfall.reference;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far ours may lie from theirs. {@code abs} and {@code rel}: within either is near enough, {@code rel} being
 * |ours − theirs| ≤ rel · max(1e-12, |theirs|). {@code band}: between two of their columns, widened by {@code ranks} or
 * {@code abs}. {@code ranks}: at most so many apart. {@code share-equal}: at least this share of each column is equal.
 */
record Tolerance(
    double abs,
    double rel,
    double ranks,
    double shareEqual,
    boolean exactText,
    Map<String, Band> bands,
    Map<String, Tolerance> columns) {

  private static final String[] KINDS = {"abs", "rel", "ranks", "share-equal", "text"};
  private static final double UNSET = -1;

  /** Two of their columns. */
  record Band(String low, String high) {}

  /** How far one pair of cells lies apart, and how far it may. */
  record Distance(double apart, double allowed, boolean equal) {

    private static final Distance SAME = new Distance(0, 0, true);
    private static final Distance OTHER = new Distance(Double.POSITIVE_INFINITY, 0, false);

    boolean isNear() {
      return apart <= allowed;
    }

    /** How bad it is, in allowances: above 1 is too far. */
    double badness() {
      return apart == 0 ? 0 : apart / allowed;
    }
  }

  static Tolerance of(Yaml node) {
    Yaml.Entries entries = Yaml.entries(node)
        .only("tolerance", "abs", "rel", "ranks", "share-equal", "text", "band", "columns");
    Map<String, Band> bands = new HashMap<>();
    Yaml band = entries.find("band");
    if (band != null) {
      Yaml.entries(band).values().forEach((column, limits) -> bands.put(column, band(limits)));
    }
    Map<String, Tolerance> columns = new HashMap<>();
    Yaml own = entries.find("columns");
    if (own != null) {
      Yaml.entries(own).values().forEach((column, tolerance) -> {
        Yaml.entries(tolerance).only("the tolerance of a column", KINDS);
        columns.put(column, of(tolerance));
      });
    }
    Tolerance tolerance = new Tolerance(
        size(entries, "abs"),
        size(entries, "rel"),
        size(entries, "ranks"),
        size(entries, "share-equal"),
        isExactText(entries),
        bands,
        columns);
    if (!tolerance.says() && bands.isEmpty() && columns.isEmpty()) {
      throw new Yaml.Malformed(
          entries.line(), "a tolerance needs abs, rel, ranks, band, columns or text");
    }
    return tolerance;
  }

  private static Band band(Yaml limits) {
    var columns = Yaml.words(limits);
    if (columns.size() != 2) {
      throw new Yaml.Malformed(limits.line(), "a band is [LOW, HIGH], two of their columns");
    }
    return new Band(columns.get(0), columns.get(1));
  }

  private static double size(Yaml.Entries entries, String kind) {
    Yaml node = entries.find(kind);
    if (node == null) {
      return UNSET;
    }
    double size = Yaml.number(node);
    if (!(size >= 0) || Double.isInfinite(size) || (kind.equals("share-equal") && size > 1)) {
      throw new Yaml.Malformed(node.line(), kind + ": " + Yaml.word(node) + " is out of range");
    }
    return size;
  }

  private static boolean isExactText(Yaml.Entries entries) {
    Yaml node = entries.find("text");
    if (node != null && !Yaml.word(node).equals("exact")) {
      throw new Yaml.Malformed(node.line(), "text: only 'exact' is known");
    }
    return node != null;
  }

  private boolean says() {
    return abs >= 0 || rel >= 0 || ranks >= 0 || exactText;
  }

  /** The tolerance of one of their columns. */
  Tolerance of(String column) {
    return columns.getOrDefault(column, this);
  }

  /** Whether anything is said of this column. */
  boolean covers(String column) {
    return of(column).says() || bands.containsKey(column);
  }

  /** Whether a cell of theirs says that there is no number. */
  boolean isBlank(String theirs, String column) {
    return theirs.isEmpty()
        || (!of(column).exactText && (theirs.equals("NA") || theirs.equals("NaN")));
  }

  /** The distance between two cells, neither of them blank, in the given column and row of theirs. */
  Distance between(String ours, String theirs, String column, Sheet.Row row) {
    if (ours.equals(theirs)) {
      return Distance.SAME;
    }
    if (of(column).exactText) {
      return Distance.OTHER;
    }
    double x = number(ours, "ours");
    double y = number(theirs, column);
    Band band = bands.get(column);
    return band == null ? of(column).around(x, y) : of(column).within(x, y, band, row);
  }

  private Distance around(double x, double y) {
    if (x == y) {
      return Distance.SAME;
    }
    if (Double.isInfinite(x) || Double.isInfinite(y) || Double.isNaN(x)) {
      return Distance.OTHER;
    }
    double allowed =
        Math.max(Math.max(0, ranks), Math.max(abs, rel * Math.max(1e-12, Math.abs(y))));
    return new Distance(Math.abs(x - y), allowed, false);
  }

  private Distance within(double x, double y, Band band, Sheet.Row row) {
    double low = number(row.get(band.low()), band.low());
    double high = number(row.get(band.high()), band.high());
    double outside = Math.max(0, Math.max(low - x, x - high));
    return new Distance(outside, Math.max(0, Math.max(ranks, abs)), x == y);
  }

  /** A number as R and we write it. */
  private static double number(String cell, String column) {
    Double number = find(cell);
    if (number == null) {
      throw new Sheet.Incomparable(
          "'" + cell + "' (" + column + ") is not a number; text is compared with text: exact");
    }
    return number;
  }

  private static @Nullable Double find(String cell) {
    switch (cell) {
      case "Inf", "Infinity":
        return Double.POSITIVE_INFINITY;
      case "-Inf", "-Infinity":
        return Double.NEGATIVE_INFINITY;
      default:
        try {
          return Double.valueOf(cell);
        } catch (NumberFormatException e) {
          return null;
        }
    }
  }
}
