package no.utfall.method.rate;

import java.util.List;
import no.utfall.figure.Type;
import no.utfall.method.Card;
import no.utfall.method.Option;
import no.utfall.method.Roles;
import no.utfall.text.Text;

/** What {@code dsr} says of itself. */
final class DsrCard {

  static final Option AGE = Option.column(
      "age",
      Type.TEXT,
      Text.of(
          "Aldersgruppe ved navn, som 0-4, 5-9 … 85+",
          "Aldersgruppe ved namn, som 0-4, 5-9 … 85+",
          "Age band by name, such as 0-4, 5-9 … 85+"));
  static final Option SHOW_UNRELIABLE = Option.flag(
      "show-unreliable",
      Text.of(
          "Vis også anslag som regelen holder tilbake",
          "Vis òg anslag som regelen held tilbake",
          "Show estimates that the rule holds back as well"));

  static Option minEvents(String fallback) {
    return Option.number(
        "min-events",
        fallback,
        Text.of(
            "Færre hendelser enn dette er for usikkert: anslaget holdes tilbake",
            "Færre hendingar enn dette er for usikkert: anslaget blir halde tilbake",
            "Fewer events than this are too uncertain: the estimate is held back"));
  }

  static final Card CARD = new Card(
      "dsr",
      Text.of(
          "Direkte standardisert rate", "Direkte standardisert rate", "Directly standardised rate"),
      Text.of(
          "Hvor høy ville raten vært om alle grupper hadde samme aldersfordeling?",
          "Kor høg ville raten ha vore om alle grupper hadde same aldersfordeling?",
          "How high would the rate be if every group had the same ages?"),
      List.of(
          Roles.BY,
          Roles.COUNT.needed(),
          Roles.POPULATION.needed(),
          AGE.needed(),
          Option.table(
              "standard",
              "esp2013",
              StandardPopulation.NAMES,
              Type.SIZE,
              Text.of(
                  "Standardbefolkning: navn, egen fil med kolonnene age og population, eller col:KOLONNE"
                      + " (i et prosjekt col:kilde.kolonne)",
                  "Standardbefolkning: namn, eiga fil med kolonnane age og population, eller col:KOLONNE"
                      + " (i eit prosjekt col:kjelde.kolonne)",
                  "Standard population: a name, a file of your own with the columns age and population, or col:COLUMN"
                      + " (in a project col:source.column)")),
          Option.column(
              DsrMethod.SPREAD_OF_REPEATS,
              Type.COUNT,
              Text.of(
                  "Hvor mange hendelser hver av personene i raden hadde",
                  "Kor mange hendingar kvar av personane i rada hadde",
                  "How many events each of the persons in the row had")),
          Roles.per("100000"),
          Roles.CONF_LEVEL,
          Option.choice(
              "method",
              DirectRate.Interval.DOBSON.code(),
              Coded.codes(DirectRate.Interval.class),
              Text.of(
                  "Hvordan intervallet lages",
                  "Korleis intervallet blir laga",
                  "How the interval is made")),
          minEvents("10"),
          TooUncertain.WITH_OWN_RULE,
          SHOW_UNRELIABLE),
      List.of(
          new Card.Named(
              "dsr",
              Text.of(
                  "Raten gruppen ville hatt med aldersfordelingen i standardbefolkningen",
                  "Raten gruppa ville ha hatt med aldersfordelinga i standardbefolkninga",
                  "The rate of the group with the ages of the standard population")),
          Cards.LOWEST,
          Cards.HIGHEST,
          Cards.OF_KNOWN),
      List.of(
          new Card.Named(
              "bands",
              Text.of(
                  "Hver alder i hver gruppe: hendelser, nevner, rate, andel av standardbefolkningen og bidrag",
                  "Kvar alder i kvar gruppe: hendingar, nemnar, rate, del av standardbefolkninga og bidrag",
                  "Each age of each group: events, population, rate, share of the standard and contribution")),
          new Card.Named(
              "sizes",
              Text.of(
                  "Hendelser, nevner og rå rate for hver gruppe",
                  "Hendingar, nemnar og rå rate for kvar gruppe",
                  "Events, population and crude rate of every group"))),
      Text.of(
          "D = Σ(w · x / n) / Σw (x: hendelser, n: nevner, w: standardbefolkning, for hver alder),"
              + " V = Σ((w / n)² · x) / (Σw)². dobson: D + √(V / X)(L − X), der X = Σx og L er grensene for X etter"
              + " Byar (exact under ti hendelser). fay-feuer: kvantilen α/2 i gammafordelingen med gjennomsnitt D og"
              + " varians V, og 1 − α/2 i den med D + m og V + m², der m = maks w / (n Σw). Gjentatte hendelser:"
              + " x = Σ(f · y) og x byttes i V med Σ(f² · y), der y personer hadde f hendelser hver. For hånd: to"
              + " aldre, x = 10 av 1000 og 30 av 500, w = 70 og 30: D = (70 · 0,01 + 30 · 0,06) / 100 = 0,025."
              + " too-uncertain: færre enn --min-events hendelser, eller fay-feuer 95 % bredere enn 1,6 · D.",
          "D = Σ(w · x / n) / Σw (x: hendingar, n: nemnar, w: standardbefolkning, for kvar alder),"
              + " V = Σ((w / n)² · x) / (Σw)². dobson: D + √(V / X)(L − X), der X = Σx og L er grensene for X etter"
              + " Byar (exact under ti hendingar). fay-feuer: kvantilen α/2 i gammafordelinga med gjennomsnitt D og"
              + " varians V, og 1 − α/2 i den med D + m og V + m², der m = maks w / (n Σw). Gjentekne hendingar:"
              + " x = Σ(f · y), og x blir bytt ut i V med Σ(f² · y), der y personar hadde f hendingar kvar. For hand:"
              + " to aldrar, x = 10 av 1000 og 30 av 500, w = 70 og 30: D = (70 · 0,01 + 30 · 0,06) / 100 = 0,025."
              + " too-uncertain: færre enn --min-events hendingar, eller fay-feuer 95 % breiare enn 1,6 · D.",
          "D = Σ(w · x / n) / Σw (x: events, n: population, w: standard population, at each age),"
              + " V = Σ((w / n)² · x) / (Σw)². dobson: D + √(V / X)(L − X), with X = Σx and L the limits of X by Byar"
              + " (exact below ten events). fay-feuer: quantile α/2 of the gamma distribution with mean D and variance"
              + " V, and 1 − α/2 of the one with D + m and V + m², m = max w / (n Σw). Repeat events: x = Σ(f · y), and"
              + " V has Σ(f² · y) in place of x, when y persons had f events each. By hand: two ages, x = 10 of 1000"
              + " and 30 of 500, w = 70 and 30: D = (70 · 0.01 + 30 · 0.06) / 100 = 0.025."
              + " too-uncertain: fewer than --min-events events, or fay-feuer 95% wider than 1.6 · D."),
      List.of(
          Text.of(
              "Hendelsene skjer uavhengig av hverandre, eller --event-frequency sier hvem som hadde flere",
              "Hendingane skjer uavhengig av kvarandre, eller --event-frequency seier kven som hadde fleire",
              "The events happen independently, or --event-frequency says who had several"),
          Text.of(
              "Nevneren er kjent uten feil, og over null ved hver alder",
              "Nemnaren er kjend utan feil, og over null ved kvar alder",
              "The population is known without error, and above zero at each age")),
      List.of(
          Text.of(
              "Gruppene har få hendelser: bruk smr, som ikke trenger ratene ved hver alder",
              "Gruppene har få hendingar: bruk smr, som ikkje treng ratane ved kvar alder",
              "The groups have few events: use smr, which does not need the rates at each age"),
          Text.of(
              "Forskjellen mellom gruppene går ulike veier ved ulike aldre: vis ratene ved hver alder",
              "Skilnaden mellom gruppene går ulike vegar ved ulike aldrar: vis ratane ved kvar alder",
              "The groups differ in opposite directions at different ages: show the rates at each age")),
      List.of(
          new Card.Reference(
              "Dobson, Kuulasmaa, Eberle and Scherer (1991). Confidence intervals for weighted sums of Poisson"
                  + " parameters. Statistics in Medicine 10(3), 457–462.",
              "10.1002/sim.4780100317"),
          new Card.Reference(
              "Fay and Feuer (1997). Confidence intervals for directly standardized rates: a method based on the gamma"
                  + " distribution. Statistics in Medicine 16(7), 791–801.",
              "10.1002/(SICI)1097-0258(19970415)16:7<791::AID-SIM500>3.0.CO;2-#"),
          new Card.Reference(
              "Eurostat (2013). Revision of the European Standard Population: report of Eurostat's task force.",
              "10.2785/11470"),
          new Card.Reference(
              "Ahmad, Boschi-Pinto, Lopez, Murray, Lozano and Inoue (2001). Age standardization of rates: a new WHO"
                  + " standard. GPE Discussion Paper 31, World Health Organization.",
              ""),
          new Card.Reference(
              "NORDCAN, Association of the Nordic Cancer Registries: the Nordic standard population of 2000, as in"
                  + " popEpi::stdpop18 0.4.10.",
              "")),
      List.of(
          new Card.Peer(
              "PHEindicatormethods::calculate_dsr 2.1.1",
              Text.of(
                  "dobson er lik til 1e-10, også med gjentatte hendelser. Med vilje annerledes: standardbefolkningen"
                      + " kobles på navnet til alderen, ikke på rekkefølgen; skjulte celler er aldri null, men gir"
                      + " grenser (hos andre: 168 for 204); en alder som mangler gir status missing; en umulig rad stopper"
                      + " ikke de andre; under ti hendelser holdes tilbake med status.",
                  "dobson er lik til 1e-10, òg med gjentekne hendingar. Med vilje annleis: standardbefolkninga blir"
                      + " kopla på namnet til alderen, ikkje på rekkjefølgja; skjulte celler er aldri null, men gir"
                      + " grenser (hos andre: 168 for 204); ein alder som manglar gir status missing; ei umogleg rad"
                      + " stoppar ikkje dei andre; under ti hendingar blir halde tilbake med status.",
                  "dobson agrees to 1e-10, with repeat events too. Differs on purpose: the standard is joined by the"
                      + " name of the age, not by position; hidden cells are never zero and give bounds (there: 168"
                      + " for 204); a missing age gives status missing; an impossible row does not stop the others;"
                      + " fewer than ten events are held back with a status.")),
          new Card.Peer(
              "epitools::ageadjust.direct 0.5-10.1",
              Text.of(
                  "fay-feuer er lik til 1e-10",
                  "fay-feuer er lik til 1e-10",
                  "fay-feuer agrees to 1e-10"))),
      List.of(
          "utfall dsr sample-data/data/dodsfall.csv --by fylke,aar --count dode --population folketall --age alder"
              + " --standard esp2013",
          "utfall dsr sample-data/data/dodsfall.csv --by fylke --count dode --population folketall --age alder"
              + " --standard nordic --conf-level 0.95,0.998 --method fay-feuer"));

  private DsrCard() {}
}
