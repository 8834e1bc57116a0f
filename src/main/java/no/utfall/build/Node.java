package no.utfall.build;

import java.util.List;

/**
 * Anything in a project that can be built.
 *
 * @param id kind and name, such as {@code indicator:neet_share}
 * @param needs ids of the nodes it is made of
 * @param files inputs it reads itself, as patterns below the project
 * @param digest changes when anything declared of it changes
 */
public record Node(String id, Kind kind, List<String> needs, List<String> files, String digest) {

  /** What a node is, in the order in which they are built. */
  public enum Kind {
    SOURCE("source"),
    REGISTER("register"),
    INTERVENTION("intervention"),
    INDICATOR("indicator"),
    ANALYSIS("analysis"),
    BOARD("board"),
    TABLE("table"),
    CHART("chart"),
    REPORT("report");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }

    String id(String name) {
      return code + ":" + name;
    }
  }

  public Node {
    needs = List.copyOf(needs);
    files = List.copyOf(files);
  }

  /** The id without its kind. */
  String name() {
    return id.substring(id.indexOf(':') + 1);
  }
}
