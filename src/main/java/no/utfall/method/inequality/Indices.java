package no.utfall.method.inequality;

import java.util.Optional;
import no.utfall.math.Entropy;
import no.utfall.math.Lorenz;
import no.utfall.math.Ridits;
import no.utfall.math.SortedIndex;
import no.utfall.math.WeightedLine;

/**
 * The measures of one set of groups as functions of their values: sizes, places and what is compared with stay as they
 * are, so that the values can be moved, for bounds of hidden cells and for standard errors.
 */
final class Indices {

  private final Plan plan;
  private final double[] share;
  private final double[] place;
  private final double[] first;
  private final double[] last;
  private final int reference;
  private final double[] bottom;
  private final double[] top;

  /**
   * @param share of the population, sums to 1
   * @param place from 0 to 1
   * @param weight of each group in the line
   * @param reference the number of the named group, −1 when none is
   */
  Indices(Plan plan, double[] share, double[] place, double[] weight, int reference) {
    this.plan = plan;
    this.share = share;
    this.place = place;
    this.reference = reference;
    this.first = ends(place[0]);
    this.last = ends(place[place.length - 1]);
    WeightedLine line = WeightedLine.on(place, weight);
    this.bottom = line.at(0);
    this.top = line.at(1);
  }

  /** The mean of the groups at one place. */
  private double[] ends(double at) {
    double total = 0;
    for (int i = 0; i < share.length; i++) {
      total += place[i] == at ? share[i] : 0;
    }
    double[] form = new double[share.length];
    for (int i = 0; i < form.length; i++) {
      form[i] = place[i] == at ? share[i] / total : 0;
    }
    return form;
  }

  /** Whether the line runs straight through the values. */
  boolean isStraight() {
    return plan.model() == Model.LINEAR && plan.weighting() != Weighting.INVERSE_VARIANCE;
  }

  boolean hasEnds() {
    return plan.ordered();
  }

  boolean hasTarget() {
    return reference >= 0;
  }

  /** A measure that is a weighted sum Σ c y: the c. */
  Optional<double[]> form(Measure measure, double[] y) {
    return switch (measure) {
      case MEAN -> Optional.of(share);
      case DIFFERENCE -> Optional.of(minus(upper(y), lower(y)));
      case SII -> Optional.of(minus(top, bottom));
      case ACI -> Optional.of(concentration(1));
      case ERREYGERS -> Optional.of(concentration(4 / (plan.high() - plan.low())));
      case PAR -> Optional.of(minus(target(y), share));
      default -> Optional.empty();
    };
  }

  /** A measure that is Σ c y / Σ d y, but for what {@link #finished} adds: c and d. */
  Optional<double[][]> ratio(Measure measure, double[] y) {
    return switch (measure) {
      case RATIO -> Optional.of(new double[][] {upper(y), lower(y)});
      case RII -> Optional.of(new double[][] {top, bottom});
      case RII_MEAN -> Optional.of(new double[][] {minus(top, bottom), share});
      case RCI -> Optional.of(new double[][] {concentration(1), share});
      case PAF -> Optional.of(new double[][] {target(y), share});
      default -> Optional.empty();
    };
  }

  /** What the quotient of {@link #ratio} becomes: itself, but for the fraction. */
  static double finished(Measure measure, double quotient) {
    return measure == Measure.PAF ? 100 * (quotient - 1) : quotient;
  }

  /** A measure with a gradient. */
  Optional<Entropy.Index> smooth(Asked asked, double[] y) {
    double mean = Entropy.mean(y, share);
    return switch (asked.measure()) {
      case BGV -> Optional.of(Entropy.variance(y, share));
      case BGSD -> Optional.of(root(y, 1));
      case COV -> Optional.of(overMean(root(y, 1), 100, mean));
      case THEIL -> Optional.of(Entropy.generalised(y, share, 1));
      case MLD -> Optional.of(Entropy.generalised(y, share, 0));
      case GE -> Optional.of(Entropy.generalised(y, share, asked.parameter()));
      case ATKINSON -> Optional.of(Entropy.atkinson(y, share, asked.parameter()));
      case KOLM -> Optional.of(Entropy.kolm(y, share, asked.parameter()));
      case GINI_ABS -> Optional.of(gini(y));
      case GINI -> Optional.of(overMean(gini(y), 1, mean));
      case WAGSTAFF -> Optional.of(wagstaff(y, mean));
      default -> Optional.empty();
    };
  }

  /** The measure; {@code NaN} where it is not defined. */
  double value(Asked asked, double[] y) {
    Measure measure = asked.measure();
    Optional<double[]> form = form(measure, y);
    if (form.isPresent()) {
      return WeightedLine.dot(form.get(), y);
    }
    Optional<double[][]> ratio = ratio(measure, y);
    if (ratio.isPresent()) {
      double below = WeightedLine.dot(ratio.get()[1], y);
      return below > 0
          ? finished(measure, WeightedLine.dot(ratio.get()[0], y) / below)
          : Double.NaN;
    }
    return smooth(asked, y).map(Entropy.Index::value).orElseGet(() -> kinked(measure, y));
  }

  private double kinked(Measure measure, double[] y) {
    double mean = Entropy.mean(y, share);
    return switch (measure) {
      case MDMU -> distance(y, mean, false);
      case MDMW -> distance(y, mean, true);
      case MDBU -> distance(y, y[best(y)], false);
      case MDBW -> distance(y, y[best(y)], true);
      case MDRU -> distance(y, y[reference], false);
      case MDRW -> distance(y, y[reference], true);
      case IDISU -> 100 * distance(y, mean, false) / mean;
      case IDISW -> 100 * distance(y, mean, true) / mean;
      case HOOVER -> Lorenz.hoover(y, share);
      default -> throw new IllegalArgumentException(measure + " is not of groups");
    };
  }

