package no.utfall.badinput;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import no.utfall.reference.Yaml;

/** A finding as the command line gave it; 0 where it names no place, {@link #UNSAID} where the form has no room for one. */
record Found(String code, String severity, int line, int field, int column) {

  static final int UNSAID = -1;

  /** {@code file:line:column: error E506: what}, the place as far as known. */
  private static final Pattern ON_SCREEN = Pattern.compile(
      "(?m)^\\S[^\\n]*?(?::(\\d+))?(?::(\\d+))?: (error|warning|note) ([EWN]\\d{3}): ");

  /** Those of {@code -f json}. */
  static List<Found> inJson(String json) {
    Yaml.Entries document = Yaml.entries(Yaml.parse(json));
    return Yaml.items(document.get("findings")).stream()
        .map(Yaml::entries)
        .map(finding -> new Found(
            Yaml.word(finding.get("code")),
            Yaml.word(finding.get("severity")).toLowerCase(Locale.ROOT),
            place(finding, "line"),
            place(finding, "field"),
            place(finding, "column")))
        .toList();
  }

  private static int place(Yaml.Entries finding, String name) {
    String word = Yaml.word(finding.get(name));
    return word.equals("null") || word.isEmpty() ? 0 : Integer.parseInt(word);
  }

  /** Those among the words on a screen. */
  static List<Found> onScreen(String words) {
    return ON_SCREEN
        .matcher(words)
        .results()
        .map(match -> new Found(
            match.group(4),
            match.group(3),
            match.group(1) == null ? 0 : Integer.parseInt(match.group(1)),
            UNSAID,
            match.group(2) == null ? 0 : Integer.parseInt(match.group(2))))
        .toList();
  }
}
