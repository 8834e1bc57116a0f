package no.utfall.method.poverty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import no.utfall.figure.Type;
import no.utfall.math.WeightedQuantile;
import no.utfall.method.Card;
import no.utfall.method.Option;
import no.utfall.method.Roles;
import no.utfall.text.Text;

/** The card of {@link PovertyMethod}. */
final class PovertyCard {

  /** What a measure is called, and what it is. */
  private record Named(String name, Text title, Text meaning) {}

  private static final List<Named> MEASURES = List.of(
      named(
          "arpr",
          "Lavinntektsandel",
          "Del med låginntekt",
          "At-risk-of-poverty rate",
          "andelen med inntekt under grensen, som er en andel (--threshold) av medianen i hele landet;"
              + " arpr er 60 %, arpr_50 er 50 %, arpr_line er --line",
          "delen med inntekt under grensa, som er ein del (--threshold) av medianen i heile landet;"
              + " arpr er 60 %, arpr_50 er 50 %, arpr_line er --line",
          "the share with an income below the line, a share (--threshold) of the median of the whole"
              + " country; arpr is 60 %, arpr_50 is 50 %, arpr_line is --line"),
      named(
          "arpt",
          "Lavinntektsgrense",
          "Låginntektsgrense",
          "At-risk-of-poverty threshold",
          "grensen selv",
          "grensa sjølv",
          "the line itself"),
      named(
          "rmpg",
          "Relativt medianfattigdomsgap",
          "Relativt medianfattigdomsgap",
          "Relative median poverty gap",
          "avstanden fra grensen til medianen av inntektene under den, i andel av grensen",
          "avstanden frå grensa til medianen av inntektene under ho, i del av grensa",
          "from the line down to the median of the incomes below it, as a share of the line"),
      named(
          "poor_median",
          "Median under grensen",
          "Median under grensa",
          "Median below the line",
          "medianen av inntektene under grensen",
          "medianen av inntektene under grensa",
          "the median of the incomes below the line"),
      named(
          "fgt0",
          "FGT 0",
          "FGT 0",
          "FGT 0",
          "andelen under grensen, det samme tallet som arpr",
          "delen under grensa, det same talet som arpr",
          "the share below the line, the same number as arpr"),
      named(
          "fgt1",
          "FGT 1",
          "FGT 1",
          "FGT 1",
          "gjennomsnittlig relativt gap opp til grensen, over alle",
          "gjennomsnittleg relativt gap opp til grensa, over alle",
          "the mean relative gap up to the line, over everybody"),
      named(
          "fgt2",
          "FGT 2",
          "FGT 2",
          "FGT 2",
          "gjennomsnittlig kvadrert gap, over alle",
          "gjennomsnittleg kvadrert gap, over alle",
          "the mean squared gap, over everybody"),
      named(
          "sen",
          "Sens indeks",
          "Sens indeks",
          "Sen index",
          "H (I + (1 − I) G): andelen, gapet og ulikheten blant dem under grensen",
          "H (I + (1 − I) G): delen, gapet og ulikskapen blant dei under grensa",
          "H (I + (1 − I) G): the share, the gap and the inequality among those below the line"),
      named(
          "sst",
          "Sen–Shorrocks–Thon",
          "Sen–Shorrocks–Thon",
          "Sen–Shorrocks–Thon index",
          "gjennomsnittsgapet ganger 1 + Gini av gapene",
          "gjennomsnittsgapet gonger 1 + Gini av gapa",
          "the mean gap times 1 + the Gini coefficient of the gaps"),
      named(
          "watts",
          "Watts-indeks",
          "Watts-indeks",
          "Watts index",
          "gjennomsnittet av ln(grense / inntekt) for dem under grensen, 0 for andre",
          "gjennomsnittet av ln(grense / inntekt) for dei under grensa, 0 for andre",
          "the mean of ln(line / income) for those below the line, 0 for others"),
      named(
          "arpr_children",
          "Barn i husholdninger med lav inntekt",
          "Barn i hushald med låg inntekt",
          "Children in low-income households",
          "som arpr, blant personer yngre enn --children-under",
          "som arpr, blant personar yngre enn --children-under",
          "as arpr, among persons younger than --children-under"),
      named(
          "low_income_3",
          "Vedvarende lavinntekt, tre år",
          "Vedvarande låginntekt, tre år",
          "Low income over three years",
          "andelen der gjennomsnittet av tre års inntekter er under grensen, regnet av medianen av slike"
              + " gjennomsnitt; regelen i norsk statistikk",
          "delen der gjennomsnittet av tre års inntekter er under grensa, rekna av medianen av slike"
              + " gjennomsnitt; regelen i norsk statistikk",
          "the share whose mean income of three years is below the line made of the median of such means;"
              + " the rule of Norwegian statistics"),
      named(
          "median",
          "Medianinntekt",
          "Medianinntekt",
          "Median income",
          "inntekten i midten",
          "inntekta i midten",
          "the income in the middle"),
      named(
          "mean",
          "Gjennomsnittsinntekt",
          "Gjennomsnittsinntekt",
          "Mean income",
          "Σ w y / Σ w",
          "Σ w y / Σ w",
          "Σ w y / Σ w"),
      named(
          "quantile",
          "Kvantil",
          "Kvantil",
          "Quantile",
          "inntekten som en andel (--probs) ligger under; quantile_10 er for 0.1",
          "inntekta som ein del (--probs) ligg under; quantile_10 er for 0.1",
          "the income that a share (--probs) lies below; quantile_10 is for 0.1"),
      named(
          "shares",
          "Inntektsandel",
          "Inntektsdel",
          "Share of the income",
          "share_1, share_2 …: andelen av all inntekt som hver kvantilgruppe har; --shares sier hvor mange",
          "share_1, share_2 …: delen av all inntekt som kvar kvantilgruppe har; --shares seier kor mange",
          "share_1, share_2 …: the share of all income that each quantile group has; --shares says how many"),
      named(
          "gini",
          "Gini",
          "Gini",
          "Gini coefficient",
          "0 når alle har like mye; uten korreksjon for små utvalg",
          "0 når alle har like mykje; utan korreksjon for små utval",
          "0 when all have the same; without correction for small samples"),
      named(
          "s80s20",
          "S80/S20",
          "S80/S20",
          "S80/S20",
          "inntekten til femdelen med mest over inntekten til femdelen med minst",
          "inntekta til femdelen med mest over inntekta til femdelen med minst",
          "the income of the fifth with the most over that of the fifth with the least"),
      named(
          "rate",
          "Andel i tilstanden",
          "Del i tilstanden",
          "Share in the state",
          "andelen som er i tilstanden (--category, --state), for eksempel neet",
          "delen som er i tilstanden (--category, --state), til dømes neet",
          "the share in the state (--category, --state), for example neet"),
      named(
          "entry",
          "Inngang",
          "Inngang",
          "Entry",
          "av dem utenfor i perioden før: andelen som er kommet inn",
          "av dei utanfor i perioden før: delen som er komen inn",
          "of those out a period before: the share that came in"),
      named(
          "exit",
          "Utgang",
          "Utgang",
          "Exit",
          "av dem i tilstanden i perioden før: andelen som er ute",
          "av dei i tilstanden i perioden før: delen som er ute",
          "of those in a period before: the share that left"),
      named(
          "stayed",
          "Ble værende",
          "Vart verande",
          "Stayed",
          "av dem i tilstanden i perioden før: andelen som er der fortsatt",
          "av dei i tilstanden i perioden før: delen som framleis er der",
          "of those in a period before: the share still in"),
      named(
          "persistent",
          "Vedvarende",
          "Vedvarande",
          "Persistent",
          "andelen som er i tilstanden nå og i minst to av de tre periodene før, av dem som er kjent i alle fire;"
              + " Eurostats vedvarende lavinntekt",
          "delen som er i tilstanden no og i minst to av dei tre periodane før, av dei som er kjende i alle fire;"
              + " vedvarande låginntekt hos Eurostat",
          "the share in now and in at least two of the three periods before, of those known in all four;"
              + " Eurostat's persistent at-risk-of-poverty rate"));

