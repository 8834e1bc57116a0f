package no.utfall.method.rate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.math.Sums;
import no.utfall.method.Arithmetic;
import no.utfall.method.Card;
import no.utfall.method.Method;
import no.utfall.method.Result;
import no.utfall.method.Roles;
import no.utfall.method.Settings;
import no.utfall.method.Shown;
import no.utfall.method.Tidy;
import no.utfall.text.Text;

/** The method {@code mean}: {@link Mean} for every group. */
public final class MeanMethod implements Method {

  private static final String STUDENT = "student-t";
  private static final String ALONE = "one value has no spread: no interval";
  private static final Card CARD = new Card(
      "mean",
      Text.of("Gjennomsnitt", "Gjennomsnitt", "Mean"),
      Text.of(
          "Hva er gjennomsnittet, og hvor usikkert er det?",
          "Kva er gjennomsnittet, og kor usikkert er det?",
          "What is the mean, and how uncertain is it?"),
      List.of(Roles.BY, Roles.VALUE.needed(), Roles.CONF_LEVEL),
      List.of(
          new Card.Named(
              "mean",
              Text.of(
                  "Gjennomsnittet av verdiene i gruppen",
                  "Gjennomsnittet av verdiane i gruppa",
                  "The mean of the values in the group")),
          new Card.Named(
              "std_dev",
              Text.of(
                  "Standardavviket til verdiene, med n − 1",
                  "Standardavviket til verdiane, med n − 1",
                  "The standard deviation of the values, with n − 1")),
          Cards.LOWEST,
          Cards.HIGHEST,
          Cards.OF_KNOWN),
      List.of(),
      Text.of(
          "x̄ ± t · s / √n, der s² = Σ(x − x̄)² / (n − 1) og t er kvantilen (1 + nivå) / 2 i Students t-fordeling"
              + " med n − 1 frihetsgrader. For hånd: 2, 4 og 9: x̄ = 5, s² = (9 + 1 + 16) / 2 = 13, t = 4,303: 5 ± 4,303 · √(13 / 3) ="
              + " 5 ± 8,96.",
          "x̄ ± t · s / √n, der s² = Σ(x − x̄)² / (n − 1) og t er kvantilen (1 + nivå) / 2 i Students"
              + " t-fordeling med n − 1 fridomsgrader. For hand: 2, 4 og 9: x̄ = 5, s² = (9 + 1 + 16) / 2 = 13, t = 4,303: 5 ± 4,303 ·"
              + " √(13 / 3) = 5 ± 8,96.",
          "x̄ ± t · s / √n, with s² = Σ(x − x̄)² / (n − 1) and t the quantile (1 + level) / 2 of Student's t with"
              + " n − 1 degrees of freedom. By hand: 2, 4 and 9: x̄ = 5, s² = (9 + 1 + 16) / 2 = 13, t = 4.303: 5 ± 4.303 ·"
              + " √(13 / 3) = 5 ± 8.96."),
      List.of(
          Text.of(
              "Verdiene er uavhengige av hverandre",
              "Verdiane er uavhengige av kvarandre",
              "The values are independent of each other"),
          Text.of(
              "Verdiene er omtrent normalfordelte, eller gruppen er stor",
              "Verdiane er om lag normalfordelte, eller gruppa er stor",
              "The values are roughly normal, or the group is large")),
      List.of(
          Text.of(
              "Verdiene er andeler eller rater med ulik nevner: bruk proportion eller rate på tellingene",
              "Verdiane er delar eller ratar med ulik nemnar: bruk proportion eller rate på teljingane",
              "The values are proportions or rates with unlike denominators: use proportion or rate on the counts"),
          Text.of(
              "Enheter er trukket med ulik sannsynlighet: gjennomsnittet er uten vekter",
              "Einingar er trekte med ulikt sannsyn: gjennomsnittet er utan vekter",
              "Units were drawn with unlike probabilities: the mean is not weighted")),
      List.of(new Card.Reference(
          "Student (1908). The probable error of a mean. Biometrika 6(1), 1–25.",
          "10.1093/biomet/6.1.1")),
      List.of(
          new Card.Peer(
              "PHEindicatormethods::phe_mean 2.1.1",
              Text.of(
                  "Lik til 1e-10. Med vilje annerledes: én verdi gir gjennomsnitt uten intervall, ikke NaN; skjulte"
                      + " celler gir grenser, og en manglende verdi tømmer ikke gruppen: de kjente får sitt eget gjennomsnitt.",
                  "Lik til 1e-10. Med vilje annleis: éin verdi gir gjennomsnitt utan intervall, ikkje NaN; skjulte"
                      + " celler gir grenser, og ein manglande verdi tømmer ikkje gruppa: dei kjende får sitt eige gjennomsnitt.",
                  "Agrees to 1e-10. Differs on purpose: one value gives a mean without interval, not NaN; hidden cells"
                      + " give bounds, and a missing value does not empty the group: the known ones have a mean of their own."))),
      List.of("utfall mean sample-data/data/panel.csv --by aar --value spending"));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public Result apply(Frame data, Settings settings) {
    double[] levels = settings.numbers("conf-level");
    List<Mean> means =
        Arrays.stream(levels).mapToObj(Mean.withDefaults()::level).toList();
    NumberColumn values = data.number(settings.text("value"));
    Grouped grouped = Grouped.of(data, settings);
    Tidy tidy = Tidy.keys(grouped.keys());
    List<Shown> shown = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    double[] sums = new double[grouped.count()];
    double size = 0;
    boolean anyAnswer = false;
    for (int g = 0; g < grouped.count(); g++) {
      List<String> names = grouped.names(g);
      int[] rows = grouped.rows(g);
      Tally tally = new Tally("value", "values");
      for (int row : rows) {
        tally.add(values, row);
      }
      if (tally.allKnown()) {
        Shown mean = addKnown(tidy, names, cells(values, rows), means);
        shown.add(mean);
        sums[g] = mean.estimate() * rows.length;
        size += rows.length;
        continue;
      }
      reasons.add(tally.note());
      for (double level : levels) {
        tidy.row(names)
            .measure("mean")
            .interval(Double.NaN, Double.NaN, level)
            .status(tally.standing().code())
            .note(tally.note());
      }
      if (tally.standing() == Standing.SUPPRESSED) {
        anyAnswer = true;
        addBounds(tidy, names, values, rows);
      }
      int[] known = IntStream.of(rows).filter(values::isKnown).toArray();
      if (known.length > 0) {
        anyAnswer = true;
        addOfKnown(tidy, names, cells(values, known), rows.length, means);
      }
    }
    if (shown.isEmpty() && !anyAnswer) {
      String note = reasons.isEmpty() ? "there are no rows" : reasons.get(0);
      throw grouped.refusal(values.name(), note, List.of());
    }
    Story story = new Story(
        grouped.keys(),
        shown,
        grouped.count(),
        Sums.of(sums) / size,
        Words.mean(),
        levels[0],
        STUDENT,
        data.file());
    return new GroupResult(
        tidy.frame(),
        Map.of(),
        story.charts(),
        story.reading(),
        List.of(),
        key -> grouped.explained(key, group -> arithmetic(values, grouped.rows(group), means)));
  }

