package no.utfall.method.inequality;

import java.util.Optional;
import java.util.stream.IntStream;
import no.utfall.math.WeightedLine;

/**
 * The lowest and highest a measure can be when some values are only known to lie between two limits. Exact: each measure
 * here is a sum, a quotient of sums, or grows with every transfer away from the mean.
 *
 * <p>Sums and quotients are extreme where every value is at one of its limits. A measure of inequality is largest there
 * too, since it is quasi-convex; it is smallest where all values are moved to one common level, as far as their limits
 * allow, since every transfer towards the mean lowers it. The distance from the best is smallest where the best is as little
 * so as it can be, and the others as near to it as they may; that from the reference at some value of the reference, the
 * others likewise.
 */
final class Hidden {

  private static final int MOST_CORNERS = 12;
  private static final int STEPS = 200;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private final Indices indices;
  private final Asked asked;
  private final double[] low;
  private final double[] high;

  /** Limits of every value; equal where it is known. */
  Hidden(Indices indices, Asked asked, double[] low, double[] high) {
    this.indices = indices;
    this.asked = asked;
    this.low = low;
    this.high = high;
  }

  /** Lowest and highest; empty where they are not known. */
  Optional<double[]> bounds() {
    int hidden = 0;
    for (int i = 0; i < low.length; i++) {
      if (!Double.isFinite(low[i]) || !Double.isFinite(high[i])) {
        return Optional.empty();
      }
      hidden += low[i] < high[i] ? 1 : 0;
    }
    Kind kind = kind();
    if (kind == Kind.SUM) {
      return Optional.of(sum());
    }
    if (kind == Kind.OTHER || hidden > MOST_CORNERS) {
      return Optional.empty();
    }
    double[] corners = corners();
    switch (kind) {
      case TRANSFERS -> corners[0] = Math.min(corners[0], levelled(hidden()));
      case FROM_BEST -> corners[0] = Math.min(corners[0], value(at(indices.leastBest(low, high))));
      case FROM_REFERENCE -> {
        int reference = indices.reference();
        corners[0] = Math.min(corners[0], levelled(low[reference], high[reference]));
      }
      default -> {}
    }
    return Double.isNaN(corners[0] + corners[1]) ? Optional.empty() : Optional.of(corners);
  }

  private enum Kind {
    SUM,
    QUOTIENT,
    TRANSFERS,
    FROM_BEST,
    FROM_REFERENCE,
    OTHER
  }

  private Kind kind() {
    return switch (asked.measure()) {
      case MEAN, ACI, ERREYGERS -> Kind.SUM;
      case SII -> indices.isStraight() ? Kind.SUM : Kind.OTHER;
      case RII, RII_MEAN -> indices.isStraight() ? Kind.QUOTIENT : Kind.OTHER;
      case RCI -> Kind.QUOTIENT;
      case DIFFERENCE ->
        indices.hasEnds() ? Kind.SUM : indices.hasTarget() ? Kind.OTHER : Kind.TRANSFERS;
      case RATIO ->
        indices.hasEnds() ? Kind.QUOTIENT : indices.hasTarget() ? Kind.OTHER : Kind.TRANSFERS;
      case PAR -> indices.hasEnds() || indices.hasTarget() ? Kind.SUM : Kind.OTHER;
      case PAF -> indices.hasEnds() || indices.hasTarget() ? Kind.QUOTIENT : Kind.OTHER;
      case BGV, BGSD, COV, MDMW, IDISW, THEIL, MLD, GE, GINI, GINI_ABS, ATKINSON, KOLM, HOOVER ->
        Kind.TRANSFERS;
      case MDBU, MDBW -> Kind.FROM_BEST;
      case MDRU, MDRW -> indices.reference() >= 0 ? Kind.FROM_REFERENCE : Kind.OTHER;
      default -> Kind.OTHER;
    };
  }

  private double[] sum() {
    double[] c = indices.form(asked.measure(), low).orElseThrow();
    double[] least = new double[c.length];
    double[] most = new double[c.length];
    for (int i = 0; i < c.length; i++) {
      least[i] = c[i] > 0 ? low[i] : high[i];
      most[i] = c[i] > 0 ? high[i] : low[i];
    }
    return new double[] {WeightedLine.dot(c, least), WeightedLine.dot(c, most)};
  }

  private double[] corners() {
    double[] y = low.clone();
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    int[] open = IntStream.range(0, low.length).filter(i -> low[i] < high[i]).toArray();
    for (int corner = 0; corner < 1 << open.length; corner++) {
      for (int k = 0; k < open.length; k++) {
        y[open[k]] = (corner >> k & 1) == 0 ? low[open[k]] : high[open[k]];
      }
      double value = value(y);
      if (Double.isNaN(value)) {
        return new double[] {Double.NaN, Double.NaN};
      }
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return new double[] {least, most};
  }

  private double value(double[] y) {
    return indices.undefined(asked, y).isEmpty() ? indices.value(asked, y) : Double.NaN;
  }

  /** From the lowest to the highest that any hidden value can be. */
  private double[] hidden() {
    double left = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < low.length; i++) {
      left = low[i] < high[i] ? Math.min(left, low[i]) : left;
      right = low[i] < high[i] ? Math.max(right, high[i]) : right;
    }
    return new double[] {left, right};
  }

  private double levelled(double[] levels) {
    return levelled(levels[0], levels[1]);
  }

  /** The smallest over all common levels from one to another, by golden section: down first, then up. */
  private double levelled(double from, double to) {
    double left = from;
    double right = to;
    double a = right - GOLDEN * (right - left);
    double b = left + GOLDEN * (right - left);
    double atA = value(at(a));
    double atB = value(at(b));
    for (int step = 0; step < STEPS; step++) {
      if (atA <= atB) {
        right = b;
        b = a;
        atB = atA;
        a = right - GOLDEN * (right - left);
        atA = value(at(a));
      } else {
        left = a;
        a = b;
        atA = atB;
        b = left + GOLDEN * (right - left);
        atB = value(at(b));
      }
    }
    return Math.min(atA, atB);
  }

  private double[] at(double level) {
    double[] y = new double[low.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = Math.max(low[i], Math.min(high[i], level));
    }
    return y;
  }
}
