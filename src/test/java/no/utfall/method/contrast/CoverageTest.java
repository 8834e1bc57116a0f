package no.utfall.method.contrast;

import static no.utfall.ReferenceCsv.byKeys;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.method.Result;
import no.utfall.problem.Fault;
import no.utfall.problem.Refusal;
import org.junit.jupiter.api.Test;

class CoverageTest {

  private static final Frame REGISTER = Frame.of(
      TextColumn.of("sector", "school", "school", "health", "health", "health"),
      TextColumn.of("level", "input", "activity", "output", "outcome", "outcome"),
      TextColumn.of("comparison", "", "no", "", "no", "yes"),
      NumberColumn.of("nok", 520, 310, 80, 30, 60));

  private static Result run(Frame data, String... options) {
    return Worlds.run(new CoverageMethod(), data, options);
  }

  @Test
  void sharesOfIndicatorsAndMoneyByHand() {
    Result result = run(REGISTER, "level", "level", "cost", "nok", "comparison", "comparison");
    Map<String, Double> values = byKeys(result.tidy(), "estimate", "level", "measure");
    assertEquals(52, values.get("input.share_money"), 1e-12);
    assertEquals(31, values.get("activity.share_money"), 1e-12);
    assertEquals(3, values.get("outcome.share_money"), 1e-12);
    assertEquals(6, values.get("effect.share_money"), 1e-12);
    assertEquals(94, values.get("no-effect.share_money"), 1e-12);
    assertEquals(20, values.get("effect.share_indicators"), 1e-12);
    assertEquals(4, values.get("no-effect.indicators"), 0);
    assertEquals(940, values.get("no-effect.money"), 1e-12);
    assertTrue(result
        .reading()
        .get(0)
        .nb()
        .startsWith("94 prosent av pengene har ikke noe effekttall; 1 av 5"));
  }

  @Test
  void anOutcomeWithoutAComparisonIsNoEffect() {
    Map<String, Double> values = byKeys(
        run(REGISTER, "level", "level", "cost", "nok").tidy(), "estimate", "level", "measure");
    assertEquals(0, values.get("effect.share_money"), 0);
    assertEquals(9, values.get("outcome.share_money"), 1e-12);
  }

  @Test
  void sectorsStandApartAndAddUp() {
    Result result =
        run(REGISTER, "level", "level", "cost", "nok", "comparison", "comparison", "by", "sector");
    Map<String, Double> values = byKeys(result.tidy(), "estimate", "sector", "level", "measure");
    assertEquals(830, values.get("school.no-effect.money"), 1e-12);
    assertEquals(100, values.get("school.no-effect.share_money"), 1e-12);
    assertEquals(60 / 170.0 * 100, values.get("health.effect.share_money"), 1e-12);
    assertEquals(2, result.charts().size());
    assertEquals(
        "1 of 2 sectors have no effect number at all",
        result.charts().get(1).title().en());
  }

  @Test
  void aRegisterWithoutOutcomesSaysThatItCannotBeJudged() {
    String[] levels = new String[24];
    double[] money = new double[24];
    for (int i = 0; i < 24; i++) {
      levels[i] = i % 2 == 0 ? "input" : "activity";
      money[i] = 187.5;
    }
    Frame data = Frame.of(TextColumn.of("level", levels), NumberColumn.of("nok", money));
    Result result = run(data, "level", "level", "cost", "nok", "cost-unit", "million-nok");
    assertEquals(
        "Ingen av de 24 indikatorene viser hvordan det går med innbyggerne. Pengene, 4,5 mrd. kr, følges bare med innsats og aktivitet. Om de virker, kan ikke vurderes.",
        result.reading().get(0).nb());
    assertEquals(
        "None of the 24 indicators shows how residents fare. The money, NOK 4.5bn, is followed by input and activity only. Whether it works cannot be judged.",
        result.reading().get(0).en());
  }

  @Test
  void withoutMoneyIndicatorsAreCounted() {
    Result result = run(REGISTER, "level", "level", "comparison", "comparison");
    assertFalse(byKeys(result.tidy(), "estimate", "level", "measure").containsKey("input.money"));
    assertTrue(result.reading().get(0).en().startsWith("80 percent of the indicators"));
  }

  @Test
  void aLevelThatIsNoneIsRefusedWithItsPlace() {
    Frame wrong =
        REGISTER.with(TextColumn.of("level", "input", "activty", "output", "outcome", "result"));
    Refusal refusal = assertThrows(Refusal.class, () -> run(wrong, "level", "level"));
    assertEquals(Fault.INPUT_DATA, refusal.fault());
    assertEquals(2, refusal.findings().size());
  }

  @Test
  void orderOfRowsDoesNotMatter() {
    Frame backwards = REGISTER.rows(new int[] {4, 3, 2, 1, 0});
    String[] options = {"level", "level", "cost", "nok", "by", "sector"};
    assertEquals(
        byKeys(run(REGISTER, options).tidy(), "estimate", "sector", "level", "measure"),
        byKeys(run(backwards, options).tidy(), "estimate", "sector", "level", "measure"));
  }
}
