package no.utfall.method.rate;

import java.util.List;
import no.utfall.figure.Type;
import no.utfall.method.Card;
import no.utfall.method.Option;
import no.utfall.method.Roles;
import no.utfall.text.Text;

/** What {@code smooth} says of itself. */
final class SmoothCard {

  private static final List<Option> OPTIONS = List.of(
      Roles.BY,
      Roles.UNIT.needed(),
      Roles.COUNT.needed(),
      Roles.POPULATION,
      Option.column(
          "expected",
          Type.SIZE,
          Text.of("Forventede hendelser", "Forventa hendingar", "Expected events")),
      Option.choice(
          "model",
          "gamma-poisson",
          List.of("gamma-poisson", "marshall"),
          Text.of(
              "gamma-poisson gir intervaller; marshall trenger ingen fordeling og kan være lokal",
              "gamma-poisson gir intervall; marshall treng inga fordeling og kan vere lokal",
              "gamma-poisson gives intervals; marshall needs no distribution and can be local")),
      Option.choice(
          "estimator",
          "likelihood",
          List.of("likelihood", "moments"),
          Text.of(
              "Hvordan ν og α i gamma-poisson anslås",
              "Korleis ν og α i gamma-poisson blir anslått",
              "How ν and α of gamma-poisson are estimated")),
      Option.table(
          "neighbours",
          null,
          List.of(),
          Type.TEXT,
          Text.of(
              "marshall lokalt: fil med kolonnene from og to, et par naboer i hver rad",
              "marshall lokalt: fil med kolonnane from og to, eit par naboar i kvar rad",
              "marshall locally: a file with columns from and to, a pair of neighbours a row")),
      Option.column(
          "group",
          Type.TEXT,
          Text.of(
              "marshall lokalt: naboene er enhetene med samme verdi her",
              "marshall lokalt: naboane er einingane med same verdi her",
              "marshall locally: neighbours are the units with the same value here")),
      Option.choice(
          "local-centre",
          "neighbours",
          List.of("neighbours", "own"),
          Text.of(
              "Hva ratene i et nabolag måles mot: middelet til hver nabo, eller nabolagets eget",
              "Kva ratane i eit nabolag blir målte mot: middelet til kvar nabo, eller det til nabolaget",
              "What the rates of a neighbourhood are held against: the mean of each neighbour, or its own")),
      Option.number(
          "per",
          null,
          Text.of(
              "Oppgi per så mange; ellers 100000, med --expected 1",
              "Oppgi per så mange; elles 100000, med --expected 1",
              "Report per this many; else 100000, with --expected 1")),
      Roles.CONF_LEVEL,
      Option.choice(
          "method",
          SmoothMethod.POSTERIOR,
          List.of(SmoothMethod.POSTERIOR, SmoothMethod.LAIRD_LOUIS),
          Text.of(
              "Intervallet til gamma-poisson: ν og α som kjente, eller som de kunne ha blitt i nye trekninger",
              "Intervallet til gamma-poisson: ν og α som kjende, eller slik dei kunne ha blitt i nye trekningar",
              "The interval of gamma-poisson: ν and α as known, or as they could have come out in new draws")),
      Option.integer(
          "draws",
          "200",
          Text.of(
              "Trekninger for laird-louis", "Trekningar for laird-louis", "Draws for laird-louis")),
      Option.integer(
          "seed", "1", Text.of("Frø for trekningene", "Frø for trekningane", "Seed of the draws")));

