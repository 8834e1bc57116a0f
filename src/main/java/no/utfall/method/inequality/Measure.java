package no.utfall.method.inequality;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.utfall.text.Text;

/** What can be asked for, by the name it has in the option and in the column {@code measure}. */
enum Measure {
  DIFFERENCE(
      "difference",
      Unit.VALUE,
      Needs.GROUPS,
      "ratio",
      "Siste gruppe minus første; uten rekkefølge den høyeste minus den laveste, eller med --reference og --direction referansen og den dårligste av de andre",
      "Siste gruppe minus første; utan rekkjefølgje den høgaste minus den lågaste, eller med --reference og --direction referansen og den dårlegaste av dei andre",
      "Last group minus first; without an order the highest minus the lowest, or with --reference and --direction the reference and the worst of the others"),
  RATIO(
      "ratio",
      Unit.RATIO,
      Needs.GROUPS,
      "difference",
      "Siste gruppe delt på første; uten rekkefølge den høyeste delt på den laveste, eller med --reference og --direction referansen og den dårligste av de andre",
      "Siste gruppe delt på første; utan rekkjefølgje den høgaste delt på den lågaste, eller med --reference og --direction referansen og den dårlegaste av dei andre",
      "Last group over first; without an order the highest over the lowest, or with --reference and --direction the reference and the worst of the others"),
  MEAN(
      "mean",
      Unit.VALUE,
      Needs.NOTHING,
      "",
      "Gjennomsnittet, vektet med befolkningen",
      "Gjennomsnittet, vekta med befolkninga",
      "The mean, weighted by population"),
  SII(
      "sii",
      Unit.VALUE,
      Needs.ORDER,
      "rii",
      "Ulikhetens stigningstall: forskjellen mellom topp og bunn etter en linje gjennom alle gruppene",
      "Stigingstalet for ulikskap: skilnaden mellom topp og botn etter ei linje gjennom alle gruppene",
      "Slope index of inequality: top minus bottom of a line through all groups"),
  RII(
      "rii",
      Unit.RATIO,
      Needs.ORDER,
      "sii",
      "Relativ ulikhetsindeks: toppen delt på bunnen av den samme linjen",
      "Relativ ulikskapsindeks: toppen delt på botnen av den same linja",
      "Relative index of inequality: top over bottom of the same line"),
  RII_MEAN(
      "rii_mean",
      Unit.RATIO,
      Needs.ORDER,
      "sii",
      "Stigningstallet delt på gjennomsnittet",
      "Stigingstalet delt på gjennomsnittet",
      "The slope index over the mean"),
  ACI(
      "aci",
      Unit.VALUE,
      Needs.ORDER,
      "rci",
      "Absolutt konsentrasjonsindeks: to ganger kovariansen mellom verdi og plass",
      "Absolutt konsentrasjonsindeks: to gonger kovariansen mellom verdi og plass",
      "Absolute concentration index: twice the covariance of value and place"),
  RCI(
      "rci",
      Unit.INDEX,
      Needs.ORDER,
      "aci",
      "Relativ konsentrasjonsindeks: den absolutte delt på gjennomsnittet",
      "Relativ konsentrasjonsindeks: den absolutte delt på gjennomsnittet",
      "Relative concentration index: the absolute over the mean"),
  WAGSTAFF(
      "wagstaff",
      Unit.INDEX,
      Needs.ORDER,
      "erreygers",
      "Konsentrasjonsindeksen etter Wagstaff, for verdier med to grenser",
      "Konsentrasjonsindeksen etter Wagstaff, for verdiar med to grenser",
      "Concentration index after Wagstaff, for values with two bounds"),
  ERREYGERS(
      "erreygers",
      Unit.INDEX,
      Needs.ORDER,
      "wagstaff",
      "Konsentrasjonsindeksen etter Erreygers, for verdier med to grenser",
      "Konsentrasjonsindeksen etter Erreygers, for verdiar med to grenser",
      "Concentration index after Erreygers, for values with two bounds"),
  BGV(
      "bgv",
      Unit.SQUARE,
      Needs.GROUPS,
      "cov",
      "Variansen mellom gruppene",
      "Variansen mellom gruppene",
      "Between-group variance"),
  BGSD(
      "bgsd",
      Unit.VALUE,
      Needs.GROUPS,
      "cov",
      "Standardavviket mellom gruppene",
      "Standardavviket mellom gruppene",
      "Between-group standard deviation"),
  STD_DEV(
      "std_dev",
      Unit.VALUE,
      Needs.PERSONS,
      "cov",
      "Standardavviket mellom enhetene, med n",
      "Standardavviket mellom einingane, med n",
      "Standard deviation of the rows, with n"),
  COV(
      "cov",
      Unit.PERCENT,
      Needs.NOTHING,
      "bgsd",
      "Variasjonskoeffisienten: standardavviket i prosent av gjennomsnittet",
      "Variasjonskoeffisienten: standardavviket i prosent av gjennomsnittet",
      "Coefficient of variation: the standard deviation in percent of the mean"),
  IDISU(
      "idisu",
      Unit.PERCENT,
      Needs.GROUPS,
      "mdmu",
      "Ulikhetsindeksen (index of disparity), uvektet: gjennomsnittlig avstand til gjennomsnittet, i prosent av det",
      "Ulikskapsindeksen (index of disparity), uvekta: gjennomsnittleg avstand til gjennomsnittet, i prosent av det",
      "Index of disparity, unweighted: mean distance to the mean, in percent of it"),
  IDISW(
      "idisw",
      Unit.PERCENT,
      Needs.GROUPS,
      "mdmw",
      "Ulikhetsindeksen (index of disparity), vektet med befolkningen",
      "Ulikskapsindeksen (index of disparity), vekta med befolkninga",
      "Index of disparity, weighted by population"),
  MDBU(
      "mdbu",
      Unit.VALUE,
      Needs.DIRECTION,
      "paf",
      "Gjennomsnittlig avstand til den beste gruppen, uvektet",
      "Gjennomsnittleg avstand til den beste gruppa, uvekta",
      "Mean difference from the best group, unweighted"),
  MDBW(
      "mdbw",
      Unit.VALUE,
      Needs.DIRECTION,
      "paf",
      "Gjennomsnittlig avstand til den beste gruppen, vektet",
      "Gjennomsnittleg avstand til den beste gruppa, vekta",
      "Mean difference from the best group, weighted"),
  MDMU(
      "mdmu",
      Unit.VALUE,
      Needs.GROUPS,
      "idisu",
      "Gjennomsnittlig avstand til gjennomsnittet, uvektet",
      "Gjennomsnittleg avstand til gjennomsnittet, uvekta",
      "Mean difference from the mean, unweighted"),
  MDMW(
      "mdmw",
      Unit.VALUE,
      Needs.GROUPS,
      "idisw",
      "Gjennomsnittlig avstand til gjennomsnittet, vektet",
      "Gjennomsnittleg avstand til gjennomsnittet, vekta",
      "Mean difference from the mean, weighted"),
  MDRU(
      "mdru",
      Unit.VALUE,
      Needs.REFERENCE,
      "ratio",
      "Gjennomsnittlig avstand til referansegruppen, uvektet",
      "Gjennomsnittleg avstand til referansegruppa, uvekta",
      "Mean difference from the reference group, unweighted"),
  MDRW(
      "mdrw",
      Unit.VALUE,
      Needs.REFERENCE,
      "ratio",
      "Gjennomsnittlig avstand til referansegruppen, vektet",
      "Gjennomsnittleg avstand til referansegruppa, vekta",
      "Mean difference from the reference group, weighted"),
  THEIL(
      "theil",
      Unit.INDEX,
      Needs.NOTHING,
      "bgsd",
      "Theils T, generalisert entropi med α = 1",
      "Theils T, generalisert entropi med α = 1",
      "Theil's T, generalised entropy with α = 1"),
  MLD(
      "mld",
      Unit.INDEX,
      Needs.NOTHING,
      "bgsd",
      "Gjennomsnittlig logaritmisk avvik, generalisert entropi med α = 0",
      "Gjennomsnittleg logaritmisk avvik, generalisert entropi med α = 0",
      "Mean log deviation, generalised entropy with α = 0"),
  GE(
      "ge",
      Unit.INDEX,
      Needs.NOTHING,
      "bgsd",
      "Generalisert entropi, ett mål for hver α i --alpha: ge_2",
      "Generalisert entropi, eitt mål for kvar α i --alpha: ge_2",
      "Generalised entropy, one measure for each α of --alpha: ge_2"),
  GINI(
      "gini",
      Unit.INDEX,
      Needs.NOTHING,
      "gini_abs",
      "Ginikoeffisienten, 0 til 1",
      "Ginikoeffisienten, 0 til 1",
      "Gini coefficient, 0 to 1"),
  GINI_ABS(
      "gini_abs",
      Unit.VALUE,
      Needs.NOTHING,
      "gini",
      "Absolutt gini: halvparten av den gjennomsnittlige forskjellen mellom to tilfeldige",
      "Absolutt gini: halvparten av den gjennomsnittlege skilnaden mellom to tilfeldige",
      "Absolute Gini: half the mean difference between two at random"),
  GINI_CORRECTED(
      "gini_corrected",
      Unit.INDEX,
      Needs.PERSONS,
      "gini_abs",
      "Ginikoeffisienten ganger n / (n − 1), for små utvalg",
      "Ginikoeffisienten gonger n / (n − 1), for små utval",
      "Gini coefficient times n / (n − 1), for small samples"),
  ATKINSON(
      "atkinson",
      Unit.INDEX,
      Needs.NOTHING,
      "kolm",
      "Atkinsons indeks, ett mål for hver ε i --epsilon: atkinson_0.5",
      "Atkinsons indeks, eitt mål for kvar ε i --epsilon: atkinson_0.5",
      "Atkinson's index, one measure for each ε of --epsilon: atkinson_0.5"),
  KOLM(
      "kolm",
      Unit.VALUE,
      Needs.NOTHING,
      "atkinson",
      "Kolms indeks, i verdiens enhet, ett mål for hver α i --kolm: kolm_1",
      "Kolms indeks, i eininga til verdien, eitt mål for kvar α i --kolm: kolm_1",
      "Kolm's index, in the unit of the value, one measure for each α of --kolm: kolm_1"),
  HOOVER(
      "hoover",
      Unit.INDEX,
      Needs.NOTHING,
      "bgsd",
      "Hoovers indeks: andelen av summen som måtte flyttes for at alle skulle ha likt",
      "Hoovers indeks: delen av summen som måtte flyttast for at alle skulle ha likt",
      "Hoover's index: the share of the sum that would have to move for all to be equal"),
  PAR(
      "par",
      Unit.VALUE,
      Needs.TARGET,
      "paf",
      "Befolkningens tilskrivbare risiko: referansegruppens verdi minus gjennomsnittet; referansen er --reference,"
          + " ellers siste gruppe, uten rekkefølge den beste",
      "Tilskrivbar risiko i befolkninga: verdien i referansegruppa minus gjennomsnittet; referansen er --reference,"
          + " elles siste gruppe, utan rekkjefølgje den beste",
      "Population attributable risk: the value of the reference group minus the mean; the reference is --reference,"
          + " else the last group, without an order the best"),
  PAF(
      "paf",
      Unit.PERCENT,
      Needs.TARGET,
      "par",
      "Befolkningens tilskrivbare andel: den tilskrivbare risikoen i prosent av gjennomsnittet",
      "Tilskrivbar del i befolkninga: den tilskrivbare risikoen i prosent av gjennomsnittet",
      "Population attributable fraction: the attributable risk in percent of the mean"),
  HERFINDAHL(
      "herfindahl",
      Unit.INDEX,
      Needs.PERSONS,
      "std_dev",
      "Herfindahls indeks: summen av kvadrerte andeler",
      "Herfindahls indeks: summen av kvadrerte delar",
      "Herfindahl's index: the sum of squared shares"),
  ROSENBLUTH(
      "rosenbluth",
      Unit.INDEX,
      Needs.PERSONS,
      "std_dev",
      "Rosenbluths indeks: 1 / (n(1 − gini))",
      "Rosenbluths indeks: 1 / (n(1 − gini))",
      "Rosenbluth's index: 1 / (n(1 − Gini))"),
  LORENZ_ASYMMETRY(
      "lorenz_asymmetry",
      Unit.INDEX,
      Needs.PERSONS,
      "std_dev",
      "Asymmetrien til Lorenz-kurven: over 1 skyldes ulikheten mest de største",
      "Asymmetrien til Lorenz-kurva: over 1 kjem ulikskapen mest av dei største",
      "Asymmetry of the Lorenz curve: above 1 inequality is due mostly to the largest");

