package no.utfall.method.effect;

import java.util.List;
import no.utfall.figure.Type;
import no.utfall.method.Card;
import no.utfall.method.Option;
import no.utfall.method.Roles;
import no.utfall.text.Text;

/** What difference-in-differences is, for people and for the program. */
final class DifferenceInDifferencesCard {

  private static final String SAMPLE =
      "utfall did sample-data/data/panel.csv --unit kommune --period aar --outcome andel";

  static final Card CARD = new Card(
      "did",
      Text.of("Forskjell i forskjeller", "Skilnad i skilnader", "Difference-in-differences"),
      Text.of(
          "Hvor mye endret utfallet seg hos dem som fikk et tiltak, utover endringen hos dem som ikke hadde fått det?",
          "Kor mykje endra utfallet seg hos dei som fekk eit tiltak, utover endringa hos dei som ikkje hadde fått det?",
          "How much did the outcome change among those that got a measure, beyond the change among those that had not?"),
      options(),
      measures(),
      tables(),
      Text.of(
          "ATT(g,t) = snitt av Y(t) − Y(b) i gruppen som startet i g − samme snitt hos dem det sammenlignes med;"
              + " b er siste periode før g − anticipation, med base pre-mean snittet av alle før den. Snittene over g og t"
              + " er vektet med gruppenes størrelse.",
          "ATT(g,t) = snitt av Y(t) − Y(b) i gruppa som starta i g − same snitt hos dei det er samanlikna med;"
              + " b er siste periode før g − anticipation, med base pre-mean snittet av alle før den. Snitta over g og t er"
              + " vekta med storleiken på gruppene.",
          "ATT(g,t) = mean of Y(t) − Y(b) in the cohort that started in g − the same mean among those compared with;"
              + " b is the last period before g − anticipation, with base pre-mean the mean of all before that. Averages over"
              + " g and t weigh cohorts by their size."),
      assumptions(),
      notWhen(),
      literature(),
      peers(),
      List.of(
          SAMPLE
              + " --cohort veiviser_start --other-cohort loftet_start --base pre-mean --control never-treated"
              + " --horizon 2",
          SAMPLE + " --cohort loftet_start --other-cohort veiviser_start --table guards"));

  private DifferenceInDifferencesCard() {}

