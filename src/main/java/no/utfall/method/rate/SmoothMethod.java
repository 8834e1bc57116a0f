package no.utfall.method.rate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.figure.Type;
import no.utfall.math.Sums;
import no.utfall.method.Arithmetic;
import no.utfall.method.Card;
import no.utfall.method.Checks;
import no.utfall.method.LazyTables;
import no.utfall.method.Method;
import no.utfall.method.Result;
import no.utfall.method.Settings;
import no.utfall.method.Shown;
import no.utfall.method.Tidy;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;
import no.utfall.text.Numerals;
import no.utfall.text.Text;
import org.jspecify.annotations.Nullable;

/** The method {@code smooth}: rates drawn towards a mean, by {@link GammaPoisson} or {@link Marshall}. */
public final class SmoothMethod implements Method {

  static final String FROM = "from";
  static final String TO = "to";
  static final String POSTERIOR = "posterior";
  static final String LAIRD_LOUIS = "laird-louis";
  private static final int LEAST_DRAWS = 20;
  private static final int FEWEST = 3;
  private static final int ENOUGH = 50;
  private static final String ALONE = "it has no neighbours";

  @Override
  public Card card() {
    return SmoothCard.CARD;
  }

  @Override
  public Map<String, Map<String, Type>> files() {
    return Map.of("neighbours", Map.of(FROM, Type.TEXT, TO, Type.TEXT));
  }

  @Override
  public Result apply(Frame data, Settings settings) {
    return new Run(data, settings).result();
  }

  /**
   * One unit, as far as it is known.
   *
   * @param size its population or expected events, {@code NaN} where not known
   */
  private record Unit(List<String> names, String group, Total total, double size) {
    String name() {
      return names.get(names.size() - 1);
    }

    boolean isKnown() {
      return total.isKnown();
    }
  }

  /** What became of one unit. */
  private record Smoothed(
      Unit unit, Standing standing, String note, double value, double weight, double centre) {}

  /**
   * What a unit's risk can be, over the rate of all.
   *
   * @param limits low and high at each level
   */
  private record Certainty(double stdError, double above, List<double[]> limits) {}

  /** Units that are smoothed together. */
  private static final class Board {
    private final List<String> names;
    private final List<Unit> units;
    private final List<Unit> known;
    private final double[] count;
    private final double[] size;
    private final double overall;
    private GammaPoisson prior = new GammaPoisson(Double.NaN, Double.NaN, Double.NaN);
    private @Nullable Marshall marshall;
    private final Map<Unit, Certainty> certainty = new HashMap<>();
    private final List<Smoothed> smoothed = new ArrayList<>();

    Board(List<String> names, List<Unit> units, boolean expected) {
      this.names = names;
      this.units = units;
      this.known = units.stream().filter(Unit::isKnown).toList();
      this.count = known.stream().mapToDouble(unit -> unit.total().count()).toArray();
      double[] people =
          known.stream().mapToDouble(unit -> unit.total().population()).toArray();
      this.overall = expected ? 1 : Sums.of(count) / Sums.of(people);
      this.size = people;
    }

    /** Events expected in each unit at the overall rate. */
    double[] expected() {
      return Arrays.stream(size).map(people -> people * overall).toArray();
    }
  }

  private static final class Run {
    private final Settings settings;
    private final Frame data;
    private final List<String> keys;
    private final boolean expected;
    private final boolean gamma;
    private final boolean drawn;
    private final double per;
    private final double[] levels;
    private final List<Finding> findings = new ArrayList<>();

