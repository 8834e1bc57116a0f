package no.utfall.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import no.utfall.engine.Cells;
import no.utfall.engine.Parquet;
import no.utfall.engine.PersonFile;
import no.utfall.engine.Question;
import no.utfall.engine.Room;
import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Type;
import no.utfall.ingest.Declared;
import no.utfall.ingest.Probe;
import no.utfall.method.Option;
import no.utfall.method.Roles;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Ledger;
import no.utfall.problem.Loaded;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;
import no.utfall.text.Text;
import no.utfall.view.Table;
import org.jspecify.annotations.Nullable;

/** {@code utfall cells FILE}: person rows to cells, in the embedded engine; no row of a person leaves it. */
final class CellsCommand implements Command {

  private static final int PROBE = 1 << 20;

  /** So many bytes tell a packed file and Parquet from text. */
  private static final int MAGIC = 4;

  private static final String CELLS = "cells";
  private static final String INCOME = "income";

  private static final Option COUNT = Option.columns(
      "count",
      Type.COUNT,
      Text.of(
          "Kolonner med 0 og 1, eller med hendelser, som summeres",
          "Kolonnar med 0 og 1, eller med hendingar, som blir summerte",
          "Columns of 0 and 1, or of events, that are summed"));
  private static final Option POPULATION = Option.word(
      "population",
      null,
      Text.of(
          "Kolonnen med personer eller personår; finnes den ikke, er dette navnet på antall rader",
          "Kolonnen med personar eller personår; finst han ikkje, er dette namnet på talet på rader",
          "The column of persons or person-years; if there is none, the name for the number of rows"));
  private static final Option WEIGHT = Option.column(
      "weight",
      Type.SIZE,
      Text.of(
          "Vekt: gir vektede summer ved siden av de uvektede",
          "Vekt: gir vekta summar ved sida av dei uvekta",
          "Weight: gives weighted sums beside the plain ones"));
  private static final Option VALUE = Option.columns(
      "value",
      Type.NUMBER,
      Text.of(
          "Kolonner med tall: sum og kvadratsum",
          "Kolonnar med tal: sum og kvadratsum",
          "Columns of numbers: sum and sum of squares"));
  private static final Option INCOME_COLUMN = Option.column(
      INCOME,
      Type.NUMBER,
      Text.of(
          "Inntekt: som value, og med --table income fordelingen",
          "Inntekt: som value, og med --table income fordelinga",
          "Income: as value, and its distribution with --table income"));
  private static final Option TABLE = Option.choice(
      "table",
      CELLS,
      List.of(CELLS, INCOME),
      Text.of(
          "cells: en rad per celle; income: en rad per inntektsklasse, til poverty",
          "cells: ei rad per celle; income: ei rad per inntektsklasse, til poverty",
          "cells: one row a cell; income: one row a class of income, for poverty"));
  private static final Option STEP = Option.number(
      "income-step",
      "1000",
      Text.of(
          "Bredden på en inntektsklasse",
          "Breidda på ein inntektsklasse",
          "The width of a class of income"));
  private static final Option SMALLEST = Option.integer(
      "smallest-cell",
      "5",
      Text.of(
          "Færre personer enn dette gir en advarsel, og slås sammen i inntektsklasser",
          "Færre personar enn dette gir ei åtvaring, og blir slegne saman i inntektsklasser",
          "Fewer persons than this are warned of, and put together in classes of income"));
  private static final Option REJECTS = Option.integer(
      "allow-rejects",
      "0",
      Text.of(
          "Så mange rader med feil kan legges til side",
          "Så mange rader med feil kan leggjast til side",
          "So many rows with faults may be set aside"));
  private static final Option MEMORY = Option.integer(
      "memory",
      "1024",
      Text.of(
          "Minne til motoren i MiB; det som ikke får plass, skrives til --temp",
          "Minne til motoren i MiB; det som ikkje får plass, blir skrive til --temp",
          "Memory of the engine in MiB; what does not fit is written to --temp"));
  private static final Option TEMP = Option.word(
      "temp",
      null,
      Text.of(
          "Mappe for midlertidige filer, som bare du kan lese, og som slettes etterpå",
          "Mappe for mellombelse filer, som berre du kan lese, og som blir sletta etterpå",
          "Folder for temporary files, which you alone can read and which are removed afterwards"));
  private static final Option EXPLAIN = Option.flag(
      "explain",
      Text.of(
          "Vis SQL-setningen i stedet for å kjøre den",
          "Vis SQL-setninga i staden for å køyre henne",
          "Show the SQL statement instead of running it"));

  /** What can be said of a text too large to be read whole. */
  private static final List<String> DIALECT =
      List.of("encoding", "delimiter", "decimal", "header-line", "missing");

