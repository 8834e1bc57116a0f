package no.utfall.method.inequality;

import java.util.Arrays;
import java.util.List;
import no.utfall.figure.Type;
import no.utfall.method.Card;
import no.utfall.method.Option;
import no.utfall.method.Roles;
import no.utfall.text.Text;

/** What {@code inequality} is, for people and for the program. */
final class InequalityCard {

  private static final List<Option> OPTIONS = List.of(
      Roles.BY,
      Option.column(
          "group",
          Type.TEXT,
          Text.of(
              "Grupper som sammenlignes; uten den er hver rad en person eller enhet",
              "Grupper som blir samanlikna; utan den er kvar rad ein person eller ei eining",
              "Groups to compare; without it every row is a person or unit")),
      Roles.VALUE,
      Roles.COUNT,
      Roles.POPULATION,
      Option.column(
          "weight",
          Type.SIZE,
          Text.of(
              "Utvalgsvekt; radene er da personer",
              "Utvalsvekt; radene er då personar",
              "Survey weight; rows are then persons")),
      Option.choice(
          "rows",
          null,
          List.of("groups", "persons"),
          Text.of(
              "Hva en rad er; ellers grupper når --group er gitt uten vekt, klynge eller strata",
              "Kva ei rad er; elles grupper når --group er gjeve utan vekt, klynge eller strata",
              "What a row is; else groups when --group is given without weight, cluster or strata")),
      Option.column(
          "rank",
          Type.NUMBER,
          Text.of(
              "Tall som ordner gruppene eller personene fra først til sist",
              "Tal som ordnar gruppene eller personane frå først til sist",
              "Numbers that order groups or persons from first to last")),
      Option.word(
          "group-order",
          null,
          Text.of(
              "Gruppene fra første til siste, med komma",
              "Gruppene frå første til siste, med komma",
              "The groups from first to last, with commas")),
      Option.flag(
          "reverse",
          Text.of(
              "Snu rekkefølgen: SII skifter fortegn, RII blir 1 / RII",
              "Snu rekkjefølgja: SII skiftar forteikn, RII blir 1 / RII",
              "Turn the order: SII changes sign, RII becomes 1 / RII")),
      Option.word(
          "reference",
          null,
          Text.of(
              "Gruppen de andre måles mot",
              "Gruppa dei andre blir målte mot",
              "The group that the others are measured against")),
      Option.choice(
          "direction",
          null,
          List.of("higher-is-better", "lower-is-better"),
          Text.of("Hvilken vei som er bedre", "Kva veg som er betre", "Which way is better")),
      new Option(
          "measures",
          Option.Kind.CHOICES,
          Type.TEXT,
          false,
          null,
          Measure.ids(),
          Text.of(
              "Målene, med komma; absolutte og relative vises alltid sammen",
              "Måla, med komma; absolutte og relative blir alltid viste saman",
              "The measures, with commas; absolute and relative ones are always shown together")),
      Option.choice(
          "model",
          Model.LINEAR.code(),
          Model.codes(),
          Text.of("Linjen bak SII og RII", "Linja bak SII og RII", "The line behind SII and RII")),
      Option.choice(
          "weighting",
          Weighting.POPULATION.code(),
          Weighting.codes(),
          Text.of(
              "Hva hver gruppe veier i linjen",
              "Kva kvar gruppe veg i linja",
              "What each group weighs in the line")),
      Option.choice(
          "error",
          null,
          Errors.codes(),
          Text.of(
              "Hvor usikkerheten kommer fra: standardfeilene når de er kjent, ellers avstanden til linjen",
              "Kvar uvissa kjem frå: standardfeila når dei er kjende, elles avstanden til linja",
              "Where the uncertainty comes from: the standard errors when known, else the distance to the line")),
      Option.column(
          "std-error",
          Type.NUMBER,
          Text.of(
              "Standardfeilen til verdien",
              "Standardfeilen til verdien",
              "Standard error of the value")),
      Option.column(
          "conf-low",
          Type.NUMBER,
          Text.of(
              "Nedre grense for verdien, i stedet for standardfeil",
              "Nedre grense for verdien, i staden for standardfeil",
              "Lower limit of the value, in place of a standard error")),
      Option.column(
          "conf-high",
          Type.NUMBER,
          Text.of(
              "Øvre grense for verdien", "Øvre grense for verdien", "Upper limit of the value")),
      Option.number(
          "limits-level",
          "0.95",
          Text.of(
              "Nivået til grensene som er gitt",
              "Nivået til grensene som er gjevne",
              "The confidence level of the limits given")),
      Option.choice(
          "counts",
          "share",
          List.of("share", "rate"),
          Text.of(
              "Om antallet er del av befolkningen eller hendelser som kan gjenta seg",
              "Om talet er del av befolkninga eller hendingar som kan ta seg opp att",
              "Whether the counted are part of the population, or events that can repeat")),
      Option.numbers(
          "bounds",
          null,
          Text.of(
              "Laveste og høyeste mulige verdi: trengs for logit, Wagstaff og Erreygers; 0 og --per for andeler",
              "Lågaste og høgaste moglege verdi: trengst for logit, Wagstaff og Erreygers; 0 og --per for delar",
              "Lowest and highest possible value: needed for logit, Wagstaff and Erreygers; 0 and --per for shares")),
      Option.number(
          "per",
          null,
          Text.of(
              "Oppgi verdien ganger dette; ellers 100 med --count og 1 med --value",
              "Oppgi verdien gonger dette; elles 100 med --count og 1 med --value",
              "Report the value times this; else 100 with --count and 1 with --value")),
      Option.numbers(
          "alpha",
          "2",
          Text.of("α for ge, med komma", "α for ge, med komma", "α of ge, with commas")),
      Option.numbers(
          "epsilon",
          "0.5",
          Text.of(
              "ε for atkinson, med komma",
              "ε for atkinson, med komma",
              "ε of atkinson, with commas")),
      Option.numbers(
          "kolm",
          "1",
          Text.of(
              "α for kolm, per gjennomsnitt, med komma",
              "α for kolm, per gjennomsnitt, med komma",
              "α of kolm, per mean, with commas")),
      Option.column(
          "cluster",
          Type.TEXT,
          Text.of(
              "Klynger i utvalget; radene er da personer",
              "Klynger i utvalet; radene er då personar",
              "Clusters of the sample; rows are then persons")),
      Option.column(
          "strata",
          Type.TEXT,
          Text.of(
              "Strata i utvalget; radene er da personer",
              "Strata i utvalet; radene er då personar",
              "Strata of the sample; rows are then persons")),
      Option.column(
          "period",
          Type.TEXT,
          Text.of(
              "Periode, også for tabellen trend",
              "Periode, også for tabellen trend",
              "Period, also for the table trend")),
      Roles.CONF_LEVEL,
      Option.numbers(
          "probs",
          "0.1,0.2,0.3,0.4,0.5,0.6,0.7,0.8,0.9",
          Text.of(
              "Punkter i tabellen curve, med komma",
              "Punkt i tabellen curve, med komma",
              "Points of the table curve, with commas")),
      Option.integer(
          "draws",
          "10000",
          Text.of(
              "Trekninger der intervallet simuleres",
              "Trekningar der intervallet blir simulert",
              "Draws where an interval is simulated")),
      Option.integer(
          "seed", "1", Text.of("Frø for trekningene", "Frø for trekningane", "Seed of the draws")));