    Run(Frame data, Settings settings) {
      this.settings = settings;
      this.data = data;
      String unit = settings.text("unit");
      this.keys = new ArrayList<>(settings.list("by").stream()
          .distinct()
          .filter(key -> !key.equals(unit))
          .toList());
      keys.add(unit);
      this.expected = settings.has("expected");
      if (expected == settings.has("population")) {
        throw Refusal.commandLine(
            "smooth needs one of --population and --expected", "name one of the two");
      }
      this.gamma = settings.text("model").equals("gamma-poisson");
      if (settings.has("neighbours") && settings.has("group")) {
        throw Refusal.commandLine(
            "--neighbours and --group exclude each other", "name one of the two");
      }
      if (gamma && (settings.has("neighbours") || settings.has("group"))) {
        throw Refusal.commandLine(
            "the gamma–Poisson model has one mean for all units",
            "use --model marshall for local means, or --by to smooth within each group");
      }
      this.drawn = settings.text("method").equals(LAIRD_LOUIS);
      if (drawn && !gamma) {
        throw Refusal.commandLine(
            "--method " + LAIRD_LOUIS + " is for the gamma–Poisson model",
            "leave --model marshall out: it has no intervals");
      }
      if (settings.integer("draws") < LEAST_DRAWS) {
        throw Refusal.commandLine(
            "--draws " + settings.text("draws") + " is too few for an interval",
            "write for example --draws 200");
      }
      this.per = Checks.per(settings.has("per") ? settings.number("per") : expected ? 1 : 100_000);
      this.levels =
          Arrays.stream(settings.numbers("conf-level")).map(Checks::level).toArray();
    }

    Result result() {
      String column = settings.text(expected ? "expected" : "population");
      Grouped grouped = Grouped.of(data, keys);
      Totals totals = new Totals(data, settings.text("count"), column, false);
      List<Board> boards = boards(grouped, totals);
      findings.addAll(totals.findings());
      boards.forEach(this::smooth);
      List<Smoothed> all =
          boards.stream().flatMap(board -> board.smoothed.stream()).toList();
      if (all.stream()
          .noneMatch(
              one -> one.standing() == Standing.OK || one.standing() == Standing.SUPPRESSED)) {
        throw grouped.refusal(
            settings.text("count"),
            all.stream()
                .filter(one -> one.unit().isKnown())
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(Smoothed::note)
                .orElse("there are no rows"),
            findings);
      }
      Tidy tidy = Tidy.keys(keys);
      boards.forEach(board -> board.smoothed.forEach(one -> add(tidy, board, one)));
      List<Shown> shown = boards.stream()
          .flatMap(board -> board.smoothed.stream()
              .filter(one -> one.standing() == Standing.OK)
              .map(one -> shown(board, one)))
          .toList();
      Story story =
          new Story(keys, shown, all.size(), Double.NaN, words(), levels[0], method(), data.file());
      List<Text> reading = new ArrayList<>(story.reading());
      reading.addAll(strength(boards));
      return new GroupResult(
          tidy.frame(),
          new LazyTables().with("prior", () -> priors(boards)),
          story.charts(),
          reading,
          findings,
          key -> explain(boards, key));
    }

    private String method() {
      return gamma
          ? "gamma-poisson " + settings.text("estimator") + (drawn ? " " + LAIRD_LOUIS : "")
          : "marshall";
    }

    private Words words() {
      return expected ? Words.smoothedRatio(per) : Words.smoothed(per);
    }

    private List<Board> boards(Grouped grouped, Totals totals) {
      Map<List<String>, List<Unit>> units = new LinkedHashMap<>();
      NumberColumn sizes = data.number(settings.text(expected ? "expected" : "population"));
      TextColumn groups = settings.has("group") ? data.text(settings.text("group")) : null;
      for (int g = 0; g < grouped.count(); g++) {
        List<String> names = grouped.names(g);
        int[] rows = grouped.rows(g);
        units
            .computeIfAbsent(names.subList(0, names.size() - 1), key -> new ArrayList<>())
            .add(new Unit(
                names,
                groups == null ? "" : groups.get(rows[0]),
                total(totals, rows, groups),
                Sums.of(Arrays.stream(rows).mapToDouble(sizes::value).toArray())));
      }
      List<Board> boards = new ArrayList<>();
      units.forEach((names, some) -> boards.add(new Board(names, some, expected)));
      return boards;
    }

