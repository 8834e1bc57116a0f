package no.utfall.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import no.utfall.figure.Frame;
import no.utfall.figure.Groups;
import no.utfall.figure.TextColumn;
import no.utfall.panel.Period;
import no.utfall.panel.UnitLevel;
import no.utfall.text.Order;
import org.jspecify.annotations.Nullable;

/** Who and when a file is about: its units with their levels, its periods, and the pairs of them without a row. */
final class Outline {

  /** Fewer codes than this say nothing of what kind they are. */
  private static final int ENOUGH = 5;

  /** The share of codes that must be of a kind. */
  private static final double MOST = 0.95;

  private static final int SHOWN = 5;

  private final Inspect.Proposal proposal;
  private final Frame texts;
  private final Map<String, String> facts = new LinkedHashMap<>();

  private Outline(Inspect.Proposal proposal) {
    this.proposal = proposal;
    this.texts = proposal.texts();
  }

  /** Sentences by what they are about: {@code units, level, periods, gaps}; none for what the file does not have. */
  static Map<String, String> of(Inspect.Proposal proposal) {
    Outline outline = new Outline(proposal);
    TextColumn unit = outline.column("unit");
    TextColumn period = outline.column("period");
    if (unit != null) {
      outline.units(unit);
    }
    outline.periods(period);
    if (unit != null && period != null && proposal.wide().isEmpty()) {
      outline.gaps(unit, period);
    }
    return outline.facts;
  }

  private @Nullable TextColumn column(String role) {
    for (Map.Entry<String, String> entry : proposal.roles().entrySet()) {
      if (entry.getValue().equals(role) && texts.has(entry.getKey())) {
        return texts.text(entry.getKey());
      }
    }
    return null;
  }

  private static Set<String> cells(TextColumn column) {
    Set<String> cells = new TreeSet<>(Order.NATURAL);
    for (int level = 0; level < column.levels(); level++) {
      if (!column.level(level).isEmpty()) {
        cells.add(column.level(level));
      }
    }
    return cells;
  }

  private void units(TextColumn unit) {
    Set<String> codes = cells(unit);
    facts.put("units", codes.size() + " in '" + unit.name() + "'");
    String id = proposal.profile().find("levels");
    Optional<UnitLevel.Family> family = id == null ? Optional.empty() : UnitLevel.Family.find(id);
    if (family.isPresent()) {
      facts.put("level", levels(family.get(), codes));
      return;
    }
    List<UnitLevel.Family> fitting = new ArrayList<>();
    for (UnitLevel.Family candidate : UnitLevel.Family.values()) {
      long known =
          codes.stream().filter(code -> candidate.level(code).isPresent()).count();
      if (known >= ENOUGH && known >= MOST * codes.size()) {
        fitting.add(candidate);
      }
    }
    if (!fitting.isEmpty()) {
      facts.put(
          "level",
          "not known; the codes look like "
              + String.join(
                  ", or ",
                  fitting.stream()
                      .map(one -> one.title() + " (" + levels(one, codes) + ")")
                      .toList()));
    } else {
      facts.put("level", "not known from the codes");
    }
  }

  private static String levels(UnitLevel.Family family, Set<String> codes) {
    Map<String, Integer> counts = new TreeMap<>(Order.NATURAL);
    for (String code : codes) {
      counts.merge(
          family.level(code).map(UnitLevel::code).orElse("of no known level"), 1, Integer::sum);
    }
    List<String> told = new ArrayList<>();
    counts.forEach((level, count) -> told.add(count + " " + level));
    return String.join(", ", told);
  }

  // --- periods

  private void periods(@Nullable TextColumn column) {
    Set<String> texts = proposal.wide().isEmpty()
        ? column == null ? Set.of() : cells(column)
        : new TreeSet<>(proposal.wideYears().stream().map(String::valueOf).toList());
    if (texts.isEmpty()) {
      return;
    }
    TreeSet<Period> periods = new TreeSet<>();
    for (String text : texts) {
      Optional<Period> period = Period.find(text);
      if (period.isEmpty()) {
        facts.put("periods", texts.size() + ", not all of them read as periods: '" + text + "'");
        return;
      }
      periods.add(period.get());
    }
    String span = periods.size() == 1
        ? periods.first().toString()
        : periods.first() + " to " + periods.last() + ", " + periods.size() + " in all";
    facts.put("periods", span + between(periods));
  }

  /** What lies between the first and the last. */
  private static String between(TreeSet<Period> periods) {
    if (periods.stream().anyMatch(p -> p.kind() == Period.Kind.INTERVAL)) {
      boolean overlap = false;
      Period before = null;
      for (Period period : periods) {
        overlap |= before != null && period.first() < before.first() + before.months();
        before = period;
      }
      return overlap ? "; they overlap: no differences between neighbours" : "";
    }
    if (periods.stream().anyMatch(p -> p.kind() != Period.Kind.YEAR)) {
      return "";
    }
    Set<Integer> years = new HashSet<>();
    periods.forEach(period -> years.add(period.year()));
    List<String> absent = new ArrayList<>();
    for (int year = periods.first().year(); year < periods.last().year(); year++) {
      if (!years.contains(year)) {
        absent.add(String.valueOf(year));
      }
    }
    return absent.isEmpty() ? "" : "; without " + shortened(absent);
  }

  private static String shortened(List<String> words) {
    String first = String.join(", ", words.subList(0, Math.min(SHOWN, words.size())));
    return words.size() > SHOWN ? first + " and " + (words.size() - SHOWN) + " more" : first;
  }

  // --- pairs

  private void gaps(TextColumn unit, TextColumn period) {
    Groups pairs = texts.groups(List.of(unit.name(), period.name()));
    Map<String, Integer> periodsOf = new TreeMap<>(Order.NATURAL);
    int there = 0;
    for (int group = 0; group < pairs.count(); group++) {
      int row = pairs.first(group);
      if (!unit.get(row).isEmpty() && !period.get(row).isEmpty()) {
        periodsOf.merge(unit.get(row), 1, Integer::sum);
        there++;
      }
    }
    int periods = cells(period).size();
    long all = (long) periodsOf.size() * periods;
    List<String> lacking = new ArrayList<>();
    periodsOf.forEach((code, count) -> {
      if (count < periods) {
        lacking.add(code);
      }
    });
    facts.put(
        "gaps",
        lacking.isEmpty()
            ? "none: every unit has a row in every period"
            : (all - there) + " of " + all + " pairs of unit and period have no row; "
                + lacking.size() + (lacking.size() == 1 ? " unit lacks" : " units lack")
                + " some: " + shortened(lacking));
  }
}
