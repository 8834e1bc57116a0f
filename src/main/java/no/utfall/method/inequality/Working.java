package no.utfall.method.inequality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.utfall.math.Entropy;
import no.utfall.math.WeightedLine;
import no.utfall.method.Arithmetic;
import no.utfall.text.Numerals;
import no.utfall.text.Text;
import org.jspecify.annotations.Nullable;

/** The arithmetic of one key: its groups or persons, then every measure with its numbers put in. */
final class Working {

  private final Plan plan;
  private final Keyed keyed;
  private final @Nullable GroupEstimates groups;
  private final Arithmetic lines = new Arithmetic();

  private Working(Plan plan, Keyed keyed) {
    this.plan = plan;
    this.keyed = keyed;
    GroupSet set = keyed.groups();
    this.groups =
        set != null && set.isWhole() && set.count() > 1 ? new GroupEstimates(plan, set) : null;
  }

  static List<Text> of(Plan plan, Keyed keyed) {
    Working working = new Working(plan, keyed);
    working.addData();
    keyed.estimates().forEach(working::add);
    return working.lines.lines();
  }

  private void addData() {
    Persons persons = keyed.persons();
    GroupSet set = keyed.groups();
    if (set != null) {
      addGroups(set);
    }
    if (persons != null) {
      lines.line(
          "n = {0}, p = w / Σw, μ = Σ p · y = {1}, r = y / μ",
          persons.count(), Entropy.mean(persons.y(), persons.shares()));
    } else if (set != null && set.isWhole()) {
      lines.line("μ = Σ p · y = {0}, r = y / μ", Entropy.mean(set.value(), set.shares()));
    }
  }

  private void addGroups(GroupSet set) {
    double[] share = set.shares();
    double[] place = set.places();
    for (int i = 0; i < set.count(); i++) {
      String value = Double.isNaN(set.value()[i])
          ? Arithmetic.fill("{0} … {1}", set.low()[i], set.high()[i])
          : Numerals.exact(set.value()[i]);
      lines.line(
          plan.ordered() ? "{0}: y = {1}, p = {2}, x = {3}" : "{0}: y = {1}, p = {2}",
          set.names().get(i),
          value,
          share[i],
          place[i]);
    }
  }

  private void add(Asked asked, Estimate estimate) {
    if (!estimate.isKnown()) {
      lines.reason(asked.id(), estimate.note());
      double[] bounds = keyed.bounds().get(asked);
      if (bounds != null) {
        lines.line("{0}: {1} … {2}", asked.id(), bounds[0], bounds[1]);
      }
      return;
    }
    if (groups == null && keyed.persons() == null && asked.measure() != Measure.MEAN) {
      lines.line("{0} = {1}  ({2})", asked.id(), estimate.value(), estimate.note());
      return;
    }
    lines.line("{0} = {1} = {2}", asked.id(), formula(asked), estimate.value());
    if (Double.isNaN(estimate.stdError())) {
      return;
    }
    lines.line("s = {0} ({1})", estimate.stdError(), estimate.how());
    for (double level : plan.levels()) {
      double[] limits = estimate.limits().at(level);
      if (!Double.isNaN(limits[0] + limits[1])) {
        lines.line("{0} … {1}  (level {2})", limits[0], limits[1], level);
      }
    }
  }

  private String formula(Asked asked) {
    Persons persons = keyed.persons();
    if (groups != null && (persons == null || persons.isOfGroups(asked.measure()))) {
      return ofLine(asked.measure(), groups)
          .or(() -> ofSums(asked.measure(), groups.indices()))
          .orElseGet(() -> symbols(asked.measure(), asked.parameter()));
    }
    return symbols(asked.measure(), asked.parameter());
  }

  /** What is read off the line through the groups. */
  private Optional<String> ofLine(Measure measure, GroupEstimates of) {
    boolean read = measure == Measure.SII
        || measure == Measure.RII
        || (measure == Measure.RII_MEAN && plan.model() != Model.LINEAR);
    return (read ? of.slope() : Optional.<Slope>empty())
        .map(line -> Arithmetic.fill(
            switch (measure) {
              case SII -> "top − bottom of the line = {0} − {1}";
              case RII -> "top / bottom of the line = {0} / {1}";
              default -> "(top − bottom of the line) / μ = ({0} − {1}) / μ";
            },
            line.top(),
            line.bottom()));
  }

