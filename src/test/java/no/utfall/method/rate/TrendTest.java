package no.utfall.method.rate;

import static no.utfall.method.MethodRun.number;
import static no.utfall.method.MethodRun.word;
import static no.utfall.method.rate.Runs.counts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import no.utfall.figure.Flag;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.math.DurbinWatson;
import no.utfall.math.Gamma;
import no.utfall.math.StudentT;
import no.utfall.method.Result;
import no.utfall.problem.Fault;
import no.utfall.problem.Refusal;
import no.utfall.text.Language;
import org.junit.jupiter.api.Test;

/** Trends by hand and against lm and glm of R 4.2.2; numbers beside the call that made them. */
class TrendTest {

  private static final Frame FALLING = counts(
      "2012 50 1000",
      "2013 48 1010",
      "2014 55 1020",
      "2015 40 1030",
      "2016 44 1040",
      "2017 33 1050",
      "2019 36 1060",
      "2020 20 1070");

  private static Result ofCounts(Frame data, String... more) {
    return run(data, more, "period", "g", "count", "x", "population", "n", "per", "1");
  }

  private static Result ofValues(Frame data, String... more) {
    return run(data, more, "period", "t", "value", "y");
  }

  private static Result run(Frame data, String[] more, String... roles) {
    String[] all = new String[roles.length + more.length];
    System.arraycopy(roles, 0, all, 0, roles.length);
    System.arraycopy(more, 0, all, roles.length, more.length);
    return Runs.run(new TrendMethod(), data, all);
  }

  private static Frame values(String... lines) {
    TextColumn.Builder t = TextColumn.builder("t");
    NumberColumn.Builder y = NumberColumn.builder("y");
    NumberColumn.Builder s = NumberColumn.builder("s");
    for (String line : lines) {
      String[] cells = line.split(" ");
      t.add(cells[0]);
      Runs.add(y, cells[1]);
      Runs.add(s, cells.length > 2 ? cells[2] : "..");
    }
    return Frame.of(t.build(), y.build(), s.build());
  }

  private static final Frame SIX = values(
      "2010 10 1", "2011 12 0.5", "2012 11 0.8", "2013 13 0.5", "2014 15 1.2", "2015 14 0.7");

  @Test
  void lineByHand() {
    Frame tidy = ofValues(values("2010 10", "2011 12", "2012 11", "2013 13"), "ahead", "1")
        .tidy();
    // x - mean: -1.5 -.5 .5 1.5, squares 5; 4 / 5; squared rest .09 + .81 + .81 + .09 over 2
    assertEquals(0.8, number(tidy, "", "slope", "estimate"), 1e-12);
    assertEquals(Math.sqrt(0.9 / 5), number(tidy, "", "slope", "std_error"), 1e-12);
    assertEquals(2, number(tidy, "", "slope", "df"));
  }

  @Test
  void fanOfValuesIsThePredictionIntervalOfThePeer() {
    // predict(lm(y ~ t), data.frame(t = 6:7), interval = "prediction", level = .8)
    Frame fan = ofValues(SIX, "ahead", "2", "fan", "0.8").tables().get("forecast");
    assertEquals(15.6, number(fan, "2016", "forecast", "estimate"), 1e-12);
    assertEquals(13.565972025091073, number(fan, "2016", "forecast", "conf_low"), 1e-9);
    assertEquals(17.634027974908932, number(fan, "2016", "forecast", "conf_high"), 1e-9);
    assertEquals(14.216247666883213, number(fan, "2017", "forecast", "conf_low"), 1e-9);
    // exp(predict(lm(log(y) ~ t), data.frame(t = 6), interval = "prediction"))
    Frame logs = ofValues(SIX, "ahead", "1", "fan", "0.95", "form", "log-linear")
        .tables()
        .get("forecast");
    assertEquals(11.855456442980499, number(logs, "2016", "forecast", "conf_low"), 1e-9);
    assertEquals(21.401526787004535, number(logs, "2016", "forecast", "conf_high"), 1e-9);
  }

