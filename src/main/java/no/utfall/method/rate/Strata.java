package no.utfall.method.rate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.utfall.figure.Frame;
import no.utfall.figure.TextColumn;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
import no.utfall.text.Order;

/**
 * The age bands that rates are standardised over, and where each age of the data belongs among them.
 *
 * <p>An age of the data that is one band of the standard, or several of them together, is a stratum of its own; ages
 * that divide a band of the standard are summed to it. A name that fits neither way belongs nowhere, and says so.
 */
final class Strata {

  private static final int NOWHERE = -1;

  private final List<String> names;
  private final List<AgeBand> bands;
  private final double[] weights;
  private final int[] stratum;
  private final List<Finding> findings;

  private Strata(
      List<String> names,
      List<AgeBand> bands,
      double[] weights,
      int[] stratum,
      List<Finding> findings) {
    this.names = names;
    this.bands = bands;
    this.weights = weights;
    this.stratum = stratum;
    this.findings = findings;
  }

  /** Bands as they stand in the data, without weights. */
  static Strata of(Frame data, String age) {
    TextColumn ages = data.text(age);
    int[] used = used(ages);
    List<String> labels = IntStream.of(used).mapToObj(ages::level).toList();
    List<Optional<AgeBand>> bands = AgeBand.all(labels);
    boolean anyBand = bands.stream().anyMatch(Optional::isPresent);
    List<Finding> findings = new ArrayList<>();
    int[] stratum = new int[ages.levels()];
    Arrays.fill(stratum, NOWHERE);
    TreeMap<String, Integer> sorted = new TreeMap<>(Order.NATURAL);
    for (int i = 0; i < used.length; i++) {
      if (labels.get(i).isBlank() || (anyBand && bands.get(i).isEmpty())) {
        findings.add(unknown(data, age, ages, used[i], "is no age band"));
      } else {
        sorted.put(labels.get(i), used[i]);
      }
    }
    int next = 0;
    for (int code : sorted.values()) {
      stratum[code] = next++;
    }
    tellOverlap(data, age, labels, bands, findings);
    double[] weights = new double[next];
    Arrays.fill(weights, Double.NaN);
    return new Strata(List.copyOf(sorted.keySet()), List.of(), weights, stratum, findings);
  }

  private static void tellOverlap(
      Frame data,
      String age,
      List<String> labels,
      List<Optional<AgeBand>> bands,
      List<Finding> findings) {
    for (int i = 0; i < bands.size(); i++) {
      for (int j = 0; j < i; j++) {
        AgeBand one = bands.get(j).orElse(null);
        AgeBand other = bands.get(i).orElse(null);
        if (one != null && other != null && one.overlaps(other)) {
          findings.add(Finding.warning(
              "W721",
              Location.ofFile(data.file()),
              labels.get(i),
              "the age bands " + labels.get(j) + " and " + labels.get(i) + " in " + age
                  + " overlap: nobody may be counted twice",
              "correct the name of the band, or take the total out"));
          return;
        }
      }
    }
  }

  /** Bands as they stand in the data, sorted by age; plain numbers are the first ages of bands. */
  static Strata ofLife(Frame data, String age) {
    TextColumn ages = data.text(age);
    int[] used = used(ages);
    List<String> labels = IntStream.of(used).mapToObj(ages::level).toList();
    List<Optional<AgeBand>> bands = AgeBand.starts(labels);
    List<Finding> findings = new ArrayList<>();
    TreeMap<AgeBand, String> sorted =
        new TreeMap<>(Comparator.comparingInt(AgeBand::from).thenComparingInt(AgeBand::until));
    for (int i = 0; i < used.length; i++) {
      if (bands.get(i).isEmpty()) {
        findings.add(unknown(data, age, ages, used[i], "is no age band"));
      } else {
        sorted.merge(
            bands.get(i).get(), labels.get(i), (a, b) -> Order.NATURAL.compare(a, b) <= 0 ? a : b);
      }
    }
    List<AgeBand> inOrder = List.copyOf(sorted.keySet());
    int[] stratum = new int[ages.levels()];
    Arrays.fill(stratum, NOWHERE);
    for (int i = 0; i < used.length; i++) {
      stratum[used[i]] = bands.get(i).map(inOrder::indexOf).orElse(NOWHERE);
    }
    double[] weights = new double[inOrder.size()];
    Arrays.fill(weights, Double.NaN);
    return new Strata(List.copyOf(sorted.values()), inOrder, weights, stratum, findings);
  }

