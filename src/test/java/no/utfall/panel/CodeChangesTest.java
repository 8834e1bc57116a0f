package no.utfall.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import no.utfall.figure.Figure;
import no.utfall.figure.Flag;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Origin;
import no.utfall.figure.Status;
import no.utfall.figure.TextColumn;
import no.utfall.problem.Finding;
import org.junit.jupiter.api.Test;

class CodeChangesTest {

  /** 1624 and 1718 became 5054 in 2018, which became 5099 in 2024; 1850 was split in 2020. */
  private final CodeChanges changes = changes(
      "1624 5054 2018",
      "1718 5054 2018",
      "5054 5099 2024",
      "1850 1806 2020 0.6",
      "1850 1875 2020 0.4");

  private static CodeChanges changes(String... lines) {
    List<Finding> findings = new ArrayList<>();
    CodeChanges changes = CodeChanges.of(List.of(table(lines)), findings);
    assertEquals(List.of(), findings);
    return changes;
  }

  private static Frame table(String... lines) {
    TextColumn.Builder from = TextColumn.builder("from_code");
    TextColumn.Builder to = TextColumn.builder("to_code");
    TextColumn.Builder year = TextColumn.builder("year");
    NumberColumn.Builder weight = NumberColumn.builder("weight");
    for (String line : lines) {
      String[] cells = line.split(" ");
      from.add(cells[0]);
      to.add(cells[1]);
      year.add(cells[2]);
      weight.add(cells.length > 3 ? Double.parseDouble(cells[3]) : Double.NaN);
    }
    return Frame.of(from.build(), to.build(), year.build(), weight.build());
  }

  private static Frame beds(String[] unit, String[] period, NumberColumn beds) {
    return Frame.of(TextColumn.of("unit", unit), TextColumn.of("year", period), beds);
  }

  private CodeChanges.Brought bring(Frame frame, int target) {
    return changes.bring(
        frame, "unit", "year", List.of(), Set.of("beds"), Set.of("beds"), null, target);
  }

  @Test
  void mergedCountsAreSummed() {
    Frame frame = beds(
        new String[] {"1624", "1718", "5054"},
        new String[] {"2017", "2017", "2018"},
        NumberColumn.of("beds", 95, 43, 133));
    CodeChanges.Brought brought = bring(frame, 2018);
    assertEquals(2, brought.frame().rows());
    assertEquals("5054", brought.frame().text("unit").get(0));
    assertEquals(138, brought.frame().number("beds").value(0));
    assertEquals(133, brought.frame().number("beds").value(1));
    assertEquals(2, brought.reclassified());
    assertEquals(List.of(), brought.findings());
  }

  @Test
  void changesAreFollowedInAChain() {
    assertEquals(Map.of("5099", 1.0), changes.shares("1624", 2017, 2024));
    assertEquals(Map.of("5054", 1.0), changes.shares("1624", 2017, 2023));
    assertEquals(Map.of("5099", 1.0), changes.shares("5054", 2020, 2024));
    CodeChanges.Brought brought = bring(
        beds(
            new String[] {"1624", "1718", "5054", "5099"},
            new String[] {"2017", "2017", "2020", "2024"},
            NumberColumn.of("beds", 95, 43, 133, 130)),
        2024);
    assertEquals(List.of("5099", "5099", "5099"), codes(brought.frame()));
    assertEquals(138, brought.frame().number("beds").value(0));
    assertEquals(3, brought.reclassified());
  }

  private static List<String> codes(Frame frame) {
    List<String> codes = new ArrayList<>();
    for (int row = 0; row < frame.rows(); row++) {
      codes.add(frame.text("unit").get(row));
    }
    return codes;
  }

  @Test
  void splitCountsGoByWeightAndAreFlaggedEstimated() {
    CodeChanges.Brought brought = bring(
        beds(
            new String[] {"1850", "1806"},
            new String[] {"2019", "2019"},
            NumberColumn.of("beds", 10, 7)),
        2024);
    NumberColumn beds = brought.frame().number("beds");
    assertEquals(List.of("1806", "1875"), codes(brought.frame()));
    assertEquals(13, beds.value(0), 1e-12);
    assertTrue(beds.has(0, Flag.ESTIMATED));
    assertEquals(4, beds.value(1), 1e-12);
    assertEquals(1, brought.reclassified());
  }

