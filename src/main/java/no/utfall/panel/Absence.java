package no.utfall.panel;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.utfall.figure.Frame;
import no.utfall.figure.Groups;
import no.utfall.figure.TextColumn;
import org.jspecify.annotations.Nullable;

/**
 * Rows that one would expect in a table of units and periods, and that are not in it.
 *
 * <p>A table is taken apart by its other key columns, those apart that follow from the unit
 * or that tell of something within it, and by the level of its units where the codes tell it. Where such a
 * part has any row in a period, a row is expected there for every unit of that level that stands anywhere in the table. A
 * column tells of something within the unit, as a school or a district does even where two units number theirs alike, when
 * hardly any of its texts stands in more than one unit, or when fewer than half of the units have the same one; of what
 * lies within a unit nothing is expected, but that the unit has a row in the period. Not
 * expected is a unit in a year in which the code list has no such code, unless the table itself has it in that year; what
 * stands nowhere in the table, be it a unit or a period, is not expected either.
 */
public final class Absence {

  /** So many pairs of part and unit are marked each by its own bit; of more, the rows are grouped. */
  private static final long BITS = 1L << 28;

  private static final String LEVEL = "\u0000level";

  private final TextColumn units;
  private final @Nullable TextColumn periods;
  private final List<UnitList> lists;
  private final BitSet used = new BitSet();
  private final int[] levelOf;
  /** By level, units that stand in a row with unit and period. */
  private final int[] unitsOf;

  private final Frame keys;
  /** By unit and period, for codes of the list only: whether the code holds, or the table has it all the same. */
  private final @Nullable BitSet[] there;

  private Absence(
      Frame keys,
      String unit,
      @Nullable String period,
      UnitLevel.@Nullable Family levels,
      List<UnitList> lists) {
    this.units = keys.text(unit);
    this.periods = period == null ? null : keys.text(period);
    this.lists = lists;
    this.keys = keys.with(levels(levels));
    this.there = new BitSet[units.levels()];
    this.levelOf = new int[units.levels()];
    TextColumn level = this.keys.text(LEVEL);
    for (int row = 0; row < units.size(); row++) {
      levelOf[units.code(row)] = level.code(row);
      if (isKeyed(row)) {
        used.set(units.code(row));
      }
    }
    this.unitsOf = new int[level.levels()];
    used.stream().forEach(code -> unitsOf[levelOf[code]]++);
    existing();
  }

  /**
   * How many rows are absent, by the first row of the part and period in which they are.
   *
   * @param keys the key columns, all of them texts
   * @param unit the one of the units; rows without a unit or period count for nothing
   * @param period {@code null} when the table is of one period, or has a column for each
   * @param levels how the codes tell the level; {@code null} when they do not
   * @param lists of the units that there are in a year; of a code the first that knows it
   */
  public static Map<Integer, Long> of(
      Frame keys,
      String unit,
      @Nullable String period,
      UnitLevel.@Nullable Family levels,
      List<UnitList> lists) {
    Map<Integer, Long> absent = new TreeMap<>();
    new Absence(keys, unit, period, levels, lists).count(unit, absent::put);
    return absent;
  }

  /** How many rows are absent from the whole table. */
  public static long rows(
      Frame keys,
      String unit,
      @Nullable String period,
      UnitLevel.@Nullable Family levels,
      List<UnitList> lists) {
    long[] sum = new long[1];
    new Absence(keys, unit, period, levels, lists).count(unit, (first, absent) -> sum[0] += absent);
    return sum[0];
  }

  private boolean isKeyed(int row) {
    return !units.get(row).isEmpty() && (periods == null || !periods.get(row).isEmpty());
  }

  private TextColumn levels(UnitLevel.@Nullable Family family) {
    String[] byUnit = new String[units.levels()];
    for (int unit = 0; unit < byUnit.length; unit++) {
      byUnit[unit] = family == null
          ? ""
          : family.level(units.level(unit)).map(UnitLevel::code).orElse("");
    }
    TextColumn.Builder levels = TextColumn.builder(LEVEL, units.size());
    for (int row = 0; row < units.size(); row++) {
      levels.add(byUnit[units.code(row)]);
    }
    return levels.build();
  }

