package no.utfall.build;

import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.utfall.text.Digests;

/**
 * What a build is made of, as digests by name: {@code program}, {@code project} (the whole project file), declarations
 * ({@code node ID}) and inputs ({@code file NAME}, by their bytes). Two builds of equal states write the same.
 */
record State(Map<String, String> digests) {

  State {
    digests = Collections.unmodifiableMap(new TreeMap<>(digests));
  }

  /**
   * The state of a project as it stands now. Taken before anything is read: what changes while a build runs then differs
   * from what was noted, and is seen by the next.
   *
   * @param program what tells this program, and what its output depends on, from any other
   */
  static State of(Project project, Graph graph, String program) {
    Map<String, String> digests = new TreeMap<>();
    digests.put("program", program);
    digests.put("project", project.digest());
    Inputs inputs = new Inputs(project);
    Map<String, Inputs.Found> files = new LinkedHashMap<>();
    for (Node node : graph.nodes()) {
      digests.put("node " + node.id(), node.digest());
      for (String pattern : node.files()) {
        inputs.find(pattern).forEach(found -> files.put(found.name(), found));
      }
    }
    digests.putAll(files.values().parallelStream()
        .collect(Collectors.toMap(found -> "file " + found.name(), State::digest)));
    return new State(digests);
  }

  /** Whether every one of these inputs is among them. */
  boolean holds(Collection<String> files) {
    return files.stream().allMatch(name -> digests.containsKey("file " + name));
  }

  private static String digest(Inputs.Found found) {
    try {
      return Digests.of(found.path());
    } catch (IOException e) {
      return "unreadable";
    }
  }
}
