package no.utfall.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import no.utfall.method.Method;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Loaded;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;
import no.utfall.text.Digests;

/** The file {@code utfall.yaml}: where it is, and what is wrong with it. */
public final class ProjectFile {

  public static final String NAME = "utfall.yaml";

  private static final Pattern VERSION = Pattern.compile("(?m)^(\u00ef\u00bb\u00bf)?utfall[ \t]*:");

  private static final Comparator<Finding> BY_PLACE = Comparator.comparingInt(
          (Finding finding) -> finding.place().line())
      .thenComparingInt(finding -> finding.place().column())
      .thenComparing(Finding::code);

  private ProjectFile() {}

  /** The project file of this folder or the nearest folder above. */
  public static Optional<Path> find(Path start) {
    for (Path at = start.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      Path file = at.resolve(NAME);
      if (Files.isRegularFile(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /** Whether a file is a project file, by its name or by the key that every project file has. */
  public static boolean isOne(Path file) {
    String name = String.valueOf(file.getFileName());
    if (name.equals(NAME)) {
      return true;
    }
    try {
      return (name.endsWith(".yaml") || name.endsWith(".yml"))
          && Files.size(file) <= Yaml.MAX_BYTES
          && VERSION
              .matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
              .find();
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Reads and checks a project file.
   *
   * @param methods the methods there are, by id: their options are keys of indicators and analyses
   * @throws Refusal with every finding, when there is an error among them
   */
  public static Loaded<Project> read(Path path, Function<String, Optional<Method>> methods) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(path);
    } catch (IOException e) {
      throw new Refusal(
          Fault.READ_WRITE,
          Finding.error(
              "E110",
              Location.ofFile(path.toString()),
              "",
              "cannot read " + path,
              "check the path and its rights"));
    }
    return parse(
        path.toAbsolutePath().normalize().resolveSibling(""),
        NAME.equals(String.valueOf(path.getFileName())) ? NAME : path.toString(),
        bytes,
        methods);
  }

  /**
   * As {@link #read}, of bytes already there.
   *
   * @param root the folder from which its paths are read
   * @param name under which findings speak of it
   */
  public static Loaded<Project> parse(
      Path root, String name, byte[] bytes, Function<String, Optional<Method>> methods) {
    Yaml.Reading yaml = Yaml.read(name, bytes);
    List<Finding> findings = new ArrayList<>(yaml.findings());
    Project project = null;
    if (yaml.root().isPresent()) {
      Value value = yaml.root().get();
      SchemaCheck check = new SchemaCheck(methods);
      check.check(Schema.ROOT, value, "", new Location(name, 1, 1, 1));
      findings.addAll(check.findings());
      if (value instanceof Value.Entries entries) {
        ProjectReader reader = new ProjectReader(root, name, Digests.of(bytes), methods);
        project = reader.read(entries);
        findings.addAll(reader.findings());
      }
    } else if (findings.isEmpty()) {
      findings.add(Finding.error(
          "E809",
          new Location(name, 1, 1, 1),
          "",
          "the project file is empty",
          "start it with 'utfall: 1'"));
    }
    List<Finding> placed = findings.stream()
        .distinct()
        .sorted(BY_PLACE)
        .map(finding -> quoting(finding, yaml.lines()))
        .toList();
    if (project == null || placed.stream().anyMatch(Finding::isError)) {
      throw new Refusal(Fault.PROJECT_FILE, placed);
    }
    return new Loaded<>(project, placed);
  }

  private static Finding quoting(Finding finding, List<String> lines) {
    int line = finding.place().line();
    return line >= 1 && line <= lines.size() ? finding.withExcerpt(lines.get(line - 1)) : finding;
  }
}
