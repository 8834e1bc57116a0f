package no.utfall.method.contrast;

import java.util.List;
import no.utfall.figure.Type;
import no.utfall.method.Option;
import no.utfall.method.Settings;
import no.utfall.problem.Refusal;
import no.utfall.text.Text;

/** Options that several methods of this package share. */
final class Options {

  static final Option STD_ERROR = Option.column(
      "std-error",
      Type.SIZE,
      Text.of(
          "Standardfeilen til verdien", "Standardfeilen til verdien", "Standard error of value"));
  static final Option DIRECTION = Option.choice(
      "direction",
      "higher-is-better",
      List.of("higher-is-better", "lower-is-better"),
      Text.of(
          "Hva som er bra: høye eller lave verdier",
          "Kva som er bra: høge eller låge verdiar",
          "Whether high or low values are good"));
  static final Option SEED = Option.integer(
      "seed",
      "1",
      Text.of("Frø for trekningene", "Frø for trekkingane", "Seed of the random draws"));
  static final Option CONF_LEVEL = Option.number(
      "conf-level", "0.95", Text.of("Konfidensnivå", "Konfidensnivå", "Confidence level"));

  static final Option COST_UNIT = Option.choice(
      "cost-unit",
      "nok",
      List.of("nok", "1000-nok", "million-nok"),
      Text.of("Pengenes enhet", "Eininga til pengane", "The unit of the money"));

  private Options() {}

  /** Kroner in one unit of the amounts. */
  static double nok(Settings settings) {
    return switch (settings.text("cost-unit")) {
      case "million-nok" -> 1e6;
      case "1000-nok" -> 1e3;
      default -> 1;
    };
  }

  static Option draws(String fallback) {
    return Option.integer(
        "draws", fallback, Text.of("Antall trekninger", "Talet på trekkingar", "Number of draws"));
  }

  static int readDraws(Settings settings) {
    int draws = settings.integer("draws");
    if (draws < 100) {
      throw Refusal.commandLine(
          "--draws " + draws + " is too few for a 95 % limit", "ask for at least 100");
    }
    return draws;
  }

  static double readLevel(double level) {
    if (!(level > 0 && level < 1)) {
      throw Refusal.commandLine(
          "--conf-level must lie between 0 and 1", "write a share, for example 0.95");
    }
    return level;
  }
}
