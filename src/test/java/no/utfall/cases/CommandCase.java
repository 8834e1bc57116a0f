package no.utfall.cases;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.utfall.CommandLine;
import no.utfall.InProcess;

/** One folder: {@code cmd} and what is expected of it; every other file is there for the command to find. */
record CommandCase(Path folder) {

  private static final Set<String> ABOUT =
      Set.of("cmd", "exit", "expout", "experr", "expfiles", "stdin", "env", "as");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

  /** What a run left: its outcome, and the files that {@code expfiles} names, {@code ""} for one that is not there. */
  record Ran(CommandLine.Outcome outcome, Map<String, String> files) {}

  String name() {
    return folder.getParent().getFileName() + "/" + folder.getFileName();
  }

  List<String> arguments() throws IOException {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text("cmd").strip());
    while (matcher.find()) {
      words.add(
          matcher.group(1) != null
              ? matcher.group(1)
              : matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
    }
    return words;
  }

  int exit() throws IOException {
    String exit = text("exit").strip();
    return exit.isEmpty() ? 0 : Integer.parseInt(exit);
  }

  String out() throws IOException {
    return text("expout");
  }

  String err() throws IOException {
    return text("experr");
  }

  Map<String, String> files() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    Path expected = folder.resolve("expfiles");
    if (Files.isDirectory(expected)) {
      for (Path file : children(expected)) {
        files.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return files;
  }

  /** Runs in a copy of the folder. */
  Ran runIn(Path copy) throws IOException {
    Map<String, String> names = pairs("as");
    for (Path file : children(folder)) {
      String name = file.getFileName().toString();
      if (!ABOUT.contains(name)) {
        copy(file, copy.resolve(names.getOrDefault(name, name)));
      }
    }
    CommandLine commandLine =
        new InProcess(text("stdin").getBytes(StandardCharsets.UTF_8), pairs("env"));
    CommandLine.Outcome outcome = commandLine.run(copy, arguments());
    Map<String, String> written = new LinkedHashMap<>();
    for (String name : files().keySet()) {
      Path file = copy.resolve(name);
      String text = Files.exists(file) ? Files.readString(file) : "";
      written.put(name, text.replace(copy + "/", ""));
    }
    return new Ran(outcome, written);
  }

  /** Takes what a run left as what is expected; the exit code is a promise and is never rewritten. */
  void update(Ran ran) throws IOException {
    replace("expout", ran.outcome().out());
    replace("experr", ran.outcome().err());
    for (Map.Entry<String, String> file : ran.files().entrySet()) {
      replace("expfiles/" + file.getKey(), file.getValue());
    }
  }

  private void replace(String name, String text) throws IOException {
    if (text.isEmpty()) {
      Files.deleteIfExists(folder.resolve(name));
    } else {
      Files.writeString(folder.resolve(name), text);
    }
  }

  private Map<String, String> pairs(String file) throws IOException {
    Map<String, String> pairs = new LinkedHashMap<>();
    text(file).lines().filter(line -> line.contains("=")).forEach(line -> {
      int equals = line.indexOf('=');
      pairs.put(line.substring(0, equals), line.substring(equals + 1));
    });
    return pairs;
  }

  private String text(String name) throws IOException {
    Path file = folder.resolve(name);
    return Files.exists(file) ? Files.readString(file) : "";
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to);
    if (Files.isDirectory(from)) {
      for (Path file : children(from)) {
        copy(file, to.resolve(file.getFileName().toString()));
      }
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
