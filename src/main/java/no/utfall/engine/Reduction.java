package no.utfall.engine;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.utfall.engine.CellsSql.Term;
import no.utfall.engine.Question.Measure;
import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.problem.Codes;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Ledger;
import no.utfall.problem.Loaded;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;
import no.utfall.text.Nearest;

/** One file and one question: the statement is made, run, and its result turned into a table and findings. */
final class Reduction {

  /** So many faults are named one by one. */
  private static final int NAMED = 1_000;

  private final String name;
  private final Path path;
  private final PersonFile file;
  private final Question question;
  private final List<Finding> findings = new ArrayList<>();

  Reduction(String name, Path path, PersonFile file, Question question) {
    this.name = name;
    this.path = path;
    this.file = file;
    this.question = question;
  }

  /** The statement, what it reads from, and the columns it sums. */
  private record Prepared(CellsSql sql, CellsSql.Source source, List<Measure> measures) {}

  Loaded<Cells> cells(Room room) {
    try (Engine engine = Engine.open(room, path)) {
      Prepared prepared = prepared(engine, engine.input());
      Sums sums =
          engine.query(prepared.sql().statement(prepared.source()), rows -> sums(prepared, rows));
      long unreadable = file instanceof PersonFile.OfText ? unreadable(engine) : 0;
      faults(engine, prepared, sums, unreadable);
      marks(prepared.measures(), sums);
      left(prepared.measures(), sums);
      Ledger ledger = new Ledger(
          name,
          sums.read + unreadable,
          sums.used,
          sums.hidden,
          0,
          sums.read + unreadable - sums.used - sums.hidden,
          0,
          0,
          0);
      return new Loaded<>(
          new Cells(table(prepared.sql(), sums), ledger, sums.bad + unreadable), findings);
    } catch (SQLException | IOException e) {
      throw refused(e);
    }
  }

  String statement(Room room) {
    try (Engine engine = Engine.open(room, path)) {
      Prepared prepared = prepared(engine, engine.input());
      return prepared.sql().statement(prepared.source()).replace(engine.input(), "'input'");
    } catch (SQLException e) {
      throw refused(e);
    }
  }

  /** What the engine says can hold a row of the file, so it is not handed on. */
  private Refusal refused(Exception e) {
    String said = Engine.firstLine(e);
    if (said.startsWith("Out of Memory")) {
      return new Refusal(
          Fault.READ_WRITE,
          Finding.error(
              "E123",
              Location.ofFile(name),
              "",
              "the groups do not fit into the memory of the engine",
              "give it more with --memory, or ask for fewer groups"));
    }
    if (said.contains("not latin-1")) {
      return new Refusal(
          Fault.INPUT_DATA,
          Finding.error(
              "E106",
              Location.ofFile(name),
              "",
              "the file has characters of windows-1252 that the engine does not read, such as € and –",
              "save the file as UTF-8:  iconv -f windows-1252 -t utf-8"));
    }
    boolean parquet = file instanceof PersonFile.OfParquet;
    int end = said.indexOf(':');
    return new Refusal(
        Fault.INPUT_DATA,
        Finding.error(
            parquet ? "E119" : "E107",
            Location.ofFile(name),
            "",
            "the file is damaged or not understood ("
                + (end < 0 ? e.getClass().getSimpleName() : said.substring(0, end)) + ")",
            parquet ? "fetch or write it again" : "utfall check says more of smaller files"));
  }

  // --- what is asked of which columns

  private Prepared prepared(Engine engine, String input) throws SQLException {
    return file instanceof PersonFile.OfText text
        ? ofText(text, input)
        : ofParquet(Parquet.source(input, false), engine);
  }

