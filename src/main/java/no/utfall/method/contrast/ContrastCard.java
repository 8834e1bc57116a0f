package no.utfall.method.contrast;

import java.util.List;
import no.utfall.figure.Type;
import no.utfall.method.Card;
import no.utfall.method.Option;
import no.utfall.method.Roles;
import no.utfall.text.Text;

/** The card of {@code contrast}. */
final class ContrastCard {

  private static final Option COST =
      Option.column("cost", Type.SIZE, Text.of("Penger i alt", "Pengar i alt", "Money in total"));
  private static final Option COST_PER_CAPITA = Option.column(
      "cost-per-capita",
      Type.NUMBER,
      Text.of(
          "Penger per person i målgruppen",
          "Pengar per person i målgruppa",
          "Money per person of the target group"));
  private static final Option NEED = Option.column(
      "need",
      Type.SIZE,
      Text.of(
          "Behovet mot andres, 1 er som snittet, fra før tiltaket: pengene per person deles på det, og det justerte går"
              + " foran",
          "Behovet mot det andre har, 1 er som snittet, frå før tiltaket: pengane per person blir delte på det, og det"
              + " justerte går føre",
          "Need against that of others, 1 is the mean, from before the measure: money per person is divided by it, and"
              + " the adjusted goes first"));
  private static final Option INPUT_ERROR = Option.column(
      "input-std-error",
      Type.SIZE,
      Text.of(
          "Standardfeilen til pengene per person: gir usikre plasser på innsats, og stolpen for parene som kan skilles"
              + " på den",
          "Standardfeilen til pengane per person: gjev usikre plassar på innsats, og stolpen for para som kan skiljast"
              + " på han",
          "Standard error of the money per person: gives uncertain places on input, and the bar of the pairs that can"
              + " be told apart on it"));
  private static final Option INPUT_MARGIN = Option.number(
      "input-margin",
      "0",
      Text.of(
          "Enheter med mindre forskjell i penger enn dette er like på innsats",
          "Einingar med mindre skilnad i pengar enn dette er like på innsats",
          "Units nearer than this in money are equal on input"));
  private static final Option ACTIVITY = Option.column(
      "activity",
      Type.SIZE,
      Text.of(
          "Mengde aktivitet, deles på penger",
          "Mengd aktivitet, blir delt på pengar",
          "Volume of activity, divided by money"));
  private static final Option ACTIVITY_SCORE = Option.column(
      "activity-score",
      Type.NUMBER,
      Text.of(
          "En aktivitetsskår som er laget",
          "Ein aktivitetsskår som er laga",
          "An activity score already made"));
  private static final Option READS = new Option(
      "reads",
      Option.Kind.CHOICE,
      Type.TEXT,
      true,
      null,
      List.of("more-is-better", "cheap-is-better", "neutral"),
      Text.of(
          "Hvordan høy pengebruk leses; må sies",
          "Korleis høg pengebruk blir lesen; må seiast",
          "How high spending is read; must be said"));
  private static final Option GROUP = Option.column(
      "group",
      Type.TEXT,
      Text.of(
          "Tiltaket til enheten, når brettet har flere: hvert får sitt eget snitt",
          "Tiltaket til eininga, når brettet har fleire: kvart får sitt eige snitt",
          "The measure of the unit, where the board has several: each gets a mean of its own"));
  private static final Option BOARD = Option.choice(
      "board",
      "U",
      List.of("M", "U", "R"),
      Text.of(
          "M tiltak, U enheter med tiltaket, R enheter mot det forventede",
          "M tiltak, U einingar med tiltaket, R einingar mot det som er venta",
          "M measures, U units with the measure, R units against what is expected"));
  private static final Option SMALLEST = Option.number(
      "smallest-important",
      "0",
      Text.of(
          "Minste effekt som betyr noe",
          "Minste effekt som betyr noko",
          "Smallest effect that matters"));
  private static final Option COMMON = Option.number(
      "common-variance",
      "0",
      Text.of(
          "Variansen som anslagene deler, for eksempel fra én sammenligningsgruppe",
          "Variansen som anslaga deler, til dømes frå éi samanlikningsgruppe",
          "Variance that all estimates share, such as from one comparison group"));

