package no.utfall.build;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;
import no.utfall.text.Digests;

/** The nodes of a project in an order in which they can be built. */
public final class Graph {

  private final List<Node> nodes;

  private Graph(List<Node> nodes) {
    this.nodes = List.copyOf(nodes);
  }

  public static Graph of(Project project) {
    List<Node> nodes = new ArrayList<>();
    Project.Units units = project.units();
    List<String> codes = Stream.of(units.list(), units.changes(), units.names())
        .filter(Objects::nonNull)
        .toList();
    String frame = project.units() + "|" + project.periods();
    project.sources().values().forEach(source -> {
      Set<String> files = new LinkedHashSet<>(List.of(source.path()));
      files.addAll(codes);
      String profile = source.declared().profile();
      if (profile != null && source.declared().hasProfileFile()) {
        files.add(profile);
      }
      source.columns().values().forEach(column -> {
        Project.Deflate deflate = column.deflate();
        if (deflate != null) {
          files.add(deflate.index());
        }
      });
      nodes.add(node(
          Node.Kind.SOURCE, source.id(), List.of(), List.copyOf(files), source.digest() + frame));
    });
    project.interventions().values().forEach(intervention -> {
      String file = intervention.file();
      nodes.add(node(
          Node.Kind.INTERVENTION,
          intervention.id(),
          List.of(),
          file == null ? codes : Stream.concat(Stream.of(file), codes.stream()).toList(),
          intervention.digest() + frame));
    });
    Set<String> kept = new LinkedHashSet<>();
    project.kept().forEach(k -> kept.add(k.key()));
    project.indicators().values().forEach(indicator -> {
      if (kept.contains("indicators." + indicator.id())) {
        return;
      }
      List<String> needs = Stream.concat(
              indicator.columns().values().stream()
                  .map(column -> Node.Kind.SOURCE.id(column.source())),
              indicator.of().isEmpty()
                  ? Stream.of()
                  : Stream.concat(indicator.of().stream(), named(indicator.options(), project))
                      .map(Node.Kind.INDICATOR::id))
          .distinct()
          .toList();
      nodes.add(node(
          Node.Kind.INDICATOR,
          indicator.id(),
          needs,
          List.copyOf(indicator.files().values()),
          indicator.digest()));
    });
    project.analyses().values().forEach(analysis -> {
      if (!kept.contains("analyses." + analysis.id())) {
        Set<String> needs = new LinkedHashSet<>();
        needs.add(Node.Kind.INDICATOR.id(analysis.on()));
        needs.add(Node.Kind.INTERVENTION.id(analysis.of()));
        named(analysis.options(), project).map(Node.Kind.INDICATOR::id).forEach(needs::add);
        Project.GroupsSpec groups = analysis.groups();
        if (groups != null) {
          needs.add(Node.Kind.SOURCE.id(groups.column().source()));
        }
        if (analysis.excludeOther()) {
          project.interventions().keySet().forEach(id -> needs.add(Node.Kind.INTERVENTION.id(id)));
        }
        nodes.add(node(
            Node.Kind.ANALYSIS, analysis.id(), List.copyOf(needs), List.of(), analysis.digest()));
      }
    });
    addBoards(project, nodes);
    addOutputs(project, nodes);
    Map<String, Location> places = new HashMap<>();
    project
        .indicators()
        .forEach((id, spec) -> places.put(Node.Kind.INDICATOR.id(id), spec.place()));
    return new Graph(order(nodes, places));
  }

  /** The indicators that options name. */
  private static Stream<String> named(Map<String, String> options, Project project) {
    return options.values().stream()
        .flatMap(value -> Stream.of(value.split(",")))
        .filter(project.indicators()::containsKey);
  }

  private static void addBoards(Project project, List<Node> nodes) {
    Set<String> there = new LinkedHashSet<>();
    nodes.forEach(node -> there.add(node.id()));
    List<Project.RegisterSpec> registers = new ArrayList<>(project.registers().values());
    Project.LedgerSpec ledger = project.ledger();
    if (ledger != null) {
      registers.add(ledger.table());
    }
    registers.forEach(register -> nodes.add(node(
        Node.Kind.REGISTER,
        register.id(),
        List.of(),
        List.of(register.file()),
        register.digest())));
    List<String> analyses = project.analyses().keySet().stream()
        .map(Node.Kind.ANALYSIS::id)
        .filter(there::contains)
        .toList();
    project.contrasts().values().forEach(contrast -> {
      Set<String> needs = new LinkedHashSet<>();
      needs.add(Node.Kind.SOURCE.id(contrast.input().source()));
      Project.Reference activity = contrast.activity();
      if (activity != null) {
        needs.add(Node.Kind.SOURCE.id(activity.source()));
      }
      contrast.need().stream().map(Node.Kind.INDICATOR::id).forEach(needs::add);
      contrast.effects().stream()
          .map(Node.Kind.ANALYSIS::id)
          .filter(there::contains)
          .forEach(needs::add);
      if (project.registers().containsKey("measures")) {
        needs.add(Node.Kind.REGISTER.id("measures"));
      }
      nodes.add(
          node(Node.Kind.BOARD, contrast.id(), List.copyOf(needs), List.of(), contrast.digest()));
    });
    for (Project.RegisterSpec register : registers) {
      if (!register.id().equals("measures")) {
        List<String> needs = new ArrayList<>(List.of(Node.Kind.REGISTER.id(register.id())));
        if (register.id().equals("ledger")) {
          needs.addAll(analyses);
        }
        nodes.add(node(Node.Kind.BOARD, boardOf(register), needs, List.of(), register.digest()));
      }
    }
  }

