package no.utfall.method.composite;

/**
 * Indicators on one scale.
 *
 * @param score {@code score[row][indicator]}, {@code NaN} where the value is not known
 * @param low the lowest each score can be, {@code NaN} when it can be anything
 * @param trouble why there are no scores; empty when there are
 */
record Scores(double[][] score, double[][] low, double[][] high, String trouble) {

  static Scores none(String trouble) {
    return new Scores(new double[0][], new double[0][], new double[0][], trouble);
  }
}
