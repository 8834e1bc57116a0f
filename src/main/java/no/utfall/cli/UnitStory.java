package no.utfall.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.utfall.panel.History;
import no.utfall.panel.Norway;
import no.utfall.text.Language;
import no.utfall.text.Text;

/** The history of a municipality or county, told in words: its names, what it came from, where it went. */
final class UnitStory {

  private static final Text KOMMUNE = Text.of("kommune", "kommune", "municipality");
  private static final Text FYLKE = Text.of("fylke", "fylke", "county");
  private static final Text BEFORE = Text.of("til og med {1}", "til og med {1}", "until {1}");
  private static final Text SINCE = Text.of("fra {0}", "frå {0}", "from {0}");
  private static final Text BETWEEN = Text.of("{0}–{1}", "{0}–{1}", "{0}–{1}");
  private static final Text ALL = Text.of(
      "hele tiden listene dekker", "heile tida listene dekkjer", "all the time the lists cover");
  private static final Text CAME = Text.of("kom fra", "kom frå", "came from");
  private static final Text WENT = Text.of("gikk til", "gjekk til", "went to");
  private static final Text SEVERAL = Text.of(
      "Flere koder har hatt dette navnet; koden sier hvilken enhet det er.",
      "Fleire kodar har hatt dette namnet; koden seier kva eining det er.",
      "Several codes have had this name; the code tells which unit it is.");
  private static final Text IN_PART = Text.of("en del", "ein del", "in part");
  private static final Text IN = Text.of(" i $1", " i $1", " in $1");
  private static final Text SPLIT = Text.of(
      "Delt: antall kan fordeles med vekter som du oppgir; rater må regnes ut på nytt fra antallene.",
      "Delt: tal kan fordelast med vekter som du gir opp; ratar må reknast ut på nytt frå tala.",
      "Split: counts can be divided by weights that you give; rates must be computed again from counts.");
  private static final Text SOURCE = Text.of(
      "Kilde: KLASS 131 og 104, SSB, 2013–2024.",
      "Kjelde: KLASS 131 og 104, SSB, 2013–2024.",
      "Source: KLASS 131 and 104, Statistics Norway, 2013–2024.");

  private UnitStory() {}

  /** By code or by a whole name; empty when there is no such unit. */
  static Optional<String> of(String wanted, Language language) {
    StringBuilder story = new StringBuilder();
    Set<String> codes = new LinkedHashSet<>();
    boolean split = false;
    for (Norway level : Norway.values()) {
      for (History.Chapter chapter : History.of(level.units(), level.changes()).named(wanted)) {
        codes.add(chapter.code());
        split |= chapter.wentTo().size() > 1;
        Text kind = level == Norway.KOMMUNE ? KOMMUNE : FYLKE;
        story
            .append(chapter.code())
            .append(' ')
            .append(chapter.name())
            .append(" (")
            .append(kind.in(language))
            .append("), ")
            .append(time(chapter).in(language))
            .append('\n');
        tell(story, CAME.in(language), chapter.cameFrom(), language);
        tell(story, WENT.in(language), chapter.wentTo(), language);
      }
    }
    if (codes.isEmpty()) {
      return Optional.empty();
    }
    if (codes.size() > 1) {
      story.append('\n').append(SEVERAL.in(language)).append('\n');
    }
    if (split) {
      story.append('\n').append(SPLIT.in(language)).append('\n');
    }
    return Optional.of(
        story.append('\n').append(SOURCE.in(language)).append('\n').toString());
  }

  private static Text time(History.Chapter chapter) {
    Text words = chapter.from().isEmpty()
        ? (chapter.to().isEmpty() ? ALL : BEFORE)
        : (chapter.to().isEmpty() ? SINCE : BETWEEN);
    return words.with(chapter.from(), chapter.to());
  }

  private static void tell(
      StringBuilder story, String verb, List<String> units, Language language) {
    for (String unit : units) {
      story
          .append("  ")
          .append(verb)
          .append(' ')
          .append(unit.replace("(in part)", "(" + IN_PART.in(language) + ")")
              .replaceFirst(" in ([0-9]{4})$", IN.in(language))
              .replaceFirst("\\(0\\.", language == Language.EN ? "(0." : "(0,"))
          .append('\n');
    }
  }

  /** Every code and name, for suggestions. */
  static List<String> names() {
    List<String> names = new ArrayList<>();
    for (Norway level : Norway.values()) {
      level.units().codes().forEach(code -> {
        names.add(code);
        level.units().history(code).forEach(named -> names.add(named.name()));
      });
    }
    return names;
  }
}
