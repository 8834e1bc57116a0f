package no.utfall.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import no.utfall.text.Language;
import org.jspecify.annotations.Nullable;

/** One command as it was typed: options by long name, and what stood without an option. */
record Call(Usage usage, Map<String, String> options, List<String> positionals, Console console) {

  boolean flag(String name) {
    return options.containsKey(name);
  }

  /** What was typed; nothing when it was not. */
  @Nullable String typed(String name) {
    return options.get(name);
  }

  /** What was typed, else the fallback of the option. */
  @Nullable String option(String name) {
    String typed = options.get(name);
    return typed != null ? typed : usage.fallback(name);
  }

  String option(String name, String fallback) {
    String value = option(name);
    return value == null ? fallback : value;
  }

  /** {@code --lang}, else what the environment says. */
  Language language() {
    String wanted = options.get("lang");
    Language language = wanted == null ? null : Language.find(wanted);
    return language == null ? console.language() : language;
  }

  boolean colour() {
    return console.colour() && !flag("plain");
  }

  @Nullable Path output() {
    String output = options.get("output");
    return output == null || output.equals("-") ? null : Path.of(output);
  }
}