  static final Card CARD = new Card(
      "smooth",
      Text.of("Glattede rater", "Glatta ratar", "Smoothed rates"),
      Text.of(
          "Hva er raten sannsynligvis i små enheter, der tallene mest er tilfeldigheter?",
          "Kva er raten truleg i små einingar, der tala mest er tilfelle?",
          "What is the rate likely to be in small units, whose numbers are mostly chance?"),
      OPTIONS,
      List.of(
          new Card.Named(
              "smoothed",
              Text.of(
                  "Raten trukket mot middelet, med intervall for gamma-poisson",
                  "Raten dregen mot middelet, med intervall for gamma-poisson",
                  "The rate drawn to the mean, with an interval for gamma-poisson")),
          new Card.Named(
              "observed", Text.of("Raten som den er", "Raten som han er", "The rate as it is")),
          new Card.Named(
              "weight",
              Text.of(
                  "Vekten til enhetens eget tall, fra 0 til 1",
                  "Vekta til det eige talet til eininga, frå 0 til 1",
                  "The weight of the unit's own number, from 0 to 1")),
          new Card.Named(
              "p_above",
              Text.of(
                  "Sannsynligheten for at enheten ligger over alle samlet (med --expected: over 1)",
                  "Sannsynet for at eininga ligg over alle samla (med --expected: over 1)",
                  "The probability that the unit lies above all together (with --expected: above 1)")),
          Cards.LOWEST,
          Cards.HIGHEST),
      List.of(new Card.Named(
          "prior",
          Text.of(
              "Raten for alle samlet, og ν, α og log-sannsynligheten for gamma-poisson",
              "Raten for alle samla, og ν, α og log-sannsynet for gamma-poisson",
              "The rate of all together, and ν, α and the log-likelihood of gamma-poisson"))),
      Text.of(
          "marshall: m + w(r − m), r = O/n, m = ΣO/Σn, w = A/(A + m/n), A = maks(0, Σn(r − m)²/Σn − m/n̄); lokalt over enheten og"
              + " naboene. gamma-poisson: O ~ Poisson(Eθ), θ ~ Gamma(ν, α), E = n ΣO/Σn: θ̂ = (O + ν)/(E + α), w = E/(E + α),"
              + " intervall: kvantiler i Gamma(O + ν, E + α), for laird-louis i middelet av den over trekningene. ν, α: likelihood: største sannsynlighet i den negative binomiske;"
              + " moments: ν/α = middelet av θ̂, ν/α² = Σ(1 + α/E)(θ̂ − ν/α)²/(N − 1), gjentatt. For hånd (marshall): O = 4, 8, 24"
              + " av n = 100, 100, 200: m = 36/400 = 0,09, Σn(r − m)²/Σn = (0,25 + 0,01 + 0,18)/400 = 0,0011, n̄ = 133,3: A = 0,0011 −"
              + " 0,000675 = 0,000425; første enhet: w = 0,000425/(0,000425 + 0,0009) = 0,3208, 0,09 − 0,3208 · 0,05 = 0,07396.",
          "marshall: m + w(r − m), r = O/n, m = ΣO/Σn, w = A/(A + m/n), A = maks(0, Σn(r − m)²/Σn − m/n̄); lokalt over eininga og"
              + " naboane. gamma-poisson: O ~ Poisson(Eθ), θ ~ Gamma(ν, α), E = n ΣO/Σn: θ̂ = (O + ν)/(E + α), w = E/(E + α),"
              + " intervall: kvantilar i Gamma(O + ν, E + α), for laird-louis i middelet av den over trekningane. ν, α: likelihood: største sannsyn i den negative binomiske;"
              + " moments: ν/α = middelet av θ̂, ν/α² = Σ(1 + α/E)(θ̂ − ν/α)²/(N − 1), gjenteke. For hand (marshall): O = 4, 8, 24"
              + " av n = 100, 100, 200: m = 36/400 = 0,09, Σn(r − m)²/Σn = (0,25 + 0,01 + 0,18)/400 = 0,0011, n̄ = 133,3: A = 0,0011 −"
              + " 0,000675 = 0,000425; første eining: w = 0,000425/(0,000425 + 0,0009) = 0,3208, 0,09 − 0,3208 · 0,05 = 0,07396.",
          "marshall: m + w(r − m), r = O/n, m = ΣO/Σn, w = A/(A + m/n), A = max(0, Σn(r − m)²/Σn − m/n̄); locally over the unit and"
              + " its neighbours. gamma-poisson: O ~ Poisson(Eθ), θ ~ Gamma(ν, α), E = n ΣO/Σn: θ̂ = (O + ν)/(E + α), w = E/(E + α),"
              + " interval: quantiles of Gamma(O + ν, E + α), for laird-louis of its mean over the draws. ν, α: likelihood: maximum of the negative binomial; moments:"
              + " ν/α = the mean of θ̂, ν/α² = Σ(1 + α/E)(θ̂ − ν/α)²/(N − 1), repeated. By hand (marshall): O = 4, 8, 24 of n = 100,"
              + " 100, 200: m = 36/400 = 0.09, Σn(r − m)²/Σn = (0.25 + 0.01 + 0.18)/400 = 0.0011, n̄ = 133.3: A = 0.0011 − 0.000675 ="
              + " 0.000425; first unit: w = 0.000425/(0.000425 + 0.0009) = 0.3208, 0.09 − 0.3208 · 0.05 = 0.07396."),
      List.of(
          Text.of(
              "Hendelsene er tilfeldige (Poisson) rundt enhetens sanne rate, og enhetene er uavhengige",
              "Hendingane er tilfeldige (Poisson) rundt den sanne raten til eininga, og einingane er uavhengige",
              "Events are chance (Poisson) about the true rate of the unit, and the units are independent"),
          Text.of(
              "De sanne ratene sprer seg om ett middel; lokalt om nabolagets",
              "Dei sanne ratane spreier seg om eitt middel; lokalt om det til nabolaget",
              "True rates spread about one mean; locally about that of the neighbourhood"),
          Text.of(
              "Intervallene tar ν og α som kjente når ikke --method laird-louis er valgt. Med få enheter er de da for smale: 95 % rommer"
                  + " 83 av 100 sanne rater med 10 enheter (laird-louis 89), 91 med 25 (92) og 94 med 60 (94). Derfor er den enkle"
                  + " måten valgt når ikke annet er sagt, med en merknad under 50 enheter",
              "Intervalla tek ν og α som kjende når ikkje --method laird-louis er vald. Med få einingar er dei då for smale: 95 % rommar"
                  + " 83 av 100 sanne ratar med 10 einingar (laird-louis 89), 91 med 25 (92) og 94 med 60 (94). Difor er den enkle"
                  + " måten vald når ikkje anna er sagt, med ein merknad under 50 einingar",
              "The intervals take ν and α as known unless --method laird-louis is chosen. With few units they are then too narrow:"
                  + " 95% hold 83 of 100 true rates with 10 units (laird-louis 89), 91 with 25 (92) and 94 with 60 (94). The simple way"
                  + " is therefore the one unless told otherwise, with a note below 50 units"),
          Text.of(
              "lowest og highest for en skjult enhet: dit den trekkes av spredningen til de kjente",
              "lowest og highest for ei skjult eining: dit ho blir dregen av spreiinga til dei kjende",
              "lowest and highest of a hidden unit: where the spread of the known ones draws it")),
      List.of(
          Text.of(
              "Anslag med standardfeil, ikke antall: bruk shrink",
              "Anslag med standardfeil, ikkje tal: bruk shrink",
              "Estimates with standard errors, not counts: use shrink"),
          Text.of(
              "Enheter skal finnes som skiller seg ut: glatting skjuler dem, bruk funnel",
              "Einingar som skil seg ut, skal finnast: glatting skjuler dei, bruk funnel",
              "Units that stand out are to be found: smoothing hides them, use funnel"),
          Text.of(
              "Tallene skal summeres, eller settes mot noe annet: glattede rater er ikke enhetenes egne",
              "Tala skal summerast, eller setjast mot noko anna: glatta ratar er ikkje einingane sine eigne",
              "The numbers are to be summed, or set against something else: smoothed rates are not the units' own")),
      List.of(
          new Card.Reference(
              "Marshall (1991). Mapping disease and mortality rates using empirical Bayes estimators. Applied Statistics"
                  + " 40(2), 283–294.",
              "10.2307/2347593"),
          new Card.Reference(
              "Clayton and Kaldor (1987). Empirical Bayes estimates of age-standardized relative risks for use in disease"
                  + " mapping. Biometrics 43(3), 671–681.",
              "10.2307/2532003"),
          new Card.Reference(
              "Laird and Louis (1987). Empirical Bayes confidence intervals based on bootstrap samples. Journal of the American"
                  + " Statistical Association 82(399), 739–750 (laird-louis: type III).",
              "10.1080/01621459.1987.10478490")),
      List.of(
          new Card.Peer(
              "spdep 1.2.7 (EBest, EBlocal)",
              Text.of(
                  "Lik til 1e-10: EBest, EBlocal(geoda = FALSE) med --local-centre neighbours og geoda = TRUE med own. Med vilje"
                      + " annerledes: en enhet uten naboer får ikke noe anslag.",
                  "Lik til 1e-10: EBest, EBlocal(geoda = FALSE) med --local-centre neighbours og geoda = TRUE med own. Med vilje"
                      + " annleis: ei eining utan naboar får ikkje noko anslag.",
                  "Agrees to 1e-10: EBest, EBlocal(geoda = FALSE) with --local-centre neighbours and geoda = TRUE with own."
                      + " Differs on purpose: a unit without neighbours gets no estimate.")),
          new Card.Peer(
              "DCluster (empbaysmooth)",
              Text.of(
                  "--estimator moments er lik til 1e-9; likelihood bruker mer av dataene",
                  "--estimator moments er lik til 1e-9; likelihood bruker meir av dataa",
                  "--estimator moments agrees to 1e-9; likelihood uses more of the data"))),
      List.of(
          "utfall smooth sample-data/data/utenfor_2024.csv --unit kommune --count antall --population unge",
          "utfall smooth sample-data/data/utenfor_2024.csv --unit kommune --count antall --population unge --model marshall"));

  private SmoothCard() {}
}