  static final Card CARD = new Card(
      "contrast",
      Text.of("Innsats mot effekt", "Innsats mot effekt", "Input against effect"),
      Text.of(
          "I hvor mange par av enheter har den med størst innsats minst effekt, og hvor ofte kan vi ikke si det?",
          "I kor mange par av einingar har den med størst innsats minst effekt, og kor ofte kan vi ikkje seie det?",
          "In how many pairs of units has the one with more input less effect, and how often can we not tell?"),
      List.of(
          Roles.UNIT.needed(),
          Roles.VALUE.needed(),
          Options.STD_ERROR.needed(),
          COST,
          COST_PER_CAPITA,
          Options.COST_UNIT,
          NEED,
          INPUT_ERROR,
          INPUT_MARGIN,
          Roles.POPULATION,
          ACTIVITY,
          ACTIVITY_SCORE,
          READS,
          GROUP,
          Options.DIRECTION,
          BOARD,
          SMALLEST,
          COMMON,
          Options.CONF_LEVEL,
          Options.draws("2000"),
          Options.SEED),
      measures(),
      List.of(
          named(
              "units",
              "Hver enhet: effekt, plass, pålitelighet, anslag etter krymping, kvadrant",
              "Kvar eining: effekt, plass, pålitelegheit, anslag etter krymping, kvadrant",
              "Each unit: effect, rank, reliability, posterior, quadrant"),
          named(
              "pairs",
              "Hvert par, den med mest innsats først: sannsynligheten for motsatt rekkefølge",
              "Kvart par, den med mest innsats først: sannsynet for motsett rekkjefølgje",
              "Each pair, the one with more input first: the probability of a reversal"),
          named(
              "headline",
              "Den tredelte stolpen og tallene i setningene",
              "Den tredelte stolpen og tala i setningane",
              "The three-part bar and the numbers of the sentences")),
      Text.of(
          "θ | innsats ~ N(μ + β g + γ, τ²), g = Φ⁻¹ av innsatsplassen; y ~ N(θ, d + c). Motsatt par: mer innsats, mindre θ. P(motsatt) = Φ((m_j − m_i) / √v_ij) fra den felles etterfordelingen. Stolpen: P ≥ 0,95, P ≤ 0,05, resten.",
          "θ | innsats ~ N(μ + β g + γ, τ²), g = Φ⁻¹ av innsatsplassen; y ~ N(θ, d + c). Motsett par: meir innsats, mindre θ. P(motsett) = Φ((m_j − m_i) / √v_ij) frå den felles etterfordelinga. Stolpen: P ≥ 0,95, P ≤ 0,05, resten.",
          "θ | input ~ N(μ + β g + γ, τ²), g = Φ⁻¹ of the input rank; y ~ N(θ, d + c). Reversed pair: more input, less θ. P(reversed) = Φ((m_j − m_i) / √v_ij) from the joint posterior. The bar: P ≥ .95, P ≤ .05, the rest."),
      List.of(
          Text.of(
              "Anslagene er omtrent normalfordelte med kjente standardfeil.",
              "Anslaga er om lag normalfordelte med kjende standardfeil.",
              "Estimates are about normal with known standard errors."),
          Text.of(
              "Utenom en felles del er feilene uavhengige mellom enheter.",
              "Utanom ein felles del er feila uavhengige mellom einingar.",
              "Apart from a common part, errors are independent between units."),
          Text.of(
              "Sanne effekter sprer seg normalt om en linje i innsatsplassen.",
              "Sanne effektar spreier seg normalt om ei linje i innsatsplassen.",
              "True effects spread normally about a line in the input rank.")),
      List.of(
          Text.of(
              "Når tallene er nivåer uten sammenligning: bruk brett R, som aldri sier effekt.",
              "Når tala er nivå utan samanlikning: bruk brett R, som aldri seier effekt.",
              "When the figures are levels without a comparison: use board R, which never says effect."),
          Text.of(
              "Til å navngi enkeltenheter med pålitelighet under 0,7.",
              "Til å namngi einskilde einingar med pålitelegheit under 0,7.",
              "To name single units with a reliability below 0.7.")),
      List.of(
          new Card.Reference(
              "Efron, B. and Morris, C. (1973). Stein's estimation rule and its competitors. Journal of the American Statistical Association 68(341), 117–130.",
              "10.1080/01621459.1973.10481350"),
          new Card.Reference(
              "Paule, R. C. and Mandel, J. (1982). Consensus values and weighting factors. Journal of Research of the National Bureau of Standards 87(5), 377–385.",
              "10.6028/jres.087.022"),
          new Card.Reference(
              "Mogstad, M., Romano, J. P., Shaikh, A. M. and Wilhelm, D. (2024). Inference for ranks. Review of Economic Studies 91(1), 476–518.",
              "10.1093/restud/rdad006"),
          new Card.Reference(
              "Somers, R. H. (1962). A new asymmetric measure of association for ordinal variables. American Sociological Review 27(6), 799–811.",
              "10.2307/2090408")),
      List.of(new Card.Peer(
          "metafor 3.8-1",
          Text.of(
              "τ², koeffisienter, standardfeil og Q er like; resten har ingen jevnbyrdige.",
              "τ², koeffisientar, standardfeil og Q er like; resten har ingen jamlikar.",
              "τ², coefficients, standard errors and Q agree; the rest has no peer."))),
      List.of(
          "utfall contrast sample-data/data/tavle.csv --unit kommune --cost-per-capita utgift"
              + " --population unge --value effekt --std-error feil --smallest-important 0.5 --reads neutral"));