  /** What a register comes to; with a dot, since ids of analyses have none. */
  private static String boardOf(Project.RegisterSpec register) {
    return "register." + register.id();
  }

  private static void addOutputs(Project project, List<Node> nodes) {
    Set<String> there = new LinkedHashSet<>();
    nodes.forEach(node -> there.add(node.id()));
    project
        .outputs()
        .tables()
        .forEach(table -> nodes.add(node(
            Node.Kind.TABLE,
            table.id(),
            table.cols().stream()
                .map(Node.Kind.INDICATOR::id)
                .filter(there::contains)
                .toList(),
            List.of(),
            table.rows() + table.cols() + table.to() + table.title())));
    project.outputs().charts().forEach(chart -> {
      List<String> needs = Stream.of(
              Node.Kind.INDICATOR.id(chart.of()), Node.Kind.ANALYSIS.id(chart.of()))
          .filter(there::contains)
          .toList();
      nodes.add(node(
          Node.Kind.CHART,
          chart.id(),
          needs,
          List.of(),
          chart.kind() + chart.to() + chart.title()));
    });
    String previous = project.outputs().previous();
    List<String> all = nodes.stream()
        .filter(node ->
            List.of(Node.Kind.INDICATOR, Node.Kind.ANALYSIS, Node.Kind.BOARD).contains(node.kind()))
        .map(Node::id)
        .toList();
    project
        .outputs()
        .reports()
        .forEach(report -> nodes.add(node(
            Node.Kind.REPORT,
            report.id(),
            all,
            previous == null ? List.of() : List.of(previous),
            report.to() + report.title().toString() + project.title())));
  }

  private static Node node(
      Node.Kind kind, String name, List<String> needs, List<String> files, String declared) {
    return new Node(
        kind.id(name), kind, needs, files, Digests.of(declared.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * What is needed before what needs it; otherwise as given.
   *
   * @param places where nodes are declared, as far as known
   * @throws Refusal when nodes need one another in a circle, or need what is not there
   */
  static List<Node> order(List<Node> nodes, Map<String, Location> places) {
    Map<String, Node> byId = new LinkedHashMap<>();
    nodes.forEach(node -> byId.put(node.id(), node));
    Set<String> done = new LinkedHashSet<>();
    List<Node> order = new ArrayList<>();
    for (Node node : nodes) {
      visit(node, byId, places, new ArrayList<>(), done, order);
    }
    return order;
  }

  private static void visit(
      Node node,
      Map<String, Node> byId,
      Map<String, Location> places,
      List<String> path,
      Set<String> done,
      List<Node> order) {
    if (done.contains(node.id())) {
      return;
    }
    if (path.contains(node.id())) {
      String circle = String.join(" needs ", path.subList(path.indexOf(node.id()), path.size()))
          + " needs " + node.id();
      throw refusal(
          "E813",
          node.id(),
          places,
          "nodes need one another in a circle: " + circle,
          "break the circle");
    }
    path.add(node.id());
    for (String need : node.needs()) {
      Node needed = byId.get(need);
      if (needed == null) {
        throw refusal(
            "E808",
            node.id(),
            places,
            "'" + node.id() + "' needs '" + need + "', which is not there",
            "declare it");
      }
      visit(needed, byId, places, path, done, order);
    }
    path.remove(node.id());
    done.add(node.id());
    order.add(node);
  }

  private static Refusal refusal(
      String code, String value, Map<String, Location> places, String message, String fix) {
    Location place = places.getOrDefault(value, Location.ofFile(ProjectFile.NAME));
    return new Refusal(Fault.PROJECT_FILE, Finding.error(code, place, value, message, fix));
  }

  public List<Node> nodes() {
    return nodes;
  }
}
