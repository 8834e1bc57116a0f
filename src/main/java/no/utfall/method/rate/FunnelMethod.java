package no.utfall.method.rate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Status;
import no.utfall.math.Sums;
import no.utfall.method.Arithmetic;
import no.utfall.method.Card;
import no.utfall.method.Checks;
import no.utfall.method.LazyTables;
import no.utfall.method.Method;
import no.utfall.method.Result;
import no.utfall.method.Settings;
import no.utfall.method.Tidy;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;
import no.utfall.text.Numerals;
import no.utfall.text.Text;
import no.utfall.view.Chart;

/** The method {@code funnel}: units against {@link ControlLimits} of their size. */
public final class FunnelMethod implements Method {

  /** What is counted over what. */
  enum Kind {
    RATIO,
    PROPORTION,
    RATE,
    COUNTS;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public Card card() {
    return FunnelCard.CARD;
  }

  @Override
  public Result apply(Frame data, Settings settings) {
    return new Run(data, settings).result();
  }

  /** One unit, as far as it is known. */
  record Unit(List<String> names, Total total) {
    double value() {
      return total.count() / total.population();
    }

    double size() {
      return total.population();
    }
  }

  /**
   * One funnel: the units of one group with their target and limits.
   *
   * @param dispersion nothing when no unit is known
   */
  record Funnel(
      List<String> group,
      List<Unit> units,
      List<Unit> known,
      double target,
      Dispersion dispersion,
      double spread,
      ControlLimits limits,
      String method) {

    /** Whether a unit is among the known. */
    boolean holds(Unit unit) {
      return !known.isEmpty() && unit.total().isKnown() && unit.size() > 0;
    }

    int side(Unit unit, double level) {
      return limits.side(unit.total().count(), unit.size(), (1 - level) / 2);
    }
  }

  /** One run: the same settings for every funnel. */
  private static final class Run {
    private final Frame data;
    private final Settings settings;
    private final Kind kind;
    private final String size;
    private final double per;
    private final double[] levels;
    private final String unit;
    private final List<String> keys;
    private final String unitOfMeasure;

    Run(Frame given, Settings settings) {
      this.settings = settings;
      boolean expected = settings.has("expected");
      String word = settings.textOrNull("kind");
      this.kind = word == null
          ? expected ? Kind.RATIO : Kind.PROPORTION
          : Kind.valueOf(word.toUpperCase(Locale.ROOT));
      String role =
          kind == Kind.RATIO ? "expected" : settings.has("value") ? "value" : "population";
      long columns = List.of("expected", "population", "value").stream()
          .filter(settings::has)
          .count();
      if (columns != 1 || !settings.has(role) || (role.equals("value") && kind != Kind.RATE)) {
        throw Refusal.commandLine(
            "funnel needs one of --expected, --population and, with --kind rate, --value",
            "name the one column that goes with --kind " + kind.code());
      }
      this.size = settings.text(role);
      double usual = kind == Kind.RATE ? 100_000 : kind == Kind.COUNTS ? 1 : 100;
      this.per = Checks.per(settings.has("per") ? settings.number("per") : usual);
      checkAbove0("target");
      checkAbove0("sizes");
      if (kind == Kind.PROPORTION && settings.has("target") && settings.number("target") >= per) {
        throw Refusal.commandLine(
            "--target " + Numerals.exact(settings.number("target")) + " is no proportion per "
                + Numerals.exact(per),
            "give a number below " + Numerals.exact(per) + ", or --per");
      }
      this.data = role.equals("value") ? given.with(implied(given, settings.text("count"))) : given;
      this.levels = Arrays.stream(settings.numbers("conf-level"))
          .map(Checks::level)
          .sorted()
          .toArray();
      this.unit = settings.text("unit");
      this.keys = new ArrayList<>(settings.list("by").stream()
          .distinct()
          .filter(key -> !key.equals(unit))
          .toList());
      keys.add(unit);
      this.unitOfMeasure = switch (kind) {
        case RATIO -> "reference = " + Numerals.exact(per);
        case PROPORTION -> Words.proportion(per).unitCode();
        case RATE -> "per " + Numerals.exact(per);
        case COUNTS -> per == 1 ? "ratio" : "ratio times " + Numerals.exact(per);
      };
    }

    private void checkAbove0(String option) {
      double[] given = settings.has(option) ? settings.numbers(option) : new double[0];
      for (double number : given) {
        if (!(number > 0)) {
          throw Refusal.commandLine(
              "--" + option + " " + Numerals.exact(number) + " is not above 0",
              "give a number above 0");
        }
      }
    }