  /** A weighted sum, or one over another. */
  private Optional<String> ofSums(Measure measure, Indices of) {
    double[] y = values();
    Optional<double[]> form = of.form(measure, y);
    if (form.isPresent()) {
      return Optional.of("Σ c · y = " + terms(form.get(), y));
    }
    return of.ratio(measure, y)
        .map(ratio -> Arithmetic.fill(
            measure == Measure.PAF
                ? "100 · (Σ c · y / Σ d · y − 1) = 100 · ({0} / {1} − 1)"
                : "Σ c · y / Σ d · y = {0} / {1}",
            WeightedLine.dot(ratio[0], y),
            WeightedLine.dot(ratio[1], y)));
  }

  private double[] values() {
    GroupSet set = keyed.groups();
    return set == null ? new double[0] : set.value();
  }

  private static String terms(double[] weights, double[] y) {
    List<String> terms = new ArrayList<>();
    for (int i = 0; i < y.length; i++) {
      if (weights[i] != 0) {
        terms.add(Arithmetic.fill("{0} · {1}", weights[i], y[i]));
      }
    }
    return String.join(" + ", terms);
  }

  /** The formula alone; of persons, or of groups as they stand above. */
  private String symbols(Measure measure, double parameter) {
    return switch (measure) {
      case MEAN -> "Σ p · y";
      case BGV -> "Σ p (y − μ)²";
      case BGSD, STD_DEV -> "√Σ p (y − μ)²";
      case COV -> "100 √Σ p (y − μ)² / μ";
      case IDISU -> "100 Σ |y − μ| / (k μ)";
      case IDISW -> "100 Σ p |y − μ| / μ";
      case MDMU -> "Σ |y − μ| / k";
      case MDMW -> "Σ p |y − μ|";
      case MDBU -> "Σ |y − y_best| / k";
      case MDBW -> "Σ p |y − y_best|";
      case MDRU -> "Σ |y − y_ref| / k";
      case MDRW -> "Σ p |y − y_ref|";
      case THEIL -> "Σ p r ln r";
      case MLD -> "−Σ p ln r";
      case GE ->
        parameter == 0
            ? symbols(Measure.MLD, parameter)
            : parameter == 1
                ? symbols(Measure.THEIL, parameter)
                : Arithmetic.fill("(Σ p r^{0} − 1) / ({0} · ({0} − 1))", parameter);
      case ATKINSON ->
        parameter == 1
            ? "1 − exp(Σ p ln r)"
            : Arithmetic.fill("1 − (Σ p r^(1 − {0}))^(1 / (1 − {0}))", parameter);
      case KOLM -> Arithmetic.fill("μ / {0} · ln Σ p exp({0} · (1 − r))", parameter);
      case GINI -> "2 Σ p (y − μ)(F − ½) / μ";
      case GINI_ABS -> "2 Σ p (y − μ)(F − ½)";
      case GINI_CORRECTED -> "n / (n − 1) · 2 Σ p (y − μ)(F − ½) / μ";
      case HOOVER -> "Σ p |y − μ| / (2 μ)";
      case ACI -> "2 Σ p (y − μ)(x − ½)";
      case RCI -> "2 Σ p (y − μ)(x − ½) / μ";
      case ERREYGERS ->
        Arithmetic.fill("4 · 2 Σ p (y − μ)(x − ½) / ({0} − {1})", plan.high(), plan.low());
      case WAGSTAFF ->
        Arithmetic.fill(
            "2 Σ p (y − μ)(x − ½) · ({0} − {1}) / ((μ − {1})({0} − μ))", plan.high(), plan.low());
      case SII -> "b = Σ p (y − μ)(x − ½) / Σ p (x − ½)²";
      case RII -> "(μ + b / 2) / (μ − b / 2)";
      case RII_MEAN -> "b / μ";
      case HERFINDAHL -> "Σ (y / Σy)²";
      case ROSENBLUTH -> "1 / (n (1 − gini))";
      case LORENZ_ASYMMETRY -> "F + L where the Lorenz curve has slope 1";
      case DIFFERENCE, RATIO, PAR, PAF ->
        throw new IllegalArgumentException(measure + " is of groups");
    };
  }
}
