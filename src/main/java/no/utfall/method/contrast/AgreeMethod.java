package no.utfall.method.contrast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Type;
import no.utfall.math.Normal;
import no.utfall.math.RankBiasedOverlap;
import no.utfall.math.RankCorrelation;
import no.utfall.math.StudentT;
import no.utfall.method.Card;
import no.utfall.method.Method;
import no.utfall.method.Option;
import no.utfall.method.Result;
import no.utfall.method.Roles;
import no.utfall.method.Settings;
import no.utfall.method.Tidy;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Refusal;
import no.utfall.text.Text;

/** {@code agree}: whether two columns put the same units in the same order. */
public final class AgreeMethod implements Method {

  private static final int LEAST_UNITS = 4;

  private static final Card CARD = new Card(
      "agree",
      Text.of(
          "Samsvar mellom to rekkefølger",
          "Samsvar mellom to rekkjefølgjer",
          "Agreement of two orders"),
      Text.of(
          "Stiller to tall de samme enhetene i samme rekkefølge?",
          "Stiller to tal dei same einingane i same rekkjefølgje?",
          "Do two numbers put the same units in the same order?"),
      List.of(
          Roles.VALUE.needed(),
          Option.column(
                  "other",
                  Type.NUMBER,
                  Text.of("Det andre tallet", "Det andre talet", "The other number"))
              .needed(),
          Option.columns(
              "key",
              Type.TEXT,
              Text.of(
                  "Kolonner som kjenner igjen radene",
                  "Kolonnar som kjenner att radene",
                  "Columns that identify the rows")),
          Option.number(
              "persistence",
              "0.9",
              Text.of(
                  "Hvor langt ned listen leses i rbo, mellom 0 og 1",
                  "Kor langt ned lista blir lesen i rbo, mellom 0 og 1",
                  "How far down the list rbo reads, between 0 and 1")),
          Options.draws("2000"),
          Options.SEED,
          Roles.CONF_LEVEL),
      List.of(
          named(
              "tau_b",
              "Kendalls τ_b, eksakt p uten like verdier opp til 50 enheter",
              "Kendalls τ_b, eksakt p utan like verdiar opp til 50 einingar",
              "Kendall's τ_b, exact p without ties up to 50 units"),
          named(
              "kendall_s",
              "Par samme vei minus par motsatt vei",
              "Par same veg minus par motsett veg",
              "Concordant less discordant pairs"),
          named("kendall_d", "Nevneren til τ_b", "Nemnaren til τ_b", "The denominator of τ_b"),
          named(
              "kendall_var_s",
              "Variansen til S uten sammenheng",
              "Variansen til S utan samanheng",
              "Variance of S under no association"),
          named(
              "somers_d",
              "Somers' d for det andre gitt det første",
              "Somers' d for det andre gitt det første",
              "Somers' d of the other given the first"),
          named(
              "spearman",
              "Spearmans koeffisient, Fishers intervall",
              "Spearmans koeffisient, intervallet til Fisher",
              "Spearman's coefficient, Fisher's interval"),
          named(
              "spearman_bootstrap",
              "Det samme, intervall ved gjentatt trekning",
              "Det same, intervall ved gjenteken trekking",
              "The same, percentile bootstrap interval"),
          named(
              "rbo",
              "Overlapp fra toppen av de to listene; bare med key",
              "Overlapp frå toppen av dei to listene; berre med key",
              "Overlap of the two lists from the top; only with key")),
      List.of(),
      Text.of(
          "τ_b = S / √((N − like på x)(N − like på y)); Spearman er Pearson av plassene; CI tanh(atanh r ± z/√(n − 3)).",
          "τ_b = S / √((N − like på x)(N − like på y)); Spearman er Pearson av plassane; CI tanh(atanh r ± z/√(n − 3)).",
          "τ_b = S / √((N − ties on x)(N − ties on y)); Spearman is Pearson of the ranks; CI tanh(atanh r ± z/√(n − 3))."),
      List.of(Text.of(
          "Enhetene er et utvalg av uavhengige enheter.",
          "Einingane er eit utval av uavhengige einingar.",
          "The units are a sample of independent units.")),
      List.of(Text.of(
          "En liten koeffisient betyr ikke at det ikke er noen sammenheng: støy i tallene trekker den mot null.",
          "Ein liten koeffisient tyder ikkje at det ikkje er nokon samanheng: støy i tala dreg han mot null.",
          "A small coefficient does not mean no relation: noise in the figures pulls it to zero.")),
      List.of(
          new Card.Reference(
              "Webber, W., Moffat, A. and Zobel, J. (2010). A similarity measure for indefinite rankings. ACM Transactions on Information Systems 28(4), 20.",
              "10.1145/1852102.1852106"),
          new Card.Reference(
              "Kendall, M. G. (1938). A new measure of rank correlation. Biometrika 30(1–2), 81–93.",
              "10.1093/biomet/30.1-2.81"),
          new Card.Reference(
              "Somers, R. H. (1962). A new asymmetric measure of association for ordinal variables. American Sociological Review 27(6), 799–811.",
              "10.2307/2090408"),
          new Card.Reference(
              "Spearman, C. (1904). The proof and measurement of association between two things. American Journal of Psychology 15(1), 72–101.",
              "10.2307/1412159")),
      List.of(
          new Card.Peer(
              "DescTools 0.99.59",
              Text.of(
                  "KendallTauB og SpearmanRho er like.",
                  "KendallTauB og SpearmanRho er like.",
                  "KendallTauB and SpearmanRho agree.")),
          new Card.Peer(
              "Kendall 2.2.1",
              Text.of(
                  "Likt til seks siffer; den regner med enkel presisjon.",
                  "Likt til seks siffer; den reknar med enkel presisjon.",
                  "Agrees to six digits; it computes in single precision."))),
      List.of(
          "utfall agree sample-data/data/tavle.csv --key kommune --value utgift --other effekt"));

