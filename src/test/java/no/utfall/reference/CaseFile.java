package no.utfall.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The cases of one YAML file, each combination of a {@code matrix} being a case of its own. Everything is read
 * strictly: an unknown key, a key given twice, an unknown {@code ${VARIABLE}} are errors with their line.
 */
record CaseFile(String name, List<Case> cases) {

  private static final Pattern VARIABLE =
      Pattern.compile("\\$\\{([^}|]+)((?:\\|[^}|=]*=[^}|]*)*)}");

  static CaseFile read(Path file) throws IOException {
    return parse(file.getFileName().toString(), Files.readString(file));
  }

  static CaseFile parse(String name, String yaml) {
    try {
      Yaml.Entries top = Yaml.entries(Yaml.parse(yaml)).only("a case file", "cases");
      List<Case> cases = new ArrayList<>();
      for (Yaml node : Yaml.items(top.get("cases"))) {
        cases.addAll(combinations(Yaml.entries(node)));
      }
      refuseTwins(top, cases);
      return new CaseFile(name, List.copyOf(cases));
    } catch (Yaml.Malformed e) {
      throw new IllegalArgumentException(name + ":" + e.line() + ": " + e.getMessage(), e);
    }
  }

  private static void refuseTwins(Yaml.Entries top, List<Case> cases) {
    Set<String> names = new HashSet<>();
    for (Case one : cases) {
      if (!names.add(one.name())) {
        throw new Yaml.Malformed(top.line(), "two cases are named '" + one.name() + "'");
      }
    }
    if (cases.isEmpty()) {
      throw new Yaml.Malformed(top.line(), "there are no cases");
    }
  }

  private static List<Case> combinations(Yaml.Entries written) {
    written.only("a case", "case", "dir", "matrix", "run", "expect", "tolerance", "skip", "why");
    Yaml matrix = written.find("matrix");
    List<Map<String, String>> settings = new ArrayList<>(List.of(Map.of()));
    if (matrix != null) {
      for (Map.Entry<String, Yaml> variable : Yaml.entries(matrix).values().entrySet()) {
        settings = cross(settings, variable.getKey(), Yaml.words(variable.getValue()));
      }
    }
    List<Case> cases = new ArrayList<>();
    for (Map<String, String> setting : settings) {
      String suffix = setting.entrySet().stream()
          .map(entry -> entry.getKey() + "=" + entry.getValue())
          .collect(Collectors.joining(" ", " [", "]"));
      Yaml.Entries chosen = written.map(text -> substitute(text, setting));
      cases.add(one(chosen, setting.isEmpty() ? "" : suffix));
    }
    return cases;
  }

  private static List<Map<String, String>> cross(
      List<Map<String, String>> settings, String variable, List<String> values) {
    List<Map<String, String>> crossed = new ArrayList<>();
    for (Map<String, String> setting : settings) {
      for (String value : values) {
        Map<String, String> longer = new LinkedHashMap<>(setting);
        longer.put(variable, value);
        crossed.add(longer);
      }
    }
    return crossed;
  }

  /** {@code ${VAR}} is the value, {@code ${VAR|from=to|…}} its translation; a value without one stands as it is. */
  private static String substitute(String text, Map<String, String> setting) {
    Matcher matcher = VARIABLE.matcher(text);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      String value = setting.get(matcher.group(1));
      if (value == null) {
        throw new IllegalArgumentException("no variable '" + matcher.group(1) + "' in the matrix");
      }
      for (String pair : matcher.group(2).split("\\|")) {
        if (pair.startsWith(value + "=")) {
          value = pair.substring(pair.indexOf('=') + 1);
          break;
        }
      }
      matcher.appendReplacement(out, Matcher.quoteReplacement(value));
    }
    String done = matcher.appendTail(out).toString();
    if (done.contains("${")) {
      throw new IllegalArgumentException(
          "'" + text + "': a variable is ${VAR} or ${VAR|from=to|…}");
    }
    return done;
  }

  private static Case one(Yaml.Entries entries, String suffix) {
    Yaml shared = entries.find("tolerance");
    List<Case.Expect> expects = new ArrayList<>();
    for (Yaml node : Yaml.items(entries.get("expect"))) {
      expects.add(expect(Yaml.entries(node), shared));
    }
    List<Case.Skip> skips = new ArrayList<>();
    Yaml skip = entries.find("skip");
    if (skip != null) {
      for (Yaml node : Yaml.items(skip)) {
        Yaml.Entries one = Yaml.entries(node).only("skip", "where", "why");
        skips.add(new Case.Skip(
            Conditions.of(Yaml.entries(one.get("where"))), Yaml.word(one.get("why"))));
      }
    }
    Yaml dir = entries.find("dir");
    Yaml why = entries.find("why");
    return new Case(
        Yaml.word(entries.get("case")) + suffix,
        dir == null ? "" : Yaml.word(dir),
        Yaml.words(entries.get("run")).stream().filter(word -> !word.isEmpty()).toList(),
        List.copyOf(expects),
        List.copyOf(skips),
        why == null ? "" : Yaml.word(why));
  }

  private static Case.Expect expect(Yaml.Entries entries, @Nullable Yaml shared) {
    entries.only("expect", "file", "filter", "keys", "values", "blank", "tolerance");
    Yaml own = entries.find("tolerance");
    Yaml tolerance = own == null ? shared : own;
    if (tolerance == null) {
      throw new Yaml.Malformed(entries.line(), "'tolerance' is missing");
    }
    Tolerance allowed = Tolerance.of(tolerance);
    Map<String, Case.Source> values = new LinkedHashMap<>();
    Yaml.entries(entries.get("values")).values().forEach((column, node) -> {
      if (!allowed.covers(column)) {
        throw new Yaml.Malformed(node.line(), "no tolerance for column '" + column + "'");
      }
      values.put(column, source(Yaml.entries(node)));
    });
    Yaml filter = entries.find("filter");
    return new Case.Expect(
        Yaml.word(entries.get("file")),
        filter == null ? Conditions.NONE : Conditions.of(Yaml.entries(filter)),
        wordMap(entries.find("keys")),
        values,
        wordMap(entries.find("blank")),
        allowed);
  }

  private static Case.Source source(Yaml.Entries entries) {
    entries.only("a value", "column", "where");
    Yaml where = entries.find("where");
    return new Case.Source(
        Yaml.word(entries.get("column")),
        where == null ? Conditions.NONE : Conditions.of(Yaml.entries(where)));
  }

  private static Map<String, String> wordMap(@Nullable Yaml node) {
    Map<String, String> words = new LinkedHashMap<>();
    if (node != null) {
      Yaml.entries(node).values().forEach((key, value) -> words.put(key, Yaml.word(value)));
    }
    return words;
  }
}
