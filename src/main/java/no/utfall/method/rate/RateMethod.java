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

/** The method {@code rate}: {@link CrudeRate} for every group. */
public final class RateMethod implements Method {

  static final Option INTERVAL = Option.choice(
      "method",
      CrudeRate.Interval.BYAR.code(),
      Coded.codes(CrudeRate.Interval.class),
      Text.of(
          "Hvordan intervallet lages",
          "Korleis intervallet blir laga",
          "How the interval is made"));

  private static final Card CARD = new Card(
      "rate",
      Text.of("Rate", "Rate", "Crude rate"),
      Text.of(
          "Hvor mange hendelser er det per person eller personår, og hvor usikkert er det?",
          "Kor mange hendingar er det per person eller personår, og kor usikkert er det?",
          "How many events are there per person or person-year, and how uncertain is it?"),
      List.of(
          Roles.BY,
          Roles.COUNT.needed(),
          Roles.POPULATION.needed(),
          Roles.per("100000"),
          Roles.CONF_LEVEL,
          INTERVAL,
          TooUncertain.OPTION,
          Cards.COMPARE_TO),
      List.of(
          new Card.Named(
              "rate",
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
          "r = x / n (x: hendelser, n: nevner, z: normalkvantilen (1 + nivå) / 2, α = 1 − nivå). Grensene for x, delt"
              + " på n: byar: x(1 − 1/(9x) − z/(3√x))³ og, med y = x + 1, y(1 − 1/(9y) + z/(3√y))³, men exact under"
              + " ti hendelser. exact: kvantilen α/2 i Gamma(x) og 1 − α/2 i Gamma(x + 1). mid-p: λ der P(X > x) +"
              + " ½P(X = x) = α/2, og P(X < x) + ½P(X = x) = α/2. jeffreys: kvantilene α/2 og 1 − α/2 i Gamma(x + ½),"
              + " men 0 for x = 0."
              + " difference (mover): d ± √(summen av kvadratene av avstandene til grensene). ratio (conditional):"
              + " Clopper–Pearson for x blant x + x′, gjort om til π / (1 − π) · n′ / n."
              + " too-uncertain: færre enn 10 hendelser, eller færre enn 10 i nevneren. For hånd (byar): x = 25,"
              + " n = 1000, z = 1,96: 25(1 − 0,0044 − 0,1307)³ = 16,2 og 26(1 − 0,0043 + 0,1281)³ = 36,9: 25 per 1000, 16,2 til"
              + " 36,9.",
          "r = x / n (x: hendingar, n: nemnar, z: normalkvantilen (1 + nivå) / 2, α = 1 − nivå). Grensene for x, delte"
              + " på n: byar: x(1 − 1/(9x) − z/(3√x))³ og, med y = x + 1, y(1 − 1/(9y) + z/(3√y))³, men exact under"
              + " ti hendingar. exact: kvantilen α/2 i Gamma(x) og 1 − α/2 i Gamma(x + 1). mid-p: λ der P(X > x) +"
              + " ½P(X = x) = α/2, og P(X < x) + ½P(X = x) = α/2. jeffreys: kvantilane α/2 og 1 − α/2 i Gamma(x + ½),"
              + " men 0 for x = 0."
              + " difference (mover): d ± √(summen av kvadrata av avstandane til grensene). ratio (conditional):"
              + " Clopper–Pearson for x blant x + x′, gjort om til π / (1 − π) · n′ / n."
              + " too-uncertain: færre enn 10 hendingar, eller færre enn 10 i nemnaren. For hand (byar): x = 25,"
              + " n = 1000, z = 1,96: 25(1 − 0,0044 − 0,1307)³ = 16,2 og 26(1 − 0,0043 + 0,1281)³ = 36,9: 25 per 1000, 16,2 til"
              + " 36,9.",
          "r = x / n (x: events, n: population, z: the normal quantile (1 + level) / 2, α = 1 − level). The limits of"
              + " x, over n: byar: x(1 − 1/(9x) − z/(3√x))³ and, with y = x + 1, y(1 − 1/(9y) + z/(3√y))³, but exact"
              + " below ten events. exact: quantile α/2 of Gamma(x) and 1 − α/2 of Gamma(x + 1). mid-p: λ with"
              + " P(X > x) + ½P(X = x) = α/2, and P(X < x) + ½P(X = x) = α/2. jeffreys: quantiles α/2 and 1 − α/2 of"
              + " Gamma(x + ½), but 0 for x = 0. difference (mover): d ± √(sum of the squared distances to the limits). ratio"
              + " (conditional): Clopper–Pearson for x among x + x′, turned into π / (1 − π) · n′ / n."
              + " too-uncertain: fewer than 10 events, or fewer than 10 in the population. By hand (byar): x = 25,"
              + " n = 1000, z = 1.96: 25(1 − 0.0044 − 0.1307)³ = 16.2 and 26(1 − 0.0043 + 0.1281)³ = 36.9: 25 per 1000, 16.2 to"
              + " 36.9."),
      List.of(
          Text.of(
              "Hendelsene skjer uavhengig av hverandre",
              "Hendingane skjer uavhengig av kvarandre",
              "The events happen independently of each other"),
          Text.of(
              "Nevneren er kjent uten feil",
              "Nemnaren er kjend utan feil",
              "The population is known without error")),
      List.of(
          Text.of(
              "Samme person har flere hendelser: intervallet blir for smalt",
              "Same person har fleire hendingar: intervallet blir for smalt",
              "The same person has several events: the interval is too narrow"),
          Text.of(
              "Gruppene har ulik alder og skal sammenlignes: bruk dsr eller smr",
              "Gruppene har ulik alder og skal samanliknast: bruk dsr eller smr",
              "The groups differ in age and are to be compared: use dsr or smr")),
      List.of(
          new Card.Reference(
              "Breslow and Day (1987). Statistical methods in cancer research II: The design and analysis of cohort"
                  + " studies. IARC Scientific Publications 82 (Byar's approximation, section 2.3).",
              ""),
          new Card.Reference(
              "Garwood (1936). Fiducial limits for the Poisson distribution. Biometrika 28(3–4), 437–442.",
              "10.1093/biomet/28.3-4.437"),
          new Card.Reference(
              "Cohen and Yang (1994). Mid-P confidence intervals for the Poisson expectation. Statistics in Medicine"
                  + " 13(21), 2189–2203.",
              ""),
          new Card.Reference(
              "Brown, Cai and DasGupta (2003). Interval estimation in exponential families. Statistica Sinica 13,"
                  + " 19–49.",
              ""),
          Cards.COMPARISONS.get(0),
          Cards.COMPARISONS.get(1),
          Cards.STANDARDS_FOR_RATES),
      List.of(
          new Card.Peer(
              "PHEindicatormethods::phe_rate 2.1.1",
              Text.of(
                  "byar er lik til 1e-10, med samme bytte til exact under ti hendelser. Med vilje annerledes: én"
                      + " gruppe summeres som mange, en umulig rad stopper ikke de andre, skjulte celler gir grenser,"
                      + " og kolonnen method sier hva som ble brukt.",
                  "byar er lik til 1e-10, med same byte til exact under ti hendingar. Med vilje annleis: éi gruppe"
                      + " blir summert som mange, ei umogleg rad stoppar ikkje dei andre, skjulte celler gir grenser,"
                      + " og kolonnen method seier kva som vart brukt.",
                  "byar agrees to 1e-10, with the same switch to exact below ten events. Differs on purpose: one group"
                      + " is summed like many, an impossible row does not stop the others, hidden cells give bounds,"
                      + " and the column method says which was used.")),
          new Card.Peer(
              "stats::poisson.test (R)",
              Text.of(
                  "exact er lik til 1e-10", "exact er lik til 1e-10", "exact agrees to 1e-10"))),
      List.of(
          "utfall rate sample-data/data/utenfor_2024.csv --by kommune --count antall --population unge",
          "utfall rate sample-data/data/utenfor_2024.csv --by kommune --count antall --population unge --per 1000"
              + " --method mid-p"));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public Result apply(Frame data, Settings settings) {
    double per = Checks.per(settings.number("per"));
    CrudeRate rate = CrudeRate.withDefaults()
        .per(per)
        .interval(Coded.of(CrudeRate.Interval.class, settings.text("method")));
    return new Ratios(Words.rate(per), per, false, level -> kernel(rate.level(level)))
        .of(data, settings);
  }

  private static Ratios.Kernel kernel(CrudeRate rate) {
    return (count, population) -> {
      CrudeRate.Estimate estimate = rate.estimate(count, population);
      return new Ratios.Limits(
          estimate.value(),
          estimate.stdError(),
          estimate.low(),
          estimate.high(),
          estimate.interval().code());
    };
  }
}