  @Test
  void weightedLineIsThatOfThePeer() {
    // lm(y ~ t, weights = 1 / s^2)
    Frame tidy = ofValues(SIX, "std-error", "s").tidy();
    assertEquals(0.70234893801009635, number(tidy, "", "slope", "estimate"), 1e-12);
    assertEquals(0.21058179019977860, number(tidy, "", "slope", "std_error"), 1e-12);
    assertEquals(3.3352785981341455, number(tidy, "", "slope", "statistic"), 1e-10);
    assertEquals(0.028962824361515406, number(tidy, "", "slope", "p_value"), 1e-10);
    // without what is beyond chance: the error over the root of 1.3685178175946
    Frame plain = ofValues(SIX, "std-error", "s", "overdispersion", "none").tidy();
    assertEquals(
        0.21058179019977860 / Math.sqrt(1.3685178175946),
        number(plain, "", "slope", "std_error"),
        1e-12);
    assertEquals(Double.POSITIVE_INFINITY, number(plain, "", "slope", "df"));
  }

  @Test
  void countsAreThoseOfThePeer() {
    // glm(x ~ t + offset(log(n)), family = quasipoisson), dispersion 1.0791982217536387
    Frame tidy = ofCounts(FALLING).tidy();
    assertEquals(-0.096387949445757362, number(tidy, "", "slope", "estimate"), 1e-11);
    assertEquals(0.022811022442427501, number(tidy, "", "slope", "std_error"), 1e-11);
    assertEquals(-4.2254988652538437, number(tidy, "", "slope", "statistic"), 1e-9);
    assertEquals(0.0055275575624278072, number(tidy, "", "slope", "p_value"), 1e-10);
    assertEquals(
        100 * Math.expm1(-0.096387949445757362),
        number(tidy, "", "annual_percent_change", "estimate"),
        1e-9);
    // family = poisson
    Frame plain = ofCounts(FALLING, "overdispersion", "none").tidy();
    assertEquals(0.021958068787999479, number(plain, "", "slope", "std_error"), 1e-11);
    assertEquals(1.1354005671808e-5, number(plain, "", "slope", "p_value"), 1e-8);
    // glm(x / n ~ t, weights = n, family = poisson(link = "identity"))
    Frame straight =
        ofCounts(FALLING, "form", "linear", "overdispersion", "none").tidy();
    assertEquals(-0.0037994897554175905, number(straight, "", "slope", "estimate"), 1e-9);
    assertEquals(0.00078287055149456612, number(straight, "", "slope", "std_error"), 1e-9);
    // glm(cbind(x, n - x) ~ t, family = binomial)
    Frame logit = ofCounts(FALLING, "form", "logit", "kind", "proportion", "overdispersion", "none")
        .tidy();
    assertEquals(-0.10028904381620735, number(logit, "", "slope", "estimate"), 1e-11);
    assertEquals(0.022399294857967086, number(logit, "", "slope", "std_error"), 1e-11);
  }

  @Test
  void fanOfCountsIsPoissonWhereTheLineIsSure() {
    List<String> lines = new ArrayList<>();
    for (int year = 2000; year < 2010; year++) {
      lines.add(year + " 1000000 10000000000");
    }
    lines.add("2010 7 70000");
    Frame fan = ofCounts(
            counts(lines.toArray(String[]::new)),
            "from",
            "2010",
            "fan",
            "0.95",
            "direction",
            "lower-is-better",
            "overdispersion",
            "none")
        .tables()
        .get("forecast");
    // Poisson(7): P(X <= 2) = .0296, P(X <= 1) = .0073; P(X <= 13) = .9872, P(X <= 12) = .9730
    assertEquals(2, 70000 * number(fan, "2010", "forecast", "conf_low"), 1e-9);
    assertEquals(13, 70000 * number(fan, "2010", "forecast", "conf_high"), 1e-9);
    double below = (Gamma.upperTail(7, 8) + Gamma.upperTail(7, 7)) / 2;
    assertEquals(1 - below, number(fan, "2010", "p_turned", "estimate"), 1e-4);
  }

