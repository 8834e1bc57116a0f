package no.utfall.method.rate;

import java.util.List;
import no.utfall.figure.Frame;
import no.utfall.method.Card;
import no.utfall.method.Checks;
import no.utfall.method.Method;
import no.utfall.method.Option;
import no.utfall.method.Result;
import no.utfall.method.Roles;
import no.utfall.method.Settings;
import no.utfall.text.Text;

/** The method {@code proportion}: {@link Proportion} for every group. */
public final class ProportionMethod implements Method {

  private static final Option INTERVAL = Option.choice(
      "method",
      Proportion.Interval.WILSON.code(),
      Coded.codes(Proportion.Interval.class),
      Text.of(
          "Hvordan intervallet lages",
          "Korleis intervallet blir laga",
          "How the interval is made"));

  private static final Card CARD = new Card(
      "proportion",
      Text.of("Andel", "Del", "Proportion"),
      Text.of(
          "Hvor stor andel av befolkningen gjelder det, og hvor usikker er den?",
          "Kor stor del av befolkninga gjeld det, og kor usikker er han?",
          "What share of a population is it, and how uncertain is it?"),
      List.of(
          Roles.BY,
          Roles.COUNT.needed(),
          Roles.POPULATION.needed(),
          Roles.per("100"),
          Roles.CONF_LEVEL,
          INTERVAL,
          TooUncertain.OPTION,
          Cards.COMPARE_TO),
      List.of(
          new Card.Named(
              "proportion",
              Text.of(
                  "Summen av hendelsene delt på summen av nevnerne i gruppen",
                  "Summen av hendingane delt på summen av nemnarane i gruppa",
                  "The sum of the events over the sum of the populations in the group")),
          Cards.LOWEST,
          Cards.HIGHEST,
          Cards.OF_KNOWN,
          Cards.DIFFERENCE,
          Cards.RATIO),
      List.of(Cards.SIZES),
      Text.of(
          "p = x / n (x: antallet, n: nevneren, z: normalkvantilen (1 + nivå) / 2, α = 1 − nivå). "
              + "wilson: (2x + z² ± z √(z² + 4x(1 − p))) / (2(n + z²)). "
              + "clopper-pearson: kvantilen α/2 i Beta(x, n − x + 1) og 1 − α/2 i Beta(x + 1, n − x). "
              + "agresti-coull: p̃ ± z √(p̃(1 − p̃) / ñ), ñ = n + z², p̃ = (x + z²/2) / ñ. "
              + "jeffreys: kvantilene α/2 og 1 − α/2 i Beta(x + ½, n − x + ½), men 0 for x = 0 og 1 for x = n. "
              + "difference (mover): Newcombes metode 10 med wilson. ratio (koopman): alle forhold som skårtesten ikke forkaster."
              + " too-uncertain: færre enn 30 personer, eller clopper-pearson 95 % minst 30 prosentpoeng bredt, eller bredere enn 5 og enn 1,3 · p."
              + " For hånd (wilson): x = 10, n = 50, z = 1,96: (20 + 3,84 ± 1,96 √(3,84 + 40 · 0,8)) / (2 · 53,84) = (23,84 ± 11,73)"
              + " / 107,7: 20 %, 11,2 til 33,0.",
          "p = x / n (x: talet, n: nemnaren, z: normalkvantilen (1 + nivå) / 2, α = 1 − nivå). "
              + "wilson: (2x + z² ± z √(z² + 4x(1 − p))) / (2(n + z²)). "
              + "clopper-pearson: kvantilen α/2 i Beta(x, n − x + 1) og 1 − α/2 i Beta(x + 1, n − x). "
              + "agresti-coull: p̃ ± z √(p̃(1 − p̃) / ñ), ñ = n + z², p̃ = (x + z²/2) / ñ. "
              + "jeffreys: kvantilane α/2 og 1 − α/2 i Beta(x + ½, n − x + ½), men 0 for x = 0 og 1 for x = n. "
              + "difference (mover): metode 10 hos Newcombe med wilson. ratio (koopman): alle forhold som skårtesten ikkje forkastar."
              + " too-uncertain: færre enn 30 personar, eller clopper-pearson 95 % minst 30 prosentpoeng breitt, eller breiare enn 5 og enn 1,3 · p."
              + " For hand (wilson): x = 10, n = 50, z = 1,96: (20 + 3,84 ± 1,96 √(3,84 + 40 · 0,8)) / (2 · 53,84) = (23,84 ± 11,73)"
              + " / 107,7: 20 %, 11,2 til 33,0.",
          "p = x / n (x: the count, n: the population, z: the normal quantile (1 + level) / 2, α = 1 − level). "
              + "wilson: (2x + z² ± z √(z² + 4x(1 − p))) / (2(n + z²)). "
              + "clopper-pearson: quantile α/2 of Beta(x, n − x + 1) and 1 − α/2 of Beta(x + 1, n − x). "
              + "agresti-coull: p̃ ± z √(p̃(1 − p̃) / ñ), ñ = n + z², p̃ = (x + z²/2) / ñ. "
              + "jeffreys: quantiles α/2 and 1 − α/2 of Beta(x + ½, n − x + ½), but 0 for x = 0 and 1 for x = n. "
              + "difference (mover): Newcombe's method 10 with wilson. ratio (koopman): all ratios that the score test does not reject."
              + " too-uncertain: fewer than 30 persons, or clopper-pearson 95% at least 30 percentage points wide, or wider than 5 and than 1.3 · p."
              + " By hand (wilson): x = 10, n = 50, z = 1.96: (20 + 3.84 ± 1.96 √(3.84 + 40 · 0.8)) / (2 · 53.84) = (23.84 ± 11.73)"
              + " / 107.7: 20%, 11.2 to 33.0."),
      List.of(
          Text.of(
              "Hver person telles én gang, og de talte er del av nevneren",
              "Kvar person blir talt éin gong, og dei talde er del av nemnaren",
              "Each person is counted once, and the counted are part of the population"),
          Text.of(
              "Personene er uavhengige av hverandre",
              "Personane er uavhengige av kvarandre",
              "The persons are independent of each other")),
      List.of(
          Text.of(
              "Én person kan ha flere hendelser: bruk rate",
              "Éin person kan ha fleire hendingar: bruk rate",
              "One person can have several events: use rate"),
          Text.of(
              "Gruppene har ulik alder og skal sammenlignes: bruk dsr eller smr",
              "Gruppene har ulik alder og skal samanliknast: bruk dsr eller smr",
              "The groups differ in age and are to be compared: use dsr or smr"),
          Text.of(
              "Tallene er anslag fra et vektet utvalg: intervallet blir for smalt",
              "Tala er anslag frå eit vekta utval: intervallet blir for smalt",
              "The numbers are estimates from a weighted sample: the interval is too narrow")),
      List.of(
          new Card.Reference(
              "Wilson (1927). Probable inference, the law of succession, and statistical inference. Journal of the"
                  + " American Statistical Association 22(158), 209–212.",
              "10.1080/01621459.1927.10502953"),
          new Card.Reference(
              "Clopper and Pearson (1934). The use of confidence or fiducial limits illustrated in the case of the"
                  + " binomial. Biometrika 26(4), 404–413.",
              "10.1093/biomet/26.4.404"),
          new Card.Reference(
              "Agresti and Coull (1998). Approximate is better than “exact” for interval estimation of binomial"
                  + " proportions. The American Statistician 52(2), 119–126.",
              "10.1080/00031305.1998.10480550"),
          new Card.Reference(
              "Brown, Cai and DasGupta (2001). Interval estimation for a binomial proportion. Statistical Science"
                  + " 16(2), 101–133.",
              "10.1214/ss/1009213286"),
          Cards.COMPARISONS.get(0),
          Cards.COMPARISONS.get(1),
          new Card.Reference(
              "Koopman (1984). Confidence intervals for the ratio of two binomial proportions. Biometrics 40(2),"
                  + " 513–517.",
              "10.2307/2531405"),
          Cards.STANDARDS_FOR_PROPORTIONS),
      List.of(
          new Card.Peer(
              "PHEindicatormethods::phe_proportion 2.1.1",
              Text.of(
                  "Wilson er lik til 1e-12. Med vilje annerledes: én gruppe summeres som mange, en umulig rad stopper"
                      + " ikke de andre, og skjulte celler gir grenser.",
                  "Wilson er lik til 1e-12. Med vilje annleis: éi gruppe blir summert som mange, ei umogleg rad"
                      + " stoppar ikkje dei andre, og skjulte celler gir grenser.",
                  "Wilson agrees to 1e-12. Differs on purpose: one group is summed like many, an impossible row does"
                      + " not stop the others, and hidden cells give bounds.")),
          new Card.Peer(
              "stats::binom.test (R)",
              Text.of(
                  "clopper-pearson er lik til 1e-12",
                  "clopper-pearson er lik til 1e-12",
                  "clopper-pearson agrees to 1e-12"))),
      List.of(
          "utfall proportion sample-data/data/utenfor_2024.csv --by kommune --count antall --population unge",
          "utfall proportion sample-data/data/utenfor_2024.csv --count antall --population unge"
              + " --conf-level 0.95,0.998 --method clopper-pearson"));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public Result apply(Frame data, Settings settings) {
    double per = Checks.per(settings.number("per"));
    Proportion proportion = Proportion.withDefaults()
        .per(per)
        .interval(Coded.of(Proportion.Interval.class, settings.text("method")));
    return new Ratios(Words.proportion(per), per, true, level -> kernel(proportion.level(level)))
        .of(data, settings);
  }

  private static Ratios.Kernel kernel(Proportion proportion) {
    return (count, population) -> {
      Proportion.Estimate estimate = proportion.estimate(count, population);
      return new Ratios.Limits(
          estimate.value(),
          estimate.stdError(),
          estimate.low(),
          estimate.high(),
          estimate.interval().code());
    };
  }
}