  private static Card.Named named(String name, String nb, String nn, String en) {
    return new Card.Named(name, Text.of(nb, nn, en));
  }

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public Result apply(Frame given, Settings settings) {
    List<String> key = settings.list("key");
    Frame data = given.sorted(key);
    checkKeys(data, key);
    double persistence = settings.number("persistence");
    if (!(persistence > 0 && persistence < 1)) {
      throw Refusal.commandLine("--persistence must lie between 0 and 1", "write 0.9");
    }
    NumberColumn value = data.number(settings.text("value"));
    NumberColumn other = data.number(settings.text("other"));
    List<Finding> findings = new ArrayList<>();
    double[] x = new double[data.rows()];
    double[] y = new double[data.rows()];
    int n = 0;
    for (int row = 0; row < data.rows(); row++) {
      if (value.isKnown(row) && other.isKnown(row)) {
        x[n] = value.value(row);
        y[n++] = other.value(row);
      } else {
        String missing = value.isKnown(row) ? other.name() : value.name();
        findings.add(Finding.warning(
            "W782",
            data.place(row, missing),
            "",
            "a row is set aside: " + missing + " is not known",
            "give the number, or take the row out"));
      }
    }
    if (n < LEAST_UNITS) {
      throw Refusal.analysis(
          "E702",
          data.file(),
          n + " rows have both numbers; at least " + LEAST_UNITS + " are needed",
          "add rows, or see which were set aside");
    }
    double[] a = Arrays.copyOf(x, n);
    double[] b = Arrays.copyOf(y, n);
    if (isConstant(a) || isConstant(b)) {
      throw Refusal.analysis(
          "E703",
          data.file(),
          (isConstant(a) ? value.name() : other.name()) + " is the same in every row: no order",
          "choose a column that varies");
    }
    Agreement agreement =
        Agreement.withDefaults().draws(Options.readDraws(settings), settings.integer("seed"));
    List<Level> levels = new ArrayList<>();
    for (double level : settings.numbers("conf-level")) {
      levels.add(new Level(Options.readLevel(level), agreement.confLevel(level).estimate(a, b)));
    }
    return new Agreed(
        levels, key.isEmpty() ? Double.NaN : overlap(a, b).extrapolated(persistence), findings);
  }

