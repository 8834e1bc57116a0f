package no.utfall.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.math.Ranks;
import no.utfall.math.Sums;
import no.utfall.panel.Period;
import no.utfall.text.Language;
import no.utfall.text.Order;
import no.utfall.text.Text;
import no.utfall.view.Table;
import no.utfall.view.Table.Shown;

/**
 * How like the units with a measure and those they are compared with were in the first years, before anybody had
 * started: every indicator and the number of people. The distance is the difference of the means over √((s₁² + s₂²)/2),
 * of the number of people on a logarithmic scale.
 */
final class Balance {

  private static final int YEARS_BEFORE = 3;

  /** The mean of each side, of people their median; and how far apart they are. */
  record Line(
      Text what,
      double with,
      double without,
      double distance,
      boolean isCount,
      String unitOfMeasure) {}

  private final Material material;
  /** Asked for a sentence and for a table. */
  private final Map<Estimated, List<Line>> made = new IdentityHashMap<>();

  Balance(Material material) {
    this.material = material;
  }

  /** No lines where somebody started in the first years. */
  List<Line> of(Estimated estimated) {
    return made.computeIfAbsent(estimated, this::lines);
  }

  private List<Line> lines(Estimated estimated) {
    Set<String> with = new HashSet<>(estimated.starts().keySet());
    Set<String> out = new HashSet<>(with);
    estimated.leftOut().forEach(left -> out.addAll(left.units()));
    estimated.leftOut().forEach(left -> with.removeAll(left.units()));
    Optional<Period> earliest = estimated.starts().values().stream().min(Period::compareTo);
    List<Line> lines = new ArrayList<>();
    if (earliest.isEmpty()) {
      return lines;
    }
    for (Measured measured : material.indicators().values()) {
      Map<String, Double> levels = firstYears(measured, earliest.get());
      line(
              measured.indicator().title(),
              levels,
              with,
              out,
              false,
              measured.indicator().unitOfMeasure())
          .ifPresent(lines::add);
    }
    line(
            Text.of("Personer i målgruppen", "Personar i målgruppa", "Persons in the target group"),
            estimated.persons(),
            with,
            out,
            true,
            "")
        .ifPresent(lines::add);
    return lines;
  }

  private static Optional<Line> line(
      Text what,
      Map<String, Double> levels,
      Set<String> with,
      Set<String> out,
      boolean people,
      String unit) {
    List<Double> own = new ArrayList<>();
    List<Double> others = new ArrayList<>();
    levels.forEach((name, level) -> {
      if (with.contains(name)) {
        own.add(level);
      } else if (!out.contains(name)) {
        others.add(level);
      }
    });
    if (own.size() < 2 || others.size() < 2) {
      return Optional.empty();
    }
    double[] a = scaled(own, people);
    double[] b = scaled(others, people);
    double spread = Math.sqrt((variance(a) + variance(b)) / 2);
    return Optional.of(new Line(
        what,
        people ? median(own) : mean(a),
        people ? median(others) : mean(b),
        (mean(a) - mean(b)) / spread,
        people,
        unit));
  }

  private static double[] scaled(List<Double> values, boolean logarithmic) {
    return values.stream().mapToDouble(x -> logarithmic ? StrictMath.log(x) : x).toArray();
  }

  /** The mean of each unit over the first periods; none when a start is among them. */
  private static Map<String, Double> firstYears(Measured measured, Period earliest) {
    Frame cells = measured.units();
    TextColumn periods = cells.text("period");
    TreeSet<Period> all = new TreeSet<>();
    for (int level = 0; level < periods.levels(); level++) {
      all.add(Period.parse(periods.level(level)));
    }
    List<Period> first = all.stream().limit(YEARS_BEFORE).toList();
    Map<String, Double> means = new TreeMap<>(Order.NATURAL);
    if (first.isEmpty() || first.get(first.size() - 1).compareTo(earliest) >= 0) {
      return means;
    }
    boolean[] early = new boolean[periods.levels()];
    for (int level = 0; level < early.length; level++) {
      early[level] = first.contains(Period.parse(periods.level(level)));
    }
    TextColumn units = cells.text("unit");
    NumberColumn estimates = cells.number("estimate");
    Map<String, List<Double>> each = new HashMap<>();
    for (int row = 0; row < cells.rows(); row++) {
      double value = estimates.value(row);
      if (!Double.isNaN(value) && early[periods.code(row)]) {
        each.computeIfAbsent(units.get(row), unit -> new ArrayList<>()).add(value);
      }
    }
    each.forEach((unit, values) -> means.put(
        unit, mean(values.stream().mapToDouble(Double::doubleValue).sorted().toArray())));
    return means;
  }

  private static double mean(double[] x) {
    return Sums.of(x) / x.length;
  }

  private static double variance(double[] x) {
    double mean = mean(x);
    double[] squares = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      squares[i] = (x[i] - mean) * (x[i] - mean);
    }
    return Sums.of(squares) / (x.length - 1);
  }

  private static double median(List<Double> values) {
    return Ranks.median(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Every measure's lines as one table; empty without any. */
  static Optional<Table> table(String id, Map<Text, List<Line>> byMeasure, Language language) {
    TextColumn.Builder measures = TextColumn.builder("measure");
    TextColumn.Builder whats = TextColumn.builder("what");
    TextColumn.Builder with = TextColumn.builder("with");
    TextColumn.Builder without = TextColumn.builder("without");
    NumberColumn.Builder distance = NumberColumn.builder("distance");
    byMeasure.forEach((measure, lines) -> lines.forEach(line -> {
      int decimals = line.isCount() ? 0 : Phrases.decimals(line.with(), Double.NaN, Double.NaN);
      measures.add(measure.in(language));
      Text unit = line.unitOfMeasure().isEmpty()
          ? Text.none()
          : Text.same(", ").plus(Phrases.unitTitle(line.unitOfMeasure()));
      whats.add(line.what().plus(unit).in(language));
      with.add(Phrases.number(line.with(), decimals).in(language));
      without.add(Phrases.number(line.without(), decimals).in(language));
      distance.add(line.distance());
    }));
    Frame frame =
        Frame.of(measures.build(), whats.build(), with.build(), without.build(), distance.build());
    return frame.rows() == 0
        ? Optional.empty()
        : Optional.of(new Table(
            id + "-balance",
            Text.of(
                "De første årene, før noen hadde startet: de med tiltaket og de andre",
                "Dei første åra, før nokon hadde starta: dei med tiltaket og dei andre",
                "The first years, before anyone had started: those with the measure and the others"),
            Text.of(
                "Avstanden er forskjellen mellom snittene delt på standardavviket mellom enheter; for personer er tallene medianer og avstanden på logaritmisk skala. Enheter som er holdt utenfor, er ikke med.",
                "Avstanden er skilnaden mellom snitta delt på standardavviket mellom einingar; for personar er tala medianar og avstanden på logaritmisk skala. Einingar som er haldne utanfor, er ikkje med.",
                "The distance is the difference of the means over the standard deviation between units; for persons the numbers are medians and the distance is on a logarithmic scale. Units kept out are not here."),
            List.of(
                new Shown("measure", Text.of("Tiltak", "Tiltak", "Measure"), Shown.AS_IS),
                new Shown("what", Text.of("Tall", "Tal", "Figures"), Shown.AS_IS),
                new Shown("with", Text.of("Med tiltaket", "Med tiltaket", "With it"), Shown.AS_IS),
                new Shown("without", Text.of("De andre", "Dei andre", "The others"), Shown.AS_IS),
                new Shown("distance", Text.of("Avstand", "Avstand", "Distance"), 2)),
            frame));
  }
}
