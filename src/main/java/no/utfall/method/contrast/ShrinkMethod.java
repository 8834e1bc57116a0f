package no.utfall.method.contrast;

import java.util.List;
import java.util.Map;
import no.utfall.figure.Frame;
import no.utfall.math.ChiSquare;
import no.utfall.math.Normal;
import no.utfall.math.Ranks;
import no.utfall.method.Card;
import no.utfall.method.Method;
import no.utfall.method.Option;
import no.utfall.method.Result;
import no.utfall.method.Roles;
import no.utfall.method.Settings;
import no.utfall.method.Tidy;
import no.utfall.problem.Finding;
import no.utfall.text.Numerals;
import no.utfall.text.Text;

/** {@code shrink}: each estimate drawn towards the common mean as far as its noise deserves. */
public final class ShrinkMethod implements Method {

  private static final int LEAST_UNITS = 3;

  private static final Card CARD = new Card(
      "shrink",
      Text.of("Krympede anslag", "Krympa anslag", "Shrunken estimates"),
      Text.of(
          "Hva er det beste anslaget for hver enhet, når små enheter er mest støy?",
          "Kva er det beste anslaget for kvar eining, når små einingar er mest støy?",
          "What is the best estimate for each unit, small units being mostly noise?"),
      List.of(
          Roles.UNIT.needed(),
          Roles.VALUE.needed(),
          Options.STD_ERROR.needed(),
          Option.choice(
              "estimator",
              "paule-mandel",
              List.of("paule-mandel", "dersimonian-laird"),
              Text.of(
                  "Hvordan variansen mellom enheter anslås",
                  "Korleis variansen mellom einingar blir anslått",
                  "How the variance between units is estimated")),
          Roles.CONF_LEVEL),
      List.of(
          named(
              "posterior",
              "Anslaget etter krymping, med standardavvik og intervall",
              "Anslaget etter krymping, med standardavvik og intervall",
              "The shrunken estimate, its standard deviation and interval"),
          named(
              "reliability",
              "Hvor stor del av spredningen som er enhetens egen",
              "Kor stor del av spreiinga som er eininga si eiga",
              "The part of the spread that is the unit's own")),
      List.of(named(
          "board",
          "Felles tall: mu, tau2_PM, tau2_DL, Q",
          "Felles tal: mu, tau2_PM, tau2_DL, Q",
          "Common figures: mu, tau2_PM, tau2_DL, Q")),
      Text.of(
          "(1 − B) y + B μ, B = s² / (s² + τ²); τ² fra Q(τ²) = n − 1 (Paule–Mandel).",
          "(1 − B) y + B μ, B = s² / (s² + τ²); τ² frå Q(τ²) = n − 1 (Paule–Mandel).",
          "(1 − B) y + B μ, B = s² / (s² + τ²); τ² from Q(τ²) = n − 1 (Paule–Mandel)."),
      List.of(
          Text.of(
              "Sanne verdier sprer seg normalt om ett middel.",
              "Sanne verdiar spreier seg normalt om eitt middel.",
              "True values spread normally about one mean."),
          Text.of(
              "Anslagene er uavhengige med kjente standardfeil.",
              "Anslaga er uavhengige med kjende standardfeil.",
              "Estimates are independent with known standard errors.")),
      List.of(
          Text.of(
              "Når det er antall over en nevner og ikke anslag med standardfeil: bruk smooth, som også bruker små antall og null riktig.",
              "Når det er tal over ein nemnar og ikkje anslag med standardfeil: bruk smooth, som òg bruker små tal og null rett.",
              "When there are counts over a population and not estimates with standard errors: use smooth, which is also right for small counts and zero."),
          Text.of(
              "Når verdiene skal settes mot noe annet: krymping mot ett middel visker ut sammenhengen; bruk contrast.",
              "Når verdiane skal setjast mot noko anna: krymping mot eitt middel viskar ut samanhengen; bruk contrast.",
              "When the values are to be set against something else: shrinking to one mean wears the relation away; use contrast.")),
      List.of(
          new Card.Reference(
              "Morris, C. N. (1983). Parametric empirical Bayes inference: theory and applications. Journal of the American Statistical Association 78(381), 47–55.",
              "10.1080/01621459.1983.10477920"),
          new Card.Reference(
              "DerSimonian, R. and Laird, N. (1986). Meta-analysis in clinical trials. Controlled Clinical Trials 7(3), 177–188.",
              "10.1016/0197-2456(86)90046-2")),
      List.of(new Card.Peer(
          "metafor 3.8-1",
          Text.of(
              "τ², middel og Q er like.", "τ², middel og Q er like.", "τ², mean and Q agree."))),
      List.of(
          "utfall shrink sample-data/data/tavle.csv --unit kommune --value effekt --std-error feil"));

