package no.utfall.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Status;
import no.utfall.figure.TextColumn;
import no.utfall.figure.Type;
import no.utfall.panel.Period;
import no.utfall.panel.UnitLevel;
import no.utfall.problem.Excerpt;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a file whose columns have roles, held against one another: series, shares, populations, totals of groups
 * and of levels. Nobody says which columns give a share, or which rows add up; a relation is taken when the file itself
 * shows it in most rows, and then the others are told of. What no relation was found for is told as not checked.
 */
final class PanelCheck {

  private static final int I = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Pattern PERCENT =
      Pattern.compile("prosent|per ?cent|pct|%|\\bandel|_andel|\\bshare|_share|proportion", I);
  private static final Pattern RATE = Pattern.compile("\\brate|_rate|\\bper ?1", I);
  private static final Pattern POPULATION = Pattern.compile(
      "folkemengde|folketal|befolkning|innbygg|population|folkmängd|invånare|nevner|denominator",
      I);

  /** Of more columns of numbers, not every three are tried. */
  private static final int FEW = 12;

  private final Inspect.Proposal proposal;
  private final Frame frame;
  private final String unit;
  private final List<String> groups;
  private final Plausibility panel;
  private final List<String> held = new ArrayList<>();
  private final List<String> unheld = new ArrayList<>();

  private PanelCheck(
      Inspect.Proposal proposal,
      Frame frame,
      String unit,
      List<String> groups,
      int[] years,
      Plausibility.Told told) {
    this.proposal = proposal;
    this.frame = frame;
    this.unit = unit;
    this.groups = groups;
    this.panel = new Plausibility(frame, unit, groups, years, told);
  }

  /**
   * @param held what was checked, for the note
   * @param unheld what was not, and why
   */
  record Said(List<String> held, List<String> unheld) {}

  /**
   * @param units of the frame
   * @param years of the rows, where no column has a period of its own
   */
  static Said check(
      Inspect.Proposal proposal,
      Frame frame,
      TextColumn units,
      int[] years,
      Plausibility.Told told) {
    List<String> groups = proposal.key();
    groups.removeIf(name -> name.equals(units.name())
        || !frame.has(name)
        || !(frame.column(name) instanceof TextColumn)
        || "period".equals(proposal.roles().get(name)) && proposal.wide().isEmpty());
    boolean isWide = !proposal.wide().isEmpty();
    Wide wide = isWide ? Wide.of(proposal.wide(), frame.names()) : null;
    if (frame.rows() > Plausibility.MOST_ROWS
        || wide != null && cells(frame, wide) > Plausibility.MOST_ROWS) {
      return new Said(
          List.of(),
          List.of("series, shares and totals, since the file has more than "
              + Plausibility.MOST_ROWS + " rows"));
    }
    PanelCheck check = wide == null
        ? new PanelCheck(proposal, frame, units.name(), groups, years, told)
        : melted(proposal, frame, units, groups, wide, told);
    check.run();
    return new Said(check.held, check.unheld);
  }

  private static long cells(Frame frame, Wide wide) {
    return (long) frame.rows() * byPeriod(frame, wide).size();
  }

  /** The columns of each period. */
  private static Map<String, List<String>> byPeriod(Frame frame, Wide wide) {
    Map<String, List<String>> byPeriod = new LinkedHashMap<>();
    for (String name : frame.names()) {
      Wide.Part part = wide.part(name);
      if (part != null && frame.column(name) instanceof NumberColumn) {
        byPeriod.computeIfAbsent(part.period(), p -> new ArrayList<>()).add(name);
      }
    }
    return byPeriod;
  }

