package no.utfall.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.utfall.method.Option;
import org.jspecify.annotations.Nullable;

/**
 * Reads a command line that can be read in one way only: known options, each once, each with its value in the next word
 * or after {@code =}, and as many other words as the command takes. Whatever else was typed, right or wrong, is left to
 * {@link Parser}, whose library needs more time to load than a small file to compute; what both read, they read alike.
 */
final class PlainLine {

  private final Usage usage;
  private final Map<String, String> options = new LinkedHashMap<>();
  private final List<String> positionals = new ArrayList<>();

  private PlainLine(Usage usage) {
    this.usage = usage;
  }

  /** The call; empty when the line is not plain. */
  static Optional<Call> read(Usage usage, List<String> words, Console console) {
    PlainLine line = new PlainLine(usage);
    return line.takes(words)
        ? Optional.of(new Call(usage, line.options, line.positionals, console))
        : Optional.empty();
  }

  private boolean takes(List<String> words) {
    for (int at = 0; at < words.size(); at++) {
      String word = words.get(at);
      if (word.isEmpty() || word.charAt(0) == '@') {
        return false;
      }
      if (word.charAt(0) != '-' || word.length() == 1) {
        positionals.add(word);
        continue;
      }
      int equals = word.startsWith("--") ? word.indexOf('=') : -1;
      Option option = option(equals < 0 ? word : word.substring(0, equals));
      if (option == null) {
        return false;
      }
      boolean flag = option.kind() == Option.Kind.FLAG;
      String value = flag
          ? "true"
          : equals >= 0 ? word.substring(equals + 1) : ++at < words.size() ? words.get(at) : "";
      if ((flag && equals >= 0)
          || !isPlain(option, value)
          || options.putIfAbsent(option.name(), value) != null) {
        return false;
      }
    }
    return positionals.size() >= usage.needed() && positionals.size() <= usage.most();
  }

  private static boolean isPlain(Option option, String value) {
    return !value.isEmpty()
        && value.charAt(0) != '-'
        && value.charAt(0) != '@'
        && (option.kind() != Option.Kind.CHOICE || option.choices().contains(value));
  }

  private @Nullable Option option(String typed) {
    for (Option option : usage.allOptions()) {
      for (String name : Usage.names(option)) {
        if (name.equals(typed)) {
          return option;
        }
      }
    }
    return null;
  }
}
