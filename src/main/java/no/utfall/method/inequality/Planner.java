package no.utfall.method.inequality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.utfall.method.Checks;
import no.utfall.method.Settings;
import no.utfall.problem.Refusal;
import no.utfall.text.Numerals;

/** From settings to a plan: what cannot be asked together is refused before anything is computed. */
final class Planner {

  private static final List<Measure> OF_ORDERED = List.of(
      Measure.DIFFERENCE, Measure.RATIO, Measure.SII, Measure.RII, Measure.ACI, Measure.RCI);
  private static final List<Measure> OF_UNORDERED = List.of(
      Measure.DIFFERENCE,
      Measure.RATIO,
      Measure.BGSD,
      Measure.COV,
      Measure.MDMW,
      Measure.IDISW,
      Measure.THEIL,
      Measure.MLD);
  private static final List<Measure> OF_PERSONS = List.of(
      Measure.GINI,
      Measure.GINI_ABS,
      Measure.THEIL,
      Measure.MLD,
      Measure.ATKINSON,
      Measure.KOLM,
      Measure.HOOVER);

  private final Settings settings;
  private final boolean persons;
  private final boolean ordered;

  /**
   * @param persons whether rows are persons or units, not groups
   * @param ordered whether there is a first and a last
   */
  Planner(Settings settings, boolean persons, boolean ordered) {
    this.settings = settings;
    this.persons = persons;
    this.ordered = ordered;
  }

  /** What a row is: a group, or a person or unit. */
  static boolean arePersons(Settings settings) {
    if (settings.has("rows")) {
      return settings.text("rows").equals("persons");
    }
    return !settings.has("group")
        || settings.has("weight")
        || settings.has("cluster")
        || settings.has("strata");
  }

  Plan plan() {
    boolean counted = settings.has("count");
    if (counted == settings.has("value")) {
      throw Refusal.commandLine(
          "inequality needs either --value, or --count and --population",
          "name the column of the values: --value COLUMN");
    }
    if (counted && !settings.has("population")) {
      throw Refusal.commandLine(
          "--count needs --population", "name the denominator: --population COLUMN");
    }
    if (!persons && !settings.has("group")) {
      throw Refusal.commandLine("--rows groups needs --group", "name the column of the groups");
    }
    if (settings.has("conf-low") != settings.has("conf-high")) {
      throw Refusal.commandLine(
          "--conf-low and --conf-high go together", "name both columns, or neither");
    }
    boolean share = counted && settings.text("counts").equals("share");
    double per = settings.has("per") ? settings.number("per") : counted ? 100 : 1;
    if (!(per > 0)) {
      throw Refusal.commandLine(
          "--per " + Numerals.exact(per) + " is not a number above zero",
          "write for example --per 100; --reverse turns the direction");
    }
    double[] bounds = bounds(share ? per : Double.POSITIVE_INFINITY);
    Plan plan = new Plan(
        asked(),
        ordered,
        Model.of(settings.text("model")),
        Weighting.of(settings.text("weighting")),
        settings.has("error") ? Optional.of(Errors.of(settings.text("error"))) : Optional.empty(),
        per,
        bounds[0],
        bounds[1],
        Optional.ofNullable(settings.textOrNull("reference")),
        Optional.ofNullable(settings.textOrNull("direction")).map("higher-is-better"::equals),
        levels(),
        draws(),
        settings.integer("seed"),
        !counted ? "" : share && per == 100 ? "percent" : "per " + Numerals.exact(per));
    check(plan);
    return plan;
  }

  private double[] bounds(double high) {
    if (!settings.has("bounds")) {
      return new double[] {Double.isFinite(high) ? 0 : Double.NEGATIVE_INFINITY, high};
    }
    double[] bounds = settings.numbers("bounds");
    if (bounds.length != 2 || !(bounds[0] < bounds[1])) {
      throw Refusal.commandLine(
          "--bounds are two numbers, the lower first", "write for example --bounds 0,100");
    }
    return bounds;
  }

  private List<Double> levels() {
    List<Double> levels = new ArrayList<>();
    for (double level : settings.numbers("conf-level")) {
      levels.add(Checks.level(level));
    }
    return levels;
  }

  private int draws() {
    int draws = settings.integer("draws");
    if (draws < 100) {
      throw Refusal.commandLine("--draws " + draws + " is too few", "draw at least 100");
    }
    return draws;
  }