  /** Each row once for each period; what is found there stands in the row and column of the file. */
  private static PanelCheck melted(
      Inspect.Proposal proposal,
      Frame frame,
      TextColumn units,
      List<String> groups,
      Wide wide,
      Plausibility.Told told) {
    Map<String, List<String>> byPeriod = byPeriod(frame, wide);
    List<String> texts = new ArrayList<>(List.of(units.name()));
    texts.addAll(groups);
    List<TextColumn.Builder> keys = texts.stream().map(TextColumn::builder).toList();
    Map<String, NumberColumn.Builder> numbers = new TreeMap<>();
    byPeriod
        .values()
        .forEach(names -> names.forEach(
            name -> numbers.computeIfAbsent(target(wide, name), t -> NumberColumn.builder(t))));
    int rows = frame.rows();
    int[] years = new int[rows * byPeriod.size()];
    List<Map<String, String>> columns = new ArrayList<>();
    for (Map.Entry<String, List<String>> period : byPeriod.entrySet()) {
      Map<String, String> nameOf = new LinkedHashMap<>();
      period.getValue().forEach(name -> nameOf.put(target(wide, name), name));
      int year = Period.find(period.getKey()).map(Period::year).orElse(0);
      for (int row = 0; row < rows; row++) {
        years[columns.size() * rows + row] = year;
        for (int k = 0; k < texts.size(); k++) {
          keys.get(k).add(frame.text(texts.get(k)).get(row));
        }
        for (Map.Entry<String, NumberColumn.Builder> number : numbers.entrySet()) {
          String name = nameOf.get(number.getKey());
          if (name == null) {
            number.getValue().addMissing(Status.ABSENT);
          } else {
            number.getValue().addFrom(frame.number(name), row);
          }
        }
      }
      columns.add(nameOf);
    }
    List<Column> all = new ArrayList<>();
    keys.forEach(key -> all.add(key.build()));
    numbers.values().forEach(number -> all.add(number.build()));
    return new PanelCheck(
        proposal,
        Frame.of(all),
        units.name(),
        groups,
        years,
        (code, at, column, cell, message, fix) -> told.at(
            code,
            at % rows,
            columns.get(at / rows).getOrDefault(column, column),
            cell,
            message,
            fix));
  }

  private static String target(Wide wide, String name) {
    Wide.Part part = wide.part(name);
    return part == null ? name : part.target();
  }

  private void run() {
    List<String> numbers = frame.columns().stream()
        .filter(NumberColumn.class::isInstance)
        .map(Column::name)
        .toList();
    if (numbers.isEmpty()) {
      return;
    }
    numbers.stream()
        .filter(name -> type(name) == Type.COUNT || PERCENT.matcher(name).find())
        .forEach(panel::jumpsOfUnits);
    held.add("series");
    shares(numbers);
    totals(numbers);
  }

  // --- shares and populations

  private void shares(List<String> numbers) {
    Set<String> populations = new LinkedHashSet<>();
    numbers.stream().filter(name -> POPULATION.matcher(name).find()).forEach(populations::add);
    List<String> alone = new ArrayList<>();
    List<String> counts = new ArrayList<>(numbers);
    counts.removeIf(name -> type(name) != Type.COUNT);
    for (String share : numbers) {
      boolean isPercent = PERCENT.matcher(share).find();
      boolean canBe =
          isPercent || type(share) != Type.COUNT || RATE.matcher(share).find();
      if (isPercent) {
        panel.yearsOfShares(share);
      }
      Optional<Plausibility.Ratio> ratio =
          canBe && counts.size() <= FEW ? panel.ratio(share, counts) : Optional.empty();
      ratio.ifPresent(shown -> {
        panel.sharesOfParts(shown);
        panel.overWhole(shown);
        populations.add(shown.population());
        held.add(shown(shown.share()) + " as " + shown(shown.count()) + " / "
            + shown(shown.population()));
      });
      if (isPercent && ratio.isEmpty()) {
        alone.add(shown(share));
      }
    }
    populations.forEach(panel::standingStill);
    boolean anyMeasure = false;
    for (String group : groups) {
      if (percentLevels(group)) {
        anyMeasure = true;
        numbers.forEach(number ->
            panel.yearsOfShares(number, group, level -> PERCENT.matcher(level).find()));
      }
    }
    if (!alone.isEmpty() || anyMeasure) {
      unheld.add("shares against counts"
          + (alone.isEmpty() ? "" : " (" + shown(String.join(", ", alone)) + ")")
          + ", since no two columns of numbers are seen to give them");
    }
  }

