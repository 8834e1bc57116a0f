package no.utfall.method.composite;

import java.util.List;
import no.utfall.figure.Type;
import no.utfall.method.Card;
import no.utfall.method.Option;
import no.utfall.method.Roles;
import no.utfall.text.Text;

/** What {@code composite} is, for people and for the program. */
final class CompositeCard {

  private static final List<Option> OPTIONS = List.of(
      Roles.BY,
      Roles.UNIT.needed(),
      Option.columns(
              "indicators",
              Type.NUMBER,
              Text.of(
                  "Kolonnene indeksen lages av, med komma",
                  "Kolonnane indeksen blir laga av, med komma",
                  "The columns the index is made of, with commas"))
          .needed(),
      Option.word(
          "lower-is-better",
          null,
          Text.of(
              "De av dem der lavere er bedre, med komma",
              "Dei av dei der lågare er betre, med komma",
              "Those of them where lower is better, with commas")),
      Option.numbers(
          "weights",
          null,
          Text.of(
              "En vekt for hver indikator, i samme rekkefølge; ellers like",
              "Ei vekt for kvar indikator, i same rekkjefølgje; elles like",
              "A weight for each indicator, in the same order; else equal")),
      Option.word(
          "tree",
          null,
          Text.of(
              "Nivåene: \"helse=levealder*2,plager;indeks=helse,skole\"",
              "Nivåa: \"helse=levealder*2,plager;indeks=helse,skule\"",
              "The levels: \"health=le*2,mortality;index=health,school\"")),
      Option.choice(
          "normalise",
          Normalisation.MINMAX.code(),
          Normalisation.codes(),
          Text.of(
              "Hvordan indikatorene kommer på samme skala",
              "Korleis indikatorane kjem på same skala",
              "How the indicators are brought to one scale")),
      Option.numbers(
          "range",
          "0,100",
          Text.of(
              "Endene av skalaen for minmax og goalposts",
              "Endane av skalaen for minmax og goalposts",
              "The ends of the scale of minmax and goalposts")),
      Option.word(
          "goalposts",
          null,
          Text.of(
              "Laveste og høyeste for hver indikator: \"a=0,100;b=5,20\"",
              "Lågaste og høgaste for kvar indikator: \"a=0,100;b=5,20\"",
              "Lowest and highest of each indicator: \"a=0,100;b=5,20\"")),
      Option.word(
          "reference",
          null,
          Text.of(
              "Enheten for distance-to-reference",
              "Eininga for distance-to-reference",
              "The unit of distance-to-reference")),
      Option.columns(
          "denominate-by",
          Type.NUMBER,
          Text.of(
              "Kolonner indikatorene deles på: én for alle, eller én for hver",
              "Kolonnar indikatorane blir delte på: éin for alle, eller éin for kvar",
              "Columns the indicators are divided by: one for all, or one for each")),
      Option.word(
          "denominate",
          null,
          Text.of(
              "De av indikatorene som deles, med komma; ellers alle",
              "Dei av indikatorane som blir delte, med komma; elles alle",
              "Those of the indicators that are divided, with commas; else all")),
      Option.number(
          "min-known",
          "0",
          Text.of(
              "Enheter der en mindre del av indikatorene er kjent, holdes utenfor, også når skalaen lages",
              "Einingar der ein mindre del av indikatorane er kjend, blir haldne utanfor, også når skalaen blir laga",
              "Units of which a smaller share of the indicators is known are left out, also when scales are made")),
      Option.choice(
          "impute",
          Imputation.NONE.code(),
          Imputation.codes(),
          Text.of(
              "Hva som settes inn for ukjente verdier; hver av dem telles og merkes",
              "Kva som blir sett inn for ukjende verdiar; kvar av dei blir tald og merkt",
              "What stands in for unknown values; each of them is counted and marked")),
      Option.column(
          "group",
          Type.TEXT,
          Text.of(
              "Gruppen enheten hører til, for --impute group-mean",
              "Gruppa eininga høyrer til, for --impute group-mean",
              "The group of the unit, for --impute group-mean")),
      Option.column(
          "period",
          Type.TEXT,
          Text.of(
              "Perioden, for --impute previous",
              "Perioden, for --impute previous",
              "The period, for --impute previous")),
      Option.choice(
          "outliers",
          "none",
          List.of("none", "winsorise"),
          Text.of(
              "Kutt lange haler: der både skjevhet og kurtose er store, flyttes de ytterste til den neste",
              "Kutt lange halar: der både skeivskap og kurtose er store, blir dei ytste flytte til den neste",
              "Cut long tails: where skewness and kurtosis are both large, the outermost are moved to the next")),
      Option.integer(
          "most-cut",
          "5",
          Text.of(
              "Så mange verdier kan kuttes i en indikator",
              "Så mange verdiar kan kuttast i ein indikator",
              "So many values of an indicator may be cut")),
      Option.choice(
          "aggregate",
          Aggregation.ARITHMETIC.code(),
          Aggregation.codes(),
          Text.of(
              "Hvordan skårene blir til én; copeland bare øverst",
              "Korleis skårane blir til éin; copeland berre øvst",
              "How the scores become one; copeland at the top only")),
      Option.choice(
          "if-missing",
          "bounds",
          List.of("bounds", "available"),
          Text.of(
              "Når en verdi mangler: ingen indeks, men grenser; eller det som finnes, med andelen i merknaden",
              "Når ein verdi manglar: ingen indeks, men grenser; eller det som finst, med delen i merknaden",
              "When a value is missing: no index, but bounds; or what there is, with the share in the note")),
      Option.number(
          "min-share",
          "0.67",
          Text.of(
              "Så stor del av vekten må være kjent med --if-missing available",
              "Så stor del av vekta må vere kjend med --if-missing available",
              "So large a share of the weight must be known with --if-missing available")),
      Option.word(
          "weight-sets",
          null,
          Text.of(
              "Vekter fra flere parter: \"brukere=1,2,3;fagfolk=3,2,1\"",
              "Vekter frå fleire partar: \"brukarar=1,2,3;fagfolk=3,2,1\"",
              "Weights of several stakeholders: \"users=1,2,3;experts=3,2,1\"")),
      new Option(
          "vary",
          Option.Kind.CHOICES,
          Type.TEXT,
          false,
          "weights",
          Ranking.CHOICES,
          Text.of(
              "Valgene som trekkes på nytt for å se hvor mye plassene flytter seg",
              "Vala som blir trekte på nytt for å sjå kor mykje plassane flyttar seg",
              "The choices drawn anew to see how far the ranks move")),
      Option.number(
          "noise",
          "0.25",
          Text.of(
              "Vektene trekkes så stor del over og under sine egne",
              "Vektene blir trekte så stor del over og under sine eigne",
              "Weights are drawn by this share above and below their own")),
      Option.integer(
          "draws", "1000", Text.of("Antall trekninger", "Talet på trekningar", "Number of draws")),
      Option.integer(
          "seed", "1", Text.of("Frø for trekningene", "Frø for trekningane", "Seed of the draws")),
      Option.numbers(
          "conf-level",
          "0.9",
          Text.of(
              "Så stor del av trekningene ligger plassen mellom, flere med komma",
              "Så stor del av trekningane ligg plassen mellom, fleire med komma",
              "The rank lies between its limits in this share of the draws, several with commas")));

