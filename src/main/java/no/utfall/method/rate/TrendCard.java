package no.utfall.method.rate;

import java.util.Arrays;
import java.util.List;
import no.utfall.figure.Type;
import no.utfall.method.Card;
import no.utfall.method.Option;
import no.utfall.method.Roles;
import no.utfall.panel.Direction;
import no.utfall.text.Text;

/** What {@code trend} says of itself. */
final class TrendCard {

  private static final List<Option> OPTIONS = List.of(
      Roles.BY,
      Roles.PERIOD.needed(),
      Roles.COUNT,
      Roles.POPULATION,
      Roles.VALUE,
      Option.column(
          "std-error",
          Type.SIZE,
          Text.of(
              "Standardfeilen til verdien",
              "Standardfeilen til verdien",
              "Standard error of value")),
      Option.choice(
          "kind",
          "rate",
          List.of("rate", "proportion"),
          Text.of(
              "Hva antallet er av nevneren: hendelser eller en del av personene",
              "Kva talet er av nemnaren: hendingar eller ein del av personane",
              "What the count is of the population: events, or some of the persons")),
      Option.choice(
          "form",
          null,
          Coded.codes(TrendForm.class),
          Text.of(
              "Skalaen der trenden er en rett linje; ellers log-linear for antall og linear for verdier",
              "Skalaen der trenden er ei rett linje; elles log-linear for tal og linear for verdiar",
              "The scale on which the trend is straight; else log-linear for counts and linear for values")),
      Option.number(
          "per",
          null,
          Text.of(
              "Oppgi per så mange; ellers 100000, for proportion 100",
              "Oppgi per så mange; elles 100000, for proportion 100",
              "Report per this many; else 100000, for proportion 100")),
      Roles.CONF_LEVEL,
      Option.choice(
          "overdispersion",
          "multiplicative",
          List.of("multiplicative", "none"),
          Text.of(
              "Om spredning rundt linja ut over tilfeldighet gjør intervallene bredere",
              "Om spreiing rundt linja ut over tilfelle gjer intervalla breiare",
              "Whether scatter about the line beyond chance widens the intervals")),
      Option.choice(
          "error",
          TrendError.OLS.code(),
          Coded.codes(TrendError.class),
          Text.of(
              "Hva som gjøres med at naboperioder ligner hverandre: ingenting, usikkerhet som tar det med (newey-west), eller en"
                  + " linje gjennom det som er nytt i hver periode (prais-winsten, for verdier)",
              "Kva som blir gjort med at naboperiodar liknar på kvarandre: ingenting, uvisse som tek det med (newey-west), eller"
                  + " ei linje gjennom det som er nytt i kvar periode (prais-winsten, for verdiar)",
              "What is done about neighbouring periods that resemble each other: nothing, an uncertainty that takes it in"
                  + " (newey-west), or a line through what is new in each period (prais-winsten, for values)")),
      Option.word(
          "from",
          null,
          Text.of(
              "Linja går gjennom periodene før denne og føres videre fra den",
              "Linja går gjennom periodane før denne og blir ført vidare frå han",
              "The line goes through the periods before this one and is continued from it")),
      Option.integer(
          "ahead",
          "0",
          Text.of(
              "Før linja så mange perioder forbi den siste",
              "Før linja så mange periodar forbi den siste",
              "Continue the line so many periods beyond the last")),
      Option.numbers(
          "fan",
          "0.5,0.8,0.95",
          Text.of(
              "Nivåene i vifta, med komma",
              "Nivåa i vifta, med komma",
              "The levels of the fan, with commas")),
      Option.choice(
          "direction",
          null,
          Arrays.stream(Direction.values()).map(Direction::code).toList(),
          Text.of(
              "Hva som er bra; trengs for å si om kurven er snudd",
              "Kva som er bra; trengst for å seie om kurva er snudd",
              "What is good; needed to say whether the curve is turned")));