  private void existing() {
    TextColumn when = periods;
    if (lists.isEmpty() || when == null) {
      return;
    }
    int[] years = new int[when.levels()];
    for (int period = 0; period < years.length; period++) {
      years[period] = Period.find(when.level(period)).map(Period::year).orElse(0);
    }
    for (UnitList list : lists) {
      int first = list.codes().stream().mapToInt(list::firstYear).min().orElse(0);
      used.stream()
          .filter(unit -> there[unit] == null && list.knows(units.level(unit)))
          .forEach(unit -> {
            BitSet holds = new BitSet();
            for (int period = 0; period < years.length; period++) {
              boolean isBefore = years[period] < first;
              holds.set(period, isBefore || list.holds(units.level(unit), years[period]));
            }
            there[unit] = holds;
          });
    }
    for (int row = 0; row < units.size(); row++) {
      BitSet holds = there[units.code(row)];
      if (holds != null) {
        holds.set(when.code(row));
      }
    }
  }

  /** Takes the first row of a part and period from which rows are absent, and how many. */
  private interface Taking {
    void take(int first, long absent);
  }

  private void count(String unit, Taking taking) {
    List<String> names = new ArrayList<>(keys.names());
    names.remove(unit);
    names.removeIf(name -> !name.equals(LEVEL) && isOfUnit(unit, name));
    List<String> others = new ArrayList<>(names);
    others.removeIf(name -> name.equals(LEVEL) || periods != null && name.equals(periods.name()));
    if (others.size() > 1 && liesWithin(unit, others)) {
      names.removeAll(others);
    }
    Groups parts = keys.groups(names);
    int[] present = present(parts, names, unit);
    Map<Integer, long[]> expected = new TreeMap<>();
    TextColumn level = keys.text(LEVEL);
    for (int part = 0; part < parts.count(); part++) {
      int first = parts.first(part);
      if (present[part] > 0) {
        int when = periods == null ? 0 : periods.code(first);
        long[] ofPeriods = expected.computeIfAbsent(level.code(first), l -> expected(l));
        if (ofPeriods[when] > present[part]) {
          taking.take(first, ofPeriods[when] - present[part]);
        }
      }
    }
  }

  /** Whether a column follows from the unit, as the state of a county, or tells of something within it, as a school. */
  private boolean isOfUnit(String unit, String name) {
    if (periods != null && name.equals(periods.name())) {
      return false;
    }
    return keys.distinct(List.of(unit, name)) == keys.distinct(List.of(unit))
        || liesWithin(unit, List.of(name));
  }

  /** Whether these tell parts of units, not of the table: hardly any, or fewer than half, of the units share one. */
  private boolean liesWithin(String unit, List<String> names) {
    List<String> both = new ArrayList<>(names);
    both.add(unit);
    int pairs = keys.distinct(both);
    int parts = keys.distinct(names);
    return parts > 1 && (10L * pairs <= 11L * parts || 2L * pairs < ofAllUnits(names));
  }

  /** How many pairs there were with units, if each part that stands in a level stood in all units of it. */
  private long ofAllUnits(List<String> names) {
    List<String> leveled = new ArrayList<>(names);
    leveled.add(LEVEL);
    Groups parts = keys.groups(leveled);
    TextColumn level = keys.text(LEVEL);
    long pairs = 0;
    for (int part = 0; part < parts.count(); part++) {
      pairs += unitsOf[level.code(parts.first(part))];
    }
    return pairs;
  }

  /** The units of each part, each counted once. */
  private int[] present(Groups parts, List<String> names, String unit) {
    int[] present = new int[parts.count()];
    if ((long) parts.count() * units.levels() <= BITS) {
      BitSet seen = new BitSet();
      for (int row = 0; row < units.size(); row++) {
        int pair = parts.of(row) * units.levels() + units.code(row);
        if (isKeyed(row) && !seen.get(pair)) {
          seen.set(pair);
          present[parts.of(row)]++;
        }
      }
      return present;
    }
    List<String> all = new ArrayList<>(names);
    all.add(unit);
    Groups rows = keys.groups(all);
    for (int one = 0; one < rows.count(); one++) {
      present[parts.of(rows.first(one))] += isKeyed(rows.first(one)) ? 1 : 0;
    }
    return present;
  }

  /** The units of a level in each period. */
  private long[] expected(int level) {
    long[] expected = new long[periods == null ? 1 : periods.levels()];
    used.stream().filter(unit -> levelOf[unit] == level).forEach(unit -> {
      BitSet holds = there[unit];
      for (int period = 0; period < expected.length; period++) {
        expected[period] += holds == null || holds.get(period) ? 1 : 0;
      }
    });
    return expected;
  }
}