  static final Card CARD = new Card(
      "composite",
      Text.of("Sammensatt indeks", "Samansett indeks", "Composite index"),
      Text.of(
          "Hva sier indikatorene samlet, og hvor mye av rangeringen er valg?",
          "Kva seier indikatorane samla, og kor mykje av rangeringa er val?",
          "What do the indicators say together, and how much of the ranking is choice?"),
      OPTIONS,
      List.of(
          new Card.Named(
              "index",
              Text.of(
                  "Indeksen, eller noden øverst i --tree under sitt eget navn; nodene under på samme måte",
                  "Indeksen, eller noden øvst i --tree under sitt eige namn; nodane under på same måte",
                  "The index, or the top node of --tree under its own name; the nodes below likewise")),
          new Card.Named(
              "rank",
              Text.of(
                  "Plassen, 1 er høyest; grensene er spennet under andre valg, ikke et konfidensintervall",
                  "Plassen, 1 er høgast; grensene er spennet under andre val, ikkje eit konfidensintervall",
                  "The rank, 1 is the highest; its limits are the span under other choices, no confidence interval")),
          new Card.Named(
              "imputed",
              Text.of(
                  "Hvor mange av verdiene til enheten som er satt inn (--impute); indeksen står da med _lowest og"
                      + " _highest: det den kunne vært med de ukjente verdiene",
                  "Kor mange av verdiane til eininga som er sette inn (--impute); indeksen står då med _lowest og"
                      + " _highest: det han kunne vore med dei ukjende verdiane",
                  "How many values of the unit are imputed (--impute); the index then stands with _lowest and"
                      + " _highest: what it could be with the unknown values"))),
      List.of(
          new Card.Named(
              "scores",
              Text.of(
                  "Hver indikator på den felles skalaen",
                  "Kvar indikator på den felles skalaen",
                  "Every indicator on the common scale")),
          new Card.Named(
              "weights",
              Text.of(
                  "Vekten på papiret (nominal), delen av variansen i indeksen (effective) og korrelasjonen med den",
                  "Vekta på papiret (nominal), delen av variansen i indeksen (effective) og korrelasjonen med han",
                  "The weight on paper (nominal), the part of the variance of the index (effective) and the correlation"
                      + " with it")),
          new Card.Named(
              "imputed",
              Text.of(
                  "Hver verdi som er satt inn, og hva den er laget av (--impute)",
                  "Kvar verdi som er sett inn, og kva han er laga av (--impute)",
                  "Every imputed value, and what it is made of (--impute)")),
          new Card.Named(
              "stakeholders",
              Text.of(
                  "Indeks og plass med vektene til hver part",
                  "Indeks og plass med vektene til kvar part",
                  "Index and rank with the weights of each stakeholder"))),
      Text.of("""
          Rekkefølgen: del på nevneren (--denominate-by), hold enheter utenfor (--min-known), sett inn for ukjente
          verdier (--impute: snitt eller median av enhetene med samme --by, snittet i gruppen, eller enhetens siste kjente
          verdi), kutt haler, normaliser, vei sammen. En skjult verdi som settes inn, holdes mellom sine grenser.
          Verdier der lavere er bedre, snus: y = −x. minmax: lav + (høy − lav)(y − min) / (maks − min);
          zscore: (y − snitt) / s med n − 1; borda: antall under, rank: 1 + det, percentile-rank: delt på n − 1;
          distance-to-best: 1 − (maks − y) / (maks − min); distance-to-reference: 1 − (y_ref − y) / (y_ref − min);
          fraction-of-best: x / maks, eller min / x; goalposts: som minmax mellom to oppgitte verdier.
          Vekter w som summerer til 1 i hver node: arithmetic Σ w s, geometric Π s^w, harmonic 1 / Σ (w / s);
          copeland: antall enheter en slår på mer enn halve vekten, minus antall en taper mot.
          effective: w cov(s, indeks) / var(indeks). Plassens grenser: indeksen lages på nytt med vekter ganget med
          tall mellom 1 − støy og 1 + støy, eller med vektene til en part, og plassene telles.
          For hånd: a = 1, 3, 5 og b = 10, 30, 20, der lavere b er bedre, like vekter: minmax gir 0, 50, 100 og 100, 0, 50;
          indeksen er 50, 25, 75 og plassene 2, 3, 1.
          """, """
          Rekkjefølgja: del på nemnaren (--denominate-by), hald einingar utanfor (--min-known), set inn for ukjende
          verdiar (--impute: snitt eller median av einingane med same --by, snittet i gruppa, eller den siste kjende
          verdien til eininga), kutt halar, normaliser, veg saman. Ein skjult verdi som blir sett inn, blir halden mellom
          grensene sine.
          Verdiar der lågare er betre, blir snudde: y = −x. minmax: låg + (høg − låg)(y − min) / (maks − min);
          zscore: (y − snitt) / s med n − 1; borda: talet under, rank: 1 + det, percentile-rank: delt på n − 1;
          distance-to-best: 1 − (maks − y) / (maks − min); distance-to-reference: 1 − (y_ref − y) / (y_ref − min);
          fraction-of-best: x / maks, eller min / x; goalposts: som minmax mellom to oppgjevne verdiar.
          Vekter w som summerer til 1 i kvar node: arithmetic Σ w s, geometric Π s^w, harmonic 1 / Σ (w / s);
          copeland: talet på einingar ei slår på meir enn halve vekta, minus talet ho taper mot.
          effective: w cov(s, indeks) / var(indeks). Grensene til plassen: indeksen blir laga på nytt med vekter gonga med
          tal mellom 1 − støy og 1 + støy, eller med vektene til ein part, og plassane blir talde.
          For hand: a = 1, 3, 5 og b = 10, 30, 20, der lågare b er betre, like vekter: minmax gir 0, 50, 100 og 100, 0, 50;
          indeksen er 50, 25, 75 og plassane 2, 3, 1.
          """, """
          The order: divide by the denominator (--denominate-by), leave units out (--min-known), impute unknown values
          (--impute: mean or median of the units of the same --by, mean of the group, or the unit's latest known value),
          cut tails, normalise, weigh together. A hidden value that is imputed is kept between its limits.
          Values of which lower is better are turned: y = −x. minmax: low + (high − low)(y − min) / (max − min);
          zscore: (y − mean) / s with n − 1; borda: how many are below, rank: 1 + that, percentile-rank: that over n − 1;
          distance-to-best: 1 − (max − y) / (max − min); distance-to-reference: 1 − (y_ref − y) / (y_ref − min);
          fraction-of-best: x / max, or min / x; goalposts: as minmax between two given values.
          Weights w that sum to 1 in every node: arithmetic Σ w s, geometric Π s^w, harmonic 1 / Σ (w / s);
          copeland: how many units one beats on more than half of the weight, less how many it loses to.
          effective: w cov(s, index) / var(index). Limits of the rank: the index is made again with weights times numbers
          between 1 − noise and 1 + noise, or with the weights of a stakeholder, and the ranks are counted.
          By hand: a = 1, 3, 5 and b = 10, 30, 20, lower b being better, equal weights: minmax gives 0, 50, 100 and 100, 0, 50;
          the index is 50, 25, 75 and the ranks 2, 3, 1.
          """),
      List.of(
          Text.of(
              "Indikatorene måler deler av det samme, og retningen til hver er riktig",
              "Indikatorane måler delar av det same, og retninga til kvar er rett",
              "The indicators measure parts of the same thing, and the direction of each is right"),
          Text.of(
              "En god verdi kan gjøre opp for en dårlig: helt med arithmetic, mindre med geometric og harmonic",
              "Ein god verdi kan gjere opp for ein dårleg: heilt med arithmetic, mindre med geometric og harmonic",
              "A good value can make up for a bad one: fully with arithmetic, less with geometric and harmonic"),
          Text.of(
              "Skalaen lages av alle radene, også over nøklene i --by; verdiene regnes som kjent uten feil",
              "Skalaen blir laga av alle radene, også over nøklane i --by; verdiane blir rekna som kjende utan feil",
              "The scale is made of all rows, also across the keys of --by; values count as known without error"),
          Text.of(
              "En verdi som mangler, gir grenser; ingen vekt flyttes uten at det er bedt om og sagt",
              "Ein verdi som manglar, gir grenser; inga vekt blir flytt utan at det er bede om og sagt",
              "A missing value gives bounds; no weight is moved unless that was asked for and is told")),
      List.of(
          Text.of(
              "Indeksen skal være hovedbudskapet: vis indikatorene hver for seg",
              "Indeksen skal vere hovudbodskapen: vis indikatorane kvar for seg",
              "The index is meant as the main message: show the indicators one by one"),
          Text.of(
              "Penger og aktivitet blandes med utfall: bruk contrast",
              "Pengar og aktivitet blir blanda med utfall: bruk contrast",
              "Money and activity are mixed with outcomes: use contrast"),
          Text.of(
              "Usikkerheten i verdiene betyr noe for plassene: bruk rank på én indikator",
              "Uvissa i verdiane betyr noko for plassane: bruk rank på éin indikator",
              "The uncertainty of the values matters for the ranks: use rank on one indicator")),
      List.of(
          new Card.Reference(
              "OECD and JRC (2008). Handbook on Constructing Composite Indicators: Methodology and User Guide. OECD"
                  + " Publishing.",
              "10.1787/9789264043466-en"),
          new Card.Reference(
              "Saisana, Saltelli and Tarantola (2005). Uncertainty and sensitivity analysis techniques as tools for the"
                  + " quality assessment of composite indicators. Journal of the Royal Statistical Society A 168(2),"
                  + " 307–323.",
              "10.1111/j.1467-985X.2005.00350.x"),
          new Card.Reference(
              "Becker, Saisana, Paruolo and Vandecasteele (2017). Weights and importance in composite indicators:"
                  + " closing the gap. Ecological Indicators 80, 12–22.",
              "10.1016/j.ecolind.2017.03.056")),
      List.of(new Card.Peer(
          "COINr 1.1.14",
          Text.of(
              "minmax, zscore, percentile-rank, alle fire samlemåter og nivåene er like til 1e-10. Med vilje annerledes:"
                  + " en indikator uten variasjon er en feil, ikke NaN i alle indekser; en manglende verdi flytter ikke"
                  + " vekt; en skår på 0 gir ikke 0 i det geometriske snittet, men en begrunnelse.",
              "minmax, zscore, percentile-rank, alle fire samlemåtar og nivåa er like til 1e-10. Med vilje annleis:"
                  + " ein indikator utan variasjon er ein feil, ikkje NaN i alle indeksar; ein verdi som manglar, flyttar"
                  + " ikkje vekt; ein skår på 0 gir ikkje 0 i det geometriske snittet, men ei grunngjeving.",
              "minmax, zscore, percentile-rank, all four aggregations and the levels agree to 1e-10. Differs on purpose: an"
                  + " indicator that never varies is an error, not NaN in every index; a missing value moves no weight; a"
                  + " score of 0 gives no 0 in the geometric mean but a reason."))),
      List.of(
          "utfall composite sample-data/data/tavle.csv --unit kommune --indicators effekt,utgift --lower-is-better utgift",
          "utfall composite sample-data/data/tavle.csv --unit kommune --indicators effekt,utgift,feil"
              + " --lower-is-better utgift,feil --weights 3,1,1 --normalise zscore --vary weights,normalise"));

  private CompositeCard() {}
}
