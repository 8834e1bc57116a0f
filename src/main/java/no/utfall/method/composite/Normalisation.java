package no.utfall.method.composite;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import no.utfall.math.Sums;
import no.utfall.method.Arithmetic;

/**
 * How an indicator is brought to a scale on which higher is better. An indicator whose lower values are better is turned
 * first: y = −x. With n known values:
 *
 * <ul>
 *   <li>minmax: lo + (hi − lo)(y − min) / (max − min), with the range lo to hi.
 *   <li>zscore: (y − mean) / s, with n − 1.
 *   <li>rank: 1 + how many are below. borda: how many are below. percentile-rank: that over n − 1. Ties share the lowest.
 *   <li>distance-to-best: 1 − (max − y) / (max − min). distance-to-reference: 1 − (y_ref − y) / (y_ref − min).
 *   <li>fraction-of-best: x / max where higher is better, min / x where lower is; needs numbers above 0.
 *   <li>goalposts: as minmax between two posts; beyond them the end of the range.
 * </ul>
 *
 * @see "OECD and JRC (2008), Handbook on Constructing Composite Indicators, doi:10.1787/9789264043466-en. Agrees with
 *     COINr 1.1.14: n_minmax, n_zscore, n_rank, n_borda, n_prank, n_dist2max, n_dist2ref, n_goalposts."
 */
enum Normalisation {
  MINMAX("minmax"),
  ZSCORE("zscore"),
  RANK("rank"),
  PERCENTILE_RANK("percentile-rank"),
  BORDA("borda"),
  DISTANCE_TO_BEST("distance-to-best"),
  DISTANCE_TO_REFERENCE("distance-to-reference"),
  FRACTION_OF_BEST("fraction-of-best"),
  GOALPOSTS("goalposts");

  private final String code;

  Normalisation(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }

  static List<String> codes() {
    return Arrays.stream(values()).map(Normalisation::code).toList();
  }

  static Normalisation of(String code) {
    return Arrays.stream(values()).filter(n -> n.code.equals(code)).findFirst().orElseThrow();
  }

  /** Whether scores lie between the ends of the range, whatever the values are. */
  boolean isBounded() {
    return this == MINMAX || this == GOALPOSTS;
  }

  /**
   * From a value, turned so that higher is better, to a score; rises with it.
   *
   * @param pattern the formula: {0} the value, {1} the score, then the parts
   */
  record Scale(DoubleUnaryOperator of, String pattern, double... parts) {
    double score(double y) {
      return of.applyAsDouble(y);
    }

    String arithmetic(double y) {
      Object[] filled = new Object[2 + parts.length];
      filled[0] = y;
      filled[1] = score(y);
      for (int i = 0; i < parts.length; i++) {
        filled[2 + i] = parts[i];
      }
      return Arithmetic.fill(pattern, filled);
    }
  }

  /**
   * The scale that these values make.
   *
   * @param known turned values, at least one
   * @param lower whether they were turned
   * @param low end of the range
   * @param high end of the range
   * @param reference turned value of the reference unit, for the distance to it
   * @param posts turned, the worse first, for goalposts
   */
  Scale scale(
      double[] known, boolean lower, double low, double high, double reference, double[] posts) {
    double[] sorted = known.clone();
    Arrays.sort(sorted);
    double min = sorted[0];
    double max = sorted[sorted.length - 1];
    double n = sorted.length;
    return switch (this) {
      case MINMAX ->
        new Scale(
            y -> low + (high - low) * (y - min) / (max - min),
            "{2} + ({3} − {2}) · ({0} − {4}) / ({5} − {4}) = {1}",
            low,
            high,
            min,
            max);
      case ZSCORE -> {
        double mean = Sums.of(sorted) / n;
        double squares =
            Sums.of(Arrays.stream(sorted).map(y -> (y - mean) * (y - mean)).toArray());
        double deviation = Math.sqrt(squares / (n - 1));
        yield new Scale(y -> (y - mean) / deviation, "({0} − {2}) / {3} = {1}", mean, deviation);
      }
      case RANK -> new Scale(y -> 1 + below(sorted, y), "1 + #(< {0}) = {1}");
      case BORDA -> new Scale(y -> below(sorted, y), "#(< {0}) = {1}");
      case PERCENTILE_RANK ->
        new Scale(y -> below(sorted, y) / (n - 1), "#(< {0}) / ({2} − 1) = {1}", n);
      case DISTANCE_TO_BEST ->
        new Scale(
            y -> 1 - (max - y) / (max - min), "1 − ({2} − {0}) / ({2} − {3}) = {1}", max, min);
      case DISTANCE_TO_REFERENCE ->
        new Scale(
            y -> 1 - (reference - y) / (reference - min),
            "1 − ({2} − {0}) / ({2} − {3}) = {1}",
            reference,
            min);
      case FRACTION_OF_BEST ->
        lower
            ? new Scale(y -> max / y, "{2} / {0} = {1}", max)
            : new Scale(y -> y / max, "{0} / {2} = {1}", max);
      case GOALPOSTS ->
        new Scale(
            y -> low
                + (high - low) * Math.max(0, Math.min(1, (y - posts[0]) / (posts[1] - posts[0]))),
            "{2} + ({3} − {2}) · max(0, min(1, ({0} − {4}) / ({5} − {4}))) = {1}",
            low,
            high,
            posts[0],
            posts[1]);
    };
  }

  /** Why these values make no scale; empty when they do. */
  String undefined(double[] known, boolean lower, double reference) {
    double min = Arrays.stream(known).min().orElse(Double.NaN);
    double max = Arrays.stream(known).max().orElse(Double.NaN);
    if (this == GOALPOSTS) {
      return "";
    }
    if (this == FRACTION_OF_BEST) {
      return (lower ? max < 0 : min > 0) ? "" : "a value is not above 0";
    }
    if (this == DISTANCE_TO_REFERENCE && !(reference > min)) {
      return "the reference unit has the worst value, or none";
    }
    return min < max ? "" : "all values are equal: they tell the units apart by nothing";
  }

  private static double below(double[] sorted, double y) {
    int at = Arrays.binarySearch(sorted, y);
    if (at < 0) {
      return -at - 1.0;
    }
    while (at > 0 && sorted[at - 1] == y) {
      at--;
    }
    return at;
  }
}
