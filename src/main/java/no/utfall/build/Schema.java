package no.utfall.build;

import static no.utfall.build.Shape.choice;
import static no.utfall.build.Shape.group;
import static no.utfall.build.Shape.key;
import static no.utfall.build.Shape.list;
import static no.utfall.build.Shape.need;
import static no.utfall.build.Shape.open;
import static no.utfall.build.Shape.word;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import no.utfall.build.Shape.Either;
import no.utfall.build.Shape.Group;
import no.utfall.build.Shape.Key;
import no.utfall.build.Shape.Kind;
import no.utfall.build.Shape.ListOf;
import no.utfall.build.Shape.MapOf;
import no.utfall.build.Shape.Word;
import no.utfall.panel.Direction;
import no.utfall.panel.Level;

/** Version 1 of the project file: every key with its type and meaning. Checks, JSON Schema and help come from here. */
final class Schema {

  static final String VERSION = "1";

  /** Every method that is or will be a command; which of them this program has, the catalog knows. */
  static final List<String> METHODS = List.of(
      "proportion",
      "rate",
      "mean",
      "dsr",
      "smr",
      "life-expectancy",
      "quantile",
      "funnel",
      "inequality",
      "poverty",
      "composite",
      "trend",
      "smooth",
      "did",
      "synth",
      "its",
      "match",
      "dose",
      "shrink",
      "power",
      "frontier",
      "malmquist",
      "ledger",
      "npv",
      "cea",
      "mvpf",
      "rank",
      "agree",
      "contrast",
      "coverage");

  static final List<String> ROLES = List.of(
      "unit",
      "unit-name",
      "period",
      "value",
      "count",
      "population",
      "expected",
      "weight",
      "group",
      "age",
      "sex",
      "rank",
      "category",
      "income",
      "cost",
      "cost-per-capita",
      "activity",
      "activity-score",
      "std-error",
      "outcome",
      "covariates",
      "cluster",
      "strata",
      "dose",
      "cohort",
      "treated",
      "budget",
      "payer",
      "gainer",
      "retained",
      "cashable",
      "kind",
      "inputs",
      "outputs",
      "by",
      "key");

  private static final Either LOCAL = new Either(
      word(Kind.TEXT),
      group(
          key("nb", word(Kind.TEXT), "Bokmål", "Bokmål", "Bokmål"),
          key("nn", word(Kind.TEXT), "Nynorsk", "Nynorsk", "Nynorsk"),
          key("en", word(Kind.TEXT), "Engelsk", "Engelsk", "English")));

  private static final Word LEVEL =
      new Word(Kind.CHOICE, Arrays.stream(Level.values()).map(Level::code).toList());

  private static final Word DIRECTION = new Word(
      Kind.CHOICE, Arrays.stream(Direction.values()).map(Direction::code).toList());

  private static final Group PROJECT = group(
      need("id", word(Kind.ID), "Kort navn", "Kort namn", "Short name"),
      key("title", LOCAL, "Tittel på rapporten", "Tittel på rapporten", "Title of the report"),
      key(
          "about",
          LOCAL,
          "Hva leseren må vite om prosjektet, som står øverst på siden",
          "Kva lesaren må vite om prosjektet, som står øvst på sida",
          "What the reader must know of the project, told at the top of the page"),
      key(
          "languages",
          new ListOf(choice("nb", "nn", "en")),
          "Språkene det skrives på; det første er reserve",
          "Språka det blir skrive på; det første er reserve",
          "Languages that are written; the first is the fallback"));

  private static final Group UNITS = group(
      key("level", word(Kind.TEXT), "Nivå, som kommune", "Nivå, som kommune", "Kind of unit"),
      key(
          "year",
          word(Kind.INTEGER),
          "Kodeåret alle data føres til",
          "Kodeåret alle data blir førte til",
          "All data are brought to the codes of this year"),
      key(
          "list",
          word(Kind.PATH),
          "Kodeliste: code;name;valid_from;valid_to",
          "Kodeliste: code;name;valid_from;valid_to",
          "List of codes: code;name;valid_from;valid_to"),
      key(
          "changes",
          word(Kind.PATH),
          "Kodeendringer: from_code;to_code;year;weight",
          "Kodeendringar: from_code;to_code;year;weight",
          "Changes of codes: from_code;to_code;year;weight"),
      key(
          "names",
          word(Kind.PATH),
          "Navn til kode: name;code",
          "Namn til kode: name;code",
          "Names to codes: name;code"),
      key(
          "groups",
          new MapOf(Kind.ID, word(Kind.TEXT)),
          "Grupper av enheter",
          "Grupper av einingar",
          "Groups of units"));