  /** What the number counts. */
  enum Unit {
    /** The unit of the value. */
    VALUE,
    SQUARE,
    RATIO,
    PERCENT,
    INDEX
  }

  /** What must be known. */
  enum Needs {
    NOTHING,
    /** Rows that are persons or units. */
    PERSONS,
    GROUPS,
    /** Groups, or persons, with a place from first to last. */
    ORDER,
    /** Groups, and which way is better. */
    DIRECTION,
    /** Groups, and a named one. */
    REFERENCE,
    /** Groups, and one to be measured against: named, last in order, or best. */
    TARGET
  }

  private final String id;
  private final Unit unit;
  private final Needs needs;
  private final String partner;
  private final Text meaning;

  Measure(String id, Unit unit, Needs needs, String partner, String nb, String nn, String en) {
    this.id = id;
    this.unit = unit;
    this.needs = needs;
    this.partner = partner;
    this.meaning = Text.of(nb, nn, en);
  }

  String id() {
    return id;
  }

  Unit unit() {
    return unit;
  }

  Needs needs() {
    return needs;
  }

  Text meaning() {
    return meaning;
  }

  boolean isOfGroups() {
    return needs != Needs.NOTHING && needs != Needs.PERSONS && needs != Needs.ORDER;
  }

  /** The absolute measure of a relative one, and the other way round. */
  Optional<Measure> partner() {
    return find(partner);
  }

  static Optional<Measure> find(String id) {
    return Arrays.stream(values()).filter(measure -> measure.id.equals(id)).findFirst();
  }

  /** The words of {@code --measures}. */
  static List<String> ids() {
    return Arrays.stream(values()).map(Measure::id).toList();
  }
}
