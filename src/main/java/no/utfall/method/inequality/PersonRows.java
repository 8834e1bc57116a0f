package no.utfall.method.inequality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.method.Settings;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
import no.utfall.text.Numerals;
import no.utfall.text.Order;
import org.jspecify.annotations.Nullable;

/** Rows that are persons or units, each with a value. Rows without one, or without weight or rank, are left out and told. */
final class PersonRows {

  /** The persons of a key, or why there are none; the note says how many were left out. */
  record Read(@Nullable Persons persons, String note) {}

  private final Frame data;
  private final Plan plan;
  private final boolean reverse;
  private final @Nullable NumberColumn value;
  private final @Nullable NumberColumn count;
  private final @Nullable NumberColumn population;
  private final @Nullable NumberColumn weight;
  private final @Nullable NumberColumn rank;
  private final @Nullable TextColumn group;
  private final @Nullable TextColumn cluster;
  private final @Nullable TextColumn strata;
  private final List<String> groups;
  private final double[] places;
  private final List<Finding> findings = new ArrayList<>();
  private int leftOut;

  PersonRows(Frame data, Settings settings, Plan plan, Optional<GroupOrder> order) {
    this.data = data;
    this.plan = plan;
    this.reverse = settings.flag("reverse");
    this.value = number(settings, "value");
    this.count = number(settings, "count");
    this.population = number(settings, "population");
    this.weight = number(settings, "weight");
    this.rank = settings.has("rank") ? RankColumn.of(data, settings.text("rank")) : null;
    this.group = text(settings, "group");
    this.cluster = text(settings, "cluster");
    this.strata = text(settings, "strata");
    this.groups = names(group);
    this.places = order
        .map(known -> groups.stream()
            .mapToDouble(name -> reverse ? -known.place(name) : known.place(name))
            .toArray())
        .orElse(new double[0]);
  }

  private @Nullable NumberColumn number(Settings settings, String role) {
    return settings.has(role) ? data.number(settings.text(role)) : null;
  }

  private @Nullable TextColumn text(Settings settings, String role) {
    return settings.has(role) ? data.text(settings.text(role)) : null;
  }

  private static List<String> names(@Nullable TextColumn column) {
    TreeSet<String> names = new TreeSet<>(Order.NATURAL);
    for (int row = 0; column != null && row < column.size(); row++) {
      names.add(column.get(row));
    }
    return List.copyOf(names);
  }

  /** What was wrong with single rows, and how many were left out. */
  List<Finding> findings() {
    List<Finding> all = new ArrayList<>(findings);
    if (leftOut > 0) {
      all.add(Finding.warning(
          "W731",
          Location.ofFile(data.file()),
          "",
          leftOut + " of " + data.rows()
              + " rows are left out: value, weight or rank is not known, or the weight is 0",
          "find out whether they differ from the others"));
    }
    return all;
  }

  Read read(int[] rows) {
    int[] kept = new int[rows.length];
    double[] y = new double[rows.length];
    double[] w = new double[rows.length];
    int n = 0;
    int wrong = 0;
    for (int row : rows) {
      double v = value(row);
      double weighs = weight(row);
      if (weighs < 0) {
        wrong++;
        NumberColumn column = weight != null ? weight : population;
        findings.add(Finding.error(
            "E601",
            data.place(row, column == null ? "" : column.name()),
            Numerals.exact(weighs),
            "a weight cannot be negative",
            "correct the weight"));
      } else if (Double.isFinite(v) && weighs > 0 && !(rank != null && !rank.isKnown(row))) {
        kept[n] = row;
        y[n] = v;
        w[n++] = weighs;
      }
    }
    if (wrong > 0) {
      return new Read(null, wrong + " of " + rows.length + " weights are negative");
    }
    int out = rows.length - n;
    leftOut += out;
    String note = out == 0 ? "" : out + " of " + rows.length + " rows are left out";
    if (n == 0) {
      return new Read(null, note.isEmpty() ? "there are no rows" : note);
    }
    int[] index = Arrays.copyOf(kept, n);
    return new Read(
        Persons.of(
            Arrays.copyOf(y, n),
            Arrays.copyOf(w, n),
            rank == null ? null : ranks(index),
            group == null ? null : groupCodes(index),
            groups,
            places,
            clusters(index),
            codes(strata, index)),
        note);
  }

  private double value(int row) {
    if (value != null) {
      return plan.per() * value.value(row);
    }
    return count == null || population == null
        ? Double.NaN
        : plan.per() * count.value(row) / population.value(row);
  }

  private double weight(int row) {
    return weight != null ? weight.value(row) : population != null ? population.value(row) : 1;
  }

  private double[] ranks(int[] index) {
    NumberColumn column = Objects.requireNonNull(rank);
    return Arrays.stream(index)
        .mapToDouble(row -> reverse ? -column.value(row) : column.value(row))
        .toArray();
  }

  private int[] groupCodes(int[] index) {
    TextColumn column = Objects.requireNonNull(group);
    Map<String, Integer> number = new HashMap<>();
    for (int g = 0; g < groups.size(); g++) {
      number.put(groups.get(g), g);
    }
    int[] codes = new int[index.length];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = Objects.requireNonNull(number.get(column.get(index[i])));
    }
    return codes;
  }

  /** Each row its own cluster where no column names them; a name counts within its stratum. */
  private int[] clusters(int[] index) {
    if (cluster == null) {
      int[] own = new int[index.length];
      Arrays.setAll(own, i -> i);
      return own;
    }
    int[] within = codes(strata, index);
    Map<List<Integer>, Integer> number = new HashMap<>();
    int[] codes = new int[index.length];
    for (int i = 0; i < codes.length; i++) {
      codes[i] =
          number.computeIfAbsent(List.of(within[i], cluster.code(index[i])), key -> number.size());
    }
    return codes;
  }

  private static int[] codes(@Nullable TextColumn column, int[] index) {
    int[] codes = new int[index.length];
    if (column != null) {
      Map<Integer, Integer> number = new HashMap<>();
      for (int i = 0; i < codes.length; i++) {
        codes[i] = number.computeIfAbsent(column.code(index[i]), key -> number.size());
      }
    }
    return codes;
  }
}
