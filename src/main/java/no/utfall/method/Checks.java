package no.utfall.method;

import no.utfall.problem.Refusal;
import no.utfall.text.Numerals;

/** What options that mean the same in every method must be. */
public final class Checks {

  private Checks() {}

  public static double per(double people) {
    if (!(people > 0 && people < Double.POSITIVE_INFINITY)) {
      throw Refusal.commandLine(
          "--per " + Numerals.exact(people) + " is not a number above zero",
          "write for example --per 100000");
    }
    return people;
  }

  public static double level(double confidence) {
    return level("conf-level", confidence);
  }

  /** A level under another name than {@code --conf-level}. */
  public static double level(String option, double confidence) {
    if (!(confidence > 0 && confidence < 1)) {
      String fix = confidence > 1 && confidence < 100
          ? "did you mean " + Numerals.exact(confidence / 100) + "?"
          : "write for example --" + option + " 0.95";
      throw Refusal.commandLine(
          "--" + option + " " + Numerals.exact(confidence) + " is not between 0 and 1", fix);
    }
    return confidence;
  }
}
