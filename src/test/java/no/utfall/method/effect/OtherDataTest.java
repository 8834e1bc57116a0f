package no.utfall.method.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.math.Normal;
import no.utfall.method.Result;
import no.utfall.problem.Refusal;
import org.junit.jupiter.api.Test;

/** The same estimate on other data: what changes the verdict, and by which numbers. */
class OtherDataTest {

  private static final int UNITS = 150;
  private static final int FIRST = 2012;
  private static final int LAST = 2022;

  /** What the measure adds in a year; every third unit starts in 2018. */
  private interface Planted {
    double in(int year);
  }

  /** {@code unit, year, y, other, people, start}; values near 10, so that 1 to 4 stand out. */
  private static Frame world(Planted outcome, Planted other) {
    SplittableRandom random = new SplittableRandom(17);
    TextColumn.Builder unit = TextColumn.builder("unit");
    TextColumn.Builder year = TextColumn.builder("year");
    NumberColumn.Builder y = NumberColumn.builder("y");
    NumberColumn.Builder placebo = NumberColumn.builder("other");
    NumberColumn.Builder people = NumberColumn.builder("people");
    NumberColumn.Builder start = NumberColumn.builder("start");
    for (int i = 0; i < UNITS; i++) {
      boolean treated = i % 3 == 0;
      for (int t = FIRST; t <= LAST; t++) {
        boolean on = treated && t >= 2018;
        unit.add("u" + i);
        year.add(Integer.toString(t));
        y.add(10 + noise(random) + (on ? outcome.in(t) : 0));
        placebo.add(50 + noise(random) + (on ? other.in(t) : 0));
        people.add(100 + 10 * i);
        start.add(treated ? 2018 : Double.NaN);
      }
    }
    return Frame.of(
        unit.build(), year.build(), y.build(), placebo.build(), people.build(), start.build());
  }

  private static double noise(SplittableRandom random) {
    return Normal.quantile(random.nextDouble() * (1 - 1e-12) + 5e-13);
  }

  private static Result did(Frame data, String... more) {
    List<String> all = new ArrayList<>(List.of(
        "--unit",
        "unit",
        "--period",
        "year",
        "--outcome",
        "y",
        "--cohort",
        "start",
        "--base",
        "pre-mean"));
    all.addAll(List.of(more));
    return Sheets.did(data, all.toArray(String[]::new));
  }

  private static String verdict(Result result) {
    Frame guards = result.tables().get("guards");
    int row = Sheets.row(guards, "guard", "verdict");
    return guards.text("status").get(row) + ": " + guards.text("note").get(row);
  }

  private static double guard(Result result, String guard) {
    return Sheets.at(result.tables().get("guards"), "estimate", "guard", guard, "measure", "att");
  }

  @Test
  void whatStandsOnAllDataIsShown() {
    Frame data = world(year -> -2, year -> 0);
    Result result = did(data, "--placebo", "other", "--without-periods", "2020,2021");
    assertTrue(verdict(result).startsWith("shown"), verdict(result));
    assertEquals(0, guard(result, "placebo-outcome"), 0.4);
    assertEquals(-2, guard(result, "without-periods"), 0.4);
  }

  @Test
  void anOutcomeThatShouldNotChangeAndDoesTakesTheVerdictAway() {
    Result result = did(world(year -> -2, year -> 1), "--placebo", "other");
    assertTrue(
        verdict(result).startsWith("cannot-tell: an outcome that the measure should not change"),
        verdict(result));
    assertEquals(1, guard(result, "placebo-outcome"), 0.4);
    assertTrue(result.reading().get(0).en().contains("should not change"));
  }

  @Test
  void anEffectOfTwoYearsOnlyIsNotTold() {
    Frame data = world(year -> year == 2020 || year == 2021 ? -4 : 0, year -> 0);
    assertTrue(verdict(did(data)).startsWith("shown"));
    Result result = did(data, "--without-periods", "2020,2021");
    assertTrue(
        verdict(result).startsWith("cannot-tell: the verdict or the sign is another one when"),
        verdict(result));
    // the same as leaving the rows out by hand
    TextColumn years = data.text("year");
    int[] kept = IntStream.range(0, data.rows())
        .filter(row -> !years.get(row).startsWith("202") || years.get(row).equals("2022"))
        .toArray();
    assertEquals(
        did(data.rows(kept)).tidy().number("estimate").value(0),
        guard(result, "without-periods"),
        0);
    Refusal refusal =
        assertThrows(Refusal.class, () -> did(data, "--without-periods", "2020,1999"));
    assertTrue(refusal.getMessage().contains("no period '1999'"));
  }