    /** The population that a count and its rate imply; what they do not imply is missing. */
    private NumberColumn implied(Frame given, String count) {
      NumberColumn.Builder builder = NumberColumn.builder(size);
      for (int row = 0; row < given.rows(); row++) {
        double rate = given.number(size).value(row);
        double x = given.number(count).value(row);
        if (x > 0 && rate > 0) {
          builder.add(per * x / rate);
        } else {
          builder.addMissing(Status.MISSING);
        }
      }
      return builder.build();
    }

    Result result() {
      Grouped grouped = Grouped.of(data, keys);
      Totals totals =
          new Totals(data, settings.text("count"), size, kind == Kind.PROPORTION, false);
      List<Funnel> funnels = new ArrayList<>();
      List<Unit> units = new ArrayList<>();
      for (int g = 0; g < grouped.count(); g++) {
        Unit next = new Unit(grouped.names(g), totals.of(grouped.rows(g)));
        if (!units.isEmpty() && !group(units.get(0)).equals(group(next))) {
          funnels.add(funnel(units));
          units = new ArrayList<>();
        }
        units.add(next);
      }
      if (!units.isEmpty()) {
        funnels.add(funnel(units));
      }
      List<Finding> findings = new ArrayList<>(totals.findings());
      if (funnels.stream().allMatch(funnel -> funnel.known().isEmpty())) {
        throw grouped.refusal(
            settings.text("count"),
            units.isEmpty() ? "there are no rows" : units.get(0).total().note(),
            findings);
      }
      Tidy tidy = Tidy.keys(keys);
      for (Funnel funnel : funnels) {
        int at = 0;
        for (Unit each : funnel.units()) {
          add(tidy, funnel, each, funnel.holds(each) ? at++ : -1);
        }
        tellAlone(funnel, findings);
      }
      FunnelStory story =
          new FunnelStory(funnels, kind, per, levels, unit, unitOfMeasure, data.file());
      return new GroupResult(
          tidy.frame(),
          new LazyTables()
              .with("curve", () -> curve(funnels))
              .with("scores", () -> scores(funnels))
              .with("dispersion", () -> board(funnels)),
          charts(story, funnels),
          story.reading(),
          findings,
          key -> explain(funnels, key));
    }

    private static List<Chart> charts(FunnelStory story, List<Funnel> funnels) {
      return funnels.size() == 1 ? List.of(story.chart(funnels.get(0))) : List.of();
    }

    private static List<String> group(Unit unit) {
      return unit.names().subList(0, unit.names().size() - 1);
    }

    private void tellAlone(Funnel funnel, List<Finding> findings) {
      if (funnel.known().size() == 1 && !settings.has("target")) {
        findings.add(Finding.warning(
            "W725",
            Location.ofFile(data.file()),
            String.join(",", funnel.known().get(0).names()),
            "one unit alone is its own target: it is never outside the limits",
            "give the target with --target, or more units"));
      }
    }

    private Funnel funnel(List<Unit> units) {
      List<Unit> known =
          units.stream().filter(u -> u.total().isKnown() && u.size() > 0).toList();
      double[] x = known.stream().mapToDouble(u -> u.total().count()).toArray();
      double[] n = known.stream().mapToDouble(Unit::size).toArray();
      double target = settings.has("target")
          ? settings.number("target") / per
          : kind == Kind.RATIO ? 1 : Sums.of(x) / Sums.of(n);
      if (!(target > 0) || (kind == Kind.PROPORTION && target >= 1)) {
        return new Funnel(
            group(units.get(0)),
            units,
            List.of(),
            target,
            new Dispersion(new double[0], new double[0], Double.NaN, Double.NaN, Double.NaN),
            Double.NaN,
            (size, tail) -> new ControlLimits.Pair(Double.NaN, Double.NaN),
            "");
      }
      Dispersion dispersion = dispersion(known, target);
      String over = settings.text("overdispersion");
      double spread = switch (over) {
        case "beta-binomial" -> Dispersion.betaBinomial(x, n, target);
        case "negative-binomial" ->
          Dispersion.negativeBinomial(
              x, Arrays.stream(n).map(size -> size * target).toArray());
        default -> Double.NaN;
      };
      return new Funnel(
          group(units.get(0)),
          units,
          known,
          target,
          dispersion,
          spread,
          limits(over, target, dispersion, spread),
          over.equals("none") ? settings.text("limits") : over);
    }