  private static Card.Named named(String name, String nb, String nn, String en) {
    return new Card.Named(name, Text.of(nb, nn, en));
  }

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public Result apply(Frame data, Settings settings) {
    String unit = settings.text("unit");
    String value = settings.text("value");
    String error = settings.text("std-error");
    Estimates rows = Estimates.read(data, unit, List.of(value, error), List.of(error), LEAST_UNITS);
    Scores scores = Scores.of(rows.units(unit), rows.numbers(value), rows.numbers(error));
    String estimator = settings.text("estimator");
    Shrinkage.Between rule = estimator.equals("paule-mandel")
        ? Shrinkage.Between.PAULE_MANDEL
        : Shrinkage.Between.DERSIMONIAN_LAIRD;
    double[] levels = settings.numbers("conf-level");
    for (double level : levels) {
      Options.readLevel(level);
    }
    return new Shrunken(
        unit,
        scores,
        Shrinkage.withDefaults().between(rule).estimate(scores.effect, scores.stdError),
        levels,
        estimator,
        rows.findings());
  }

  private record Shrunken(
      String unitColumn,
      Scores scores,
      Shrinkage.Estimate estimate,
      double[] levels,
      String estimator,
      List<Finding> findings)
      implements Result {

    @Override
    public Frame tidy() {
      Tidy tidy = Tidy.keys(unitColumn);
      for (int i = 0; i < scores.size(); i++) {
        double mean = estimate.posterior().mean(i);
        double sd = estimate.posterior().sd(i);
        for (double level : levels) {
          double z = Normal.quantile(0.5 + level / 2);
          Tidy.Row row = tidy.row(scores.unit[i])
              .measure("posterior")
              .estimate(mean)
              .stdError(sd)
              .interval(mean - z * sd, mean + z * sd, level)
              .n(scores.size())
              .method(estimator);
          if (!estimate.isDistinguishable()) {
            row.note("tau2 is 0: nothing is distinguishable, all get the common mean");
          }
        }
        tidy.row(scores.unit[i])
            .measure("reliability")
            .estimate(estimate.reliability()[i])
            .n(scores.size());
      }
      return tidy.frame();
    }

    @Override
    public Map<String, Frame> tables() {
      Tidy tidy = Tidy.keys();
      int n = scores.size();
      for (double level : levels) {
        double z = Normal.quantile(0.5 + level / 2);
        tidy.row()
            .measure("mu")
            .estimate(estimate.mu())
            .stdError(estimate.muError())
            .interval(
                estimate.mu() - z * estimate.muError(),
                estimate.mu() + z * estimate.muError(),
                level)
            .n(n)
            .method(estimator);
      }
      tidy.row().measure("tau2_PM").estimate(estimate.tau2PM()).n(n).method("paule-mandel");
      tidy.row().measure("tau2_DL").estimate(estimate.tau2DL()).n(n).method("dersimonian-laird");
      tidy.row()
          .measure("Q")
          .estimate(estimate.q())
          .test(estimate.q(), n - 1, ChiSquare.upperTail(estimate.q(), n - 1))
          .n(n);
      return Map.of("board", tidy.frame());
    }

    @Override
    public List<Text> reading() {
      if (!estimate.isDistinguishable()) {
        return List.of(
            Text.of(
                "Tallene kan ikke skille enhetene: spredningen er ikke større enn støyen. Det betyr ikke at de er like.",
                "Tala kan ikkje skilje einingane: spreiinga er ikkje større enn støyen. Det tyder ikkje at dei er like.",
                "These figures cannot tell the units apart: the spread is no larger than the noise. That does not mean they are equal."));
      }
      double middle = Ranks.median(estimate.reliability());
      return List.of(Text.of(
              "Av spredningen for den midterste enheten er {0} av 100 dens egen; resten er støy og trekkes mot middelet {1}.",
              "Av spreiinga for den midtarste eininga er {0} av 100 hennar eiga; resten er støy og blir dregen mot middelet {1}.",
              "Of the spread of the middle unit {0} of 100 is its own; the rest is noise and is drawn to the mean {1}.")
          .with(
              Numerals.rounded(100 * middle, 0),
              Words.interval(
                  estimate.mu(),
                  estimate.mu() - 1.96 * estimate.muError(),
                  estimate.mu() + 1.96 * estimate.muError())));
    }
  }
}