  private static final List<Card.Named> MEASURES = List.of(
      new Card.Named(
          "annual_percent_change",
          Text.of(
              "Årlig endring i prosent, for log-linear; for logit i prosent av oddsen",
              "Årleg endring i prosent, for log-linear; for logit i prosent av oddsen",
              "Yearly change in percent, for log-linear; for logit in percent of the odds")),
      new Card.Named(
          "slope",
          Text.of(
              "Stigningen i året på linjas skala, med test av at den er 0",
              "Stiginga i året på skalaen til linja, med test av at ho er 0",
              "The slope a year on the scale of the line, with a test of it being 0")),
      new Card.Named(
          "lowest",
          Text.of(
              "Det minste den årlige endringen kan være når skjulte perioder har kjente grenser",
              "Det minste den årlege endringa kan vere når skjulte periodar har kjende grenser",
              "The smallest the yearly change can be, when hidden periods have known bounds")),
      new Card.Named(
          "highest",
          Text.of(
              "Det største den årlige endringen kan være når skjulte perioder har kjente grenser",
              "Det største den årlege endringa kan vere når skjulte periodar har kjende grenser",
              "The largest the yearly change can be, when hidden periods have known bounds")),
      new Card.Named(
          "difference",
          Text.of(
              "Det som ble sett fra --from, minus framskrivingen; intervallet er det framskrivingen lar vente",
              "Det som vart sett frå --from, minus framskrivinga; intervallet er det framskrivinga lèt vente",
              "What was seen from --from on minus the forecast; the interval is that of the forecast")),
      new Card.Named(
          "excess",
          Text.of(
              "Det samme i hendelser: flaten mellom kurven og framskrivingen",
              "Det same i hendingar: flata mellom kurva og framskrivinga",
              "The same in events: the area between the curve and the forecast")),
      new Card.Named(
          "p_turned",
          Text.of(
              "P(turned): sannsynligheten for at framskrivingen ville blitt dårligere enn det som ble sett",
              "P(turned): sannsynet for at framskrivinga ville ha vorte dårlegare enn det som vart sett",
              "P(turned): the probability that the forecast would have come out worse than what was seen")));