    private static Total total(Totals totals, int[] rows, @Nullable TextColumn groups) {
      if (groups != null) {
        for (int row : rows) {
          if (!groups.get(row).equals(groups.get(rows[0]))) {
            return Total.none(
                Standing.NOT_ESTIMABLE, "it stands in more than one group", rows.length);
          }
        }
      }
      return totals.of(rows);
    }

    private void smooth(Board board) {
      String why = board.known.size() < FEWEST
          ? board.known.size() + (board.known.size() == 1 ? " unit" : " units")
              + " with a number: smoothing needs " + FEWEST
          : Sums.of(board.count) > 0 ? "" : "there are no events in any unit";
      Map<Unit, Smoothed> made = new HashMap<>();
      if (why.isEmpty()) {
        if (gamma) {
          byGamma(board, made);
        } else {
          byMarshall(board, made);
        }
      }
      for (Unit unit : board.units) {
        Total total = unit.total();
        Smoothed none = new Smoothed(
            unit,
            unit.isKnown() ? Standing.NOT_ESTIMABLE : total.standing(),
            unit.isKnown() ? why : total.note(),
            Double.NaN,
            Double.NaN,
            Double.NaN);
        board.smoothed.add(made.getOrDefault(unit, none));
      }
    }

    private void byGamma(Board board, Map<Unit, Smoothed> made) {
      double[] expect = board.expected();
      GammaPoisson.Estimator estimator = settings.text("estimator").equals("likelihood")
          ? GammaPoisson::likeliest
          : GammaPoisson::byMoments;
      GammaPoisson prior = estimator.of(board.count, expect);
      board.prior = prior;
      Function<Integer, Certainty> certainty;
      if (drawn) {
        PriorDraws draws = PriorDraws.of(
            prior, expect, estimator, settings.integer("draws"), settings.integer("seed"));
        certainty = i ->
            certainty(draws::stdError, draws::interval, draws::above, board.count[i], expect[i]);
      } else {
        certainty = i ->
            certainty(prior::stdError, prior::interval, prior::above, board.count[i], expect[i]);
      }
      List<Certainty> each = IntStream.range(0, expect.length)
          .parallel()
          .mapToObj(certainty::apply)
          .toList();
      String note = prior.isCommon()
          ? "the units differ no more than by chance: all get the common mean"
          : drawn || expect.length >= ENOUGH
              ? ""
              : "the spread of so few units is taken as known: too narrow, see --method "
                  + LAIRD_LOUIS;
      for (int i = 0; i < expect.length; i++) {
        Unit unit = board.known.get(i);
        board.certainty.put(unit, each.get(i));
        made.put(
            unit,
            new Smoothed(
                unit,
                Standing.OK,
                note,
                board.overall * board.prior.posterior(board.count[i], expect[i]),
                board.prior.weight(expect[i]),
                board.overall * board.prior.mean()));
      }
    }

    private void byMarshall(Board board, Map<Unit, Smoothed> made) {
      int[][] around = around(board);
      Marshall marshall = new Marshall(
          board.count,
          board.size,
          around,
          settings.text("local-centre").equals("own")
              ? Marshall.Centre.OWN
              : Marshall.Centre.NEIGHBOURS);
      board.marshall = settings.has("neighbours") || settings.has("group") ? null : marshall;
      for (int i = 0; i < around.length; i++) {
        Unit unit = board.known.get(i);
        boolean alone = around[i].length == 1;
        boolean common = marshall.variance(i) == 0;
        made.put(
            unit,
            new Smoothed(
                unit,
                alone ? Standing.NOT_ESTIMABLE : Standing.OK,
                alone
                    ? ALONE
                    : common
                        ? "its neighbourhood differs no more than by chance: it gets the common mean"
                        : "",
                alone ? Double.NaN : marshall.smoothed(i),
                alone ? Double.NaN : marshall.weight(i),
                marshall.mean(i)));
      }
    }