  static final Card CARD = new Card(
      "poverty",
      Text.of("Lavinntekt og tilstander", "Låginntekt og tilstandar", "Low income and states"),
      Text.of(
          "Hvor mange har lav inntekt eller er i en annen tilstand, hvor dypt og hvor lenge?",
          "Kor mange har låg inntekt eller er i ein annan tilstand, kor djupt og kor lenge?",
          "How many have a low income or are in another state, how deep and for how long?"),
      options(),
      MEASURES.stream()
          .map(one -> new Card.Named(one.name, one.title.plus(Text.same(": ")).plus(one.meaning)))
          .toList(),
      tables(),
      Text.of(
          "Grensen er t = a · medianen, a fra --threshold; fattig er y < t. Veid kvantil etter Eurostat: den første"
              + " inntekten der vekten til og med den er mer enn p W, og midt mellom to når p W treffes. "
              + "H = Σ w 1[y < t] / Σ w; FGT α = Σ w (1 − y/t)^α 1[y < t] / Σ w; rmpg = (t − m) / t, m medianen av"
              + " y < t; S80/S20 = Σ w y 1[y > q80] / Σ w y 1[y ≤ q20]; Gini = 2 Σ w y (C − w/2) / (W Σ w y) − 1, C"
              + " vekten til og med. "
              + "Standardfeil: v = Σ_h n_h / (n_h − 1) Σ_j (t_hj − t̄_h)² av klyngesummer av w z, z = ∂θ/∂w + ∂θ/∂t"
              + " ∂t/∂w; tettheten med normalkjerne, h = 0,9 min(s, kvartilavstand/1,349) n^(−1/5).",
          "Grensa er t = a · medianen, a frå --threshold; fattig er y < t. Vegen kvantil etter Eurostat: den første"
              + " inntekta der vekta til og med ho er meir enn p W, og midt mellom to når p W blir treft. "
              + "H = Σ w 1[y < t] / Σ w; FGT α = Σ w (1 − y/t)^α 1[y < t] / Σ w; rmpg = (t − m) / t, m medianen av"
              + " y < t; S80/S20 = Σ w y 1[y > q80] / Σ w y 1[y ≤ q20]; Gini = 2 Σ w y (C − w/2) / (W Σ w y) − 1, C"
              + " vekta til og med. "
              + "Standardfeil: v = Σ_h n_h / (n_h − 1) Σ_j (t_hj − t̄_h)² av klyngjesummar av w z, z = ∂θ/∂w + ∂θ/∂t"
              + " ∂t/∂w; tettleiken med normalkjerne, h = 0,9 min(s, kvartilavstand/1,349) n^(−1/5).",
          "The line is t = a · the median, a from --threshold; poor is y < t. Weighted quantile as Eurostat has it: the"
              + " first income where the weight up to and including it exceeds p W, and half way between two where p W"
              + " is hit. "
              + "H = Σ w 1[y < t] / Σ w; FGT α = Σ w (1 − y/t)^α 1[y < t] / Σ w; rmpg = (t − m) / t, m the median of"
              + " y < t; S80/S20 = Σ w y 1[y > q80] / Σ w y 1[y ≤ q20]; Gini = 2 Σ w y (C − w/2) / (W Σ w y) − 1, C"
              + " the weight up to and including. "
              + "Standard error: v = Σ_h n_h / (n_h − 1) Σ_j (t_hj − t̄_h)² of cluster totals of w z, z = ∂θ/∂w +"
              + " ∂θ/∂t ∂t/∂w; the density by a normal kernel, h = 0.9 min(s, interquartile range/1.349) n^(−1/5). "
              + "Shares of persons have Wilson limits with n = p (1 − p) / v, s80s20 estimate · exp(± t s / estimate),"
              + " others estimate ± t s with clusters less strata degrees of freedom, or percentiles of the bootstrap"
              + " (Rao, Wu and Yue). "
              + "By hand: incomes 10, 20, 30, 40, 50 of weight 1: median 30, line 18, one of five below it: arpr 20 %,"
              + " rmpg (18 − 10) / 18 = 44.4 %, fgt1 0.444 / 5 = 8.9 %, s80s20 50 / 10 = 5 with quantiles 15 and 45,"
              + " Gini 2 (10·0.5 + 20·1.5 + 30·2.5 + 40·3.5 + 50·4.5) / (5·150) − 1 = 0.267."),
      List.of(
          Text.of(
              "Inntekten er husholdningens, per forbruksenhet: allerede regnet, eller med --scale",
              "Inntekta er den til hushaldet, per forbrukseining: alt rekna, eller med --scale",
              "The income is that of the household per equivalent adult: made already, or with --scale"),
          Text.of(
              "Grensen er landets: den regnes av alle rader i samme periode, og gruppene sammenlignes med den",
              "Grensa er den til landet: ho blir rekna av alle rader i same periode, og gruppene blir samanlikna med"
                  + " ho",
              "The line is national: made of all rows of the same period, and the groups are held against it"),
          Text.of(
              "Husholdninger eller det som ble trukket står i --cluster; uten er hver rad trukket for seg, og"
                  + " intervallene blir for smale",
              "Hushald eller det som vart trekt, står i --cluster; utan er kvar rad trekt for seg, og intervalla blir"
                  + " for smale",
              "Households or what was drawn stand in --cluster; without it every row was drawn singly, and intervals"
                  + " are too narrow"),
          Text.of(
              "For tilstander over tid er grensene tatt for gitt, og de som fulgte med er representert av vektene"
                  + " (--longitudinal-weight)",
              "For tilstandar over tid er grensene tekne for gitt, og dei som følgde med, er representerte av vektene"
                  + " (--longitudinal-weight)",
              "For states over time the lines are taken as given, and those who were followed are made representative"
                  + " by the weights (--longitudinal-weight)"),
          Text.of(
              "Færre enn 20 observasjoner, eller mer enn halvparten ukjent, vises ikke; 20 til 49, eller mer enn en"
                  + " femdel ukjent, merkes usikkert (Eurostats regel, --few)",
              "Færre enn 20 observasjonar, eller meir enn halvparten ukjend, blir ikkje viste; 20 til 49, eller meir"
                  + " enn ein femdel ukjend, blir merkte usikre (Eurostats regel, --few)",
              "Fewer than 20 observations, or more than half unknown, is not shown; 20 to 49, or more than a fifth"
                  + " unknown, is marked unreliable (Eurostat's rule, --few)")),
      List.of(
          Text.of(
              "Tallene er allerede andeler per kommune: bruk dem som de er, eller proportion på antall",
              "Tala er alt delar per kommune: bruk dei som dei er, eller proportion på tal",
              "The numbers are shares of municipalities already: use them as they are, or proportion on counts"),
          Text.of(
              "Mange har inntekt null eller under: Watts, Gini og S80/S20 mister mening",
              "Mange har inntekt null eller under: Watts, Gini og S80/S20 mister meining",
              "Many have an income of zero or less: Watts, Gini and S80/S20 lose their meaning")),
      List.of(
          new Card.Reference(
              "Alfons and Templ (2013). Estimation of social exclusion indicators from complex surveys: the R package"
                  + " laeken. Journal of Statistical Software 54(15).",
              "10.18637/jss.v054.i15"),
          new Card.Reference(
              "Foster, Greer and Thorbecke (1984). A class of decomposable poverty measures. Econometrica 52(3),"
                  + " 761–766.",
              "10.2307/1913475"),
          new Card.Reference(
              "Sen (1976). Poverty: an ordinal approach to measurement. Econometrica 44(2), 219–231.",
              "10.2307/1912718"),
          new Card.Reference(
              "Shorrocks (1995). Revisiting the Sen poverty index. Econometrica 63(5), 1225–1230.",
              "10.2307/2171728"),
          new Card.Reference(
              "Deville (1999). Variance estimation for complex statistics and estimators: linearization and residual"
                  + " techniques. Survey Methodology 25(2), 193–203.",
              ""),
          new Card.Reference(
              "Osier (2009). Variance estimation for complex indicators of poverty and inequality using linearization"
                  + " techniques. Survey Research Methods 3(3), 167–195.",
              "10.18148/srm/2009.v3i3.369"),
          new Card.Reference(
              "Rao, Wu and Yue (1992). Some recent work on resampling methods for complex surveys. Survey Methodology"
                  + " 18(2), 209–217.",
              ""),
          new Card.Reference(
              "Dean and Pagano (2015). Evaluating confidence interval methods for binomial proportions in clustered"
                  + " surveys. Journal of Survey Statistics and Methodology 3(4), 484–503.",
              "10.1093/jssam/smv024"),
          new Card.Reference(
              "Hyndman and Fan (1996). Sample quantiles in statistical packages. The American Statistician 50(4),"
                  + " 361–365.",
              "10.1080/00031305.1996.10473566")),
      List.of(
          new Card.Peer(
              "laeken 0.5.2 (arpt, arpr, rmpg, qsr, gini)",
              Text.of(
                  "Lik til 1e-10. Med vilje annerledes: når halve vekten treffes akkurat, er medianen midt mellom to"
                      + " inntekter, som håndboken der sier og programmet ikke gjør (--quantile-rule laeken gir dets"
                      + " tall).",
                  "Lik til 1e-10. Med vilje annleis: når halve vekta blir treft akkurat, er medianen midt mellom to"
                      + " inntekter, som handboka der seier og programmet ikkje gjer (--quantile-rule laeken gir tala"
                      + " der).",
                  "Agrees to 1e-10. Differs on purpose: where half of the weight is hit exactly, the median is half way"
                      + " between two incomes, as its manual says and the program does not do (--quantile-rule laeken"
                      + " gives its numbers).")),
          new Card.Peer(
              "convey 1.0.1 (svyarpt, svyarpr, svyrmpg, svyqsr, svygini, svyfgt, svywatts)",
              Text.of(
                  "Tallene er like til 1e-9, standardfeilene til 1e-6 med --bandwidth osier. Med vilje annerledes:"
                      + " Gini der endrer seg med enheten til vektene; en inntekt lik grensen er ikke under den; vår"
                      + " kjernebredde hviler ikke på enheten til vektene.",
                  "Tala er like til 1e-9, standardfeila til 1e-6 med --bandwidth osier. Med vilje annleis: Gini der"
                      + " endrar seg med eininga til vektene; ei inntekt lik grensa er ikkje under ho; kjernebreidda"
                      + " vår kviler ikkje på eininga til vektene.",
                  "Values agree to 1e-9, standard errors to 1e-6 with --bandwidth osier. Differs on purpose: its Gini"
                      + " changes with the unit of the weights; an income equal to the line is not below it; our kernel"
                      + " width does not rest on the unit of the weights.")),
          new Card.Peer(
              "ineq 0.2-13 (Foster, Sen, SST, Watts, Gini)",
              Text.of(
                  "Lik til 1e-10 uten vekter; Foster(parameter = α + 1) der er FGT α",
                  "Lik til 1e-10 utan vekter; Foster(parameter = α + 1) der er FGT α",
                  "Agrees to 1e-10 without weights; its Foster(parameter = α + 1) is FGT α"))),
      List.of(
          "utfall poverty sample-data/data/personer.csv --by aar --income inntekt --weight vekt --scale eu"
              + " --household husholdning --age alder --cluster husholdning --measures arpr,rmpg,s80s20,gini",
          "utfall poverty sample-data/data/personer.csv --income inntekt --weight vekt --scale eu --household"
              + " husholdning --age alder --cluster husholdning --unit person --period aar --measures"
              + " arpr,entry,exit,persistent",
          "utfall poverty sample-data/data/personer.csv --category tilstand --state utenfor --unit person --period"
              + " aar --weight vekt --cluster husholdning --table transitions"));

