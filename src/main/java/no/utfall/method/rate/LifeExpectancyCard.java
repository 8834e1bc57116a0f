package no.utfall.method.rate;

import java.util.List;
import no.utfall.figure.Type;
import no.utfall.method.Card;
import no.utfall.method.Option;
import no.utfall.method.Roles;
import no.utfall.text.Text;

/** What {@code life-expectancy} says of itself. */
final class LifeExpectancyCard {

  static final Card CARD = new Card(
      "life-expectancy",
      Text.of("Forventet levealder", "Forventa levealder", "Life expectancy"),
      Text.of(
          "Hvor mange år kan folk vente å leve, med dødeligheten i dag, fra hver alder?",
          "Kor mange år kan folk vente å leve, med dødelegheita i dag, frå kvar alder?",
          "How many years can people expect to live, at the death rates of today, from each age?"),
      List.of(
          Roles.BY,
          DsrCard.AGE.needed(),
          Roles.COUNT.needed(),
          Roles.POPULATION.needed(),
          Roles.CONF_LEVEL,
          Option.number(
              "min-population",
              "5000",
              Text.of(
                  "Så mange personår eller færre er for usikkert: anslaget holdes tilbake",
                  "Så mange personår eller færre er for usikkert: anslaget blir halde tilbake",
                  "So many person-years or fewer are too uncertain: the estimate is held back")),
          Option.column(
              "pool",
              Type.TEXT,
              Text.of(
                  "Slå sammen grupper som er for små, når de har samme celle i denne kolonnen",
                  "Slå saman grupper som er for små, når dei har same celle i denne kolonnen",
                  "Put groups that are too small together, when they have the same cell in this column")),
          Option.number(
              "lost-before",
              "75",
              Text.of(
                  "Alderen som tapte leveår regnes til; ingen aldersgruppe kan gå over den",
                  "Alderen som tapte leveår blir rekna til; inga aldersgruppe kan gå over han",
                  "The age up to which years of life lost are counted; no age band can reach past it")),
          TooUncertain.WITH_OWN_RULE,
          DsrCard.SHOW_UNRELIABLE),
      List.of(
          new Card.Named(
              "life_expectancy",
              Text.of(
                  "Gjennomsnittlig antall år igjen for dem som når starten av aldersgruppen",
                  "Gjennomsnittleg tal på år att for dei som når starten av aldersgruppa",
                  "The mean number of years left to those who reach the start of the age band")),
          Cards.LOWEST,
          Cards.HIGHEST,
          Cards.OF_KNOWN),
      List.of(
          new Card.Named(
              "life-table",
              Text.of(
                  "Dødelighetstabellen: døde, personår, rate, dødssannsynlighet q, levende l, år L og T, levealder e",
                  "Dødstabellen: døde, personår, rate, dødssannsyn q, levande l, år L og T, levealder e",
                  "The life table: deaths, person-years, rate, q, l, L, T and e")),
          new Card.Named(
              "years-lost",
              Text.of(
                  "Tapte leveår før alderen i --lost-before, og raten av dem, med intervall, og med grenser (_lowest,"
                      + " _highest) der døde er skjult",
                  "Tapte leveår før alderen i --lost-before, og raten av dei, med intervall, og med grenser (_lowest,"
                      + " _highest) der døde er skjulte",
                  "Years of life lost before the age of --lost-before, and their rate, with interval, and with bounds"
                      + " (_lowest, _highest) where deaths are hidden"))),
      Text.of(
          "M = d / P (d: døde, P: personår), q = nM / (1 + n(1 − a)M) (n: bredden i år, a: 0,1 for første leveår,"
              + " ellers 0,5; q = 1 i den åpne gruppen), l = 100 000 og så l(1 − q), L = n(l′ + a · l · q), l / M i den"
              + " åpne gruppen, T = ΣL herfra, e = T / l. Variansen: Σ l²((1 − a)n + e′)² · q²(1 − q) / d og l² / (dM²)"
              + " for den åpne gruppen, delt på l²; intervallet er normalt, og kuttes ved 0. For hånd: 0-49 med"
              + " M = 0,01 og 50+ med M = 0,05: q = 0,5 / 1,25 = 0,4, L = 50 · (60 000 + 20 000) = 4 000 000 og"
              + " 60 000 / 0,05 = 1 200 000, e = 5 200 000 / 100 000 = 52. Tapte leveår før alderen A (--lost-before):"
              + " Σ d(A − m) over gruppene som slutter ved A eller før, m: midten av gruppen, 0,1 i første leveår;"
              + " intervallet er Dobsons, som i dsr. For hånd: A = 50: 10 døde i 0-49 taper 10 · (50 − 25) = 250 år.",
          "M = d / P (d: døde, P: personår), q = nM / (1 + n(1 − a)M) (n: breidda i år, a: 0,1 for første leveåret,"
              + " elles 0,5; q = 1 i den opne gruppa), l = 100 000 og så l(1 − q), L = n(l′ + a · l · q), l / M i den"
              + " opne gruppa, T = ΣL herifrå, e = T / l. Variansen: Σ l²((1 − a)n + e′)² · q²(1 − q) / d og l² / (dM²)"
              + " for den opne gruppa, delt på l²; intervallet er normalt, og blir kutta ved 0. For hand: 0-49 med"
              + " M = 0,01 og 50+ med M = 0,05: q = 0,5 / 1,25 = 0,4, L = 50 · (60 000 + 20 000) = 4 000 000 og"
              + " 60 000 / 0,05 = 1 200 000, e = 5 200 000 / 100 000 = 52. Tapte leveår før alderen A (--lost-before):"
              + " Σ d(A − m) over gruppene som sluttar ved A eller før, m: midten av gruppa, 0,1 i første leveåret;"
              + " intervallet er Dobson sitt, som i dsr. For hand: A = 50: 10 døde i 0-49 taper 10 · (50 − 25) = 250 år.",
          "M = d / P (d: deaths, P: person-years), q = nM / (1 + n(1 − a)M) (n: width in years, a: 0.1 for the first"
              + " year of life, else 0.5; q = 1 in the open band), l = 100,000 and then l(1 − q), L = n(l′ + a · l · q),"
              + " l / M in the open band, T = ΣL from here on, e = T / l. Variance: Σ l²((1 − a)n + e′)² · q²(1 − q) / d"
              + " and l² / (dM²) of the open band, over l²; the interval is normal, and cut at 0. By hand: 0-49 with"
              + " M = 0.01 and 50+ with M = 0.05: q = 0.5 / 1.25 = 0.4, L = 50 · (60,000 + 20,000) = 4,000,000 and"
              + " 60,000 / 0.05 = 1,200,000, e = 5,200,000 / 100,000 = 52. Years lost before the age A (--lost-before):"
              + " Σ d(A − m) over the bands that end by A, m: the middle of the band, 0.1 in the first year of life; the"
              + " interval is Dobson's, as in dsr. By hand: A = 50: 10 deaths in 0-49 lose 10 · (50 − 25) = 250 years."),
      List.of(
          Text.of(
              "Dødeligheten ved hver alder blir som i dag resten av livet",
              "Dødelegheita ved kvar alder blir som i dag resten av livet",
              "The death rates of today hold at each age for the rest of life"),
          Text.of(
              "Dødsfallene fordeler seg jevnt innen hver aldersgruppe, men tidlig i første leveår",
              "Dødsfalla fordeler seg jamt innanfor kvar aldersgruppe, men tidleg i første leveåret",
              "Deaths are spread evenly within each age band, but early in the first year of life")),
      List.of(
          Text.of(
              "Folk flytter mye: det er helsen til dem som dør her som måles, ikke til dem som vokste opp her",
              "Folk flyttar mykje: det er helsa til dei som døyr her som blir målt, ikkje til dei som voks opp her",
              "People move much: it measures the health of those who die here, not of those who grew up here"),
          Text.of(
              "Gruppen er liten: slå sammen flere år, eller bruk --pool",
              "Gruppa er lita: slå saman fleire år, eller bruk --pool",
              "The group is small: put several years together, or use --pool")),
      List.of(
          new Card.Reference(
              "Chiang (1968). Introduction to stochastic processes in biostatistics. Wiley.", ""),
          new Card.Reference(
              "Silcocks, Jenner and Reza (2001). Life expectancy as a summary of mortality in a population: statistical"
                  + " considerations and suitability for use by health authorities. Journal of Epidemiology and"
                  + " Community Health 55(1), 38–43.",
              "10.1136/jech.55.1.38"),
          new Card.Reference(
              "Eayres and Williams (2004). Evaluation of methodologies for small area life expectancy estimation."
                  + " Journal of Epidemiology and Community Health 58(3), 243–249.",
              "10.1136/jech.2003.009654"),
          new Card.Reference(
              "Gardner and Sanborn (1990). Years of potential life lost (YPLL): what does it measure? Epidemiology 1(4),"
                  + " 322–329 (years-lost).",
              "10.1097/00001648-199007000-00012")),
      List.of(new Card.Peer(
          "PHEindicatormethods::phe_life_expectancy 2.1.1",
          Text.of(
              "Lik til 1e-10, også standardfeilen. Med vilje annerledes: alle aldersgrupper kan brukes, ikke bare tjue;"
                  + " en manglende celle er ikke en sikker død (hos andre: 17,5 år ved fødselen); ingen døde i den åpne"
                  + " gruppen gir en grunn, ikke NaN; grensene går ikke under 0.",
              "Lik til 1e-10, òg standardfeilen. Med vilje annleis: alle aldersgrupper kan brukast, ikkje berre tjue;"
                  + " ei manglande celle er ikkje ein sikker død (hos andre: 17,5 år ved fødselen); ingen døde i den opne"
                  + " gruppa gir ein grunn, ikkje NaN; grensene går ikkje under 0.",
              "Agrees to 1e-10, the standard error too. Differs on purpose: any age bands will do, not twenty only; a"
                  + " missing cell is no certain death (there: 17.5 years at birth); no deaths in the open band give a"
                  + " reason, not NaN; the limits do not go below 0."))),
      List.of(
          "utfall life-expectancy sample-data/data/dodsfall.csv --by fylke,aar --age alder --count dode"
              + " --population folketall",
          "utfall life-expectancy sample-data/data/dodsfall.csv --by fylke --age alder --count dode"
              + " --population folketall --table life-table"));

  private LifeExpectancyCard() {}
}