  private static final Group PERIODS = group(
      key("from", word(Kind.PERIOD), "Første periode", "Første periode", "First period"),
      key("to", word(Kind.PERIOD), "Siste periode", "Siste periode", "Last period"),
      key(
          "type",
          new Word(
              Kind.CHOICE,
              List.of(
                  "year",
                  "school-year",
                  "month",
                  "quarter",
                  "interval(2)",
                  "interval(3)",
                  "interval(4)",
                  "interval(5)",
                  "interval(7)",
                  "interval(10)")),
          "Slag periode",
          "Slag periode",
          "Kind of period"));

  private static final Group COLUMN = group(
      need(
          "role",
          new Word(Kind.CHOICE, ROLES),
          "Hva kolonnen er",
          "Kva kolonnen er",
          "What the column is"),
      key("level", LEVEL, "Ledd i resultatkjeden", "Ledd i resultatkjeda", "Place in the chain"),
      key("unit", word(Kind.TEXT), "Måleenhet", "Måleeining", "Unit of measure"),
      key(
          "as",
          word(Kind.TEXT),
          "Navn på kolonnen når brede kolonner er samlet",
          "Namn på kolonnen når breie kolonnar er samla",
          "Name of the column when wide columns are gathered"),
      key(
          "prices",
          choice("current", "constant"),
          "Løpende eller faste priser",
          "Løpande eller faste prisar",
          "Current or constant prices"),
      key(
          "deflate",
          group(
              need(
                  "index",
                  word(Kind.PATH),
                  "Prisindeks: period;index",
                  "Prisindeks: period;index",
                  "Price index: period;index"),
              need("to", word(Kind.PERIOD), "Prisår", "Prisår", "Base year of prices")),
          "Regn om til faste priser",
          "Rekn om til faste prisar",
          "Bring to constant prices"));

  private static final Group SOURCE = group(
      need(
          "path",
          word(Kind.PATH),
          "Fil i prosjektet; * og {year}",
          "Fil i prosjektet; * og {year}",
          "File inside the project; globs and {year}"),
      key("title", LOCAL, "Navn på kilden", "Namn på kjelda", "Name of the source"),
      key(
          "profile",
          word(Kind.PATH),
          "Utgiverens profil, eller en egen fil .profile i prosjektet",
          "Profilen til utgjevaren, eller ei eiga fil .profile i prosjektet",
          "Publisher's profile, or a .profile file inside the project"),
      key("encoding", word(Kind.TEXT), "Tegnkoding", "Teiknkoding", "Encoding"),
      key("delimiter", word(Kind.TEXT), "Skilletegn", "Skiljeteikn", "Delimiter"),
      key("decimal", choice(",", "."), "Desimaltegn", "Desimalteikn", "Decimal mark"),
      key("thousands", word(Kind.TEXT), "Tusenskille", "Tusenskilje", "Separator of thousands"),
      key(
          "header-line",
          word(Kind.INTEGER),
          "Linjen hodet står på",
          "Linja hovudet står på",
          "Line of the header"),
      key(
          "header-lines",
          word(Kind.INTEGER),
          "Linjer i hodet, 1–4",
          "Linjer i hovudet, 1–4",
          "Header rows, 1 to 4"),
      key(
          "footer",
          word(Kind.INTEGER),
          "Linjer nederst som ikke er data",
          "Linjer nedst som ikkje er data",
          "Lines at the end that are not data"),
      key(
          "sheet",
          word(Kind.TEXT),
          "Ark i arbeidsboka",
          "Ark i arbeidsboka",
          "Sheet of a workbook"),
      key(
          "missing",
          list(Kind.TEXT),
          "Tegn for manglende tall",
          "Teikn for manglande tal",
          "Signs of a missing number"),
      key(
          "suppressed",
          new MapOf(Kind.TEXT, list(Kind.NUMBER)),
          "Tegn for skjulte tall, med minste og største verdi",
          "Teikn for skjulte tal, med minste og største verdi",
          "Signs of a hidden number, with its lowest and highest value"),
      key("zero", list(Kind.TEXT), "Tegn for null", "Teikn for null", "Signs of a true zero"),
      key(
          "key",
          list(Kind.TEXT),
          "Kolonner som kjenner igjen en rad",
          "Kolonnar som kjenner att ei rad",
          "Columns that identify a row"),
      key(
          "columns",
          new MapOf(Kind.TEXT, COLUMN),
          "Kolonnene og rollene deres",
          "Kolonnane og rollene deira",
          "Columns and their roles"));