  private static final Text FORMULA = Text.of("""
      p: gruppens andel av befolkningen, y: verdien, μ = Σ p y, x: plassen fra 0 til 1 (andelen under og halve gruppen selv).
      Linjen y = a + b x med vekt p: SII = b, RII = (a + b) / a. Med log eller logit ligger linjen på den skalaen.
      aci = 2 Σ p (y − μ)(x − ½), rci = aci / μ. Grenser L til H: erreygers = 4 aci / (H − L),
      wagstaff = aci (H − L) / ((μ − L)(H − μ)). bgv = Σ p (y − μ)², bgsd = √bgv, cov = 100 bgsd / μ.
      idisw = 100 Σ p |y − μ| / μ; i idisu, mdmu, mdbu og mdru teller gruppene likt. par = y_ref − μ, paf = 100 par / μ.
      theil = Σ p r ln r, mld = −Σ p ln r, ge = (Σ p r^α − 1) / (α(α − 1)), r = y / μ.
      gini = 2 Σ p (y − μ)(F − ½) / μ, F er plassen etter y selv. atkinson = 1 − (Σ p r^(1 − ε))^(1/(1 − ε)).
      kolm = μ/α ln Σ p exp(α(1 − r)). hoover = Σ p |y − μ| / (2μ).
      Intervaller: vektede summer ± z √(Σ c² s²), eksakt; forholdstall etter Fieller, eksakt; ratio på logaritmer;
      log og logit ved integrasjon; entropi, gini og varians ved deltametoden, bgv med leddet av andre grad; avstandsmål ved simulering;
      personer ved linearisering, summert i klynger innen strata.
      For hånd: to grupper med 50 hver, y = 10 og 14: μ = 12, x = 0,25 og 0,75, b = 4 / 0,5 = 8, a = 8,
      SII = 8, RII = 16 / 8 = 2, aci = 2 · 0,5 · (−2 · −0,25 + 2 · 0,25) = 1, rci = 1 / 12.
      """, """
      p: delen gruppa har av befolkninga, y: verdien, μ = Σ p y, x: plassen frå 0 til 1 (delen under og halve gruppa sjølv).
      Linja y = a + b x med vekt p: SII = b, RII = (a + b) / a. Med log eller logit ligg linja på den skalaen.
      aci = 2 Σ p (y − μ)(x − ½), rci = aci / μ. Grenser L til H: erreygers = 4 aci / (H − L),
      wagstaff = aci (H − L) / ((μ − L)(H − μ)). bgv = Σ p (y − μ)², bgsd = √bgv, cov = 100 bgsd / μ.
      idisw = 100 Σ p |y − μ| / μ; i idisu, mdmu, mdbu og mdru tel gruppene likt. par = y_ref − μ, paf = 100 par / μ.
      theil = Σ p r ln r, mld = −Σ p ln r, ge = (Σ p r^α − 1) / (α(α − 1)), r = y / μ.
      gini = 2 Σ p (y − μ)(F − ½) / μ, F er plassen etter y sjølv. atkinson = 1 − (Σ p r^(1 − ε))^(1/(1 − ε)).
      kolm = μ/α ln Σ p exp(α(1 − r)). hoover = Σ p |y − μ| / (2μ).
      Intervall: vekta summar ± z √(Σ c² s²), eksakt; forholdstal etter Fieller, eksakt; ratio på logaritmar;
      log og logit ved integrasjon; entropi, gini og varians ved deltametoden, bgv med leddet av andre grad; avstandsmål ved simulering;
      personar ved linearisering, summert i klynger innan strata.
      For hand: to grupper med 50 kvar, y = 10 og 14: μ = 12, x = 0,25 og 0,75, b = 4 / 0,5 = 8, a = 8,
      SII = 8, RII = 16 / 8 = 2, aci = 2 · 0,5 · (−2 · −0,25 + 2 · 0,25) = 1, rci = 1 / 12.
      """, """
      p: the group's share of the population, y: the value, μ = Σ p y, x: the place from 0 to 1 (the share below and half the group itself).
      The line y = a + b x with weight p: SII = b, RII = (a + b) / a. With log or logit the line lies on that scale.
      aci = 2 Σ p (y − μ)(x − ½), rci = aci / μ. Bounds L to H: erreygers = 4 aci / (H − L),
      wagstaff = aci (H − L) / ((μ − L)(H − μ)). bgv = Σ p (y − μ)², bgsd = √bgv, cov = 100 bgsd / μ.
      idisw = 100 Σ p |y − μ| / μ; in idisu, mdmu, mdbu and mdru groups count the same. par = y_ref − μ, paf = 100 par / μ.
      theil = Σ p r ln r, mld = −Σ p ln r, ge = (Σ p r^α − 1) / (α(α − 1)), r = y / μ.
      gini = 2 Σ p (y − μ)(F − ½) / μ, F being the place by y itself. atkinson = 1 − (Σ p r^(1 − ε))^(1/(1 − ε)).
      kolm = μ/α ln Σ p exp(α(1 − r)). hoover = Σ p |y − μ| / (2μ).
      Intervals: weighted sums ± z √(Σ c² s²), exact; quotients after Fieller, exact; ratio on logarithms;
      log and logit by integration; entropy, Gini and variance by the delta method, bgv with the term of second order; measures of distance by simulation;
      persons by linearisation, summed by cluster within strata.
      By hand: two groups of 50 each, y = 10 and 14: μ = 12, x = 0.25 and 0.75, b = 4 / 0.5 = 8, a = 8,
      SII = 8, RII = 16 / 8 = 2, aci = 2 · 0.5 · (−2 · −0.25 + 2 · 0.25) = 1, rci = 1 / 12.
      """);