  private static List<Option> options() {
    return List.of(
        Roles.UNIT.needed(),
        Roles.PERIOD.needed(),
        Option.column(
                "outcome",
                Type.NUMBER,
                Text.of("Utfallet som måles", "Utfallet som blir målt", "The outcome measured"))
            .needed(),
        Option.column(
            "population",
            Type.SIZE,
            Text.of(
                "Nevner: utfallet er da et antall, og andelen i prosent analyseres",
                "Nemnar: utfallet er då eit tal på, og delen i prosent blir analysert",
                "Denominator: the outcome is then a count, and the share in percent is analysed")),
        Option.column(
            "cohort",
            Type.NUMBER,
            Text.of(
                "Første periode med tiltaket; tom, 0 eller etter dataene betyr aldri",
                "Første periode med tiltaket; tom, 0 eller etter dataa tyder aldri",
                "First treated period; blank, 0 or later than the data means never")),
        Option.columns(
            "other-cohort",
            Type.NUMBER,
            Text.of(
                "Første periode med andre tiltak, med komma: enheter som innførte ett av dem i dataenes tid, er verken"
                    + " med blant dem med tiltaket eller blant dem det sammenlignes med",
                "Første periode med andre tiltak, med komma: einingar som innførte eitt av dei i tida til dataa, er"
                    + " korkje med blant dei med tiltaket eller blant dei det blir samanlikna med",
                "First periods of other measures, with commas: units that adopted one of them within the data are"
                    + " neither among the treated nor among those compared with")),
        Option.column(
            "weight",
            Type.SIZE,
            Text.of(
                "Personer per enhet: gir i tillegg snitt der enhetene teller etter snittet av disse",
                "Personar per eining: gjev i tillegg snitt der einingane tel etter snittet av desse",
                "People in each unit: adds averages in which units count by their mean of these")),
        Option.column(
            "placebo",
            Type.NUMBER,
            Text.of(
                "Et utfall som tiltaket ikke skulle endre: viser det en forskjell, kan virkningen ikke avgjøres",
                "Eit utfall som tiltaket ikkje skulle endre: viser det ein skilnad, kan verknaden ikkje avgjerast",
                "An outcome that the measure should not change: where it shows a difference, the effect cannot be"
                    + " told")),
        Option.word(
            "without-periods",
            null,
            Text.of(
                "Perioder, med komma, som anslaget også lages uten: skifter dommen eller fortegnet, kan virkningen"
                    + " ikke avgjøres",
                "Periodar, med komma, som anslaget òg blir laga utan: skiftar dommen eller forteiknet, kan verknaden"
                    + " ikkje avgjerast",
                "Periods, with commas, that the estimate is also made without: where the verdict or the sign changes,"
                    + " the effect cannot be told")),
        Option.column(
            "group",
            Type.TEXT,
            Text.of(
                "Grupper av folk, hver med sin rad per enhet og periode: virkningen i hver, og forskjellen mellom den"
                    + " siste og den første",
                "Grupper av folk, kvar med si rad per eining og periode: verknaden i kvar, og skilnaden mellom den"
                    + " siste og den første",
                "Groups of people, each with a row per unit and period: the effect in each, and the gap between the"
                    + " last and the first")),
        Option.word(
            "group-order",
            null,
            Text.of(
                "Gruppene fra lavest til høyest, med komma; ellers etter alfabetet",
                "Gruppene frå lågast til høgast, med komma; elles etter alfabetet",
                "The groups from the lowest to the highest, with commas; else by alphabet")),
        Option.column(
            "treated",
            Type.NUMBER,
            Text.of(
                "0/1: har tiltaket i perioden, og beholder det; med --post gruppen, lik i alle perioder",
                "0/1: har tiltaket i perioden, og held på det; med --post gruppa, lik i alle periodar",
                "0/1: has the measure in the period, and keeps it; with --post the group, the same in all periods")),
        Option.column(
            "post",
            Type.NUMBER,
            Text.of(
                "0/1: perioden ligger etter start (bare 2x2)",
                "0/1: perioden ligg etter start (berre 2x2)",
                "0/1: the period lies after the start (2x2 only)")),
        Option.column(
            "cluster",
            Type.TEXT,
            Text.of(
                "Klynger som kan ha felles sjokk; ellers enheten",
                "Klynger som kan ha felles sjokk; elles eininga",
                "Clusters that may share shocks; else the unit")),
        Option.choice(
            "estimator",
            "cs",
            List.of("2x2", "cs"),
            Text.of(
                "cs tåler start på ulike tidspunkter, 2x2 sammenligner fire snitt",
                "cs toler start på ulike tidspunkt, 2x2 samanliknar fire snitt",
                "cs allows starts at different times, 2x2 compares four means")),
        Option.choice(
            "control",
            "not-yet-treated",
            List.of("never-treated", "not-yet-treated"),
            Text.of(
                "Hvem det sammenlignes med",
                "Kven det blir samanlikna med",
                "Whom to compare with")),
        Option.choice(
            "base",
            "varying",
            List.of("varying", "universal", "pre-mean"),
            Text.of(
                "varying og universal måler fra siste periode før start (tiden før start mot perioden før, eller mot"
                    + " den samme); pre-mean fra snittet av alle periodene før den",
                "varying og universal måler frå siste periode før start (tida før start mot perioden før, eller mot"
                    + " den same); pre-mean frå snittet av alle periodane før den",
                "varying and universal measure from the last period before the start (earlier ones from the period"
                    + " before, or from that same one); pre-mean from the mean of all periods before it")),
        Option.integer(
            "anticipation",
            "0",
            Text.of(
                "Perioder før start der tiltaket alt kan merkes",
                "Periodar før start der tiltaket alt kan merkast",
                "Periods before the start in which the measure may already be felt")),
        Option.integer(
            "horizon",
            null,
            Text.of(
                "Snitt fra og med så mange perioder etter start",
                "Snitt frå og med så mange periodar etter start",
                "Average from so many periods after the start on")),
        Option.choice(
            "vcov",
            "cluster",
            List.of("cluster", "hetero", "iid"),
            Text.of(
                "Standardfeil i 2x2: etter klynger, ulik spredning, eller uavhengige rader",
                "Standardfeil i 2x2: etter klynger, ulik spreiing, eller uavhengige rader",
                "Standard errors of 2x2: by cluster, unequal spread, or unrelated rows")),
        Roles.CONF_LEVEL);
  }