  @Test
  void fanOfCountsIsTheMixtureSummedFinely() {
    double[] x = {0, 1, 2, 3, 4};
    double[] size = {400, 410, 420, 430, 440};
    double[] y = {20 / 400.0, 12 / 410.0, 22 / 420.0, 11 / 430.0, 14 / 440.0};
    TrendLine line =
        TrendLine.ofCounts(TrendForm.LOG_LINEAR, false, x, y, size, true).orElseThrow();
    assertTrue(line.dispersion() > 1);
    Forecast forecast = line.forecast(new double[] {6}, new double[] {450});
    double mean = 450 * line.mean(6);
    double error = line.error(6);
    double spread = Math.sqrt(error * error + (line.dispersion() - 1) / mean);
    for (int k : new int[] {0, 3, 9, 14, 25, 60}) {
      double sum = 0;
      int parts = 20_000;
      for (int i = 0; i < parts; i++) {
        double t = StudentT.quantile((i + 0.5) / parts, 3);
        double rate = mean * Math.exp(spread * t);
        sum +=
            (Gamma.upperTail(rate, k + 1.0) + (k == 0 ? 0 : Gamma.upperTail(rate, k))) / 2 / parts;
      }
      assertEquals(sum, forecast.below(k / 450.0), 2e-5, "k = " + k);
    }
    double[] limits = forecast.interval(0.8);
    assertTrue(forecast.below((450 * limits[0] - 1) / 450) < 0.1);
    assertTrue(1 - forecast.below((450 * limits[1] + 1) / 450) < 0.1);
  }

  @Test
  void largeCountsHaveTheFanOfTheNormalScale() {
    double[] x = {0, 1, 2, 3, 4, 5};
    double[] y = {0.100, 0.104, 0.097, 0.095, 0.098, 0.091};
    double[] size = {1e7, 1e7, 1e7, 1e7, 1e7, 1e7};
    TrendLine line =
        TrendLine.ofCounts(TrendForm.LOG_LINEAR, false, x, y, size, true).orElseThrow();
    double[] limits = line.forecast(new double[] {6}, new double[] {1e7}).interval(0.95);
    double error = line.error(6);
    double mean = line.mean(6);
    double spread = Math.sqrt(error * error + line.dispersion() / (1e7 * mean));
    double t = StudentT.quantile(0.975, 4);
    // chance is 1 / 900 of the variance, and normal there where t is meant here
    assertEquals(mean * Math.exp(-t * spread), limits[0], 5e-6);
    assertEquals(mean * Math.exp(t * spread), limits[1], 5e-6);
  }

  @Test
  void curveIsTurnedWhereItLeavesTheForecast() {
    Frame data = counts(
        "2010 100 1000",
        "2011 105 1000",
        "2012 98 1000",
        "2013 102 1000",
        "2014 99 1000",
        "2015 60 1000",
        "2016 55 1000");
    Result lower = ofCounts(data, "from", "2015", "direction", "lower-is-better");
    Result higher = ofCounts(data, "from", "2015", "direction", "higher-is-better");
    double turned = number(lower.tidy(), "", "p_turned", "estimate");
    assertTrue(turned > 0.98, "" + turned);
    assertEquals(1, turned + number(higher.tidy(), "", "p_turned", "estimate"), 1e-12);
    assertEquals(2, number(lower.tidy(), "", "p_turned", "n"));
    // 115 seen; the line before 2015 is all but flat at about 100
    assertEquals(-85, number(lower.tidy(), "", "excess", "estimate"), 6);
    assertTrue(number(lower.tidy(), "", "excess", "conf_high") < 0);
    assertEquals(1, lower.charts().size());
    assertTrue(
        lower.reading().get(2).in(Language.EN).contains("curve is turned"), "" + lower.reading());
    Frame undirected = ofCounts(data, "from", "2015").tidy();
    for (int row = 0; row < undirected.rows(); row++) {
      assertFalse(undirected.text("measure").get(row).equals("p_turned"));
    }
  }