  static final Group INDICATOR = open(
      key("title", LOCAL, "Tittel", "Tittel", "Title"),
      key("method", new Word(Kind.CHOICE, METHODS), "Metode", "Metode", "Method"),
      key(
          "of",
          list(Kind.ID),
          "Indikatorene en sammensatt indeks er laget av; hver av dem har sin retning",
          "Indikatorane ein samansett indeks er laga av; kvar av dei har si retning",
          "The indicators a composite index is made of; each of them has its direction"),
      key(
          "count",
          word(Kind.REFERENCE),
          "Teller: kilde.kolonne",
          "Teljar: kjelde.kolonne",
          "Events: source.column"),
      key(
          "population",
          word(Kind.REFERENCE),
          "Nevner: kilde.kolonne",
          "Nemnar: kjelde.kolonne",
          "Population: source.column"),
      key(
          "value",
          word(Kind.REFERENCE),
          "Et tall som er regnet ut: kilde.kolonne",
          "Eit tal som er rekna ut: kjelde.kolonne",
          "A number already computed: source.column"),
      key(
          "cost",
          word(Kind.REFERENCE),
          "Penger i alt: kilde.kolonne",
          "Pengar i alt: kjelde.kolonne",
          "Money in total: source.column"),
      key(
          "activity",
          word(Kind.REFERENCE),
          "Mengde: kilde.kolonne",
          "Mengd: kjelde.kolonne",
          "Volume: source.column"),
      key("level", LEVEL, "Ledd i resultatkjeden", "Ledd i resultatkjeda", "Place in the chain"),
      key("direction", DIRECTION, "Hva som er best", "Kva som er best", "Which way is better"),
      key("unit", word(Kind.TEXT), "Måleenhet", "Måleeining", "Unit of measure"),
      key("definition", LOCAL, "Definisjon", "Definisjon", "Definition"),
      key(
          "source",
          LOCAL,
          "Kilde, som den skal oppgis",
          "Kjelde, som ho skal oppgjevast",
          "Source, as it is to be cited"),
      key(
          "smallest-important",
          word(Kind.NUMBER),
          "Minste forskjell som betyr noe",
          "Minste skilnad som betyr noko",
          "Smallest difference that matters"),
      key(
          "lag",
          word(Kind.INTEGER),
          "År før en effekt kan ventes",
          "År før ein effekt kan ventast",
          "Years before an effect can be expected"),
      key(
          "in-words",
          LOCAL,
          "Det som telles, slik at «færre av 100 …» kan sies",
          "Det som blir talt, slik at «færre av 100 …» kan seiast",
          "What is counted, so that “fewer of 100 …” can be said"),
      key("tags", list(Kind.TEXT), "Merkelapper", "Merkelappar", "Tags"));

  private static final Group INTERVENTION = group(
      key("title", LOCAL, "Tittel", "Tittel", "Title"),
      key(
          "file",
          word(Kind.PATH),
          "Fil med enhet og oppstart",
          "Fil med eining og oppstart",
          "File of units and starts"),
      key("unit", word(Kind.TEXT), "Kolonnen med kode", "Kolonnen med kode", "Column of the code"),
      key(
          "unit-name",
          word(Kind.TEXT),
          "Kolonnen med navn",
          "Kolonnen med namn",
          "Column of the name"),
      key(
          "units",
          list(Kind.CODE),
          "Enhetene, når de står her",
          "Einingane, når dei står her",
          "The units, when they stand here"),
      key(
          "start",
          word(Kind.TEXT),
          "Kolonnen med oppstart, eller perioden",
          "Kolonnen med oppstart, eller perioden",
          "Column of the start, or the period itself"),
      key(
          "payer",
          word(Kind.TEXT),
          "Budsjettet som betaler",
          "Budsjettet som betaler",
          "Budget that pays"),
      key(
          "cell",
          choice("A", "B", "C", "D"),
          "Samskapingsrute A–D",
          "Samskapingsrute A–D",
          "Co-creation cell A–D"));