  @Test
  void partsOfASplitCountAreWholeAndAddUp() {
    NumberColumn beds =
        NumberColumn.builder("beds").add(11).add(12).addSuppressed(1, 4).build();
    NumberColumn parts = bring(
            beds(
                new String[] {"1850", "1850", "1850"}, new String[] {"2017", "2018", "2019"}, beds),
            2024)
        .frame()
        .number("beds");
    // by hand: 11 · 0.6 = 6.6 and 4.4, 12 · 0.6 = 7.2 and 4.8; the larger remainder is rounded up
    assertEquals(7, parts.value(0));
    assertEquals(7, parts.value(1));
    assertEquals(new Figure.Suppressed(0, 3), parts.figure(2));
    assertEquals(4, parts.value(3));
    assertEquals(5, parts.value(4));
    assertEquals(new Figure.Suppressed(0, 2), parts.figure(5));
  }

  @Test
  void sumWithAHiddenPartIsHiddenBetweenTheSumsOfTheLimits() {
    NumberColumn beds = NumberColumn.builder("beds")
        .add(95)
        .flag(Flag.PROVISIONAL)
        .addSuppressed(1, 4)
        .build();
    NumberColumn sum = bring(
            beds(new String[] {"1624", "1718"}, new String[] {"2017", "2017"}, beds), 2018)
        .frame()
        .number("beds");
    assertEquals(new Figure.Suppressed(96, 99), sum.figure(0));
    assertTrue(sum.has(0, Flag.PROVISIONAL));
  }

  @Test
  void sumWithAMissingPartIsMissingAndAUnitThatWasNotThereAddsNothing() {
    NumberColumn beds = NumberColumn.builder("beds")
        .add(95)
        .addMissing(Status.MISSING)
        .add(95)
        .addMissing(Status.NO_UNIT)
        .build();
    NumberColumn sum = bring(
            beds(
                new String[] {"1624", "1718", "1624", "1718"},
                new String[] {"2016", "2016", "2017", "2017"},
                beds),
            2018)
        .frame()
        .number("beds");
    assertEquals(new Figure.Missing(Status.MISSING), sum.figure(0));
    assertEquals(new Figure.Known(95), sum.figure(1));
  }

  @Test
  void sumThatLacksAPredecessorIsMissingAndTold() {
    CodeChanges.Brought brought = bring(
        beds(
            new String[] {"1624", "1718", "1624"},
            new String[] {"2016", "2016", "2017"},
            NumberColumn.of("beds", 1, 2, 95)),
        2018);
    assertEquals(3, brought.frame().number("beds").value(0));
    assertEquals(Status.MISSING, brought.frame().number("beds").status(1));
    assertEquals(1, brought.findings().size());
    assertEquals("W514", brought.findings().get(0).code());
    assertTrue(brought.findings().get(0).message().contains("lacks its part 1718"));
  }

  @Test
  void ratesAreKeptWhenRenumberedAndRefusedWhenMerged() {
    Frame frame = Frame.of(
        TextColumn.of("unit", "1624", "1718", "5054"),
        TextColumn.of("year", "2017", "2017", "2020"),
        NumberColumn.of("share", 5, 6, 7));
    CodeChanges.Brought brought =
        changes.bring(frame, "unit", "year", List.of(), Set.of(), Set.of(), null, 2024);
    assertEquals(Status.NOT_CALCULATED, brought.frame().number("share").status(0));
    assertEquals(7, brought.frame().number("share").value(1));
    assertEquals("W513", brought.findings().get(0).code());
  }

  @Test
  void furtherKeysStayApart() {
    Frame frame = Frame.of(
        TextColumn.of("unit", "1624", "1624", "1718", "1718"),
        TextColumn.of("year", "2017", "2017", "2017", "2017"),
        TextColumn.of("sex", "f", "m", "f", "m"),
        NumberColumn.of("beds", 1, 2, 10, 20));
    Frame brought = changes
        .bring(frame, "unit", "year", List.of("sex"), Set.of("beds"), Set.of("beds"), null, 2018)
        .frame();
    assertEquals(2, brought.rows());
    assertEquals(11, brought.number("beds").value(0));
    assertEquals(22, brought.number("beds").value(1));
  }

