package no.utfall.method.rate;

import java.util.List;
import no.utfall.figure.Type;
import no.utfall.method.Card;
import no.utfall.method.Option;
import no.utfall.method.Roles;
import no.utfall.text.Text;

/** What {@code funnel} says of itself. */
final class FunnelCard {

  static final Card CARD = new Card(
      "funnel",
      Text.of("Traktdiagram", "Traktdiagram", "Funnel plot"),
      Text.of(
          "Hvilke enheter skiller seg ut mer enn størrelsen og tilfeldigheter kan forklare?",
          "Kva for einingar skil seg ut meir enn storleiken og tilfelle kan forklare?",
          "Which units stand out more than their size and chance can explain?"),
      List.of(
          Roles.BY,
          Roles.UNIT.needed(),
          Option.column(
                  "count",
                  Type.SIZE,
                  Text.of("Hendelser eller personer", "Hendingar eller personar", "Events, cases"))
              .needed(),
          Option.column(
              "expected",
              Type.SIZE,
              Text.of("Forventede hendelser", "Forventa hendingar", "Expected events")),
          Roles.POPULATION,
          Option.column(
              "value",
              Type.SIZE,
              Text.of(
                  "Raten, når nevneren ikke er med: den følger av antallet og raten",
                  "Raten, når nemnaren ikkje er med: han følgjer av talet og raten",
                  "The rate, when the population is not there: it follows from the count and the rate")),
          Option.choice(
              "kind",
              null,
              List.of("ratio", "proportion", "rate", "counts"),
              Text.of(
                  "Hva tallet er: observert over forventet, andel, rate, eller ett antall over et annet",
                  "Kva talet er: observert over forventa, del, rate, eller eitt tal over eit anna",
                  "What the number is: observed over expected, proportion, rate, or one count over another")),
          Option.number(
              "target",
              null,
              Text.of(
                  "Verdien enhetene holdes mot; ellers alle samlet, for ratio referansen",
                  "Verdien einingane blir haldne mot; elles alle samla, for ratio referansen",
                  "The value units are held against; else all together, for a ratio the reference")),
          new Option(
              "per",
              Option.Kind.NUMBER,
              Type.NUMBER,
              false,
              null,
              List.of(),
              Text.of(
                  "Oppgi per så mange; ellers 100, for rate 100000, for counts 1",
                  "Oppgi per så mange; elles 100, for rate 100000, for counts 1",
                  "Report per this many; else 100, for rate 100000, for counts 1")),
          Option.numbers(
              "conf-level",
              "0.95,0.998",
              Text.of(
                  "Nivåene til grensene, med komma",
                  "Nivåa til grensene, med komma",
                  "The levels of the limits, with commas")),
          Option.choice(
              "overdispersion",
              "none",
              List.of("none", "additive", "multiplicative", "beta-binomial", "negative-binomial"),
              Text.of(
                  "Om enheter varierer mer enn tilfeldigheter alene, og hvordan",
                  "Om einingar varierer meir enn tilfelle åleine, og korleis",
                  "Whether units vary more than by chance alone, and how")),
          Option.choice(
              "limits",
              "exact",
              List.of("exact", "score", "chi-square", "transformed"),
              Text.of(
                  "Grensene uten overspredning",
                  "Grensene utan overspreiing",
                  "The limits without over-dispersion")),
          Option.choice(
              "scale",
              "sqrt",
              List.of("sqrt", "log"),
              Text.of(
                  "Skalaen for ratio og rate ved overspredning",
                  "Skalaen for ratio og rate ved overspreiing",
                  "The scale of a ratio or rate with over-dispersion")),
          Option.choice(
              "trim",
              "none",
              List.of("none", "winsorise", "truncate"),
              Text.of(
                  "Hva som gjøres med de ytterste enhetene før overspredningen anslås",
                  "Kva som blir gjort med dei ytste einingane før overspreiinga blir anslått",
                  "What is done with the outermost units before over-dispersion is estimated")),
          Option.number(
              "trim-share",
              "0.1",
              Text.of(
                  "Så stor del i hver ende",
                  "Så stor del i kvar ende",
                  "So large a share at each end")),
          Option.numbers(
              "sizes",
              null,
              Text.of(
                  "Størrelsene i tabellen curve, med komma",
                  "Storleikane i tabellen curve, med komma",
                  "The sizes in the table curve, with commas"))),
      List.of(
          new Card.Named(
              "ratio",
              Text.of(
                  "Enhetens tall, med z mot målet; heter som --kind",
                  "Talet til eininga, med z mot målet; heiter som --kind",
                  "The number of the unit, with z against the target; named as --kind")),
          new Card.Named(
              "limits",
              Text.of(
                  "Målet og grensene (conf_low, conf_high) for en enhet av denne størrelsen",
                  "Målet og grensene (conf_low, conf_high) for ei eining av denne storleiken",
                  "The target and the limits (conf_low, conf_high) for a unit of this size")),
          new Card.Named(
              "significance",
              Text.of(
                  "1 over, −1 under, 0 innenfor; merknaden sier sannsynligheten i én hale ved den ytterste grensen som"
                      + " brytes",
                  "1 over, −1 under, 0 innanfor; merknaden seier sannsynet i éin hale ved den ytste grensa som blir"
                      + " broten",
                  "1 above, −1 below, 0 inside; the note gives the probability of one tail at the outermost limit"
                      + " crossed")),
          Cards.LOWEST,
          Cards.HIGHEST),
      List.of(
          new Card.Named(
              "curve",
              Text.of(
                  "Målet og grensene etter størrelse",
                  "Målet og grensene etter storleik",
                  "Target and limits by size")),
          new Card.Named(
              "scores",
              Text.of(
                  "z for hver enhet, før og etter trimming",
                  "z for kvar eining, før og etter trimming",
                  "z of every unit, before and after trimming")),
          new Card.Named(
              "dispersion",
              Text.of(
                  "Mål, phi, tau2 og hvor mange som er utenfor",
                  "Mål, phi, tau2 og kor mange som er utanfor",
                  "Target, phi, tau2, and how many are outside"))),
      Text.of(
          "exact: grensene er tallene x der P(X ≥ x) eller P(X ≤ x) er α/2 når X er Poisson(E) eller binomisk(n, π)."
              + " score: π ± z √(π(1 − π) / n). chi-square: kvantiler i Gamma(E) og Gamma(E + 1) over E. transformed:"
              + " y₀ ± z s på skalaen √(O/E) (s = 1/(2√E)), ln(O/E) (1/√E) eller arcsin √p (1/(2√n)). additive:"
              + " y₀ ± z √(s² + τ²), τ² = maks(0, (nφ − (n − 1)) / (Σw − Σw²/Σw)), φ = Σz²/n, w = 1/s². multiplicative:"
              + " y₀ ± z s √maks(1, φ). negative-binomial: variansen μ + vμ²; beta-binomial: korrelasjonen ρ; begge etter"
              + " største sannsynlighet. For hånd: E = 25, score på √-skalaen: 1 ± 1,96 · 0,1, tilbake: 0,646 til 1,430.",
          "exact: grensene er tala x der P(X ≥ x) eller P(X ≤ x) er α/2 når X er Poisson(E) eller binomisk(n, π)."
              + " score: π ± z √(π(1 − π) / n). chi-square: kvantilar i Gamma(E) og Gamma(E + 1) over E. transformed:"
              + " y₀ ± z s på skalaen √(O/E) (s = 1/(2√E)), ln(O/E) (1/√E) eller arcsin √p (1/(2√n)). additive:"
              + " y₀ ± z √(s² + τ²), τ² = maks(0, (nφ − (n − 1)) / (Σw − Σw²/Σw)), φ = Σz²/n, w = 1/s². multiplicative:"
              + " y₀ ± z s √maks(1, φ). negative-binomial: variansen μ + vμ²; beta-binomial: korrelasjonen ρ; begge etter"
              + " største sannsyn. For hand: E = 25, √-skalaen: 1 ± 1,96 · 0,1, tilbake: 0,646 til 1,430.",
          "exact: the limits are the counts x at which P(X ≥ x) or P(X ≤ x) is α/2, X being Poisson(E) or"
              + " binomial(n, π). score: π ± z √(π(1 − π) / n). chi-square: quantiles of Gamma(E) and Gamma(E + 1) over E."
              + " transformed: y₀ ± z s on the scale √(O/E) (s = 1/(2√E)), ln(O/E) (1/√E) or arcsin √p (1/(2√n))."
              + " additive: y₀ ± z √(s² + τ²), τ² = max(0, (nφ − (n − 1)) / (Σw − Σw²/Σw)), φ = Σz²/n, w = 1/s²."
              + " multiplicative: y₀ ± z s √max(1, φ). negative-binomial: variance μ + vμ²; beta-binomial: correlation ρ;"
              + " both by maximum likelihood. By hand: E = 25, square-root scale: 1 ± 1.96 · 0.1, back: 0.646 to 1.430."),
      List.of(
          Text.of(
              "Enhetene er uavhengige av hverandre",
              "Einingane er uavhengige av kvarandre",
              "The units are independent of each other"),
          Text.of(
              "Med overspredning: ulikhetene mellom enheter som ikke er ute av kontroll, er omtrent normalfordelte på skalaen",
              "Med overspreiing: skilnadene mellom einingar som ikkje er ute av kontroll, er om lag normalfordelte på skalaen",
              "With over-dispersion: the differences between units in control are about normal on the scale")),
      List.of(
          Text.of(
              "Enheter skal rangeres: det er ikke rekkefølgen trakten viser, bruk rank",
              "Einingar skal rangerast: det er ikkje rekkjefølgja trakta viser, bruk rank",
              "Units are to be ranked: the funnel does not show their order, use rank"),
          Text.of(
              "Få enheter: overspredningen er selv svært usikker",
              "Få einingar: overspreiinga er sjølv svært usikker",
              "Few units: over-dispersion is itself very uncertain")),
      List.of(
          new Card.Reference(
              "Spiegelhalter (2005). Funnel plots for comparing institutional performance. Statistics in Medicine"
                  + " 24(8), 1185–1202.",
              "10.1002/sim.1970"),
          new Card.Reference(
              "DerSimonian and Laird (1986). Meta-analysis in clinical trials. Controlled Clinical Trials 7(3),"
                  + " 177–188.",
              "10.1016/0197-2456(86)90046-2")),
      List.of(
          new Card.Peer(
              "PHEindicatormethods 2.1.1 (calculate_funnel_limits, assign_funnel_significance)",
              Text.of(
                  "Grenser og klasser er like (score for andeler, exact ellers); andre halverer seg fram til 1e-7. Med vilje"
                      + " annerledes: grensene kuttes ved 1 · per, ikke ved 100, og alle nivåer kan velges.",
                  "Grenser og klassar er like (score for delar, exact elles); andre halverer seg fram til 1e-7. Med vilje"
                      + " annleis: grensene blir kutta ved 1 · per, ikkje ved 100, og alle nivå kan veljast.",
                  "Limits and classes agree (score for proportions, exact elsewhere); the peer bisects to 1e-7. Differs on"
                      + " purpose: limits are cut at 1 · per, not at 100, and any level can be chosen.")),
          new Card.Peer(
              "FunnelPlotR 0.6.0",
              Text.of(
                  "z, φ, τ² og grensene for andeler er like til 1e-8 (--trim winsorise på √-skalaen, truncate på"
                      + " ln-skalaen). Med vilje annerledes: grenser på √-skalaen kvadreres tilbake (44 % falske alarmer hos"
                      + " andre), et forhold mellom to antall har begges standardfeil (47 %), null hendelser gir ikke"
                      + " uendelig, og ingen trimming om ikke annet er sagt, siden trimming gjør τ² for liten (18 %).",
                  "z, φ, τ² og grensene for delar er like til 1e-8 (--trim winsorise på √-skalaen, truncate på"
                      + " ln-skalaen). Med vilje annleis: grenser på √-skalaen blir kvadrerte tilbake (44 % falske alarmar hos"
                      + " andre), eit forhold mellom to tal har standardfeilen til begge (47 %), null hendingar gir ikkje"
                      + " uendeleg, og inga trimming om ikkje anna er sagt, sidan trimming gjer τ² for liten (18 %).",
                  "z, φ, τ² and the limits of proportions agree to 1e-8 (--trim winsorise on the square-root scale, truncate"
                      + " on the log scale). Differs on purpose: limits on the square-root scale are squared back (there 44%"
                      + " false alarms), a ratio of two counts has the standard error of both (47%), no events do not give"
                      + " infinity, and nothing is trimmed unless asked for, as trimming makes τ² too small (18%)."))),
      List.of(
          "utfall funnel sample-data/data/utenfor_2024.csv --unit kommune --count antall --population unge",
          "utfall funnel sample-data/data/utenfor_2024.csv --unit kommune --count antall --population unge"
              + " --overdispersion additive --table dispersion"));

  private FunnelCard() {}
}
