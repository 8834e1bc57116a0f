package no.utfall.method.inequality;

import static no.utfall.method.inequality.Runs.estimate;
import static no.utfall.method.inequality.Runs.frame;
import static no.utfall.method.inequality.Runs.number;
import static no.utfall.method.inequality.Runs.run;
import static no.utfall.method.inequality.Runs.word;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import no.utfall.figure.Flag;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.method.Result;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Refusal;
import no.utfall.text.Language;
import no.utfall.text.Numerals;
import no.utfall.text.Text;
import no.utfall.view.Chart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InequalityTest {

  private static final double TIGHT = 1e-12;
  private static final String ALL =
      "difference,ratio,sii,rii,rii_mean,aci,rci,wagstaff,erreygers,bgv,bgsd,cov,idisw,mdbw,mdmw,theil,mld,ge,gini,"
          + "gini_abs,atkinson,kolm,hoover,par,paf";

  private static final Frame TWO = frame("""
      group  Y   N  SE
      1      10  50  1
      2      14  50  2
      """);

  /** The worked example of the card. */
  /** Every number of a key stands at the end of its line. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "group=group population=N std-error=SE direction=higher-is-better reference=1 measures="
            + ALL + ",mdbu,mdmu,mdru,mdrw,idisu alpha=0,1,2 epsilon=0.5,1",
        "group=group population=N std-error=SE model=log measures=sii,rii,rii_mean",
        "weight=N rank=group measures=sii,rii,rii_mean,aci,rci,wagstaff,erreygers,cov,std_dev,theil,mld,ge,gini,"
            + "gini_abs,gini_corrected,atkinson,kolm,hoover alpha=0,1,2 epsilon=0.5,1",
        "weight=N group=group measures=difference,ratio,par,paf,sii,gini",
        "measures=herfindahl,rosenbluth,lorenz_asymmetry"
      })
  void theArithmeticIsThatOfTheRows(String options) {
    Result result = run(TWO, "value=Y bounds=0,20 " + options);
    List<String> lines =
        result.explain("all").orElseThrow().stream().map(Text::en).toList();
    Frame tidy = result.tidy();
    for (int row = 0; row < tidy.rows(); row++) {
      String measure = tidy.text("measure").get(row);
      String end = " = " + Numerals.exact(tidy.number("estimate").value(row));
      assertTrue(
          lines.stream().anyMatch(line -> line.startsWith(measure + " = ") && line.endsWith(end)),
          measure + end + " in " + lines);
    }
  }

  @Test
  void theArithmeticByHand() {
    Result result =
        run(TWO, "group=group value=Y population=N std-error=SE measures=sii,rii,aci,paf");
    List<String> lines =
        result.explain("all").orElseThrow().stream().map(Text::en).toList();
    assertEquals("1: y = 10, p = 0.5, x = 0.25", lines.get(0));
    assertEquals("μ = Σ p · y = 12, r = y / μ", lines.get(2));
    assertTrue(lines.contains("sii = top − bottom of the line = 16 − 8 = 8"), lines.toString());
    assertTrue(lines.contains("rii = top / bottom of the line = 16 / 8 = 2"), lines.toString());
    assertTrue(lines.contains("aci = Σ c · y = -0.25 · 10 + 0.25 · 14 = 1"), lines.toString());
    assertTrue(result.explain("1").isEmpty());
  }

  @Test
  void twoGroupsByHand() {
    Result result = run(
        TWO,
        "group=group value=Y population=N std-error=SE bounds=0,20 measures=" + ALL
            + " direction=higher-is-better");
    assertEquals(12, estimate(result, "mean"), TIGHT);
    assertEquals(4, estimate(result, "difference"), TIGHT);
    assertEquals(1.4, estimate(result, "ratio"), TIGHT);
    assertEquals(8, estimate(result, "sii"), TIGHT);
    assertEquals(2, estimate(result, "rii"), TIGHT);
    assertEquals(8 / 12.0, estimate(result, "rii_mean"), TIGHT);
    assertEquals(1, estimate(result, "aci"), TIGHT);
    assertEquals(1 / 12.0, estimate(result, "rci"), TIGHT);
    assertEquals(4 * 1 / 20.0, estimate(result, "erreygers"), TIGHT);
    assertEquals(1 * 20 / (12.0 * 8), estimate(result, "wagstaff"), TIGHT);
    assertEquals(4, estimate(result, "bgv"), TIGHT);
    assertEquals(2, estimate(result, "bgsd"), TIGHT);
    assertEquals(100 * 2 / 12.0, estimate(result, "cov"), TIGHT);
    assertEquals(2, estimate(result, "mdmw"), TIGHT);
    assertEquals(2, estimate(result, "mdbw"), TIGHT);
    assertEquals(100 * 2 / 12.0, estimate(result, "idisw"), TIGHT);
    assertEquals(1 / 12.0, estimate(result, "gini"), TIGHT);
    assertEquals(1, estimate(result, "gini_abs"), TIGHT);
    assertEquals(1 / 12.0, estimate(result, "hoover"), TIGHT);
    assertEquals(2, estimate(result, "par"), TIGHT);
    assertEquals(100 * 2 / 12.0, estimate(result, "paf"), TIGHT);
    double a = 10 / 12.0;
    double b = 14 / 12.0;
    assertEquals((a * Math.log(a) + b * Math.log(b)) / 2, estimate(result, "theil"), TIGHT);
    assertEquals(-(Math.log(a) + Math.log(b)) / 2, estimate(result, "mld"), TIGHT);
    assertEquals((a * a + b * b - 2) / 4, estimate(result, "ge_2"), TIGHT);
    double half = (Math.sqrt(a) + Math.sqrt(b)) / 2;
    assertEquals(1 - half * half, estimate(result, "atkinson_0.5"), TIGHT);
    assertEquals(
        12 * Math.log((Math.exp(1 - a) + Math.exp(1 - b)) / 2), estimate(result, "kolm_1"), TIGHT);
    // the slope is 2 (y2 − y1): variance 4 (1 + 4)
    assertEquals(Math.sqrt(20), number(result, "sii", "std_error"), TIGHT);
    assertEquals(8 - 1.959963984540054 * Math.sqrt(20), number(result, "sii", "conf_low"), 1e-9);
    assertEquals(Math.sqrt(5), number(result, "difference", "std_error"), TIGHT);
  }

  @Test
  void fiellersLimitsSolveTheirEquation() {
    Result result =
        run(TWO, "group=group value=Y population=N std-error=SE measures=rii conf-level=0.5");
    // top = 2·14 − … : at 0 the line is (3·10 − 14)/2 = 8, at 1 (3·14 − 10)/2 = 16
    double z = 0.6744897501960817;
    for (String limit : List.of("conf_low", "conf_high")) {
      double r = number(result, "rii", limit);
      // 16 − 8 r in terms of y: (1.5 + 0.5 r) y2 − (0.5 + 1.5 r) y1
      double error = Math.hypot(2 * (1.5 + 0.5 * r), 0.5 + 1.5 * r);
      assertEquals(z, Math.abs(16 - 8 * r) / error, 1e-9);
    }
  }

  @Test
  void decilesAreOrderedByTheirNumberNotAsText() {
    StringBuilder text = new StringBuilder("group Y N\n");
    for (int decile = 1; decile <= 10; decile++) {
      text.append("D").append(decile).append(" ").append(20 + decile).append(" 100\n");
    }
    Result result = run(frame(text.toString()), "group=group value=Y population=N measures=sii");
    // one step of a decile is a tenth of the way: slope 1 / 0.1
    assertEquals(10, estimate(result, "sii"), 1e-9);
    assertEquals(List.of("N731"), codes(result));
  }

  private static List<String> codes(Result result) {
    return result.findings().stream().map(Finding::code).toList();
  }

  @Test
  void namesWithoutNumberNeedADeclaredOrder() {
    Frame data = frame("""
        group    Y   N
        lav      30  10
        middels  20  20
        høy      10  10
        """);
    Refusal refusal = assertThrows(
        Refusal.class, () -> run(data, "group=group value=Y population=N measures=sii"));
    assertEquals(Fault.COMMAND_LINE, refusal.fault());
    assertTrue(refusal.findings().get(0).fix().contains("--group-order"));
    String order = "group=group value=Y population=N measures=sii group-order=lav,middels,høy";
    double sii = estimate(run(data, order), "sii");
    assertEquals(-sii, estimate(run(data, order + " reverse=true"), "sii"), TIGHT);
    assertThrows(
        Refusal.class, () -> run(data, "group=group value=Y population=N group-order=lav,høy"));
    // what needs no order is made
    assertEquals(20, estimate(run(data, "group=group value=Y population=N"), "difference"), TIGHT);
  }

  @Test
  void turnedTheSlopeChangesSignAndTheRatioIsInverted() {
    String options =
        "group=group value=Y population=N std-error=SE measures=sii,rii,aci,rci,difference,ratio";
    Result there = run(TWO, options);
    Result back = run(TWO, options + " reverse=true");
    for (String measure : List.of("sii", "aci", "rci", "difference")) {
      assertEquals(-estimate(there, measure), estimate(back, measure), TIGHT);
      assertEquals(-number(there, measure, "conf_high"), number(back, measure, "conf_low"), 1e-9);
    }
    for (String measure : List.of("rii", "ratio")) {
      assertEquals(1 / estimate(there, measure), estimate(back, measure), TIGHT);
      assertEquals(
          1 / number(there, measure, "conf_high"), number(back, measure, "conf_low"), 1e-9);
    }
  }

  @Test
  void absoluteAndRelativeMeasuresStandTogether() {
    for (String[] pair : new String[][] {
      {"sii", "rii"},
      {"rii", "sii"},
      {"difference", "ratio"},
      {"rci", "aci"},
      {"bgv", "cov"},
      {"theil", "bgsd"},
      {"gini", "gini_abs"},
      {"atkinson", "kolm_1"},
      {"par", "paf"},
    }) {
      Result result = run(TWO, "group=group value=Y population=N measures=" + pair[0]);
      assertTrue(Double.isFinite(estimate(result, pair[1])), pair[0]);
      assertEquals(12, estimate(result, "mean"), TIGHT);
    }
  }

  private static final Frame FIVE = frame("""
      group  X    N
      1      41   410
      2      30   380
      3      33   520
      4      <5   300
      5      11   450
      """);

  @Test
  void aHiddenGroupGivesBoundsAndNeverCountsAsZero() {
    String options =
        "group=group count=X population=N direction=lower-is-better draws=100 measures=" + ALL;
    Result result = run(FIVE, options);
    assertEquals("suppressed", word(result, "sii", "status"));
    assertTrue(Double.isNaN(estimate(result, "sii")));
    assertEquals("1 of 5 values is hidden", word(result, "sii", "note"));
    // the ends are not hidden: their difference is known
    assertEquals(100 * (11 / 450.0 - 41 / 410.0), estimate(result, "difference"), TIGHT);
    Result[] filled = IntStream.rangeClosed(0, 60)
        .mapToObj(step -> run(filled(1 + step / 20.0), options))
        .toArray(Result[]::new);
    for (String id : List.of(
        "mean",
        "sii",
        "rii",
        "rii_mean",
        "aci",
        "rci",
        "erreygers",
        "bgv",
        "bgsd",
        "cov",
        "idisw",
        "mdmw",
        "theil",
        "mld",
        "ge_2",
        "gini",
        "gini_abs",
        "atkinson_0.5",
        "kolm_1",
        "hoover",
        "paf")) {
      double[] all =
          Arrays.stream(filled).mapToDouble(r -> estimate(r, id)).sorted().toArray();
      double low = estimate(result, id + "_lowest");
      double high = estimate(result, id + "_highest");
      double slack = 1e-9 * Math.abs(high) + 1e-12;
      assertTrue(low <= all[0] + slack && high >= all[all.length - 1] - slack, id);
      // and no wider than what can be reached
      double reach = 2e-3 * (all[all.length - 1] - all[0]) + slack;
      assertEquals(all[0], low, reach, id);
      assertEquals(all[all.length - 1], high, reach, id);
      if (!id.equals("paf")) {
        assertTrue(Double.isFinite(estimate(result, id + "_known")), id);
      }
    }
  }

  /** An estimated count, which need not be whole, in the place of the hidden one. */
  private static Frame filled(double x) {
    NumberColumn.Builder counts = NumberColumn.builder("X");
    for (double count : new double[] {41, 30, 33, x, 11}) {
      counts.add(count).flag(Flag.ESTIMATED);
    }
    return Frame.of(FIVE.column("group"), counts.build(), FIVE.column("N"));
  }

  @Test
  void whatIsTooLargeForANumberIsNone() {
    Result result = run(TWO, "group=group value=Y population=N measures=ge alpha=1e9");
    assertTrue(Double.isNaN(estimate(result, "ge_1000000000")));
    assertEquals("not-estimable", word(result, "ge_1000000000", "status"));
  }

  @Test
  void inverseVariancesAreThoseOnTheScaleOfTheLine() {
    Result result = run(
        frame("""
        group  Y   N    SE
        1      10  100  1
        2      30  100  3
        3      40  100  8
        """),
        "group=group value=Y population=N std-error=SE model=log weighting=inverse-variance measures=rii");
    // logarithms have the errors .1, .1 and .2: weights 100, 100 and 25 at 1/6, 1/2 and 5/6
    double mean = (100 / 6.0 + 50 + 25 * 5 / 6.0) / 225;
    double slope = (100 * (1 / 6.0 - mean) * Math.log(10)
            + 100 * (0.5 - mean) * Math.log(30)
            + 25 * (5 / 6.0 - mean) * Math.log(40))
        / (100 * Math.pow(1 / 6.0 - mean, 2)
            + 100 * Math.pow(0.5 - mean, 2)
            + 25 * Math.pow(5 / 6.0 - mean, 2));
    assertEquals(Math.exp(slope), estimate(result, "rii"), TIGHT);
  }

  @Test
  void distancesFromTheBestAndFromTheReferenceAreBounded() {
    String measures = "mdbu,mdbw,mdru,mdrw";
    for (String direction : List.of("higher-is-better", "lower-is-better")) {
      for (String reference : List.of("1", "2")) {
        String options = "group=group count=X population=N direction=" + direction + " reference="
            + reference + " draws=100 measures=" + measures;
        Result hidden = run(frame("""
            group  X   N
            1      3   100
            2      <5  50
            3      <5  200
            4      2   100
            """), options);
        for (String id : measures.split(",")) {
          double least = Double.POSITIVE_INFINITY;
          double most = 0;
          for (int a = 0; a <= 30; a++) {
            for (int b = 0; b <= 30; b++) {
              double[] y = {3, 2 * (1 + a / 10.0), (1 + b / 10.0) / 2, 2};
              double best = direction.startsWith("h")
                  ? Arrays.stream(y).max().orElseThrow()
                  : Arrays.stream(y).min().orElseThrow();
              double target = id.startsWith("mdb") ? best : y[reference.equals("1") ? 0 : 1];
              double sum = 0;
              for (int i = 0; i < 4; i++) {
                double share = new double[] {100, 50, 200, 100}[i] / 450;
                sum += (id.endsWith("w") ? share : 0.25) * Math.abs(y[i] - target);
              }
              least = Math.min(least, sum);
              most = Math.max(most, sum);
            }
          }
          String what = id + " " + direction + " " + reference;
          assertEquals(least, estimate(hidden, id + "_lowest"), 1e-9, what);
          assertEquals(most, estimate(hidden, id + "_highest"), 1e-9, what);
        }
      }
    }
  }

  @Test
  void theSmallestInequalityCanLieInside() {
    Result result = run(frame("""
        group  X   N
        1      2   100
        2      <5  100
        3      3   100
        """), "group=group count=X population=N measures=bgv,gini");
    // the hidden count can be 2.5, the mean of the others: variance 2/3 · 0.25, in percent points
    // squared
    assertEquals(2 * 0.25 / 3, estimate(result, "bgv_lowest"), 1e-9);
    // counts 2, 1, 3: variance 2/3; counts 2, 4, 3 the same
    assertEquals(2 / 3.0, estimate(result, "bgv_highest"), 1e-9);
  }

  @Test
  void aMissingValueHasBoundsOnlyWhereTheScaleHas() {
    Frame data = frame("""
        group  Y   N
        1      10  50
        2      -   50
        3      30  50
        """);
    Result open = run(data, "group=group value=Y population=N measures=sii,aci");
    assertEquals("missing", word(open, "sii", "status"));
    assertThrows(AssertionError.class, () -> estimate(open, "aci_lowest"));
    Result closed = run(data, "group=group value=Y population=N measures=mean bounds=0,100");
    assertEquals(40 / 3.0, estimate(closed, "mean_lowest"), TIGHT);
    assertEquals(140 / 3.0, estimate(closed, "mean_highest"), TIGHT);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void rowOrderDoesNotCount(long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder("g S W R Y\n");
    for (int i = 0; i < 200; i++) {
      text.append("q")
          .append(1 + random.nextInt(4))
          .append(' ')
          .append(random.nextInt(3))
          .append(' ')
          .append(0.5 + random.nextDouble())
          .append(' ')
          .append(random.nextInt(7))
          .append(' ')
          .append(random.nextInt(50) + 1)
          .append('\n');
    }
    Frame data = frame(text.toString());
    int[] order = IntStream.range(0, 200).toArray();
    for (int i = 199; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
    String options =
        "value=Y weight=W rank=R bounds=0,60 measures=gini,theil,mld,hoover,kolm,atkinson,aci,rci,wagstaff,sii";
    assertSame(run(data, options).tidy(), run(data.rows(order), options).tidy(), 0);
    String grouped = "value=Y weight=W group=g measures=sii,bgv,theil";
    assertSame(run(data, grouped).tidy(), run(data.rows(order), grouped).tidy(), 0);
  }

  private static void assertSame(Frame a, Frame b, double tolerance) {
    assertEquals(a.names(), b.names());
    for (String name : a.names()) {
      if (a.column(name) instanceof NumberColumn numbers) {
        assertArrayEquals(numbers.values(), b.number(name).values(), tolerance, name);
      }
    }
  }

  @Test
  void theUnitOfWeightsDoesNotCount() {
    Frame data = frame("""
        W    V     Y  R
        1.5  0.15  3  1
        2.5  0.25  9  2
        1    0.1   4  2
        4    0.4   7  3
        """);
    String measures = " measures=gini,theil,mld,cov,hoover,rci,sii,kolm,atkinson bounds=0,10";
    Frame a = run(data, "value=Y rank=R weight=W" + measures).tidy();
    Frame b = run(data, "value=Y rank=R weight=V" + measures).tidy();
    assertSame(a, b, 1e-12);
  }

  @Test
  void splittingAGroupInTwoEqualOnesChangesNothingThatCountsPersons() {
    Frame whole = frame("""
        group Y  N  R
        1     10 60 1
        2     16 40 2
        3     19 50 3
        """);
    Frame split = frame("""
        group Y  N  R
        1     10 60 1
        2     16 10 2
        4     16 30 2
        3     19 50 3
        """);
    String options =
        "group=group value=Y population=N rank=R bounds=0,30 direction=higher-is-better measures="
            + ALL;
    Result a = run(whole, options);
    Result b = run(split, options);
    for (String id : List.of(
        "mean",
        "difference",
        "ratio",
        "sii",
        "rii",
        "rii_mean",
        "aci",
        "rci",
        "wagstaff",
        "erreygers",
        "bgv",
        "bgsd",
        "cov",
        "idisw",
        "mdbw",
        "mdmw",
        "theil",
        "mld",
        "ge_2",
        "gini",
        "gini_abs",
        "atkinson_0.5",
        "kolm_1",
        "hoover",
        "par",
        "paf")) {
      assertEquals(estimate(a, id), estimate(b, id), 1e-12, id);
    }
  }

  @Test
  void theReferenceCanBeTheBestGroupToo() {
    Frame data = frame("""
        group  Y   N    SE
        a      14  100  1
        b      10  50   1
        c      11  50   1
        """);
    String options = "group=group value=Y population=N measures=mdbu,mdbw reference=";
    for (String reference : List.of("a", "b")) {
      Result result = run(data, options + reference + " direction=higher-is-better");
      // from 14: 0, 4 and 3
      assertEquals(7 / 3.0, estimate(result, "mdbu"), TIGHT, reference);
      assertEquals(7 / 4.0, estimate(result, "mdbw"), TIGHT, reference);
    }
    // without a direction nothing is held against the reference: the highest minus the lowest
    Result extremes = run(data, "group=group value=Y population=N measures=difference reference=a");
    assertEquals(4, estimate(extremes, "difference"), TIGHT);
  }

  @Test
  void relativeMeasuresIgnoreTheScaleAndAbsoluteOnesFollowIt() {
    String options =
        "group=group value=Y population=N std-error=SE measures=sii,rii,aci,rci,theil,gini,gini_abs,kolm,bgsd,cov";
    Result one = run(TWO, options);
    Result thousand = run(TWO, options + " per=1000");
    for (String id : List.of("rii", "rci", "theil", "gini", "cov")) {
      assertEquals(estimate(one, id), estimate(thousand, id), 1e-12, id);
      assertEquals(number(one, id, "conf_low"), number(thousand, id, "conf_low"), 1e-9, id);
    }
    for (String id : List.of("sii", "aci", "gini_abs", "kolm_1", "bgsd")) {
      assertEquals(1000 * estimate(one, id), estimate(thousand, id), 1e-8, id);
      assertEquals(
          1000 * number(one, id, "std_error"), number(thousand, id, "std_error"), 1e-8, id);
    }
  }

  @Test
  void oneKeyOrManyIsTheSame() {
    Frame many = frame("""
        key group Y  N  SE
        a   1     10 50 1
        a   2     14 50 2
        b   1     20 10 1
        b   2     14 90 2
        """);
    Result all =
        run(many, "by=key group=group value=Y population=N std-error=SE measures=sii,bgv,mdmw");
    Result one = run(TWO, "group=group value=Y population=N std-error=SE measures=sii,bgv,mdmw");
    for (String id : List.of("sii", "rii", "bgv", "mdmw")) {
      for (String column : List.of("estimate", "std_error", "conf_low", "conf_high")) {
        assertEquals(number(one, id, column), number(all, "a " + id, column), 0, id);
      }
    }
  }

  @Test
  void higherLevelsGiveWiderIntervals() {
    Result narrow = run(
        TWO,
        "group=group value=Y population=N std-error=SE measures=" + ALL
            + " bounds=0,20 direction=higher-is-better conf-level=0.8");
    Result wide = run(
        TWO,
        "group=group value=Y population=N std-error=SE measures=" + ALL
            + " bounds=0,20 direction=higher-is-better conf-level=0.9");
    for (int row = 0; row < narrow.tidy().rows(); row++) {
      String id = narrow.tidy().text("measure").get(row);
      assertTrue(number(wide, id, "conf_low") <= number(narrow, id, "conf_low"), id);
      assertTrue(number(wide, id, "conf_high") > number(narrow, id, "conf_high"), id);
    }
  }

  @Test
  void equalValuesAreNoInequality() {
    Result result = run(
        frame("""
        group Y  N  SE
        1     10 50 1
        2     10 30 1
        3     10 40 1
        """),
        "group=group value=Y population=N std-error=SE bounds=0,20 direction=higher-is-better measures="
            + ALL);
    for (String id : List.of(
        "difference", "sii", "aci", "rci", "bgv", "theil", "mld", "gini", "hoover", "par")) {
      assertEquals(0, estimate(result, id), 1e-12, id);
    }
    assertEquals(1, estimate(result, "rii"), 1e-12);
    assertTrue(number(result, "sii", "conf_low") < 0);
  }

  @Test
  void oneGroupHasNothingToCompareAndStopsNothing() {
    Result result =
        run(frame("""
        key group Y  N
        a   1     10 50
        b   1     20 10
        b   2     14 90
        """), "by=key group=group value=Y population=N measures=sii,difference");
    assertEquals("not-estimable", word(result, "a sii", "status"));
    assertEquals("one group: there is nothing to compare", word(result, "a sii", "note"));
    assertEquals(-6, estimate(result, "b difference"), TIGHT);
    Refusal refusal = assertThrows(
        Refusal.class,
        () -> run(frame("group Y N\n1 10 50"), "group=group value=Y population=N measures=bgv"));
    assertEquals(Fault.ANALYSIS, refusal.fault());
  }

  @Test
  void aBadRowIsToldAndStopsOnlyItsKey() {
    Result result = run(frame("""
        key group X  N
        a   1     10 50
        a   1     12 50
        b   1     -3 50
        b   2     4  90
        c   1     9  5
        c   2     4  90
        d   1     9  90
        d   2     0  0
        d   3     4  90
        """), "by=key group=group count=X population=N measures=difference");
    assertEquals(List.of("N731", "E731", "E601", "E603", "W604"), codes(result));
    assertEquals("1 of 2 rows is impossible", word(result, "b difference", "note"));
    assertEquals(100 * (4 - 9) / 90.0, estimate(result, "d difference"), TIGHT);
    assertEquals(
        "1 of 3 groups have nobody and are left out", word(result, "d difference", "note"));
  }

  @Test
  void whatIsNotDefinedHasAReason() {
    Frame data = frame("""
        group Y  N
        1     0  50
        2     14 50
        3     10 50
        """);
    Result result =
        run(data, "group=group value=Y population=N measures=mld,theil,ratio,sii,rii model=log");
    assertEquals("a value is not above 0", word(result, "mld", "note"));
    assertEquals("the value it is divided by is not above 0", word(result, "ratio", "note"));
    assertEquals("a value is not above 0: it has no logarithm", word(result, "sii", "note"));
    // zeros are no obstacle to Theil's T: r = 0, 1.75, 1.25
    assertEquals(
        (1.75 * Math.log(1.75) + 1.25 * Math.log(1.25)) / 3, estimate(result, "theil"), TIGHT);
  }

  @Test
  void theilOfHalfTheGroupsAtZeroIsLogTwo() { // where ineq 0.2-13 gives 0
    assertEquals(
        Math.log(2),
        estimate(run(frame("Y\n0\n0\n1\n1"), "value=Y measures=theil"), "theil"),
        TIGHT);
  }

  @Test
  void tiedRanksShareTheirPlace() {
    Frame data = frame("""
        Y R
        1 1
        5 1
        2 2
        8 2
        """);
    double rci = estimate(run(data, "value=Y rank=R measures=rci"), "rci");
    // places 0.25, 0.25, 0.75, 0.75; 2 cov = 2 · 0.25 · (5 − 3) / 2
    assertEquals(0.5 / 4, rci, TIGHT);
    assertEquals(
        rci,
        estimate(run(data.rows(new int[] {3, 2, 1, 0}), "value=Y rank=R measures=rci"), "rci"),
        0);
  }

  @Test
  void ranksReadAsTextAreNumbers() {
    Frame data = frame("""
        group r   Y
        a     10  4
        b     9   6
        c     2   5
        """);
    // from first to last: c, b, a; one step is a third: slope (4 − 5) / (2/3)
    assertEquals(
        -1.5, estimate(run(data, "group=group rank=r value=Y measures=sii"), "sii"), TIGHT);
  }

  @Test
  void personsInGroupsAreComparedByTheirMeans() {
    Frame data = frame("""
        g Y  W
        1 8  1
        1 11 2
        2 14 3
        2 14 1
        """);
    Result result = run(data, "value=Y weight=W group=g measures=difference,sii,theil");
    assertEquals(4, estimate(result, "difference"), TIGHT);
    Frame parts = result.tables().get("decomposition");
    double total = number(parts, "total theil", "estimate");
    assertEquals(
        total,
        number(parts, "within theil", "estimate") + number(parts, "between theil", "estimate"),
        TIGHT);
    assertEquals(estimate(result, "theil"), total, TIGHT);
  }

  @Test
  void clustersGiveTheErrorOfTheirMeans() {
    // four clusters of equal persons: the error of the mean is that of four cluster means
    Frame data = frame("""
        c Y
        a 1
        a 1
        b 3
        b 3
        d 5
        d 5
        e 9
        e 9
        """);
    Result result = run(data, "value=Y cluster=c measures=gini");
    // mean 4.5, squares 12.25 + 2.25 + 0.25 + 20.25 = 35, / 3 / 4
    assertEquals(Math.sqrt(35 / 12.0), number(result, "mean", "std_error"), TIGHT);
    assertEquals(
        4.5 - 3.182446305284263 * Math.sqrt(35 / 12.0), number(result, "mean", "conf_low"), 1e-9);
  }

  @Test
  void aStratumTakesItsMeanOutOfTheError() {
    Frame data = frame("""
        s Y
        n 1
        n 3
        t 11
        t 13
        """);
    Result result = run(data, "value=Y strata=s measures=gini");
    // each stratum: 2/1 · 2 · (1/4)² = 0.25
    assertEquals(Math.sqrt(0.5), number(result, "mean", "std_error"), TIGHT);
  }

  @Test
  void peopleWithoutAValueAreLeftOutAndTold() {
    Result result = run(frame("Y\n1\n3\n-\n8"), "value=Y measures=gini");
    assertEquals(List.of("W731"), codes(result));
    assertEquals("1 of 4 rows are left out", word(result, "gini", "note"));
    assertEquals(4, estimate(result, "mean"), TIGHT);
  }

  @Test
  void aGapThatClosesHasATrend() {
    StringBuilder text = new StringBuilder("year group Y N SE\n");
    double[] gap = {10, 9.1, 7.9, 7, 6.1};
    for (int t = 0; t < gap.length; t++) {
      text.append(2018 + t).append(" 1 50 100 0.3\n");
      text.append(2018 + t).append(" 2 ").append(50 + gap[t]).append(" 100 0.4\n");
    }
    Result result = run(
        frame(text.toString()),
        "period=year group=group value=Y population=N std-error=SE measures=difference");
    Frame trend = result.tables().get("trend");
    // Σ (t − 2)(gap) / 10 = (−20 − 9.1 + 7 + 12.2) / 10
    assertEquals(-0.99, number(trend, "difference", "estimate"), 1e-9);
    // errors of 0.5 explain more than the scatter: 0.5 / √10
    assertEquals(0.5 / Math.sqrt(10), number(trend, "difference", "std_error"), 1e-9);
    assertEquals(3, number(trend, "difference", "df"), 0);
    assertTrue(number(trend, "difference", "p_value") < 0.02);
  }

  @Test
  void aShortSeriesHasNoTrend() {
    Result result =
        run(frame("""
        year group Y N
        2020 1 10 5
        2020 2 12 5
        2021 1 10 5
        2021 2 12 5
        """), "period=year group=group value=Y population=N measures=difference");
    Frame trend = result.tables().get("trend");
    assertEquals("not-estimable", trend.text("status").get(Runs.row(trend, "difference")));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void sentencesAndChartsStandInEveryLanguage(Language language) {
    Result groups = run(TWO, "group=group value=Y population=N std-error=SE");
    Result persons = run(frame("Y\n1\n3\n8"), "value=Y");
    Result keys = run(frame("key Y\na 1\na 2\nb 3\nb 9"), "by=key value=Y");
    for (Result result : List.of(groups, persons, keys)) {
      assertTrue(result.reading().stream().noneMatch(s -> s.in(language).isBlank()));
      assertEquals(1, result.charts().size());
      Chart chart = result.charts().get(0);
      assertFalse(chart.title().in(language).isBlank());
      assertFalse(chart.alt().in(language).contains("{"));
    }
    assertTrue(groups.reading().get(0).in(language).contains("SII"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "group=group value=Y count=N population=N",
        "group=group value=Y population=N measures=par",
        "group=group value=Y population=N measures=mdru",
        "value=Y measures=sii",
        "group=group value=Y population=N measures=wagstaff rank=N",
        "group=group value=Y model=logit",
        "group=group value=Y model=poisson",
        "group=group value=Y per=-100",
        "group=group value=Y conf-level=95",
        "group=group value=Y conf-low=N",
        "group=group value=Y measures=herfindahl",
        "group=group value=Y bounds=1",
        "group=group value=Y epsilon=0 measures=atkinson",
        "rows=groups value=Y",
        "group=group value=Y draws=3",
      })
  void whatCannotBeAskedTogetherIsRefused(String options) {
    Frame data = frame("""
        group Y  N
        lav   10 50
        høy   14 50
        """);
    Refusal refusal = assertThrows(Refusal.class, () -> run(data, options));
    assertEquals(Fault.COMMAND_LINE, refusal.fault());
  }
}
