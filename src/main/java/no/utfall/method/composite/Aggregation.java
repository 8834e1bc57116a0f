package no.utfall.method.composite;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.utfall.method.Arithmetic;

/**
 * How scores become one, with weights w that sum to 1: arithmetic Σ w s, geometric Π s^w, harmonic 1 / Σ (w / s). The
 * arithmetic lets a good score make up for a bad one, the others less so. Copeland compares pair by pair instead: how
 * many units a unit beats, on more than half of the weight, less by how many it is beaten.
 *
 * @see "OECD and JRC (2008), doi:10.1787/9789264043466-en; Copeland (1951), A reasonable social welfare function,
 *     University of Michigan. Agrees with COINr 1.1.14: a_amean, a_gmean, a_hmean, a_copeland."
 */
enum Aggregation {
  ARITHMETIC("arithmetic"),
  GEOMETRIC("geometric"),
  HARMONIC("harmonic"),
  COPELAND("copeland");

  private static final double TIE = 1e-12;

  private final String code;

  Aggregation(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }

  static List<String> codes() {
    return Arrays.stream(values()).map(Aggregation::code).toList();
  }

  static Aggregation of(String code) {
    return Arrays.stream(values()).filter(a -> a.code.equals(code)).findFirst().orElseThrow();
  }

  /** The mean of the scores of one unit; {@code NaN} where a score is unknown or, but for the arithmetic, not above 0. */
  double mean(double[] scores, double[] weights) {
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      double s = scores[i];
      if (Double.isNaN(s) || (this != ARITHMETIC && !(s > 0))) {
        return Double.NaN;
      }
      sum += weights[i]
          * switch (this) {
            case ARITHMETIC -> s;
            case GEOMETRIC -> StrictMath.log(s);
            case HARMONIC -> 1 / s;
            case COPELAND -> throw new IllegalStateException("Copeland compares units");
          };
    }
    return switch (this) {
      case GEOMETRIC -> StrictMath.exp(sum);
      case HARMONIC -> 1 / sum;
      default -> sum;
    };
  }

  /** The mean of the scores of one unit, with its numbers put in. */
  String arithmetic(double[] scores, double[] weights) {
    String term = switch (this) {
      case ARITHMETIC -> "{0} · {1}";
      case GEOMETRIC -> "{1}^{0}";
      case HARMONIC -> "{0} / {1}";
      case COPELAND -> throw new IllegalStateException("Copeland compares units");
    };
    String terms = IntStream.range(0, scores.length)
        .mapToObj(i -> Arithmetic.fill(term, weights[i], scores[i]))
        .collect(Collectors.joining(this == GEOMETRIC ? " · " : " + "));
    return this == HARMONIC ? "1 / (" + terms + ")" : terms;
  }

  /** Copeland's score of every unit; {@code NaN} for a unit with an unknown score, which is compared with none. */
  static double[] copeland(double[][] scores, double[] weights) {
    int n = scores.length;
    double[] result = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i && isWhole(scores[i]); j++) {
        if (isWhole(scores[j])) {
          double lead = 0;
          for (int k = 0; k < weights.length; k++) {
            lead += weights[k] * Math.signum(scores[i][k] - scores[j][k]);
          }
          double won = Math.abs(lead) < TIE ? 0 : Math.signum(lead);
          result[i] += won;
          result[j] -= won;
        }
      }
      if (!isWhole(scores[i])) {
        result[i] = Double.NaN;
      }
    }
    return result;
  }

  private static boolean isWhole(double[] scores) {
    return Arrays.stream(scores).noneMatch(Double::isNaN);
  }
}