  private PovertyCard() {}

  private static Named named(
      String name, String nb, String nn, String en, String how, String korleis, String meaning) {
    return new Named(name, Text.of(nb, nn, en), Text.of(how, korleis, meaning));
  }

  /** The title of a measure with or without its suffix: {@code arpr}, {@code arpr_50}. */
  static Text title(String measure) {
    String found = "";
    Text title = Text.same(measure);
    for (Named named : MEASURES) {
      boolean fits = measure.equals(named.name) || measure.startsWith(named.name + "_");
      if (fits && named.name.length() > found.length()) {
        found = named.name;
        title = named.title;
      }
    }
    String suffix = measure.substring(Math.min(measure.length(), found.length()));
    return suffix.isEmpty() || found.isEmpty()
        ? title
        : title.plus(Text.same(", " + suffix.substring(1)));
  }

  private static List<Card.Named> tables() {
    return List.of(
        new Card.Named(
            "sizes",
            Text.of(
                "Rader, personer, vekt, ukjente og trekningen for hver gruppe",
                "Rader, personar, vekt, ukjende og trekkinga for kvar gruppe",
                "Rows, persons, weight, unknown ones and the design for every group")),
        new Card.Named(
            "bounds",
            Text.of(
                "Det laveste og det høyeste tallene kan være, hva de ukjente enn er, og for fgt1, fgt2, watts, mean og gini om"
                    + " ingen ukjent inntekt er under 0; mean, watts og s80s20 har ingen høyeste, og for rmpg, poor_median, sen,"
                    + " sst og shares gis ingen grenser når noe er ukjent",
                "Det lågaste og det høgaste tala kan vere, kva dei ukjende enn er, og for fgt1, fgt2, watts, mean og gini om"
                    + " inga ukjend inntekt er under 0; mean, watts og s80s20 har ingen høgaste, og for rmpg, poor_median, sen,"
                    + " sst og shares blir det ikkje gitt grenser når noko er ukjent",
                "The lowest and the highest that the numbers can be, whatever the unknown ones are, and for fgt1, fgt2, watts,"
                    + " mean and gini if no unknown income is below 0; mean, watts and s80s20 have no highest, and for rmpg,"
                    + " poor_median, sen, sst and shares no bounds are given when something is unknown")),
        new Card.Named(
            "transitions",
            Text.of(
                "Overgangsmatrisen: av dem i from i perioden før, andelen i to nå",
                "Overgangsmatrisa: av dei i from i perioden før, delen i to no",
                "The transition matrix: of those in from a period before, the share in to now")),
        new Card.Named(
            "flows",
            Text.of(
                "Veide tall på personer: in_before + entered − left = in_now, blant dem kjent i begge perioder",
                "Vegne tal på personar: in_before + entered − left = in_now, blant dei kjende i begge periodane",
                "Weighted numbers of persons: in_before + entered − left = in_now, among those known in both"
                    + " periods")));
  }

