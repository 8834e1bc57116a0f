package no.utfall.method.inequality;

import java.util.Optional;
import no.utfall.math.Fieller;
import no.utfall.math.LinkedLine;
import no.utfall.math.NormalPair;
import no.utfall.math.WeightedLine;
import org.jspecify.annotations.Nullable;

/**
 * The line through the groups: values at the bottom (place 0) and at the top (place 1), with what that gives.
 *
 * <p>With the line on the scale of a link, SII = g⁻¹(a + b) − g⁻¹(a), RII = g⁻¹(a + b) / g⁻¹(a). On the plain scale both
 * ends are weighted sums of the values: the interval of the SII is exact, that of the RII Fieller's, also exact. On
 * other scales and normal values, intervals are quantiles by integration, not by drawing. When errors come from the
 * scatter of the groups about the line, Student's t with k − 2 degrees of freedom and the delta method.
 */
final class Slope {

  private final Model model;
  private final double low;
  private final double width;
  private final double start;
  private final double end;
  private final double slopeError;
  private final double startError;
  private final double varStart;
  private final double varEnd;
  private final double between;
  private final double df;
  private final String how;
  private final boolean errorsKnown;

  private Slope(
      Model model,
      double low,
      double width,
      double start,
      double end,
      double varStart,
      double varEnd,
      double between,
      double df,
      String errors) {
    this.model = model;
    this.low = low;
    this.width = width;
    this.start = start;
    this.end = end;
    this.varStart = varStart;
    this.varEnd = varEnd;
    this.between = between;
    this.df = df;
    this.errorsKnown = !Double.isNaN(varStart + varEnd + between);
    this.how = model.code() + (errorsKnown ? "/" + errors : "");
    this.startError = Math.sqrt(varStart);
    this.slopeError = Math.sqrt(Math.max(0, varStart + varEnd - 2 * between));
  }

  /**
   * A line through values.
   *
   * @param y known values on the plain scale
   * @param x their places
   * @param w weights of the regression
   * @param spread of y on the scale of the model; none when errors are not known
   * @param low what the link takes as 0
   * @param width of the bounds, what the link takes as 1
   */
  static Slope through(
      Model model,
      double[] y,
      double[] x,
      double[] w,
      @Nullable Spread spread,
      String errors,
      double low,
      double width) {
    double[] t = scaled(model, y, low, width);
    WeightedLine line = WeightedLine.on(x, w);
    double[] bottom = line.at(0);
    double[] top = line.at(1);
    double start = WeightedLine.dot(bottom, t);
    double end = WeightedLine.dot(top, t);
    if (spread == null) {
      double none = Double.NaN;
      return new Slope(model, low, width, start, end, none, none, none, none, errors);
    }
    return new Slope(
        model,
        low,
        width,
        start,
        end,
        spread.form(bottom, bottom),
        spread.form(top, top),
        spread.form(bottom, top),
        spread.df(),
        errors);
  }

  static double[] scaled(Model model, double[] y, double low, double width) {
    double[] t = new double[y.length];
    for (int i = 0; i < t.length; i++) {
      t[i] = model.link().of((y[i] - low) / width);
    }
    return t;
  }

  /**
   * A model of counts.
   *
   * @param share events over persons
   * @param per the plain scale counts so many
   */
  static Optional<Slope> fitted(
      Model model,
      LinkedLine.Family family,
      double[] share,
      double[] x,
      double[] size,
      Errors errors,
      double per) {
    return LinkedLine.fit(family, x, share, size).map(line -> {
      LinkedLine.Covariance c = errors == Errors.ROBUST ? line.robust() : line.covariance();
      double factor = errors == Errors.RESIDUAL ? line.dispersion() : 1;
      return new Slope(
          model,
          0,
          per,
          line.intercept(),
          line.intercept() + line.slope(),
          factor * c.intercept(),
          factor * (c.intercept() + 2 * c.between() + c.slope()),
          factor * (c.intercept() + c.between()),
          errors == Errors.SAMPLING ? Double.POSITIVE_INFINITY : x.length - 2.0,
          errors.code());
    });
  }

