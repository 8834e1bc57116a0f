package no.utfall.method.rate;

import static no.utfall.method.rate.Runs.counts;
import static no.utfall.method.rate.Runs.mean;
import static no.utfall.method.rate.Runs.proportion;
import static no.utfall.method.rate.Runs.rate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.method.Result;
import no.utfall.text.Language;
import no.utfall.view.Axis;
import no.utfall.view.Chart;
import no.utfall.view.Mark;
import no.utfall.view.Point;
import no.utfall.view.Span;
import org.junit.jupiter.api.Test;

class StoryTest {

  private static Frame years(String... lines) {
    Frame data = counts(lines);
    return Frame.of(data.column("g").named("aar"), data.column("x"), data.column("n"));
  }

  @Test
  void groupsAreShownFromHighestToLowestWithTheWholeAsARule() {
    Result result =
        proportion(counts("a 100 1000", "b 300 1000", "c 200 2000", "d 1-4 10"), "by", "g");
    Chart chart = result.charts().get(0);
    assertEquals("proportion-intervals", chart.id());
    assertEquals(
        List.of("b", "a", "c"), chart.y().labels().stream().map(t -> t.nb()).toList());
    assertEquals(Axis.Kind.CATEGORY, chart.y().kind());
    Mark.Rule rule = (Mark.Rule) chart.marks().get(0);
    assertEquals(15, rule.at());
    Mark.Dots dots = (Mark.Dots) chart.marks().get(2);
    assertEquals(new Point(30, 0), dots.points().get(0));
    Mark.Intervals intervals = (Mark.Intervals) chart.marks().get(1);
    Span first = intervals.spans().get(0);
    assertTrue(first.at() == 0 && first.low() < 30 && 30 < first.high());
    assertEquals(
        "b har den høyeste andelen (30,0 prosent) og a den laveste (10,0 prosent);"
            + " intervallene overlapper ikke",
        chart.title().in(Language.NB));
    assertEquals(
        "b har den høgaste delen (30,0 prosent) og a den lågaste (10,0 prosent);"
            + " intervalla overlappar ikkje",
        chart.title().in(Language.NN));
    assertEquals(
        "b has the highest proportion (30.0 percent) and a the lowest (10.0 percent);"
            + " their intervals do not overlap",
        chart.title().in(Language.EN));
    assertEquals(
        "Andel (prosent), 95 % konfidensintervall, wilson", chart.subtitle().in(Language.NB));
    assertEquals(3, chart.twin().frame().rows());
    assertEquals(
        "1 of 4 are not shown: hidden, missing or not estimable.",
        chart.twin().note().in(Language.EN));
    assertTrue(chart.alt().in(Language.EN).startsWith("Dots with intervals for 3 values of g"));
    assertEquals(3, result.reading().size());
    assertEquals(
        "1 of 4 groups are left out: the number is hidden, missing or cannot be estimated.",
        result.reading().get(2).in(Language.EN));
  }

  @Test
  void overlapIsSaid() {
    Chart chart = rate(counts("a 10 1000", "b 12 1000"), "by", "g", "conf-level", "0.998")
        .charts()
        .get(0);
    assertTrue(chart.title().in(Language.NB).endsWith("; intervallene overlapper"));
    assertTrue(chart.title().in(Language.EN).contains("1,200 per 100,000"));
    assertTrue(chart.subtitle().in(Language.NB).contains("99,8 % konfidensintervall, byar"));
    assertEquals(
        "Alle 2 har samme verdi: 5",
        mean(counts("a 5 0", "a 5 0", "b 5 0", "b 5 0"), "by", "g")
            .charts()
            .get(0)
            .title()
            .in(Language.NB)
            .replace(",0", ""));
  }

  @Test
  void periodsAreShownAsATrendWithGapsLeftOpen() {
    Result result =
        proportion(years("2019 100 1000", "2020 120 1000", "2022 200 1000"), "by", "aar");
    Chart chart = result.charts().get(0);
    assertEquals("proportion-trend", chart.id());
    assertEquals(Axis.Kind.WHOLE, chart.x().kind());
    List<Point> points = ((Mark.Line) chart.marks().get(1)).points();
    assertEquals(
        List.of(2019.0, 2020.0, 2021.0, 2022.0), points.stream().map(Point::x).toList());
    assertTrue(Double.isNaN(points.get(2).y()));
    assertEquals(
        "Andelen gikk opp fra 10,0 i 2019 til 20,0 prosent i 2022; intervallene overlapper ikke",
        chart.title().in(Language.NB));
    assertEquals(
        "Delen gjekk opp frå 10,0 i 2019 til 20,0 prosent i 2022; intervalla overlappar ikkje",
        chart.title().in(Language.NN));
    assertEquals(
        "The proportion rose from 10.0 in 2019 to 20.0 percent in 2022; their intervals do not overlap",
        chart.title().in(Language.EN));
  }

  @Test
  void oneUnitOverTimeIsATrendAndSeveralAreNot() {
    Frame one = Frame.of(
        TextColumn.of("kommune", "0301", "0301"),
        TextColumn.of("aar", "2020", "2021"),
        NumberColumn.of("x", 30, 20),
        NumberColumn.of("n", 100, 100));
    Chart chart = rate(one, "by", "kommune,aar", "per", "100").charts().get(0);
    assertEquals("rate-trend", chart.id());
    assertEquals(
        "0301: Raten gikk ned fra 30 i 2020 til 20 per 100 i 2021; intervallene overlapper",
        chart.title().in(Language.NB));
    assertEquals("0301", chart.marks().get(1).label().nb());
    Frame two = one.with(TextColumn.of("kommune", "0301", "1103"));
    assertEquals(List.of(), rate(two, "by", "kommune,aar").charts());
    assertTrue(rate(two, "by", "kommune,aar")
        .reading()
        .get(0)
        .nb()
        .startsWith("0301, 2020 har den høyeste"));
  }

  @Test
  void municipalityCodesAreNotTakenForYears() {
    Chart chart = rate(counts("1103 30 100", "1508 20 100"), "by", "g").charts().get(0);
    assertEquals("rate-intervals", chart.id());
  }

  @Test
  void tooManyGroupsForAChartStillHaveAReading() {
    String[] lines =
        IntStream.range(0, 61).mapToObj(i -> "k" + i + " " + i + " 100").toArray(String[]::new);
    Result result = proportion(counts(lines), "by", "g");
    assertEquals(List.of(), result.charts());
    assertTrue(result.reading().get(0).in(Language.EN).startsWith("k60 has the highest"));
  }

  @Test
  void oneNumberIsReadWithItsInterval() {
    Result result = proportion(counts("a 120 1000"));
    assertEquals(
        "Andelen er 12,0 prosent (10,1 til 14,2).", result.reading().get(0).in(Language.NB));
    assertEquals(
        "The interval (95% confidence interval, wilson) covers chance variation, not errors in the data.",
        result.reading().get(1).in(Language.EN));
    assertEquals(List.of(), result.charts());
  }
}
