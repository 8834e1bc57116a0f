package no.utfall.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import no.utfall.figure.Frame;
import no.utfall.panel.Indicator;
import no.utfall.panel.Period;
import no.utfall.problem.Finding;
import no.utfall.text.Text;
import no.utfall.view.Chart;

/**
 * One indicator, measured.
 *
 * @param units one row a unit and period: {@code unit, period, estimate, conf_low, conf_high, status, note}; what is not
 *     known has a status and a note
 * @param country the same for all units together, without {@code unit}; the status {@code bounded} says that hidden
 *     counts were taken between their limits, and that the interval covers both
 * @param national how the number of the country is made of those of the units
 * @param story what the method tells and draws of a whole series, where its number is not one of a single period
 */
public record Measured(
    Indicator indicator,
    Frame units,
    Frame country,
    Text national,
    Optional<Story> story,
    List<Finding> findings) {

  /** Sentences and charts of a method, with titles of their own. */
  public record Story(List<Text> reading, List<Chart> charts) {
    public Story {
      reading = List.copyOf(reading);
      charts = List.copyOf(charts);
    }
  }

  public Measured {
    findings = List.copyOf(findings);
  }

  /** The latest period in which the number of any unit is known. */
  Optional<Period> latest() {
    return IntStream.range(0, units.rows())
        .filter(row -> units.number("estimate").isKnown(row))
        .mapToObj(row -> Period.parse(units.text("period").get(row)))
        .max(Comparator.naturalOrder());
  }

  /** The charts of the story, each under the title of the indicator; the first under this id. */
  public List<Chart> drawn(String id) {
    List<Chart> drawn = new ArrayList<>();
    for (Chart chart : story.map(Story::charts).orElse(List.of())) {
      String own = drawn.isEmpty() ? id : id + "-" + (drawn.size() + 1);
      Chart named =
          new Titled(indicator.id(), indicator.title()).in(chart, own, indicator.source());
      Text title = indicator.title().plus(Text.same(". "));
      drawn.add(new Chart(
          own,
          named.title(),
          title.plus(named.subtitle()),
          named.source(),
          title.plus(named.alt()),
          named.x(),
          named.y(),
          named.marks(),
          named.twin()));
    }
    return drawn;
  }

  /** Whether hidden counts stand behind any number of the country. */
  boolean isBounded() {
    for (int row = 0; row < country.rows(); row++) {
      if (country.text("status").get(row).equals("bounded")) {
        return true;
      }
    }
    return false;
  }
}
