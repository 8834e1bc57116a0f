package no.utfall.method.inequality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.math.Normal;
import no.utfall.method.Result;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How often 95 % intervals hold the truth, over thousands of worlds: within 1.5 points of their level. */
@Tag("slow")
class InequalityCoverageTest {

  private static final int WORLDS = 4000;
  private static final double WITHIN = 0.015;
  private static final double[] SIZES = {2000, 3000, 2500, 1500, 1000};

  private interface World {
    Result draw(Random random);
  }

  private static double coverage(World world, String measure, double truth) {
    int held = 0;
    for (int w = 0; w < WORLDS; w++) {
      Result result = world.draw(new Random(1000L + w));
      double low = Runs.number(result, measure, "conf_low");
      double high = Runs.number(result, measure, "conf_high");
      held += low <= truth && truth <= high ? 1 : 0;
    }
    return held / (double) WORLDS;
  }

  private static Frame groups(double[] y, double error, Random random) {
    NumberColumn.Builder values = NumberColumn.builder("Y");
    for (double v : y) {
      values.add(v + error * random.nextGaussian());
    }
    return Frame.of(
        TextColumn.of("group", List.of("1", "2", "3", "4", "5")),
        values.build(),
        NumberColumn.of("N", SIZES),
        NumberColumn.of("SE", error, error, error, error, error));
  }

  /** Places are 0.1, 0.35, 0.625, 0.825, 0.95; the truth is the line 40 − 12 x. */
  private static final double[] LINE = {40 - 1.2, 40 - 4.2, 40 - 7.5, 40 - 9.9, 40 - 11.4};

  @Test
  void slopeIndexFromStandardErrors() {
    World world = random -> Runs.run(
        groups(LINE, 1.5, random),
        "group=group value=Y population=N std-error=SE measures=sii,aci");
    assertEquals(0.95, coverage(world, "sii", -12), WITHIN);
    assertEquals(0.95, coverage(world, "rii", 28 / 40.0), WITHIN);
  }

  @Test
  void slopeIndexOnLogarithms() {
    double[] logs = new double[5];
    for (int i = 0; i < 5; i++) {
      logs[i] = Math.exp(3.5 - 0.4 * new double[] {0.1, 0.35, 0.625, 0.825, 0.95}[i]);
    }
    World world = random -> Runs.run(
        groups(logs, 1, random),
        "group=group value=Y population=N std-error=SE measures=sii model=log");
    assertEquals(0.95, coverage(world, "sii", Math.exp(3.1) - Math.exp(3.5)), WITHIN);
    assertEquals(0.95, coverage(world, "rii", Math.exp(-0.4)), WITHIN);
  }

  /** Counts of at least twenty in every group. */
  @Test
  void slopeIndexOfCounts() {
    double[] places = {0.1, 0.35, 0.625, 0.825, 0.95};
    World world = random -> {
      double[] counts = new double[5];
      for (int i = 0; i < 5; i++) {
        double p = 0.05 - 0.02 * places[i];
        for (int person = 0; person < SIZES[i]; person++) {
          counts[i] += random.nextDouble() < p ? 1 : 0;
        }
      }
      Frame data = Frame.of(
          TextColumn.of("group", List.of("1", "2", "3", "4", "5")),
          NumberColumn.of("X", counts),
          NumberColumn.of("N", SIZES));
      return Runs.run(data, "group=group count=X population=N measures=sii");
    };
    assertEquals(0.95, coverage(world, "sii", -2), WITHIN);
  }

  @Test
  void slopeIndexFromTheScatterOfGroups() {
    World world = random ->
        Runs.run(groupsOfScatter(random), "group=group value=Y population=N measures=sii");
    assertEquals(0.95, coverage(world, "sii", -12), WITHIN);
  }

  /** Scatter whose variance falls with the size of the group, as the weights say. */
  private static Frame groupsOfScatter(Random random) {
    double[] y = new double[5];
    for (int i = 0; i < 5; i++) {
      y[i] = LINE[i] + 60 / Math.sqrt(SIZES[i]) * random.nextGaussian();
    }
    return Frame.of(
        TextColumn.of("group", List.of("1", "2", "3", "4", "5")),
        NumberColumn.of("Y", y),
        NumberColumn.of("N", SIZES));
  }

  /** Lognormal with σ = 0.6: G = 2 Φ(σ/√2) − 1, T = σ²/2, and the mean log deviation the same. */
  @Test
  void giniOfPersons() {
    World world = random -> {
      double[] y = new double[1000];
      for (int i = 0; i < y.length; i++) {
        y[i] = Math.exp(0.6 * random.nextGaussian());
      }
      return Runs.run(Frame.of(NumberColumn.of("Y", y)), "value=Y measures=gini,mld");
    };
    double gini = 2 * Normal.cumulative(0.6 / Math.sqrt(2)) - 1;
    assertEquals(0.95, coverage(world, "gini", gini), WITHIN);
    assertEquals(0.95, coverage(world, "mld", 0.18), WITHIN);
  }

  /** Two hundred clusters of five persons who share half of their variance. */
  @Test
  void giniOfClusteredPersons() {
    World world = random -> {
      double[] y = new double[1000];
      String[] cluster = new String[1000];
      for (int c = 0; c < 200; c++) {
        double shared = random.nextGaussian();
        for (int k = 0; k < 5; k++) {
          y[5 * c + k] = Math.exp(0.5 * (shared + random.nextGaussian()) / Math.sqrt(2));
          cluster[5 * c + k] = "c" + c;
        }
      }
      return Runs.run(
          Frame.of(NumberColumn.of("Y", y), TextColumn.of("c", cluster)),
          "value=Y cluster=c measures=gini");
    };
    double gini = 2 * Normal.cumulative(0.5 / Math.sqrt(2)) - 1;
    assertEquals(0.95, coverage(world, "gini", gini), WITHIN);
  }

  @Test
  void concentrationIndicesFromStandardErrors() {
    Frame world = groups(LINE, 0, new Random(0));
    String options = "group=group value=Y population=N std-error=SE measures=aci,rci";
    Result truth = Runs.run(world, options);
    World drawn = random -> Runs.run(groups(LINE, 1.5, random), options);
    assertEquals(0.95, coverage(drawn, "aci", Runs.number(truth, "aci", "estimate")), WITHIN);
    assertEquals(0.95, coverage(drawn, "rci", Runs.number(truth, "rci", "estimate")), WITHIN);
  }

  /** By hand: places .1 .35 .625 .825 .95 of 40 − 12 x weigh .2 .3 .25 .15 .1; 2 Σ p y (x − ½). */
  @Test
  void theConcentrationOfTheLineIsKnown() {
    double[] places = {0.1, 0.35, 0.625, 0.825, 0.95};
    double twice = 0;
    for (int i = 0; i < 5; i++) {
      twice += 2 * SIZES[i] / 10_000 * LINE[i] * (places[i] - 0.5);
    }
    Result truth =
        Runs.run(groups(LINE, 0, new Random(0)), "group=group value=Y population=N measures=aci");
    assertEquals(twice, Runs.number(truth, "aci", "estimate"), 1e-12);
  }

  @Test
  void relativeIndexFromStandardErrorsFarFromNone() {
    World world = random -> Runs.run(
        groups(LINE, 3, random), "group=group value=Y population=N std-error=SE measures=sii");
    assertEquals(0.95, coverage(world, "rii", 28 / 40.0), WITHIN);
  }
}
