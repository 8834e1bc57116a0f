package no.utfall.method.poverty;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.IntStream;
import no.utfall.math.Draws;
import no.utfall.math.SurveyDesign;
import org.jspecify.annotations.Nullable;

/**
 * Statistics of incomes for the groups of one sample, with their sampling error.
 *
 * <p>Linearised: a statistic θ of a group at the line t has the influence z = ∂θ/∂w + ∂θ/∂t · ∂t/∂w for every person of
 * the sample, since the line is estimated from all of them; the variance is that of the total Σ w z over clusters. By
 * bootstrap: every replicate draws clusters anew and makes line and statistic again from them.
 */
final class Estimator {

  private final Plan plan;
  private final Sample sample;
  private final double median;
  private final Map<Incomes, SurveyDesign.Totals> sizes = new IdentityHashMap<>();
  private @Nullable Kernel kernel;
  private @Nullable ForkJoinTask<SurveyDesign.Totals> ofMedian;

  Estimator(Plan plan, Sample sample) {
    this.plan = plan;
    this.sample = sample;
    this.median = sample.all().quantile(0.5, plan.rule());
  }

  double median() {
    return median;
  }

  /** The line of a measure; not a number for one without. */
  double line(Measure measure) {
    return line(measure, median);
  }

  private static double line(Measure measure, double median) {
    return Double.isNaN(measure.share()) ? measure.amount() : measure.share() * median;
  }

  /**
   * Every measure for every group.
   *
   * @param chosen the persons of a group that a measure is about
   * @return by measure, then by group; a group without a person has none
   */
  Estimate[][] estimates(List<Measure> measures, Parts chosen) {
    int groups = sample.groups();
    Incomes[][] parts = new Incomes[measures.size()][groups];
    for (int m = 0; m < parts.length; m++) {
      for (int g = 0; g < groups; g++) {
        parts[m][g] = chosen.of(measures.get(m), g);
      }
    }
    double[][][] replicates = plan.isBootstrap() ? replicates(measures, parts) : new double[0][][];
    prepare(parts);
    if (!plan.isBootstrap() && measures.stream().anyMatch(one -> !Double.isNaN(one.share()))) {
      ofMedian = ForkJoinTask.adapt(this::ofMedian).fork();
    }
    Uncertainty uncertainty = new Uncertainty(plan, sample.design());
    Estimate[][] estimates = new Estimate[parts.length][groups];
    IntStream.range(0, parts.length * groups).parallel().forEach(i -> {
      int m = i / groups;
      int g = i % groups;
      double[] drawn = replicates.length == 0 ? new double[0] : replicates[m][g];
      int missing = chosen.unknown(measures.get(m), g);
      estimates[m][g] = estimate(measures.get(m), parts[m][g], drawn, missing, uncertainty);
    });
    return estimates;
  }

  /** Which persons of a group a measure is about. */
  interface Parts {
    Incomes of(Measure measure, int group);

    /** How many more there would be if no income were unknown. */
    int unknown(Measure measure, int group);
  }

  private Estimate estimate(
      Measure measure, Incomes part, double[] drawn, int missing, Uncertainty uncertainty) {
    if (part.size() == 0) {
      return Estimate.none("not-estimable", "nobody in the sample", 0);
    }
    Index index = measure.index().orElseThrow();
    double line = line(measure);
    String obstacle = index.obstacle(part, line);
    if (!obstacle.isEmpty()) {
      return Estimate.none("not-estimable", obstacle, index.observations(part, line));
    }
    double value = index.value(part, line);
    SurveyDesign.Totals size = size(part);
    double error = size.size() < 2
        ? Double.NaN
        : drawn.length > 0
            ? Limits.deviation(drawn)
            : Math.sqrt(variance(measure, index, part, line, value));
    return uncertainty.estimate(
        measure.scale(),
        measure.scale().factor(plan.settings()),
        value,
        error,
        drawn,
        size,
        index.observations(part, line),
        part.size(),
        missing,
        index.remark(part, line));
  }

  private double variance(Measure measure, Index index, Incomes part, double line, double value) {
    double[] z = new double[part.size()];
    index.influence(part, line, value, kernel(), z);
    SurveyDesign design = sample.design();
    SurveyDesign.Totals own = design.totals(part.elements(), z, part.weightOfEach());
    double variance = design.variance(own);
    if (Double.isNaN(measure.share())) {
      return variance;
    }
    double slope = measure.share() * index.slope(part, line, value, kernel());
    SurveyDesign.Totals median = Objects.requireNonNull(ofMedian, "prepared").join();
    return Math.max(
        0,
        variance
            + 2 * slope * design.covariance(own, median)
            + slope * slope * design.variance(median));
  }

  /** What several measures rest on: the weights of the persons they are about, by cluster, and the kernel. */
  private void prepare(Incomes[][] parts) {
    Set<Incomes> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
    distinct.add(sample.all());
    Arrays.stream(parts).forEach(each -> distinct.addAll(Arrays.asList(each)));
    List<Incomes> each = List.copyOf(distinct);
    List<SurveyDesign.Totals> made = each.parallelStream().map(this::sizes).toList();
    for (int i = 0; i < made.size(); i++) {
      sizes.put(each.get(i), made.get(i));
    }
    kernel = plan.settings().text("bandwidth").equals("osier")
        ? Kernel.osier(sample.all())
        : Kernel.silverman(sample.all(), size(sample.all()).effectiveSize());
  }

  private SurveyDesign.Totals sizes(Incomes part) {
    double[] ones = new double[part.size()];
    Arrays.fill(ones, 1);
    return sample.design().totals(part.elements(), ones, part.weightOfEach());
  }

  /** The weights by cluster. */
  private SurveyDesign.Totals size(Incomes part) {
    return Objects.requireNonNull(sizes.get(part), "prepared");
  }

  private Kernel kernel() {
    return Objects.requireNonNull(kernel, "prepared");
  }

  /** The totals of the influence on the median of the whole sample. */
  private SurveyDesign.Totals ofMedian() {
    Incomes all = sample.all();
    double[] z = new double[all.size()];
    new Distribution.Quantile(0.5, plan.rule()).influence(all, Double.NaN, median, kernel(), z);
    return sample.design().totals(all.elements(), z, all.weightOfEach());
  }

  /** By measure, group and replicate; a stream of its own for each replicate, whatever the number of threads. */
  private double[][][] replicates(List<Measure> measures, Incomes[][] parts) {
    int draws = plan.settings().integer("draws");
    long seed = plan.settings().integer("seed");
    int groups = sample.groups();
    double[][][] replicates = new double[measures.size()][groups][draws];
    IntStream.range(0, draws).parallel().forEach(r -> {
      double[] factor = sample.design().replicate(Draws.of(seed, r));
      double drawnMedian = sample.all().times(factor).quantile(0.5, plan.rule());
      for (int g = 0; g < groups; g++) {
        Incomes before = null;
        Incomes drawn = null;
        for (int m = 0; m < parts.length; m++) {
          if (drawn == null || before != parts[m][g]) {
            before = parts[m][g];
            drawn = before.times(factor);
          }
          replicates[m][g][r] = value(measures.get(m), drawn, drawnMedian);
        }
      }
    });
    return replicates;
  }

  private static double value(Measure measure, Incomes drawn, double drawnMedian) {
    Index index = measure.index().orElseThrow();
    double line = line(measure, drawnMedian);
    return drawn.size() == 0 || !index.obstacle(drawn, line).isEmpty()
        ? Double.NaN
        : index.value(drawn, line);
  }
}
