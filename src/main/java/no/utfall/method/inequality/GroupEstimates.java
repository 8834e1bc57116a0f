package no.utfall.method.inequality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.utfall.math.Entropy;
import no.utfall.math.Fieller;
import no.utfall.math.LinkedLine;
import no.utfall.math.WeightedLine;
import org.jspecify.annotations.Nullable;

/** Every measure asked for, of one set of groups whose values are all known. */
final class GroupEstimates {

  private static final String ONE = "one group: there is nothing to compare";

  private final Plan plan;
  private final GroupSet set;
  private final double[] share;
  private final double[] place;
  private final double[] y;
  private final boolean comparable;
  private final double @Nullable [] weight;
  private final @Nullable Indices indices;
  private final int reference;
  private @Nullable Slope slope;
  private String noSlope = "";

  /**
   * @param share of the population, of the groups in the set
   * @param place of the groups in the set, among all
   */
  GroupEstimates(Plan plan, GroupSet set, double[] share, double[] place) {
    this.plan = plan;
    this.set = set;
    this.share = share;
    this.place = place;
    this.y = set.value();
    this.reference = plan.reference().map(set.names()::indexOf).orElse(-1);
    this.comparable = place.length > 1 && place[0] < place[place.length - 1];
    this.weight = place.length > 1 ? weights() : null;
    this.indices = weight == null ? null : new Indices(plan, share, place, weight, reference);
  }

  GroupEstimates(Plan plan, GroupSet set) {
    this(plan, set, set.shares(), set.places());
  }

  Indices indices() {
    if (indices == null) {
      throw new IllegalStateException(ONE);
    }
    return indices;
  }

  /** Inverse variances are those on the scale of the line. */
  private double @Nullable [] weights() {
    if (plan.weighting() == Weighting.POPULATION) {
      return set.size();
    }
    Spread spread =
        plan.weighting() == Weighting.INVERSE_VARIANCE ? lineSpread(Errors.SAMPLING) : null;
    double[] weights = new double[y.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = 1;
      if (plan.weighting() == Weighting.INVERSE_VARIANCE) {
        double variance = spread == null ? Double.NaN : spread.variance(i);
        if (!(variance > 0)) {
          noSlope = "inverse-variance weights need standard errors above 0 in all groups";
          return set.size();
        }
        weights[i] = 1 / variance;
      }
    }
    return weights;
  }

  Map<Asked, Estimate> all() {
    Map<Asked, Estimate> estimates = new LinkedHashMap<>();
    for (Asked asked : plan.asked()) {
      if (asked.measure().needs() != Measure.Needs.PERSONS) {
        estimates.put(asked, of(asked));
      }
    }
    return estimates;
  }

  Estimate of(Asked asked) {
    Measure measure = asked.measure();
    Indices of = indices;
    if (of == null) {
      return measure == Measure.MEAN
          ? Estimate.symmetric(
              y[0],
              set.spread() == null ? Double.NaN : Math.sqrt(set.spread().variance(0)),
              set.spread() == null ? Double.NaN : set.spread().df(),
              false,
              "weighted")
          : Estimate.notEstimable(ONE);
    }
    boolean named = measure.needs() == Measure.Needs.REFERENCE
        || (measure.needs() == Measure.Needs.TARGET && plan.reference().isPresent());
    if (named && reference < 0) {
      return Estimate.notEstimable(
          "the reference group '" + plan.reference().orElse("") + "' is not here");
    }
    if (measure.needs() == Measure.Needs.ORDER && !comparable) {
      return Estimate.notEstimable("all groups have the same rank");
    }
    String why = of.undefined(asked, y);
    if (!why.isEmpty()) {
      return Estimate.notEstimable(why);
    }
    return switch (measure) {
      case SII -> slope().map(Slope::slopeIndex).orElseGet(() -> Estimate.notEstimable(noSlope));
      case RII -> slope().map(Slope::ratioIndex).orElseGet(() -> Estimate.notEstimable(noSlope));
      case RII_MEAN -> overMean();
      case ACI, RCI, ERREYGERS, WAGSTAFF -> general(asked, concentrationSpread());
      default -> general(asked, set.spread());
    };
  }

