package no.utfall.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.utfall.figure.Frame;
import no.utfall.figure.Type;
import no.utfall.ingest.Declared;
import no.utfall.ingest.Ingest;
import no.utfall.ingest.Input;
import no.utfall.ingest.Limits;
import no.utfall.ingest.Reading;
import no.utfall.method.Card;
import no.utfall.method.Method;
import no.utfall.method.Option;
import no.utfall.method.Result;
import no.utfall.method.Settings;
import no.utfall.method.Tidy;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Loaded;
import no.utfall.problem.Refusal;
import no.utfall.problem.Severity;
import no.utfall.render.Charts;
import no.utfall.text.Language;
import no.utfall.text.Nearest;
import no.utfall.text.Text;
import no.utfall.view.Chart;

/** Any method of the catalog on a plain file: its options come from its card. */
final class MethodCommand implements Command {

  private static final Option TABLE = Option.word(
      "table",
      null,
      Text.of(
          "En annen tabell av samme resultat",
          "Ein annan tabell av same resultat",
          "A second table of the same result"));
  private static final Option CHART = Option.word(
      "chart",
      null,
      Text.of(
          "Tegn resultatet i denne filen (.svg, .png)",
          "Teikn resultatet i denne fila (.svg, .png)",
          "Draw the result in this file (.svg, .png)"));

  private static final Option EXPLAIN = Option.word(
      "explain",
      null,
      Text.of(
          "Vis regnestykket for denne nøkkelen (cellene i --by med komma; all når det ikke er noen)",
          "Vis reknestykket for denne nøkkelen (cellene i --by med komma; all når det ikkje er nokon)",
          "Show the arithmetic of this key (the cells of --by with commas; all when there are none)"));

  private static final Option MEASURE = Option.word(
      "measure",
      null,
      Text.of(
          "Målet som skal leses når filen er et resultat av utfall med flere mål",
          "Målet som skal lesast når fila er eit resultat av utfall med fleire mål",
          "The measure to read when the file is a result of utfall with several"));

  /** Findings of single cells: no number, no finite number, below zero, or with decimals where they count something. */
  private static final Set<String> OF_ONE_CELL = Set.of("E408", "E409", "E601", "E602");

  private final Method method;

  MethodCommand(Method method) {
    this.method = method;
  }

  @Override
  public Usage usage() {
    Card card = method.card();
    List<Option> options = new ArrayList<>(card.options());
    options.addAll(
        List.of(MEASURE, TABLE, CHART, EXPLAIN, Usage.OUTPUT, Results.FORMAT, Usage.FAIL_ON));
    options.addAll(InputOptions.ALL);
    int files = card.option(TwoFiles.OTHER).isPresent() ? 2 : 1;
    return new Usage(card.id(), card.question(), "FILE", 1, files, options, card.example());
  }

  @Override
  public int run(Call call) throws IOException {
    Card card = method.card();
    Map<String, String> given = new LinkedHashMap<>();
    for (Option option : card.options()) {
      String value = call.typed(option.name());
      if (value != null) {
        given.put(option.name(), value);
      }
    }
    boolean two = call.positionals().size() == 2;
    if (two) {
      given.put(TwoFiles.OTHER, TwoFiles.OTHER);
    }
    Settings settings = Settings.of(card, given);
    Phases phases = new Phases(call);
    List<Finding> findings = new ArrayList<>();
    Map<String, Type> columns = new LinkedHashMap<>(settings.columns());
    if (two) {
      columns.remove(TwoFiles.OTHER);
    }
    Frame data = read(call, call.positionals().get(0), columns, findings);
    data = ResultRows.of(data, columns, call.option("measure"));
    if (two) {
      Frame second = ResultRows.of(
          read(call, call.positionals().get(1), columns, findings),
          columns,
          call.option("measure"));
      data = TwoFiles.joined(data, second, settings.list("key"), settings.text("value"), findings);
    }
    settings = withTables(call, settings, findings);
    phases.done("read");
    settings.checkColumns(data);
    Result result = applied(data, settings, findings);
    phases.done("compute");
    findings.addAll(result.findings());
    ProjectOptions.say(call, findings);
    draw(call, result);
    String key = call.option("explain");
    if (key == null) {
      Results.write(call, Tidy.table(card.title(), card.id(), chosen(call, result)));
    } else {
      explain(call, result, key);
    }
    phases.done("write");
    read(call, result);
    boolean failed = findings.stream().anyMatch(Finding::isError);
    if (failed && !call.option("fail-on", "error").equals("never")) {
      return Fault.INPUT_DATA.exit();
    }
    boolean warned = findings.stream().anyMatch(finding -> finding.severity() == Severity.WARNING);
    return warned && call.option("fail-on", "error").equals("warn") ? Fault.GATE.exit() : 0;
  }