  /** The ages of the data joined by name to a standard. */
  static Strata joined(Frame data, String age, StandardPopulation standard) {
    TextColumn ages = data.text(age);
    int[] used = used(ages);
    List<String> labels = IntStream.of(used).mapToObj(ages::level).toList();
    List<Optional<AgeBand>> bands = AgeBand.all(labels);
    List<Finding> findings = new ArrayList<>();
    if (AgeBand.areStarts(labels)) {
      findings.add(Finding.note(
          "N720",
          Location.ofFile(data.file()),
          age,
          "the ages in " + age + " are read as the first ages of bands: "
              + bands.stream()
                  .flatMap(Optional::stream)
                  .sorted(Comparator.comparingInt(AgeBand::from))
                  .map(AgeBand::name)
                  .distinct()
                  .collect(Collectors.joining(", ")),
          "write bands as 0-4, 5-9 … when that is wrong"));
    }
    List<Optional<AgeBand>> target =
        bands.stream().map(each -> each.flatMap(band -> target(band, standard))).toList();
    for (int i = 0; i < used.length; i++) {
      if (target.get(i).isEmpty()) {
        String what = bands.get(i).isEmpty()
            ? "is no age band"
            : "is neither made of age bands of " + standard.name() + " nor inside one";
        findings.add(unknown(data, age, ages, used[i], what));
      }
    }
    List<AgeBand> wanted = target.stream()
        .flatMap(Optional::stream)
        .distinct()
        .sorted(Comparator.comparingInt(AgeBand::from).thenComparingInt(AgeBand::until))
        .toList();
    List<AgeBand> strata = new ArrayList<>();
    for (AgeBand band : wanted) {
      List<AgeBand> parts = new ArrayList<>();
      for (int i = 0; i < used.length; i++) {
        if (target.get(i).equals(Optional.of(band))) {
          bands.get(i).ifPresent(parts::add);
        }
      }
      boolean overlaps =
          wanted.stream().anyMatch(other -> !other.equals(band) && other.overlaps(band));
      if (!overlaps && tile(band, parts)) {
        strata.add(band);
      } else {
        findings.add(Finding.error(
            "E722",
            Location.ofFile(data.file()),
            band.name(),
            "the ages in " + age + " do not make up the band " + band.name() + " of "
                + standard.name() + (overlaps ? ": some ages stand twice" : ""),
            "give every age of the band once, or take totals out"));
      }
    }
    int[] stratum = new int[ages.levels()];
    Arrays.fill(stratum, NOWHERE);
    for (int i = 0; i < used.length; i++) {
      stratum[used[i]] = target.get(i).map(strata::indexOf).orElse(NOWHERE);
    }
    double[] weights =
        strata.stream().mapToDouble(band -> weight(band, standard)).toArray();
    tellTruncated(data, strata, standard, findings);
    return new Strata(
        strata.stream().map(AgeBand::name).toList(), strata, weights, stratum, findings);
  }

  /** The stratum of a band: itself when bands of the standard make it up, else the band of the standard around it. */
  private static Optional<AgeBand> target(AgeBand band, StandardPopulation standard) {
    List<AgeBand> within = standard.bands().stream().filter(band::holds).toList();
    if (!within.isEmpty() && tile(band, within)) {
      return Optional.of(band);
    }
    return standard.bands().stream().filter(wide -> wide.holds(band)).findFirst();
  }

  /** Whether the parts follow each other from first to last age; what ends an open band need not be open. */
  private static boolean tile(AgeBand band, List<AgeBand> parts) {
    List<AgeBand> sorted =
        parts.stream().distinct().sorted(Comparator.comparingInt(AgeBand::from)).toList();
    int next = band.from();
    for (AgeBand part : sorted) {
      if (part.from() != next) {
        return false;
      }
      next = part.until();
    }
    return next == band.until() || band.isOpen() && next > band.from();
  }

  private static double weight(AgeBand band, StandardPopulation standard) {
    double weight = 0;
    for (int i = 0; i < standard.bands().size(); i++) {
      if (band.holds(standard.bands().get(i))) {
        weight += standard.weights().get(i);
      }
    }
    return weight;
  }

  private static void tellTruncated(
      Frame data, List<AgeBand> strata, StandardPopulation standard, List<Finding> findings) {
    List<String> absent = standard.bands().stream()
        .filter(band -> strata.stream().noneMatch(stratum -> stratum.holds(band)))
        .map(AgeBand::name)
        .toList();
    if (!absent.isEmpty() && !strata.isEmpty()) {
      findings.add(Finding.warning(
          "W720",
          Location.ofFile(data.file()),
          standard.name(),
          "the data have no ages " + String.join(", ", absent)
              + ": rates are standardised over the " + "other bands of " + standard.name()
              + " alone",
          "compare them only with rates over the same ages"));
    }
  }

  private static Finding unknown(Frame data, String age, TextColumn ages, int code, String what) {
    int row = 0;
    while (ages.code(row) != code) {
      row++;
    }
    return Finding.error(
        "E721",
        data.place(row, age),
        ages.level(code),
        age + " '" + ages.level(code) + "' " + what,
        "write bands as 0-4, 5-9 … 85+, and take totals out");
  }

  private static int[] used(TextColumn ages) {
    boolean[] used = new boolean[ages.levels()];
    for (int row = 0; row < ages.size(); row++) {
      used[ages.code(row)] = true;
    }
    return IntStream.range(0, used.length).filter(code -> used[code]).toArray();
  }

  int count() {
    return names.size();
  }

  String name(int stratum) {
    return names.get(stratum);
  }

  /** The bands in the order of the strata; empty where the strata are known by their names alone. */
  List<AgeBand> bands() {
    return bands;
  }

  /** The weight in the standard; {@code NaN} without one. */
  double weight(int stratum) {
    return weights[stratum];
  }

  /** The stratum of an age by the code of its text; negative when it belongs nowhere. */
  int of(int code) {
    return stratum[code];
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }
}