  private double value(double eta) {
    return low + width * model.link().inverse(eta);
  }

  private double eta(double value) {
    return model.link().of((value - low) / width);
  }

  private double slopeAt(double eta) {
    return width * model.link().slope(model.link().inverse(eta));
  }

  /** The value of the line at the bottom. */
  double bottom() {
    return value(start);
  }

  double top() {
    return value(end);
  }

  /** The value of the line at a place. */
  double at(double place) {
    return value(start + place * (end - start));
  }

  double sii() {
    return top() - bottom();
  }

  Estimate slopeIndex() {
    double a = slopeAt(start);
    double e = slopeAt(end);
    double variance = a * a * varStart + e * e * varEnd - 2 * a * e * between;
    double error = Math.sqrt(Math.max(0, variance));
    Estimate plain = Estimate.symmetric(sii(), errorsKnown ? error : Double.NaN, df, true, how);
    if (!errorsKnown || model.link() == Model.Link.IDENTITY || !Double.isInfinite(df)) {
      return plain;
    }
    return integrated(plain, new NormalPair.Joined() {
      @Override
      public double of(double inner, double outer) {
        return value(outer) - value(inner);
      }

      @Override
      public double outer(double inner, double difference) {
        return eta(difference + value(inner));
      }
    });
  }

  Estimate ratioIndex() {
    double bottom = bottom();
    double top = top();
    if (!(bottom > 0) || !(top > 0)) {
      return Estimate.notEstimable("the line is not above zero at both ends: no ratio");
    }
    double ratio = top / bottom;
    if (!errorsKnown) {
      return Estimate.bare(ratio, how, Estimate.NO_ERRORS);
    }
    double a = slopeAt(start) / bottom;
    double e = slopeAt(end) / top;
    double logError =
        Math.sqrt(Math.max(0, a * a * varStart + e * e * varEnd - 2 * a * e * between));
    if (model.link() == Model.Link.LOG && low == 0) {
      return Estimate.onLogs(ratio, logError, df, how);
    }
    if (model.link() == Model.Link.IDENTITY) {
      double square = width * width;
      return Estimate.with(
          ratio,
          ratio * logError,
          df,
          level -> Fieller.limits(
              top,
              bottom,
              square * varEnd,
              square * varStart,
              square * between,
              Estimate.quantile(level, df)),
          how);
    }
    Estimate plain = Estimate.onLogs(ratio, logError, df, how);
    if (!Double.isInfinite(df)) {
      return plain;
    }
    return integrated(plain, new NormalPair.Joined() {
      @Override
      public double of(double inner, double outer) {
        return value(outer) / value(inner);
      }

      @Override
      public double outer(double inner, double quotient) {
        return eta(quotient * value(inner));
      }
    });
  }

  /** With the quantiles of the two ends, where they do not follow from each other. */
  private Estimate integrated(Estimate plain, NormalPair.Joined joined) {
    NormalPair pair = NormalPair.of(start, varStart, end, varEnd, between);
    return new Estimate(
        plain.value(),
        plain.stdError(),
        plain.df(),
        level -> {
          double lower = pair.quantile(joined, (1 - level) / 2);
          double upper = pair.quantile(joined, (1 + level) / 2);
          return Double.isNaN(lower + upper)
              ? plain.limits().at(level)
              : new double[] {lower, upper};
        },
        plain.tested(),
        how,
        "ok",
        "");
  }

  /** On the scale of the line. */
  Estimate intercept() {
    return Estimate.symmetric(shown(start), scale() * startError, df, false, how);
  }

  /** On the scale of the line. */
  Estimate slope() {
    return Estimate.symmetric(scale() * (end - start), scale() * slopeError, df, true, how);
  }

  private double scale() {
    return model.link() == Model.Link.IDENTITY ? width : 1;
  }

  private double shown(double eta) {
    return model.link() == Model.Link.IDENTITY ? low + width * eta : eta;
  }
}