    private ControlLimits limits(String over, double target, Dispersion dispersion, double spread) {
      boolean share = kind == Kind.PROPORTION;
      if (share ? over.equals("negative-binomial") : over.equals("beta-binomial")) {
        throw Refusal.commandLine(
            "--overdispersion " + over + " does not fit a " + kind.code(),
            share ? "use beta-binomial" : "use negative-binomial");
      }
      if (kind == Kind.COUNTS && !over.equals("additive") && !over.equals("none")) {
        throw Refusal.commandLine(
            "--overdispersion " + over + " does not fit --kind counts", "use additive or none");
      }
      return switch (over) {
        case "additive" -> transformed(target, dispersion.tau2(), 1);
        case "multiplicative" -> transformed(target, 0, Math.max(1, dispersion.phi()));
        case "negative-binomial" -> ControlLimits.negativeBinomial(target, spread);
        case "beta-binomial" -> ControlLimits.betaBinomial(target, spread);
        default -> plain(target, share);
      };
    }

    private ControlLimits plain(double target, boolean share) {
      if (kind == Kind.COUNTS) {
        return transformed(target, 0, 1);
      }
      return switch (settings.text("limits")) {
        case "score" -> {
          if (!share) {
            throw Refusal.commandLine("--limits score are for proportions", "use --limits exact");
          }
          yield ControlLimits.score(target);
        }
        case "chi-square" -> {
          if (share) {
            throw Refusal.commandLine(
                "--limits chi-square are for ratios and rates", "use --limits exact");
          }
          yield ControlLimits.chiSquare(target);
        }
        case "transformed" -> transformed(target, 0, 1);
        default -> share ? ControlLimits.binomial(target) : ControlLimits.poisson(target);
      };
    }

    private ControlLimits transformed(double target, double tau2, double factor) {
      return ControlLimits.transformed(scale(), target, tau2, factor);
    }

    private ControlLimits.Scale scale() {
      return switch (kind) {
        case PROPORTION -> ControlLimits.Scale.ARCSINE;
        case COUNTS -> ControlLimits.Scale.LOG_OF_COUNTS;
        case RATIO, RATE ->
          settings.text("scale").equals("log") ? ControlLimits.Scale.LOG : ControlLimits.Scale.SQRT;
      };
    }

    private Dispersion dispersion(List<Unit> known, double target) {
      double[] y = new double[known.size()];
      double[] error = new double[y.length];
      ControlLimits.Scale scale = scale();
      for (int i = 0; i < y.length; i++) {
        Unit each = known.get(i);
        double x = each.total().count();
        double n = each.size();
        if (kind == Kind.COUNTS) {
          y[i] = StrictMath.log((x + 0.5) / (n + 0.5));
          error[i] = Math.sqrt(x / ((x + 0.5) * (x + 0.5)) + n / ((n + 0.5) * (n + 0.5)));
        } else {
          boolean noLog = scale == ControlLimits.Scale.LOG && x == 0;
          y[i] = noLog ? StrictMath.log(0.5 / (n + 0.5)) : scale.of(x / n);
          error[i] = scale.error(n, target);
        }
      }
      Dispersion.Trim trim =
          Dispersion.Trim.valueOf(settings.text("trim").toUpperCase(Locale.ROOT));
      double share = settings.number("trim-share");
      if (!(share >= 0 && share < 0.5)) {
        throw Refusal.commandLine(
            "--trim-share must be between 0 and 0.5", "write for example --trim-share 0.1");
      }
      return Dispersion.of(y, error, scale.of(target), trim, share);
    }

    /** @param at the place among the known; negative when it is not known */
    private void add(Tidy tidy, Funnel funnel, Unit each, int at) {
      Tidy.Row value = tidy.row(each.names()).measure(kind.code()).unitOfMeasure(unitOfMeasure);
      if (at < 0) {
        boolean known = each.total().isKnown();
        value
            .status(
                known ? Standing.NOT_ESTIMABLE.code() : each.total().standing().code())
            .note(
                known
                    ? "the target is not between the possible values"
                    : each.total().note());
        Bounds.add(
            tidy,
            each.names(),
            per * each.total().lowest(),
            per * each.total().highest(),
            unitOfMeasure);
        return;
      }
      value
          .estimate(per * each.value())
          .test(funnel.dispersion().z()[at], Double.NaN, Double.NaN)
          .n(each.total().rows());
      double outermost = 0;
      int side = 0;
      for (double level : levels) {
        ControlLimits.Pair pair = funnel.limits().at(each.size(), (1 - level) / 2);
        tidy.row(each.names())
            .measure("limits")
            .estimate(per * funnel.target())
            .interval(per * pair.low(), per * pair.high(), level)
            .unitOfMeasure(unitOfMeasure)
            .method(funnel.method());
        int beyond = funnel.side(each, level);
        if (beyond != 0) {
          side = beyond;
          outermost = level;
        }
      }
      tidy.row(each.names())
          .measure("significance")
          .estimate(side)
          .unitOfMeasure("class")
          .method(funnel.method())
          .note(significance(side, outermost));
    }