  private Prepared ofText(PersonFile.OfText text, String input) {
    Map<String, Integer> fields = new HashMap<>();
    List<String> types = new ArrayList<>();
    for (int i = 0; i < text.columns().size(); i++) {
      types.add("'c" + i + "': 'VARCHAR'");
      if (!text.columns().get(i).isEmpty()) {
        fields.put(text.columns().get(i), i);
      }
    }
    List<Measure> measures = measures(text.columns());
    List<CellsSql.Cell> cells = measures.stream()
        .map(measure -> CellsSql.text(
            "c" + fields.get(measure.column()), measure.type(), text.decimal(), text.missing()))
        .toList();
    List<String> keys = question.by().stream()
        .map(key -> "trim(coalesce(c" + fields.get(key) + ", ''))")
        .toList();
    boolean latin = !text.encoding().equals("UTF-8");
    String from = "read_csv(" + input
        + ", auto_detect = false, header = false, skip = " + text.headerLine()
        + ", delim = " + Engine.text(String.valueOf(text.delimiter()))
        + ", quote = '\"', escape = '\"', strict_mode = true, store_rejects = true, rejects_limit = 0"
        + ", encoding = '" + (latin ? "latin-1" : "utf-8") + "'"
        + ", compression = '" + (text.isPacked() ? "gzip" : "none") + "'"
        + ", columns = {" + String.join(", ", types) + "})";
    return prepared(measures, new CellsSql.Source(from, keys, cells));
  }

  private Prepared ofParquet(String source, Engine engine) throws SQLException {
    Map<String, ColumnType> held = new HashMap<>();
    List<String> names = new ArrayList<>();
    List<String[]> columns = engine.query("DESCRIBE SELECT * FROM " + source, Parquet::columns);
    for (String[] column : columns) {
      held.put(column[0], ColumnType.of(column[1]));
      names.add(column[0]);
    }
    List<Measure> measures = measures(names);
    List<CellsSql.Cell> cells = new ArrayList<>();
    for (Measure measure : measures) {
      cells.add(cell(measure, held.getOrDefault(measure.column(), ColumnType.NESTED)));
    }
    List<String> keys = new ArrayList<>();
    for (String key : question.by()) {
      ColumnType type = held.getOrDefault(key, ColumnType.NESTED);
      if (type == ColumnType.NESTED) {
        throw notThat(key, "lists or records, which name no cell");
      }
      keys.add("trim(coalesce(" + type.text(Engine.name(key), false) + ", ''))");
    }
    shortened(engine, source, held);
    return prepared(measures, new CellsSql.Source(source, keys, cells));
  }

  private CellsSql.Cell cell(Measure measure, ColumnType held) {
    String column = Engine.name(measure.column());
    return switch (held) {
      case TEXT -> CellsSql.text(column, measure.type(), null, List.of());
      case WHOLE, FLOATING, DECIMAL, TRUTH -> CellsSql.number(column, held, measure.type());
      default -> throw notThat(measure.column(), "no numbers");
    };
  }

  private Prepared prepared(List<Measure> measures, CellsSql.Source source) {
    return new Prepared(new CellsSql(question, measures), source, measures);
  }

  /** The columns to sum, after every column named was found. */
  private List<Measure> measures(List<String> columns) {
    List<Finding> lacking = new ArrayList<>();
    String population = question.population();
    for (String named : new LinkedHashSet<>(question.named())) {
      Optional<String> near = Nearest.to(named, columns);
      if (columns.contains(named)) {
        continue;
      }
      if (named.equals(population) && near.isEmpty()) {
        findings.add(Finding.note(
            "N610",
            Location.ofFile(name),
            named,
            "there is no column '" + named
                + "': each row is one person, and the rows are counted under that name",
            "name the column of persons or person-years if there is one"));
        continue;
      }
      lacking.add(Finding.error(
          "E304",
          Location.ofFile(name),
          named,
          "column '" + named + "' not found"
              + near.map(n -> "; did you mean '" + n + "'?").orElse(""),
          "the columns are: " + shortened(String.join(", ", columns))));
    }
    if (!lacking.isEmpty()) {
      throw new Refusal(Fault.INPUT_DATA, lacking);
    }
    return question.measures(Set.copyOf(columns));
  }