  private ContrastCard() {}

  private static Card.Named named(String name, String nb, String nn, String en) {
    return new Card.Named(name, Text.of(nb, nn, en));
  }

  private static List<Card.Named> measures() {
    return List.of(
        named("n", "Enheter", "Einingar", "Units"),
        named("mu", "Middeleffekten", "Middeleffekten", "The mean effect"),
        named("Q", "Spredning om linjen", "Spreiing om linja", "Heterogeneity about the line"),
        named(
            "tau2_PM",
            "Varians mellom enheter, Paule–Mandel",
            "Varians mellom einingar, Paule–Mandel",
            "Variance between units, Paule–Mandel"),
        named(
            "tau2_DL",
            "Varians mellom enheter, DerSimonian–Laird",
            "Varians mellom einingar, DerSimonian–Laird",
            "Variance between units, DerSimonian–Laird"),
        named(
            "reliability_median",
            "Påliteligheten i midten; også mean og etter størrelse",
            "Pålitelegheita i midten; også mean og etter storleik",
            "Median reliability; also mean and by size"),
        named(
            "smallest_difference",
            "Minste forskjell som ville synes i 80 av 100",
            "Minste skilnad som ville synast i 80 av 100",
            "Smallest difference found with 80 % power"),
        named(
            "pairs",
            "Par som er ulike på innsats",
            "Par som er ulike på innsats",
            "Pairs not tied on the axis"),
        named(
            "somers_d",
            "Somers' d for effekt gitt innsats",
            "Somers' d for effekt gitt innsats",
            "Somers' d of effect given input"),
        named(
            "reversal_naive",
            "Andel motsatte par i råtallene; støy trekker mot ½",
            "Del motsette par i råtala; støy dreg mot ½",
            "Share of reversed pairs in the raw figures; noise pulls it to ½"),
        named(
            "reversal_expected",
            "Forventet andel motsatte par",
            "Forventa del motsette par",
            "Expected share of reversed pairs"),
        named(
            "practically_equal_input",
            "Andel av alle par som er like på innsats, og ikke er med i noen annen andel",
            "Del av alle par som er like på innsats, og ikkje er med i nokon annan del",
            "Share of all pairs that are practically equal on input, and in no other share"),
        named(
            "not_apart",
            "Andel av alle par som ikke kan skilles på innsats med --input-std-error; stolpen for de andre ender på"
                + " _apart",
            "Del av alle par som ikkje kan skiljast på innsats med --input-std-error; stolpen for dei andre endar på"
                + " _apart",
            "Share of all pairs that cannot be told apart on input with --input-std-error; the bar of the others ends"
                + " in _apart"),
        named(
            "need_correlation",
            "Spearman mellom behov og pengebruk før justeringen",
            "Spearman mellom behov og pengebruk før justeringa",
            "Spearman's coefficient of need and spending before the adjustment"),
        named(
            "reversal_money",
            "Det samme, vektet med pengeforskjell og personer",
            "Det same, vege med pengeskilnad og personar",
            "The same, weighted by money difference and persons"),
        named(
            "reversal_money_unrelated",
            "Det samme om pengebruken ikke sa noe om effekten",
            "Det same om pengebruken ikkje sa noko om effekten",
            "The same were spending to say nothing of the effect"),
        named(
            "likely_reversed",
            "Andel par som trolig er motsatt (P ≥ 0,95)",
            "Del par som truleg er motsette (P ≥ 0,95)",
            "Share of pairs likely reversed (P ≥ .95)"),
        named(
            "likely_same_way",
            "Andel par som trolig går samme vei (P ≤ 0,05)",
            "Del par som truleg går same veg (P ≤ 0,05)",
            "Share of pairs likely the same way (P ≤ .05)"),
        named("cannot_tell", "Resten", "Resten", "The rest"),
        named(
            "practically_equal",
            "Andel par som trolig er like for alle formål; en del av resten",
            "Del par som truleg er like for alle formål; ein del av resten",
            "Share of pairs whose effects are practically equal; part of the rest"),
        named(
            "efdr05_reversed",
            "Største mengde par der høyst 5 % ventes feil; også same_way",
            "Største mengd par der høgst 5 % er venta feil; også same_way",
            "Largest set of pairs with at most 5 % expected errors; also same_way"),
        named(
            "confirmed_reversed",
            "Andel par bekreftet av trinnvise tester av alle par; også same_way",
            "Del par stadfesta av trinnvise testar av alle par; også same_way",
            "Share confirmed by step-down tests of all pairs; also same_way"),
        named(
            "holm05_reversed",
            "Andel par etter Holm; også bh05 og by05",
            "Del par etter Holm; også bh05 og by05",
            "Share of pairs by Holm; also bh05 and by05"),
        named(
            "footrule_expected",
            "Forventet fotmål: 0 lik rekkefølge, 1 loddtrekning",
            "Forventa fotmål: 0 lik rekkjefølgje, 1 loddtrekking",
            "Expected footrule: 0 equal orders, 1 a lottery"),
        named(
            "spearman_expected",
            "Forventet Spearman",
            "Forventa Spearman",
            "Expected Spearman coefficient"),
        named(
            "tau_b",
            "Kendalls τ_b i råtallene",
            "Kendalls τ_b i råtala",
            "Kendall's τ_b of the raw figures"),
        named(
            "tau_b_negligible",
            "Test av at τ_b ligger innenfor ± 0,1; liten p: ubetydelig",
            "Test av at τ_b ligg innanfor ± 0,1; liten p: ubetydeleg",
            "Test that τ_b lies within ± 0.1; small p: negligible"),
        named(
            "rbo",
            "Overlapp fra toppen av de to rekkefølgene, p = 0,9",
            "Overlapp frå toppen av dei to rekkjefølgjene, p = 0,9",
            "Overlap of the two orders from the top, p = 0.9"),
        named(
            "spearman",
            "Spearman i råtallene",
            "Spearman i råtala",
            "Spearman's coefficient of the raw figures"),
        named(
            "money_high_x_below_delta",
            "Andel av pengene der innsatsen er høy og effekten under den minste viktige; også de andre feltene, tilfeldig (_chance) og forholdet (_lift)",
            "Del av pengane der innsatsen er høg og effekten under den minste viktige; også dei andre felta, tilfeldig (_chance) og forholdet (_lift)",
            "Share of money with high input and effect below the smallest important; also the other cells, by chance (_chance) and the ratio (_lift)"),
        named(
            "share_units_above_zero_p95",
            "Andel enheter med effekt over 0 (P ≥ 0,95)",
            "Del einingar med effekt over 0 (P ≥ 0,95)",
            "Share of units with an effect above 0 (P ≥ .95)"));
  }
}
