package no.utfall.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.method.Result;
import no.utfall.method.Settings;
import no.utfall.method.effect.DifferenceInDifferences;
import no.utfall.text.Language;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tool's own estimates on the world, against comparisons written apart from it and against the truth. */
class EffectsOfTheWorldTest {

  private static SampleWorld world;

  @BeforeAll
  static void draw() {
    world = SampleWorld.of(SampleWorld.SEED);
  }

  private static Frame panel() {
    double[][] y = world.percentOutside();
    TextColumn.Builder code = TextColumn.builder("kommune");
    TextColumn.Builder year = TextColumn.builder("aar");
    NumberColumn.Builder share = NumberColumn.builder("andel");
    NumberColumn.Builder young = NumberColumn.builder("unge");
    NumberColumn.Builder any = NumberColumn.builder("start");
    NumberColumn.Builder guide = NumberColumn.builder("veiviser_start");
    NumberColumn.Builder boost = NumberColumn.builder("loftet_start");
    for (Unit unit : world.units) {
      if (unit.standing() == Unit.Standing.OK || unit.never()) {
        for (int t = 0; t < Years.COUNT; t++) {
          code.add(unit.now().code());
          year.add(Integer.toString(Years.FIRST + t));
          share.add(y[unit.index()][t]);
          young.add(unit.now().young());
          int start = unit.adoption().start();
          any.add(start);
          guide.add(unit.adopted(Measure.VEIVISER) ? start : 0);
          boost.add(unit.adopted(Measure.LOFTET) ? start : 0);
        }
      }
    }
    return Frame.of(
        code.build(),
        year.build(),
        share.build(),
        young.build(),
        any.build(),
        guide.build(),
        boost.build());
  }

  private static Result did(Frame data, String... more) {
    Map<String, String> given = new LinkedHashMap<>(
        Map.of("unit", "kommune", "period", "aar", "outcome", "andel", "control", "never-treated"));
    for (int i = 0; i < more.length; i += 2) {
      given.put(more[i], more[i + 1]);
    }
    DifferenceInDifferences method = new DifferenceInDifferences();
    return method.apply(data, Settings.of(method.card(), given));
  }

  private static double estimate(Frame frame, String measure) {
    for (int i = 0; i < frame.rows(); i++) {
      if (frame.text("measure").get(i).equals(measure)) {
        return frame.number("estimate").value(i);
      }
    }
    throw new AssertionError("no " + measure);
  }

  @Test
  void unitEffectsAreThoseOfTheBoard() {
    Result result = did(panel(), "cohort", "start", "horizon", "2", "weight", "unge");
    Frame effects = result.tables().get("unit-effects");
    Board board = Board.of(world);
    double[] expected = board.effects();
    double[] variances = board.errorVariances();
    double common = estimate(result.tables().get("unit-errors"), "common_variance");
    assertEquals(expected.length, effects.rows());
    Map<String, Integer> at = new LinkedHashMap<>();
    world.units.stream()
        .filter(u -> u.standing() == Unit.Standing.OK)
        .forEach(u -> at.put(u.now().code(), at.size()));
    for (int i = 0; i < effects.rows(); i++) {
      int k = at.getOrDefault(effects.text("kommune").get(i), -1);
      // the board turns effects so that + is better
      assertEquals(-expected[k], effects.number("estimate").value(i), 1e-9);
      double error = effects.number("std_error").value(i);
      // squares over n − 1 and the mean gap's own error: within two percent
      assertEquals(variances[k] + common, error * error, 0.02 * error * error);
    }
    Frame errors = result.tables().get("unit-errors");
    assertEquals(board.reliability(), estimate(errors, "reliability"), 0.005);
    assertEquals(0.56, estimate(errors, "reliability"), 0.005);
    assertEquals(expected.length, estimate(errors, "units_with_effect"));
  }

  @Test
  void unitEffectsAverageToTheEffectOfTheMeasure() {
    Result result = did(
        panel(),
        "cohort",
        "veiviser_start",
        "other-cohort",
        "loftet_start",
        "base",
        "pre-mean",
        "horizon",
        "2");
    Frame effects = result.tables().get("unit-effects");
    double mean = 0;
    for (int i = 0; i < effects.rows(); i++) {
      mean += effects.number("estimate").value(i) / effects.rows();
    }
    assertEquals(result.tidy().number("estimate").value(0), mean, 1e-9);
    assertTrue(mean < -1);
  }

  /** Shares by parents' education, everything seen. */
  private static Frame byEducation() {
    TextColumn.Builder code = TextColumn.builder("kommune");
    TextColumn.Builder year = TextColumn.builder("aar");
    TextColumn.Builder education = TextColumn.builder("utdanning");
    NumberColumn.Builder outside = NumberColumn.builder("utenfor");
    NumberColumn.Builder young = NumberColumn.builder("unge");
    NumberColumn.Builder start = NumberColumn.builder("start");
    for (Unit unit : world.units) {
      if (unit.adopted(Measure.VEIVISER) || unit.never()) {
        for (int t = Years.FIRST; t <= Years.LAST; t++) {
          Observation o = world.whole(unit, t);
          for (int e = 0; e < Cells.EDUCATION.length; e++) {
            code.add(unit.now().code());
            year.add(Integer.toString(t));
            education.add(Cells.EDUCATION[e]);
            outside.add(o.outside()[e] + o.outside()[e + 3]);
            young.add(o.cells()[e] + o.cells()[e + 3]);
            start.add(unit.adoption().start());
          }
        }
      }
    }
    return Frame.of(
        code.build(),
        year.build(),
        education.build(),
        outside.build(),
        young.build(),
        start.build());
  }

  @Test
  void veiviserWidensTheGapByWhatTheWorldSays() {
    Result result = did(
        byEducation(),
        "outcome",
        "utenfor",
        "population",
        "unge",
        "cohort",
        "start",
        "base",
        "pre-mean",
        "horizon",
        "2",
        "group",
        "utdanning",
        "group-order",
        "lav,middels,høy");
    Frame tidy = result.tidy();
    double truth = Figures.truth(world.adopters(Measure.VEIVISER));
    int gaps = 0;
    for (int i = 0; i < tidy.rows(); i++) {
      double error = tidy.number("std_error").value(i);
      double estimate = tidy.number("estimate").value(i);
      String group = tidy.text("group").get(i);
      if (tidy.text("measure").get(i).equals("att")) {
        int e = List.of(Cells.EDUCATION).indexOf(group);
        assertEquals(truth * Cells.benefit(e), estimate, 2.5 * error, group);
      } else if (tidy.text("measure").get(i).equals("att_gap")) {
        assertEquals("høy - lav", group);
        assertEquals(truth * (Cells.benefit(2) - Cells.benefit(0)), estimate, 2.5 * error);
        assertTrue(tidy.number("conf_high").value(i) < 0, "the gap is off zero");
        gaps++;
      }
    }
    assertEquals(1, gaps);
    String told = result.reading().get(3).in(Language.NB);
    assertTrue(told.startsWith("Virkningen i gruppen «høy» minus den i «lav» er −1,"), told);
    assertTrue(told.endsWith("Tiltaket endret avstanden mellom dem."), told);
  }
}
