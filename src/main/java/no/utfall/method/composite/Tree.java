package no.utfall.method.composite;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleSupplier;
import no.utfall.problem.Refusal;

/**
 * What is made of what, from indicators up to the index: every node after its parts, the index last.
 *
 * @param nodes in the order they can be computed
 */
record Tree(List<Node> nodes) {

  static final String INDEX = "index";

  /**
   * One mean.
   *
   * @param parts indicators, or nodes before it
   * @param weights sum to 1
   */
  record Node(String name, List<String> parts, List<Double> weights) {
    Node {
      parts = List.copyOf(parts);
      double total = weights.stream().mapToDouble(Double::doubleValue).sum();
      weights = weights.stream().map(w -> w / total).toList();
    }

    double[] shares() {
      return weights.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }

  Tree {
    nodes = List.copyOf(nodes);
  }

  Node root() {
    return nodes.get(nodes.size() - 1);
  }

  /** One level. */
  static Tree flat(List<String> indicators, double[] weights) {
    List<Double> list = new ArrayList<>();
    for (double weight : weights) {
      list.add(weight);
    }
    return new Tree(List.of(new Node(INDEX, indicators, list)));
  }

  /**
   * Levels as they are written: {@code "health=le*2,mortality;index=health,school"}.
   *
   * @param weights of the indicators by name, multiplied with those of the text
   */
  static Tree parse(String text, List<String> indicators, Map<String, Double> weights) {
    Map<String, Node> written = new LinkedHashMap<>();
    Set<String> used = new HashSet<>();
    for (String line : text.split("\\s*;\\s*")) {
      int equals = line.indexOf('=');
      if (equals < 1) {
        throw bad("'" + line + "' has no name and parts");
      }
      String name = line.substring(0, equals).strip();
      List<String> parts = new ArrayList<>();
      List<Double> shares = new ArrayList<>();
      for (String part : line.substring(equals + 1).strip().split("\\s*,\\s*")) {
        String[] factors = part.split("\\s*\\*\\s*", 2);
        parts.add(factors[0]);
        double weight = factors.length == 1 ? 1 : weight(factors[1]);
        shares.add(weight * weights.getOrDefault(factors[0], 1.0));
        if (!used.add(factors[0])) {
          throw bad("'" + factors[0] + "' is part of two nodes");
        }
      }
      if (indicators.contains(name) || written.put(name, new Node(name, parts, shares)) != null) {
        throw bad("'" + name + "' is the name of two things");
      }
    }
    return new Tree(sorted(written, indicators, used));
  }

  private static List<Node> sorted(
      Map<String, Node> written, List<String> indicators, Set<String> used) {
    Set<String> idle = new TreeSet<>(indicators);
    idle.removeAll(used);
    if (!idle.isEmpty()) {
      throw bad("nothing is made of '" + String.join("', '", idle) + "'");
    }
    List<String> roots =
        written.keySet().stream().filter(name -> !used.contains(name)).toList();
    if (roots.size() != 1) {
      throw bad("it needs one node that is part of no other, and has " + roots.size());
    }
    Set<String> made = new HashSet<>(indicators);
    List<Node> nodes = new ArrayList<>();
    Map<String, Node> waiting = new LinkedHashMap<>(written);
    while (!waiting.isEmpty()) {
      List<Node> ready = waiting.values().stream()
          .filter(node -> made.containsAll(node.parts()))
          .toList();
      if (ready.isEmpty()) {
        Set<String> unknown = new TreeSet<>(used);
        unknown.removeAll(written.keySet());
        indicators.forEach(unknown::remove);
        throw bad(
            unknown.isEmpty()
                ? "the nodes are parts of each other in a ring"
                : "'" + String.join("', '", unknown) + "' is neither an indicator nor a node");
      }
      for (Node node : ready) {
        nodes.add(node);
        made.add(node.name());
        waiting.remove(node.name());
      }
    }
    return nodes;
  }

  private static double weight(String text) {
    try {
      double weight = Double.parseDouble(text);
      if (weight > 0 && weight < Double.POSITIVE_INFINITY) {
        return weight;
      }
    } catch (NumberFormatException e) {
      throw bad("'" + text + "' is not a weight");
    }
    throw bad("'" + text + "' is not a weight");
  }

  private static Refusal bad(String why) {
    return Refusal.commandLine(
        "--tree: " + why, "write for example --tree \"health=le*2,mortality;index=health,school\"");
  }

  /** The share of the whole that each indicator has: the product of the weights on its way up. */
  Map<String, Double> shares() {
    Map<String, Double> shares = new LinkedHashMap<>();
    shares.put(root().name(), 1.0);
    for (int k = nodes.size() - 1; k >= 0; k--) {
      Node node = nodes.get(k);
      double own = shares.getOrDefault(node.name(), 0.0);
      for (int i = 0; i < node.parts().size(); i++) {
        shares.put(node.parts().get(i), own * node.weights().get(i));
      }
    }
    nodes.forEach(node -> shares.remove(node.name()));
    return shares;
  }

  /** The indicators that each node is made of, at any depth. */
  Map<String, Set<String>> leaves() {
    Map<String, Set<String>> leaves = new LinkedHashMap<>();
    for (Node node : nodes) {
      Set<String> own = new HashSet<>();
      node.parts().forEach(part -> own.addAll(leaves.getOrDefault(part, Set.of(part))));
      leaves.put(node.name(), own);
    }
    return leaves;
  }

  /** With every weight times a factor of its own. */
  Tree times(DoubleSupplier factors) {
    return new Tree(nodes.stream()
        .map(node -> new Node(
            node.name(),
            node.parts(),
            node.weights().stream().map(w -> w * factors.getAsDouble()).toList()))
        .toList());
  }

  /** With these weights of the indicators in place of their own. */
  Tree with(Map<String, Double> weights) {
    return new Tree(nodes.stream()
        .map(node -> {
          List<Double> own = new ArrayList<>();
          for (int i = 0; i < node.parts().size(); i++) {
            Double other = weights.get(node.parts().get(i));
            own.add(other == null ? node.weights().get(i) : other);
          }
          return new Node(node.name(), node.parts(), own);
        })
        .toList());
  }
}
