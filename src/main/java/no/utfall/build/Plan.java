package no.utfall.build;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a build would do, in order, and why: nothing when all is up to date, else everything, led by what changed. Reads
 * inputs and outputs for their digests; computes and writes nothing.
 */
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

  /**
   * @param program as in {@link Build.Options}
   */
  public static Plan of(Project project, String program) {
    Graph graph = Graph.of(project);
    Optional<LastBuild> last = LastBuild.read(project, graph);
    State before = last.map(LastBuild::state).orElse(new State(Map.of()));
    State now = State.of(project, graph, program);
    Inputs inputs = new Inputs(project);
    Optional<String> outputs = outputs(project, last);
    Set<String> changed = new LinkedHashSet<>();
    List<Step> steps = new ArrayList<>();
    for (Node node : graph.nodes()) {
      Optional<String> why = why(node, before, now, inputs, changed);
      if (why.isEmpty() && node.kind().compareTo(Node.Kind.TABLE) >= 0) {
        why = outputs;
      }
      if (why.isPresent()) {
        changed.add(node.id());
      }
      steps.add(new Step(node, why.isPresent(), why.orElse("")));
    }
    String rest = before.equals(now) && changed.isEmpty()
        ? "up to date"
        : "unchanged; made again, since " + cause(before, now, changed);
    return new Plan(steps.stream()
        .map(step -> step.changed() ? step : new Step(step.node(), false, rest))
        .toList());
  }

  /** Why all is made: an input that went away belongs to no node any more. */
  private static String cause(State before, State now, Set<String> changed) {
    return before.digests().keySet().stream()
        .filter(name -> name.startsWith("file ") && !now.digests().containsKey(name))
        .findFirst()
        .map(name -> name.substring("file ".length()) + " is gone")
        .orElse(
            changed.isEmpty()
                ? ProjectFile.NAME + " changed"
                : changed.iterator().next() + " changed");
  }

  /** What is wrong with the files that the last build wrote; nothing when all are as it wrote them. */
  private static Optional<String> outputs(Project project, Optional<LastBuild> last) {
    String dir = project.outputs().dir();
    OutputFolder folder = new OutputFolder(project.root().resolve(dir));
    if (!folder.isOurs()) {
      return Optional.of(dir + " is not there");
    }
    return last.isPresent() && folder.holds(last.get().outputs())
        ? Optional.empty()
        : Optional.of(dir + " is not as it was written");
  }

  private static Optional<String> why(
      Node node, State before, State now, Inputs inputs, Set<String> changed) {
    Optional<String> absent =
        node.files().stream().filter(file -> inputs.find(file).isEmpty()).findFirst();
    if (absent.isPresent()) {
      return absent.map(file -> file + " is not there");
    }
    String declared = before.digests().get("node " + node.id());
    if (declared == null) {
      return Optional.of("never built");
    }
    if (!Objects.equals(before.digests().get("program"), now.digests().get("program"))) {
      return Optional.of("built by another version of the program");
    }
    if (!declared.equals(node.digest())) {
      return Optional.of("its declaration changed");
    }
    for (String pattern : node.files()) {
      for (Inputs.Found found : inputs.find(pattern)) {
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