  static final Group ANALYSIS = open(
      need("method", new Word(Kind.CHOICE, METHODS), "Metode", "Metode", "Method"),
      key("title", LOCAL, "Tittel", "Tittel", "Title"),
      key("of", word(Kind.ID), "Tiltaket", "Tiltaket", "The intervention"),
      key("on", word(Kind.ID), "Indikatoren", "Indikatoren", "The indicator"),
      key(
          "input",
          word(Kind.REFERENCE),
          "Innsatsen: kilde.kolonne",
          "Innsatsen: kjelde.kolonne",
          "The input: source.column"),
      key(
          "activity",
          word(Kind.REFERENCE),
          "Aktiviteten: kilde.kolonne",
          "Aktiviteten: kjelde.kolonne",
          "The activity: source.column"),
      key(
          "need",
          list(Kind.ID),
          "Indikatorer som sier hvor stort behovet er; bare tallene fra før tiltakene brukes",
          "Indikatorar som seier kor stort behovet er; berre tala frå før tiltaka blir brukte",
          "Indicators that tell how large the need is; only their numbers from before the measures are used"),
      key(
          "effects",
          list(Kind.ID),
          "Analysene av effekt som stilles opp mot innsatsen",
          "Analysane av effekt som blir stilte opp mot innsatsen",
          "The analyses of effect that are set against the input"),
      key(
          "groups",
          word(Kind.REFERENCE),
          "Grupper av folk, effekten i hver: kilde.kolonne; kilden har også teller og nevner",
          "Grupper av folk, effekten i kvar: kjelde.kolonne; kjelda har òg teljar og nemnar",
          "Groups of people, the effect in each: source.column; the source has count and population too"),
      key(
          "group-title",
          LOCAL,
          "Hva gruppene er delt inn etter, i ord",
          "Kva gruppene er delte inn etter, i ord",
          "What the groups are made by, in words"),
      key(
          "group-names",
          new MapOf(Kind.TEXT, LOCAL),
          "Navn på gruppene",
          "Namn på gruppene",
          "Names of the groups"),
      key(
          "exclude-other",
          word(Kind.FLAG),
          "La enheter med andre tiltak stå utenfor",
          "La einingar med andre tiltak stå utanfor",
          "Leave out units that adopted another intervention"),
      key(
          "horizon",
          word(Kind.INTEGER),
          "År etter oppstart som teller",
          "År etter oppstart som tel",
          "Years after the start that count"));

  private static final Word COST_UNIT = choice("nok", "1000-nok", "million-nok");

  private static final Key FILE = need("file", word(Kind.PATH), "Fil", "Fil", "File");

  /** A table beside the sources: a file whose columns are named as the roles, or a file and what its columns are named. */
  private static Either register(Key... columns) {
    List<Key> keys = new ArrayList<>(List.of(FILE));
    keys.addAll(List.of(columns));
    return new Either(word(Kind.PATH), new Group(keys, false));
  }

  private static Key column(String role, String nb, String nn, String en) {
    return key(role, word(Kind.TEXT), nb, nn, en);
  }

  private static final Key MEASURE = column(
      "measure",
      "Kolonnen med tiltakets id",
      "Kolonnen med id-en til tiltaket",
      "Column of the id of the intervention");
  private static final Key MONEY_UNIT =
      key("cost-unit", COST_UNIT, "Pengenes enhet", "Eininga til pengane", "The unit of the money");

  static final Either MEASURES = register(
      MEASURE,
      column("cost", "Penger i alt et år", "Pengar i alt eit år", "Money in total in a year"),
      column(
          "cost-per-capita",
          "Penger per person i målgruppen",
          "Pengar per person i målgruppa",
          "Money per person of the target group"),
      MONEY_UNIT);

  static final Either INDICATORS = register(
      column("level", "Nivå", "Nivå", "Level"),
      column(
          "comparison",
          "Ja/nei: om utfallet har en sammenligning",
          "Ja/nei: om utfallet har ei samanlikning",
          "Yes/no: whether the outcome has a comparison"),
      column(
          "cost",
          "Pengene indikatoren følger",
          "Pengane indikatoren følgjer",
          "The money the indicator follows"),
      column("by", "Sektor", "Sektor", "Sector"),
      MONEY_UNIT);