  private static List<Card.Named> measures() {
    return List.of(
        named(
            "att",
            "Virkning på dem som fikk tiltaket; første rad er den som fortelles",
            "Verknad på dei som fekk tiltaket; første rad er den som blir fortald",
            "Effect on those treated; the first row is the one to tell"),
        named(
            "att_difference",
            "Virkning der enhetene teller etter --weight, minus virkning der de teller likt",
            "Verknad der einingane tel etter --weight, minus verknad der dei tel likt",
            "Effect with units counted by --weight, less the effect with units counted alike"),
        named(
            "mde",
            "Minste virkning som ville vist seg i fire av fem tilfeller, for første rad",
            "Minste verknad som ville vist seg i fire av fem tilfelle, for første rad",
            "Smallest effect that would show in four of five cases, for the first row"),
        named(
            "verdict",
            "shown, not-shown eller cannot-tell, med grunn; se tabellen guards",
            "shown, not-shown eller cannot-tell, med grunn; sjå tabellen guards",
            "shown, not-shown or cannot-tell, with the reason; see the table guards"),
        named(
            "dip",
            "Siste periode før start mot snittet av dem før, utover endringen hos dem det sammenlignes med",
            "Siste periode før start mot snittet av dei før, utover endringa hos dei det er samanlikna med",
            "Last period before the start against the mean of those before, beyond the change among those compared"),
        named(
            "att_gap",
            "Virkning i den siste gruppen minus virkning i den første (--group)",
            "Verknad i den siste gruppa minus verknad i den første (--group)",
            "Effect in the last group less the effect in the first (--group)"),
        named(
            "effect",
            "Virkning i én enhet (unit-effects)",
            "Verknad i éi eining (unit-effects)",
            "Effect in one unit (unit-effects)"),
        named(
            "variance_per_window",
            "Varians i en enhets virkning per (1/perioder før + 1/perioder etter)",
            "Varians i verknaden i ei eining per (1/periodar før + 1/periodar etter)",
            "Variance of a unit's effect per (1/periods before + 1/periods after)"),
        named(
            "variance_per_window_and_person",
            "Det samme, delt på personer i enheten",
            "Det same, delt på personar i eininga",
            "The same, divided by the people in the unit"),
        named(
            "common_variance",
            "Den delen av variansen som enhetene har felles",
            "Den delen av variansen som einingane har felles",
            "The part of the variance that units have in common"),
        named(
            "common_variance_least",
            "Det samme i den oppstartsgruppen der det er minst",
            "Det same i den oppstartsgruppa der det er minst",
            "The same in the cohort where it is least"),
        named(
            "reliability",
            "Andel av variansen mellom enhetenes virkninger som er deres egen, 0 til 1",
            "Del av variansen mellom verknadene i einingane som er deira eigen, 0 til 1",
            "Share of the variance of unit effects that is their own, 0 to 1"),
        named(
            "units_with_effect",
            "Enheter med egen virkning",
            "Einingar med eigen verknad",
            "Units with an effect of their own"),
        named(
            "units_without_effect",
            "Enheter med tiltaket, men uten egen virkning: for kort tid før eller etter start",
            "Einingar med tiltaket, men utan eigen verknad: for kort tid før eller etter start",
            "Treated units without an effect of their own: too short a time before or after the start"),
        named(
            "pretrend",
            "Felles test av at alle virkninger før start er null, for mange enheter",
            "Felles test av at alle verknader før start er null, for mange einingar",
            "Joint test that all effects before the start are zero, for many units"),
        named(
            "pretrend_leads",
            "Felles test av snittene etter tid før start, også for få enheter; den som fortelles",
            "Felles test av snitta etter tid før start, òg for få einingar; den som blir fortald",
            "Joint test of the averages by time before the start, for few units too; the one to tell"),
        named("treated_units", "Enheter med tiltaket", "Einingar med tiltaket", "Treated units"),
        named(
            "control_units",
            "Enheter de er sammenlignet med, også de som starter senere",
            "Einingar dei er samanlikna med, òg dei som startar seinare",
            "Units compared with, later starters among them"),
        named(
            "never_treated_units",
            "Enheter som aldri får tiltaket i dataene",
            "Einingar som aldri får tiltaket i dataa",
            "Units never treated within the data"),
        named("units", "Enheter i beregningen", "Einingar i utrekninga", "Units in the estimate"),
        named("dropped_units", "Enheter utelatt", "Einingar utelatne", "Units left out"),
        named(
            "other_measure_units",
            "Enheter utelatt fordi de innførte et annet tiltak",
            "Einingar utelatne fordi dei innførte eit anna tiltak",
            "Units left out because they adopted another measure"),
        named(
            "periods_left_out",
            "Periodene i --without-periods (guards)",
            "Periodane i --without-periods (guards)",
            "The periods of --without-periods (guards)"),
        named(
            "hidden_numbers",
            "Skjulte tall med kjente grenser (guards)",
            "Skjulte tal med kjende grenser (guards)",
            "Hidden numbers with known limits (guards)"),
        named(
            "hidden_units",
            "Enheter som bare er med når de skjulte tallene settes til en grense (guards)",
            "Einingar som berre er med når dei skjulte tala blir sette til ei grense (guards)",
            "Units that are in the estimate only with their hidden numbers at a limit (guards)"),
        named(
            "size_from",
            "Den minste enheten i delen (by-size); også size_to",
            "Den minste eininga i delen (by-size); òg size_to",
            "The smallest unit of the quarter (by-size); also size_to"),
        named("cohorts", "Oppstartsgrupper", "Oppstartsgrupper", "Cohorts"),
        named("periods", "Perioder", "Periodar", "Periods"),
        named("rows", "Rader (2x2)", "Rader (2x2)", "Rows (2x2)"),
        named("dropped_rows", "Rader utelatt (2x2)", "Rader utelatne (2x2)", "Rows left out (2x2)"),
        named("clusters", "Klynger (2x2)", "Klynger (2x2)", "Clusters (2x2)"));
  }