  /** When nothing can be estimated, what was found while reading is often why: it is told as well. */
  private Result applied(Frame data, Settings settings, List<Finding> ofReading) {
    try {
      return method.apply(data, settings);
    } catch (Refusal refusal) {
      if (refusal.fault() == Fault.COMMAND_LINE) {
        throw refusal;
      }
      List<Finding> all = new ArrayList<>(ofReading);
      all.addAll(refusal.findings());
      boolean badData = ofReading.stream().anyMatch(Finding::isError);
      throw new Refusal(
          badData && refusal.fault() == Fault.ANALYSIS ? Fault.INPUT_DATA : refusal.fault(), all);
    }
  }

  private static Frame read(
      Call call, String file, Map<String, Type> columns, List<Finding> findings)
      throws IOException {
    Input input = InputOptions.input(file, call.console());
    Declared declared = InputOptions.declared(call, columns);
    Loaded<Reading> loaded = ResultRows.areOf(columns)
        ? Ingest.read(input, declared, Limits.DEFAULT)
        : Ingest.readDeclared(input, declared, Limits.DEFAULT);
    if (loaded.findings().stream().anyMatch(MethodCommand::stops)) {
      throw new Refusal(Fault.INPUT_DATA, loaded.findings());
    }
    findings.addAll(loaded.findings());
    return loaded.value().frame();
  }

  /** A cell that is no number, or one that cannot be true, is missing: it stops its own group, and not the others. */
  private static boolean stops(Finding finding) {
    return finding.isError() && !OF_ONE_CELL.contains(finding.code());
  }

  /** The files that options name. */
  private Settings withTables(Call call, Settings settings, List<Finding> findings)
      throws IOException {
    Settings all = settings;
    for (Map.Entry<String, Map<String, Type>> file : method.files().entrySet()) {
      String name = file.getKey();
      String value = settings.textOrNull(name);
      if (value != null
          && method.card().option(name).filter(o -> o.choices().contains(value)).isEmpty()
          && settings.column(name).isEmpty()) {
        Frame table = read(call, value, file.getValue(), findings);
        for (String column : file.getValue().keySet()) {
          if (!table.has(column)) {
            throw Refusal.commandLine(
                "--" + name + ": there is no column '" + column + "' in " + value,
                "the file needs the columns "
                    + String.join(", ", file.getValue().keySet()));
          }
        }
        all = all.with(name, table);
      }
    }
    return all;
  }

  private void explain(Call call, Result result, String key) throws IOException {
    List<Text> lines = result.explain(key).orElseThrow(() -> noKey(result.tidy(), key));
    Results.toPlace(call, out -> {
      for (Text line : lines) {
        Main.print(out, line.in(call.language()) + "\n");
      }
    });
  }

  private Refusal noKey(Frame tidy, String key) {
    List<String> columns = tidy.names().subList(0, tidy.names().indexOf("measure"));
    Set<String> keys = new LinkedHashSet<>();
    for (int row = 0; row < tidy.rows(); row++) {
      int at = row;
      keys.add(columns.stream()
          .map(column -> tidy.text(column).get(at))
          .collect(Collectors.joining(",")));
    }
    if (keys.contains(key) || (columns.isEmpty() && key.equals("all"))) {
      return Refusal.commandLine(
          method.card().id() + " does not show the arithmetic of '" + key + "'",
          "utfall explain " + method.card().id() + "  gives the formula");
    }
    String fix = columns.isEmpty()
        ? "there are no keys: write --explain all"
        : Nearest.to(key, keys)
            .map(near -> "did you mean --explain '" + near + "'?")
            .orElse("write the cells of " + String.join(",", columns) + " with commas");
    return Refusal.commandLine("this result has no key '" + key + "'", fix);
  }

  private Frame chosen(Call call, Result result) {
    String name = call.option("table");
    if (name == null) {
      return result.tidy();
    }
    Frame table = result.tables().get(name);
    if (table == null) {
      String fix = Nearest.to(name, result.tables().keySet())
          .map(near -> "did you mean --table " + near + "?")
          .orElse("one of: " + String.join(" ", result.tables().keySet()));
      throw Refusal.commandLine("this result has no table '" + name + "'", fix);
    }
    return table;
  }

  private static void draw(Call call, Result result) throws IOException {
    String file = call.option("chart");
    if (file == null) {
      return;
    }
    if (result.charts().isEmpty()) {
      throw Refusal.commandLine(
          "this result has no chart", "leave --chart out, or ask for fewer keys with --by");
    }
    Chart chart = result.charts().get(0);
    Language language = call.language();
    Results.replace(
        Path.of(file),
        file.endsWith(".png") ? Charts.png(chart, language) : Charts.svg(chart, language));
  }

  /** What may be concluded, in plain words, for a person at a terminal or with {@code -v}. */
  private static void read(Call call, Result result) {
    if (!call.flag("quiet") && (call.console().outIsTerminal() || call.flag("verbose"))) {
      for (Text sentence : result.reading()) {
        call.console().err().println(sentence.in(call.language()));
      }
    }
  }
}
