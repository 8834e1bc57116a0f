package no.utfall.method.contrast;

import java.util.HashMap;
import java.util.Map;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.math.Draws;
import no.utfall.method.Method;
import no.utfall.method.Result;
import no.utfall.method.Settings;

/** Boards whose truth is known, and the shortest way to run a method on one. */
final class Worlds {

  private Worlds() {}

  /**
   * Input standard normal plus 10, true effects with this correlation to it, and noise of their own size.
   *
   * @param spread standard deviation of the true effects
   */
  static Frame board(int n, double correlation, double spread, long seed) {
    Draws draws = Draws.of(seed, 0);
    String[] unit = new String[n];
    double[] input = new double[n];
    double[] population = new double[n];
    double[] truth = new double[n];
    double[] effect = new double[n];
    double[] error = new double[n];
    for (int i = 0; i < n; i++) {
      double g = draws.normal();
      unit[i] = "K" + (i + 1);
      input[i] = 10 + g;
      population[i] = Math.rint(500 + 20_000 * draws.uniform());
      error[i] = 0.3 + 0.4 * draws.uniform();
      truth[i] =
          spread * (correlation * g + Math.sqrt(1 - correlation * correlation) * draws.normal());
      effect[i] = truth[i] + error[i] * draws.normal();
    }
    return Frame.of(
        TextColumn.of("unit", unit),
        NumberColumn.of("spend", input),
        NumberColumn.of("pop", population),
        NumberColumn.of("effect", effect),
        NumberColumn.of("se", error),
        NumberColumn.of("truth", truth));
  }

  /** Options as pairs of name and text. */
  static Result run(Method method, Frame data, String... options) {
    Map<String, String> given = new HashMap<>();
    for (int k = 0; k < options.length; k += 2) {
      given.put(options[k], options[k + 1]);
    }
    return method.apply(data, Settings.of(method.card(), given));
  }

  static String[] contrast(String... more) {
    String[] base = {
      "unit", "unit",
      "value", "effect",
      "std-error", "se",
      "cost-per-capita", "spend",
      "population", "pop",
      "draws", "200"
    };
    String[] all = new String[base.length + more.length];
    System.arraycopy(base, 0, all, 0, base.length);
    System.arraycopy(more, 0, all, base.length, more.length);
    return all;
  }
}
