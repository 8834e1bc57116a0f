package no.utfall.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Status;
import no.utfall.figure.TextColumn;
import no.utfall.text.Language;
import no.utfall.text.Text;
import no.utfall.view.Table;
import no.utfall.view.Table.Shown;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class FormatTest {

  private static final Frame FRAME = Frame.of(
      TextColumn.of("unit", "Guovdageaidnu", "0301", "Træna"),
      NumberColumn.of("n", 2910, 709037, 441),
      NumberColumn.builder("estimate")
          .add(-1.8149)
          .add(12345.678)
          .addSuppressed(1, 4)
          .build(),
      NumberColumn.of("conf_low", -3.125, 12300, Double.NaN),
      NumberColumn.of("conf_high", -0.5, 12400, Double.NaN));

  private static final Table TABLE = new Table(
      "main",
      Text.of("Andeler", "Delar", "Shares"),
      Text.of("Kilde: SSB", "Kjelde: SSB", "Source: SSB"),
      List.of(
          new Shown("unit", Text.of("Kommune", "Kommune", "Municipality"), 0),
          new Shown("n", Text.of("Antall", "Tal", "Count"), 0),
          new Shown("estimate", Text.of("Anslag", "Anslag", "Estimate"), Shown.BY_INTERVAL),
          new Shown("conf_low", Text.of("Nedre", "Nedre", "Lower"), Shown.BY_INTERVAL)),
      FRAME);

  static String written(Format format, Table table, Language language) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(table, language, out);
    return out.toString(UTF_8);
  }

  private static Table plain(String... cells) {
    return Table.plain("t", Frame.of(TextColumn.of("cell", cells)));
  }

  @Test
  void textIsAlignedOnTheDecimalMark() throws IOException {
    assertEquals(
        """
        Andeler

        Kommune         Antall    Anslag     Nedre
        Guovdageaidnu     2910      −1,8      −3,1
        0301           709 037  12 346    12 300
        Træna              441       :

        Kilde: SSB
        : = skjult av hensyn til personvern
        """.replace("709 037", "709\u00a0037")
            .replace("12 346", "12\u00a0346")
            .replace("12 300", "12\u00a0300"),
        written(Format.TEXT, TABLE, Language.NB));
  }

  @Test
  void peoplesNumbersFollowTheLanguage() throws IOException {
    String nynorsk = written(Format.MD, TABLE, Language.NN);
    assertTrue(nynorsk.contains("| Kommune | Tal | Anslag | Nedre |"), nynorsk);
    assertTrue(nynorsk.contains("| 0301 | 709\u00a0037 | 12\u00a0346 | 12\u00a0300 |"), nynorsk);
    assertTrue(nynorsk.contains("skjult av omsyn til personvern"), nynorsk);
    String english = written(Format.MD, TABLE, Language.EN);
    assertTrue(english.contains("| Guovdageaidnu | 2,910 | −1.8 | −3.1 |"), english);
    assertTrue(english.contains("| Træna | 441 | : |  |"), english);
  }

  @Test
  void machinesGetRawNamesAndEveryDigit() throws IOException {
    String csv = "unit,n,estimate,conf_low\n"
        + "Guovdageaidnu,2910,-1.8149,-3.125\n0301,709037,12345.678,12300\nTræna,441,,\n";
    for (Language language : Language.values()) {
      assertEquals(csv, written(Format.CSV, TABLE, language));
    }
    assertEquals(
        "{\"unit\":\"Guovdageaidnu\",\"n\":2910,\"estimate\":-1.8149,\"conf_low\":-3.125}\n"
            + "{\"unit\":\"0301\",\"n\":709037,\"estimate\":12345.678,\"conf_low\":12300}\n"
            + "{\"unit\":\"Træna\",\"n\":441,\"estimate\":null,\"conf_low\":null}\n",
        written(Format.NDJSON, TABLE, Language.NB));
  }

  @Test
  void theHiddenNumberIsInNoFormat() throws IOException {
    Table table = Table.plain(
        "t",
        Frame.of(NumberColumn.builder("x").addSuppressed(83126, 83127).add(1).build()));
    for (Format format : Format.values()) {
      assertFalse(written(format, table, Language.NB).contains("8312"), format.code());
    }
  }

  @Test
  void anyCellComesBackFromCsv() throws IOException {
    // cells of up to five letters seldom come again, those of up to one often do
    comeBack(5, 2000);
    comeBack(1, 2000);
    // several blocks, more than are kept at once
    comeBack(3, 40_000);
  }

  private static void comeBack(int longest, int rows) throws IOException {
    SplittableRandom random = new SplittableRandom(4);
    String letters = "aå,;\"\n\r |'\t=-0ŋ1";
    List<String> cells = new ArrayList<>();
    List<Double> numbers = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      StringBuilder cell = new StringBuilder();
      for (int n = random.nextInt(longest + 1); n > 0; n--) {
        cell.append(letters.charAt(random.nextInt(letters.length())));
      }
      cells.add(cell.toString());
      numbers.add(i % 9 == 0 ? Double.NaN : Double.longBitsToDouble(random.nextLong()));
    }
    double[] values = numbers.stream().mapToDouble(Double::doubleValue).toArray();
    double[] same = new double[rows];
    Arrays.fill(same, 0.95);
    Frame frame = Frame.of(
        TextColumn.of("cell", cells), NumberColumn.of("x", values), NumberColumn.of("level", same));
    String csv = written(Format.CSV, Table.plain("t", frame), Language.NB);
    CSVFormat format =
        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = format.parse(new StringReader(csv))) {
      List<CSVRecord> records = parser.getRecords();
      assertEquals(cells.size(), records.size());
      for (int i = 0; i < cells.size(); i++) {
        assertEquals(CsvTable.harmless(cells.get(i)), records.get(i).get(0));
        String number = records.get(i).get(1).replace("Inf", "Infinity");
        assertEquals(values[i], number.isEmpty() ? Double.NaN : Double.parseDouble(number));
        assertEquals("0.95", records.get(i).get(2));
      }
    }
  }

  @Test
  void formulasAreLedByAnApostropheAndNumbersAreNot() {
    for (String formula : List.of(
        "=1+1",
        "+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "  =1",
        "\"=1",
        "＝1+1",
        "-x",
        "--1")) {
      assertEquals("'" + formula, CsvTable.harmless(formula));
    }
    for (String plain :
        List.of("", "-", "+", "-1", "-1.5", "+47", "-0,5", "-1e-5", "-3 %", "a=1", "0301", "- ")) {
      String expected = plain.equals("- ") ? "'- " : plain;
      assertEquals(expected, CsvTable.harmless(plain));
    }
  }

  @Test
  void jsonReadsBack() throws IOException {
    String json = written(Format.JSON, TABLE, Language.NB);
    List<Object> values = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        switch (token) {
          case VALUE_STRING -> values.add(parser.getString());
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> values.add(parser.getDoubleValue());
          case VALUE_NULL -> values.add("null");
          default -> {}
        }
      }
    }
    assertEquals(
        List.of(
            "Guovdageaidnu",
            2910.0,
            -1.8149,
            -3.125,
            "0301",
            709037.0,
            12345.678,
            12300.0,
            "Træna",
            441.0,
            "null",
            "null"),
        values);
    Frame none = Frame.of(TextColumn.of("a"));
    assertEquals("[]\n", written(Format.JSON, Table.plain("t", none), Language.NB));
    Frame odd =
        Frame.of(TextColumn.of("a\"\n", "\ud800x"), NumberColumn.of("b", Double.NEGATIVE_INFINITY));
    assertEquals(
        "[\n{\"a\\\"\\n\":\"\ufffdx\",\"b\":\"-Inf\"}\n]\n",
        written(Format.JSON, Table.plain("t", odd), Language.NB));
  }

  @Test
  void tablesInHtmlAreWellFormedAndScoped() throws Exception {
    Table hostile = new Table(
        "t",
        Text.same("<script>alert(1)</script>"),
        Text.same("]]><svg onload=x>"),
        List.of(
            new Shown("unit", Text.same("<b>"), 0), new Shown("x", Text.same("\" onclick=\""), 2)),
        Frame.of(
            TextColumn.of("unit", "<img src=x onerror=y>", "\u202egnp"),
            NumberColumn.builder("x").add(1.005).addMissing(Status.NO_UNIT).build()));
    String html = written(Format.HTML, hostile, Language.EN);
    Document document = ChartsTest.parsed(("<div>" + html + "</div>").getBytes(UTF_8));
    assertEquals(0, document.getElementsByTagName("script").getLength());
    assertEquals(0, document.getElementsByTagName("img").getLength());
    assertEquals(
        "<script>alert(1)</script>",
        document.getElementsByTagName("caption").item(0).getTextContent());
    Element head = (Element) document.getElementsByTagName("th").item(0);
    assertEquals("col", head.getAttribute("scope"));
    Element row = (Element) document.getElementsByTagName("th").item(2);
    assertEquals("row", row.getAttribute("scope"));
    assertEquals("1.01", document.getElementsByTagName("td").item(0).getTextContent());
    Element sign = (Element) document.getElementsByTagName("abbr").item(0);
    assertEquals("not applicable", sign.getAttribute("title"));
    assertTrue(html.contains("\\u202egnp"));
  }

  @Test
  void markdownShowsTextAsText() throws IOException {
    String md = written(
        Format.MD,
        plain("a|b", "*x* _y_ `z`", "<b>&amp;", "[l](http://x)", "conf_low", "a\nb"),
        Language.EN);
    assertTrue(md.contains("| a\\|b |"), md);
    assertTrue(md.contains("| \\*x\\* \\_y\\_ \\`z\\` |"), md);
    assertTrue(md.contains("| \\<b\\>\\&amp; |"), md);
    assertTrue(md.contains("| \\[l\\](http\\://x) |"), md);
    assertTrue(md.contains("| conf_low |"), md);
    assertTrue(md.contains("| a b |"), md);
    assertEquals("\\# ikke overskrift", MarkdownTable.paragraph("# ikke overskrift"));
    assertEquals("2024\\. året", MarkdownTable.paragraph("2024. året"));
    assertEquals("2024 var året", MarkdownTable.paragraph("2024 var året"));
  }

  @Test
  void terminalsAreNotSteered() throws IOException {
    String text = written(
        Format.TEXT,
        plain("\u001b[31mred", "a\nb", "\u202eabc", "\u200bzero", "\u009b1m"),
        Language.NB);
    assertEquals("cell\n\\u001b[31mred\na\\nb\n\\u202eabc\n\\u200bzero\n\\u009b1m\n", text);
  }

  @Test
  void widthCountsCellsOfTheTerminal() {
    assertEquals(3, TextTable.width("æøå"));
    assertEquals(1, TextTable.width("a\u030a"));
    assertEquals(4, TextTable.width("漢字"));
    assertEquals(0, TextTable.width(""));
  }

  @Test
  void plainTablesAreExactForPeopleToo() throws IOException {
    Table table = Table.plain("t", Frame.of(NumberColumn.of("x", 0.1, -12345.25, 1e-7)));
    assertEquals(
        "        x\n     0.1\n-12345.25\n  1e-7\n", written(Format.TEXT, table, Language.NB));
  }

  @Test
  void workbooksReadBackAndAreTheSameBytes() throws Exception {
    ByteArrayOutputStream first = new ByteArrayOutputStream();
    Format.XLSX.write(TABLE, Language.NB, first);
    Thread.sleep(1100); // the library would write another second
    ByteArrayOutputStream second = new ByteArrayOutputStream();
    Format.XLSX.write(TABLE, Language.NB, second);
    assertArrayEquals(first.toByteArray(), second.toByteArray());
    try (ReadableWorkbook book = new ReadableWorkbook(
        new ByteArrayInputStream(first.toByteArray()), new ReadingOptions(true, false))) {
      List<Sheet> sheets = book.getSheets().toList();
      assertEquals(
          List.of("Andeler", "(Merknader)"), sheets.stream().map(Sheet::getName).toList());
      List<Row> rows = sheets.get(0).read();
      assertEquals("Kommune", rows.get(0).getCellText(0));
      assertEquals("0301", rows.get(2).getCellText(0));
      assertEquals(CellType.STRING, rows.get(2).getCell(0).getType());
      assertEquals(new BigDecimal("12345.678"), rows.get(2).getCell(2).asNumber());
      assertEquals("#,##0.0", rows.get(1).getCell(2).getDataFormatString());
      assertEquals("[c]", rows.get(3).getCellText(2));
      assertEquals("[x]", rows.get(3).getCellText(3));
      assertTrue(sheets.get(1).read().stream()
          .anyMatch(row -> row.getCellText(0).equals("[c] = skjult av hensyn til personvern")));
    }
  }

  @Test
  void formulasAndControlsInWorkbooksAreText() throws IOException {
    String[] cells = {"=1+1", "a\u0001b", "\ufffex", "x".repeat(40_000)};
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Format.XLSX.write(plain(cells), Language.EN, out);
    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      List<Row> rows = book.getFirstSheet().read();
      assertEquals(CellType.STRING, rows.get(1).getCell(0).getType());
      assertEquals("=1+1", rows.get(1).getCellText(0));
      assertEquals("a\\u0001b", rows.get(2).getCellText(0));
      assertEquals("\\ufffex", rows.get(3).getCellText(0));
      assertEquals(32_767, rows.get(4).getCellText(0).length());
    }
    assertEquals("a b c d", XlsxTable.sheetName("a[b]c/d"));
    assertEquals(
        31, XlsxTable.sheetName("Andelen unge utenfor arbeid og utdanning").length());
    assertEquals("1", XlsxTable.sheetName("'"));
  }

  @Test
  void codesNameTheFormats() {
    List<String> codes = new ArrayList<>();
    for (Format format : Format.values()) {
      codes.add(format.code());
    }
    assertTrue(
        codes.containsAll(List.of("text", "csv", "json", "ndjson", "md", "html")),
        codes.toString());
    assertNull(Sign.of(Status.KNOWN));
  }
}
