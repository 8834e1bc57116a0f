package no.utfall.method.composite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.math.Sums;
import no.utfall.method.Arithmetic;
import no.utfall.method.LazyTables;
import no.utfall.method.Result;
import no.utfall.method.Settings;
import no.utfall.method.Tidy;
import no.utfall.problem.Finding;
import no.utfall.text.Language;
import no.utfall.text.Numerals;
import no.utfall.text.Text;
import no.utfall.view.Axis;
import no.utfall.view.Chart;
import no.utfall.view.Mark;
import no.utfall.view.Point;
import no.utfall.view.Span;
import no.utfall.view.Table;
import no.utfall.view.Tone;
import org.jspecify.annotations.Nullable;

/** The index of every unit, its rank, and how far the rank moves under other choices. */
final class CompositeResult implements Result {

  private static final int MOST_ROWS = 60;
  private static final Text NOTHING = Text.none();
  private static final String UNKNOWN = "the value is not known";

  private final Frame data;
  private final String unit;
  private final List<String> keys;
  private final Scoring scoring;
  private final Normalisation normalisation;
  private final Board board;
  private final Tree tree;
  private final Scores scores;
  private final Index index;
  private final Ranking ranking;
  private final double[] levels;
  private final String method;
  private final Map<String, double[]> nodes;
  private final double[] root;
  private final int[] ranks;
  private final Imputation imputation;
  private int @Nullable [][] drawn;

  CompositeResult(
      Frame data, Settings settings, Scoring scoring, Scores scores, Index index, Ranking ranking) {
    this.data = data;
    this.unit = settings.text("unit");
    this.keys = Stream.concat(
            settings.list("by").stream().distinct().filter(key -> !key.equals(unit)),
            Stream.of(unit))
        .toList();
    this.scoring = scoring;
    this.normalisation = Normalisation.of(settings.text("normalise"));
    this.board = index.board();
    this.tree = index.tree();
    this.scores = scores;
    this.index = index;
    this.ranking = ranking;
    this.levels = settings.numbers("conf-level");
    this.method = settings.text("normalise") + "/" + settings.text("aggregate");
    this.imputation = Imputation.of(settings.text("impute"));
    this.nodes = index.nodes(scores.score());
    this.root = index.root(scores.score(), tree, index.aggregation());
    this.ranks = index.ranks(root);
  }

  boolean isAnswer() {
    return Arrays.stream(root).anyMatch(v -> !Double.isNaN(v));
  }

  String reason() {
    return Arrays.stream(order())
        .mapToObj(this::why)
        .filter(why -> !why.isEmpty())
        .findFirst()
        .orElse("there are no rows");
  }

  /** Rows in the order of their keys. */
  private int[] order() {
    int[] order = new int[root.length];
    int at = 0;
    for (int[] rows : data.groups(keys).rows()) {
      for (int row : rows.length == 1 ? rows : byValues(rows)) {
        order[at++] = row;
      }
    }
    return order;
  }

