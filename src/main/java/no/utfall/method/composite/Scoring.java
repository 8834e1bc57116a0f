package no.utfall.method.composite;

import java.util.Map;
import no.utfall.method.Arithmetic;

/** Makes scores out of a board; the scale of an indicator is made of all rows, so that they can be compared over keys. */
final class Scoring {

  private final Board board;
  private final double[] range;
  private final int reference;
  private final Map<String, double[]> posts;

  /**
   * @param reference row of the reference unit, −1 when there is none
   * @param posts lowest and highest by indicator
   */
  Scoring(Board board, double[] range, int reference, Map<String, double[]> posts) {
    this.board = board;
    this.range = range.clone();
    this.reference = reference;
    this.posts = posts;
  }

  Scores scores(Normalisation normalisation) {
    return scores(normalisation, range[0], range[1]);
  }

  Scores scores(Normalisation normalisation, double from, double to) {
    int n = board.y().length;
    int m = board.indicators().size();
    double[][] score = new double[n][m];
    double[][] low = new double[n][m];
    double[][] high = new double[n][m];
    for (int k = 0; k < m; k++) {
      double[] known = board.known(k);
      String why = known.length == 0
          ? "no value is known"
          : normalisation.undefined(known, board.lower()[k], against(k));
      if (!why.isEmpty()) {
        return Scores.none(board.indicators().get(k) + ": " + why);
      }
      Normalisation.Scale scale = scale(normalisation, k, known, from, to);
      for (int row = 0; row < n; row++) {
        score[row][k] = scoreOf(scale, board.y()[row][k]);
        low[row][k] = scoreOf(scale, board.low()[row][k]);
        high[row][k] = scoreOf(scale, board.high()[row][k]);
        if (normalisation.isBounded()) {
          low[row][k] = within(low[row][k], from, from, to);
          high[row][k] = within(high[row][k], to, from, to);
        }
      }
    }
    return new Scores(score, low, high, "");
  }

  /** How a value that is known becomes its score. */
  String arithmetic(Normalisation normalisation, int row, int k) {
    double y = board.y()[row][k];
    String turned = board.lower()[k] ? Arithmetic.fill("y = −x = {0}; ", y) : "";
    return turned + scale(normalisation, k, board.known(k), range[0], range[1]).arithmetic(y);
  }

  private Normalisation.Scale scale(
      Normalisation normalisation, int k, double[] known, double from, double to) {
    return normalisation.scale(known, board.lower()[k], from, to, against(k), turned(k));
  }

  private double against(int k) {
    return reference < 0 ? Double.NaN : board.y()[reference][k];
  }

  private static double scoreOf(Normalisation.Scale scale, double y) {
    return Double.isNaN(y) ? Double.NaN : scale.score(y);
  }

  private static double within(double score, double unknown, double from, double to) {
    return Double.isNaN(score) ? unknown : Math.max(from, Math.min(to, score));
  }

  /** The posts of an indicator, the worse first. */
  private double[] turned(int k) {
    double[] of = posts.get(board.indicators().get(k));
    if (of == null) {
      return new double[] {0, 1};
    }
    return board.lower()[k] ? new double[] {-of[1], -of[0]} : of;
  }
}
