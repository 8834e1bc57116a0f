package no.utfall.method.inequality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.utfall.figure.Frame;
import no.utfall.figure.Groups;
import no.utfall.method.Card;
import no.utfall.method.Method;
import no.utfall.method.Result;
import no.utfall.method.Settings;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The method {@code inequality}: how unequally a value falls on groups or persons, for every key. The definitions, with
 * their papers, stand in {@link Slope}, {@link Indices}, {@link PersonEstimates} and the kernels they use.
 */
public final class InequalityMethod implements Method {

  private static final String SAME = "the same whatever the hidden values are";

  @Override
  public Card card() {
    return InequalityCard.CARD;
  }

  @Override
  public Result apply(Frame data, Settings settings) {
    boolean arePersons = Planner.arePersons(settings);
    Optional<GroupOrder> order = GroupOrder.of(data, settings);
    boolean ordered = order.isPresent() || settings.has("rank");
    Plan plan = new Planner(settings, arePersons, ordered).plan();
    List<String> keys = new ArrayList<>(settings.list("by"));
    if (settings.has("period") && !keys.contains(settings.text("period"))) {
      keys.add(settings.text("period"));
    }
    keys = keys.stream().distinct().toList();
    Groups groups = data.groups(keys);
    int[][] rows = groups.rows();
    List<Finding> findings = new ArrayList<>();
    if (asksOrder(plan)) {
      order.flatMap(GroupOrder::finding).ifPresent(findings::add);
    }
    List<Keyed> results = new ArrayList<>(rows.length);
    if (arePersons) {
      PersonRows reader = new PersonRows(data, settings, plan, order);
      for (int g = 0; g < rows.length; g++) {
        results.add(ofPersons(plan, names(data, keys, groups, g), reader.read(rows[g])));
      }
      findings.addAll(reader.findings());
    } else {
      if (!settings.has("population")) {
        findings.add(Finding.note(
            "N732",
            Location.ofFile(data.file()),
            "",
            "no --population: all groups count the same",
            "name the column of the number of persons, if the groups differ in size"));
      }
      GroupRows reader = new GroupRows(data, settings, plan, order);
      for (int g = 0; g < rows.length; g++) {
        results.add(
            ofGroups(plan, names(data, keys, groups, g), reader.read(rows[g]), rows[g].length));
      }
      findings.addAll(reader.findings());
    }
    if (results.stream().noneMatch(Keyed::isAnswer)) {
      throw refusal(data, results, findings);
    }
    return new InequalityResult(
        data.file(),
        plan,
        keys,
        settings.textOrNull("period"),
        settings.numbers("probs"),
        results,
        findings);
  }

  private static boolean asksOrder(Plan plan) {
    return plan.asked().stream()
        .map(Asked::measure)
        .anyMatch(m -> m.needs() == Measure.Needs.ORDER
            || m == Measure.DIFFERENCE
            || m == Measure.RATIO
            || m.needs() == Measure.Needs.TARGET);
  }

  private static List<String> names(Frame data, List<String> keys, Groups groups, int g) {
    return keys.stream().map(key -> data.text(key).get(groups.first(g))).toList();
  }

  private static Keyed ofPersons(Plan plan, List<String> names, PersonRows.Read read) {
    Persons persons = read.persons();
    if (persons == null) {
      return without(plan, names, "not-estimable", read.note());
    }
    Map<Asked, Estimate> estimates = new LinkedHashMap<>();
    new PersonEstimates(plan, persons)
        .all()
        .forEach((asked, estimate) ->
            estimates.put(asked, read.note().isEmpty() ? estimate : estimate.noted(read.note())));
    GroupSet means = persons.group() == null ? null : persons.means();
    return new Keyed(names, persons.count(), estimates, Map.of(), Map.of(), means, persons, null);
  }

  private static Keyed without(Plan plan, List<String> names, String status, String note) {
    Map<Asked, Estimate> estimates = new LinkedHashMap<>();
    plan.asked().forEach(asked -> estimates.put(asked, Estimate.none(status, note)));
    return new Keyed(names, 0, estimates, Map.of(), Map.of(), null, null, null);
  }

  private static Keyed ofGroups(Plan plan, List<String> names, GroupRows.Read read, int rows) {
    GroupSet set = read.set();
    if (set == null) {
      return without(plan, names, read.status(), read.note());
    }
    if (set.isWhole()) {
      GroupEstimates estimates = new GroupEstimates(plan, set);
      String note = set.count() < rows
          ? rows - set.count() + " of " + rows + " groups have nobody and are left out"
          : "";
      Map<Asked, Estimate> all = estimates.all();
      all.replaceAll((asked, estimate) -> note.isEmpty() ? estimate : estimate.noted(note));
      return new Keyed(
          names, set.count(), all, Map.of(), Map.of(), set, null, line(plan, estimates));
    }
    return ofHidden(plan, names, read, set);
  }

  private static @Nullable Slope line(Plan plan, GroupEstimates estimates) {
    boolean asked = plan.asked().contains(Asked.of(Measure.SII))
        || plan.asked().contains(Asked.of(Measure.RII));
    return asked ? estimates.slope().orElse(null) : null;
  }

  /** No estimate, but what the known groups say, and between which bounds the whole must lie. */
  private static Keyed ofHidden(Plan plan, List<String> names, GroupRows.Read read, GroupSet set) {
    Keyed none = without(plan, names, read.status(), read.note());
    Map<Asked, Estimate> known = new LinkedHashMap<>();
    if (set.known().length > 1) {
      GroupEstimates.ofKnown(plan, set).all().forEach((asked, estimate) -> {
        if (estimate.isKnown()) {
          known.put(asked, Estimate.bare(estimate.value(), "known-groups", read.note()));
        }
      });
    }
    Map<Asked, double[]> bounds = new LinkedHashMap<>();
    if (set.count() > 1) {
      GroupSet middle = new GroupSet(
          set.names(), set.size(), set.rank(), set.low(), set.low(), set.high(), null, null, null);
      Indices indices = new GroupEstimates(plan, middle).indices();
      for (Asked asked : plan.asked()) {
        if (asked.measure().needs() != Measure.Needs.PERSONS) {
          new Hidden(indices, asked, set.low(), set.high())
              .bounds()
              .ifPresent(found -> bounds.put(asked, found));
        }
      }
    }
    Map<Asked, Estimate> estimates = new LinkedHashMap<>(none.estimates());
    bounds.forEach((asked, found) -> {
      if (found[0] == found[1]) {
        estimates.put(asked, Estimate.bare(found[0], "", SAME));
      }
    });
    bounds.values().removeIf(found -> found[0] == found[1]);
    return new Keyed(names, set.known().length, estimates, known, bounds, set, null, null);
  }

  private static Refusal refusal(Frame data, List<Keyed> results, List<Finding> findings) {
    String why = results.stream()
        .flatMap(keyed -> keyed.estimates().values().stream())
        .map(Estimate::note)
        .filter(note -> !note.isEmpty())
        .findFirst()
        .orElse("there are no rows");
    List<Finding> all = new ArrayList<>(findings);
    all.add(Finding.error(
        "E704",
        Location.ofFile(data.file()),
        "",
        "nothing can be estimated: " + why,
        "see the other findings, or choose other columns"));
    boolean badData = findings.stream().anyMatch(Finding::isError);
    return new Refusal(badData ? Fault.INPUT_DATA : Fault.ANALYSIS, all);
  }
}