  /** Of the line when the model is straight, else its slope index over the mean without an interval. */
  private Estimate overMean() {
    Optional<Slope> line = slope();
    if (line.isEmpty()) {
      return Estimate.notEstimable(noSlope);
    }
    if (plan.model() == Model.LINEAR) {
      return general(Asked.of(Measure.RII_MEAN), lineSpread(errors()));
    }
    double mean = Entropy.mean(y, share);
    return Estimate.bare(
        line.get().sii() / mean, plan.model().code(), "no interval with this model");
  }

  private Errors errors() {
    return plan.errors().orElse(set.spread() != null ? Errors.SAMPLING : Errors.RESIDUAL);
  }

  /** The line, or nothing and {@link #noSlope}. */
  Optional<Slope> slope() {
    if (slope == null && noSlope.isEmpty()) {
      slope = made();
    }
    return Optional.ofNullable(slope);
  }

  private @Nullable Slope made() {
    Model model = plan.model();
    if (weight == null || !comparable) {
      noSlope = weight == null ? ONE : "all groups have the same rank";
      return null;
    }
    if (model.family().isPresent()) {
      return fitted(model, model.family().get());
    }
    double low = model == Model.LOGIT ? plan.low() : 0;
    double width = model == Model.LOGIT ? plan.high() - plan.low() : 1;
    for (double t : Slope.scaled(model, y, low, width)) {
      if (!Double.isFinite(t)) {
        noSlope = model == Model.LOG
            ? "a value is not above 0: it has no logarithm"
            : "a value is not inside the bounds: it has no logit";
        return null;
      }
    }
    Errors errors = errors();
    return Slope.through(model, y, place, weight, lineSpread(errors), errors.code(), low, width);
  }

  private @Nullable Slope fitted(Model model, LinkedLine.Family family) {
    double[] counts = set.counts();
    if (counts == null) {
      noSlope = "a model of counts needs --count and --population";
      return null;
    }
    double[] shares = new double[counts.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = counts[i] / set.size()[i];
      if (family != LinkedLine.Family.POISSON_LOG && shares[i] > 1) {
        noSlope = "more events than persons: no binomial model";
        return null;
      }
    }
    Errors errors = plan.errors().orElse(Errors.SAMPLING);
    Optional<Slope> fit =
        Slope.fitted(model, family, shares, place, set.size(), errors, plan.per());
    if (fit.isEmpty()) {
      noSlope = "the model has no solution: the likelihood has no maximum inside";
    }
    return fit.orElse(null);
  }

  /** Variances on the scale of the line. */
  private @Nullable Spread lineSpread(Errors errors) {
    Model model = plan.model();
    double low = model == Model.LOGIT ? plan.low() : 0;
    double width = model == Model.LOGIT ? plan.high() - plan.low() : 1;
    if (errors == Errors.SAMPLING) {
      boolean through = model == Model.LOG || model == Model.LOGIT;
      return through ? transformed(model, low, width) : set.spread();
    }
    return scatter(errors, Slope.scaled(model, y, low, width));
  }

  private @Nullable Spread scatter(Errors errors, double[] t) {
    if (weight == null || t.length < 3) {
      return null;
    }
    WeightedLine line = WeightedLine.on(place, weight);
    return Spread.of(errors == Errors.ROBUST ? line.robust(t) : line.scatter(t), t.length - 2.0);
  }

  /** From the limits as they were given, else by the slope of the scale. */
  private @Nullable Spread transformed(Model model, double low, double width) {
    Spread spread = set.spread();
    if (spread == null) {
      return null;
    }
    double[][] limits = set.limits();
    double[] factor = new double[y.length];
    for (int i = 0; i < factor.length; i++) {
      double scaled = (y[i] - low) / width;
      factor[i] = 1 / (width * model.link().slope(scaled));
      if (limits != null) {
        double wide = model.link().of((limits[1][i] - low) / width)
            - model.link().of((limits[0][i] - low) / width);
        factor[i] = wide / (limits[1][i] - limits[0][i]);
      }
      if (!Double.isFinite(factor[i])) {
        return null;
      }
    }
    return spread.scaled(factor);
  }

  private @Nullable Spread concentrationSpread() {
    Errors errors = errors();
    return errors == Errors.SAMPLING ? set.spread() : scatter(errors, y);
  }