  private static String shortened(String text) {
    return text.length() <= 200 ? text : text.substring(0, 200) + "…";
  }

  private Refusal notThat(String column, String what) {
    return new Refusal(
        Fault.INPUT_DATA,
        Finding.error(
            "E408",
            Location.ofFile(name),
            column,
            "column '" + column + "' of the Parquet file holds " + what,
            "write it as text or numbers where the file is made"));
  }

  private void shortened(Engine engine, String source, Map<String, ColumnType> held)
      throws SQLException {
    List<String> whole =
        question.by().stream().filter(key -> held.get(key) == ColumnType.WHOLE).toList();
    for (Parquet.Shortened column : Parquet.shortened(engine, source, whole)) {
      findings.add(column.finding(name));
    }
  }

  // --- what the statement gave

  /** The result of the statement, as it comes; one entry of each list a group. */
  private static final class Sums {
    final List<String[]> keys = new ArrayList<>();
    final List<Long> bins = new ArrayList<>();
    final List<Long> rows = new ArrayList<>();
    final List<double[]> terms = new ArrayList<>();
    final long[][] states;
    final long[][] marks;
    long read;
    long used;
    long hidden;
    long bad;
    long nameless;

    Sums(int measures) {
      states = new long[measures][3];
      marks = new long[measures][4];
    }
  }

  private Sums sums(Prepared prepared, ResultSet rows) throws SQLException {
    int keys = question.by().size();
    boolean bins = question.bins() != null;
    Sums sums = new Sums(prepared.measures().size());
    while (rows.next()) {
      int at = keys + (bins ? 1 : 0);
      long read = rows.getLong(at + 1);
      long used = rows.getLong(at + 2);
      sums.read += read;
      sums.used += used;
      sums.hidden += rows.getLong(at + 3);
      sums.bad += rows.getLong(at + 4);
      at += 4;
      for (int i = 0; i < prepared.measures().size(); i++) {
        for (int state = 0; state < 3; state++) {
          sums.states[i][state] += rows.getLong(++at);
        }
        for (int mark = 0; mark < 4; mark++) {
          sums.marks[i][mark] += rows.getLong(++at);
        }
      }
      String[] names = new String[keys];
      boolean named = true;
      for (int k = 0; k < keys; k++) {
        names[k] = rows.getString(k + 1);
        named &= !names[k].isEmpty();
      }
      sums.nameless += named ? 0 : read;
      if (used > 0) {
        sums.keys.add(names);
        sums.rows.add(used);
        sums.bins.add(bins ? rows.getLong(keys + 1) : 0L);
        sums.terms.add(terms(prepared.sql().terms(), rows, at));
      }
    }
    return sums;
  }

  private static double[] terms(List<Term> terms, ResultSet rows, int before) throws SQLException {
    double[] totals = new double[terms.size()];
    int at = before;
    for (int t = 0; t < totals.length; t++) {
      BigInteger[] limbs = new BigInteger[terms.get(t).columns()];
      for (int limb = 0; limb < limbs.length; limb++) {
        BigDecimal sum = rows.getBigDecimal(++at);
        limbs[limb] = sum == null ? BigInteger.ZERO : sum.toBigInteger();
      }
      totals[t] = terms.get(t).total(limbs);
    }
    return totals;
  }

  private Frame table(CellsSql sql, Sums sums) {
    return question.bins() == null ? cellTable(sql, sums) : binTable(question.bins(), sums);
  }

