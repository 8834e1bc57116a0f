package no.utfall.method.poverty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.math.Draws;
import no.utfall.math.Normal;
import no.utfall.method.MethodRun;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How often intervals hold the truth, in samples of households from a known distribution of incomes. */
@Tag("slow")
class CoverageTest {

  private static final int SAMPLES = 4000;
  private static final double SPREAD = 0.6;

  @Test
  void intervalsHoldTheTruthAsOftenAsTheySay() {
    // lognormal incomes: the rate below 0.6 of the median is Φ(ln 0.6 / σ), Gini 2 Φ(σ / √2) − 1
    double rate = 100 * Normal.cumulative(Math.log(0.6) / SPREAD);
    double gini = 2 * Normal.cumulative(SPREAD / Math.sqrt(2)) - 1;
    int[] held = new int[2];
    for (int s = 0; s < SAMPLES; s++) {
      Frame tidy = Runs.low(sample(s), "cluster=h measures=arpr,gini").tidy();
      held[0] += holds(tidy, "arpr", rate);
      held[1] += holds(tidy, "gini", gini);
    }
    assertEquals(0.95, (double) held[0] / SAMPLES, 0.015, Arrays.toString(held));
    assertEquals(0.95, (double) held[1] / SAMPLES, 0.015, Arrays.toString(held));
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