  /** A row for each level and one for the spread. */
  private static Shown addKnown(Tidy tidy, List<String> names, double[] cells, List<Mean> means) {
    List<Mean.Estimate> estimates =
        means.stream().map(mean -> mean.estimate(cells)).toList();
    for (Mean.Estimate estimate : estimates) {
      Tidy.Row row = tidy.row(names).measure("mean");
      fill(row, estimate);
      row.note(estimate.n() == 1 ? ALONE : "");
    }
    Mean.Estimate first = estimates.get(0);
    Tidy.Row spread =
        tidy.row(names).measure("std_dev").estimate(first.stdDev()).n(first.n());
    if (first.n() == 1) {
      spread.status(Standing.NOT_ESTIMABLE.code()).note(ALONE);
    }
    return new Shown(names, first.value(), first.low(), first.high());
  }

  private static void fill(Tidy.Row row, Mean.Estimate estimate) {
    row.estimate(estimate.value())
        .stdError(estimate.stdError())
        .interval(estimate.low(), estimate.high(), estimate.level())
        .n(estimate.n());
    if (estimate.n() > 1) {
      row.test(Double.NaN, estimate.df(), Double.NaN).method(STUDENT);
    }
  }

  /** The mean of those values that are known, where others are hidden or missing. */
  private static void addOfKnown(
      Tidy tidy, List<String> names, double[] cells, int rows, List<Mean> means) {
    String note = cells.length + " of " + rows + " rows are known";
    for (Mean mean : means) {
      Mean.Estimate estimate = mean.estimate(cells);
      Tidy.Row row = tidy.row(names).measure("of_known");
      fill(row, estimate);
      row.note(estimate.n() == 1 ? note + "; " + ALONE : note);
    }
  }

  private static List<Text> arithmetic(NumberColumn values, int[] rows, List<Mean> means) {
    Arithmetic lines = new Arithmetic();
    double[] cells = cells(values, rows);
    double sum = Sums.of(cells);
    if (Double.isNaN(sum)) {
      return lines.reason("some values are not known").lines();
    }
    lines.line("n = {0}, Σx = {1}", rows.length, sum);
    lines.line("x̄ = Σx / n = {0}", sum / rows.length);
    for (Mean mean : means) {
      Mean.Estimate e = mean.estimate(cells);
      if (e.n() > 1) {
        lines.line("s = √(Σ(x − x̄)² / (n − 1)) = {0}, s / √n = {1}", e.stdDev(), e.stdError());
        lines.line(
            "x̄ ± t · s / √n = {1} … {2}  (level {0}, {3} df)",
            e.level(), e.low(), e.high(), e.df());
      }
    }
    return lines.lines();
  }

  private static void addBounds(Tidy tidy, List<String> names, NumberColumn values, int[] rows) {
    double[] low = new double[rows.length];
    double[] high = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      low[i] = values.low(rows[i]);
      high[i] = values.high(rows[i]);
    }
    Bounds.add(tidy, names, Sums.of(low) / rows.length, Sums.of(high) / rows.length, "");
  }

  private static double[] cells(NumberColumn values, int[] rows) {
    double[] cells = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      cells[i] = values.value(rows[i]);
    }
    return cells;
  }
}