  static final Card CARD = new Card(
      "trend",
      Text.of("Trend", "Trend", "Trend"),
      Text.of(
          "Går det opp eller ned, hvor fort, og er kurven snudd?",
          "Går det opp eller ned, kor fort, og er kurva snudd?",
          "Does it rise or fall, how fast, and is the curve turned?"),
      OPTIONS,
      MEASURES,
      List.of(
          new Card.Named(
              "line",
              Text.of(
                  "Hver periode: det som ble sett, med status og grunn, og linja med intervall",
                  "Kvar periode: det som vart sett, med status og grunn, og linja med intervall",
                  "Every period: what was seen, with status and reason, and the line with its interval")),
          new Card.Named(
              "forecast",
              Text.of(
                  "Hver periode fra --from: vifta, det som ble sett, forskjellen og p_turned",
                  "Kvar periode frå --from: vifta, det som vart sett, skilnaden og p_turned",
                  "Every period from --from on: the fan, what was seen, the difference and p_turned")),
          new Card.Named(
              "diagnostics",
              Text.of(
                  "dispersion (φ), durbin_watson (ligner naboperioder hverandre?) og for prais-winsten rho",
                  "dispersion (φ), durbin_watson (liknar naboperiodar på kvarandre?) og for prais-winsten rho",
                  "dispersion (φ), durbin_watson (do neighbouring periods resemble each other?) and rho for prais-winsten"))),
      Text.of(
          "form(μ) = a + b x, x: år siden første periode. Antall: Poisson (rate) eller binomisk (proportion), største"
              + " sannsynlighet. Verdier: minste kvadrater med vekt 1/s². Årlig endring: 100(exp(b) − 1). V = maks(1, φ) ·"
              + " kovariansen, φ = X²/(n − 2), t med n − 2 frihetsgrader; none: 1 og z. Uten s: bare spredningen rundt linja."
              + " Vifte for verdi: ŷ ± t √(V(ŷ) + maks(1, φ) s²). Vifte for antall: Poisson eller binomisk rundt en linje som"
              + " selv er usikker, S² = V(ŷ) + (maks(1, φ) − 1) · variansen. p_turned = P(framskrivingen dårligere) + ½P(lik)."
              + " newey-west: V = n/(n − 2) · A⁻¹MA⁻¹, A = Σwzzᵀ, z = (1, x), M = Σ(1 − l/(L + 1)) u(s)u(t) z(s)z(t)ᵀ over par av perioder med l ≤ L ="
              + " ⌊4(n/100)^(2/9)⌋, u = w · r; t med n − 2. prais-winsten: r(t) = ρ r(t−1) + noe nytt, ρ = Σr(t)r(t−1) / Σr(t−1)²,"
              + " om igjen til ρ står stille; vifta bærer med seg ρ^h r(n)."
              + " For hånd: 10, 12, 11, 13 i år 0–3: x̄ = 1,5, Σ(x − x̄)² = 5, b = 4/5 = 0,8, a = 10,3, Σr² = 1,8, s² = 0,9,"
              + " feil 0,424; år 4: 13,5 ± 4,303 · √(0,9 · (1 + 1/4 + 2,5²/5)) = 13,5 ± 6,45.",
          "form(μ) = a + b x, x: år sidan første periode. Tal: Poisson (rate) eller binomisk (proportion), største"
              + " sannsyn. Verdiar: minste kvadrat med vekt 1/s². Årleg endring: 100(exp(b) − 1). V = maks(1, φ) ·"
              + " kovariansen, φ = X²/(n − 2), t med n − 2 fridomsgrader; none: 1 og z. Utan s: berre spreiinga rundt linja."
              + " Vifte for verdi: ŷ ± t √(V(ŷ) + maks(1, φ) s²). Vifte for tal: Poisson eller binomisk rundt ei linje som"
              + " sjølv er usikker, S² = V(ŷ) + (maks(1, φ) − 1) · variansen. p_turned = P(framskrivinga dårlegare) + ½P(lik)."
              + " newey-west: V = n/(n − 2) · A⁻¹MA⁻¹, A = Σwzzᵀ, z = (1, x), M = Σ(1 − l/(L + 1)) u(s)u(t) z(s)z(t)ᵀ over par av periodar med l ≤ L ="
              + " ⌊4(n/100)^(2/9)⌋, u = w · r; t med n − 2. prais-winsten: r(t) = ρ r(t−1) + noko nytt, ρ = Σr(t)r(t−1) / Σr(t−1)²,"
              + " om att til ρ står stille; vifta ber med seg ρ^h r(n)."
              + " For hand: 10, 12, 11, 13 i år 0–3: x̄ = 1,5, Σ(x − x̄)² = 5, b = 4/5 = 0,8, a = 10,3, Σr² = 1,8, s² = 0,9,"
              + " feil 0,424; år 4: 13,5 ± 4,303 · √(0,9 · (1 + 1/4 + 2,5²/5)) = 13,5 ± 6,45.",
          "form(μ) = a + b x, x: years since the first period. Counts: Poisson (rate) or binomial (proportion), maximum"
              + " likelihood. Values: least squares with weights 1/s². Yearly change: 100(exp(b) − 1). V = max(1, φ) · the"
              + " covariance, φ = X²/(n − 2), t with n − 2 degrees of freedom; none: 1 and z. Without s: the scatter alone."
              + " Fan of a value: ŷ ± t √(V(ŷ) + max(1, φ) s²). Fan of a count: Poisson or binomial about a line that is itself"
              + " uncertain, S² = V(ŷ) + (max(1, φ) − 1) · its variance. p_turned = P(forecast worse) + ½P(equal)."
              + " newey-west: V = n/(n − 2) · A⁻¹MA⁻¹, A = Σwzzᵀ, z = (1, x), M = Σ(1 − l/(L + 1)) u(s)u(t) z(s)z(t)ᵀ over pairs of periods with l ≤ L ="
              + " ⌊4(n/100)^(2/9)⌋, u = w · r; t with n − 2. prais-winsten: r(t) = ρ r(t−1) + what is new, ρ = Σr(t)r(t−1) / Σr(t−1)²,"
              + " over again until ρ stands still; the fan carries on ρ^h r(n)."
              + " By hand: 10, 12, 11, 13 in years 0–3: x̄ = 1.5, Σ(x − x̄)² = 5, b = 4/5 = 0.8, a = 10.3, Σr² = 1.8, s² = 0.9,"
              + " error 0.424; year 4: 13.5 ± 4.303 · √(0.9 · (1 + 1/4 + 2.5²/5)) = 13.5 ± 6.45."),
      List.of(
          Text.of(
              "Utviklingen er en rett linje på skalaen, og framskrivingen at den fortsetter",
              "Utviklinga er ei rett linje på skalaen, og framskrivinga at ho held fram",
              "The course is a straight line on the scale, and the forecast is that it goes on"),
          Text.of(
              "Periodene er uavhengige av hverandre rundt linja, om ikke --error sier annet; durbin_watson prøver det, men ser lite"
                  + " i korte serier",
              "Periodane er uavhengige av kvarandre rundt linja, om ikkje --error seier anna; durbin_watson prøver det, men ser"
                  + " lite i korte seriar",
              "Periods are independent of each other about the line unless --error says otherwise; durbin_watson tests it, but sees"
                  + " little in short series"),
          Text.of(
              "Korte serier sier lite om hvordan perioder henger sammen: når halvparten av et avvik er med til neste periode, rommer"
                  + " 95 %-intervallene sannheten i 77, 74 og 82 % av tilfellene med 15 perioder (ols, newey-west, prais-winsten),"
                  + " og i 76, 85 og 92 % med 60",
              "Korte seriar seier lite om korleis periodar heng saman: når halvparten av eit avvik er med til neste periode, rommar"
                  + " 95 %-intervalla sanninga i 77, 74 og 82 % av tilfella med 15 periodar (ols, newey-west, prais-winsten),"
                  + " og i 76, 85 og 92 % med 60",
              "Short series say little of how periods hang together: when half of a deviation goes on to the next period, 95%"
                  + " intervals hold the truth in 77, 74 and 82% of cases with 15 periods (ols, newey-west, prais-winsten), and in"
                  + " 76, 85 and 92% with 60"),
          Text.of(
              "Skjulte og manglende perioder er ikke i linja; lowest og highest viser hva de skjulte kan bety",
              "Skjulte og manglande periodar er ikkje i linja; lowest og highest viser kva dei skjulte kan bety",
              "Hidden and missing periods are not in the line; lowest and highest show what the hidden can mean")),
      List.of(
          Text.of(
              "En effekt skal vises: en snudd kurve er ikke bevis for årsak, bruk did",
              "Ein effekt skal visast: ei snudd kurve er ikkje prov for årsak, bruk did",
              "An effect is to be shown: a turned curve is no proof of cause, use did"),
          Text.of(
              "Serien er brutt, eller har sesonger innen året",
              "Serien er broten, eller har sesongar i året",
              "The series is broken, or has seasons within the year"),
          Text.of(
              "Perioder på flere år overlapper: da teller de samme personene flere ganger",
              "Periodar på fleire år overlappar: då tel dei same personane fleire gonger",
              "Periods of several years overlap: the same people then count several times")),
      List.of(
          new Card.Reference(
              "McCullagh and Nelder (1989). Generalized Linear Models, 2nd ed. Chapman and Hall.",
              "10.1007/978-1-4899-3242-6"),
          new Card.Reference(
              "Birge (1932). The calculation of errors by the method of least squares. Physical Review 40(2), 207–227.",
              "10.1103/PhysRev.40.207"),
          new Card.Reference(
              "Durbin and Watson (1951). Testing for serial correlation in least squares regression II. Biometrika"
                  + " 38(1–2), 159–178.",
              "10.1093/biomet/38.1-2.159"),
          new Card.Reference(
              "Newey and West (1987). A simple, positive semi-definite, heteroskedasticity and autocorrelation consistent"
                  + " covariance matrix. Econometrica 55(3), 703–708 (newey-west).",
              "10.2307/1913610"),
          new Card.Reference(
              "Newey and West (1994). Automatic lag selection in covariance matrix estimation. Review of Economic Studies"
                  + " 61(4), 631–653 (newey-west: L).",
              "10.2307/2297912"),
          new Card.Reference(
              "Prais and Winsten (1954). Trend estimators and serial correlation. Cowles Commission Discussion Paper 383"
                  + " (prais-winsten).",
              ""),
          new Card.Reference(
              "Friedman (2005). Trying Hard Is Not Good Enough. Trafford (turning the curve of a forecast baseline).",
              "")),
      List.of(
          new Card.Peer(
              "stats::lm, stats::glm, predict (R 4.2.2)",
              Text.of(
                  "Linje, standardfeil, t, p og prediksjonsintervall er like til 1e-9: lm(weights = 1/s²) og, for antall,"
                      + " glm(quasipoisson) når φ > 1 og glm(poisson) ellers. Med vilje annerledes: spredning mindre enn tilfeldighet"
                      + " gjør ikke intervallet smalere (lm gjør det), og vifta for antall er ikke normal.",
                  "Linje, standardfeil, t, p og prediksjonsintervall er like til 1e-9: lm(weights = 1/s²) og, for tal,"
                      + " glm(quasipoisson) når φ > 1 og glm(poisson) elles. Med vilje annleis: spreiing mindre enn tilfelle"
                      + " gjer ikkje intervallet smalare (lm gjer det), og vifta for tal er ikkje normal.",
                  "Line, standard errors, t, p and prediction interval agree to 1e-9: lm(weights = 1/s²) and, for counts,"
                      + " glm(quasipoisson) when φ > 1 and glm(poisson) otherwise. Differs on purpose: scatter below chance does"
                      + " not narrow the interval (in lm it does), and the fan of a count is not normal."))),
      List.of(
          "utfall trend sample-data/data/dodsfall.csv --by fylke --period aar --count dode --population folketall",
          "utfall trend sample-data/data/panel.csv --by kommune --period aar --value andel --from 2020"
              + " --direction lower-is-better"));

  private TrendCard() {}
}
