package no.utfall.method.value;

import java.util.List;
import no.utfall.figure.Type;
import no.utfall.method.Card;
import no.utfall.method.Option;
import no.utfall.method.Roles;
import no.utfall.text.Text;

/** The card of {@code ledger}. */
final class LedgerCard {

  static final Card CARD = new Card(
      "ledger",
      Text.of("Hvem betaler, hvem tjener", "Kven betaler, kven tener", "Who pays, who gains"),
      Text.of(
          "Havner gevinsten i det budsjettet som betaler, og hva skal til for å bli enige?",
          "Hamnar gevinsten i det budsjettet som betaler, og kva skal til for å bli samde?",
          "Does the gain end in the budget that pays, and what would it take to agree?"),
      List.of(
          Option.column(
                  "budget",
                  Type.TEXT,
                  Text.of("Budsjettet til raden", "Budsjettet til rada", "The budget of the row"))
              .needed(),
          Option.column(
                  "payer",
                  Type.NUMBER,
                  Text.of("Det budsjettet betaler", "Det budsjettet betaler", "What it pays"))
              .needed(),
          Option.column(
              "gainer",
              Type.NUMBER,
              Text.of("Det budsjettet tjener", "Det budsjettet tener", "What it gains")),
          Option.column(
              "std-error",
              Type.SIZE,
              Text.of(
                  "Standardfeilen til gevinsten",
                  "Standardfeilen til gevinsten",
                  "Standard error of the gain")),
          Option.column(
              "retained",
              Type.NUMBER,
              Text.of(
                  "Andelen av gevinsten det beholder, 0 til 1",
                  "Den delen av gevinsten det beheld, 0 til 1",
                  "The share of the gain it keeps, 0 to 1")),
          Option.column(
              "moved-to",
              Type.TEXT,
              Text.of(
                  "Budsjettet som får resten",
                  "Budsjettet som får resten",
                  "The budget that gets the rest")),
          Option.column(
              "cashable",
              Type.TEXT,
              Text.of(
                  "Ja/nei: om gevinsten kan tas ut",
                  "Ja/nei: om gevinsten kan takast ut",
                  "Yes/no: whether the gain can be taken out")),
          Option.column(
              "kind",
              Type.TEXT,
              Text.of(
                  "cost, saving eller user-benefit",
                  "cost, saving eller user-benefit",
                  "cost, saving or user-benefit")),
          Roles.BY,
          Option.column(
              "unit-value",
              Type.NUMBER,
              Text.of(
                  "Kroner per person og enhet effekt, i stedet for gainer",
                  "Kroner per person og eining effekt, i staden for gainer",
                  "Money per person and unit of effect, instead of gainer")),
          Option.number(
              "persons",
              null,
              Text.of(
                  "Personer i målgruppen", "Personar i målgruppa", "Persons in the target group")),
          Option.number(
              "effect",
              null,
              Text.of("Effekten av tiltaket", "Effekten av tiltaket", "The effect of the measure")),
          Option.number(
              "effect-se",
              null,
              Text.of(
                  "Standardfeilen til effekten",
                  "Standardfeilen til effekten",
                  "Standard error of the effect")),
          Roles.per("1"),
          Option.choice(
              "cost-unit",
              "nok",
              List.of("nok", "1000-nok", "million-nok"),
              Text.of("Pengenes enhet", "Eininga til pengane", "The unit of the money")),
          Option.number(
              "conf-level", "0.95", Text.of("Konfidensnivå", "Konfidensnivå", "Confidence level"))),
      List.of(
          named(
              "user_benefit", "Det brukerne tjener", "Det brukarane tener", "What the users gain"),
          named(
              "npv_public",
              "Gevinst minus kostnad i alle budsjetter",
              "Gevinst minus kostnad i alle budsjett",
              "Gain less cost in all budgets"),
          named(
              "npv_social",
              "Det samme med brukerne",
              "Det same med brukarane",
              "The same with the users"),
          named(
              "gain_outside_lead_payer",
              "Kroner i andre budsjetter enn det som betaler mest",
              "Kroner i andre budsjett enn det som betaler mest",
              "Kroner in other budgets than the one that pays most"),
          named(
              "gain_outside_lead_payer_share",
              "Andelen av det, tap ikke motregnet; også _cashable",
              "Delen av det, tap ikkje motrekna; også _cashable",
              "Its share, losses not netted; also _cashable"),
          named(
              "gain_to_nonpaying_budgets_share",
              "Andelen som havner i budsjetter som ikke betaler",
              "Delen som hamnar i budsjett som ikkje betaler",
              "The share that ends in budgets that pay nothing"),
          named(
              "retained_share",
              "Andelen av gevinsten som blir der den oppstår",
              "Delen av gevinsten som blir der han oppstår",
              "The share of the gain that stays where it arises"),
          named(
              "lead_payer",
              "Kostnadsandelen til det som betaler mest; navnet i note",
              "Kostnadsdelen til det som betaler mest; namnet i note",
              "Cost share of the one that pays most; its name in note"),
          named("n_budgets", "Antall budsjetter", "Talet på budsjett", "Number of budgets"),
          named(
              "n_eff",
              "Virksomt antall budsjetter",
              "Verksamt tal på budsjett",
              "Effective number of budgets"),
          named(
              "hhi",
              "Konsentrasjon av kostnad og gevinst",
              "Konsentrasjon av kostnad og gevinst",
              "Concentration of cost and gain"),
          named(
              "cost_gain_tv",
              "Avstand mellom kostnads- og gevinstandeler, 0 til 1",
              "Avstand mellom kostnads- og gevinstdelar, 0 til 1",
              "Distance of cost shares and gain shares, 0 to 1"),
          named(
              "agreement_difficulty",
              "Vanske med å bli enige, 0 til 1; eksperimentell",
              "Vanske med å bli samde, 0 til 1; eksperimentell",
              "Difficulty to agree, 0 to 1; experimental"),
          named("veto_count", "Budsjetter som taper", "Budsjett som taper", "Budgets that lose"),
          named(
              "min_transfer",
              "Minste overføring så ingen taper",
              "Minste overføring så ingen taper",
              "Smallest transfer so that none loses"),
          named(
              "surplus_available",
              "Overskuddet hos dem som tjener",
              "Overskotet hos dei som tener",
              "The surplus of those that gain"),
          named(
              "transfer_feasible",
              "1 om overskuddet rekker",
              "1 om overskotet rekk",
              "1 if the surplus is enough"),
          named(
              "min_coalition_size",
              "Færrest budsjetter som sammen tjener nok til hele kostnaden",
              "Færrast budsjett som saman tener nok til heile kostnaden",
              "Fewest budgets whose gains cover the whole cost"),
          named(
              "break_even_payer",
              "Effekten der betaleren går i null; også budgets og society",
              "Effekten der betalaren går i null; også budgets og society",
              "The effect at which the payer breaks even; also budgets and society"),
          named(
              "p_beyond_break_even_payer",
              "Sannsynligheten for at effekten er større",
              "Sannsynet for at effekten er større",
              "The probability that the effect is larger")),
      List.of(named(
          "budgets",
          "Hvert budsjett: kostnad, gevinst, gap, veto, overføring",
          "Kvart budsjett: kostnad, gevinst, gap, veto, overføring",
          "Each budget: cost, gain, gap, veto, transfer")),
      Text.of(
          "NPV = G − C; gap = NPV − C/ΣC · ΣNPV; TV = ½Σ|c − g|; N_eff = 1/Σ((c + g)/2)²; AD = TV(1 − 1/N_eff); T_min = Σ max(0, −NPV); nullpunkt for samfunnet: 1,2 C / ((1,2 Σ enhetsverdi + brukerverdi) · personer).",
          "NPV = G − C; gap = NPV − C/ΣC · ΣNPV; TV = ½Σ|c − g|; N_eff = 1/Σ((c + g)/2)²; AD = TV(1 − 1/N_eff); T_min = Σ max(0, −NPV); nullpunkt for samfunnet: 1,2 C / ((1,2 Σ einingsverdi + brukarverdi) · personar).",
          "NPV = G − C; gap = NPV − C/ΣC · ΣNPV; TV = ½Σ|c − g|; N_eff = 1/Σ((c + g)/2)²; AD = TV(1 − 1/N_eff); T_min = Σ max(0, −NPV); break-even for society: 1.2 C / ((1.2 Σ unit value + user value) · persons)."),
      List.of(
          Text.of(
              "Beløpene er nåverdier i samme års kroner.",
              "Beløpa er noverdiar i same års kroner.",
              "Amounts are present values in kroner of one year."),
          Text.of(
              "Hver gevinst er ført én gang.",
              "Kvar gevinst er ført éin gong.",
              "Each gain is entered once."),
          Text.of(
              "Skattekostnaden på 20 prosent er bare med i regnskapet for samfunnet.",
              "Skattekostnaden på 20 prosent er berre med i rekneskapen for samfunnet.",
              "The tax cost of 20 percent is only in the account of society.")),
      List.of(
          Text.of(
              "Til å si at gevinsten «nesten alltid» havner et annet sted: det trenger et register over alle tiltak som ble startet.",
              "Til å seie at gevinsten «nesten alltid» hamnar ein annan stad: det treng eit register over alle tiltak som vart starta.",
              "To say that gains nearly always end elsewhere: that needs a register of all measures started.")),
      List.of(),
      List.of(new Card.Peer(
          "KS Utenfor-regnskapet",
          Text.of(
              "Deler gevinsten på budsjetter; effekten skrives inn og har ikke usikkerhet.",
              "Deler gevinsten på budsjett; effekten blir skriven inn og har ikkje uvisse.",
              "Splits the gain by budget; the effect is typed in and has no uncertainty."))),
      List.of(
          "utfall ledger sample-data/data/regnskap_gevinst.csv --by tiltak,variant --budget budsjett --payer betaler --gainer faar"));

  private LedgerCard() {}

  private static Card.Named named(String name, String nb, String nn, String en) {
    return new Card.Named(name, Text.of(nb, nn, en));
  }
}