  /** Rows of one unit that stands several times, whatever their order in the data. */
  private int[] byValues(int[] rows) {
    return Arrays.stream(rows)
        .boxed()
        .sorted((a, b) -> Arrays.compare(board.y()[a], board.y()[b]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private List<String> names(int row) {
    return keys.stream().map(key -> data.text(key).get(row)).toList();
  }

  /** Ranks of every draw, once. */
  private int[][] drawn() {
    int[][] made = drawn;
    if (made == null) {
      made = ranking.drawn(scores);
      drawn = made;
    }
    return made;
  }

  /** Why a row has no index; empty when it has one. */
  private String why(int row) {
    if (!Double.isNaN(root[row])) {
      return "";
    }
    if (board.twins().contains(row)) {
      return "the unit stands twice";
    }
    if (!board.leftOut()[row].isEmpty()) {
      return board.leftOut()[row];
    }
    List<String> unknown = new ArrayList<>();
    for (int k = 0; k < board.indicators().size(); k++) {
      if (Double.isNaN(scores.score()[row][k])) {
        unknown.add(board.indicators().get(k));
      }
    }
    return unknown.isEmpty()
        ? "a score is not above 0: use --range 1,100 or --aggregate arithmetic"
        : "not known: " + String.join(", ", unknown);
  }

  /** Why a node of a row has no value. */
  private String why(Tree.Node node, int row) {
    return node.equals(tree.root()) || Double.isNaN(root[row])
        ? why(row)
        : "less than --min-share of its weight is known";
  }

  private String status(int row) {
    if (!Double.isNaN(root[row])) {
      return "ok";
    }
    boolean unknown = !board.leftOut()[row].isEmpty() || why(row).startsWith("not known");
    return unknown ? "missing" : "not-estimable";
  }

  @Override
  public Frame tidy() {
    Tidy tidy = Tidy.keys(keys);
    Map<String, Set<String>> leaves = tree.leaves();
    Map<String, double[]> least = index.nodes(scores.low());
    Map<String, double[]> most = index.nodes(scores.high());
    for (int row : order()) {
      List<String> names = names(row);
      for (Tree.Node node : tree.nodes()) {
        double value = value(nodes, node.name(), row);
        Set<String> within = leaves.getOrDefault(node.name(), Set.of());
        boolean twin = board.twins().contains(row);
        Tidy.Row one = tidy.row(names)
            .measure(node.name())
            .method(method)
            .n(board.indicators().size());
        if (Double.isNaN(value) || twin) {
          one.status(twin ? "not-estimable" : Double.isNaN(root[row]) ? status(row) : "missing")
              .note(why(node, row));
        } else {
          one.estimate(value)
              .note(Stream.of(
                      node.equals(tree.root()) ? shareNote(row) : "", imputedNote(row, within))
                  .filter(part -> !part.isEmpty())
                  .collect(Collectors.joining("; ")));
        }
        boolean open = Double.isNaN(value)
            ? board.leftOut()[row].isEmpty()
            : board.imputed(row).stream().anyMatch(within::contains);
        boolean bounded = open && !twin && index.aggregation() != Aggregation.COPELAND;
        double low = bounded ? value(least, node.name(), row) : Double.NaN;
        double high = bounded ? value(most, node.name(), row) : Double.NaN;
        if (!Double.isNaN(low + high)) {
          tidy.row(names).measure(node.name() + "_lowest").estimate(low).method("bounds");
          tidy.row(names).measure(node.name() + "_highest").estimate(high).method("bounds");
        }
      }
      addRank(tidy, names, row);
      if (imputation != Imputation.NONE) {
        tidy.row(names)
            .measure("imputed")
            .estimate(board.imputed(row).size())
            .n(board.indicators().size())
            .unitOfMeasure("indicators")
            .method(imputation.code());
      }
    }
    return tidy.frame();
  }

  private static double value(Map<String, double[]> nodes, String name, int row) {
    double[] of = nodes.get(name);
    return of == null ? Double.NaN : of[row];
  }

  /** When an index rests on a part of the weight only. */
  private String shareNote(int row) {
    double share = 0;
    for (Map.Entry<String, Double> entry : tree.shares().entrySet()) {
      int k = board.indicators().indexOf(entry.getKey());
      share += Double.isNaN(scores.score()[row][k]) ? 0 : entry.getValue();
    }
    return share > 1 - 1e-9
        ? ""
        : "made of " + Numerals.rounded(100 * share, 0, Language.EN) + " percent of the weight";
  }

  /** Which values that are part of a node were not known. */
  private String imputedNote(int row, Set<String> within) {
    List<String> imputed = board.imputed(row).stream().filter(within::contains).toList();
    return imputed.isEmpty()
        ? ""
        : imputed.size() + " of " + within.size() + " indicators imputed (" + imputation.code()
            + "): " + String.join(", ", imputed);
  }

  private void addRank(Tidy tidy, List<String> names, int row) {
    for (double level : levels) {
      Tidy.Row rank = tidy.row(names).measure("rank").method("choices");
      if (ranks[row] == 0) {
        rank.status(status(row)).note(why(row));
      } else {
        double[] limits = limits(row, level);
        rank.estimate(ranks[row])
            .interval(limits[0], limits[1], level)
            .note(imputedNote(row, Set.copyOf(board.indicators())));
      }
    }
  }

  /** The ranks between which this share of the draws lies. */
  private double[] limits(int row, double level) {
    int[] sorted = Arrays.stream(drawn())
        .mapToInt(draw -> draw[row])
        .filter(r -> r > 0)
        .sorted()
        .toArray();
    if (sorted.length == 0) {
      return new double[] {Double.NaN, Double.NaN};
    }
    int last = sorted.length - 1;
    int cut = (int) Math.floor((1 - level) / 2 * sorted.length);
    return new double[] {sorted[Math.min(cut, last)], sorted[Math.max(0, last - cut)]};
  }

  @Override
  public Map<String, Frame> tables() {
    LazyTables tables =
        new LazyTables().with("scores", this::scoreTable).with("weights", this::weightTable);
    if (imputation != Imputation.NONE) {
      tables.with("imputed", this::imputedTable);
    }
    if (!ranking.sets().isEmpty()) {
      tables.with("stakeholders", this::stakeholders);
    }
    return tables;
  }

  private Frame scoreTable() {
    List<String> names = new ArrayList<>(keys);
    names.add("indicator");
    Tidy tidy = Tidy.keys(names);
    for (int row : order()) {
      for (int k = 0; k < board.indicators().size(); k++) {
        List<String> cells = new ArrayList<>(names(row));
        cells.add(board.indicators().get(k));
        double score = scores.score()[row][k];
        Tidy.Row one = tidy.row(cells).measure("score").estimate(score);
        if (Double.isNaN(score)) {
          one.status("missing").note(UNKNOWN);
        } else if (!board.imputed()[row][k].isEmpty()) {
          one.note(imputed(row, k));
        }
      }
    }
    return tidy.frame();
  }

  private String imputed(int row, int k) {
    return "imputed: " + board.imputed()[row][k];
  }

  /** Every value that was not known and is imputed, as the indicator has it. */
  private Frame imputedTable() {
    List<String> names = new ArrayList<>(keys);
    names.add("indicator");
    Tidy tidy = Tidy.keys(names);
    for (int row : order()) {
      for (int k = 0; k < board.indicators().size(); k++) {
        if (!board.imputed()[row][k].isEmpty()) {
          List<String> cells = new ArrayList<>(names(row));
          cells.add(board.indicators().get(k));
          double y = board.y()[row][k];
          tidy.row(cells)
              .measure("value")
              .estimate(board.lower()[k] ? -y : y)
              .method(imputation.code())
              .note(imputed(row, k));
        }
      }
    }
    return tidy.frame();
  }

  /**
   * What each indicator weighs on paper, and what it does: its correlation with the index, and its part of the variance
   * of the index, w cov(s, index) / var(index), which sum to 1 for the arithmetic mean.
   */
  private Frame weightTable() {
    Tidy tidy = Tidy.keys("indicator");
    int[] known =
        IntStream.range(0, root.length).filter(row -> !Double.isNaN(root[row])).toArray();
    tree.shares().forEach((name, share) -> {
      int k = board.indicators().indexOf(name);
      tidy.row(name).measure("nominal").estimate(share);
      int[] rows = Arrays.stream(known)
          .filter(row -> !Double.isNaN(scores.score()[row][k]))
          .toArray();
      double[] s =
          Arrays.stream(rows).mapToDouble(row -> scores.score()[row][k]).toArray();
      double[] t = Arrays.stream(rows).mapToDouble(row -> root[row]).toArray();
      double between = covariance(s, t);
      double ofIndex = covariance(t, t);
      double own = covariance(s, s);
      addWeight(tidy, name, "correlation", between / Math.sqrt(own * ofIndex), rows.length);
      boolean adds = index.aggregation() == Aggregation.ARITHMETIC;
      if (adds) {
        addWeight(tidy, name, "effective", share * between / ofIndex, rows.length);
      }
    });
    return tidy.frame();
  }

  private static void addWeight(Tidy tidy, String name, String measure, double value, int n) {
    Tidy.Row row = tidy.row(name).measure(measure).n(n);
    if (Double.isFinite(value)) {
      row.estimate(value);
    } else {
      row.status("not-estimable").note("fewer than two different values");
    }
  }

  private static double covariance(double[] a, double[] b) {
    double meanA = Sums.of(a) / a.length;
    double meanB = Sums.of(b) / b.length;
    double[] products = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      products[i] = (a[i] - meanA) * (b[i] - meanB);
    }
    return Sums.of(products);
  }

  private Frame stakeholders() {
    List<String> names = new ArrayList<>(keys);
    names.add("stakeholder");
    Tidy tidy = Tidy.keys(names);
    Map<String, double[]> indices = ranking.bySet(scores);
    Map<String, int[]> places = new HashMap<>();
    indices.forEach((name, values) -> places.put(name, index.ranks(values)));
    for (int row : order()) {
      indices.forEach((name, values) -> {
        List<String> cells = new ArrayList<>(names(row));
        cells.add(name);
        int rank = places.getOrDefault(name, ranks)[row];
        Tidy.Row of = tidy.row(cells).measure(tree.root().name()).estimate(values[row]);
        Tidy.Row ranked = tidy.row(cells).measure("rank");
        if (rank == 0) {
          of.status(status(row)).note(why(row));
          ranked.status(status(row)).note(why(row));
        } else {
          ranked.estimate(rank);
        }
      });
    }
    return tidy.frame();
  }

  @Override
  public Optional<List<Text>> explain(String key) {
    return Arrays.stream(order())
        .filter(row -> String.join(",", names(row)).equals(key))
        .mapToObj(this::arithmetic)
        .findFirst();
  }

  private List<Text> arithmetic(int row) {
    Arithmetic lines = new Arithmetic();
    for (int k = 0; k < board.indicators().size(); k++) {
      if (Double.isNaN(scores.score()[row][k])) {
        lines.reason(board.indicators().get(k), UNKNOWN);
      } else {
        if (!board.imputed()[row][k].isEmpty()) {
          lines.line("{0}: {1}", board.indicators().get(k), imputed(row, k));
        }
        lines.line(
            "{0}: {1}", board.indicators().get(k), scoring.arithmetic(normalisation, row, k));
      }
    }
    for (Tree.Node node : tree.nodes()) {
      double value = value(nodes, node.name(), row);
      if (Double.isNaN(value) || board.twins().contains(row)) {
        lines.reason(node.name(), why(node, row));
      } else {
        lines.line("{0} = {1} = {2}", node.name(), index.arithmetic(node, nodes, row), value);
      }
    }
    if (ranks[row] > 0) {
      lines.line("rank = 1 + #(index > {0}) = {1}", root[row], ranks[row]);
      for (double level : levels) {
        double[] limits = limits(row, level);
        lines.line("{0} … {1}  (level {2})", limits[0], limits[1], level);
      }
    }
    return lines.lines();
  }

  @Override
  public List<Text> reading() {
    int[] ranked = ranked();
    int moving = 0;
    for (int row : ranked) {
      double[] limits = limits(row, levels[0]);
      moving += limits[1] > limits[0] ? 1 : 0;
    }
    List<Text> sentences = new ArrayList<>();
    sentences.add(headline(ranked.length, moving).plus(Text.same(".")));
    sentences.add(Text.of(
        "Indeksen er et sammendrag av indikatorer og valg, ikke et utfall: sett indikatorene først, og bruk aldri"
            + " indeksen som overskrift.",
        "Indeksen er eit samandrag av indikatorar og val, ikkje eit utfall: set indikatorane først, og bruk aldri"
            + " indeksen som overskrift.",
        "The index is a summary of indicators and choices, not an outcome: put the indicators first, and never make"
            + " the index the headline."));
    long imputed =
        Arrays.stream(ranked).filter(row -> !board.imputed(row).isEmpty()).count();
    if (imputed > 0) {
      sentences.add(Text.of(
              "{0} av {1} enheter har minst én verdi som ikke er kjent og er satt inn ({2}).",
              "{0} av {1} einingar har minst éin verdi som ikkje er kjend og er sett inn ({2}).",
              "{0} of {1} units have at least one value that is not known and was imputed ({2}).")
          .with(imputed, ranked.length, imputation.code()));
    }
    if (ranked.length < root.length) {
      sentences.add(Text.of(
              "{0} av {1} enheter har ingen indeks, fordi noe ikke er kjent eller kan beregnes.",
              "{0} av {1} einingar har ingen indeks, fordi noko ikkje er kjent eller kan reknast ut.",
              "{0} of {1} units have no index, since something is not known or cannot be computed.")
          .with(root.length - ranked.length, root.length));
    }
    return sentences;
  }

  private int[] ranked() {
    return Arrays.stream(order()).filter(row -> ranks[row] > 0).toArray();
  }

  private static Text headline(int units, int moving) {
    return Text.of(
            "{0} av {1} enheter skifter plass når valgene bak indeksen endres",
            "{0} av {1} einingar skiftar plass når vala bak indeksen blir endra",
            "{0} of {1} units change place when the choices behind the index change")
        .with(moving, units);
  }

  /** Ranks with the span that other choices give. */
  @Override
  public List<Chart> charts() {
    int[] ranked = ranked();
    if (keys.size() != 1 || ranked.length < 2 || ranked.length > MOST_ROWS) {
      return List.of();
    }
    int[] sorted = Arrays.stream(ranked)
        .boxed()
        .sorted((a, b) -> Integer.compare(ranks[a], ranks[b]))
        .mapToInt(Integer::intValue)
        .toArray();
    List<Point> points = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    List<Text> names = new ArrayList<>();
    double[][] columns = new double[3][sorted.length];
    int moving = 0;
    for (int i = 0; i < sorted.length; i++) {
      double[] limits = limits(sorted[i], levels[0]);
      moving += limits[1] > limits[0] ? 1 : 0;
      columns[0][i] = ranks[sorted[i]];
      columns[1][i] = limits[0];
      columns[2][i] = limits[1];
      points.add(new Point(ranks[sorted[i]], i));
      spans.add(new Span(i, limits[0], limits[1]));
      names.add(Text.same(names(sorted[i]).get(0)));
    }
    Text x = Text.of("Plass (1 er best)", "Plass (1 er best)", "Rank (1 is best)");
    Text title = headline(sorted.length, moving);
    Text alt = Text.of(
            "Punkter for plassen til {0} enheter, med spennet andre valg gir. {1}.",
            "Punkt for plassen til {0} einingar, med spennet andre val gir. {1}.",
            "Dots for the rank of {0} units, with the span that other choices give. {1}.")
        .with(sorted.length, title);
    Frame frame = Frame.of(
        TextColumn.of(
            unit, Arrays.stream(sorted).mapToObj(row -> names(row).get(0)).toList()),
        NumberColumn.of("estimate", columns[0]),
        NumberColumn.of("conf_low", columns[1]),
        NumberColumn.of("conf_high", columns[2]));
    List<Table.Shown> shown = List.of(
        new Table.Shown(unit, Text.same(unit), Table.Shown.AS_IS),
        new Table.Shown("estimate", x, 0),
        new Table.Shown("conf_low", Text.of("Fra", "Frå", "From"), 0),
        new Table.Shown("conf_high", Text.of("Til", "Til", "To"), 0));
    return List.of(new Chart(
        "composite-ranks",
        title,
        Text.of(
            "Prikken er plassen, streken spennet når valgene endres",
            "Prikken er plassen, streken spennet når vala blir endra",
            "The dot is the rank, the line its span when the choices change"),
        data.file().equals("result") ? NOTHING : Text.same(data.file()),
        alt,
        Axis.whole(x),
        Axis.categories(Text.same(unit), names),
        List.of(
            new Mark.Intervals(NOTHING, Tone.FOCUS, spans, false),
            new Mark.Dots(NOTHING, Tone.FOCUS, points)),
        new Table("composite-ranks", x, NOTHING, shown, frame)));
  }

  @Override
  public List<Finding> findings() {
    return board.findings();
  }
}