  @Override
  public Usage usage() {
    List<Option> options = new ArrayList<>(List.of(
        Roles.BY,
        COUNT,
        POPULATION,
        WEIGHT,
        VALUE,
        INCOME_COLUMN,
        TABLE,
        STEP,
        SMALLEST,
        REJECTS,
        EXPLAIN,
        ProjectOptions.THREADS,
        MEMORY,
        TEMP,
        Usage.OUTPUT,
        Results.FORMAT,
        Usage.FAIL_ON));
    InputOptions.ALL.stream()
        .filter(option -> DIALECT.contains(option.name()))
        .forEach(options::add);
    return new Usage(
        "cells",
        Text.of(
            "Gjør personrader (CSV eller Parquet, større enn minnet) til celler: antall og summer per gruppe",
            "Gjer personrader (CSV eller Parquet, større enn minnet) til celler: tal og summar per gruppe",
            "Reduce person rows (CSV or Parquet, larger than memory) to cells: counts and sums by group"),
        "FILE",
        1,
        1,
        options,
        List.of(
            "utfall cells register.parquet --by kommune,aar,gruppe --count neet --population persons",
            "utfall cells sample-data/data/panel.csv --by aar --value spending"));
  }

  @Override
  public int run(Call call) throws IOException {
    Question question = question(call);
    String name = call.positionals().get(0);
    Path path = path(name);
    Phases phases = new Phases(call);
    List<Finding> findings = new ArrayList<>();
    PersonFile file = file(call, name, path, findings);
    Private folder = Private.in(call.option("temp"));
    try {
      Room room = new Room(ProjectOptions.threads(call), whole(call, "memory", 64), folder.path());
      if (call.flag("explain")) {
        String sql = Cells.statement(name, path, file, question, room);
        Results.toPlace(call, out -> Main.print(out, sql + "\n"));
        return 0;
      }
      Loaded<Cells> loaded = Cells.of(name, path, file, question, room);
      phases.done("reduce");
      findings.addAll(allowed(call, name, loaded));
      Frame table = loaded.value().table();
      small(call, name, table, question, findings);
      ProjectOptions.say(call, findings);
      say(call, loaded.value().ledger());
      Results.write(call, Table.plain(CELLS, table));
      phases.done("write");
    } finally {
      folder.remove();
    }
    boolean gate = call.option("fail-on", "error").equals("warn")
        && findings.stream().anyMatch(finding -> finding.code().startsWith("W"));
    return gate ? Fault.GATE.exit() : 0;
  }

  private static Path path(String name) {
    if (name.equals("-")) {
      throw Refusal.commandLine(
          "cells reads a file more than once and cannot read standard input",
          "save the rows as a file, and name it");
    }
    Path path = Path.of(name);
    if (!Files.isRegularFile(path)) {
      throw new Refusal(
          Fault.READ_WRITE,
          Finding.error(
              Files.exists(path) ? "E109" : "E110",
              Location.ofFile(name),
              "",
              Files.exists(path) ? "this is not a regular file" : "there is no such file",
              "check the name and the folder you stand in"));
    }
    return path;
  }

  private static Question question(Call call) {
    String income = call.option(INCOME);
    boolean distribution = call.option("table", CELLS).equals(INCOME);
    if (distribution && income == null) {
      throw Refusal.commandLine(
          "the distribution of an income needs --income", "name the column: --income COLUMN");
    }
    String step = call.option("income-step", "");
    double width;
    try {
      width = Double.parseDouble(step);
    } catch (NumberFormatException e) {
      width = Double.NaN;
    }
    if (!(width > 0) || Double.isInfinite(width)) {
      throw Refusal.commandLine(
          "--income-step: '" + step + "' is not a width", "write a number above 0");
    }
    Question question = new Question(
        list(call, "by"),
        distribution ? List.of() : list(call, "count"),
        distribution ? null : call.option("population"),
        call.option("weight"),
        distribution ? List.of() : list(call, "value"),
        income,
        distribution ? new Question.Bins(width, whole(call, "smallest-cell", 1)) : null);
    String twice = question.namedTwice();
    if (twice != null) {
      throw Refusal.commandLine("'" + twice + "' stands in two roles", "name each column once");
    }
    for (String key : question.by()) {
      if (key.equals(Cells.ROWS) || distribution && key.equals("weight")) {
        throw Refusal.commandLine(
            "the cells have a column of their own named '" + key + "'", "rename the column");
      }
    }
    return question;
  }

  private static List<String> list(Call call, String option) {
    String given = call.option(option);
    return given == null ? List.of() : List.of(given.split(","));
  }

  private static int whole(Call call, String option, int least) {
    String given = call.option(option, "");
    if (!given.matches("[0-9]{1,9}") || Integer.parseInt(given) < least) {
      throw Refusal.commandLine(
          "--" + option + ": '" + given + "' is not a whole number from " + least,
          "write a whole number from " + least);
    }
    return Integer.parseInt(given);
  }

