package no.utfall.method.poverty;

import static no.utfall.method.MethodRun.number;
import static no.utfall.method.poverty.Runs.low;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.math.Draws;
import no.utfall.math.Gini;
import no.utfall.math.SortedIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Standard errors against slow twins, and what must not change. */
class SamplingErrorTest {

  private static final String MEASURES =
      "arpr,arpt,rmpg,poor_median,fgt1,fgt2,sen,sst,watts,median,mean,gini,s80s20,shares";

  /** Persons in households of one to three in three regions, incomes rounded so that some are equal. */
  static Frame people(int households, long seed) {
    Draws draws = Draws.of(seed, 1);
    TextColumn.Builder household = TextColumn.builder("h");
    TextColumn.Builder region = TextColumn.builder("g");
    NumberColumn.Builder income = NumberColumn.builder("y");
    NumberColumn.Builder weight = NumberColumn.builder("w");
    for (int h = 0; h < households; h++) {
      double y = Math.rint(100 * StrictMath.exp(3 + 0.6 * draws.normal())) / 10;
      double w = 0.5 + 2 * draws.uniform();
      int size = 1 + draws.index(3);
      for (int i = 0; i < size; i++) {
        household.add("h" + h);
        region.add("r" + h % 3);
        income.add(y);
        weight.add(w);
      }
    }
    return Frame.of(household.build(), region.build(), income.build(), weight.build());
  }