  @Test
  void seriesThatThePublisherBroughtForwardIsLeftAlone() {
    UnitList list = UnitList.of(Frame.of(
        TextColumn.of("code", "1624", "1718", "5054"),
        TextColumn.of("name", "Rissa", "Leksvik", "Indre Fosen"),
        TextColumn.of("valid_from", "", "", "2018"),
        TextColumn.of("valid_to", "2017", "2018-01-01", "")));
    Frame frame = beds(
        new String[] {"5054", "1624"},
        new String[] {"2015", "2019"},
        NumberColumn.of("beds", 138, 95));
    CodeChanges.Brought brought =
        changes.bring(frame, "unit", "year", List.of(), Set.of("beds"), Set.of("beds"), list, 2018);
    assertEquals(138, brought.frame().number("beds").value(0));
    assertEquals("W511", brought.findings().get(0).code());
    assertEquals("5054", brought.frame().text("unit").get(1));
  }

  @Test
  void splitWhoseWeightsDoNotSumToOneIsAnErrorAndLeftOut() {
    for (String second : List.of("1850 1875 2020", "1850 1875 2020 0.5")) {
      List<Finding> findings = new ArrayList<>();
      CodeChanges bad = CodeChanges.of(List.of(table("1850 1806 2020 0.6", second)), findings);
      assertEquals(List.of("E516"), findings.stream().map(Finding::code).toList());
      assertEquals(Map.of("1850", 1.0), bad.shares("1850", 2019, 2024));
    }
  }

  /** As in the lists of publishers, where a line may also stand twice. */
  @Test
  void splitWithoutWeightsLeavesTheNumbersMissing() {
    CodeChanges list =
        changes("1850 1806 2020", "1850 1875 2020", "1850 1806 2020", "5054 5054 2019");
    assertEquals(Map.of("1806", Double.NaN, "1875", Double.NaN), list.shares("1850", 2019, 2024));
    Frame frame = beds(new String[] {"1850"}, new String[] {"2019"}, NumberColumn.of("beds", 10));
    CodeChanges.Brought brought =
        list.bring(frame, "unit", "year", List.of(), Set.of("beds"), Set.of("beds"), null, 2020);
    assertEquals(List.of("1806", "1875"), codes(brought.frame()));
    assertEquals(Status.MISSING, brought.frame().number("beds").status(0));
    assertEquals(List.of("W516"), brought.findings().stream().map(Finding::code).toList());
  }

  @Test
  void changesOfSeveralTablesAreOne() {
    List<Finding> findings = new ArrayList<>();
    CodeChanges two =
        CodeChanges.of(List.of(table("1624 5054 2018"), table("5054 5099 2024")), findings);
    assertEquals(List.of(), findings);
    assertEquals(Map.of("5099", 1.0), two.shares("1624", 2017, 2024));
  }

  @Test
  void totalsAreKeptWhateverTheOrderOfRows() {
    Random random = new Random(7);
    for (int run = 0; run < 200; run++) {
      List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3));
      java.util.Collections.shuffle(order, random);
      String[] codes = {"1624", "1718", "1850", "0301"};
      double[] counts = {95, 43, random.nextInt(100), random.nextInt(1000)};
      Frame frame = beds(
          order.stream().map(i -> codes[i]).toArray(String[]::new),
          order.stream().map(i -> "2016").toArray(String[]::new),
          NumberColumn.of("beds", order.stream().mapToDouble(i -> counts[i]).toArray()));
      Frame brought = bring(frame, 2024).frame();
      double sum = 0;
      for (double value : brought.number("beds").values()) {
        sum += value;
      }
      assertEquals(counts[0] + counts[1] + counts[2] + counts[3], sum, 1e-9, "run " + run);
      assertEquals(List.of("0301", "1806", "1875", "5099"), codes(brought));
    }
  }

  @Test
  void unknownCodesAreFoundWithTheirPlace() {
    UnitList list = UnitList.of(Frame.of(TextColumn.of("code", "0301", "1103")));
    Frame frame = Frame.of(TextColumn.of("unit", "301", "1103", "9998", "9998"))
        .from(new Origin("beds.csv", new int[] {2, 3, 4, 5}, Map.of("unit", 1)));
    List<Finding> findings = list.check(frame, "unit");
    assertEquals(List.of("E506", "E507"), findings.stream().map(Finding::code).toList());
    assertEquals("beds.csv:2", findings.get(0).place().toString());
    assertTrue(findings.get(1).message().endsWith("(1 more rows)"));
  }
}
