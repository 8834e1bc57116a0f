package no.utfall.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The ledger and the registers of measures, indicators and decisions: lines 10 and 11 of the specification. */
final class Registers {

  static final int INDICATORS = 24;
  static final int DECISIONS = 40;
  static final int INFORMED = 6;

  /** Kroner by what an indicator says, in millions: 4 500 in all. */
  private static final int[] MILLIONS = {2_340, 1_395, 360, 135, 270};

  private static final String[] LEVELS = {"input", "activity", "output", "outcome", "outcome"};
  private static final String[][] TITLES = {
    {
      "Netto driftsutgifter per barn", "Netto driftsutgifter barnevern per barn",
          "Årsverk i helsestasjon per 10 000 unge",
      "Årsverk i oppfølgingstjenesten", "Lønnsutgifter per årsverk", "Tilskudd til ungdomstiltak",
      "Utgifter til ungdomsklubber", "Andel ansatte med videreutdanning", "Lokaler per bruker"
    },
    {
      "Konsultasjoner per 1000 unge", "Gruppetimer per 1000 unge", "Hjemmebesøk",
          "Saker behandlet innen frist",
      "Samarbeidsmøter", "Henvendelser til ungdomstelefonen", "Individuelle planer",
          "Kurs for foreldre"
    },
    {"Unge med fast kontaktperson", "Unge med plan for skole eller arbeid", "Unge med lærekontrakt"
    },
    {"Barn i lavinntekt", "Unge som opplever å høre til"},
    {"Unge utenfor arbeid og utdanning", "Unge med psykiske plager"},
  };

  private final SampleWorld world;
  private final Draws draws;
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  private Registers(SampleWorld world) {
    this.world = world;
    this.draws = world.stream(11);
  }

  static Map<String, byte[]> of(SampleWorld world) {
    Registers registers = new Registers(world);
    registers.measures();
    registers.indicators();
    registers.decisions();
    registers.ledger();
    return registers.files;
  }

  private void measures() {
    Table table = new Table(";");
    table.row(
        "tiltak",
        "tittel",
        "betaler",
        "celle",
        "deltakere_per_10000",
        "kroner_per_barn",
        "forste_oppstart",
        "siste_oppstart",
        "kommuner");
    measure(table, Measure.VEIVISER, "Veiviser", "D", 38);
    measure(table, Measure.LOFTET, "Løftet", "A", 95);
    put("tiltaksregister.csv", table);
  }

  private void measure(Table table, Measure measure, String title, String cell, int participants) {
    List<Unit> adopters = world.adopters(measure);
    int[] starts =
        adopters.stream().mapToInt(u -> u.adoption().start()).sorted().toArray();
    table.row(
        measure.id,
        title,
        "kommune",
        cell,
        participants,
        measure.extraPerChild,
        starts[0],
        starts[starts.length - 1],
        starts.length);
  }

  private void indicators() {
    Table table = new Table(";");
    table.row("indikator", "tittel", "level", "sammenligning", "mill_kr");
    int number = 1;
    for (int kind = 0; kind < MILLIONS.length; kind++) {
      int[] money = Shares.of(MILLIONS[kind], draws.dirichlet(5, TITLES[kind].length));
      for (int i = 0; i < TITLES[kind].length; i++) {
        table.row(
            "i" + (number < 10 ? "0" : "") + number++,
            TITLES[kind][i],
            LEVELS[kind],
            kind == MILLIONS.length - 1 ? "yes" : "no",
            money[i]);
      }
    }
    put("indikatorregister.csv", table);
  }

  private void decisions() {
    int[] order = draws.shuffled(IntStream.range(0, DECISIONS).toArray());
    boolean[] informed = new boolean[DECISIONS];
    Arrays.stream(order, 0, INFORMED).forEach(i -> informed[i] = true);
    boolean[] later = new boolean[DECISIONS];
    Arrays.stream(order, INFORMED, INFORMED + 10).forEach(i -> later[i] = true);
    int[] days =
        IntStream.generate(() -> draws.below(8 * 365)).limit(DECISIONS).sorted().toArray();
    Table table = new Table(";");
    table.row("vedtak", "dato", "tiltak", "belop_1000", "effekttall_dato");
    for (int i = 0; i < DECISIONS; i++) {
      LocalDate day = LocalDate.of(2016, 1, 4).plusDays(days[i]);
      Measure measure = draws.happens(0.45) ? Measure.VEIVISER : Measure.LOFTET;
      int amount = 500 + 250 * draws.below(60);
      int distance = 30 + draws.below(400);
      LocalDate known = day.plusDays(informed[i] ? -distance : distance);
      table.row(
          "v" + (i < 9 ? "0" : "") + (i + 1),
          day,
          measure.id,
          amount,
          informed[i] || later[i] ? known : "");
    }
    put("vedtak.csv", table);
  }

  /** Kroner per 1000 young people and year at 1.6 percentage points fewer outside under Veiviser. */
  private void ledger() {
    Table table = new Table(";");
    table.row(
        "tiltak",
        "variant",
        "budsjett",
        "slag",
        "betaler",
        "faar",
        "beholder",
        "kontant",
        "enhetsverdi",
        "kilde");
    ledger(table, Measure.VEIVISER, "hoved", 0, 16);
    ledger(table, Measure.LOFTET, "hoved", 0, 0);
    ledger(table, Measure.VEIVISER, "frivillig", 0.1, 16);
    put("regnskap_gevinst.csv", table);
  }

  private static void ledger(
      Table table, Measure measure, String variant, double voluntary, int avoided) {
    double cost = measure.extraPerChild * 17.5 / 18;
    pay(table, measure, variant, "kommune", cost * (1 - voluntary));
    if (voluntary > 0) {
      pay(table, measure, variant, "frivillig", cost * voluntary);
    }
    for (Gain gain : Gain.values()) {
      table.row(
          measure.id,
          variant,
          gain.budget,
          gain.kind,
          0,
          avoided * gain.perYear,
          1,
          gain.cashable,
          gain.perYear,
          "oppdiktet");
    }
  }

  private static void pay(
      Table table, Measure measure, String variant, String budget, double amount) {
    table.row(
        measure.id,
        variant,
        budget,
        "cost",
        Exports.rounded(amount, 1000),
        0,
        1,
        "yes",
        "",
        "oppdiktet");
  }

  /** What an avoided year outside is worth, 1000 NOK, after what the budget passes on. */
  enum Gain {
    MUNICIPALITY("kommune", "saving", "yes", 30),
    COUNTY("fylke", "saving", "no", 5),
    BENEFITS("stat_ytelser", "saving", "yes", 110),
    TAX("stat_skatt", "saving", "yes", 60),
    HEALTH("helseforetak", "saving", "no", 15),
    USER("bruker", "user-benefit", "no", 80);

    final String budget;
    final String kind;
    final String cashable;
    final int perYear;

    Gain(String budget, String kind, String cashable, int perYear) {
      this.budget = budget;
      this.kind = kind;
      this.cashable = cashable;
      this.perYear = perYear;
    }
  }

  private void put(String name, Table table) {
    files.put("data/" + name, table.bytes(UTF_8, "\n"));
  }
}
