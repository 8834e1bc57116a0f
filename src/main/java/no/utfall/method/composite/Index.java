package no.utfall.method.composite;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The nodes of a tree for every unit, up to the index. */
final class Index {

  private final Board board;
  private final Tree tree;
  private final Aggregation aggregation;
  private final double leastShare;

  /**
   * @param leastShare with less of its weight known a node has no value; {@code NaN} when all must be known
   */
  Index(Board board, Tree tree, Aggregation aggregation, double leastShare) {
    this.board = board;
    this.tree = tree;
    this.aggregation = aggregation;
    this.leastShare = leastShare;
  }

  Board board() {
    return board;
  }

  Tree tree() {
    return tree;
  }

  Aggregation aggregation() {
    return aggregation;
  }

  /** Every node by name, one number a row; {@code NaN} where it cannot be made. */
  Map<String, double[]> nodes(double[][] scores) {
    return nodes(scores, tree, aggregation);
  }

  Map<String, double[]> nodes(double[][] scores, Tree with, Aggregation by) {
    int n = scores.length;
    Map<String, double[]> values = new HashMap<>();
    for (int k = 0; k < board.indicators().size(); k++) {
      int indicator = k;
      values.put(
          board.indicators().get(k),
          Arrays.stream(scores).mapToDouble(row -> row[indicator]).toArray());
    }
    for (Tree.Node node : with.nodes()) {
      boolean pairs = by == Aggregation.COPELAND && node.equals(with.root());
      double[][] parts = new double[n][node.parts().size()];
      for (int i = 0; i < node.parts().size(); i++) {
        double[] part = values.getOrDefault(node.parts().get(i), new double[n]);
        for (int row = 0; row < n; row++) {
          parts[row][i] = part[row];
        }
      }
      values.put(node.name(), pairs ? copeland(parts, node) : means(parts, node, by));
    }
    return values;
  }

  private double[] means(double[][] parts, Tree.Node node, Aggregation by) {
    Aggregation mean = meanOf(by);
    double[] means = new double[parts.length];
    for (int row = 0; row < parts.length; row++) {
      Known known = known(parts[row], node.shares());
      means[row] = known == null ? Double.NaN : mean.mean(known.scores(), known.weights());
    }
    return means;
  }

  private static Aggregation meanOf(Aggregation by) {
    return by == Aggregation.COPELAND ? Aggregation.ARITHMETIC : by;
  }

  /** The parts that a mean is made of, with weights that sum to 1. */
  private record Known(double[] scores, double[] weights) {}

  /** All parts when all must be known, else those that are; {@code null} when that is too little. */
  private @Nullable Known known(double[] parts, double[] shares) {
    if (Double.isNaN(leastShare)) {
      return new Known(parts, shares);
    }
    double share = 0;
    int known = 0;
    for (int i = 0; i < parts.length; i++) {
      if (!Double.isNaN(parts[i])) {
        share += shares[i];
        known++;
      }
    }
    if (known == 0 || share < leastShare - 1e-12) {
      return null;
    }
    double[] there = new double[known];
    double[] weights = new double[known];
    int at = 0;
    for (int i = 0; i < parts.length; i++) {
      if (!Double.isNaN(parts[i])) {
        there[at] = parts[i];
        weights[at++] = shares[i] / share;
      }
    }
    return new Known(there, weights);
  }

  /**
   * A node of one row that has a value, with its numbers put in.
   *
   * @param values of {@link #nodes(double[][])}
   */
  String arithmetic(Tree.Node node, Map<String, double[]> values, int row) {
    if (aggregation == Aggregation.COPELAND && node.equals(tree.root())) {
      return "#(won) − #(lost)";
    }
    double[] parts = node.parts().stream()
        .mapToDouble(part -> values.getOrDefault(part, new double[row + 1])[row])
        .toArray();
    Known known = known(parts, node.shares());
    return known == null ? "" : meanOf(aggregation).arithmetic(known.scores(), known.weights());
  }

  private double[] copeland(double[][] parts, Tree.Node node) {
    double[] result = new double[parts.length];
    Arrays.fill(result, Double.NaN);
    for (int[] peers : board.peers()) {
      double[][] chosen = new double[peers.length][];
      for (int i = 0; i < peers.length; i++) {
        chosen[i] = parts[peers[i]];
      }
      double[] scores = Aggregation.copeland(chosen, node.shares());
      for (int i = 0; i < peers.length; i++) {
        result[peers[i]] = scores[i];
      }
    }
    return result;
  }

  /** The index alone. */
  double[] root(double[][] scores, Tree with, Aggregation by) {
    double[] root = nodes(scores, with, by).get(with.root().name());
    double[] values = root == null ? new double[scores.length] : root;
    board.twins().forEach(row -> values[row] = Double.NaN);
    return values;
  }

  /** 1 for the highest of each set of peers, equal ones sharing the best place; 0 for a unit without an index. */
  int[] ranks(double[] index) {
    int[] ranks = new int[index.length];
    for (int[] peers : board.peers()) {
      double[] sorted = Arrays.stream(peers)
          .mapToDouble(row -> -index[row])
          .filter(v -> !Double.isNaN(v))
          .sorted()
          .toArray();
      for (int row : peers) {
        if (!Double.isNaN(index[row])) {
          int at = Arrays.binarySearch(sorted, -index[row]);
          while (at > 0 && sorted[at - 1] == -index[row]) {
            at--;
          }
          ranks[row] = at < 0 ? 0 : at + 1;
        }
      }
    }
    return ranks;
  }
}