  private static List<Option> options() {
    List<Option> options = new ArrayList<>();
    options.add(Roles.BY);
    options.add(Option.column(
        "income",
        Type.NUMBER,
        Text.of(
            "Inntekt: per forbruksenhet, eller husholdningens med --scale",
            "Inntekt: per forbrukseining, eller den til hushaldet med --scale",
            "Income: equivalised, or of the household with --scale")));
    options.add(Option.column(
        "weight", Type.NUMBER, Text.of("Vekt i utvalget", "Vekt i utvalet", "Survey weight")));
    options.add(Option.word(
        "measures",
        null,
        Text.of(
            "Mål, med komma: " + String.join(" ", Measure.names()) + " (ellers arpr, eller rate)",
            "Mål, med komma: " + String.join(" ", Measure.names()) + " (elles arpr, eller rate)",
            "Measures, with commas: " + String.join(" ", Measure.names())
                + " (else arpr, or rate)")));
    options.add(Option.numbers(
        "threshold",
        "0.6",
        Text.of(
            "Grenser som andeler av medianen",
            "Grenser som delar av medianen",
            "Lines as shares of the median")));
    options.add(Option.number(
        "line",
        null,
        Text.of(
            "En fast grense i stedet for en andel av medianen",
            "Ei fast grense i staden for ein del av medianen",
            "A fixed line instead of a share of the median")));
    options.add(Option.columns(
        "threshold-by",
        Type.TEXT,
        Text.of(
            "Kolonner med hver sin grense (ellers perioden)",
            "Kolonnar med kvar si grense (elles perioden)",
            "Columns with a line each (else the period)")));
    options.add(Option.choice(
        "quantile-rule",
        WeightedQuantile.Rule.EUROSTAT.code(),
        Arrays.stream(WeightedQuantile.Rule.values())
            .map(WeightedQuantile.Rule::code)
            .toList(),
        Text.of(
            "Regel for veide kvantiler", "Regel for vegne kvantil", "Rule of weighted quantiles")));
    options.add(Option.numbers(
        "probs", "0.5", Text.of("Andeler for quantile", "Delar for quantile", "For quantile")));
    options.add(Option.integer(
        "shares",
        "5",
        Text.of(
            "Hvor mange like grupper for shares",
            "Kor mange like grupper for shares",
            "How many equal groups for shares")));
    options.add(Option.column(
        "unit",
        Type.TEXT,
        Text.of(
            "Person som følges over perioder",
            "Person som blir følgd over periodar",
            "Person who is followed over periods")));
    options.add(Option.column(
        "key",
        Type.TEXT,
        Text.of(
            "Person, der --unit er et sted, som i et prosjekt",
            "Person, der --unit er ein stad, som i eit prosjekt",
            "Person, where --unit is a place, as in a project")));
    options.add(Roles.PERIOD);
    options.add(Option.column(
        "longitudinal-weight",
        Type.NUMBER,
        Text.of(
            "Vekt for dem som følges over tid (ellers --weight)",
            "Vekt for dei som blir følgde over tid (elles --weight)",
            "Weight of those followed over time (else --weight)")));
    options.add(Option.column(
        "category",
        Type.TEXT,
        Text.of(
            "Tilstand i stedet for inntekt",
            "Tilstand i staden for inntekt",
            "A state instead of income")));
    options.add(Option.word(
        "state",
        null,
        Text.of(
            "Den av kategoriene som telles",
            "Den av kategoriane som blir talt",
            "The category that counts")));
    options.add(Option.column(
        "cluster",
        Type.TEXT,
        Text.of(
            "Det som ble trukket: husholdning, område",
            "Det som vart trekt: hushald, område",
            "What was drawn: household, area")));
    options.add(Option.column(
        "strata", Type.TEXT, Text.of("Strata i trekningen", "Strata i trekkinga", "Strata")));
    options.add(Option.choice(
        "scale",
        "none",
        Equivalence.codes(),
        Text.of(
            "Ekvivalensskala; EU60 er eu med --threshold 0.6, OECD50 er oecd med 0.5",
            "Ekvivalensskala; EU60 er eu med --threshold 0.6, OECD50 er oecd med 0.5",
            "Equivalence scale; EU60 is eu with --threshold 0.6, OECD50 is oecd with 0.5")));
    options.add(Option.column(
        "household",
        Type.TEXT,
        Text.of(
            "Husholdning, når rader er personer",
            "Hushald, når rader er personar",
            "Household, when rows are persons")));
    options.add(Option.column(
        "size",
        Type.NUMBER,
        Text.of(
            "Antall personer, når rader er husholdninger: vekten ganges med det",
            "Talet på personar, når rader er hushald: vekta blir gonga med det",
            "Persons, when rows are households: the weight is multiplied by it")));
    options.add(Option.column(
        "children",
        Type.NUMBER,
        Text.of(
            "Antall barn, når rader er husholdninger",
            "Talet på barn, når rader er hushald",
            "Children, when rows are households")));
    options.add(
        Option.column("age", Type.TEXT, Text.of("Alder i år", "Alder i år", "Age in years")));
    options.add(Option.integer(
        "child-age",
        "14",
        Text.of(
            "Yngre enn dette er barn i skalaen",
            "Yngre enn dette er barn i skalaen",
            "Younger than this is a child in the scale")));
    options.add(Option.integer(
        "children-under",
        "18",
        Text.of(
            "Yngre enn dette er barn i arpr_children",
            "Yngre enn dette er barn i arpr_children",
            "Younger than this is a child in arpr_children")));
    options.add(Option.flag(
        "positive",
        Text.of(
            "Hold inntekter på null og under utenfor",
            "Hald inntekter på null og under utanfor",
            "Leave incomes of zero and less out")));
    options.add(Roles.per("100"));
    options.add(Option.number(
        "index-per",
        "1",
        Text.of(
            "Oppgi indekser ganger dette; 100 for Gini som hos Eurostat",
            "Oppgi indeksar gonger dette; 100 for Gini som hos Eurostat",
            "Report indices times this; 100 for Gini as Eurostat has it")));
    options.add(Roles.CONF_LEVEL);
    options.add(Option.choice(
        "variance",
        "linearised",
        List.of("linearised", "bootstrap"),
        Text.of(
            "Hvordan standardfeilen lages",
            "Korleis standardfeilen blir laga",
            "How the standard error is made")));
    options.add(Option.choice(
        "bandwidth",
        "silverman",
        List.of("silverman", "osier"),
        Text.of(
            "Kjernebredde; osier er den til convey og Eurostat",
            "Kjernebreidd; osier er den til convey og Eurostat",
            "Kernel width; osier is that of convey and Eurostat")));
    options.add(Option.integer(
        "draws",
        "1000",
        Text.of("Trekninger i bootstrap", "Trekkingar i bootstrap", "Bootstrap replicates")));
    options.add(Option.integer("seed", "1", Text.of("Frø", "Frø", "Seed")));
    options.add(Option.numbers(
        "few",
        "20,50",
        Text.of(
            "Færre observasjoner enn dette vises ikke, og merkes usikkert",
            "Færre observasjonar enn dette blir ikkje viste, og blir merkte usikre",
            "Fewer observations are not shown, and marked unreliable")));
    options.add(Option.flag(
        "show-unreliable",
        Text.of(
            "Vis også det som ellers holdes tilbake",
            "Vis òg det som elles blir halde tilbake",
            "Show also what would be held back")));
    return options;
  }
}
