package no.utfall.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import no.utfall.CommandLine.Outcome;
import no.utfall.InProcess;
import no.utfall.figure.Frame;
import no.utfall.figure.Groups;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Type;
import no.utfall.ingest.Declared;
import no.utfall.ingest.Ingest;
import no.utfall.ingest.Input;
import no.utfall.ingest.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellsTest {

  private static final List<String> ASKED = List.of(
      "--by",
      "kommune,gruppe",
      "--count",
      "neet",
      "--population",
      "aarsverk",
      "--weight",
      "vekt",
      "--value",
      "poeng");

  @TempDir
  Path folder;

  private Outcome run(String file, List<String> options) {
    return new InProcess()
        .run(folder, Stream.concat(Stream.of("cells", file), options.stream()).toList());
  }

  private Outcome run(String file, String... options) {
    return run(file, List.of(options));
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private static Frame read(String file, byte[] bytes, Map<String, Type> types) {
    return Ingest.read(
            new Input.OfBytes(file, bytes), Declared.nothing().withTypes(types), Limits.DEFAULT)
        .value()
        .frame();
  }

  private static Frame table(Outcome outcome, String... numbers) {
    assertEquals(0, outcome.exit(), outcome.err());
    Map<String, Type> types = new java.util.HashMap<>();
    Arrays.stream(numbers).forEach(name -> types.put(name, Type.NUMBER));
    return read("out", outcome.out().getBytes(StandardCharsets.UTF_8), types);
  }

  private static String persons(int rows) {
    Random random = new Random(20240229);
    StringBuilder csv = new StringBuilder("id;kommune;gruppe;neet;aarsverk;vekt;poeng\n");
    for (int i = 0; i < rows; i++) {
      String group = List.of("ung", "\"ung; ufør\"", "\"to\nlinjer\"", "\"sitat \"\"x\"\"\"")
          .get(random.nextInt(4));
      csv.append(i)
          .append(';')
          .append(List.of("0301", "301", "1103", "4601").get(random.nextInt(4)))
          .append(';')
          .append(group)
          .append(';')
          .append(random.nextInt(10) == 0 ? "" : random.nextInt(2))
          .append(';')
          .append(random.nextInt(1000) / 1000.0)
          .append(';')
          .append(random.nextInt(30) == 0 ? ":" : Double.toString(random.nextDouble()))
          .append(';')
          .append(
              random.nextInt(30) == 0
                  ? ".."
                  : BigDecimal.valueOf(1e6 * random.nextGaussian()).toPlainString())
          .append('\n');
    }
    return csv.toString();
  }

  /** The same sums, from the rows as every other command reads them, in exact arithmetic. */
  private static String slow(String csv) {
    Frame frame = read(
        "twin",
        csv.getBytes(StandardCharsets.UTF_8),
        Map.of("neet", Type.COUNT, "aarsverk", Type.SIZE, "vekt", Type.SIZE, "poeng", Type.NUMBER));
    List<String> measures = List.of("neet", "aarsverk", "vekt", "poeng");
    int[] whole = java.util.stream.IntStream.range(0, frame.rows())
        .filter(row -> measures.stream().allMatch(name -> frame.number(name).isKnown(row)))
        .toArray();
    Frame used = frame.rows(whole);
    Groups groups = used.groups(List.of("kommune", "gruppe"));
    StringBuilder out = new StringBuilder();
    for (int[] rows : groups.rows()) {
      BigDecimal[] sums = new BigDecimal[9];
      Arrays.fill(sums, BigDecimal.ZERO);
      for (int row : rows) {
        double[] v =
            measures.stream().mapToDouble(name -> used.number(name).value(row)).toArray();
        double[] terms = {
          v[0], v[2] * v[0], v[1], v[2] * v[1], v[2], v[2] * v[2], v[3], v[3] * v[3], v[2] * v[3]
        };
        for (int t = 0; t < terms.length; t++) {
          sums[t] = sums[t].add(new BigDecimal(terms[t]));
        }
      }
      out.append(used.text("kommune").get(rows[0]))
          .append('|')
          .append(used.text("gruppe").get(rows[0]))
          .append('|')
          .append(rows.length);
      for (BigDecimal sum : sums) {
        out.append('|').append(sum.doubleValue());
      }
      out.append('\n');
    }
    return out.toString();
  }

  private static String fast(Outcome outcome) {
    String[] numbers = {
      "rows",
      "neet",
      "neet_weighted",
      "aarsverk",
      "aarsverk_weighted",
      "vekt",
      "vekt_squares",
      "poeng_sum",
      "poeng_squares",
      "poeng_weighted"
    };
    Frame frame = table(outcome, numbers);
    StringBuilder out = new StringBuilder();
    for (int row = 0; row < frame.rows(); row++) {
      out.append(frame.text("kommune").get(row))
          .append('|')
          .append(frame.text("gruppe").get(row))
          .append('|')
          .append((int) frame.number("rows").value(row));
      for (int i = 1; i < numbers.length; i++) {
        out.append('|').append(frame.number(numbers[i]).value(row));
      }
      out.append('\n');
    }
    return out.toString();
  }

  @Test
  void cellsAreWhatTheRowsGive() throws IOException, SQLException {
    String csv = persons(4_000);
    write("a.csv", csv);
    Outcome text = run("a.csv", ASKED);
    assertEquals(slow(csv), fast(text));

    // the same rows as Parquet, typed as a program would
    try (Engine engine = Engine.open(Room.standard(), folder.resolve("a.csv"))) {
      Path made = engine.own("made");
      engine.run(
          "COPY (SELECT kommune, gruppe, TRY_CAST(trim(neet) AS TINYINT) AS neet, CAST(trim(aarsverk) AS DECIMAL(9,3))"
              + " AS aarsverk, TRY_CAST(trim(vekt) AS DOUBLE) AS vekt, TRY_CAST(trim(poeng) AS DOUBLE) AS poeng FROM read_csv("
              + engine.input() + ", header = true, delim = ';', all_varchar = true)) TO "
              + Engine.text(made.toString()) + " (FORMAT parquet)");
      Files.copy(made, folder.resolve("a.parquet"));
    }
    assertEquals(text.out(), run("a.parquet", ASKED).out());
  }

  @Test
  void threadsMemoryAndRowOrderChangeNothing() throws IOException {
    String[] lines = persons(30_000).replace("to\nlinjer", "to linjer").split("\n");
    StringBuilder many = new StringBuilder(lines[0]).append('\n');
    for (int copy = 0; copy < 10; copy++) {
      for (int i = 1; i < lines.length; i++) {
        many.append(lines[i]).append('\n');
      }
    }
    write("a.csv", many.toString());
    List<String> rows = new ArrayList<>(List.of(lines).subList(1, lines.length));
    java.util.Collections.shuffle(rows, new Random(1));
    StringBuilder shuffled = new StringBuilder(lines[0]).append('\n');
    for (int copy = 0; copy < 10; copy++) {
      rows.forEach(row -> shuffled.append(row).append('\n'));
    }
    write("b.csv", shuffled.toString());
    String one = run("a.csv", with(ASKED, "--threads", "1")).out();
    assertFalse(one.isEmpty());
    assertEquals(one, run("a.csv", with(ASKED, "--threads", "4")).out());
    assertEquals(
        one, run("b.csv", with(ASKED, "--threads", "3", "--memory", "128")).out());
  }

  private static List<String> with(List<String> options, String... more) {
    return Stream.concat(options.stream(), Stream.of(more)).toList();
  }

  @Test
  void sumsAreExactWhereDoublesLoseDigits() throws IOException {
    write(
        "a.csv",
        "k,x\na,1000000000000000\na,0.1\na,-1000000000000000\na,1e-20\nb,0.1\nb,0.2\nb,-0.3\n");
    Frame frame = table(run("a.csv", "--by", "k", "--value", "x"), "x_sum", "x_squares");
    BigDecimal first = new BigDecimal(0.1).add(new BigDecimal(1e-20));
    assertEquals(first.doubleValue(), frame.number("x_sum").value(0));
    BigDecimal second = new BigDecimal(0.1).add(new BigDecimal(0.2)).subtract(new BigDecimal(0.3));
    assertEquals(second.doubleValue(), frame.number("x_sum").value(1));
    assertEquals(2e30, frame.number("x_squares").value(0));
  }

  @Test
  void cellsPipeIntoProportionAndCodesStayText() throws IOException {
    StringBuilder csv = new StringBuilder("kommune,neet\n");
    for (int i = 0; i < 40; i++) {
      csv.append(i % 2 == 0 ? "0301" : "1103")
          .append(',')
          .append(i % 4 == 0 ? 1 : 0)
          .append('\n');
    }
    write("a.csv", csv.toString());
    Outcome cells =
        run("a.csv", "--by", "kommune", "--count", "neet", "--population", "persons", "-v");
    assertEquals("kommune,rows,persons,neet\n0301,20,20,10\n1103,20,20,0\n", cells.out());
    assertTrue(cells.err().contains("each row is one person"), cells.err());
    assertTrue(cells.err().contains("a.csv: 40 rows read = 40 used + 0 suppressed"), cells.err());
    Outcome piped = new InProcess(cells.out().getBytes(StandardCharsets.UTF_8), Map.of())
        .run(
            folder,
            List.of(
                "proportion",
                "-",
                "--by",
                "kommune",
                "--count",
                "neet",
                "--population",
                "persons"));
    assertEquals(0, piped.exit(), piped.err());
    assertTrue(piped.out().contains("0301,proportion,50,"), piped.out());
  }

  @Test
  void aSlipInTheNameOfThePopulationIsNotTakenForRows() throws IOException {
    write("a.csv", "k,personer\na,2\n");
    Outcome slip = run("a.csv", "--by", "k", "--population", "persner");
    assertEquals(4, slip.exit());
    assertTrue(slip.err().contains("did you mean 'personer'?"), slip.err());
  }

  @Test
  void everyRowIsAccountedFor() throws IOException {
    write("a.csv", "k,neet,x\na,1,2\n,1,2\na,,2\na,:,2\na,1,..\na,0,3\n");
    Outcome outcome = run("a.csv", "--by", "k", "--count", "neet", "--value", "x");
    assertEquals("k,rows,neet,x_sum,x_squares\na,2,1,5,13\n", outcome.out());
    assertTrue(
        outcome.err().contains("6 rows read = 2 used + 1 suppressed + 0 duplicated + 3 set aside"),
        outcome.err());
    assertTrue(outcome.err().contains("W782"), outcome.err());
    assertTrue(outcome.err().contains("W611"), outcome.err());
  }

  @Test
  void faultsHaveALineAndSayNothingOfThePerson() throws IOException {
    write(
        "a.csv",
        "k;neet;navn\na;1;\"Kari\nNordmann\"\n\na;29029912345;Ola\nb;Nordmann;x\nb;-1;x\nb;1\nb;0;x;y\nb;0.5;x\n");
    Outcome outcome = run("a.csv", "--by", "k", "--count", "neet");
    assertEquals(4, outcome.exit());
    assertEquals("", outcome.out());
    assertFalse(outcome.err().contains("Nordmann"), outcome.err());
    assertFalse(outcome.err().contains("Ola"), outcome.err());
    for (String expected : List.of(
        "a.csv:6: error E408: a cell like 'xxxxxxxx'",
        "a.csv:7: error E601",
        "a.csv:8: error E201",
        "a.csv:9: error E202",
        "a.csv:10: error E602")) {
      assertTrue(outcome.err().contains(expected), expected + " in\n" + outcome.err());
    }
    Outcome allowed = run("a.csv", "--by", "k", "--count", "neet", "--allow-rejects", "5");
    assertEquals("k,rows,neet\na,2,29029912346\n", allowed.out());
    assertTrue(allowed.err().contains("5 of 7 rows have faults"), allowed.err());
    assertTrue(
        allowed.err().contains("7 rows read = 2 used + 0 suppressed + 0 duplicated + 5 set aside"),
        allowed.err());
  }

  @Test
  void badCellsOfParquetHaveTheirRow() throws IOException, SQLException {
    try (Engine engine = Engine.open(Room.standard(), null)) {
      Path made = engine.own("made");
      engine.run(
          "COPY (SELECT unnest(['a', 'a', 'a']) AS k, unnest([1.0::DOUBLE, 0.5::DOUBLE, 'NaN'::DOUBLE]) AS neet,"
              + " unnest(['1', 'x', '2']) AS y) TO " + Engine.text(made.toString())
              + " (FORMAT parquet)");
      Files.copy(made, folder.resolve("a.parquet"));
    }
    Outcome outcome = run("a.parquet", "--by", "k", "--count", "neet", "--value", "y");
    assertEquals(4, outcome.exit());
    assertTrue(outcome.err().contains("a.parquet:3: error E602"), outcome.err());
    assertTrue(outcome.err().contains("a.parquet:3: error E408"), outcome.err());
    assertTrue(outcome.err().contains("a.parquet:4: error E409"), outcome.err());
  }

  @Test
  void decimalMarksAreReadOneWayOrRefused() throws IOException {
    String[] asked = {"--by", "k", "--value", "x"};
    write("comma.csv", "k;x\na;1,5\na;1,250\n");
    assertEquals(
        "k,rows,x_sum,x_squares\na,2,2.75,3.8125\n", run("comma.csv", asked).out());
    write("mixed.csv", "k;x\na;1,5\na;1.5\n");
    assertTrue(run("mixed.csv", asked).err().contains("E401"));
    write("either.csv", "k;x\na;1,250\na;2\n");
    Outcome either = run("either.csv", asked);
    assertEquals(4, either.exit());
    assertTrue(either.err().contains("E402"), either.err());
    assertEquals(
        "k,rows,x_sum,x_squares\na,2,3.25,5.5625\n",
        run("either.csv", "--by", "k", "--value", "x", "--decimal", ",").out());
    write("groups.csv", "k;x\na;1.234.567\n");
    assertTrue(run("groups.csv", asked).err().contains("E408"));
  }

  @Test
  void namesOfColumnsAndFilesAreNeverStatements() throws IOException {
    String odd = "k'; DROP TABLE x; --\"";
    String quoted = "\"" + odd.replace("\"", "\"\"") + "\"";
    String file = "a' || (SELECT 1) || '*?.csv";
    write(file, quoted + ";neet\n0301;1\n");
    String by = odd;
    assertEquals(
        quoted + ",rows,neet\n0301,1,1\n",
        run(file, "--by", by, "--count", "neet").out());
    Outcome parquet = new InProcess()
        .run(folder, List.of("cells", file, "--by", by, "--count", "neet", "-o", "o.parquet"));
    assertEquals(0, parquet.exit(), parquet.err());
    assertEquals(
        quoted + ",rows,neet\n0301,1,1\n",
        run("o.parquet", "--by", by, "--count", "neet").out());
  }

  @Test
  void windows1252AndGzipAreRead() throws IOException {
    byte[] bytes = "k;neet\nTromsø;1\nTromsø;0\n".getBytes(Charset.forName("windows-1252"));
    Files.write(folder.resolve("a.csv"), bytes);
    String[] asked = {"--by", "k", "--count", "neet"};
    assertTrue(run("a.csv", asked).err().contains("E101"));
    Outcome declared = run("a.csv", "--by", "k", "--count", "neet", "--encoding", "windows-1252");
    assertEquals("k,rows,neet\nTromsø,2,1\n", declared.out(), declared.err());
    Files.write(
        folder.resolve("euro.csv"), "k;neet\n€;1\n".getBytes(Charset.forName("windows-1252")));
    Outcome euro = run("euro.csv", "--by", "k", "--count", "neet", "--encoding", "windows-1252");
    assertEquals(4, euro.exit());
    assertTrue(euro.err().contains("E106"), euro.err());
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("b.csv.gz")))) {
      out.write("k;neet\nTromsø;1\n".getBytes(StandardCharsets.UTF_8));
    }
    assertEquals("k,rows,neet\nTromsø,1,1\n", run("b.csv.gz", asked).out());
  }

  @Test
  void theDistributionKeepsTotalsAndHidesPersons() throws IOException {
    Random random = new Random(3);
    StringBuilder csv = new StringBuilder("g;inntekt;vekt\n");
    double[] income = new double[2_000];
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal weights = BigDecimal.ZERO;
    for (int i = 0; i < income.length; i++) {
      income[i] = Math.rint(300_000 + 90_000 * random.nextGaussian());
      double weight = 1 + random.nextInt(4) / 4.0;
      csv.append("a;").append((long) income[i]).append(';').append(weight).append('\n');
      total = total.add(new BigDecimal(weight * income[i]));
      weights = weights.add(new BigDecimal(weight));
    }
    write("a.csv", csv.toString());
    Frame frame = table(
        run("a.csv", "--by", "g", "--income", "inntekt", "--weight", "vekt", "--table", "income"),
        "inntekt",
        "vekt",
        "rows");
    NumberColumn mean = frame.number("inntekt");
    NumberColumn weight = frame.number("vekt");
    double sum = 0;
    double weighed = 0;
    double rows = 0;
    double median = Double.NaN;
    for (int row = 0; row < frame.rows(); row++) {
      assertTrue(frame.number("rows").value(row) >= 5, "a class of few persons");
      assertTrue(row == 0 || mean.value(row) > mean.value(row - 1), "classes rise");
      sum += mean.value(row) * weight.value(row);
      weighed += weight.value(row);
      rows += frame.number("rows").value(row);
      if (Double.isNaN(median) && rows >= income.length / 2.0) {
        median = mean.value(row);
      }
    }
    assertEquals(income.length, rows);
    assertEquals(weights.doubleValue(), weighed, 1e-9);
    assertEquals(total.doubleValue(), sum, 1e-3);
    Arrays.sort(income);
    assertEquals(income[income.length / 2], median, 1_000, "within a class");
  }

  @Test
  void theStatementCanBeShownAndNamesNoFile() throws IOException {
    write("a.csv", "k,neet\na,1\n");
    Outcome outcome = run("a.csv", "--by", "k", "--count", "neet", "--explain");
    assertEquals(0, outcome.exit(), outcome.err());
    assertTrue(outcome.out().startsWith("WITH cell AS ("), outcome.out());
    assertTrue(outcome.out().contains("GROUP BY k0"), outcome.out());
    assertFalse(outcome.out().contains(folder.toString()), outcome.out());
  }
}