  private static void checkKeys(Frame data, List<String> key) {
    if (key.isEmpty()) {
      return;
    }
    List<Finding> twice = new ArrayList<>();
    for (int[] rows : data.groups(key).rows()) {
      if (rows.length > 1) {
        String code = data.text(key.get(0)).get(rows[0]);
        twice.add(Finding.error(
            "E781",
            data.place(rows[1], key.get(0)),
            code,
            "unit '" + code + "' stands twice",
            "give one row for each unit, or name more key columns"));
      }
    }
    if (!twice.isEmpty()) {
      throw new Refusal(Fault.INPUT_DATA, twice);
    }
  }

  /** Of the lists from the highest down; equal values stand in the order of their keys. */
  private static RankBiasedOverlap overlap(double[] a, double[] b) {
    return RankBiasedOverlap.of(fromTheTop(a), fromTheTop(b));
  }

  private static int[] fromTheTop(double[] x) {
    Integer[] order = new Integer[x.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> -x[i]));
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  private static boolean isConstant(double[] x) {
    return Arrays.stream(x).allMatch(v -> v == x[0]);
  }

  private record Level(double level, Agreement.Estimate estimate) {}

  private record Agreed(List<Level> levels, double overlap, List<Finding> findings)
      implements Result {

    @Override
    public Frame tidy() {
      Tidy tidy = Tidy.keys();
      RankCorrelation first = levels.get(0).estimate().correlation();
      for (Level level : levels) {
        RankCorrelation c = level.estimate().correlation();
        double z = Normal.quantile(0.5 + level.level() / 2);
        double reach = z * c.tauBError();
        tidy.row()
            .measure("tau_b")
            .estimate(c.tauB())
            .stdError(c.tauBError())
            .interval(c.tauB() - reach, c.tauB() + reach, level.level())
            .test(c.correctedZ(), Double.NaN, c.tauP())
            .n(c.n())
            .method(c.isExact() ? "exact" : "normal-corrected");
        double reachD = z * c.somersDError();
        tidy.row()
            .measure("somers_d")
            .estimate(c.somersD())
            .stdError(c.somersDError())
            .interval(c.somersD() - reachD, c.somersD() + reachD, level.level())
            .n(c.n());
        double[] fisher = c.spearmanInterval(level.level());
        tidy.row()
            .measure("spearman")
            .estimate(c.spearman())
            .interval(fisher[0], fisher[1], level.level())
            .test(c.spearmanT(), c.n() - 2, StudentT.twoSided(c.spearmanT(), c.n() - 2))
            .n(c.n())
            .method("fisher");
        tidy.row()
            .measure("spearman_bootstrap")
            .estimate(c.spearman())
            .interval(level.estimate().bootLow(), level.estimate().bootHigh(), level.level())
            .n(c.n())
            .method("percentile-bootstrap");
      }
      double plainZ = first.s() / Math.sqrt(first.varianceOfS());
      tidy.row()
          .measure("kendall_s")
          .estimate(first.s())
          .test(plainZ, Double.NaN, StudentT.twoSided(plainZ, Double.POSITIVE_INFINITY))
          .n(first.n())
          .method("normal");
      tidy.row().measure("kendall_d").estimate(first.denominator()).n(first.n());
      tidy.row().measure("kendall_var_s").estimate(first.varianceOfS()).n(first.n());
      if (!Double.isNaN(overlap)) {
        tidy.row().measure("rbo").estimate(overlap).n(first.n()).method("extrapolated");
      }
      return tidy.frame();
    }

    @Override
    public List<Text> reading() {
      RankCorrelation c = levels.get(0).estimate().correlation();
      double reach = Normal.quantile(0.5 + levels.get(0).level() / 2) * c.tauBError();
      double low = c.tauB() - reach;
      double high = c.tauB() + reach;
      Text verdict = low > 0
          ? Text.of("De to følges ad", "Dei to følgjest åt", "The two go together")
          : high < 0
              ? Text.of(
                  "De to går hver sin vei", "Dei to går kvar sin veg", "The two go opposite ways")
              : Text.of(
                  "Tallene kan ikke si om de to følges ad",
                  "Tala kan ikkje seie om dei to følgjest åt",
                  "These figures cannot tell whether the two go together");
      return List.of(verdict
          .plus(Text.of(
              ": τ_b er {0}, målt på {1} enheter.",
              ": τ_b er {0}, målt på {1} einingar.", ": τ_b is {0}, over {1} units."))
          .with(Words.interval(c.tauB(), low, high), c.n()));
    }
  }
}