  private static PersonFile file(Call call, String name, Path path, List<Finding> findings)
      throws IOException {
    boolean packed;
    byte[] start;
    boolean whole;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
      in.mark(MAGIC);
      byte[] magic = in.readNBytes(MAGIC);
      in.reset();
      if (Parquet.isParquet(magic)) {
        return new PersonFile.OfParquet();
      }
      packed = magic.length > 1 && magic[0] == 0x1f && (magic[1] & 0xff) == 0x8b;
      InputStream text = packed ? new GZIPInputStream(in) : in;
      start = text.readNBytes(PROBE);
      whole = text.read() < 0;
    }
    Declared declared = InputOptions.declared(call, Map.of());
    Loaded<Probe.Dialect> probe = Probe.of(name, start, whole, declared);
    findings.addAll(probe.findings());
    Probe.Dialect dialect = probe.value();
    String encoding = dialect.encoding().toLowerCase(Locale.ROOT);
    if (!List.of("utf-8", "windows-1252", "iso-8859-1").contains(encoding)) {
      throw new Refusal(
          Fault.INPUT_DATA,
          Finding.error(
              "E106",
              Location.ofFile(name),
              "",
              "cells reads UTF-8 and windows-1252, and this is " + dialect.encoding(),
              "save the file as UTF-8"));
    }
    String decimal = call.option("decimal");
    return new PersonFile.OfText(
        dialect.encoding(),
        dialect.delimiter(),
        dialect.headerLine(),
        dialect.columns(),
        decimal == null ? null : decimal.charAt(0),
        declared.missing(),
        packed);
  }

  /** Errors stop the run, unless so few rows are faulty that they may be set aside. */
  private static List<Finding> allowed(Call call, String name, Loaded<Cells> loaded) {
    if (!loaded.hasErrors()) {
      return loaded.findings();
    }
    Ledger ledger = loaded.value().ledger();
    int most = whole(call, "allow-rejects", 0);
    if (loaded.value().faulty() > most) {
      throw new Refusal(Fault.INPUT_DATA, loaded.findings());
    }
    List<Finding> findings = new ArrayList<>(loaded.findings());
    findings.removeIf(Finding::isError);
    String lines = loaded.findings().stream()
        .filter(Finding::isError)
        .limit(12)
        .map(finding -> finding.code() + " on line " + finding.place().line())
        .reduce((a, b) -> a + ", " + b)
        .orElse("");
    findings.add(Finding.warning(
        "W782",
        Location.ofFile(name),
        "",
        loaded.value().faulty() + " of " + ledger.read() + " rows have faults and are set aside: "
            + lines,
        "correct them where the file is made"));
    return findings;
  }

  /** Cells that may tell of single persons; disclosure control is not for this command to carry out. */
  private static void small(
      Call call, String name, Frame table, Question question, List<Finding> findings) {
    int fewest = whole(call, "smallest-cell", 1);
    NumberColumn rows = table.number(Cells.ROWS);
    List<NumberColumn> counts = new ArrayList<>();
    for (Column column : table.columns()) {
      if (question.counts().contains(column.name()) && column instanceof NumberColumn number) {
        counts.add(number);
      }
    }
    int few = 0;
    int telling = 0;
    for (int row = 0; row < table.rows(); row++) {
      few += rows.value(row) < fewest ? 1 : 0;
      boolean tells = false;
      for (NumberColumn count : counts) {
        double others = rows.value(row) - count.value(row);
        tells |= isFew(count.value(row), fewest) || isFew(others, fewest);
      }
      telling += tells && rows.value(row) >= fewest ? 1 : 0;
    }
    if (few + telling > 0) {
      findings.add(Finding.warning(
          "W611",
          Location.ofFile(name),
          "",
          few + " of " + table.rows() + " cells have fewer than " + fewest + " persons, and in "
              + telling + " others a count is that near to nobody or everybody",
          "use fewer or wider groups, or hide them before the table is published"));
    }
  }

  private static boolean isFew(double persons, int fewest) {
    return persons > 0 && persons < fewest;
  }

  private static void say(Call call, Ledger ledger) {
    if (!call.flag("quiet")) {
      call.console()
          .err()
          .println(
              ledger.file() + ": " + ledger.read() + " rows read = " + ledger.used() + " used + "
                  + ledger.suppressed() + " suppressed + " + ledger.duplicated() + " duplicated + "
                  + ledger.setAside() + " set aside + " + ledger.unknownUnit() + " unknown unit");
    }
  }

  /** A folder that is removed when the command ends, also when it is interrupted. */
  private record Private(Path path, Thread hook) {

    static Private in(@Nullable String parent) throws IOException {
      Path path = parent == null
          ? Files.createTempDirectory("utfall-")
          : Files.createTempDirectory(Path.of(parent), "utfall-");
      Thread hook = new Thread(() -> delete(path));
      Runtime.getRuntime().addShutdownHook(hook);
      return new Private(path, hook);
    }

    void remove() {
      delete(path);
      Runtime.getRuntime().removeShutdownHook(hook);
    }

    private static void delete(Path folder) {
      try (Stream<Path> inside = Files.walk(folder)) {
        List<Path> paths = inside.toList();
        for (int i = paths.size() - 1; i >= 0; i--) {
          Files.deleteIfExists(paths.get(i));
        }
      } catch (IOException e) {
        // an interrupted run can no longer say so; the next one is not hindered
      }
    }
  }
}
