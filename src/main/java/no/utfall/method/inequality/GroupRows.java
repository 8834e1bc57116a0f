package no.utfall.method.inequality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import no.utfall.figure.Flag;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Status;
import no.utfall.figure.TextColumn;
import no.utfall.method.Settings;
import no.utfall.problem.Finding;
import no.utfall.text.Numerals;
import no.utfall.text.Order;
import org.jspecify.annotations.Nullable;

/** Rows that are groups: one a key and group, with a value or a count, and perhaps how certain it is. */
final class GroupRows {

  /** The groups of a key, or the standing and the reason why there are none. */
  record Read(@Nullable GroupSet set, String status, String note) {}

  /** One row. */
  private record Cell(
      String name,
      double rank,
      double size,
      double value,
      double low,
      double high,
      double variance,
      double lower,
      double upper,
      double count) {}

  private final Frame data;
  private final Plan plan;
  private final boolean reverse;
  private final boolean share;
  private final double z;
  private final TextColumn group;
  private final Optional<GroupOrder> order;
  private final @Nullable NumberColumn rank;
  private final @Nullable NumberColumn value;
  private final @Nullable NumberColumn count;
  private final @Nullable NumberColumn population;
  private final @Nullable NumberColumn error;
  private final @Nullable NumberColumn lower;
  private final @Nullable NumberColumn upper;
  private final List<Finding> findings = new ArrayList<>();

  GroupRows(Frame data, Settings settings, Plan plan, Optional<GroupOrder> order) {
    this.data = data;
    this.plan = plan;
    this.order = order;
    this.reverse = settings.flag("reverse");
    this.share = settings.text("counts").equals("share");
    this.z = Estimate.quantile(settings.number("limits-level"), Double.POSITIVE_INFINITY);
    this.group = data.text(settings.text("group"));
    this.rank = settings.has("rank") ? RankColumn.of(data, settings.text("rank")) : null;
    this.value = column(settings, "value");
    this.count = column(settings, "count");
    this.population = column(settings, "population");
    this.error = column(settings, "std-error");
    this.lower = column(settings, "conf-low");
    this.upper = column(settings, "conf-high");
  }

