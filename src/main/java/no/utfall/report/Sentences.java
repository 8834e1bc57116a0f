package no.utfall.report;

import java.util.List;
import no.utfall.panel.Indicator;
import no.utfall.text.Text;

/** What the numbers say, by rule: never an adjective without a number, never an effect without a comparison. */
final class Sentences {

  private Sentences() {}

  /** From the first known number to the last; only the last where the two must not be compared. */
  static Text course(Indicator indicator, Course course, boolean intervals) {
    Course.Step first = course.first();
    Course.Step last = course.last();
    Text unit = Phrases.unit(indicator.unitOfMeasure());
    if (course.change().isEmpty()) {
      return Text.of("{0}: {1}{2} i {3}", "{0}: {1}{2} i {3}", "{0}: {1}{2} in {3}")
          .with(indicator.title(), shown(last, intervals), unit, last.period());
    }
    return Text.of(
            "{0}: fra {1}{5} i {2} til {3}{5} i {4}",
            "{0}: frå {1}{5} i {2} til {3}{5} i {4}", "{0}: from {1}{5} in {2} to {3}{5} in {4}")
        .with(
            indicator.title(),
            shown(first, intervals),
            first.period(),
            shown(last, intervals),
            last.period(),
            unit);
  }

  private static Text shown(Course.Step step, boolean interval) {
    int decimals = Phrases.decimals(step.estimate(), step.low(), step.high());
    return interval
        ? Phrases.withInterval(step.estimate(), step.low(), step.high())
        : Phrases.number(step.estimate(), Math.min(2, decimals));
  }

  /** How many things stand in the report. */
  static Text extent(int indicators, int units, List<Course> courses, int analyses) {
    String from = courses.stream()
        .filter(course -> !course.isEmpty())
        .map(course -> course.first().period())
        .min((a, b) -> a.compareTo(b))
        .map(Object::toString)
        .orElse("");
    String to = courses.stream()
        .filter(course -> !course.isEmpty())
        .map(course -> course.last().period())
        .max((a, b) -> a.compareTo(b))
        .map(Object::toString)
        .orElse("");
    return Text.of(
            "Her står {0} for {1} fra {2} til {3}, og {4}.",
            "Her står {0} for {1} frå {2} til {3}, og {4}.",
            "Here are {0} for {1} from {2} to {3}, and {4}.")
        .with(
            counted(
                indicators,
                Text.of("indikator", "indikator", "indicator"),
                Text.of("indikatorer", "indikatorar", "indicators")),
            counted(
                units, Text.of("enhet", "eining", "unit"), Text.of("enheter", "einingar", "units")),
            from,
            to,
            counted(
                analyses,
                Text.of("analyse av et tiltak", "analyse av eit tiltak", "analysis of a measure"),
                Text.of("analyser av tiltak", "analysar av tiltak", "analyses of measures")));
  }

  static Text counted(int n, Text one, Text many) {
    return Phrases.count(n).plus(Text.same(" ")).plus(n == 1 ? one : many);
  }
}
