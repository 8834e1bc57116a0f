package no.utfall.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.utfall.Shared;
import org.junit.jupiter.api.Test;

/** The built-in codes of Norway; {@code -Dcodes.update=true} writes the files anew from the published lists. */
class NorwayTest {

  private static final Path FILES = Path.of("src/main/resources/no/utfall/panel");

  @Test
  void shippedFilesAreThoseDerivedFromThePublishedLists() throws IOException {
    Map<String, String> derived = Klass.files(Shared.require("data/no-klass"));
    for (Map.Entry<String, String> file : derived.entrySet()) {
      if (Boolean.getBoolean("codes.update")) {
        Files.writeString(FILES.resolve(file.getKey()), file.getValue());
      } else {
        try (InputStream in = Norway.class.getResourceAsStream(file.getKey())) {
          assertEquals(
              file.getValue(),
              new String(in.readAllBytes(), StandardCharsets.UTF_8),
              file.getKey());
        }
      }
    }
  }

  // the worked table: municipalities from 1 January of a year

  @Test
  void asManyMunicipalitiesHoldAsWereCounted() {
    Map<Integer, Integer> counted = Map.of(
        2013, 428, 2016, 428, 2017, 426, 2018, 422, 2019, 422, 2020, 356, 2023, 356, 2024, 357);
    counted.forEach((year, count) ->
        assertEquals(count, Norway.KOMMUNE.units().units(year).size(), () -> "in " + year));
  }

  @Test
  void asManyCodesEndAndStartAsWereCounted() {
    assertEquals(List.of(3, 1), endedAndStarted(2017));
    assertEquals(List.of(54, 50), endedAndStarted(2018));
    assertEquals(List.of(1, 1), endedAndStarted(2019));
    assertEquals(List.of(309, 243), endedAndStarted(2020));
    assertEquals(List.of(0, 0), endedAndStarted(2022));
    assertEquals(List.of(114, 115), endedAndStarted(2024));
  }

  private static List<Integer> endedAndStarted(int year) {
    TreeSet<String> before = codes(year - 1);
    TreeSet<String> after = codes(year);
    TreeSet<String> ended = new TreeSet<>(before);
    ended.removeAll(after);
    after.removeAll(before);
    return List.of(ended.size(), after.size());
  }

  private static TreeSet<String> codes(int year) {
    return new TreeSet<>(
        Norway.KOMMUNE.units().units(year).stream().map(Unit::code).toList());
  }

  @Test
  void mergersAndRenumberingsAreAsManyAsCounted() {
    assertEquals(List.of(46, 4, 8), renumberedMergedFrom(2018));
    assertEquals(List.of(1, 0, 0), renumberedMergedFrom(2019));
    // and two that were split: 422 - (107 + 2) + 43 = 356
    assertEquals(List.of(202, 43, 107), renumberedMergedFrom(2020));
    assertEquals(List.of(113, 0, 0), renumberedMergedFrom(2024));
  }

  /** Renumbered units; merged units that came to be, and the whole units that went into them. */
  private static List<Integer> renumberedMergedFrom(int year) {
    Map<String, Integer> whole = new HashMap<>();
    Map<String, Integer> all = new HashMap<>();
    for (String code : codes(year - 1)) {
      Map<String, Double> shares = Norway.KOMMUNE.changes().shares(code, year - 1, year);
      shares.keySet().forEach(to -> {
        all.merge(to, 1, Integer::sum);
        whole.merge(to, shares.size() == 1 ? 1 : 0, Integer::sum);
      });
    }
    List<String> merged = all.keySet().stream().filter(to -> all.get(to) > 1).toList();
    long renumbered = whole.keySet().stream()
        .filter(to -> all.get(to) == 1 && whole.get(to) == 1 && !codes(year - 1).contains(to))
        .count();
    return List.of(
        (int) renumbered, merged.size(), merged.stream().mapToInt(whole::get).sum());
  }