  private Frame cellTable(CellsSql sql, Sums sums) {
    List<Column> columns = keyColumns(sums.keys);
    NumberColumn.Builder rows = NumberColumn.builder(Cells.ROWS);
    sums.rows.forEach(rows::add);
    NumberColumn counted = rows.build();
    columns.add(counted);
    String population = question.population();
    if (population != null
        && sql.terms().stream().noneMatch(term -> term.name().equals(population))) {
      columns.add(counted.named(population));
    }
    for (int t = 0; t < sql.terms().size(); t++) {
      NumberColumn.Builder column = NumberColumn.builder(sql.terms().get(t).name());
      for (double[] terms : sums.terms) {
        column.add(terms[t]);
      }
      columns.add(column.build());
    }
    return Frame.of(columns).sorted(question.by());
  }

  private List<Column> keyColumns(List<String[]> keys) {
    List<Column> columns = new ArrayList<>();
    for (int k = 0; k < question.by().size(); k++) {
      TextColumn.Builder column = TextColumn.builder(question.by().get(k));
      for (String[] names : keys) {
        column.add(names[k]);
      }
      columns.add(column.build());
    }
    return columns;
  }

  /** Classes of income from the lowest up, each taken together with the next until it has enough persons. */
  private Frame binTable(Question.Bins bins, Sums sums) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < sums.keys.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparing(sums.bins::get));
    Map<List<String>, List<Integer>> cells = new LinkedHashMap<>();
    for (int i : order) {
      cells.computeIfAbsent(List.of(sums.keys.get(i)), key -> new ArrayList<>()).add(i);
    }
    boolean weighted = question.weight() != null;
    List<String[]> keys = new ArrayList<>();
    List<double[]> classes = new ArrayList<>();
    int weightless = 0;
    for (Map.Entry<List<String>, List<Integer>> cell : cells.entrySet()) {
      List<double[]> own = new ArrayList<>();
      double[] open = new double[3];
      for (int i : cell.getValue()) {
        double[] terms = sums.terms.get(i);
        add(open, sums.rows.get(i), terms[0], weighted ? terms[1] : sums.rows.get(i));
        if (open[0] >= bins.fewest() && open[2] > 0) {
          own.add(open);
          open = new double[3];
        }
      }
      if (open[0] > 0 && !own.isEmpty()) {
        add(own.get(own.size() - 1), open[0], open[1], open[2]);
      } else if (open[2] > 0) {
        own.add(open);
      } else if (own.isEmpty()) {
        weightless++;
      }
      for (double[] one : own) {
        keys.add(cell.getKey().toArray(String[]::new));
        classes.add(one);
      }
    }
    if (weightless > 0) {
      findings.add(Finding.warning(
          "W604",
          Location.ofFile(name),
          "",
          weightless + " cells have weights that sum to 0, and no distribution",
          "check the column of weights"));
    }
    List<Column> columns = keyColumns(keys);
    NumberColumn.Builder income = NumberColumn.builder(String.valueOf(question.income()));
    NumberColumn.Builder weight =
        NumberColumn.builder(question.weight() == null ? "weight" : question.weight());
    NumberColumn.Builder rows = NumberColumn.builder(Cells.ROWS);
    for (double[] one : classes) {
      income.add(one[1] / one[2]);
      weight.add(one[2]);
      rows.add(one[0]);
    }
    columns.add(income.build());
    columns.add(weight.build());
    columns.add(rows.build());
    return Frame.of(columns).sorted(question.by());
  }

  private static void add(double[] to, double rows, double income, double weight) {
    to[0] += rows;
    to[1] += income;
    to[2] += weight;
  }

  // --- what is wrong, and what is left out

  /** Rows that could not be put into columns. */
  private static long unreadable(Engine engine) throws SQLException {
    return engine.query("SELECT count(DISTINCT line) FROM reject_errors", rows -> {
      rows.next();
      return rows.getLong(1);
    });
  }

  private void faults(Engine engine, Prepared prepared, Sums sums, long unreadable)
      throws SQLException, IOException {
    long faults = sums.bad + unreadable;
    if (faults == 0) {
      return;
    }
    List<Finding> named = file instanceof PersonFile.OfText text
        ? new PersonLines(name, path, text, prepared.measures()).faults(NAMED)
        : badRows(engine, prepared);
    findings.addAll(named);
    if (named.isEmpty()) {
      findings.add(Finding.error(
          "E202",
          Location.ofFile(name),
          "",
          faults + " rows cannot be put into columns",
          "utfall check says more of smaller files"));
    } else if (faults > named.size()) {
      findings.add(Finding.note(
          "N113",
          Location.ofFile(name),
          "",
          faults + " rows with faults in all; " + named.size() + " faults are listed",
          "mend these first and run again"));
    }
  }

  private List<Finding> badRows(Engine engine, Prepared prepared) throws SQLException {
    CellsSql.Source numbered = new CellsSql.Source(
        Parquet.source(engine.input(), true),
        prepared.source().keys(),
        prepared.source().cells());
    List<Measure> measures = prepared.measures();
    return engine.query(prepared.sql().badRows(numbered, "file_row_number", NAMED), rows -> {
      List<Finding> found = new ArrayList<>();
      while (rows.next()) {
        int line = (int) Math.min(Integer.MAX_VALUE, rows.getLong(1) + 2);
        for (int i = 0; i < measures.size() && found.size() < NAMED; i++) {
          if (rows.getInt(2 * i + 2) == CellsSql.BAD) {
            String cell = rows.getString(2 * i + 3);
            found.add(BadCell.finding(
                new Location(name, line, 0, 0), measures.get(i), cell == null ? "" : cell));
          }
        }
      }
      return found;
    });
  }

  /** Points and commas must mean one thing in a column, and something else shows which when a cell does not. */
  private void marks(List<Measure> measures, Sums sums) {
    boolean commas = false;
    boolean points = false;
    for (long[] marks : sums.marks) {
      commas |= marks[0] > 0;
      points |= marks[1] > 0;
    }
    for (int i = 0; i < measures.size(); i++) {
      long[] marks = sums.marks[i];
      String column = measures.get(i).column();
      boolean comma = marks[0] + marks[2] > 0;
      boolean point = marks[1] + marks[3] > 0;
      boolean certain = marks[0] + marks[1] > 0;
      if (comma && point || comma && !certain && points || point && !certain && commas) {
        throw new Refusal(
            Fault.INPUT_DATA,
            Finding.error(
                "E401",
                Location.ofFile(name),
                column,
                "column '" + column + "' has numbers with a decimal comma and others with a point",
                "write them alike, and without separators of thousands, where the file is made"));
      }
      if ((comma || point) && !certain && !commas && !points) {
        String mark = comma ? "," : ".";
        throw new Refusal(
            Fault.INPUT_DATA,
            Finding.error(
                "E402",
                Location.ofFile(name),
                column,
                "column '" + column + "' has " + (marks[2] + marks[3])
                    + " numbers with one '" + mark
                    + "' before three digits, and nothing shows whether it is a decimal mark",
                "say  --decimal " + mark + "  if it is; without separators of thousands if not"));
      }
    }
  }

  /** Rows that no fault keeps out, but a number that is not there. */
  private void left(List<Measure> measures, Sums sums) {
    if (sums.nameless > 0) {
      findings.add(set(sums.nameless, "a blank cell in " + String.join(", ", question.by())));
    }
    for (int i = 0; i < measures.size(); i++) {
      String column = measures.get(i).column();
      if (sums.states[i][0] > 0) {
        findings.add(set(sums.states[i][0], "no number in " + column));
      }
      if (sums.states[i][1] > 0) {
        findings.add(set(sums.states[i][1], "a hidden number in " + column));
      }
    }
  }

  private Finding set(long rows, String why) {
    return new Finding(
        "W782",
        Codes.severity("W782"),
        Location.ofFile(name),
        "",
        "",
        rows
            + (rows == 1 ? " row with " : " rows with ")
            + why
            + (rows == 1 ? " is set aside" : " are set aside"),
        "a row counts when its keys and every column named are known");
  }
}
