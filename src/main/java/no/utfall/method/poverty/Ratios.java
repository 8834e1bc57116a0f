package no.utfall.method.poverty;

import java.util.Arrays;
import java.util.stream.IntStream;
import no.utfall.math.Draws;
import no.utfall.math.SurveyDesign;
import no.utfall.method.Arithmetic;

/**
 * Shares of persons with some history in one sample: R = Σ w over those counted / Σ w over those asked about, with the
 * influence (1[counted] − R) / Σ w. Lines that decide who is poor are taken as given.
 */
final class Ratios {

  private final Plan plan;
  private final Sample sample;
  private final double[] weight;

  /** @param weight of each element; 0 for one without */
  Ratios(Plan plan, Sample sample, double[] weight) {
    this.plan = plan;
    this.sample = sample;
    this.weight = weight;
  }

  /**
   * The share in one group.
   *
   * @param counted 1 or 0 for each element; −1 for one that is not asked about
   * @param missing how many more would be asked about if nothing were unknown
   */
  Estimate estimate(byte[] counted, int group, int missing) {
    int n = 0;
    int[] elements = new int[counted.length];
    double all = 0;
    double some = 0;
    for (int e = 0; e < counted.length; e++) {
      if (counted[e] >= 0 && weight[e] > 0 && sample.group(e) == group) {
        elements[n++] = e;
        all += weight[e];
        some += counted[e] * weight[e];
      }
    }
    if (n == 0) {
      return Estimate.none("not-estimable", "nobody with this history in the sample", 0);
    }
    int[] asked = Arrays.copyOf(elements, n);
    double share = some / all;
    double[] z = new double[n];
    double[] ones = new double[n];
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      z[i] = (counted[asked[i]] - share) / all;
      ones[i] = 1;
      weights[i] = weight[asked[i]];
    }
    SurveyDesign design = sample.design();
    double[] drawn = plan.isBootstrap() ? replicates(asked, counted, weights) : new double[0];
    SurveyDesign.Totals size = design.totals(asked, ones, weights);
    double error = size.size() < 2
        ? Double.NaN
        : plan.isBootstrap()
            ? Limits.deviation(drawn)
            : Math.sqrt(design.variance(design.totals(asked, z, weights)));
    return new Uncertainty(plan, design)
        .estimate(
            Measure.Scale.PERSONS,
            plan.settings().number("per"),
            share,
            error,
            drawn,
            size,
            n,
            n,
            missing,
            "");
  }

  /** Adds the formula with its numbers, and returns the share. */
  double arithmetic(Arithmetic lines, String measure, byte[] counted, int group) {
    double all = 0;
    double some = 0;
    for (int e = 0; e < counted.length; e++) {
      if (counted[e] >= 0 && sample.group(e) == group) {
        all += weight[e];
        some += counted[e] * weight[e];
      }
    }
    lines.line("{0}: Σw[counted] / Σw[asked] = {1} / {2} = {3}", measure, some, all, some / all);
    return some / all;
  }

  private double[] replicates(int[] asked, byte[] counted, double[] weights) {
    double[] drawn = new double[plan.settings().integer("draws")];
    long seed = plan.settings().integer("seed");
    IntStream.range(0, drawn.length).parallel().forEach(r -> {
      double[] factor = sample.design().replicate(Draws.of(seed, r));
      double all = 0;
      double some = 0;
      for (int i = 0; i < asked.length; i++) {
        double w = weights[i] * factor[asked[i]];
        all += w;
        some += counted[asked[i]] * w;
      }
      drawn[r] = some / all;
    });
    return drawn;
  }
}
