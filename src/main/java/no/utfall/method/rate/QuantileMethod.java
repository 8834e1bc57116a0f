package no.utfall.method.rate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Status;
import no.utfall.method.Arithmetic;
import no.utfall.method.Card;
import no.utfall.method.Method;
import no.utfall.method.Option;
import no.utfall.method.Result;
import no.utfall.method.Roles;
import no.utfall.method.Settings;
import no.utfall.method.Tidy;
import no.utfall.problem.Finding;
import no.utfall.problem.Refusal;
import no.utfall.text.Text;

/**
 * The method {@code quantile}: units in groups of equal number by the size of a value.
 *
 * <p>With N values and q groups, a value with r − 1 smaller ones has group q + 1 − ⌈(N + 1 − r) q / N⌉, so that equal
 * values share a group. Fewer values than groups: no group at all.
 */
public final class QuantileMethod implements Method {

  private static final String LOWEST_FIRST = "lowest-first";

  private static final Card CARD = new Card(
      "quantile",
      Text.of("Kvantilgrupper", "Kvantilgrupper", "Quantile groups"),
      Text.of(
          "Hvilken femdel eller tidel hører hver enhet til?",
          "Kva for femdel eller tidel høyrer kvar eining til?",
          "Which fifth or tenth does each unit belong to?"),
      List.of(
          Roles.BY,
          Roles.UNIT.needed(),
          Roles.VALUE.needed(),
          Option.integer(
              "groups", "5", Text.of("Hvor mange grupper", "Kor mange grupper", "How many groups")),
          Option.choice(
              "order",
              LOWEST_FIRST,
              List.of(LOWEST_FIRST, "highest-first"),
              Text.of(
                  "Om gruppe 1 har de laveste eller de høyeste verdiene",
                  "Om gruppe 1 har dei lågaste eller dei høgaste verdiane",
                  "Whether group 1 has the lowest or the highest values"))),
      List.of(
          new Card.Named(
              "quantile",
              Text.of(
                  "Gruppens nummer, fra 1",
                  "Nummeret til gruppa, frå 1",
                  "The number of the group, from 1")),
          Cards.LOWEST,
          Cards.HIGHEST),
      List.of(),
      Text.of(
          "q + 1 − ⌈(N + 1 − r) · q / N⌉ (N: enheter med verdi, q: grupper, r: rangen, like verdier får den minste)."
              + " For hånd: N = 10, q = 5: r = 1 gir 6 − ⌈10 · 5 / 10⌉ = 1, og r = 10 gir 6 − ⌈0,5⌉ = 5.",
          "q + 1 − ⌈(N + 1 − r) · q / N⌉ (N: einingar med verdi, q: grupper, r: rangen, like verdiar får den minste)."
              + " For hand: N = 10, q = 5: r = 1 gir 6 − ⌈10 · 5 / 10⌉ = 1, og r = 10 gir 6 − ⌈0,5⌉ = 5.",
          "q + 1 − ⌈(N + 1 − r) · q / N⌉ (N: units with a value, q: groups, r: the rank, ties get the smallest)."
              + " By hand: N = 10, q = 5: r = 1 gives 6 − ⌈10 · 5 / 10⌉ = 1, and r = 10 gives 6 − ⌈0.5⌉ = 5."),
      List.of(Text.of(
          "Rekkefølgen av verdiene betyr noe; avstanden mellom dem gjør det ikke",
          "Rekkjefølgja av verdiane tyder noko; avstanden mellom dei gjer det ikkje",
          "The order of the values matters; the distance between them does not")),
      List.of(
          Text.of(
              "Enhetene er svært ulike i størrelse: grupper av like mange enheter har ulikt mange mennesker",
              "Einingane er svært ulike i storleik: grupper av like mange einingar har ulikt mange menneske",
              "The units differ much in size: groups of equally many units do not have equally many people"),
          Text.of(
              "Verdiene er usikre: grensene mellom gruppene er det også, se rank",
              "Verdiane er usikre: grensene mellom gruppene er det òg, sjå rank",
              "The values are uncertain: so are the borders between groups, see rank")),
      List.of(new Card.Reference(
          "Hyndman and Fan (1996). Sample quantiles in statistical packages. The American Statistician 50(4),"
              + " 361–365.",
          "10.1080/00031305.1996.10473566")),
      List.of(new Card.Peer(
          "PHEindicatormethods::phe_quantile 2.1.1",
          Text.of(
              "Lik, med samme regel for like verdier. Med vilje annerledes: gruppe 1 er den laveste om ikke annet er sagt,"
                  + " og for få enheter er en status, ikke bare en advarsel.",
              "Lik, med same regel for like verdiar. Med vilje annleis: gruppe 1 er den lågaste om ikkje anna er sagt, og"
                  + " for få einingar er ein status, ikkje berre ei åtvaring.",
              "Agrees, with the same rule for ties. Differs on purpose: group 1 is the lowest unless told otherwise, and"
                  + " too few units are a status, not a warning alone."))),
      List.of(
          "utfall quantile sample-data/data/panel.csv --by aar --unit kommune --value spending --groups 10"));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public Result apply(Frame data, Settings settings) {
    int groups = settings.integer("groups");
    if (groups < 2) {
      throw Refusal.commandLine("--groups must be at least 2", "write for example --groups 5");
    }
    boolean lowestFirst = settings.text("order").equals(LOWEST_FIRST);
    String unit = settings.text("unit");
    NumberColumn values = data.number(settings.text("value"));
    List<String> by =
        settings.list("by").stream().distinct().filter(k -> !k.equals(unit)).toList();
    List<String> keys = new ArrayList<>(by);
    keys.add(unit);
    Grouped outer = Grouped.of(data, by);
    Tidy tidy = Tidy.keys(keys);
    List<Finding> findings = new ArrayList<>();
    List<Placed> placed = new ArrayList<>();
    for (int g = 0; g < outer.count(); g++) {
      Frame part = data.rows(outer.rows(g));
      Grouped units = Grouped.of(part, List.of(unit));
      double[] x = new double[units.count()];
      int known = 0;
      for (int u = 0; u < x.length; u++) {
        int[] rows = units.rows(u);
        x[u] = rows.length == 1 ? part.number(values.name()).value(rows[0]) : Double.NaN;
        known += Double.isNaN(x[u]) ? 0 : 1;
        if (rows.length > 1) {
          findings.add(Finding.error(
              "E781",
              part.place(rows[1], unit),
              units.names(u).get(0),
              unit + " '" + units.names(u).get(0) + "' stands " + rows.length + " times",
              "give each unit one row, or name more columns in --by"));
        }
      }
      int[] rank = ranks(x, known, lowestFirst);
      HiddenUnits hidden = hidden(part.number(values.name()), units, groups, lowestFirst);
      for (int u = 0; u < x.length; u++) {
        List<String> names = new ArrayList<>(outer.names(g));
        names.addAll(units.names(u));
        Tidy.Row row = tidy.row(names)
            .measure("quantile")
            .unitOfMeasure("group of " + groups)
            .n(known);
        Status status = part.number(values.name()).status(units.rows(u)[0]);
        Placed one = new Placed(
            names, groups, known, rank[u], status == Status.SUPPRESSED, units.rows(u).length > 1);
        placed.add(one);
        if (one.group() > 0) {
          row.estimate(one.group());
        } else {
          row.status(one.standing().code()).note(one.note());
        }
        Bounds.add(tidy, names, hidden.lowest(u), hidden.highest(u), "group of " + groups);
      }
    }
    if (placed.stream().noneMatch(one -> one.group() > 0)) {
      throw outer.refusal(
          values.name(), "there are fewer units with a value than groups", findings);
    }
    return new GroupResult(
        tidy.frame(),
        Map.of(),
        List.of(),
        List.of(),
        findings,
        key -> placed.stream()
            .filter(one -> String.join(",", one.names()).equals(key))
            .findFirst()
            .map(Placed::arithmetic));
  }

