package no.utfall.method.composite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.math.Skewness;
import no.utfall.method.MethodRun;
import no.utfall.method.Result;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Refusal;
import no.utfall.text.Language;
import no.utfall.text.Numerals;
import no.utfall.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompositeTest {

  private static final double TIGHT = 1e-12;

  /** The worked example of the card. */
  private static final Frame THREE = Frame.of(
      TextColumn.of("u", "x", "y", "z"),
      NumberColumn.of("a", 1, 3, 5),
      NumberColumn.of("b", 10, 30, 20));

  private static Result run(Frame data, String options) {
    return MethodRun.of(new CompositeMethod(), data, options);
  }

  private static Result three(String more) {
    return run(THREE, "unit=u indicators=a,b lower-is-better=b" + more);
  }

  private static double[] column(Frame frame, String measure, String column) {
    return IntStream.range(0, frame.rows())
        .filter(row -> frame.text("measure").get(row).equals(measure))
        .mapToDouble(row -> frame.number(column).value(row))
        .toArray();
  }

  private static double[] index(Result result) {
    return column(result.tidy(), "index", "estimate");
  }

  @Test
  void theExampleOfTheCardByHand() {
    Result result = three("");
    assertArrayEquals(new double[] {50, 25, 75}, index(result), TIGHT);
    assertArrayEquals(new double[] {2, 3, 1}, column(result.tidy(), "rank", "estimate"), 0);
  }

  @Test
  void theArithmeticIsThatOfTheRow() {
    List<String> lines = explained(three(""), "x");
    assertEquals("a: 0 + (100 − 0) · (1 − 1) / (5 − 1) = 0", lines.get(0));
    assertEquals("b: y = −x = -10; 0 + (100 − 0) · (-10 − -30) / (-10 − -30) = 100", lines.get(1));
    assertEquals("index = 0.5 · 0 + 0.5 · 100 = 50", lines.get(2));
    assertEquals("rank = 1 + #(index > 50) = 2", lines.get(3));
    assertTrue(three("").explain("nobody").isEmpty());
    String geometric = explained(three(" aggregate=geometric range=1,100"), "x").get(2);
    assertTrue(geometric.startsWith("index = 1^0.5 · 100^0.5 = 10"), geometric);
    assertEquals(
        "index = 1 / (0.5 / 2 + 0.5 / 100) = 3.9215686274509802",
        explained(three(" aggregate=harmonic range=2,100"), "x").get(2));
  }

  /** The last number of a line on an indicator is its score, whatever the scale. */
  @ParameterizedTest
  @EnumSource(Normalisation.class)
  void everyScaleShowsItsScore(Normalisation scale) {
    String more = switch (scale) {
      case DISTANCE_TO_REFERENCE -> " lower-is-better=b reference=x";
      case GOALPOSTS -> " goalposts=a=0,10;b=5,25";
      default -> " lower-is-better=b";
    };
    Frame data = THREE.with(NumberColumn.of("a", 4, 3, 2));
    Result result = run(data, "unit=u indicators=a,b normalise=" + scale.code() + more);
    double[] scores = column(result.tables().get("scores"), "score", "estimate");
    List<String> lines = explained(result, "y");
    for (int k = 0; k < 2; k++) {
      assertTrue(lines.get(k).endsWith(" = " + Numerals.exact(scores[2 + k])), lines.get(k));
    }
  }

  @Test
  void whatIsNotKnownIsToldAndTheRestIsWeighedAnew() {
    Frame data = THREE.with(NumberColumn.of("b", 10, Double.NaN, 20));
    List<String> lines =
        explained(run(data, "unit=u indicators=a,b if-missing=available min-share=0.5"), "y");
    assertEquals("b: no estimate: the value is not known", lines.get(1));
    assertEquals("index = 1 · 50 = 50", lines.get(2));
    assertEquals(
        "index: no estimate: not known: b",
        explained(run(data, "unit=u indicators=a,b"), "y").get(2));
  }

  private static List<String> explained(Result result, String key) {
    return result.explain(key).orElseThrow().stream().map(Text::en).toList();
  }

  @Test
  void aNodeWithoutValueSaysWhyBesideAnIndexWithOne() {
    Frame data =
        THREE.with(NumberColumn.of("a", 1, Double.NaN, 5)).with(NumberColumn.of("c", 1, 2, 3));
    Frame tidy = run(
            data,
            "unit=u indicators=a,b,c tree=two=a*2,b;index=two,c if-missing=available min-share=0.5")
        .tidy();
    assertEquals(50, column(tidy, "index", "estimate")[1], TIGHT);
    assertTrue(Double.isNaN(column(tidy, "two", "estimate")[1]));
    // rows of x: two, index, rank; then those of y
    assertEquals("two", tidy.text("measure").get(3));
    assertEquals(
        "less than --min-share of its weight is known", tidy.text("note").get(3));
  }

  @Test
  void aReferenceInSeveralRowsIsRefused() {
    Frame data =
        THREE.with(TextColumn.of("u", "x", "y", "x")).with(TextColumn.of("year", "1", "1", "2"));
    Refusal refusal = assertThrows(
        Refusal.class,
        () ->
            run(data, "unit=u by=year indicators=a,b normalise=distance-to-reference reference=x"));
    assertEquals(Fault.COMMAND_LINE, refusal.fault());
  }

  @Test
  void aKeyThatIsNamedTwiceStandsOnce() {
    Frame data = THREE.with(TextColumn.of("year", "1", "1", "1"));
    Frame tidy = run(data, "unit=u by=year,year,u indicators=a,b").tidy();
    assertEquals(List.of("year", "u", "measure"), tidy.names().subList(0, 3));
  }

  @Test
  void everyNormalisationByHand() {
    check("zscore", new double[] {(-1 + 1) / 2.0, -0.5, 0.5});
    check("borda", new double[] {(0 + 2) / 2.0, 0.5, 1.5});
    check("rank", new double[] {(1 + 3) / 2.0, 1.5, 2.5});
    check("percentile-rank", new double[] {0.5, 0.25, 0.75});
    check("distance-to-best", new double[] {0.5, 0.25, 0.75});
    // against y: a 1 − (3 − a)/2, b 1 − (−30 + b)/0 has no scale, so z: a 1 − (5 − a)/4, b 1 − (−20
    // + b)/10
    check("distance-to-reference reference=z", new double[] {(0 + 2) / 2.0, (0.5 + 0) / 2, 1});
    check("fraction-of-best", new double[] {(0.2 + 1) / 2, (0.6 + 1 / 3.0) / 2, (1 + 0.5) / 2});
    check(
        "goalposts goalposts=a=0,4;b=10,50",
        new double[] {(25 + 100) / 2.0, (75 + 50) / 2.0, (100 + 75) / 2.0});
  }

  private static void check(String normalise, double[] wanted) {
    assertArrayEquals(wanted, index(three(" normalise=" + normalise)), TIGHT, normalise);
  }

  @Test
  void everyMeanByHand() {
    assertArrayEquals(
        new double[] {Math.sqrt(1 * 100), Math.sqrt(50.5 * 1), Math.sqrt(100 * 50.5)},
        index(three(" range=1,100 aggregate=geometric")),
        1e-10);
    assertArrayEquals(
        new double[] {2 / (1 + 0.01), 2 / (1 / 50.5 + 1), 2 / (0.01 + 1 / 50.5)},
        index(three(" range=1,100 aggregate=harmonic")),
        1e-10);
    // weights 2, 1: z beats x and y on a; y beats x on a
    assertArrayEquals(
        new double[] {-2, 0, 2}, index(three(" weights=2,1 aggregate=copeland")), TIGHT);
    assertArrayEquals(
        new double[] {100 / 3.0, 100 / 3.0, 250 / 3.0}, index(three(" weights=2,1")), TIGHT);
  }

  @Test
  void levelsAreMeansOfMeans() {
    Frame data = THREE.with(NumberColumn.of("c", 0, 10, 5));
    Result result = run(data, "unit=u indicators=a,b,c lower-is-better=b tree=low=a,b;top=low,c*3");
    assertArrayEquals(new double[] {50, 25, 75}, column(result.tidy(), "low", "estimate"), TIGHT);
    assertArrayEquals(
        new double[] {50 / 4.0, (25 + 300) / 4.0, (75 + 150) / 4.0},
        column(result.tidy(), "top", "estimate"),
        TIGHT);
    Frame weights = result.tables().get("weights");
    assertArrayEquals(new double[] {1 / 8.0, 1 / 8.0, 3 / 4.0}, sortedNominal(weights), TIGHT);
    assertEquals(1, Arrays.stream(column(weights, "effective", "estimate")).sum(), 1e-12);
  }

  private static double[] sortedNominal(Frame weights) {
    return Arrays.stream(column(weights, "nominal", "estimate")).sorted().toArray();
  }

  @Test
  void aMissingValueMovesNoWeightButGivesBounds() {
    Frame data = THREE.with(NumberColumn.of("b", 10, Double.NaN, 20));
    Result result = run(data, "unit=u indicators=a,b lower-is-better=b");
    assertTrue(Double.isNaN(index(result)[1]));
    assertEquals(25, column(result.tidy(), "index_lowest", "estimate")[0], TIGHT);
    assertEquals(75, column(result.tidy(), "index_highest", "estimate")[0], TIGHT);
    Result open =
        run(data, "unit=u indicators=a,b lower-is-better=b if-missing=available min-share=0.5");
    assertEquals(50, index(open)[1], TIGHT);
    assertTrue(IntStream.range(0, open.tidy().rows())
        .anyMatch(
            row -> open.tidy().text("note").get(row).equals("made of 50 percent of the weight")));
    Result strict = run(data, "unit=u indicators=a,b lower-is-better=b if-missing=available");
    assertTrue(Double.isNaN(index(strict)[1]));
  }

  @Test
  void aHiddenValueLiesBetweenItsLimits() {
    NumberColumn hidden =
        NumberColumn.builder("b").add(10).addSuppressed(12, 15).add(20).build();
    Result result = run(THREE.with(hidden), "unit=u indicators=a,b lower-is-better=b");
    assertEquals((50 + 50) / 2.0, column(result.tidy(), "index_lowest", "estimate")[0], TIGHT);
    assertEquals((50 + 80) / 2.0, column(result.tidy(), "index_highest", "estimate")[0], TIGHT);
  }

  @Test
  void aScoreOfZeroHasNoGeometricMean() {
    Refusal refusal = assertThrows(Refusal.class, () -> three(" aggregate=geometric range=-100,0"));
    assertEquals(Fault.ANALYSIS, refusal.fault());
    assertTrue(refusal.findings().get(0).message().contains("--range 1,100"));
  }

  @Test
  void anIndicatorThatNeverVariesIsRefused() {
    Frame data = THREE.with(NumberColumn.of("b", 7, 7, 7));
    Refusal refusal = assertThrows(Refusal.class, () -> run(data, "unit=u indicators=a,b"));
    assertEquals(Fault.ANALYSIS, refusal.fault());
    assertTrue(refusal.findings().get(0).message().startsWith("b: all values are equal"));
  }

  /** Goalposts can stand apart where the values do not, but the scales that are varied with them cannot. */
  @ParameterizedTest
  @ValueSource(strings = {"normalise", "aggregate"})
  void aVariedScaleThatCannotBeMadeIsRefused(String vary) {
    Frame data = THREE.with(NumberColumn.of("b", 7, 7, 7));
    String options = "unit=u indicators=a,b normalise=goalposts goalposts=a=0,10;b=0,10 vary=";
    Refusal refusal =
        assertThrows(Refusal.class, () -> run(data, options + vary).tidy());
    assertEquals(Fault.ANALYSIS, refusal.fault());
    assertTrue(refusal.findings().get(0).message().startsWith("b: all values are equal"));
    assertArrayEquals(new double[] {40, 50, 60}, index(run(data, options + "weights")), TIGHT);
  }

  @Test
  void aUnitThatStandsTwiceStopsOnlyItself() {
    Frame data = Frame.of(
        TextColumn.of("u", "x", "y", "x", "z"),
        NumberColumn.of("a", 1, 2, 3, 4),
        NumberColumn.of("b", 4, 2, 6, 1));
    Result result = run(data, "unit=u indicators=a,b");
    assertEquals(List.of("E781"), result.findings().stream().map(f -> f.code()).toList());
    assertEquals(2, Arrays.stream(index(result)).filter(v -> !Double.isNaN(v)).count());
  }

  @Test
  void ranksUnderOtherWeightsAreSeededAndIndependentOfRowOrder() {
    Frame data = Frame.of(
        TextColumn.of("u", "p", "q", "r", "s", "t"),
        NumberColumn.of("a", 1, 2, 3, 4, 5),
        NumberColumn.of("b", 4.4, 5, 1, 3, 2));
    String options = "unit=u indicators=a,b noise=0.5 vary=weights,normalise,aggregate";
    Result one = run(data, options);
    Result other = run(data.rows(new int[] {4, 2, 0, 3, 1}), options);
    assertArrayEquals(
        column(one.tidy(), "rank", "conf_low"), column(other.tidy(), "rank", "conf_low"), 0);
    assertArrayEquals(
        column(one.tidy(), "rank", "conf_high"), column(other.tidy(), "rank", "conf_high"), 0);
    double[] low = column(one.tidy(), "rank", "conf_low");
    double[] high = column(one.tidy(), "rank", "conf_high");
    assertTrue(IntStream.range(0, 5).anyMatch(i -> low[i] < high[i]));
    // without noise and alternatives nothing moves
    Result still = run(data, "unit=u indicators=a,b noise=0");
    assertArrayEquals(
        column(still.tidy(), "rank", "conf_low"), column(still.tidy(), "rank", "conf_high"), 0);
  }

  @Test
  void stakeholdersHaveTheirOwnRanks() {
    Result result = three(" weight-sets=first=9,1;second=1,9");
    Frame table = result.tables().get("stakeholders");
    // first: 0.9 a + 0.1 b = 10, 45, 95; second: 90, 5, 55
    assertArrayEquals(
        new double[] {10, 90, 45, 5, 95, 55}, column(table, "index", "estimate"), 1e-10);
    assertArrayEquals(new double[] {3, 1, 2, 3, 1, 2}, column(table, "rank", "estimate"), 0);
  }

  @Test
  void rowOrderAndUnitOfWeightsDoNotCount() {
    double[] one = index(three(" weights=2,1"));
    assertArrayEquals(one, index(three(" weights=20,10")), TIGHT);
    Result turned =
        run(THREE.rows(new int[] {2, 1, 0}), "unit=u indicators=a,b lower-is-better=b weights=2,1");
    assertArrayEquals(one, index(turned), 0);
  }

  @Test
  void longTailsAreCutOneByOne() {
    double[] x = IntStream.rangeClosed(1, 22)
        .mapToDouble(i -> i > 20 ? 440 + 20 * (i - 20) : i)
        .toArray();
    assertTrue(Skewness.isLongTailed(x));
    double[] limits = Skewness.winsorised(x, 5);
    assertArrayEquals(new double[] {1, 20}, limits, 0);
    assertArrayEquals(new double[] {1, 460}, Skewness.winsorised(x, 1), 0);
    double[] turned = Arrays.stream(x).map(v -> -v).toArray();
    assertArrayEquals(new double[] {-20, -1}, Skewness.winsorised(turned, 5), 0);
  }

  /** R 4.2.2, e1071 type 2 by hand: sqrt(n(n−1))/(n−2) m3/m2^1.5 of 1, 2, 3, 10. */
  @Test
  void skewnessByHand() {
    double[] x = {1, 2, 3, 10};
    // mean 4; deviations −3 −2 −1 6: m2 = 12.5, m3 = 45, m4 = 348.5
    assertEquals(Math.sqrt(12) / 2 * 45 / Math.pow(12.5, 1.5), Skewness.of(x), TIGHT);
    assertEquals(3 / 2.0 * (5 * (348.5 / 156.25 - 3) + 6), Skewness.kurtosis(x), TIGHT);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void itIsNeverTheHeadline(Language language) {
    Result result = three("");
    assertTrue(result.reading().stream().noneMatch(s -> s.in(language).isBlank()));
    String all =
        String.join(" ", result.reading().stream().map(s -> s.in(language)).toList());
    assertTrue(all.contains("overskrift") || all.contains("headline"));
    assertFalse(result.charts().get(0).alt().in(language).contains("{"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "indicators=a,b lower-is-better=c",
        "indicators=a,b weights=1",
        "indicators=a,b weights=1,-1",
        "indicators=a,b range=5,5",
        "indicators=a,b tree=x=a",
        "indicators=a,b tree=x=a,b,c",
        "indicators=a,b tree=x=a;y=b",
        "indicators=a,b tree=x=a,b;x=a",
        "indicators=a,b tree=x=a*zero,b",
        "indicators=a,b tree=x=y,a;y=x,b;z=b",
        "indicators=a,b normalise=goalposts",
        "indicators=a,b normalise=goalposts goalposts=a=1,0;b=0,1",
        "indicators=a,b normalise=distance-to-reference reference=nobody",
        "indicators=a,b noise=1",
        "indicators=a,b draws=9",
        "indicators=a,b min-share=0 if-missing=available",
      })
  void whatCannotBeAskedIsRefused(String options) {
    Refusal refusal = assertThrows(Refusal.class, () -> run(THREE, "unit=u " + options));
    assertEquals(Fault.COMMAND_LINE, refusal.fault());
  }

  /** Units x, y, z, w; a of y is not known, and b of w neither. */
  private static final Frame GAPS = Frame.of(
      TextColumn.of("u", "x", "y", "z", "w"),
      TextColumn.of("g", "1", "1", "2", "2"),
      NumberColumn.of("a", 1, Double.NaN, 5, 2),
      NumberColumn.of("b", 10, 30, 20, Double.NaN),
      NumberColumn.of("people", 1, 2, 10, 0));

  @Test
  void nothingIsImputedUnlessAsked() {
    Result result = run(GAPS, "unit=u indicators=a,b");
    assertEquals("missing", MethodRun.word(result.tidy(), "y", "index", "status"));
    assertFalse(result.tables().containsKey("imputed"));
    assertTrue(result.findings().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"mean, 2.6666666666666665, 3", "median, 2, 3", "group-mean, 1, 1"})
  void anImputedValueIsThatOfTheOthersCountedAndMarked(String rule, double value, int of) {
    Result result = run(GAPS, "unit=u indicators=a,b group=g impute=" + rule);
    Frame imputed = result.tables().get("imputed");
    assertEquals(value, MethodRun.number(imputed, "y a", "value", "estimate"), TIGHT);
    assertTrue(
        MethodRun.word(imputed, "y a", "value", "note").endsWith(" of " + of),
        MethodRun.word(imputed, "y a", "value", "note"));
    Frame tidy = result.tidy();
    assertEquals(1, MethodRun.number(tidy, "y", "imputed", "estimate"), 0);
    assertEquals(0, MethodRun.number(tidy, "x", "imputed", "estimate"), 0);
    assertEquals(
        "1 of 2 indicators imputed (" + rule + "): a", MethodRun.word(tidy, "y", "index", "note"));
    // a could be the worst or the best, b is the best
    double a = 100 * (value - 1) / 4;
    assertEquals((a + 100) / 2, MethodRun.number(tidy, "y", "index", "estimate"), TIGHT);
    assertEquals(50, MethodRun.number(tidy, "y", "index_lowest", "estimate"), TIGHT);
    assertEquals(100, MethodRun.number(tidy, "y", "index_highest", "estimate"), TIGHT);
    assertEquals(List.of("W733"), result.findings().stream().map(Finding::code).toList());
    assertTrue(
        result.findings().get(0).message().startsWith("2 of 8 values are imputed"),
        result.findings().get(0).message());
    assertTrue(result.reading().get(2).in(Language.EN).startsWith("2 of 4 units"));
    assertTrue(explained(result, "y").get(0).startsWith("a: imputed: "), "told in the arithmetic");
  }

  @Test
  void thePreviousValueIsTheLatestOfTheUnitItself() {
    Frame data = Frame.of(
        TextColumn.of("u", "x", "x", "x", "y", "y", "y", "z", "z", "z"),
        TextColumn.of("t", "2020", "2022", "2021", "2020", "2021", "2022", "2020", "2021", "2022"),
        NumberColumn.of("a", 3, Double.NaN, 7, 1, 2, 3, Double.NaN, 9, Double.NaN));
    Result result = run(data, "unit=u by=t period=t indicators=a impute=previous");
    Frame imputed = result.tables().get("imputed");
    assertEquals(7, MethodRun.number(imputed, "2022 x a", "value", "estimate"), 0);
    assertEquals("imputed: value of 2021", MethodRun.word(imputed, "2022 z a", "value", "note"));
    // nothing before 2020 to take
    assertEquals("missing", MethodRun.word(result.tidy(), "2020 z", "index", "status"));
    assertTrue(result.findings().get(0).message().endsWith("and 1 could not be"));
    int[] turned = {8, 3, 1, 0, 5, 7, 2, 6, 4};
    Result other = run(data.rows(turned), "unit=u by=t period=t indicators=a impute=previous");
    assertEquals(
        column(result.tidy(), "index", "estimate")[3],
        column(other.tidy(), "index", "estimate")[3],
        0);
    assertThrows(Refusal.class, () -> run(data, "unit=u by=t indicators=a impute=previous"));
    assertThrows(Refusal.class, () -> run(data, "unit=u by=t indicators=a impute=group-mean"));
  }

  @Test
  void aHiddenValueIsImputedWithinItsLimits() {
    Frame data = Frame.of(
        TextColumn.of("u", "x", "y", "z"),
        NumberColumn.builder("a").add(10).addSuppressed(1, 4).add(30).build());
    Frame imputed = run(data, "unit=u indicators=a impute=mean").tables().get("imputed");
    assertEquals(4, MethodRun.number(imputed, "y a", "value", "estimate"), 0);
  }

  @Test
  void indicatorsAreDividedByTheirDenominators() {
    Result result =
        run(GAPS, "unit=u indicators=a,b denominate=b denominate-by=people lower-is-better=b");
    // b / people: 10, 15, 2 and none for w, which has no people
    assertArrayEquals(
        new double[] {100 * 5 / 13.0, 0, 100, Double.NaN},
        Arrays.stream(new String[] {"x", "y", "z", "w"})
            .mapToDouble(unit -> {
              Frame scores = result.tables().get("scores");
              return MethodRun.number(scores, unit + " b", "score", "estimate");
            })
            .toArray(),
        TIGHT);
    assertEquals("W604", result.findings().get(0).code());
    Frame hidden = Frame.of(
        TextColumn.of("u", "x", "y", "z"),
        NumberColumn.builder("a").add(10).addSuppressed(2, 4).add(30).build(),
        NumberColumn.of("n", 1, 2, 1));
    Frame bounds = run(
            hidden,
            "unit=u indicators=a denominate-by=n normalise=goalposts"
                + " goalposts=a=0,10 range=0,10")
        .tidy();
    assertEquals(1, MethodRun.number(bounds, "y", "index_lowest", "estimate"), TIGHT);
    assertEquals(2, MethodRun.number(bounds, "y", "index_highest", "estimate"), TIGHT);
    assertThrows(
        Refusal.class, () -> run(GAPS, "unit=u indicators=a,b denominate=c denominate-by=people"));
    assertThrows(
        Refusal.class, () -> run(GAPS, "unit=u indicators=a,b denominate-by=people,people,people"));
  }

  @Test
  void unitsOfWhichTooLittleIsKnownMakeNoScale() {
    Frame data = Frame.of(
        TextColumn.of("u", "x", "y", "z", "w"),
        NumberColumn.of("a", 1, 2, 3, 99),
        NumberColumn.of("b", 1, Double.NaN, 3, Double.NaN),
        NumberColumn.of("c", 1, 2, 3, Double.NaN));
    Result result = run(data, "unit=u indicators=a,b,c min-known=0.6 impute=mean");
    Frame tidy = result.tidy();
    assertEquals(50, MethodRun.number(tidy, "y", "index", "estimate"), TIGHT);
    assertEquals(100, MethodRun.number(tidy, "z", "index", "estimate"), TIGHT);
    assertEquals("missing", MethodRun.word(tidy, "w", "index", "status"));
    assertEquals(
        "1 of 3 indicators are known, less than --min-known 0.6",
        MethodRun.word(tidy, "w", "index", "note"));
    assertEquals(
        List.of("W782", "W733"), result.findings().stream().map(Finding::code).toList());
    assertThrows(Refusal.class, () -> run(data, "unit=u indicators=a min-known=2"));
  }
}