  private static List<Card.Named> tables() {
    return List.of(
        named(
            "aggregations",
            "Snitt etter tid siden start, gruppe og periode, hver med sitt samlede snitt",
            "Snitt etter tid sidan start, gruppe og periode, kvar med sitt samla snitt",
            "Averages by time since start, cohort and period, each with its overall average"),
        named(
            "guards",
            "Hva tallet må tåle: med og uten siste periode før start, en tenkt tidligere start, forløpene før,"
                + " --placebo, --without-periods, skjulte tall på sitt laveste og høyeste; siste rad er dommen",
            "Kva talet må tole: med og utan siste periode før start, ein tenkt tidlegare start, forløpa før,"
                + " --placebo, --without-periods, skjulte tal på sitt lågaste og høgaste; siste rad er dommen",
            "What the figure must withstand: with and without the last period before the start, a pretended earlier"
                + " start, the courses before, --placebo, --without-periods, hidden numbers at their lowest and highest;"
                + " the last row is the verdict"),
        named(
            "by-size",
            "Virkning og minste synlige virkning blant enheter av lik størrelse, i fire like store deler; --weight"
                + " eller --population gir størrelsen",
            "Verknad og minste synlege verknad blant einingar av lik storleik, i fire like store delar; --weight"
                + " eller --population gjev storleiken",
            "Effect and smallest visible effect among units of like size, in four quarters; --weight or --population"
                + " gives the size"),
        named(
            "unit-effects",
            "Virkning i hver enhet med tiltaket fra --horizon perioder etter start, mot snittet før start (uten siste"
                + " periode) og dem som aldri fikk det; usikkerheten er lært av dem",
            "Verknad i kvar eining med tiltaket frå --horizon periodar etter start, mot snittet før start (utan siste"
                + " periode) og dei som aldri fekk det; uvissa er lært av dei",
            "Effect in each treated unit from --horizon periods after the start, against the mean before it (without"
                + " the last period) and those never treated; the uncertainty is learnt from them"),
        named(
            "unit-errors",
            "Hva usikkerheten i unit-effects er satt sammen av, om den passer dem som aldri fikk tiltaket"
                + " (placebo_mean_square nær 1), og hvor pålitelige virkningene er",
            "Kva uvissa i unit-effects er sett saman av, om ho høver for dei som aldri fekk tiltaket"
                + " (placebo_mean_square nær 1), og kor pålitelege verknadene er",
            "What the uncertainty of unit-effects is made of, whether it fits those never treated (placebo_mean_square"
                + " near 1), and how reliable the effects are"),
        named(
            "att-gt",
            "Virkning for hver oppstartsgruppe og periode",
            "Verknad for kvar oppstartsgruppe og periode",
            "Effect of each cohort in each period"),
        named(
            "influence",
            "Hver enhets innflytelse på hver virkning",
            "Innverknaden til kvar eining på kvar verknad",
            "Influence of each unit on each effect"),
        named(
            "vcov",
            "Kovarians mellom virkningene etter tid siden start",
            "Kovarians mellom verknadene etter tid sidan start",
            "Covariance of the effects by time since start"),
        named(
            "bands",
            "Intervaller som holder for alle tider siden start samtidig",
            "Intervall som held for alle tider sidan start på same tid",
            "Intervals that hold for all times since start at once"),
        named(
            "dropped",
            "Enheter utelatt, med grunn",
            "Einingar utelatne, med grunn",
            "Units left out, with the reason"),
        named(
            "coefficients",
            "Koeffisientene i regresjonen (2x2)",
            "Koeffisientane i regresjonen (2x2)",
            "Coefficients of the regression (2x2)"),
        named("cells", "De fire snittene (2x2)", "Dei fire snitta (2x2)", "The four means (2x2)"));
  }