  /**
   * One unit.
   *
   * @param rank 1 more than how many come before it; 0 without a value
   * @param hidden whether there is no value because it is hidden
   * @param twin whether the unit stands several times
   */
  private record Placed(
      List<String> names, int groups, int known, int rank, boolean hidden, boolean twin) {

    /** 0 where there is none. */
    int group() {
      if (rank == 0 || known < groups) {
        return 0;
      }
      return HiddenUnits.group(known, groups, rank);
    }

    Standing standing() {
      return rank > 0
          ? Standing.NOT_ESTIMABLE
          : hidden && !twin ? Standing.SUPPRESSED : Standing.MISSING;
    }

    String note() {
      if (rank > 0) {
        return known + (known == 1 ? " unit" : " units") + " for " + groups + " groups";
      }
      return twin
          ? "the unit stands several times"
          : hidden ? "the value is hidden" : "the value is missing";
    }

    List<Text> arithmetic() {
      Arithmetic lines = new Arithmetic();
      return group() == 0
          ? lines.reason(note()).lines()
          : lines
              .line("N = {0}, q = {1}, r = {2}", known, groups, rank)
              .line(
                  "q + 1 − ⌈(N + 1 − r) · q / N⌉ = {1} + 1 − ⌈({0} + 1 − {2}) · {1} / {0}⌉ = {3}",
                  known, groups, rank, group())
              .lines();
    }
  }

  /** Units that stand once, from the lowest to the highest that each can be. */
  private static HiddenUnits hidden(
      NumberColumn values, Grouped units, int groups, boolean lowestFirst) {
    double[] low = new double[units.count()];
    double[] high = new double[low.length];
    for (int u = 0; u < low.length; u++) {
      int row = units.rows(u)[0];
      boolean counts = units.rows(u).length == 1 && values.status(row) != Status.MISSING;
      double least = values.status(row) == Status.SUPPRESSED && Double.isNaN(values.low(row))
          ? Double.NEGATIVE_INFINITY
          : values.low(row);
      double most = values.status(row) == Status.SUPPRESSED && Double.isNaN(values.high(row))
          ? Double.POSITIVE_INFINITY
          : values.high(row);
      low[u] = !counts ? Double.NaN : lowestFirst ? least : -most;
      high[u] = !counts ? Double.NaN : lowestFirst ? most : -least;
    }
    return new HiddenUnits(low, high, groups);
  }

  /** 1 for the first and for those equal to it; 0 where no value is known. */
  private static int[] ranks(double[] x, int known, boolean lowestFirst) {
    int[] ranks = new int[x.length];
    double[] sorted = new double[known];
    int n = 0;
    for (double v : x) {
      if (!Double.isNaN(v)) {
        sorted[n++] = lowestFirst ? v : -v;
      }
    }
    Arrays.sort(sorted);
    for (int u = 0; u < x.length; u++) {
      if (!Double.isNaN(x[u])) {
        ranks[u] = 1 + below(sorted, lowestFirst ? x[u] : -x[u]);
      }
    }
    return ranks;
  }

  /** How many are smaller. */
  static int below(double[] sorted, double v) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < v) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
