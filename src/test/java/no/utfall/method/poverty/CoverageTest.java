package no.utfall.method.poverty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.TreeMap;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.math.Draws;
import no.utfall.math.Normal;
import no.utfall.method.MethodRun;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often intervals hold the truth, in samples of households from a known distribution of incomes. */
@Tag("slow")
class CoverageTest {

  private static final double SPREAD = 0.6;

  /** Of lognormal incomes: the Lorenz curve is Φ(Φ⁻¹(p) − σ), the poor are Φ(ln 0.6 / σ) of all. */
  private static Map<String, Double> truth() {
    double rate = Normal.cumulative(Math.log(0.6) / SPREAD);
    double low = Normal.cumulative(Normal.quantile(0.2) - SPREAD);
    double high = 1 - Normal.cumulative(Normal.quantile(0.8) - SPREAD);
    return Map.of(
        "arpr",
        100 * rate,
        "rmpg",
        100 * (1 - Math.exp(SPREAD * Normal.quantile(rate / 2)) / 0.6),
        "gini",
        2 * Normal.cumulative(SPREAD / Math.sqrt(2)) - 1,
        "s80s20",
        high / low);
  }

  @ParameterizedTest
  @CsvSource({"linearised, 4000, 2", "bootstrap, 2000, 400"})
  void intervalsHoldTheTruthAsOftenAsTheySay(String variance, int samples, int draws) {
    Map<String, Double> truth = truth();
    Map<String, Integer> held = new TreeMap<>();
    for (int s = 0; s < samples; s++) {
      Frame tidy = Runs.low(
              sample(s),
              "cluster=h measures=" + String.join(",", truth.keySet()) + " variance=" + variance
                  + " draws=" + draws)
          .tidy();
      truth.forEach(
          (measure, value) -> held.merge(measure, holds(tidy, measure, value), Integer::sum));
    }
    held.forEach((measure, times) ->
        assertEquals(0.95, (double) times / samples, 0.015, measure + " " + variance + " " + held));
  }

  private static int holds(Frame tidy, String measure, double truth) {
    return MethodRun.number(tidy, "", measure, "conf_low") <= truth
            && truth <= MethodRun.number(tidy, "", measure, "conf_high")
        ? 1
        : 0;
  }

  /** A thousand households of one to three persons with one income; weights say nothing of the income. */
  private static Frame sample(int seed) {
    Draws draws = Draws.of(20_000, seed);
    TextColumn.Builder household = TextColumn.builder("h");
    NumberColumn.Builder income = NumberColumn.builder("y");
    NumberColumn.Builder weight = NumberColumn.builder("w");
    for (int h = 0; h < 1000; h++) {
      double y = StrictMath.exp(10 + SPREAD * draws.normal());
      double w = 1 + draws.uniform();
      int size = 1 + draws.index(3);
      for (int i = 0; i < size; i++) {
        household.add("h" + h);
        income.add(y);
        weight.add(w);
      }
    }
    return Frame.of(household.build(), income.build(), weight.build());
  }
}