    /** The neighbourhood of each known unit, itself in it. */
    private int[][] around(Board board) {
      int n = board.known.size();
      Map<String, TreeSet<Integer>> sets = new HashMap<>();
      Map<String, Integer> place = new HashMap<>();
      for (int i = 0; i < n; i++) {
        place.put(board.known.get(i).name(), i);
        sets.computeIfAbsent(board.known.get(i).group(), group -> new TreeSet<>())
            .add(i);
      }
      Optional<Frame> list = settings.table("neighbours");
      if (list.isEmpty()) {
        Map<String, int[]> arrays = new HashMap<>();
        sets.forEach((group, set) -> arrays.put(group, ints(set)));
        int[][] around = new int[n][];
        for (int i = 0; i < n; i++) {
          around[i] = arrays.getOrDefault(board.known.get(i).group(), new int[0]);
        }
        return around;
      }
      List<TreeSet<Integer>> each = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        each.add(new TreeSet<>(List.of(i)));
      }
      TextColumn from = list.get().text(FROM);
      TextColumn to = list.get().text(TO);
      int strangers = 0;
      for (int row = 0; row < from.size(); row++) {
        Integer one = place.get(from.get(row));
        Integer other = place.get(to.get(row));
        if (one != null && other != null) {
          each.get(one).add(other);
        } else {
          strangers++;
        }
      }
      if (strangers > 0) {
        findings.add(Finding.warning(
            "W728",
            Location.ofFile(list.get().file()),
            "",
            strangers + " of " + from.size()
                + " pairs of neighbours name a unit without a known number"
                + (board.names.isEmpty() ? "" : " in " + String.join(",", board.names)),
            "see that the codes are those of the data; the pairs are left out"));
      }
      return each.stream().map(Run::ints).toArray(int[][]::new);
    }

    private static int[] ints(TreeSet<Integer> set) {
      return set.stream().mapToInt(Integer::intValue).toArray();
    }

    private interface OfUnit {
      double at(double count, double expected);
    }

    private interface OfLevel {
      double[] at(double count, double expected, double level);
    }

    private interface OfLimit {
      double at(double limit, double count, double expected);
    }

    private Certainty certainty(
        OfUnit error, OfLevel interval, OfLimit above, double count, double expect) {
      List<double[]> limits = new ArrayList<>();
      for (double level : levels) {
        limits.add(interval.at(count, expect, level));
      }
      return new Certainty(error.at(count, expect), above.at(1, count, expect), limits);
    }

    private static double[] unknown() {
      return new double[] {Double.NaN, Double.NaN};
    }

    private double[] interval(Board board, Unit unit, int level) {
      Certainty certainty = board.certainty.get(unit);
      double[] limits = certainty == null ? unknown() : certainty.limits().get(level);
      return new double[] {per * board.overall * limits[0], per * board.overall * limits[1]};
    }

    private Shown shown(Board board, Smoothed one) {
      double[] limits = interval(board, one.unit(), 0);
      return new Shown(one.unit().names(), per * one.value(), limits[0], limits[1]);
    }

    private void add(Tidy tidy, Board board, Smoothed one) {
      Unit unit = one.unit();
      List<String> names = unit.names();
      Total total = unit.total();
      boolean ok = one.standing() == Standing.OK;
      Certainty certainty = board.certainty.get(unit);
      for (int i = 0; i < (gamma ? levels.length : 1); i++) {
        double[] limits = interval(board, unit, i);
        tidy.row(names)
            .measure("smoothed")
            .estimate(per * one.value())
            .stdError(certainty == null ? Double.NaN : per * board.overall * certainty.stdError())
            .interval(limits[0], limits[1], gamma ? levels[i] : Double.NaN)
            .n(ok ? board.known.size() : Double.NaN)
            .unitOfMeasure(words().unitCode())
            .method(method())
            .status(one.standing().code())
            .note(one.note());
      }
      Bounds.add(
          tidy,
          names,
          per * bound(board, unit, total.lowest()),
          per * bound(board, unit, total.highest()),
          words().unitCode());
      if (ok) {
        tidy.row(names)
            .measure("observed")
            .estimate(per * total.count() / total.population())
            .unitOfMeasure(words().unitCode());
        tidy.row(names).measure("weight").estimate(one.weight()).unitOfMeasure("share");
        if (certainty != null && !Double.isNaN(certainty.above())) {
          tidy.row(names)
              .measure("p_above")
              .estimate(certainty.above())
              .unitOfMeasure("probability");
        }
      }
    }

