package no.utfall.cli;

import java.util.ArrayList;
import java.util.List;
import no.utfall.problem.Refusal;

/** Puts one more source into the text of a project file, touching nothing else. */
final class SourceBlock {

  private SourceBlock() {}

  /**
   * The text with the block at the end of {@code sources:}, which is added where there is none.
   *
   * @param block indented by two, with a line end
   */
  static String added(String project, String block, String id) {
    List<String> lines = new ArrayList<>(List.of(project.split("\n", -1)));
    int start = lines.indexOf("sources:");
    if (start < 0) {
      if (lines.stream().anyMatch(line -> line.startsWith("sources:"))) {
        throw Refusal.commandLine(
            "--write: sources is not written as a block", "write it below 'sources:', one a line");
      }
      String gap = project.isEmpty() || project.endsWith("\n") ? "" : "\n";
      return project + gap + "sources:\n" + block;
    }
    int end = start + 1;
    int last = start;
    while (end < lines.size()
        && (lines.get(end).isBlank()
            || lines.get(end).startsWith(" ")
            || lines.get(end).startsWith("#"))) {
      if (lines.get(end).startsWith("  " + id + ":")) {
        throw Refusal.commandLine(
            "--write: the project has a source '" + id + "' already",
            "remove it first, or give the file another name");
      }
      last = lines.get(end).startsWith(" ") && !lines.get(end).isBlank() ? end : last;
      end++;
    }
    lines.add(last + 1, block.stripTrailing());
    return String.join("\n", lines);
  }
}
