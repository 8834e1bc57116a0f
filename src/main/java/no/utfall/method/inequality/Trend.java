package no.utfall.method.inequality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.utfall.figure.Frame;
import no.utfall.math.WeightedLine;
import no.utfall.method.Tidy;
import no.utfall.panel.Period;

/**
 * How fast a gap closes or widens: a line through the estimates of a measure over periods, weighted by the inverse of
 * their variances when these are known. The standard error grows with the scatter about the line when that is larger
 * than the errors of the estimates explain, and never shrinks below them; Student's t with periods − 2 degrees of
 * freedom. Ratios on their logarithms: the estimate is the factor from one year to the next.
 *
 * @see "Birge (1932), The calculation of errors by the method of least squares, Physical Review 40(2),
 *     doi:10.1103/PhysRev.40.207"
 */
final class Trend {

  private static final int FEWEST = 3;

  private final Plan plan;
  private final List<String> keys;
  private final int at;
  private final List<Keyed> results;

  Trend(Plan plan, List<String> keys, String period, List<Keyed> results) {
    this.plan = plan;
    this.at = keys.indexOf(period);
    this.keys = without(keys);
    this.results = results;
  }

  private List<String> without(List<String> cells) {
    List<String> others = new ArrayList<>(cells);
    others.remove(at);
    return others;
  }

  Frame frame() {
    Map<List<String>, List<Keyed>> series = new LinkedHashMap<>();
    for (Keyed keyed : results) {
      series.computeIfAbsent(without(keyed.names()), key -> new ArrayList<>()).add(keyed);
    }
    Tidy tidy = Tidy.keys(keys);
    Rows rows = new Rows(plan);
    series.forEach((names, points) -> plan.asked().forEach(asked -> {
      List<Estimate> known = new ArrayList<>();
      List<Optional<Period>> periods = new ArrayList<>();
      for (Keyed keyed : points) {
        Estimate estimate = keyed.estimates().get(asked);
        if (estimate != null && estimate.isKnown()) {
          known.add(estimate);
          periods.add(Period.find(keyed.names().get(at)));
        }
      }
      Estimate trend = of(asked.measure(), known, periods);
      rows.add(tidy, names, asked.id(), asked.measure().unit(), trend, known.size());
    }));
    return tidy.frame();
  }

  private static Estimate of(
      Measure measure, List<Estimate> points, List<Optional<Period>> periods) {
    if (points.size() < FEWEST) {
      return Estimate.notEstimable(
          points.size() + " periods with an estimate: a trend needs " + FEWEST);
    }
    if (periods.stream().anyMatch(Optional::isEmpty)) {
      return Estimate.notEstimable("a period is not a year, school year, month or quarter");
    }
    if (periods.stream().anyMatch(p -> p.orElseThrow().kind() == Period.Kind.INTERVAL)) {
      return Estimate.notEstimable("periods of several years may overlap: no trend");
    }
    boolean logs = measure.unit() == Measure.Unit.RATIO;
    double[] x = new double[points.size()];
    double[] y = new double[x.length];
    double[] w = new double[x.length];
    boolean weighted = true;
    for (int i = 0; i < x.length; i++) {
      Estimate point = points.get(i);
      if (logs && !(point.value() > 0)) {
        return Estimate.notEstimable("a ratio is not above 0");
      }
      x[i] = periods.get(i).orElseThrow().first() / 12.0;
      y[i] = logs ? StrictMath.log(point.value()) : point.value();
      double error = logs ? point.stdError() / point.value() : point.stdError();
      w[i] = 1 / (error * error);
      weighted &= error > 0;
    }
    if (!weighted) {
      Arrays.fill(w, 1);
    }
    return line(x, y, w, weighted, logs);
  }

  private static Estimate line(double[] x, double[] y, double[] w, boolean weighted, boolean logs) {
    WeightedLine line = WeightedLine.on(x, w);
    double[] c = line.slope();
    double[] scatter = line.scatter(y);
    double variance = 0;
    for (int i = 0; i < c.length; i++) {
      variance += c[i] * c[i] * (weighted ? Math.max(scatter[i], 1 / w[i]) : scatter[i]);
    }
    double slope = WeightedLine.dot(c, y);
    double error = Math.sqrt(variance);
    String how = weighted ? "weighted line" : "line";
    Estimate plain = Estimate.symmetric(slope, error, x.length - 2.0, true, how);
    if (!logs) {
      return plain;
    }
    double factor = StrictMath.exp(slope);
    return Estimate.with(
        factor,
        factor * error,
        plain.df(),
        level -> {
          double[] limits = plain.limits().at(level);
          return new double[] {StrictMath.exp(limits[0]), StrictMath.exp(limits[1])};
        },
        how + " of logarithms");
  }
}