  /** Weighted sums, quotients of them, and what has a gradient; the rest by drawing. */
  private Estimate general(Asked asked, @Nullable Spread spread) {
    Measure measure = asked.measure();
    Indices of = indices();
    double df = spread == null ? Double.NaN : spread.df();
    Optional<double[]> form = of.form(measure, y);
    if (form.isPresent()) {
      double value = WeightedLine.dot(form.get(), y);
      double error = spread == null ? Double.NaN : spread.stdError(form.get());
      return Estimate.symmetric(value, error, df, measure != Measure.MEAN, "normal");
    }
    Optional<double[][]> ratio = of.ratio(measure, y);
    if (ratio.isPresent()) {
      return quotient(measure, ratio.get()[0], ratio.get()[1], spread);
    }
    Optional<Entropy.Index> smooth = of.smooth(asked, y);
    if (smooth.isPresent()) {
      return delta(measure, smooth.get(), spread);
    }
    double value = of.value(asked, y);
    return spread == null
        ? Estimate.bare(value, "", Estimate.NO_ERRORS)
        : Simulation.of(plan, of, asked, y, spread, value);
  }

  private Estimate quotient(
      Measure measure, double[] above, double[] below, @Nullable Spread spread) {
    double numerator = WeightedLine.dot(above, y);
    double denominator = WeightedLine.dot(below, y);
    double quotient = numerator / denominator;
    double value = Indices.finished(measure, quotient);
    if (spread == null) {
      return Estimate.bare(value, "", Estimate.NO_ERRORS);
    }
    double varAbove = spread.form(above, above);
    double varBelow = spread.form(below, below);
    double between = spread.form(above, below);
    double square = varAbove - 2 * quotient * between + quotient * quotient * varBelow;
    double error = Math.sqrt(Math.max(0, square)) / denominator;
    if (measure == Measure.RATIO) {
      return numerator > 0
          ? Estimate.onLogs(value, error / quotient, spread.df(), "log-normal")
          : Estimate.bare(value, "", "the value that is divided is 0: no interval");
    }
    double factor = measure == Measure.PAF ? 100 : 1;
    return Estimate.with(
        value,
        factor * error,
        spread.df(),
        level -> {
          double[] limits = Fieller.limits(
              numerator,
              denominator,
              varAbove,
              varBelow,
              between,
              Estimate.quantile(level, spread.df()));
          return new double[] {
            Indices.finished(measure, limits[0]), Indices.finished(measure, limits[1])
          };
        },
        "fieller");
  }

  private Estimate delta(Measure measure, Entropy.Index index, @Nullable Spread spread) {
    if (spread == null) {
      return Estimate.bare(index.value(), "", Estimate.NO_ERRORS);
    }
    double[] gradient = index.gradient();
    for (double g : gradient) {
      if (!Double.isFinite(g)) {
        return Estimate.bare(index.value(), "", "a value is 0: no interval");
      }
    }
    double variance = spread.form(gradient, gradient);
    if (measure == Measure.BGV) {
      variance += spread.ofSquares(share);
    }
    double error = Math.sqrt(Math.max(0, variance));
    double floor = measure == Measure.WAGSTAFF ? Double.NEGATIVE_INFINITY : 0;
    return Estimate.with(
        index.value(),
        error,
        spread.df(),
        level -> {
          double reach = error * Estimate.quantile(level, spread.df());
          return new double[] {Math.max(floor, index.value() - reach), index.value() + reach};
        },
        "delta");
  }

  /** The groups of a set that are known, with the places they have among all. */
  static GroupEstimates ofKnown(Plan plan, GroupSet set) {
    int[] known = set.known();
    double[] places = set.places();
    List<String> names = new ArrayList<>();
    double[][] chosen = new double[4][known.length];
    double[] share = new double[known.length];
    double total = 0;
    for (int i = 0; i < known.length; i++) {
      names.add(set.names().get(known[i]));
      chosen[0][i] = set.size()[known[i]];
      chosen[1][i] = set.rank()[known[i]];
      chosen[2][i] = set.value()[known[i]];
      chosen[3][i] = places[known[i]];
      total += set.size()[known[i]];
    }
    for (int i = 0; i < share.length; i++) {
      share[i] = chosen[0][i] / total;
    }
    GroupSet part = new GroupSet(
        names, chosen[0], chosen[1], chosen[2], chosen[2], chosen[2], null, null, null);
    return new GroupEstimates(plan, part, share, chosen[3]);
  }
}
