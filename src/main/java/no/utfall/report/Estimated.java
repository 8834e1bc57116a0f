package no.utfall.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.utfall.method.Result;
import no.utfall.panel.Indicator;
import no.utfall.panel.Period;
import no.utfall.problem.Finding;
import no.utfall.text.Text;

/**
 * One analysis of an intervention on an indicator.
 *
 * @param starts when each unit started
 * @param persons mean number of people of each unit, where they are known
 * @param placebo an outcome that the intervention should not change
 * @param result empty when nothing could be estimated; then {@code findings} say why
 * @param groups the effect in each group of people
 * @param leftOut units set aside before the method was asked, by reason
 */
public record Estimated(
    String id,
    Text title,
    Text intervention,
    Map<String, Period> starts,
    Map<String, Double> persons,
    Indicator indicator,
    Optional<Indicator> placebo,
    Used method,
    Optional<Result> result,
    Optional<Grouped> groups,
    List<LeftOut> leftOut,
    List<Finding> findings) {

  public Estimated {
    starts = Collections.unmodifiableMap(new LinkedHashMap<>(starts));
    persons = Collections.unmodifiableMap(new LinkedHashMap<>(persons));
    leftOut = List.copyOf(leftOut);
    findings = List.copyOf(findings);
  }

  /**
   * The effect in each group.
   *
   * @param by what they are groups of
   * @param names of the groups in words, where given
   * @param result with a row for each group in {@code group}, and one for the last less the first
   * @param firstLevel the mean of the outcome in the first group, and {@code lastLevel} in the last
   */
  public record Grouped(
      Text by, Map<String, Text> names, Result result, double firstLevel, double lastLevel) {
    public Grouped {
      names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
    }
  }

  /** How many units were set aside, and why. */
  public record LeftOut(Set<String> units, Text why) {
    public LeftOut {
      units = Collections.unmodifiableSet(new LinkedHashSet<>(units));
    }
  }
}
