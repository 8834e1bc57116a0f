package no.utfall.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Status;
import no.utfall.figure.TextColumn;
import no.utfall.panel.Crosswalk.Kind;
import org.junit.jupiter.api.Test;

class CrosswalkTest {

  private static Map<Kind, Integer> kinds(int from, int to) {
    Map<Kind, Integer> kinds = new EnumMap<>(Kind.class);
    Crosswalk.of(Norway.KOMMUNE.units(), Norway.KOMMUNE.changes(), from, to)
        .lines()
        .forEach(line -> kinds.merge(line.kind(), 1, Integer::sum));
    return kinds;
  }

  @Test
  void allButTheSplitOfAalesundAreRenumberingsIn2024() {
    assertEquals(Map.of(Kind.SAME, 242, Kind.RENUMBERED, 113, Kind.SPLIT, 2), kinds(2023, 2024));
  }

  @Test
  void nothingChangesFrom2020To2023() {
    assertEquals(Map.of(Kind.SAME, 356), kinds(2020, 2023));
  }

  @Test
  void countsOfEveryUnitAreKeptOnTheWayFrom2017To2024() {
    List<Unit> units = Norway.KOMMUNE.units().units(2017);
    double[] counts = new double[units.size()];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = 7 * i + 3;
    }
    CodeChanges.Brought brought = bring(Norway.KOMMUNE, units, "2017", counts);
    assertEquals(357, brought.frame().rows());
    double sum = 0;
    for (double count : brought.frame().number("antall").values()) {
      assertEquals(Math.rint(count), count, 0);
      sum += count;
    }
    assertEquals(7 * 425 * 426 / 2 + 3 * 426, sum, 0);
    assertEquals(
        List.of("W516", "W516"),
        brought.findings().stream().map(finding -> finding.code()).toList());
  }

  @Test
  void numbersOfACountySplitWithoutWeightsAreMissingAndSaidToBe() {
    CodeChanges.Brought brought =
        bring(Norway.FYLKE, List.of(new Unit("03", ""), new Unit("30", "")), "2023", 700, 1300);
    NumberColumn counts = brought.frame().number("antall");
    assertEquals(4, brought.frame().rows());
    assertEquals(700, counts.value(0), 0);
    for (int row = 1; row < 4; row++) {
      assertEquals(Status.MISSING, counts.status(row));
    }
    assertTrue(brought.findings().get(0).message().contains("no weights are declared"));
  }

  private static CodeChanges.Brought bring(
      Norway level, List<Unit> units, String period, double... counts) {
    Frame frame = Frame.of(
        TextColumn.of("unit", units.stream().map(Unit::code).toList()),
        TextColumn.of("period", units.stream().map(unit -> period).toList()),
        NumberColumn.of("antall", counts));
    return level
        .changes()
        .bring(
            frame,
            "unit",
            "period",
            List.of(),
            Set.of("antall"),
            Set.of("antall"),
            level.units(),
            2024);
  }

  @Test
  void aHistoryTellsWhereAUnitCameFromAndWent() {
    History history = History.of(Norway.KOMMUNE.units(), Norway.KOMMUNE.changes());
    assertEquals(
        List.of(new History.Chapter(
            "0710",
            "Sandefjord",
            "2017",
            "2019",
            List.of("0706 Sandefjord", "0719 Andebu", "0720 Stokke"),
            List.of("3804 Sandefjord in 2020"))),
        history.find("0710"));
    assertEquals(
        Set.of("1515", "1818"),
        Set.copyOf(history.find("HERØY").stream().map(History.Chapter::code).toList()));
    assertEquals("1841", history.find("fuossko").get(0).code());
  }
}