  private double distance(double[] y, double from, boolean weighted) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += (weighted ? share[i] : 1.0 / y.length) * Math.abs(y[i] - from);
    }
    return sum;
  }

  /** Why a measure has no value here; empty when it has one. */
  String undefined(Asked asked, double[] y) {
    Measure measure = asked.measure();
    double mean = Entropy.mean(y, share);
    if (measure == Measure.WAGSTAFF && !(mean > plan.low() && mean < plan.high())) {
      return "the mean is not between the bounds";
    }
    if (measure == Measure.RATIO && !(WeightedLine.dot(lower(y), y) > 0)) {
      return "the value it is divided by is not above 0";
    }
    if (measure == Measure.RII
        && isStraight()
        && !(Math.min(WeightedLine.dot(bottom, y), WeightedLine.dot(top, y)) > 0)) {
      return "the line is not above zero at both ends: no ratio";
    }
    boolean relative = measure.unit() == Measure.Unit.PERCENT
        || (measure.unit() == Measure.Unit.INDEX
            && measure != Measure.ERREYGERS
            && measure != Measure.WAGSTAFF)
        || measure == Measure.RII_MEAN
        || measure == Measure.KOLM;
    if (relative && !(mean > 0)) {
      return "the mean is not above 0";
    }
    return Domain.undefined(asked, y);
  }

  /** The one the upper and lower value are read from: the ends of the order, else the extremes. */
  private double[] upper(double[] y) {
    if (isAgainstReference()) {
      return unit(plan.higherIsBetter().orElse(true) ? reference : extreme(y, true, reference));
    }
    return plan.ordered() ? last : unit(extreme(y, true, -1));
  }

  private boolean isAgainstReference() {
    return !plan.ordered() && reference >= 0 && plan.higherIsBetter().isPresent();
  }

  private double[] lower(double[] y) {
    if (isAgainstReference()) {
      return unit(plan.higherIsBetter().orElse(true) ? extreme(y, false, reference) : reference);
    }
    return plan.ordered() ? first : unit(extreme(y, false, -1));
  }

  private double[] target(double[] y) {
    if (reference >= 0) {
      return unit(reference);
    }
    return plan.ordered() ? last : unit(best(y));
  }

  /** The place of the group that others are measured against; negative when none is named. */
  int reference() {
    return reference;
  }

  /** The best value when every group is as bad as it can be. */
  double leastBest(double[] low, double[] high) {
    double[] worst = plan.higherIsBetter().orElse(true) ? low : high;
    return worst[best(worst)];
  }

  private int best(double[] y) {
    return extreme(y, plan.higherIsBetter().orElse(true), -1);
  }

  /** The group with the highest or lowest value, one left out where there is another. */
  private static int extreme(double[] y, boolean highest, int leftOut) {
    int found = -1;
    for (int i = 0; i < y.length; i++) {
      if (i == leftOut && y.length > 1) {
        continue;
      }
      if (found < 0 || (highest ? y[i] > y[found] : y[i] < y[found])) {
        found = i;
      }
    }
    return found;
  }

  private double[] unit(int group) {
    double[] form = new double[share.length];
    form[group] = 1;
    return form;
  }

  private static double[] minus(double[] a, double[] b) {
    double[] difference = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      difference[i] = a[i] - b[i];
    }
    return difference;
  }

  /** Twice the covariance with the places, whose mean is ½ unless some groups are not here. */
  private double[] concentration(double factor) {
    double middle = WeightedLine.dot(share, place);
    double[] form = new double[share.length];
    for (int i = 0; i < form.length; i++) {
      form[i] = factor * 2 * share[i] * (place[i] - middle);
    }
    return form;
  }

  private Entropy.Index root(double[] y, double factor) {
    Entropy.Index variance = Entropy.variance(y, share);
    double sd = Math.sqrt(variance.value());
    double[] gradient = variance.gradient();
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = sd == 0 ? 0 : factor * gradient[i] / (2 * sd);
    }
    return new Entropy.Index(factor * sd, gradient);
  }

  private Entropy.Index overMean(Entropy.Index absolute, double factor, double mean) {
    double[] gradient = absolute.gradient();
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = factor * (gradient[i] - share[i] * absolute.value() / mean) / mean;
    }
    return new Entropy.Index(factor * absolute.value() / mean, gradient);
  }

  /** Twice the covariance with the places by the values themselves, which stay while the values move a little. */
  private Entropy.Index gini(double[] y) {
    double[] own = Ridits.of(share, y, SortedIndex.of(y, share));
    double[] gradient = new double[y.length];
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = 2 * share[i] * (own[i] - 0.5);
    }
    return new Entropy.Index(Math.max(0, WeightedLine.dot(gradient, y)), gradient);
  }

  /** aci (b − a) / ((μ − a)(b − μ)). */
  private Entropy.Index wagstaff(double[] y, double mean) {
    double[] gradient = concentration(1);
    double aci = WeightedLine.dot(gradient, y);
    double a = mean - plan.low();
    double b = plan.high() - mean;
    double factor = (plan.high() - plan.low()) / (a * b);
    double byMean = aci * factor * (1 / b - 1 / a);
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = factor * gradient[i] + byMean * share[i];
    }
    return new Entropy.Index(factor * aci, gradient);
  }
}