  /** Some numbers of the first units hidden between 1 and 4, each with what it is at a limit. */
  private static Frame hidden(Frame data, int units, double instead) {
    NumberColumn y = data.number("y");
    NumberColumn.Builder builder = NumberColumn.builder("y");
    for (int row = 0; row < data.rows(); row++) {
      int unit = Integer.parseInt(data.text("unit").get(row).substring(1));
      boolean after = Integer.parseInt(data.text("year").get(row)) >= 2018;
      if (unit < units && after) {
        if (Double.isNaN(instead)) {
          builder.addSuppressed(1, 4);
        } else {
          builder.add(instead);
        }
      } else {
        builder.add(y.value(row));
      }
    }
    return data.with(builder.build());
  }

  @Test
  void hiddenNumbersAreSetToBothLimits() {
    Frame data = world(year -> -2, year -> 0);
    Result result = did(hidden(data, 9, Double.NaN));
    for (String guard : List.of("hidden-lowest", "hidden-highest")) {
      double at = guard.endsWith("lowest") ? 1 : 4;
      assertEquals(
          did(hidden(data, 9, at)).tidy().number("estimate").value(0), guard(result, guard), 0);
    }
    Frame guards = result.tables().get("guards");
    // nine units, five years from the start on
    assertEquals(45, Sheets.at(guards, "estimate", "measure", "hidden_numbers"), 0);
    assertEquals(9, Sheets.at(guards, "estimate", "measure", "hidden_units"), 0);
    assertTrue(verdict(result).startsWith("shown"), verdict(result));
  }

  @Test
  void aVerdictThatRestsOnTheHiddenNumbersIsNotTold() {
    // every second unit to compare with is hidden after the start, and may be as far down as the
    // treated
    Result result = did(someHidden(world(year -> -1, year -> 0)));
    assertTrue(
        verdict(result).startsWith("cannot-tell: the verdict or the sign is another one with the"),
        verdict(result));
  }

  private static Frame someHidden(Frame data) {
    NumberColumn.Builder builder = NumberColumn.builder("y");
    for (int row = 0; row < data.rows(); row++) {
      int unit = Integer.parseInt(data.text("unit").get(row).substring(1));
      boolean after = Integer.parseInt(data.text("year").get(row)) >= 2018;
      if (unit % 3 == 1 && after) {
        builder.addSuppressed(1, 4);
      } else {
        builder.add(data.number("y").value(row));
      }
    }
    return data.with(builder.build());
  }

  @Test
  void aQuarterShowsWhatItsOwnUnitsCould() {
    Frame data = world(year -> -2, year -> 0);
    Frame table = did(data, "--weight", "people").tables().get("by-size");
    // people rise with the number of the unit: 150 units, the second quarter is 37 to 74
    int[] rows = IntStream.range(0, data.rows())
        .filter(row -> {
          int unit = Integer.parseInt(data.text("unit").get(row).substring(1));
          return unit >= 37 && unit < 75;
        })
        .toArray();
    Frame alone = did(data.rows(rows)).tidy();
    assertEquals(
        alone.number("estimate").value(0),
        Sheets.at(table, "estimate", "quarter", "2", "measure", "att"),
        1e-12);
    assertEquals(
        2.801585218 * alone.number("std_error").value(0),
        Sheets.at(table, "estimate", "quarter", "2", "measure", "mde"),
        1e-8);
    assertEquals(470, Sheets.at(table, "estimate", "quarter", "2", "measure", "size_from"), 0);
    assertEquals(840, Sheets.at(table, "estimate", "quarter", "2", "measure", "size_to"), 0);
    assertEquals(0, did(data).tables().get("by-size").rows());
  }
}