  private @Nullable NumberColumn column(Settings settings, String role) {
    return settings.has(role) ? data.number(settings.text(role)) : null;
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  Read read(int[] rows) {
    List<Cell> cells = new ArrayList<>(rows.length);
    Map<String, Integer> seen = new HashMap<>();
    int unknownSizes = 0;
    int unknownRanks = 0;
    int empty = 0;
    int hidden = 0;
    int missing = 0;
    int impossible = 0;
    for (int row : rows) {
      if (isImpossible(row) || isTwin(row, seen)) {
        impossible++;
        continue;
      }
      double size = population == null ? 1 : population.value(row);
      double place = place(row);
      unknownSizes += Double.isNaN(size) ? 1 : 0;
      unknownRanks += plan.ordered() && Double.isNaN(place) ? 1 : 0;
      if (size == 0) {
        empty++;
        findings.add(Finding.warning(
            "W604",
            data.place(row, name(population)),
            "0",
            name(population) + " = 0: group '" + group.get(row) + "' has nobody and is left out",
            "give the population, or leave the row out"));
        continue;
      }
      Cell cell = cell(row, size, place);
      if (Double.isNaN(cell.value())) {
        boolean isHidden = Status.SUPPRESSED == status(row);
        hidden += isHidden ? 1 : 0;
        missing += isHidden ? 0 : 1;
      }
      cells.add(cell);
    }
    int n = rows.length;
    if (impossible > 0) {
      return none("not-estimable", some(impossible, n, "row", "impossible"));
    }
    if (unknownSizes > 0) {
      return none("missing", some(unknownSizes, n, "population", "not known"));
    }
    if (unknownRanks > 0) {
      return none("missing", some(unknownRanks, n, "rank", "not known"));
    }
    if (cells.isEmpty()) {
      return none("not-estimable", empty > 0 ? "no group has anybody" : "there are no rows");
    }
    String note = missing > 0
        ? some(missing, n, "value", "missing")
        : hidden > 0 ? some(hidden, n, "value", "hidden") : "";
    return new Read(set(cells), missing > 0 ? "missing" : hidden > 0 ? "suppressed" : "ok", note);
  }

  private static Read none(String status, String note) {
    return new Read(null, status, note);
  }

  private static String some(int some, int of, String noun, String what) {
    return some + " of " + of + " " + noun + (of == 1 ? "" : "s") + (some == 1 ? " is " : " are ")
        + what;
  }

  private double place(int row) {
    double place = rank != null
        ? rank.value(row)
        : order.map(known -> known.place(group.get(row))).orElse(0.0);
    return reverse ? -place : place;
  }

  private Status status(int row) {
    NumberColumn column = value != null ? value : count;
    return column == null ? Status.MISSING : column.status(row);
  }

  private Cell cell(int row, double size, double place) {
    double per = plan.per();
    if (count != null) {
      double x = count.value(row);
      double atMost = share ? size : Double.POSITIVE_INFINITY;
      double low = count.isKnown(row) ? x : Double.isNaN(count.low(row)) ? 0 : count.low(row);
      double high = Double.isNaN(count.high(row)) ? atMost : Math.min(atMost, count.high(row));
      return new Cell(
          group.get(row),
          place,
          size,
          per * x / size,
          per * low / size,
          per * high / size,
          per * per * variance(x, size),
          Double.NaN,
          Double.NaN,
          x);
    }
    NumberColumn known = Objects.requireNonNull(value);
    double from = lower == null ? Double.NaN : per * lower.value(row);
    double to = upper == null ? Double.NaN : per * upper.value(row);
    double deviation = error != null ? per * error.value(row) : (to - from) / (2 * z);
    return new Cell(
        group.get(row),
        place,
        size,
        per * known.value(row),
        within(per * known.low(row), plan.low()),
        within(per * known.high(row), plan.high()),
        deviation * deviation,
        from,
        to,
        Double.NaN);
  }

  /** The bound of the scale where nothing is known of a value. */
  private static double within(double bound, double scale) {
    return Double.isNaN(bound) && Double.isFinite(scale) ? scale : bound;
  }

  /** Of x / n; where nobody or everybody is counted, as if half an event more or less had been. */
  private double variance(double x, double n) {
    if (!share) {
      return Math.max(x, 0.5) / (n * n);
    }
    double p = x == 0 || x == n ? (x + 0.5) / (n + 1) : x / n;
    return p * (1 - p) / n;
  }

  private boolean isTwin(int row, Map<String, Integer> seen) {
    Integer other = seen.putIfAbsent(group.get(row), row);
    if (other == null) {
      return false;
    }
    findings.add(
        Finding.error(
            "E731",
            data.place(row, group.name()),
            group.get(row),
            "group '" + group.get(row) + "' stands more than once, also in line "
                + data.place(other, group.name()).line(),
            "name the column that tells the rows apart in --by; if the rows are persons, --rows persons"));
    return true;
  }

  private boolean isImpossible(int row) {
    if (count != null && population != null) {
      double x = count.value(row);
      if (x < 0) {
        return found("E601", row, count, "a count cannot be negative");
      }
      if (count.isKnown(row) && x != Math.rint(x) && !count.has(row, Flag.ESTIMATED)) {
        return found("E602", row, count, "a count must be whole");
      }
      if (share && x > population.value(row)) {
        return found(
            "E603", row, count, "more than " + population.name() + "; for rates, --counts rate");
      }
    }
    if (population != null && population.value(row) < 0) {
      return found("E601", row, population, "a population cannot be negative");
    }
    if (error != null && error.value(row) < 0) {
      return found("E732", row, error, "a standard error cannot be negative");
    }
    if (lower != null && upper != null && lower.value(row) > upper.value(row)) {
      return found("E732", row, lower, "the lower limit is above the upper");
    }
    return false;
  }

  private boolean found(String code, int row, NumberColumn column, String what) {
    String cell = Numerals.exact(column.value(row));
    findings.add(Finding.error(
        code,
        data.place(row, column.name()),
        cell,
        column.name() + " = " + cell + ": " + what,
        "correct the cell"));
    return true;
  }

  private static String name(@Nullable NumberColumn column) {
    return column == null ? "" : column.name();
  }

  private static GroupSet set(List<Cell> cells) {
    List<Cell> sorted = new ArrayList<>(cells);
    sorted.sort(Comparator.comparingDouble(Cell::rank).thenComparing(Cell::name, Order.NATURAL));
    int k = sorted.size();
    double[][] columns = new double[9][k];
    for (int i = 0; i < k; i++) {
      Cell cell = sorted.get(i);
      columns[0][i] = cell.size();
      columns[1][i] = cell.rank();
      columns[2][i] = cell.value();
      columns[3][i] = cell.low();
      columns[4][i] = cell.high();
      columns[5][i] = cell.variance();
      columns[6][i] = cell.lower();
      columns[7][i] = cell.upper();
      columns[8][i] = cell.count();
    }
    return new GroupSet(
        sorted.stream().map(Cell::name).toList(),
        columns[0],
        columns[1],
        columns[2],
        columns[3],
        columns[4],
        isKnown(columns[5]) ? Spread.of(columns[5], Double.POSITIVE_INFINITY) : null,
        isKnown(columns[6]) && isKnown(columns[7]) ? new double[][] {columns[6], columns[7]} : null,
        isKnown(columns[8]) ? columns[8] : null);
  }

  private static boolean isKnown(double[] numbers) {
    for (double number : numbers) {
      if (Double.isNaN(number)) {
        return false;
      }
    }
    return true;
  }
}
