package no.utfall.method.inequality;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import no.utfall.math.Entropy;
import no.utfall.math.Fieller;
import no.utfall.math.Lorenz;
import no.utfall.math.Ridits;
import no.utfall.math.SortedIndex;

/**
 * Every measure asked for, of one set of persons or units. Standard errors by linearisation: each person's influence on
 * the measure, summed by cluster within stratum.
 *
 * @see "Deville (1999), Survey Methodology 25(2), 193–203; Langel and Tillé (2013), Variance estimation of the Gini index:
 *     revisiting a result several times published, Journal of the Royal Statistical Society A 176(2),
 *     doi:10.1111/j.1467-985X.2012.01048.x"
 */
final class PersonEstimates {

  private static final String LINEARISED = "linearised";

  private final Plan plan;
  private final Persons persons;
  private final double[] y;
  private final double[] p;
  private final double mean;

  PersonEstimates(Plan plan, Persons persons) {
    this.plan = plan;
    this.persons = persons;
    this.y = persons.y();
    this.p = persons.shares();
    this.mean = Entropy.mean(y, p);
  }

  Map<Asked, Estimate> all() {
    boolean grouped = persons.group() != null;
    GroupEstimates groups = grouped ? new GroupEstimates(plan, persons.means()) : null;
    Map<Asked, Estimate> estimates = new LinkedHashMap<>();
    for (Asked asked : plan.asked()) {
      boolean ofGroups = persons.isOfGroups(asked.measure());
      if (groups != null && ofGroups) {
        estimates.put(asked, groups.of(asked));
      } else if (!ofGroups) {
        estimates.put(asked, of(asked));
      }
    }
    return estimates;
  }

  Estimate of(Asked asked) {
    Measure measure = asked.measure();
    if (y.length < 2 && measure != Measure.MEAN) {
      return Estimate.notEstimable("one row: there is nothing to compare");
    }
    boolean relative = measure.unit() != Measure.Unit.VALUE
        && measure != Measure.WAGSTAFF
        && measure != Measure.ERREYGERS;
    if ((relative || measure == Measure.KOLM) && !(mean > 0)) {
      return Estimate.notEstimable("the mean is not above 0");
    }
    String why = Domain.undefined(asked, y);
    if (!why.isEmpty()) {
      return Estimate.notEstimable(why);
    }
    return switch (measure) {
      case MEAN -> linearised(mean, centred(), false);
      case STD_DEV -> deviation(1, false);
      case COV -> deviation(100, true);
      case THEIL -> entropy(1);
      case MLD -> entropy(0);
      case GE -> entropy(asked.parameter());
      case ATKINSON -> atkinson(asked.parameter());
      case KOLM -> kolm(asked.parameter());
      case HOOVER -> hoover();
      case GINI, GINI_ABS, GINI_CORRECTED -> gini(measure);
      case HERFINDAHL, ROSENBLUTH, LORENZ_ASYMMETRY -> unweighted(measure);
      default -> ranked(measure);
    };
  }