    /** {@code High (0.001)}: the probability of one tail. */
    static String significance(int side, double level) {
      if (side == 0) {
        return "Not significant";
      }
      String tail = Numerals.exact(Math.rint((1 - level) / 2 * 1e9) / 1e9);
      return (side > 0 ? "High (" : "Low (") + tail + ")";
    }

    private Frame curve(List<Funnel> funnels) {
      List<String> names = new ArrayList<>(keys.subList(0, keys.size() - 1));
      names.add("size");
      Tidy tidy = Tidy.keys(names);
      for (Funnel funnel : funnels) {
        for (double at : grid(funnel)) {
          List<String> cells = new ArrayList<>(funnel.group());
          cells.add(Numerals.exact(at));
          for (double level : levels) {
            ControlLimits.Pair pair = funnel.limits().at(at, (1 - level) / 2);
            tidy.row(cells)
                .measure("limits")
                .estimate(per * funnel.target())
                .interval(per * pair.low(), per * pair.high(), level)
                .unitOfMeasure(unitOfMeasure)
                .method(funnel.method());
          }
        }
      }
      return tidy.frame();
    }

    private double[] grid(Funnel funnel) {
      if (settings.has("sizes")) {
        return settings.numbers("sizes");
      }
      return FunnelStory.grid(funnel);
    }

    private Frame scores(List<Funnel> funnels) {
      Tidy tidy = Tidy.keys(keys);
      for (Funnel funnel : funnels) {
        for (int i = 0; i < funnel.known().size(); i++) {
          List<String> names = funnel.known().get(i).names();
          double trimmed = funnel.dispersion().trimmed()[i];
          tidy.row(names).measure("z").estimate(funnel.dispersion().z()[i]);
          Tidy.Row row = tidy.row(names).measure("z_trimmed").estimate(trimmed);
          if (Double.isNaN(trimmed)) {
            row.status(Standing.NOT_APPLICABLE.code()).note("truncated");
          }
        }
      }
      return tidy.frame();
    }

    private Frame board(List<Funnel> funnels) {
      Tidy tidy = Tidy.keys(keys.subList(0, keys.size() - 1));
      for (Funnel funnel : funnels) {
        if (funnel.known().isEmpty()) {
          continue;
        }
        Dispersion d = funnel.dispersion();
        put(tidy, funnel, "target", per * funnel.target());
        put(tidy, funnel, "units", funnel.known().size());
        put(tidy, funnel, "phi", d.phi());
        put(tidy, funnel, "phi_untrimmed", d.phiUntrimmed());
        put(tidy, funnel, "tau2", d.tau2());
        if (!Double.isNaN(funnel.spread())) {
          put(tidy, funnel, "spread", funnel.spread());
        }
        for (double level : levels) {
          long outside =
              funnel.known().stream().filter(u -> funnel.side(u, level) != 0).count();
          tidy.row(funnel.group())
              .measure("outside")
              .estimate(outside)
              .interval(Double.NaN, Double.NaN, level);
        }
      }
      return tidy.frame();
    }

    private static void put(Tidy tidy, Funnel funnel, String measure, double value) {
      tidy.row(funnel.group()).measure(measure).estimate(value);
    }

    private Optional<List<Text>> explain(List<Funnel> funnels, String key) {
      for (Funnel funnel : funnels) {
        for (Unit each : funnel.units()) {
          if (String.join(",", each.names()).equals(key)) {
            return Optional.of(arithmetic(funnel, each));
          }
        }
      }
      return Optional.empty();
    }

    private List<Text> arithmetic(Funnel funnel, Unit each) {
      Arithmetic lines = new Arithmetic();
      int at = funnel.known().indexOf(each);
      if (at < 0) {
        return lines.reason(each.total().note()).lines();
      }
      lines.line(
          "{0} · {1} / {2} = {3}; target = {4}",
          per, each.total().count(), each.size(), per * each.value(), per * funnel.target());
      lines.line(
          "z = (y − y₀) / s = {0}; φ = {1}; τ² = {2}",
          funnel.dispersion().z()[at],
          funnel.dispersion().phi(),
          funnel.dispersion().tau2());
      for (double level : levels) {
        ControlLimits.Pair pair = funnel.limits().at(each.size(), (1 - level) / 2);
        lines.line(
            "{0}: {1} … {2}  (level {3}): {4}",
            funnel.method(),
            per * pair.low(),
            per * pair.high(),
            level,
            significance(funnel.side(each, level), level));
      }
      return lines.lines();
    }
  }
}