  @Test
  void everyWayFromAnEarlierYearLeadsToCodesOfTheLater() {
    for (Norway level : Norway.values()) {
      for (int from = Norway.FIRST_YEAR; from < Norway.LAST_YEAR; from++) {
        for (int to = from; to <= Norway.LAST_YEAR; to++) {
          TreeSet<String> reached = new TreeSet<>();
          for (Unit unit : level.units().units(from)) {
            Map<String, Double> shares = level.changes().shares(unit.code(), from, to);
            reached.addAll(shares.keySet());
            double sum =
                shares.values().stream().mapToDouble(Double::doubleValue).sum();
            assertTrue(
                Math.abs(sum - 1) < 1e-12 || (level == Norway.FYLKE && Double.isNaN(sum)),
                () -> unit + " " + shares);
          }
          int last = to;
          TreeSet<String> there =
              new TreeSet<>(level.units().units(last).stream().map(Unit::code).toList());
          assertEquals(there, reached, level + " from " + from + " to " + to);
        }
      }
    }
  }

  @Test
  void onlyThreeMunicipalitiesAreEverSplit() {
    TreeSet<String> split = new TreeSet<>();
    for (String code : codes(2017)) {
      if (Norway.KOMMUNE.changes().shares(code, 2017, 2024).size() > 1) {
        split.add(code);
      }
    }
    assertEquals(Set.of("1613", "1850"), split);
    assertEquals(
        Map.of("5055", 0.35, "5056", 0.35, "5059", 0.3),
        Norway.KOMMUNE.changes().shares("1613", 2017, 2024));
    assertEquals(
        Map.of("1508", 0.5, "1580", 0.5), Norway.KOMMUNE.changes().shares("1507", 2022, 2024));
  }

  @Test
  void haramOf2019IsHaramOf2024ThoughAalesundStoodBetween() {
    CodeChanges changes = Norway.KOMMUNE.changes();
    assertEquals(Map.of("1580", 1.0), changes.shares("1534", 2013, 2024));
    assertEquals(Map.of("1580", 1.0), changes.shares("1534", 2019, 2024));
    assertEquals(Map.of("1507", 1.0), changes.shares("1534", 2019, 2023));
    for (String other : List.of("1504", "1523", "1529", "1546")) {
      assertEquals(Map.of("1508", 1.0), changes.shares(other, 2019, 2024));
    }
  }

  @Test
  void namesAreKeptByYearAndAreNoKeys() {
    UnitList kommuner = Norway.KOMMUNE.units();
    assertEquals(Optional.of("Herøy"), kommuner.name("1515", 2019));
    assertEquals(Optional.of("Herøy (Møre og Romsdal)"), kommuner.name("1515", 2020));
    assertEquals(Optional.of("Fauske"), kommuner.name("1841", 2016));
    assertEquals(Optional.of("Fauske - Fuossko"), kommuner.name("1841", 2017));
    assertEquals(Optional.of("Våler (Østfold)"), kommuner.name("3114", 2024));
    assertEquals(Optional.of("Bærum"), kommuner.name("3201", 2024));
    assertFalse(kommuner.codes().stream()
        .flatMap(code -> kommuner.history(code).stream())
        .anyMatch(named -> named.name().contains("?")));
    UnitNames names = UnitNames.of(null, kommuner);
    assertEquals(Optional.empty(), names.code("Herøy", 2019));
    assertEquals(Optional.of("1818"), names.code("herøy (nordland)", 2020));
    assertEquals(Set.of("1515", "1818"), names.codes("Herøy", 2020));
    assertEquals(Set.of("3018", "3419"), names.codes("Våler", 2022));
    assertEquals(Optional.of("5540"), names.code("Kåfjord", 2024));
    assertEquals(Optional.of("5540"), names.code("gáivuotna", 2024));
    assertEquals(Optional.of("5540"), names.code("Kaivuono", 2024));
    assertEquals(Set.of(), names.codes("Kåfjorden", 2024));
  }

  @Test
  void countiesAreAsManyAsTheyWere() {
    Map<Integer, Integer> counted =
        Map.of(2013, 19, 2017, 19, 2018, 18, 2019, 18, 2020, 11, 2023, 11, 2024, 15);
    counted.forEach((year, count) ->
        assertEquals(count, Norway.FYLKE.units().units(year).size(), () -> "in " + year));
    assertEquals(Map.of("50", 1.0), Norway.FYLKE.changes().shares("16", 2017, 2019));
    assertEquals(
        Set.of("31", "32", "33"),
        Norway.FYLKE.changes().shares("30", 2023, 2024).keySet());
  }
}
