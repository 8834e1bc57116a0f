package no.utfall.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.utfall.method.Option;
import no.utfall.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * What one command takes, for parsing, help, completion and manual alike.
 *
 * @param summary one line
 * @param positional what stands without an option, such as {@code FILE}; blank when nothing does
 * @param needed how many positionals at least
 * @param most how many at most
 * @param examples command lines that run on {@code sample-data}
 */
record Usage(
    String name,
    Text summary,
    String positional,
    int needed,
    int most,
    List<Option> options,
    List<String> examples) {

  static final int MANY = Integer.MAX_VALUE;

  private static final Map<String, String> SHORT = Map.of(
      "output", "-o", "format", "-f", "project", "-p", "quiet", "-q", "verbose", "-v", "help",
      "-h");

  static final Option OUTPUT = Option.word(
      "output",
      null,
      Text.of(
          "Skriv til denne filen i stedet for standard ut",
          "Skriv til denne fila i staden for standard ut",
          "Write to this file instead of standard output"));
  static final Option PROJECT = Option.word(
      "project",
      null,
      Text.of(
          "Mappen med utfall.yaml (ellers søkes det oppover)",
          "Mappa med utfall.yaml (elles blir det søkt oppover)",
          "The folder with utfall.yaml (else searched upwards)"));
  static final Option LANG = Option.choice(
      "lang",
      null,
      List.of("nb", "nn", "en"),
      Text.of(
          "Språket i tekster til mennesker",
          "Språket i tekstar til menneske",
          "The language of texts for people"));
  static final Option QUIET = Option.flag(
      "quiet",
      Text.of(
          "Bare feil på standard feil",
          "Berre feil på standard feil",
          "Nothing but errors on standard error"));
  static final Option VERBOSE = Option.flag(
      "verbose", Text.of("Vis også merknader", "Vis òg merknader", "Show notes as well"));
  static final Option PLAIN =
      Option.flag("plain", Text.of("Uten farger", "Utan fargar", "Without colours"));
  static final Option TIMINGS = Option.flag(
      "timings",
      Text.of(
          "Tiden hver fase tok, på standard feil",
          "Tida kvar fase tok, på standard feil",
          "The time each phase took, on standard error"));
  static final Option HELP =
      Option.flag("help", Text.of("Vis denne hjelpen", "Vis denne hjelpa", "Show this help"));
  static final Option FAIL_ON = Option.choice(
      "fail-on",
      "error",
      List.of("error", "warn", "never"),
      Text.of(
          "Hva som gir feilkode",
          "Kva som gjev feilkode",
          "What makes the exit code one of failure"));

  private static final List<Option> COMMON = List.of(LANG, QUIET, VERBOSE, PLAIN, TIMINGS, HELP);

  Usage {
    options = List.copyOf(options);
    examples = List.copyOf(examples);
  }

  /** With the options that every command takes. */
  List<Option> allOptions() {
    List<Option> all = new ArrayList<>(options);
    all.addAll(COMMON);
    return all;
  }

  /** What an option is when nothing was typed. */
  @Nullable String fallback(String name) {
    for (Option option : allOptions()) {
      if (option.name().equals(name)) {
        return option.fallback();
      }
    }
    return null;
  }

  static String[] names(Option option) {
    String shortName = SHORT.get(option.name());
    String longName = "--" + option.name();
    return shortName == null ? new String[] {longName} : new String[] {shortName, longName};
  }

  static Option format(Stream<String> choices, Text help) {
    List<String> words = choices.collect(Collectors.toList());
    return Option.choice("format", null, words, help);
  }
}
