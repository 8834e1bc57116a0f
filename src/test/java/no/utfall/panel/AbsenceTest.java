package no.utfall.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import no.utfall.figure.Frame;
import no.utfall.figure.TextColumn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AbsenceTest {

  /** Cells with blanks between them, under names. */
  private static Frame table(String names, String... rows) {
    List<TextColumn.Builder> columns = new ArrayList<>();
    for (String name : names.split(" ")) {
      columns.add(TextColumn.builder(name));
    }
    for (String row : rows) {
      String[] cells = row.split(" ");
      for (int c = 0; c < cells.length; c++) {
        columns.get(c).add(cells[c].equals("_") ? "" : cells[c]);
      }
    }
    return Frame.of(columns.stream().map(TextColumn.Builder::build).toList());
  }

  private static Map<Integer, Long> absent(Frame keys, @Nullable String period) {
    return Absence.of(keys, "unit", period, null, List.of());
  }

  @Test
  void aUnitWithoutAYearThatOthersHaveLacksARow() {
    Frame keys = table("unit year", "a 2020", "a 2021", "a 2022", "b 2020", "b 2022");
    assertEquals(Map.of(1, 1L), absent(keys, "year"));
  }

  @Test
  void aYearThatNobodyHasIsNotExpected() {
    assertEquals(
        Map.of(), absent(table("unit year", "a 2020", "b 2020", "a 2022", "b 2022"), "year"));
  }

  /** Group y starts in 2021: nothing of it is expected in 2020, and unit b is expected in 2021 and 2022. */
  @Test
  void rowsAreExpectedWhereTheOtherKeysOccurInThatPeriod() {
    Frame keys = table(
        "unit year group", "a 2020 x", "b 2020 x", "a 2021 x", "b 2021 x", "a 2021 y", "a 2022 y");
    assertEquals(Map.of(4, 1L, 5, 1L), absent(keys, "year"));
  }

  @Test
  void aTableOfOnePeriodLacksUnitsByGroup() {
    assertEquals(Map.of(2, 1L), absent(table("unit group", "a x", "b x", "a y"), null));
  }

  /** The county of a municipality tells no rows apart. */
  @Test
  void whatFollowsFromTheUnitMakesNoParts() {
    Frame keys = table("unit year county", "a 2020 x", "b 2020 x", "c 2020 y", "a 2021 x");
    assertEquals(Map.of(3, 2L), absent(keys, "year"));
  }

  /** Schools lie in one municipality each; b has none in 2021. */
  @Test
  void whatLiesWithinUnitsMakesNoParts() {
    Frame keys = table("unit year school", "a 2020 x", "a 2020 y", "b 2020 z", "a 2021 x");
    assertEquals(Map.of(3, 1L), absent(keys, "year"));
  }

  /** Each state numbers its districts from 1: 6 pairs of the 3 · 5 there were if each state had each number. */
  @Test
  void whatLiesWithinUnitsMayBeNumberedAlikeInThem() {
    Frame keys = table(
        "state year district name",
        "s1 2020 1 Ash",
        "s1 2020 2 Birch",
        "s2 2020 1 Elm",
        "s2 2020 3 Fir",
        "s3 2020 4 Oak",
        "s3 2020 5 Ash",
        "s1 2021 2 Birch",
        "s2 2021 1 Elm");
    assertEquals(Map.of(6, 1L), Absence.of(keys, "state", "year", null, List.of()));
  }

  /** School in municipality in county: the municipality is the unit, and of the schools nothing is expected. */
  @Test
  void unitsBetweenOuterAndInnerOnesAreTheOnesCounted() {
    Frame keys = table(
        "county unit school year sex",
        "03 m1 1 2020 f",
        "03 m1 1 2020 m",
        "03 m1 2 2020 f",
        "03 m1 2 2020 m",
        "11 m2 3 2020 f",
        "11 m2 3 2020 m",
        "11 m3 4 2020 f",
        "11 m3 4 2020 m",
        "03 m1 2 2021 f",
        "03 m1 2 2021 m",
        "11 m2 3 2021 f",
        "11 m2 3 2021 m",
        "11 m3 4 2021 f");
    assertEquals(Map.of(9, 1L), absent(keys, "year"));
  }

  @Test
  void rowsWithoutUnitOrPeriodCountForNothing() {
    assertEquals(Map.of(), absent(table("unit year", "a 2020", "_ 2021", "a _"), "year"));
  }

  @Test
  void equalRowsCountOnce() {
    Frame keys = table("unit year", "a 2020", "a 2020", "b 2021", "a 2021");
    assertEquals(Map.of(0, 1L), absent(keys, "year"));
  }

  /** Country rows have a group of their own; no municipality is expected in it. */
  @Test
  void levelsAreNotExpectedOfOneAnother() {
    Frame keys = table(
        "unit year sector",
        "0 2023 all",
        "0301 2023 x",
        "1103 2023 x",
        "0 2024 all",
        "0301 2024 x");
    assertEquals(
        Map.of(4, 1L), Absence.of(keys, "unit", "year", UnitLevel.Family.NORWAY, Norway.lists()));
  }

  /** Haram was 1534 until 2019, a part of 1507 Ålesund to 2023, and is 1580 from 2024. */
  @Test
  void aUnitThatTheListDoesNotHaveInAYearIsNotAbsent() {
    Frame keys =
        table("unit year", "1534 2019", "0301 2019", "0301 2022", "1580 2024", "0301 2024");
    assertEquals(
        Map.of(), Absence.of(keys, "unit", "year", UnitLevel.Family.NORWAY, Norway.lists()));
    assertEquals(Map.of(0, 1L, 2, 2L, 3, 1L), absent(keys, "year"));
  }

  /** Years before the lists start are as good as any. */
  @Test
  void yearsBeforeTheListAreNotHeldAgainstIt() {
    Frame keys = table("unit year", "0301 2001", "1103 2001", "0301 2002");
    assertEquals(
        Map.of(2, 1L), Absence.of(keys, "unit", "year", UnitLevel.Family.NORWAY, Norway.lists()));
  }

  @Test
  void agreesWithACountOfSets() {
    Random random = new Random(7);
    for (int run = 0; run < 200; run++) {
      List<String> rows = new ArrayList<>();
      int n = 1 + random.nextInt(40);
      for (int i = 0; i < n; i++) {
        rows.add(
            "u" + random.nextInt(6) + " " + (2000 + random.nextInt(5)) + " g" + random.nextInt(3));
      }
      Set<String> all = new HashSet<>();
      Set<String> units = new HashSet<>();
      Set<String> parts = new HashSet<>();
      Set<String> pairs = new HashSet<>();
      rows.forEach(row -> {
        units.add(row.substring(0, 2));
        pairs.add(row.substring(0, 2) + row.substring(7));
      });
      Set<String> groups = new HashSet<>();
      pairs.forEach(pair -> groups.add(pair.substring(2)));
      boolean isOfUnit = pairs.size() == units.size()
          || groups.size() > 1
              && (pairs.size() == groups.size() || 2 * pairs.size() < units.size() * groups.size());
      rows.forEach(row -> {
        parts.add(isOfUnit ? row.substring(3, 7) : row.substring(3));
        all.add(isOfUnit ? row.substring(0, 7) : row);
      });
      long expected = (long) units.size() * parts.size() - all.size();
      Frame keys = table("unit year group", rows.toArray(new String[0]));
      assertEquals(
          expected,
          absent(keys, "year").values().stream().mapToLong(count -> count).sum(),
          () -> rows.toString());
    }
  }
}