  private static List<Text> assumptions() {
    return List.of(
        Text.of(
            "Parallelle forløp: Uten tiltaket ville begge grupper endret seg likt i snitt.",
            "Parallelle forløp: Utan tiltaket ville begge gruppene endra seg likt i snitt.",
            "Parallel trends: without the measure both groups would have changed alike on average."),
        Text.of(
            "Ingen virkning før start, utover de periodene som er oppgitt (--anticipation).",
            "Ingen verknad før start, utover dei periodane som er oppgjevne (--anticipation).",
            "No effect before the start, beyond the periods that are declared (--anticipation)."),
        Text.of(
            "Tiltaket i én enhet påvirker ikke de andre enhetene.",
            "Tiltaket i ei eining påverkar ikkje dei andre einingane.",
            "The measure in one unit does not touch the others."),
        Text.of(
            "Den som har startet, slutter ikke.",
            "Den som har starta, sluttar ikkje.",
            "Those that have started do not stop."));
  }

  private static List<Text> notWhen() {
    return List.of(
        Text.of(
            "Enheter starter etter et uvanlig dårlig år: Da går utfallet tilbake av seg selv, og det ser ut som en"
                + " virkning. Tabellen guards prøver det, og --base pre-mean måler uten perioden rett før start.",
            "Einingar startar etter eit uvanleg dårleg år: Då går utfallet tilbake av seg sjølv, og det ser ut som ein"
                + " verknad. Tabellen guards prøver det, og --base pre-mean måler utan perioden rett før start.",
            "Units start after an unusually bad year: the outcome then returns by itself, which looks like an effect."
                + " The table guards tests it, and --base pre-mean measures without the period right before the start."),
        Text.of(
            "Enheter innførte også andre tiltak: Nevn dem med --other-cohort, ellers er de med i tallet.",
            "Einingar innførte òg andre tiltak: Nemn dei med --other-cohort, elles er dei med i talet.",
            "Units adopted other measures too: name those with --other-cohort, else they are in the figure."),
        Text.of(
            "Bare én enhet fikk tiltaket: Bruk synth.",
            "Berre éi eining fekk tiltaket: Bruk synth.",
            "Only one unit was treated: use synth."),
        Text.of(
            "Alle starter samtidig: Bruk its.",
            "Alle startar på same tid: Bruk its.",
            "All start at once: use its."));
  }

  private static List<Card.Reference> literature() {
    return List.of(
        new Card.Reference(
            "Callaway & Sant'Anna (2021), Difference-in-Differences with multiple time periods, Journal of"
                + " Econometrics 225(2)",
            "10.1016/j.jeconom.2020.12.001"),
        new Card.Reference(
            "Roth (2022), Pretest with caution: event-study estimates after testing for parallel trends, AER:"
                + " Insights 4(3)",
            "10.1257/aeri.20210236"),
        new Card.Reference(
            "Borusyak, Jaravel & Spiess (2024), Revisiting event-study designs: robust and efficient estimation,"
                + " Review of Economic Studies 91(6)",
            "10.1093/restud/rdae007"),
        new Card.Reference(
            "Goodman-Bacon (2021), Difference-in-differences with variation in treatment timing, Journal of"
                + " Econometrics 225(2)",
            "10.1016/j.jeconom.2021.03.014"));
  }

  private static List<Card.Peer> peers() {
    return List.of(
        new Card.Peer(
            "did 2.5.1 (R)",
            Text.of(
                "Samme tall uten kovariater. Gir en gruppe på én enhet en standardfeil; det gjør ikke vi.",
                "Same tal utan kovariatar. Gir ei gruppe på éi eining ein standardfeil; det gjer ikkje vi.",
                "Same figures without covariates. Gives a cohort of one unit a standard error; we do not.")),
        new Card.Peer(
            "fixest 0.14.2 (R)",
            Text.of(
                "Samme 2x2 med iid, hetero og klynger.",
                "Same 2x2 med iid, hetero og klynger.",
                "Same 2x2 with iid, hetero and clusters.")));
  }

  private static Card.Named named(String name, String nb, String nn, String en) {
    return new Card.Named(name, Text.of(nb, nn, en));
  }
}