  /** The influence of a person is the change of the value by its weight, and the slope the change by the line. */
  @ParameterizedTest
  @ValueSource(strings = {"gini", "fgt1", "fgt2", "sen", "sst", "watts", "shares", "mean"})
  void influencesAreDerivatives(String name) {
    Index index = index(name);
    Frame data = people(60, 3);
    double[] y = data.number("y").values();
    double[] w = data.number("w").values();
    int n = y.length;
    int[] order = SortedIndex.of(y, w);
    double[] sorted = new double[n];
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      sorted[i] = y[order[i]];
      weights[i] = w[order[i]];
    }
    int[] elements = IntStream.range(0, n).toArray();
    Incomes all = Incomes.of(sorted, weights, elements);
    double line = 150.05;
    double value = index.value(all, line);
    double[] z = new double[n];
    Kernel kernel = new Kernel(1e-3, false);
    index.influence(all, line, value, kernel, z);
    double step = 1e-6;
    for (int i = 0; i < n; i += 7) {
      double[] up = weights.clone();
      double[] down = weights.clone();
      up[i] += step;
      down[i] -= step;
      double slow = (index.value(Incomes.of(sorted, up, elements), line)
              - index.value(Incomes.of(sorted, down, elements), line))
          / (2 * step);
      assertEquals(slow, z[i], 1e-7, "person " + i);
    }
    // no income within a width of the line: the density there is zero
    double slow = (index.value(all, line + 1e-4) - index.value(all, line - 1e-4)) / 2e-4;
    assertEquals(slow, index.slope(all, line, value, kernel), 1e-8);
  }

  private static Index index(String name) {
    return switch (name) {
      case "gini" -> new Distribution.Gini();
      case "shares" -> new Distribution.Share(0.2, 0.4);
      case "mean" -> new Distribution.Mean();
      case "fgt1" -> new Deprivation.Gap(1);
      case "fgt2" -> new Deprivation.Gap(2);
      case "sen" -> new Deprivation.Sen();
      case "sst" -> new Deprivation.SenShorrocksThon();
      default -> new Deprivation.Watts();
    };
  }

  /** Linearised and bootstrapped standard errors are two ways to the same number. */
  @Test
  void theBootstrapAgreesWithTheLinearisation() {
    Frame data = people(1500, 5);
    String settings = "cluster=h strata=g measures=" + MEASURES;
    Frame linear = low(data, settings).tidy();
    Frame drawn = low(
            data, "cluster=h strata=g measures=" + MEASURES + " variance=bootstrap draws=400")
        .tidy();
    for (String measure : List.of(
        "arpr",
        "arpt",
        "rmpg",
        "poor_median",
        "fgt1",
        "fgt2",
        "sen",
        "sst",
        "watts",
        "median",
        "mean",
        "gini",
        "s80s20",
        "share_1",
        "share_5")) {
      double one = number(linear, "", measure, "std_error");
      double other = number(drawn, "", measure, "std_error");
      assertEquals(1, other / one, 0.15, measure);
    }
  }

  @Test
  void replicatesDoNotDependOnThreads() throws Exception {
    Frame data = people(200, 9);
    String settings = "cluster=h by=g measures=arpr,gini variance=bootstrap draws=60";
    Frame many = low(data, settings).tidy();
    ForkJoinPool one = new ForkJoinPool(1);
    try {
      Frame single = one.submit(() -> low(data, settings).tidy()).get();
      assertArrayEquals(
          many.number("std_error").values(), single.number("std_error").values());
    } finally {
      one.shutdown();
    }
  }

  @Test
  void neitherRowOrderNorUnitsNorHalvedWeightsMatter() {
    Frame data = people(150, 11);
    String settings = "cluster=h by=g measures=" + MEASURES;
    Frame before = low(data, settings).tidy();
    List<Integer> rows = new ArrayList<>(IntStream.range(0, data.rows()).boxed().toList());
    Collections.shuffle(rows, new Random(1));
    Frame shuffled = data.rows(rows.stream().mapToInt(Integer::intValue).toArray());
    assertTrue(sameBits(before, low(shuffled, settings).tidy()), "row order");
    close(before, low(times(data, "w", 1000), settings).tidy(), 1, "unit of weights");
    close(before, low(halved(data), settings).tidy(), 1, "halved weights");
    Frame scaled = low(times(data, "y", 0.001), settings).tidy();
    for (int row = 0; row < scaled.rows(); row++) {
      boolean amount = scaled.text("unit_of_measure").get(row).equals("income");
      assertEquals(
          before.number("std_error").value(row) * (amount ? 0.001 : 1),
          scaled.number("std_error").value(row),
          1e-9 * before.number("std_error").value(row));
    }
  }

  @Test
  void aGroupIsTheSameAloneAndBesideOthersUnderItsOwnLine() {
    Frame data = people(150, 13);
    TextColumn region = data.text("g");
    int[] first = IntStream.range(0, data.rows())
        .filter(row -> region.get(row).equals("r0"))
        .toArray();
    Frame alone = low(data.rows(first), "cluster=h by=g measures=" + MEASURES).tidy();
    Frame beside =
        low(data, "cluster=h by=g threshold-by=g measures=" + MEASURES).tidy();
    for (int row = 0; row < alone.rows(); row++) {
      for (String column : List.of("estimate", "std_error", "conf_low", "conf_high")) {
        assertEquals(
            alone.number(column).value(row), beside.number(column).value(row), column + " " + row);
      }
    }
  }

  @Test
  void aHigherLevelGivesAWiderInterval() {
    Frame tidy = low(people(150, 17), "cluster=h measures=" + MEASURES + " conf-level=0.9,0.99")
        .tidy();
    for (int row = 0; row < tidy.rows(); row += 2) {
      assertTrue(tidy.number("conf_low").value(row) >= tidy.number("conf_low").value(row + 1));
      assertTrue(tidy.number("conf_high").value(row) < tidy.number("conf_high").value(row + 1));
      assertTrue(tidy.number("conf_low").value(row) <= tidy.number("estimate").value(row));
    }
  }

  @Test
  void sharesAddUpToAll() {
    Frame tidy = low(people(150, 19), "measures=shares shares=10").tidy();
    double sum = 0;
    for (int row = 0; row < tidy.rows(); row++) {
      sum += tidy.number("estimate").value(row);
    }
    assertEquals(10, tidy.rows());
    assertEquals(100, sum, 1e-10);
  }

  @Test
  void giniIsThatOfTheKernel() {
    Frame data = people(150, 23);
    assertEquals(
        Gini.of(data.number("y").values(), data.number("w").values()),
        number(low(data, "measures=gini").tidy(), "", "gini", "estimate"),
        1e-14);
  }

  private static boolean sameBits(Frame a, Frame b) {
    for (Column column : a.columns()) {
      for (int row = 0; row < a.rows(); row++) {
        boolean same = column instanceof NumberColumn numbers
            ? Double.compare(numbers.value(row), b.number(column.name()).value(row)) == 0
            : ((TextColumn) column).get(row).equals(b.text(column.name()).get(row));
        if (!same) {
          return false;
        }
      }
    }
    return true;
  }

  private static void close(Frame a, Frame b, double factor, String what) {
    for (String column : List.of("estimate", "std_error", "conf_low", "conf_high")) {
      for (int row = 0; row < a.rows(); row++) {
        double wanted = factor * a.number(column).value(row);
        double got = b.number(column).value(row);
        assertTrue(
            Double.compare(wanted, got) == 0 || Math.abs(wanted - got) <= 1e-9 * Math.abs(wanted),
            what + ", " + a.text("measure").get(row) + " " + column + ": " + wanted + " " + got);
      }
    }
  }

  private static Frame times(Frame data, String column, double factor) {
    double[] values = data.number(column).values();
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
    return data.with(NumberColumn.of(column, values));
  }

  /** Every other person as two of half the weight in the same household. */
  private static Frame halved(Frame data) {
    List<Integer> rows = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (int row = 0; row < data.rows(); row++) {
      int parts = 1 + row % 2;
      for (int i = 0; i < parts; i++) {
        rows.add(row);
        weights.add(data.number("w").value(row) / parts);
      }
    }
    return data.rows(rows.stream().mapToInt(Integer::intValue).toArray())
        .with(NumberColumn.of(
            "w", weights.stream().mapToDouble(Double::doubleValue).toArray()));
  }
}
