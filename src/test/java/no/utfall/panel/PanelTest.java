package no.utfall.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import no.utfall.figure.Figure;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Status;
import no.utfall.figure.TextColumn;
import org.junit.jupiter.api.Test;

class PanelTest {

  private final Frame frame = Frame.of(
      TextColumn.of("k", "1103", "0301", "0301"),
      TextColumn.of("y", "2023", "2024", "2023"),
      NumberColumn.builder("cost").add(300).addSuppressed(100, 400).add(50).build(),
      NumberColumn.of("people", 10, 100, 0));
  private final Panel panel = Panel.of(frame, "k", "y", List.of("cost", "people"));

  @Test
  void cellsKeepTheirStandingAndAbsentOnesAreAbsent() {
    assertEquals(List.of("0301", "1103"), panel.units());
    assertEquals(List.of(Period.year(2023), Period.year(2024)), panel.periods());
    assertEquals(new Figure.Suppressed(100, 400), panel.figure("cost", "0301", Period.year(2024)));
    assertEquals(
        new Figure.Missing(Status.ABSENT), panel.figure("cost", "1103", Period.year(2024)));
    assertEquals(
        new Figure.Missing(Status.ABSENT), panel.figure("cost", "9999", Period.year(2024)));
    assertEquals(4, panel.longFrame("unit", "period").rows());
  }

  @Test
  void amountsPerPersonNeedPeople() {
    Panel more = panel.perCapita("cost", "people", 1000, "each");
    assertEquals(new Figure.Known(30_000), more.figure("each", "1103", Period.year(2023)));
    assertEquals(
        new Figure.Suppressed(1_000, 4_000), more.figure("each", "0301", Period.year(2024)));
    assertEquals(
        new Figure.Missing(Status.MISSING), more.figure("each", "0301", Period.year(2023)));
  }

  @Test
  void amountsAreBroughtToThePricesOfTheBase() {
    PriceIndex index = PriceIndex.of(
        Frame.of(TextColumn.of("year", "2023", "2024"), NumberColumn.of("index", 100, 125)),
        "year",
        "index");
    Panel more = panel.deflated("cost", index, Period.year(2024), "real");
    // by hand: 300 * 125 / 100
    assertEquals(new Figure.Known(375), more.figure("real", "1103", Period.year(2023)));
    assertEquals(new Figure.Suppressed(100, 400), more.figure("real", "0301", Period.year(2024)));
    Panel none = panel.deflated("cost", index, Period.year(1999), "real");
    assertEquals(
        new Figure.Missing(Status.MISSING), none.figure("real", "1103", Period.year(2023)));
  }

  @Test
  void unitThatStandsTwiceInAPeriodIsRefused() {
    Frame twice = Frame.of(
        TextColumn.of("k", "a", "a"),
        TextColumn.of("y", "2020", "2020"),
        NumberColumn.of("x", 1, 2));
    assertThrows(IllegalArgumentException.class, () -> Panel.of(twice, "k", "y", List.of("x")));
  }
}