  static final Either DECISIONS = register(
      column("date", "Når det ble vedtatt", "Når det vart vedteke", "When it was decided"),
      column(
          "effect-date",
          "Når effekttallet forelå; tom når det ikke gjør det",
          "Når effekttalet låg føre; tom når det ikkje gjer det",
          "When the effect number was there; blank when it is not"));

  static final Group LEDGER = group(
      FILE,
      MEASURE,
      key(
          "where",
          new MapOf(Kind.TEXT, word(Kind.TEXT)),
          "Bare rader med disse verdiene",
          "Berre rader med desse verdiane",
          "Only rows with these values"),
      column("budget", "Budsjettet til raden", "Budsjettet til rada", "The budget of the row"),
      column("payer", "Det budsjettet betaler", "Det budsjettet betaler", "What it pays"),
      column("gainer", "Det budsjettet tjener", "Det budsjettet tener", "What it gains"),
      column(
          "retained",
          "Andelen det beholder, 0 til 1",
          "Delen det beheld, 0 til 1",
          "The share it keeps, 0 to 1"),
      column(
          "moved-to",
          "Budsjettet som får resten",
          "Budsjettet som får resten",
          "The budget that gets the rest"),
      column("kind", "cost, saving, user-benefit", "cost, saving, user-benefit", "Kind of the row"),
      column(
          "unit-value",
          "Penger per enhet av effekten på én person",
          "Pengar per eining av effekten på éin person",
          "Money per unit of the effect on one person"),
      key(
          "persons",
          word(Kind.NUMBER),
          "Personene kostnaden gjelder",
          "Personane kostnaden gjeld",
          "The persons that the cost is for"),
      MONEY_UNIT,
      key(
          "budgets",
          new MapOf(Kind.ID, LOCAL),
          "Navn på budsjettene",
          "Namn på budsjetta",
          "Names of the budgets"),
      key("discount", word(Kind.TEXT), "Diskontering", "Diskontering", "Discounting"));

  private static final ListOf FORMATS =
      new ListOf(choice("csv", "json", "ndjson", "md", "html", "text", "xlsx", "tex", "parquet"));

  private static final Group OUTPUTS = group(
      need(
          "dir",
          word(Kind.PATH),
          "Mappen det skrives til",
          "Mappa det blir skrive til",
          "Folder that is written"),
      key(
          "previous",
          word(Kind.PATH),
          "results.csv fra forrige rapport: rapporten forteller hva som er endret siden da",
          "results.csv frå førre rapport: rapporten fortel kva som er endra sidan då",
          "results.csv of the last report: reports tell what has been revised since"),
      key(
          "tables",
          new ListOf(group(
              need(
                  "id",
                  word(Kind.ID),
                  "Navn, også på fila",
                  "Namn, også på fila",
                  "Name, also of the file"),
              key("title", LOCAL, "Tittel", "Tittel", "Title"),
              key(
                  "rows",
                  choice("unit", "period", "unit-period", "indicator"),
                  "Rader",
                  "Rader",
                  "Rows"),
              key("cols", list(Kind.ID), "Indikatorer", "Indikatorar", "Indicators"),
              key("to", FORMATS, "Formater", "Format", "Formats"))),
          "Tabeller",
          "Tabellar",
          "Tables"),
      key(
          "charts",
          new ListOf(group(
              need(
                  "id",
                  word(Kind.ID),
                  "Navn, også på fila",
                  "Namn, også på fila",
                  "Name, also of the file"),
              key("title", LOCAL, "Tittel", "Tittel", "Title"),
              key("kind", word(Kind.TEXT), "Slag figur", "Slag figur", "Kind of chart"),
              need(
                  "of",
                  word(Kind.ID),
                  "Indikator eller analyse",
                  "Indikator eller analyse",
                  "Indicator or analysis"),
              key("to", new ListOf(choice("svg", "png", "pdf")), "Formater", "Format", "Formats"))),
          "Figurer",
          "Figurar",
          "Charts"),
      key(
          "reports",
          new ListOf(group(
              need(
                  "id",
                  word(Kind.ID),
                  "Navn, også på fila",
                  "Namn, også på fila",
                  "Name, also of the file"),
              key("title", LOCAL, "Tittel", "Tittel", "Title"),
              key("template", choice("standard"), "Mal", "Mal", "Template"),
              key("each", choice("unit"), "Én for hver", "Ein for kvar", "One for each"),
              key("to", new ListOf(choice("html", "md", "pdf")), "Formater", "Format", "Formats"))),
          "Rapporter",
          "Rapportar",
          "Reports"));