    /** Where a hidden unit of this rate would be drawn to by the spread of the known ones; {@code NaN} when not known. */
    private double bound(Board board, Unit unit, double rate) {
      if (!(unit.size() > 0) || Double.isNaN(rate)) {
        return Double.NaN;
      }
      double expect = unit.size() * board.overall;
      return gamma
          ? board.overall * board.prior.posterior(rate * unit.size(), expect)
          : board.marshall == null ? Double.NaN : board.marshall.smoothed(0, rate, unit.size());
    }

    private Frame priors(List<Board> boards) {
      Tidy tidy = Tidy.keys(keys.subList(0, keys.size() - 1));
      for (Board board : boards) {
        int n = board.known.size();
        tidy.row(board.names)
            .measure("overall")
            .estimate(per * board.overall)
            .unitOfMeasure(words().unitCode())
            .n(n);
        if (gamma) {
          String common = board.prior.isCommon() ? "the units differ no more than by chance" : "";
          boolean known = Double.isFinite(board.prior.shape());
          for (boolean shape : new boolean[] {true, false}) {
            tidy.row(board.names)
                .measure(shape ? "nu" : "alpha")
                .estimate(known ? (shape ? board.prior.shape() : board.prior.rate()) : Double.NaN)
                .status((known ? Standing.OK : Standing.NOT_ESTIMABLE).code())
                .n(n)
                .method(method())
                .note(common);
          }
          tidy.row(board.names)
              .measure("log_likelihood")
              .estimate(
                  Double.isNaN(board.prior.mean())
                      ? Double.NaN
                      : board.prior.logLikelihood(board.count, board.expected()))
              .n(n)
              .method(method());
        }
      }
      return tidy.frame();
    }

    private List<Text> strength(List<Board> boards) {
      double[] weights = boards.stream()
          .flatMap(board -> board.smoothed.stream())
          .filter(one -> one.standing() == Standing.OK)
          .mapToDouble(Smoothed::weight)
          .sorted()
          .toArray();
      if (weights.length == 0) {
        return List.of();
      }
      return List.of(Text.of(
              "Den midterste enhetens eget tall teller {0} %; resten er middelet den trekkes mot.",
              "Det eige talet til den midtarste eininga tel {0} %; resten er middelet ho blir dregen mot.",
              "The middle unit's own number counts {0}%; the rest is the mean it is drawn to.")
          .with(Numerals.rounded(100 * weights[weights.length / 2], 0)));
    }

    private Optional<List<Text>> explain(List<Board> boards, String key) {
      for (Board board : boards) {
        for (Smoothed one : board.smoothed) {
          if (String.join(",", one.unit().names()).equals(key)) {
            return Optional.of(arithmetic(board, one));
          }
        }
      }
      return Optional.empty();
    }

    private List<Text> arithmetic(Board board, Smoothed one) {
      Arithmetic lines = new Arithmetic();
      Total total = one.unit().total();
      if (one.standing() != Standing.OK) {
        return lines.reason(one.note()).lines();
      }
      double raw = total.count() / total.population();
      lines.line("r = O / n = {0} / {1} = {2}", total.count(), total.population(), raw);
      if (gamma && !board.prior.isCommon()) {
        double expect = total.population() * board.overall;
        lines.line(
            "E = n · ΣO / Σn = {0}, ν = {1}, α = {2}",
            expect, board.prior.shape(), board.prior.rate());
        lines.line("θ = (O + ν) / (E + α) = {0}", board.prior.posterior(total.count(), expect));
      }
      lines.line("m = {0}, w = {1}", one.centre(), one.weight());
      lines.line("{0} · (m + w (r − m)) = {1}", Numerals.exact(per), per * one.value());
      return lines.lines();
    }
  }
}