  static final Card CARD = new Card(
      "inequality",
      Text.of("Ulikhet", "Ulikskap", "Inequality"),
      Text.of(
          "Hvor ulikt faller det på grupper eller personer, absolutt og relativt?",
          "Kor ulikt fell det på grupper eller personar, absolutt og relativt?",
          "How unequally does it fall on groups or persons, in absolute and relative terms?"),
      OPTIONS,
      Arrays.stream(Measure.values())
          .map(measure -> new Card.Named(measure.id(), measure.meaning()))
          .toList(),
      List.of(
          new Card.Named(
              "groups",
              Text.of(
                  "Verdi, andel og plass for hver gruppe",
                  "Verdi, del og plass for kvar gruppe",
                  "Value, share and place of every group")),
          new Card.Named(
              "model",
              Text.of(
                  "Linjen bak SII og RII: konstant og stigning på linjens skala, verdien nederst og øverst",
                  "Linja bak SII og RII: konstant og stiging på skalaen til linja, verdien nedst og øvst",
                  "The line behind SII and RII: intercept and slope on its own scale, value at bottom and top")),
          new Card.Named(
              "curve",
              Text.of(
                  "Lorenz-kurven, og konsentrasjonskurven når rekkefølgen er kjent",
                  "Lorenz-kurva, og konsentrasjonskurva når rekkjefølgja er kjend",
                  "The Lorenz curve, and the concentration curve when the order is known")),
          new Card.Named(
              "decomposition",
              Text.of(
                  "Entropi innen og mellom grupper, når radene er personer i grupper",
                  "Entropi innan og mellom grupper, når radene er personar i grupper",
                  "Entropy within and between groups, when rows are persons in groups")),
          new Card.Named(
              "trend",
              Text.of(
                  "Endring per år i hvert mål, med intervall og test, når --period er gitt; forholdstall som faktor per år",
                  "Endring per år i kvart mål, med intervall og test, når --period er gjeve; forholdstal som faktor per år",
                  "Change per year of each measure, with interval and test, when --period is given; ratios as factor per year"))),
      FORMULA,
      List.of(
          Text.of(
              "Gruppene har en rekkefølge som er oppgitt, eller som følger av ett tall i hvert navn; navn sorteres aldri som tekst",
              "Gruppene har ei rekkjefølgje som er oppgjeven, eller som følgjer av eitt tal i kvart namn; namn blir aldri sorterte som tekst",
              "The groups have an order that is declared, or that follows from the one number in each name; names are never sorted as text"),
          Text.of(
              "SII og RII: verdien følger en rett linje over plassene på modellens skala",
              "SII og RII: verdien følgjer ei rett linje over plassane på skalaen til modellen",
              "SII and RII: the value follows a straight line over the places, on the scale of the model"),
          Text.of(
              "Verdiene til gruppene er uavhengige og omtrent normalfordelte; hos personer er det klyngene som er uavhengige",
              "Verdiane til gruppene er uavhengige og om lag normalfordelte; hos personar er det klyngene som er uavhengige",
              "The values of the groups are independent and roughly normal; with persons it is the clusters that are independent"),
          Text.of(
              "Befolkningstall og plasser er kjent uten feil; høyeste og laveste gruppe regnes som valgt på forhånd",
              "Befolkningstal og plassar er kjende utan feil; høgaste og lågaste gruppe blir rekna som valde på førehand",
              "Population sizes and places are known without error; the highest and lowest group count as chosen beforehand"),
          Text.of(
              "Skjulte celler gir ikke anslag, men grenser (_lowest, _highest) og tallet for de kjente gruppene"
                  + " (_known); wagstaff, mdmu, idisu og sii og rii på annen skala enn linear får ingen grenser",
              "Skjulte celler gir ikkje anslag, men grenser (_lowest, _highest) og talet for dei kjende gruppene"
                  + " (_known); wagstaff, mdmu, idisu og sii og rii på annan skala enn linear får ingen grenser",
              "Hidden cells give no estimate, but bounds (_lowest, _highest) and the number of the known groups"
                  + " (_known); wagstaff, mdmu, idisu, and sii and rii on other scales than linear, have no bounds")),
      List.of(
          Text.of(
              "Kurven gjennom gruppene er tydelig bøyd: se grupperingen, ikke bare SII",
              "Kurva gjennom gruppene er tydeleg bøygd: sjå gruppene, ikkje berre SII",
              "The values bend clearly over the groups: look at the groups, not at the SII alone"),
          Text.of(
              "Målet er å si hva som skaper ulikheten: målene beskriver, de forklarer ikke",
              "Målet er å seie kva som skaper ulikskapen: måla skildrar, dei forklarer ikkje",
              "The aim is to say what makes the inequality: the measures describe, they do not explain"),
          Text.of(
              "Fattigdom under en grense er spørsmålet: bruk poverty",
              "Fattigdom under ei grense er spørsmålet: bruk poverty",
              "Poverty below a line is the question: use poverty")),
      List.of(
          new Card.Reference(
              "Low and Low (2004). Measuring the gap: quantifying and comparing local health inequalities. Journal of"
                  + " Public Health 26(4), 388–395.",
              "10.1093/pubmed/fdh175"),
          new Card.Reference(
              "Moreno-Betancur, Latouche, Menvielle, Kunst and Rey (2015). Relative index of inequality and slope index"
                  + " of inequality: a structured regression framework for estimation. Epidemiology 26(4), 518–527.",
              "10.1097/EDE.0000000000000311"),
          new Card.Reference(
              "Wagstaff, Paci and van Doorslaer (1991). On the measurement of inequalities in health. Social Science"
                  + " and Medicine 33(5), 545–557.",
              "10.1016/0277-9536(91)90212-U"),
          new Card.Reference(
              "Wagstaff (2005). The bounds of the concentration index when the variable of interest is binary. Health"
                  + " Economics 14(4), 429–432.",
              "10.1002/hec.953"),
          new Card.Reference(
              "Erreygers (2009). Correcting the concentration index. Journal of Health Economics 28(2), 504–515.",
              "10.1016/j.jhealeco.2008.02.003"),
          new Card.Reference(
              "Shorrocks (1984). Inequality decomposition by population subgroups. Econometrica 52(6), 1369–1385.",
              "10.2307/1913511"),
          new Card.Reference(
              "Atkinson (1970). On the measurement of inequality. Journal of Economic Theory 2(3), 244–263.",
              "10.1016/0022-0531(70)90039-6"),
          new Card.Reference(
              "Fieller (1954). Some problems in interval estimation. Journal of the Royal Statistical Society B 16(2),"
                  + " 175–185.",
              "10.1111/j.2517-6161.1954.tb00159.x"),
          new Card.Reference(
              "Langel and Tillé (2013). Variance estimation of the Gini index: revisiting a result several times"
                  + " published. Journal of the Royal Statistical Society A 176(2), 521–540.",
              "10.1111/j.1467-985X.2012.01048.x")),
      List.of(
          new Card.Peer(
              "PHEindicatormethods::phe_sii 2.1.1",
              Text.of(
                  "SII, RII og konstant er like til 1e-9, grensene innenfor simuleringens støy. Med vilje annerledes:"
                      + " grensene er eksakte, og desiler skrevet som tekst ordnes etter tall (1, 2, …, 10, ikke 1, 10, 2).",
                  "SII, RII og konstant er like til 1e-9, grensene innanfor støyen i simuleringa. Med vilje annleis:"
                      + " grensene er eksakte, og desilar skrivne som tekst blir ordna etter tal (1, 2, …, 10, ikkje 1, 10, 2).",
                  "SII, RII and intercept agree to 1e-9, limits within the noise of its simulation. Differs on purpose:"
                      + " limits are exact, and deciles written as text are ordered by number (1, 2, …, 10, not 1, 10, 2).")),
          new Card.Peer(
              "healthequal 1.0.1",
              Text.of(
                  "Anslagene er like til 1e-9. Med vilje annerledes: mld og theil er ikke ganget med 1000 og har"
                      + " standardfeil i samme enhet; logit-modellen veier befolkningen én gang, ikke to; paf og par kuttes"
                      + " ikke ved 0; konsentrasjonsindeksens regresjonsintervall bruker Students t.",
                  "Anslaga er like til 1e-9. Med vilje annleis: mld og theil er ikkje gonga med 1000 og har"
                      + " standardfeil i same eining; logit-modellen veg befolkninga éin gong, ikkje to; paf og par blir"
                      + " ikkje kutta ved 0; regresjonsintervallet til konsentrasjonsindeksen bruker Students t.",
                  "Estimates agree to 1e-9. Differs on purpose: mld and theil are not multiplied by 1000 and have"
                      + " standard errors of the same unit; the logit model weighs population once, not twice; paf and"
                      + " par are not cut at 0; the regression interval of the concentration index uses Student's t.")),
          new Card.Peer(
              "rineq 0.2.3",
              Text.of(
                  "CI, CIg og CIw er like til 1e-8 uten like ranger. Med vilje annerledes: like ranger deler plass, så"
                      + " radrekkefølgen ikke teller; Erreygers bruker de teoretiske grensene; ingen faktor n/(n − 1).",
                  "CI, CIg og CIw er like til 1e-8 utan like rangar. Med vilje annleis: like rangar deler plass, så"
                      + " rekkjefølgja på radene ikkje tel; Erreygers bruker dei teoretiske grensene; ingen faktor n/(n − 1).",
                  "CI, CIg and CIw agree to 1e-8 without tied ranks. Differs on purpose: tied ranks share their place, so"
                      + " the order of rows does not count; Erreygers uses the theoretical bounds; no factor n/(n − 1).")),
          new Card.Peer(
              "ineq 0.2-13, IC2 1.0-1",
              Text.of(
                  "Gini, Hoover, Atkinson, Theil, entropi og Lorenz-punkter er like til 1e-10. Med vilje annerledes:"
                      + " Theils T er rett også med nuller; kolm teller α per gjennomsnitt.",
                  "Gini, Hoover, Atkinson, Theil, entropi og Lorenz-punkt er like til 1e-10. Med vilje annleis:"
                      + " Theils T er rett også med nullar; kolm tel α per gjennomsnitt.",
                  "Gini, Hoover, Atkinson, Theil, entropy and Lorenz points agree to 1e-10. Differs on purpose: Theil's T"
                      + " is right with zeros too; kolm counts α per mean.")),
          new Card.Peer(
              "stats::lm, stats::glm, sandwich::vcovHC (R 4.2.2)",
              Text.of(
                  "Linjer og modeller for tellinger er like til 1e-6, standardfeil også.",
                  "Linjer og modellar for teljingar er like til 1e-6, standardfeil òg.",
                  "Lines and models of counts agree to 1e-6, standard errors too."))),
      List.of(
          "utfall inequality sample-data/data/panel.csv --by aar --value andel --measures gini,theil,std_dev",
          "utfall inequality sample-data/data/panel.csv --by aar --value andel --rank spending --measures sii,rii,aci,rci"));

  private InequalityCard() {}
}
