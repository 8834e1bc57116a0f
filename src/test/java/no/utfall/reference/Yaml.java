package no.utfall.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import no.utfall.text.Nearest;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A YAML (or JSON) document as it is written: every scalar is text, every part knows its line. */
public sealed interface Yaml {

  int line();

  /** This document with every text, keys too, replaced. */
  Yaml map(UnaryOperator<String> change);

  /** What is wrong with a document, and where. */
  final class Malformed extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    private final int line;

    Malformed(int line, String message) {
      super(message);
      this.line = line;
    }

    public int line() {
      return line;
    }
  }

  /** A scalar. */
  record Word(String text, int line) implements Yaml {
    @Override
    public Word map(UnaryOperator<String> change) {
      try {
        return new Word(change.apply(text), line);
      } catch (IllegalArgumentException e) {
        throw new Malformed(line, e.getMessage());
      }
    }
  }

  /** A sequence. */
  record Items(List<Yaml> items, int line) implements Yaml {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public Items map(UnaryOperator<String> change) {
      return new Items(items.stream().map(item -> item.map(change)).toList(), line);
    }
  }

  /** A mapping, in the order written. */
  record Entries(Map<String, Yaml> values, Map<String, Integer> lines, int line) implements Yaml {

    @Override
    public Entries map(UnaryOperator<String> change) {
      Map<String, Yaml> mapped = new LinkedHashMap<>();
      Map<String, Integer> places = new LinkedHashMap<>();
      values.forEach((key, value) -> {
        Word word = new Word(key, lines.get(key)).map(change);
        if (mapped.put(word.text(), value.map(change)) != null) {
          throw new Malformed(word.line(), "key '" + word.text() + "' is given twice");
        }
        places.put(word.text(), word.line());
      });
      return new Entries(mapped, places, line);
    }

    /** Refuses any key but these. */
    public Entries only(String what, String... keys) {
      List<String> known = List.of(keys);
      for (String key : values.keySet()) {
        if (!known.contains(key)) {
          String mend = Nearest.to(key, known)
              .map(near -> "did you mean '" + near + "'?")
              .orElse("known keys: " + String.join(" ", new TreeSet<>(known)));
          throw new Malformed(lines.get(key), "unknown key '" + key + "' of " + what + "; " + mend);
        }
      }
      return this;
    }

    public @Nullable Yaml find(String key) {
      return values.get(key);
    }

    public Yaml get(String key) {
      Yaml value = values.get(key);
      if (value == null) {
        throw new Malformed(line, "'" + key + "' is missing");
      }
      return value;
    }
  }

  static Yaml parse(String text) {
    LoadSettings settings = LoadSettings.builder().setAllowDuplicateKeys(true).build();
    try {
      return new Compose(settings)
          .composeString(text)
          .map(Yaml::of)
          .orElseThrow(() -> new Malformed(1, "the document is empty"));
    } catch (MarkedYamlEngineException e) {
      throw new Malformed(e.getProblemMark().map(Mark::getLine).orElse(0) + 1, e.getProblem());
    }
  }

  private static Yaml of(Node node) {
    int line = lineOf(node);
    if (node instanceof ScalarNode scalar) {
      return new Word(scalar.getValue(), line);
    }
    if (node instanceof SequenceNode sequence) {
      List<Yaml> items = new ArrayList<>();
      sequence.getValue().forEach(item -> items.add(of(item)));
      return new Items(items, line);
    }
    Map<String, Yaml> values = new LinkedHashMap<>();
    Map<String, Integer> lines = new LinkedHashMap<>();
    for (NodeTuple tuple : ((MappingNode) node).getValue()) {
      String key = word(of(tuple.getKeyNode()));
      if (values.put(key, of(tuple.getValueNode())) != null) {
        throw new Malformed(lineOf(tuple.getKeyNode()), "key '" + key + "' is given twice");
      }
      lines.put(key, lineOf(tuple.getKeyNode()));
    }
    return new Entries(values, lines, line);
  }

  private static int lineOf(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }

  static Entries entries(Yaml node) {
    if (node instanceof Entries entries) {
      return entries;
    }
    throw new Malformed(node.line(), "expected 'key: value' pairs");
  }

  static List<Yaml> items(Yaml node) {
    if (node instanceof Items items) {
      return items.items();
    }
    throw new Malformed(node.line(), "expected a list");
  }

  static String word(Yaml node) {
    if (node instanceof Word word) {
      return word.text();
    }
    throw new Malformed(node.line(), "expected one word or number");
  }

  /** A list of words, or one word standing for a list of one. */
  static List<String> words(Yaml node) {
    return node instanceof Word word
        ? List.of(word.text())
        : items(node).stream().map(Yaml::word).toList();
  }

  static double number(Yaml node) {
    try {
      return Double.parseDouble(word(node));
    } catch (NumberFormatException e) {
      throw new Malformed(node.line(), "'" + word(node) + "' is not a number");
    }
  }
}
