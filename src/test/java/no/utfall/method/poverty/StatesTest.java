package no.utfall.method.poverty;

import static no.utfall.method.MethodRun.number;
import static no.utfall.method.MethodRun.word;
import static no.utfall.method.poverty.Runs.estimate;
import static no.utfall.method.poverty.Runs.frame;
import static no.utfall.method.poverty.Runs.low;
import static no.utfall.method.poverty.Runs.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import no.utfall.figure.Frame;
import no.utfall.method.Result;
import org.junit.jupiter.api.Test;

/** Movements of persons between states, by hand. */
class StatesTest {

  /** One line a person: the states of 2020 to 2023, a dot where the person was not there. */
  private static Frame people(String... lines) {
    List<String> rows = new ArrayList<>();
    for (int p = 0; p < lines.length; p++) {
      for (int year = 0; year < lines[p].length(); year++) {
        char state = lines[p].charAt(year);
        if (state != '.') {
          rows.add(
              "p" + p + " " + (2020 + year) + " " + (state == 'x' ? "" : state) + " " + (p + 1));
        }
      }
    }
    return frame("p year s w", rows.toArray(String[]::new));
  }

  private static Result follow(Frame data, String measures) {
    return run(
        data, "category=s state=N unit=p period=year weight=w measures=" + measures + " few=0,0");
  }

  @Test
  void entryExitAndPersistence() {
    // weights 1, 2, 3, 4, 5, 6
    Frame tidy = follow(
            people("NNEN", "NEEN", "ENNN", "EEEE", ".NNN", "xNNN"),
            "rate,entry,exit,stayed,persistent")
        .tidy();
    // 2021: out before 3, 4; in before 1, 2
    assertEquals(100 * 3.0 / 7, estimate(tidy, "2021", "entry"), 1e-13);
    assertEquals(100 * 2.0 / 3, estimate(tidy, "2021", "exit"), 1e-13);
    assertEquals(100 * 1.0 / 3, estimate(tidy, "2021", "stayed"), 1e-13);
    assertEquals(100 * 15.0 / 21, estimate(tidy, "2021", "rate"), 1e-13);
    assertEquals("not-applicable", word(tidy, "2020", "entry", "status"));
    assertEquals("not-applicable", word(tidy, "2022", "persistent", "status"));
    // 2023: known in all four years are 1, 2, 3, 4; in now and in two of three before are 1 and 3
    assertEquals(100 * 4.0 / 10, estimate(tidy, "2023", "persistent"), 1e-13);
    assertEquals(4, number(tidy, "2023", "persistent", "n"), 0);
  }

  @Test
  void flowsAddUpAndTransitionsSumToAll() {
    Result result = follow(people("NN", "NE", "EN", "EE", ".N", "xN", "US"), "rate");
    Frame flows = result.tables().get("flows");
    assertEquals(3, estimate(flows, "2021", "in_before"), 0);
    assertEquals(3, estimate(flows, "2021", "entered"), 0);
    assertEquals(2, estimate(flows, "2021", "left"), 0);
    assertEquals(4, estimate(flows, "2021", "in_now"), 0);
    assertEquals(11, estimate(flows, "2021", "not_followed"), 0);
    Frame moves = result.tables().get("transitions");
    assertEquals(100 / 3.0, estimate(moves, "2021 N N", "transition"), 1e-13);
    assertEquals(200 / 3.0, estimate(moves, "2021 N E", "transition"), 1e-13);
    assertEquals(0, estimate(moves, "2021 N U", "transition"), 0);
    assertEquals(100, estimate(moves, "2021 U S", "transition"), 0);
    assertThrows(AssertionError.class, () -> estimate(moves, "2021 S N", "transition"));
  }

  @Test
  void poorNowAndInTwoOfThreeYearsBefore() {
    // the median of every year is 100, the line 60; a and b are poor as written, c to g never
    List<String> rows = new ArrayList<>();
    String[] poor = {"PPRP", "PRRP"};
    for (int year = 0; year < 4; year++) {
      for (int p = 0; p < 7; p++) {
        boolean low = p < 2 && poor[p].charAt(year) == 'P';
        rows.add("p" + p + " " + (2020 + year) + " " + (low ? 50 : 100) + " 1 " + (p + 1));
      }
    }
    Frame data = frame("p year y w lw", rows.toArray(String[]::new));
    Frame tidy =
        low(data, "unit=p period=year measures=persistent,exit,low_income_3").tidy();
    assertEquals(100 / 7.0, estimate(tidy, "2023", "persistent"), 1e-13);
    assertEquals(50, estimate(tidy, "2021", "exit"), 1e-13);
    // means of 2020 to 2022: 66.7 and 83.3 against 60: nobody
    assertEquals(0, estimate(tidy, "2022", "low_income_3"), 0);
    Frame longitudinal = low(
            data, "unit=p period=year longitudinal-weight=lw measures=persistent threshold=0.6,0.5")
        .tidy();
    assertEquals(100 / 28.0, estimate(longitudinal, "2023", "persistent"), 1e-13);
    assertEquals(0, estimate(longitudinal, "2023", "persistent_50"), 0);
    Frame high =
        low(data, "unit=p period=year threshold=0.7 measures=low_income_3").tidy();
    assertEquals(100 / 7.0, estimate(high, "2022", "low_income_3_70"), 1e-13);
  }

  @Test
  void whoIsFollowedNeedsAWeightForThatOnly() {
    // b has no weight in the cross-section of 2021, and one for being followed
    Frame data = frame(
        "p year s w lw",
        "a 2020 N 1 1",
        "b 2020 N 1 3",
        "a 2021 N 1 1",
        "b 2021 E 0 3",
        "c 2021 N 2 0");
    Frame tidy = run(
            data,
            "category=s state=N unit=p period=year weight=w longitudinal-weight=lw measures=rate,exit few=0,0")
        .tidy();
    assertEquals(100, estimate(tidy, "2021", "rate"), 0);
    assertEquals(75, estimate(tidy, "2021", "exit"), 1e-13);
  }

  @Test
  void aPersonIsNamedByTheKeyWhereUnitIsAPlace() {
    Frame data = frame("p unit year s", "a X 2020 N", "b Y 2020 N", "a X 2021 E", "b Y 2021 N");
    Frame tidy =
        run(data, "category=s state=N key=p by=unit,year measures=exit few=0,0").tidy();
    assertEquals(100, estimate(tidy, "X 2021", "exit"), 0);
    assertEquals(0, estimate(tidy, "Y 2021", "exit"), 0);
  }

  @Test
  void aPersonWithTwoRowsInAYearIsSetAside() {
    Result result = follow(
        frame("p year s w", "a 2020 N 1", "a 2020 E 1", "b 2020 N 1", "b 2021 E 1"), "rate,exit");
    assertEquals("E501", result.findings().get(0).code());
    assertEquals(100, estimate(result.tidy(), "2020", "rate"), 0);
    assertEquals(1, number(result.tidy(), "2020", "rate", "n"), 0);
    assertEquals(100, estimate(result.tidy(), "2021", "exit"), 0);
  }

  @Test
  void aGapInTheYearsIsNotPassedOver() {
    Frame tidy = follow(
            frame("p year s w", "a 2020 N 1", "a 2022 E 1", "b 2020 N 1", "b 2022 N 1"),
            "exit,rate")
        .tidy();
    assertEquals("not-applicable", word(tidy, "2022", "exit", "status"));
    assertTrue(word(tidy, "2022", "exit", "note").contains("the period before"));
    assertEquals(50, estimate(tidy, "2022", "rate"), 0);
  }
}
