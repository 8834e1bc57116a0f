package no.utfall.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;

/** What the last build was made of: digests of declarations ({@code node ID}) and of inputs ({@code file NAME}). */
record State(Map<String, String> digests) {

  private static final String HEAD = "utfall-state 1";

  State {
    digests = Collections.unmodifiableMap(new TreeMap<>(digests));
  }

  private static Path file(Path root) {
    return root.resolve(".utfall").resolve("state");
  }

  /** Empty when there was no build, or its state cannot be read: everything is then new. */
  static State read(Path root) {
    Map<String, String> digests = new TreeMap<>();
    try {
      String text = Files.readString(file(root), StandardCharsets.UTF_8);
      if (text.startsWith(HEAD + "\n")) {
        text.lines().skip(1).forEach(line -> {
          int tab = line.indexOf('\t');
          if (tab > 0) {
            digests.put(line.substring(tab + 1), line.substring(0, tab));
          }
        });
      }
    } catch (IOException e) {
      return new State(Map.of());
    }
    return new State(digests);
  }

  void write(Path root) {
    StringBuilder out = new StringBuilder(HEAD).append('\n');
    digests.forEach(
        (name, digest) -> out.append(digest).append('\t').append(name).append('\n'));
    Path file = file(root);
    try {
      Files.createDirectories(file.getParent());
      Path fresh = file.resolveSibling("state.new");
      Files.writeString(fresh, out.toString(), StandardCharsets.UTF_8);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new Refusal(
          Fault.READ_WRITE,
          Finding.error(
              "E120",
              Location.ofFile(file.toString()),
              "",
              "cannot write " + file + ": " + e,
              "see to the rights of the folder"));
    }
  }

  /** The state of a project as it stands now. */
  static State of(Project project, Graph graph) {
    Map<String, String> digests = new TreeMap<>();
    Inputs inputs = new Inputs(project.root());
    for (Node node : graph.nodes()) {
      digests.put("node " + node.id(), node.digest());
      for (String pattern : node.files()) {
        for (Inputs.Found found : inputs.find(pattern, Location.ofFile(project.file()))) {
          digests.computeIfAbsent("file " + found.name(), name -> digest(found.path()));
        }
      }
    }
    return new State(digests);
  }

  private static String digest(Path path) {
    try {
      return Digests.of(path);
    } catch (IOException e) {
      return "unreadable";
    }
  }
}
