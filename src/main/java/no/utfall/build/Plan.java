package no.utfall.build;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.utfall.problem.Location;

/** What a build would do, in order, and why. Reads inputs for their digests; computes and writes nothing. */
public record Plan(List<Step> steps) {

  public Plan {
    steps = List.copyOf(steps);
  }

  /**
   * One node.
   *
   * @param changed whether anything it is made of differs from the last build
   * @param why in a few words
   */
  public record Step(Node node, boolean changed, String why) {}

  public static Plan of(Project project) {
    Graph graph = Graph.of(project);
    State before = State.read(project.root());
    State now = State.of(project, graph);
    Inputs inputs = new Inputs(project.root());
    boolean written =
        Files.exists(project.root().resolve(project.outputs().dir()).resolve(OutputFolder.MARKER));
    Set<String> changed = new LinkedHashSet<>();
    List<Step> steps = new ArrayList<>();
    for (Node node : graph.nodes()) {
      Optional<String> why = why(node, before, now, inputs, project, changed);
      boolean output = node.kind().compareTo(Node.Kind.TABLE) >= 0;
      if (why.isEmpty() && output && !written) {
        why = Optional.of(project.outputs().dir() + " is not there");
      }
      if (why.isPresent()) {
        changed.add(node.id());
      }
      steps.add(new Step(
          node,
          why.isPresent(),
          why.orElse("unchanged; computed again, since no results are kept between builds")));
    }
    return new Plan(steps);
  }

  private static Optional<String> why(
      Node node, State before, State now, Inputs inputs, Project project, Set<String> changed) {
    String declared = before.digests().get("node " + node.id());
    if (declared == null) {
      return Optional.of("never built");
    }
    if (!declared.equals(node.digest())) {
      return Optional.of("its declaration changed");
    }
    for (String pattern : node.files()) {
      for (Inputs.Found found : inputs.find(pattern, Location.ofFile(project.file()))) {
        String key = "file " + found.name();
        if (!now.digests().getOrDefault(key, "").equals(before.digests().get(key))) {
          return Optional.of(
              before.digests().containsKey(key)
                  ? found.name() + " changed"
                  : found.name() + " is new");
        }
      }
    }
    return node.needs().stream()
        .filter(changed::contains)
        .findFirst()
        .map(need -> need + " changed");
  }
}