  private static final Group DISCLOSURE = group(
      key(
          "threshold",
          group(
              need(
                  "below",
                  word(Kind.INTEGER),
                  "Skjul antall under",
                  "Skjul tal under",
                  "Hide counts below"),
              key(
                  "zeros",
                  choice("show", "protect"),
                  "Null: vis eller skjul",
                  "Null: vis eller skjul",
                  "Zeros")),
          "Terskel",
          "Terskel",
          "Threshold"),
      key(
          "secondary",
          choice("suppress", "round3", "round5", "none"),
          "Vern av det som kan regnes ut",
          "Vern av det som kan reknast ut",
          "Protection of what could be computed"),
      key(
          "attacker",
          choice("outsider", "contributor"),
          "Hvem det vernes mot",
          "Kven det blir verna mot",
          "Who is guarded against"),
      key(
          "relations",
          new ListOf(group(
              need("of", list(Kind.REFERENCE), "Kolonnene", "Kolonnane", "The columns"),
              need(
                  "sum",
                  new MapOf(Kind.TEXT, list(Kind.CODE)),
                  "Sum og deler",
                  "Sum og delar",
                  "Sum and parts"))),
          "Hva som summerer seg til hva",
          "Kva som summerer seg til kva",
          "What adds up to what"));

  static final Group ROOT = group(
      need(
          "utfall",
          word(Kind.TEXT),
          "Versjon av formatet",
          "Versjon av formatet",
          "Version of this format"),
      key(
          "requires",
          word(Kind.TEXT),
          "Verktøyet som kan lese fila",
          "Verktøyet som kan lese fila",
          "The tool that may read it"),
      need("project", PROJECT, "Prosjektet", "Prosjektet", "The project"),
      key("units", UNITS, "Enheter og koder", "Einingar og kodar", "Units and codes"),
      key("periods", PERIODS, "Perioder", "Periodar", "Periods"),
      key("sources", new MapOf(Kind.ID, SOURCE), "Kilder", "Kjelder", "Sources"),
      key("indicators", new MapOf(Kind.ID, INDICATOR), "Indikatorer", "Indikatorar", "Indicators"),
      key("interventions", new MapOf(Kind.ID, INTERVENTION), "Tiltak", "Tiltak", "Interventions"),
      key(
          "registers",
          group(
              key(
                  "measures",
                  MEASURES,
                  "Tiltaksregister",
                  "Tiltaksregister",
                  "Register of measures"),
              key(
                  "indicators",
                  INDICATORS,
                  "Indikatorregister",
                  "Indikatorregister",
                  "Register of indicators"),
              key("decisions", DECISIONS, "Vedtak", "Vedtak", "Decisions")),
          "Registre",
          "Register",
          "Registers"),
      key(
          "ledger",
          LEDGER,
          "Hvem som betaler og hvem som vinner",
          "Kven som betaler og kven som vinn",
          "Who pays and who gains"),
      key("analyses", new MapOf(Kind.ID, ANALYSIS), "Analyser", "Analysar", "Analyses"),
      key("disclosure", DISCLOSURE, "Personvern", "Personvern", "Disclosure control"),
      key("outputs", OUTPUTS, "Det som skrives", "Det som blir skrive", "What is written"),
      key(
          "limits",
          group(
              key(
                  "max-cell",
                  word(Kind.INTEGER),
                  "Tegn i en celle",
                  "Teikn i ei celle",
                  "Characters in one cell"),
              key("max-columns", word(Kind.INTEGER), "Kolonner", "Kolonnar", "Columns of a table"),
              key(
                  "max-file",
                  word(Kind.SIZE),
                  "Størrelse på en fil",
                  "Storleik på ei fil",
                  "Size of a file"),
              key(
                  "allow-rejects",
                  word(Kind.NUMBER),
                  "Andel rader som kan settes til side",
                  "Del rader som kan setjast til side",
                  "Share of rows that may be set aside")),
          "Grenser",
          "Grenser",
          "Limits"));

  private Schema() {}
}