  @Test
  void hiddenAndAbsentPeriodsAreToldAndBounded() {
    Frame data = counts(
        "2012 5 100", "2013 6 100", "2014 1-4 100", "2016 9 100", "2017 .. 100", "2018 1-4 100");
    Result result = ofCounts(data);
    Frame tidy = result.tidy();
    assertEquals(3, number(tidy, "", "slope", "n"));
    assertEquals(
        "4 of 7 periods are not in the line: 2 hidden, 2 missing", word(tidy, "", "slope", "note"));
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int a = 1; a <= 4; a++) {
      for (int b = 1; b <= 4; b++) {
        Frame known = counts(
            "2012 5 100", "2013 6 100", "2014 " + a + " 100", "2016 9 100", "2018 " + b + " 100");
        double change = number(ofCounts(known).tidy(), "", "annual_percent_change", "estimate");
        low = Math.min(low, change);
        high = Math.max(high, change);
      }
    }
    assertEquals(low, number(tidy, "", "lowest", "estimate"), 1e-9);
    assertEquals(high, number(tidy, "", "highest", "estimate"), 1e-9);
    Frame line = result.tables().get("line");
    assertEquals("suppressed", word(line, "2014", "observed", "status"));
    assertEquals(0.01, number(line, "2014", "lowest", "estimate"), 1e-12);
    assertEquals("there is no row", word(line, "2015", "observed", "note"));
    assertEquals("missing", word(line, "2017", "observed", "status"));
  }

  @Test
  void twoKnownPeriodsAreNoTrend() {
    Refusal refusal = assertThrows(
        Refusal.class, () -> ofCounts(counts("2012 5 100", "2013 6 100", "2014 .. 100")));
    assertTrue(
        refusal.findings().get(0).message().contains("2 periods with a number: a trend needs 3"));
    Frame hidden = ofCounts(counts("2012 5 100", "2013 6 100", "2014 1-4 100")).tidy();
    assertEquals("suppressed", word(hidden, "", "annual_percent_change", "status"));
    assertTrue(number(hidden, "", "highest", "estimate") < 0);
  }

  @Test
  void noEventsHaveNoTrend() {
    Frame data = Frame.of(
        TextColumn.of("a", List.of("p", "p", "p", "q", "q", "q")),
        TextColumn.of("g", List.of("2010", "2011", "2012", "2010", "2011", "2012")),
        NumberColumn.of("x", 0, 0, 0, 3, 4, 5),
        NumberColumn.of("n", 9, 9, 9, 9, 9, 9));
    Frame tidy = ofCounts(data, "by", "a,g").tidy();
    assertEquals("not-estimable", word(tidy, "p", "annual_percent_change", "status"));
    assertEquals("ok", word(tidy, "q", "annual_percent_change", "status"));
  }

  @Test
  void periodsThatDoNotFollowEachOtherAreRefused() {
    for (String last : List.of("I_alt", "2010-2012", "2012-2014", "2013Q1")) {
      Refusal refusal = assertThrows(
          Refusal.class,
          () -> ofCounts(counts("2010 5 100", "2011 6 100", "2012 6 100", last + " 17 300")));
      assertEquals("E726", refusal.findings().get(0).code(), last);
    }
    Frame spans = ofCounts(
            counts("2010-2012 5 100", "2013-2015 6 100", "2016-2018 8 100"), "form", "linear")
        .tidy();
    assertEquals(0.005, number(spans, "", "slope", "estimate"), 2e-4);
  }

  @Test
  void monthsAreYearsToo() {
    Frame tidy =
        ofValues(values("2020-11 1", "2020-12 2", "2021-01 3", "2021-02 4.5")).tidy();
    assertEquals(12 * 1.15, number(tidy, "", "slope", "estimate"), 1e-9);
  }

  @Test
  void factorsGrowWithEachYear() {
    Frame tidy = ofValues(values("2010 100", "2011 110", "2012 121"), "form", "log-linear")
        .tidy();
    assertEquals(10, number(tidy, "", "annual_percent_change", "estimate"), 1e-9);
  }

  @Test
  void breaksAreTold() {
    NumberColumn y =
        NumberColumn.builder("y").add(1).add(2).add(5).flag(Flag.BREAK).add(6).build();
    Frame data = Frame.of(TextColumn.of("t", List.of("2010", "2011", "2012", "2013")), y);
    Result result = ofValues(data);
    assertEquals("W727", result.findings().get(0).code());
    assertEquals("the series is broken in 2012", word(result.tidy(), "", "slope", "note"));
  }

  @Test
  void neighboursThatResembleEachOtherAreTold() {
    // 1e6 simulations in R: P(d <= 0.62349397590361444) = .000232, P(d <= 1) = .00872; 5 % quantile
    // 1.332
    double[] y = {5, 6, 8, 9, 9, 8, 7, 7, 9, 11, 12, 13};
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < y.length; i++) {
      lines.add(2000 + i + " " + y[i]);
    }
    Result result = ofValues(values(lines.toArray(String[]::new)));
    Frame diagnostics = result.tables().get("diagnostics");
    assertEquals(0.62349397590361444, number(diagnostics, "", "durbin_watson", "estimate"), 1e-12);
    assertEquals(0.000232, number(diagnostics, "", "durbin_watson", "p_value"), 3e-4);
    assertEquals("W726", result.findings().get(0).code());
    assertTrue(word(result.tidy(), "", "slope", "note").contains("resemble"));
  }

  @Test
  void durbinWatsonHasItsQuantiles() {
    // e scaled so that d is what is asked for cannot be had directly: the p of the simulated
    // quantiles
    // of R (1e6 draws, n = 12): 1 % 1.0223, 5 % 1.3319, 50 % 2.1989
    double[] x = new double[12];
    double[] w = new double[12];
    boolean[] follows = new boolean[12];
    for (int i = 0; i < 12; i++) {
      x[i] = i;
      w[i] = 1;
      follows[i] = i > 0;
    }
    double[][] asked = {{1.0223, 0.01}, {1.3319, 0.05}, {2.1989, 0.5}};
    for (double[] each : asked) {
      assertEquals(each[1], DurbinWatson.of(rest(each[0]), x, w, follows).pValue(), 3e-3);
    }
  }

  /** Twelve numbers with this d: a mixture of slow and fast change. */
  private static double[] rest(double d) {
    double low = 0;
    double high = 1;
    double[] e = new double[12];
    for (int round = 0; round < 60; round++) {
      double part = (low + high) / 2;
      double steps = 0;
      double squares = 0;
      for (int i = 0; i < 12; i++) {
        e[i] = (1 - part) * Math.cos(Math.PI * i / 6) + part * (i % 2 == 0 ? 1 : -1);
        squares += e[i] * e[i];
        steps += i == 0 ? 0 : (e[i] - e[i - 1]) * (e[i] - e[i - 1]);
      }
      if (steps / squares < d) {
        low = part;
      } else {
        high = part;
      }
    }
    return e;
  }

  @Test
  void orderOfRowsDoesNotMatter() {
    List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6, 7));
    Collections.shuffle(order, new Random(3));
    Frame shuffled = FALLING.rows(order.stream().mapToInt(Integer::intValue).toArray());
    Frame one = ofCounts(FALLING, "from", "2019", "ahead", "1").tidy();
    Frame other = ofCounts(shuffled, "from", "2019", "ahead", "1").tidy();
    for (String column : List.of("estimate", "conf_low", "conf_high")) {
      for (int row = 0; row < one.rows(); row++) {
        assertEquals(one.number(column).value(row), other.number(column).value(row));
      }
    }
  }

  @Test
  void whatDoesNotFitTogetherIsRefused() {
    assertThrows(Refusal.class, () -> ofCounts(FALLING, "form", "logit"));
    assertThrows(Refusal.class, () -> ofCounts(FALLING, "from", "later"));
    assertThrows(Refusal.class, () -> ofCounts(FALLING, "ahead", "-1"));
    assertThrows(Refusal.class, () -> ofValues(SIX, "count", "s"));
    Refusal twice =
        assertThrows(Refusal.class, () -> ofValues(values("2010 1", "2010 2", "2011 3")));
    assertEquals("E501", twice.findings().get(0).code());
  }

  @Test
  void arithmeticIsShown() {
    String lines = String.join(
        "\n",
        ofCounts(FALLING, "from", "2019").explain("all").orElseThrow().stream()
            .map(text -> text.in(Language.EN))
            .toList());
    assertTrue(lines.contains("2012: x = 0, y = 50 / 1000"), lines);
    assertTrue(lines.contains("100 (exp(b) − 1)"), lines);
  }

  private static final Frame TEN = values(
      "2010 10", "2011 12", "2012 11", "2013 13", "2014 15", "2015 14", "2016 13", "2017 16",
      "2018 18", "2019 17");

  /** R: X = cbind(1, 0:9), u = resid, M = X'uu'X + sum over l = 1, 2 of (1 - l/3)(G + G'), 10/8 A^-1 M A^-1. */
  @Test
  void neweyWestIsTheArithmeticOfThePeer() {
    Frame tidy = ofValues(TEN, "error", "newey-west").tidy();
    assertEquals(0.7818181818181821, number(tidy, "", "slope", "estimate"), 1e-12);
    assertEquals(0.06101025580618455, number(tidy, "", "slope", "std_error"), 1e-12);
    assertEquals(8, number(tidy, "", "slope", "df"));
    assertEquals("least-squares newey-west", word(tidy, "", "slope", "method"));
    // the line at the first year, whose error is that of a: limits 10.38 -+ 2.306 * .2554
    Frame line = ofValues(TEN, "error", "newey-west").tables().get("line");
    assertEquals(
        10.3818181818181792 - StudentT.quantile(0.975, 8) * 0.25538464935593552,
        number(line, "2010", "fitted", "conf_low"),
        1e-10);
  }

  @Test
  void neweyWestOfCountsTakesTheScoresOfTheModel() {
    Frame tidy = ofCounts(
            counts(
                "2010 120 1000",
                "2011 131 1010",
                "2012 118 1020",
                "2013 140 1020",
                "2014 155 1030",
                "2015 149 1050",
                "2016 138 1060",
                "2017 170 1060",
                "2018 176 1080",
                "2019 169 1090"),
            "error",
            "newey-west")
        .tidy();
    // the same with w = mu and u = x - mu of glm(x ~ t, offset = log(n), family = poisson)
    assertEquals(0.03203716478037542, number(tidy, "", "slope", "estimate"), 1e-12);
    assertEquals(0.003532272401563456, number(tidy, "", "slope", "std_error"), 1e-11);
    assertEquals(1.750673719463742e-05, number(tidy, "", "slope", "p_value"), 1e-12);
    assertEquals("poisson newey-west", word(tidy, "", "slope", "method"));
  }

  /** R: rho = sum(e[-1] e[-n]) / sum(e[-n]^2) and least squares of the transformed rows, 2000 times over. */
  @Test
  void praisWinstenIsTheArithmeticOfThePeer() {
    Result result = ofValues(TEN, "error", "prais-winsten", "ahead", "2", "fan", "0.95");
    Frame tidy = result.tidy();
    assertEquals(0.7821383348143679, number(tidy, "", "slope", "estimate"), 1e-11);
    assertEquals(0.1133070687797108, number(tidy, "", "slope", "std_error"), 1e-11);
    assertEquals(8, number(tidy, "", "slope", "df"));
    assertEquals(
        -0.1431417252496263,
        number(result.tables().get("diagnostics"), "", "rho", "estimate"),
        1e-11);
    Frame fan = result.tables().get("forecast");
    // the line and rho^h of the last rest
    assertEquals(18.27357181793079, number(fan, "2020", "forecast", "estimate"), 1e-10);
    assertEquals(15.0960671799489, number(fan, "2020", "forecast", "conf_low"), 1e-9);
    assertEquals(18.98536551612644, number(fan, "2021", "forecast", "estimate"), 1e-10);
    assertEquals(22.19103009882567, number(fan, "2021", "forecast", "conf_high"), 1e-9);
  }

  /** R: the same by whole covariance matrices, rho^|s - t| between years. */
  @Test
  void praisWinstenOverAGapAndForSeveralYearsTogether() {
    Frame gap = values(
        "2010 10", "2011 12", "2012 11", "2013 13", "2015 14", "2016 13", "2017 16", "2018 18",
        "2019 17");
    Frame tidy = ofValues(gap, "error", "prais-winsten").tidy();
    assertEquals(0.7939135773656, number(tidy, "", "slope", "estimate"), 1e-8);
    assertEquals(0.1005944431266381, number(tidy, "", "slope", "std_error"), 1e-10);
    TrendLine line = TrendLine.praisWinsten(
            TrendForm.LINEAR,
            IntStream.range(0, 10).asDoubleStream().toArray(),
            TEN.number("y").values(),
            IntStream.range(0, 10).mapToDouble(i -> Double.NaN).toArray(),
            true,
            1)
        .orElseThrow();
    double[] both = line.forecast(new double[] {10, 11}, new double[] {1, 1}).interval(0.95);
    double half = StudentT.quantile(0.975, 8) * 1.08401480964419;
    assertEquals(18.62946866702862 - half, both[0], 1e-10);
    assertEquals(18.62946866702862 + half, both[1], 1e-10);
  }

  @Test
  void aLineWithoutRestsHasNothingToCarryOn() {
    double[] x = IntStream.range(0, 12).asDoubleStream().toArray();
    double[] y = new double[12];
    double[] none = new double[12];
    Arrays.fill(none, Double.NaN);
    for (int i = 0; i < 12; i++) {
      y[i] = 3 + 0.5 * i;
    }
    assertTrue(TrendLine.praisWinsten(TrendForm.LINEAR, x, y, none, true, 1).isEmpty());
    assertThrows(
        Refusal.class,
        () -> ofValues(values("2010 1", "2011 2", "2012 3", "2013 4"), "error", "prais-winsten"));
  }

  @Test
  void restsOfTheArithmeticAloneAreNoScatter() {
    for (String form : List.of("linear", "log-linear")) {
      Frame straight = form.equals("linear")
          ? values("2010 0.1", "2011 0.2", "2012 0.3", "2013 0.4")
          : values("2010 1e4", "2011 2e4", "2012 4e4", "2013 8e4");
      Result result = ofValues(
          straight, "form", form, "from", "2013", "direction", "higher-is-better", "ahead", "1");
      Frame tidy = result.tidy();
      assertTrue(Double.isNaN(number(tidy, "", "slope", "p_value")), form);
      assertTrue(Double.isNaN(number(tidy, "", "difference", "conf_low")), form);
      assertEquals("not-estimable", word(tidy, "", "p_turned", "status"));
      assertEquals(TrendTable.STRAIGHT, word(tidy, "", "p_turned", "note"));
      Frame fan = result.tables().get("forecast");
      assertTrue(Double.isNaN(number(fan, "2014", "forecast", "conf_high")), form);
      assertEquals("not-estimable", word(fan, "2013", "p_turned", "status"));
    }
    // with standard errors there is chance, scatter or not
    Frame known = values("2010 1 0.1", "2011 2 0.1", "2012 3 0.1", "2013 4 0.1");
    assertEquals(
        0.5,
        number(
            ofValues(known, "std-error", "s", "from", "2013", "direction", "higher-is-better")
                .tidy(),
            "",
            "p_turned",
            "estimate"),
        1e-12);
  }

  @Test
  void theChartTellsOfTheForecastWhereSomethingWasSeen() {
    Frame data = values("2010 10", "2011 12", "2012 11", "2013 13", "2014 25.7");
    // by hand: the forecast for 2014 is 13.5, so 12.2 above; 4.303 · √(0.9 · 2.5) = 6.45
    String title = ofValues(data, "from", "2014").charts().get(0).title().in(Language.EN);
    assertEquals("From 2014 the value lies 12 above the forecast (6 to 19)", title);
    assertTrue(ofValues(data).charts().get(0).title().in(Language.EN).contains("a year"));
  }

  @Test
  void countsHaveNoPraisWinsten() {
    Refusal refusal =
        assertThrows(Refusal.class, () -> ofCounts(FALLING, "error", "prais-winsten"));
    assertEquals(Fault.COMMAND_LINE, refusal.fault());
  }
}