  private List<Asked> asked() {
    Set<Measure> measures = new LinkedHashSet<>();
    if (settings.has("measures")) {
      for (String id : settings.list("measures")) {
        Measure measure = Measure.find(id).orElseThrow();
        measures.add(measure);
        partner(measure).ifPresent(measures::add);
      }
    } else {
      measures.addAll(persons ? OF_PERSONS : ordered ? OF_ORDERED : OF_UNORDERED);
      if (persons && settings.has("rank")) {
        measures.addAll(List.of(Measure.ACI, Measure.RCI));
      }
    }
    measures.remove(Measure.MEAN);
    measures.add(Measure.MEAN);
    List<Asked> asked = new ArrayList<>();
    for (Measure measure : measures) {
      switch (measure) {
        case GE -> asked.addAll(family(measure, "alpha"));
        case ATKINSON -> asked.addAll(family(measure, "epsilon"));
        case KOLM -> asked.addAll(family(measure, "kolm"));
        default -> asked.add(Asked.of(measure));
      }
    }
    return asked;
  }

  private List<Asked> family(Measure measure, String option) {
    return Arrays.stream(settings.numbers(option))
        .peek(parameter -> {
          if (measure != Measure.GE && !(parameter > 0)) {
            throw Refusal.commandLine(
                "--" + option + " " + Numerals.exact(parameter) + " is not above 0",
                "write for example --" + option + " 1");
          }
        })
        .mapToObj(parameter -> new Asked(measure, parameter))
        .toList();
  }

  /** The other side of a measure, absolute or relative, where these data can give it. */
  private Optional<Measure> partner(Measure measure) {
    Optional<Measure> partner = measure.partner();
    if (partner.isPresent() && isWanting(partner.get()).isPresent()) {
      Measure spread = persons ? Measure.STD_DEV : Measure.BGSD;
      return Optional.of(
          measure.unit() == Measure.Unit.VALUE || measure.unit() == Measure.Unit.SQUARE
              ? Measure.COV
              : spread);
    }
    return partner;
  }

  private void check(Plan plan) {
    for (Asked asked : plan.asked()) {
      isWanting(asked.measure()).ifPresent(refusal -> {
        throw refusal;
      });
      boolean bounded = asked.measure() == Measure.WAGSTAFF || asked.measure() == Measure.ERREYGERS;
      if (bounded && !plan.isBounded()) {
        throw Refusal.commandLine(
            asked.id() + " needs the lowest and highest possible value",
            "write for example --bounds 0,100");
      }
    }
    if (plan.model() == Model.LOGIT && !plan.isBounded()) {
      throw Refusal.commandLine(
          "--model logit needs the lowest and highest possible value",
          "write for example --bounds 0,1 for shares, --bounds 0,100 for percent");
    }
    if (plan.model().family().isPresent() && (!settings.has("count") || persons)) {
      throw Refusal.commandLine(
          "--model " + plan.model().code() + " is a model of counts in groups",
          "give --count, --population and --group, or choose --model linear, log or logit");
    }
  }

  /** What these data and options lack for a measure. */
  private Optional<Refusal> isWanting(Measure measure) {
    boolean grouped = settings.has("group");
    boolean directed = settings.has("direction");
    boolean referred = settings.has("reference");
    String id = measure.id();
    return switch (measure.needs()) {
      case NOTHING -> Optional.empty();
      case PERSONS ->
        persons
            ? Optional.empty()
            : refused(
                id + " is of persons or units, not of groups", "leave it out, or --rows persons");
      case GROUPS ->
        grouped
            ? Optional.empty()
            : refused(id + " needs --group", "name the column of the groups");
      case ORDER ->
        ordered
            ? Optional.empty()
            : refused(
                id + " needs an order from first to last, and none is known",
                grouped
                    ? "give --group-order FIRST,…,LAST or --rank COLUMN; names are never sorted as text"
                    : "give --rank COLUMN");
      case DIRECTION ->
        !grouped
            ? refused(id + " needs --group", "name the column of the groups")
            : directed
                ? Optional.empty()
                : refused(
                    id + " needs to know which way is better",
                    "give --direction higher-is-better or lower-is-better");
      case REFERENCE ->
        grouped && referred
            ? Optional.empty()
            : refused(
                id + " needs --group and --reference",
                "name the group that the others are compared with");
      case TARGET ->
        grouped && (ordered || directed || referred)
            ? Optional.empty()
            : refused(
                id + " needs groups and one to be measured against",
                "give --group, and --reference NAME, an order, or --direction");
    };
  }

  private static Optional<Refusal> refused(String message, String fix) {
    return Optional.of(Refusal.commandLine(message, fix));
  }
}