  private boolean percentLevels(String group) {
    TextColumn column = frame.text(group);
    for (int level = 0; level < column.levels(); level++) {
      if (PERCENT.matcher(column.level(level)).find()) {
        return true;
      }
    }
    return false;
  }

  // --- parts and wholes

  private void totals(List<String> numbers) {
    List<String> counts = new ArrayList<>(numbers);
    counts.removeIf(name -> type(name) != Type.COUNT);
    boolean any = false;
    for (String group : groups) {
      boolean adds = false;
      for (String count : counts) {
        adds |= panel.wholes(count, group);
      }
      if (adds) {
        held.add("totals of " + shown(group));
      }
      any |= adds;
    }
    UnitLevel.Family family = family();
    for (Wholes wholes : family == null ? List.<Wholes>of() : wholes(family)) {
      boolean adds = false;
      for (String count : counts) {
        adds |= panel.levels(count, wholes.of, wholes.what);
      }
      if (adds) {
        held.add("totals of " + wholes.what);
      }
      any |= adds;
    }
    if (!any) {
      unheld.add("totals, since no rows are seen to add up to others");
    }
  }

  private @Nullable Type type(String number) {
    return (proposal.wide().isEmpty() ? proposal.types() : proposal.typesWhenLong()).get(number);
  }

  private UnitLevel.@Nullable Family family() {
    String id = proposal.profile().find("levels");
    if (id != null) {
      return UnitLevel.Family.find(id).orElse(null);
    }
    return RoleCheck.areOfFourDigits(frame.text(unit)) ? UnitLevel.Family.NORWAY : null;
  }

  /**
   * @param of the unit of the file in which a unit lies; blank for others
   * @param what these are called
   */
  private record Wholes(UnaryOperator<String> of, String what) {}

  private List<Wholes> wholes(UnitLevel.Family family) {
    TextColumn codes = frame.text(unit);
    Map<UnitLevel, Set<String>> byLevel = new TreeMap<>();
    for (int code = 0; code < codes.levels(); code++) {
      String text = codes.level(code);
      family
          .level(text)
          .ifPresent(level ->
              byLevel.computeIfAbsent(level, l -> new LinkedHashSet<>()).add(text));
    }
    List<Wholes> all = new ArrayList<>();
    for (UnitLevel part : byLevel.keySet()) {
      for (UnitLevel whole : byLevel.keySet()) {
        if (lies(part, whole)) {
          Set<String> parts = byLevel.getOrDefault(part, Set.of());
          Set<String> wholes = byLevel.getOrDefault(whole, Set.of());
          boolean isOne =
              wholes.size() == 1 && whole == UnitLevel.COUNTRY && family != UnitLevel.Family.NUTS;
          String only = wholes.iterator().next();
          all.add(new Wholes(
              code -> !parts.contains(code) ? "" : isOne ? only : start(code, wholes),
              part.code() + " units"));
        }
      }
    }
    return all;
  }

  private static boolean lies(UnitLevel part, UnitLevel whole) {
    return switch (part) {
      case MUNICIPALITY -> whole == UnitLevel.COUNTY || whole == UnitLevel.COUNTRY;
      case COUNTY -> whole == UnitLevel.COUNTRY || whole == UnitLevel.STATE;
      case STATE -> whole == UnitLevel.COUNTRY;
      case NUTS1 -> whole == UnitLevel.COUNTRY;
      case NUTS2 -> whole == UnitLevel.NUTS1 || whole == UnitLevel.COUNTRY;
      case NUTS3 -> whole == UnitLevel.NUTS2;
      default -> false;
    };
  }

  /** The code of a larger unit with which this code starts, zeros behind it apart. */
  private static String start(String code, Set<String> wholes) {
    for (int length = code.length() - 1; length >= 2; length--) {
      String start = code.substring(0, length);
      String filled = start + "0".repeat(code.length() - length);
      if (wholes.contains(start)) {
        return start;
      }
      if (wholes.contains(filled) && !filled.equals(code)) {
        return filled;
      }
      if (wholes.contains("00" + start)) {
        return "00" + start;
      }
    }
    return "";
  }

  private static String shown(String name) {
    return Excerpt.show(Reader.cut(name));
  }
}