  /** y − μ, the influence on the mean. */
  private double[] centred() {
    double[] influence = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      influence[i] = y[i] - mean;
    }
    return influence;
  }

  private double stdError(double[] influence) {
    return Math.sqrt(persons.covariances(influence)[0][0]);
  }

  private Estimate linearised(double value, double[] influence, boolean tested) {
    return Estimate.symmetric(
        value, stdError(influence), persons.degreesOfFreedom(), tested, LINEARISED);
  }

  /** Of an absolute measure with this influence, over the mean. */
  private double[] overMean(double value, double[] influence, double factor) {
    double[] of = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      of[i] = factor * (influence[i] - value * (y[i] - mean) / mean) / mean;
    }
    return of;
  }

  private Estimate deviation(double factor, boolean relative) {
    double variance = Entropy.variance(y, p).value();
    double sd = Math.sqrt(variance);
    double[] influence = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      double d = y[i] - mean;
      influence[i] = sd == 0 ? 0 : (d * d - variance) / (2 * sd);
    }
    return relative
        ? linearised(factor * sd / mean, overMean(sd, influence, factor), false)
        : linearised(sd, influence, false);
  }

  private Estimate entropy(double alpha) {
    double[] influence = new double[y.length];
    double value = Entropy.generalised(y, p, alpha).value();
    double sum = 0;
    double[] term = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      double r = y[i] / mean;
      term[i] = alpha == 0
          ? -StrictMath.log(r)
          : alpha == 1 ? (r == 0 ? 0 : r * StrictMath.log(r)) : StrictMath.pow(r, alpha);
      sum += p[i] * term[i];
    }
    for (int i = 0; i < y.length; i++) {
      double d = y[i] / mean - 1;
      influence[i] = alpha == 0
          ? term[i] - sum + d
          : alpha == 1
              ? term[i] - sum - (sum + 1) * d
              : (term[i] - sum - alpha * sum * d) / (alpha * (alpha - 1));
    }
    return linearised(value, influence, false);
  }

  private Estimate atkinson(double epsilon) {
    double value = Entropy.atkinson(y, p, epsilon).value();
    double equal = 1 - value;
    double sum = 0;
    double[] term = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      double r = y[i] / mean;
      term[i] = epsilon == 1 ? StrictMath.log(r) : StrictMath.pow(r, 1 - epsilon);
      sum += p[i] * term[i];
    }
    double[] influence = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      double d = y[i] / mean - 1;
      double pull = epsilon == 1 ? term[i] - sum : (term[i] - sum) / ((1 - epsilon) * sum);
      influence[i] = -equal * (pull - d);
    }
    return linearised(value, influence, false);
  }

  private Estimate kolm(double alpha) {
    double value = Entropy.kolm(y, p, alpha).value();
    double sum = 0;
    double relative = 0;
    double[] pull = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      double r = y[i] / mean;
      pull[i] = StrictMath.exp(alpha * (1 - r));
      sum += p[i] * pull[i];
      relative += p[i] * pull[i] * r;
    }
    double log = StrictMath.log(sum);
    double[] influence = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      double d = y[i] - mean;
      influence[i] = d * log / alpha + (mean / alpha * (pull[i] - sum) + relative * d) / sum;
    }
    return linearised(value, influence, false);
  }

  private Estimate hoover() {
    double distance = 0;
    double below = 0;
    for (int i = 0; i < y.length; i++) {
      distance += p[i] * Math.abs(y[i] - mean);
      below += p[i] * Math.signum(mean - y[i]);
    }
    double[] influence = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      double d = y[i] - mean;
      influence[i] = (Math.abs(d) - distance + below * d) / 2;
    }
    return linearised(distance / (2 * mean), overMean(distance / 2, influence, 1), false);
  }

  private Estimate gini(Measure measure) {
    int[] order = SortedIndex.of(y);
    double value = Math.max(0, Lorenz.concentration(y, p, Ridits.of(p, y, order)));
    double[] influence = concentration(y, order, value);
    if (measure == Measure.GINI_ABS) {
      return linearised(value, influence, false);
    }
    double n = y.length;
    double factor = measure == Measure.GINI_CORRECTED ? n / (n - 1) : 1;
    return linearised(factor * value / mean, overMean(value, influence, factor), false);
  }

  /** Σ (y − y') sign(r − r') over all others, less twice the index: the influence on the absolute index by rank. */
  private double[] concentration(double[] rank, int[] order, double value) {
    double[] influence = new double[y.length];
    double below = 0;
    double sumBelow = 0;
    for (int from = 0; from < order.length; ) {
      int to = from;
      double tied = 0;
      double sumTied = 0;
      while (to < order.length && rank[order[to]] == rank[order[from]]) {
        tied += p[order[to]];
        sumTied += p[order[to]] * y[order[to]];
        to++;
      }
      double above = 1 - below - tied;
      double sumAbove = mean - sumBelow - sumTied;
      for (int k = from; k < to; k++) {
        int i = order[k];
        influence[i] = y[i] * (below - above) - (sumBelow - sumAbove) - 2 * value;
      }
      below += tied;
      sumBelow += sumTied;
      from = to;
    }
    return influence;
  }

  /** Concentration indices and the line through persons, by their rank. */
  private Estimate ranked(Measure measure) {
    double[] rank = Objects.requireNonNull(persons.rank());
    int[] order = SortedIndex.of(rank, y, p);
    double[] place = Ridits.of(p, rank, order);
    if (rank[order[0]] == rank[order[order.length - 1]]) {
      return Estimate.notEstimable("all have the same rank");
    }
    double aci = Lorenz.concentration(y, p, place);
    double[] influence = concentration(rank, order, aci);
    if (measure == Measure.SII || measure == Measure.RII || measure == Measure.RII_MEAN) {
      return line(measure, place, aci, influence);
    }
    return switch (measure) {
      case ACI -> linearised(aci, influence, true);
      case RCI -> linearised(aci / mean, overMean(aci, influence, 1), true);
      case ERREYGERS -> linearised(aci, influence, true).times(4 / (plan.high() - plan.low()));
      case WAGSTAFF -> wagstaff(aci, influence);
      default -> throw new IllegalArgumentException(measure + " is not of persons");
    };
  }

  private Estimate wagstaff(double aci, double[] influence) {
    double a = mean - plan.low();
    double b = plan.high() - mean;
    if (!(a > 0) || !(b > 0)) {
      return Estimate.notEstimable("the mean is not between the bounds");
    }
    double factor = (plan.high() - plan.low()) / (a * b);
    double byMean = aci * factor * (1 / b - 1 / a);
    double[] of = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      of[i] = factor * influence[i] + byMean * (y[i] - mean);
    }
    return linearised(factor * aci, of, true);
  }

  /** Slope = covariance over the variance of the places, which is taken as given. */
  private Estimate line(Measure measure, double[] place, double aci, double[] influence) {
    if (plan.model() != Model.LINEAR) {
      return Estimate.notEstimable("persons by rank have a linear model only");
    }
    double spread = 0;
    for (int i = 0; i < place.length; i++) {
      spread += p[i] * (place[i] - 0.5) * (place[i] - 0.5);
    }
    double slope = aci / (2 * spread);
    double[] ofSlope = new double[y.length];
    double[] ofBottom = new double[y.length];
    double[] ofTop = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      ofSlope[i] = influence[i] / (2 * spread);
      ofBottom[i] = y[i] - mean - ofSlope[i] / 2;
      ofTop[i] = y[i] - mean + ofSlope[i] / 2;
    }
    if (measure == Measure.SII) {
      return linearised(slope, ofSlope, true);
    }
    if (measure == Measure.RII_MEAN) {
      return linearised(slope / mean, overMean(slope, ofSlope, 1), true);
    }
    double bottom = mean - slope / 2;
    double top = mean + slope / 2;
    if (!(bottom > 0) || !(top > 0)) {
      return Estimate.notEstimable("the line is not above zero at both ends: no ratio");
    }
    double[][] v = persons.covariances(ofTop, ofBottom);
    double ratio = top / bottom;
    double square = v[0][0] - 2 * ratio * v[0][1] + ratio * ratio * v[1][1];
    double df = persons.degreesOfFreedom();
    return Estimate.with(
        ratio,
        Math.sqrt(Math.max(0, square)) / bottom,
        df,
        level ->
            Fieller.limits(top, bottom, v[0][0], v[1][1], v[0][1], Estimate.quantile(level, df)),
        LINEARISED);
  }

  private Estimate unweighted(Measure measure) {
    if (persons.isWeighted()) {
      return Estimate.none("not-applicable", "defined for rows that all count the same");
    }
    double n = y.length;
    return switch (measure) {
      case HERFINDAHL ->
        Estimate.bare((1 + 2 * Entropy.generalised(y, p, 2).value()) / n, "", Estimate.NO_INTERVAL);
      case ROSENBLUTH ->
        Estimate.bare(1 / (n * (1 - gini(Measure.GINI).value())), "", Estimate.NO_INTERVAL);
      default -> asymmetry();
    };
  }

  /**
   * Where the slope of the Lorenz curve is 1: share of persons plus share of the sum there; the middle of that stretch
   * when persons have exactly the mean.
   *
   * @see "Damgaard and Weiner (2000), Ecology 81(4), doi:10.1890/0012-9658(2000)081[1139:DIIPSO]2.0.CO;2"
   */
  private Estimate asymmetry() {
    int below = 0;
    int upTo = 0;
    double sumBelow = 0;
    double sumUpTo = 0;
    double total = 0;
    for (double v : y) {
      total += v;
      below += v < mean ? 1 : 0;
      sumBelow += v < mean ? v : 0;
      upTo += v <= mean ? 1 : 0;
      sumUpTo += v <= mean ? v : 0;
    }
    if (below == 0) {
      return Estimate.notEstimable("all values are equal");
    }
    double n = y.length;
    if (upTo > below) {
      double middle = (below + upTo) / (2 * n) + (sumBelow + sumUpTo) / (2 * total);
      return Estimate.bare(middle, "", Estimate.NO_INTERVAL);
    }
    double step = (mean - y[below - 1]) / (y[below] - y[below - 1]);
    return Estimate.bare(
        (below + step) / n + (sumBelow + step * y[below]) / total, "", Estimate.NO_INTERVAL);
  }
}
