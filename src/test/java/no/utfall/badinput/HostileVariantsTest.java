package no.utfall.badinput;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import no.utfall.CommandLine;
import no.utfall.InProcess;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every rule of the corpus once more in other clothes: with another delimiter, encoding and line end, further down,
 * behind another column, in quotes, at the end of a file without line end, in the second of two files. The place that
 * must be told is worked out here, by writing the file.
 */
class HostileVariantsTest {

  private static final CommandLine UTFALL = new InProcess();

  @TempDir
  Path temporary;

  /**
   * A table with one fault.
   *
   * @param row of the fault, from 0; −1 for the header
   * @param field of the fault, from 0; −1 when the finding is of the whole line
   * @param isStructural whether the fault is one of the text as it stands, so that it cannot be put into quotes
   */
  private record Rule(
      String code, List<List<String>> table, int row, int field, boolean isStructural) {

    static Rule cell(String code, int row, int field, String... lines) {
      return new Rule(code, table(lines), row, field, false);
    }

    static Rule text(String code, int row, int field, String... lines) {
      return new Rule(code, table(lines), row, field, true);
    }

    private static List<List<String>> table(String... lines) {
      return Arrays.stream(lines).map(line -> List.of(line.split(";", -1))).toList();
    }
  }

  /** How a table is written. */
  private record Clothes(
      String name,
      char delimiter,
      Charset charset,
      String mark,
      String lineEnd,
      boolean lastLineEnds,
      boolean columnInFront,
      boolean quoted,
      boolean rowsAbove,
      boolean lineBreakAbove) {

    static Clothes plain() {
      return new Clothes(
          "as it is", ';', StandardCharsets.UTF_8, "", "\n", true, false, false, false, false);
    }

    static List<Clothes> all() {
      Clothes p = plain();
      Charset utf16 = StandardCharsets.UTF_16LE;
      String mark = "\ufeff";
      return List.of(
          p,
          new Clothes("commas", ',', p.charset, "", "\n", true, false, false, false, false),
          new Clothes("tabs", '\t', p.charset, "", "\n", true, false, false, false, false),
          new Clothes("bars", '|', p.charset, "", "\n", true, false, false, false, false),
          new Clothes(
              "byte order mark", ';', p.charset, mark, "\n", true, false, false, false, false),
          new Clothes("UTF-16", ';', utf16, mark, "\r\n", true, false, false, false, false),
          new Clothes("CRLF", ';', p.charset, "", "\r\n", true, false, false, false, false),
          new Clothes("CR", ';', p.charset, "", "\r", true, false, false, false, false),
          new Clothes("open end", ';', p.charset, "", "\n", false, false, false, false, false),
          new Clothes("column in front", ';', p.charset, "", "\n", true, true, false, false, false),
          new Clothes("quoted", ';', p.charset, "", "\n", true, false, true, false, false),
          new Clothes("rows above", ';', p.charset, "", "\n", true, false, false, true, false),
          new Clothes("break above", ';', p.charset, "", "\n", true, true, false, true, true),
          new Clothes("all at once", ',', p.charset, mark, "\r\n", false, true, true, true, true));
    }
  }

  private static final String H = "kommune;aar;antall;nevner";
  private static final String GOOD = "1103;2023;41;148682";
  private static final String NUMBERS = "kommune;aar;rate;endring";

  private static List<Rule> rules() {
    return List.of(
        Rule.cell("E104", 1, 2, H, GOOD, "0301;2023;1\0;10"),
        Rule.text("E201", 1, -1, H, GOOD, "0301;2023;120"),
        Rule.text("E202", 1, 4, H, GOOD, "0301;2023;120;709037;7"),
        Rule.text("E203", 1, 1, H, GOOD, "0301;\"2023;120;709037", "5001;2023;63;214565"),
        Rule.text("W204", 1, 2, "kommune;aar;merknad", "1103;2023;a", "0301;2023;b\"c"),
        Rule.text("E205", 1, 2, "kommune;aar;merknad", "1103;2023;a", "0301;2023;\"b\"c"),
        Rule.text("E206", -1, -1, H),
        Rule.text("E207", 2, -1, H, GOOD, "0301;2023;120;709037", "Kilde: SSB"),
        Rule.text("E207", 2, -1, H, GOOD, "0301;2023;120;709037", "1) Foreløpige tall"),
        Rule.text("E207", 2, -1, H, GOOD, "0301;2023;120;709037", "Sist oppdatert 2024-01-01"),
        Rule.text("E207", 2, -1, H, GOOD, "0301;2023;120;709037", "Kilde: SSB; tabell 07459"),
        Rule.text("W209", -1, 4, H + ";", GOOD + ";", "0301;2023;120;709037;"),
        Rule.cell("E301", -1, 4, H + ";antall", GOOD + ";1", "0301;2023;120;709037;2"),
        Rule.cell("W302", -1, 4, H + ";Antall", GOOD + ";1", "0301;2023;120;709037;2"),
        Rule.cell("W303", -1, 3, "kommune;aar;antall; nevner ", GOOD, "0301;2023;120;709037"),
        Rule.cell("E304", -1, 3, "kommune;aar;antall;nevnar", GOOD, "0301;2023;120;709037"),
        Rule.cell("E305", -1, 2, "kommune;aar;;nevner", GOOD, "0301;2023;120;709037"),
        Rule.cell("E401", 1, 3, NUMBERS, "1103;2023;1;12,5", "0301;2023;2;13.7"),
        Rule.cell("E401", 2, 2, NUMBERS, "1103;2023;1.5;1", "0301;2023;2.25;2", "5001;2023;3,5;3"),
        Rule.cell("E402", 0, 3, NUMBERS, "1103;2023;1;1.234", "0301;2023;2;5.678"),
        Rule.cell("E402", 0, 2, NUMBERS, "1103;2023;1,234;1", "0301;2023;5,678;2"),
        Rule.cell("W403", 1, 2, H, GOOD, "0301;2023;1\u00a0234;709037"),
        Rule.cell("W403", 1, 3, H, GOOD, "0301;2023;1;709\u202f037"),
        Rule.cell("E404", 1, 3, NUMBERS, "1103;2023;1;1", "0301;2023;2;− 12"),
        Rule.cell("E404", 1, 3, NUMBERS, "1103;2023;1;1", "0301;2023;2;-  12"),
        Rule.cell("W405", 1, 2, "kommune;aar;navn", "1103;2023;a", "0301;2023;b\u001b[31mc"),
        Rule.cell("W405", 1, 2, "kommune;aar;navn", "1103;2023;a", "0301;2023;b\u202ec"),
        Rule.cell("W405", 1, 2, "kommune;aar;navn", "1103;2023;a", "0301;2023;b\u061cc"),
        Rule.cell("W405", 1, 2, "kommune;aar;navn", "1103;2023;a", "0301;2023;b\u00adc"),
        Rule.cell("W406", 1, 2, "kommune;aar;navn", "1103;2023;a", "0301;2023;=1+1"),
        Rule.cell("W406", 1, 2, "kommune;aar;merknad", "1103;2023;a", "0301;2023;@SUM(A1)"),
        Rule.cell("W407", 1, 3, H, GOOD, "0301;2023;120;:"),
        Rule.cell("W407", 0, 2, H, "1103;2023;..;148682", "0301;2023;120;709037"),
        Rule.cell("E408", 1, 3, H, GOOD, "0301;2023;120;ca. 700"),
        Rule.cell("E408", 1, 2, H, GOOD, "0301;2023;-;709037"),
        Rule.cell("E408", 1, 2, H, GOOD, "0301;2023;12 0;709037"),
        Rule.cell("E408", 1, 2, H, GOOD, "0301;2023;1.234,;709037"),
        Rule.cell("E409", 1, 3, H, GOOD, "0301;2023;120;Inf"),
        Rule.cell("E409", 1, 2, NUMBERS, "1103;2023;1;1", "0301;2023;-1.#IND;2"),
        Rule.cell("E409", 1, 2, NUMBERS, "1103;2023;1;1", "0301;2023;-nan;2"),
        Rule.cell("E409", 1, 3, NUMBERS, "1103;2023;1;1", "0301;2023;1;1e999"),
        Rule.cell("E410", 1, 2, H, GOOD, "0301;2023;#VALUE!;709037"),
        Rule.cell("E410", 1, 2, H, GOOD, "0301;2023;#Navn?;709037"),
        Rule.cell("E410", 1, 2, H, GOOD, "0301;2023;#NV;709037"),
        Rule.cell("E410", 1, 2, H, GOOD, "0301;2023;#GETTING_DATA;709037"),
        Rule.cell("E410", 1, 2, H, GOOD, "0301;2023;########;709037"),
        Rule.cell("E410", 1, 3, H, GOOD, "0301;2023;120;#I/T"),
        Rule.cell("W411", 1, 2, "kommune;aar;gruppe", "1103;2023;15-19", "0301;2023;6.sep"),
        Rule.cell("W411", 1, 2, "kommune;aar;gruppe", "1103;2023;15-19", "0301;2023;06.09.2024"),
        Rule.cell("W411", 1, 2, "kommune;aar;gruppe", "1103;2023;15-19", "0301;2023;2024-12-10"),
        Rule.cell("E413", 1, 2, H, GOOD, "0301;2023;1E+02;709037"),
        Rule.cell("E414", 1, 3, H, GOOD, "0301;2023;1;9007199254740993"),
        Rule.cell("E501", 2, 0, H, GOOD, "0301;2023;120;709037", "1103;2023;42;148682"),
        Rule.cell("E501", 2, 0, H, GOOD, "0301;2023;120;709037", "1103;2023.0;42;148682"),
        Rule.cell("W502", 2, 0, H, GOOD, "0301;2023;120;709037", GOOD),
        Rule.cell("E503", 1, 1, H, GOOD, "0301;02023;120;709037"),
        Rule.cell("E503", 1, 1, H, GOOD, "0301;2o23;120;709037"),
        Rule.cell("W504", 1, 1, H, GOOD, "0301;2023.00;120;709037"),
        Rule.cell("W505", 1, 1, H, GOOD, "0301;2098;120;709037"),
        Rule.cell("E506", 1, 0, H, GOOD, "301;2023;120;709037"),
        Rule.cell("E506", 1, 0, H, GOOD, "03O1;2023;120;709037"),
        Rule.cell("E506", 1, 0, H, GOOD, "1.1E+03;2023;120;709037"),
        Rule.cell("E506", 1, 0, H, GOOD, "0301 Oslo;2023;120;709037"),
        Rule.cell("E506", 1, 0, H, GOOD, "03.jan;2023;120;709037"),
        Rule.cell("E506", 1, 0, H, GOOD, ";2023;120;709037"),
        Rule.cell("E507", 1, 0, H, GOOD, "0399;2023;120;709037"),
        Rule.cell("E508", 1, 0, H, GOOD, "1601;2023;120;709037"),
        Rule.cell("E508", 1, 0, H, GOOD, "3201;2023;120;709037"),
        Rule.cell("E509", 1, 0, H, GOOD, "Sum;2023;120;709037"),
        Rule.cell("E601", 1, 3, H, GOOD, "0301;2023;0;-709037"),
        Rule.cell("E602", 1, 2, H, GOOD, "0301;2023;0,5;709037"),
        Rule.cell("E603", 1, 2, H, GOOD, "0301;2023;12;11"),
        Rule.cell("W604", 1, 3, H, GOOD, "0301;2023;0;0"),
        Rule.cell("E605", 1, 2, "kommune;aar;andel_prosent", "1103;2023;99,9", "0301;2023;-0,1"),
        Rule.cell("W606", 0, 2, "kommune;aar;andel_prosent", "1103;2023;0,9", "0301;2023;0,1"),
        Rule.cell("E611", 1, 2, "kommune;aar;tiltak", "1103;2023;1", "0301;2023;2"));
  }

  @TestFactory
  Stream<DynamicTest> everyRuleHoldsInOtherClothes() {
    return rules().stream()
        .map(rule ->
            dynamicTest(rule.code() + " " + rule.table().get(rule.table().size() - 1), () -> {
              for (Clothes clothes : Clothes.all()) {
                if (fits(rule, clothes)) {
                  holds(rule, clothes);
                }
              }
            }));
  }

  private static boolean fits(Rule rule, Clothes clothes) {
    boolean rowsAbove = clothes.rowsAbove
        && (List.of("E206", "W606", "E402").contains(rule.code) || rule.field < 0);
    boolean quoted = clothes.quoted && rule.isStructural;
    // a line with fewer fields than the others is a title or a footnote with a column in front
    boolean front = clothes.columnInFront && List.of("E207").contains(rule.code);
    boolean header = clothes.lineBreakAbove && rule.row < 0;
    return !rowsAbove && !quoted && !front && !header;
  }

  private record Written(byte[] bytes, int line, int field, int column) {}

  private void holds(Rule rule, Clothes clothes) throws IOException {
    Written written = written(rule, clothes);
    Files.write(temporary.resolve("one.csv"), written.bytes);
    Files.writeString(temporary.resolve("good.csv"), H + "\n" + GOOD + "\n");
    boolean second = clothes.rowsAbove;
    List<String> command = second
        ? List.of("check", "good.csv", "one.csv", "-f", "json")
        : List.of("check", "one.csv", "-f", "json");
    CommandLine.Outcome outcome = UTFALL.run(temporary, command);
    List<Found> found = Found.inJson(outcome.out());
    String said = clothes.name + ": wanted " + rule.code + " at " + written.line + ":"
        + written.field + ":" + written.column + ", found " + found + "\n" + outcome.err();
    boolean error = rule.code.startsWith("E");
    assertEquals(error ? 4 : 0, outcome.exit(), said);
    assertTrue(
        found.stream()
            .anyMatch(one -> one.code().equals(rule.code)
                && one.line() == written.line
                && (rule.field < 0 || one.field() == written.field)
                && (rule.field < 0 || one.column() == written.column)),
        said);
  }

  /** A row of another unit and year than those of the rules, one for each kind of column. */
  private static List<String> above(List<String> header, int n) {
    List<String> row = new ArrayList<>();
    for (String name : header) {
      row.add(
          switch (name.strip()) {
            case "kommune" -> "1804";
            case "aar" -> String.valueOf(2010 + n);
            case "navn", "merknad", "gruppe", "Antall", "" -> "";
            case "nevner", "nevnar" -> "52560";
            case "andel_prosent" -> "50";
            default -> "1";
          });
    }
    return row;
  }

  private static Written written(Rule rule, Clothes clothes) {
    List<List<String>> lines = new ArrayList<>(rule.table);
    int faultLine = rule.row + 1;
    if (clothes.rowsAbove) {
      for (int n = 0; n < 9; n++) {
        lines.add(1, above(rule.table.get(0), 8 - n));
      }
      faultLine += rule.row >= 0 ? 9 : 0;
    }
    StringBuilder text = new StringBuilder();
    int column = 0;
    for (int l = 0; l < lines.size(); l++) {
      List<String> cells = new ArrayList<>(lines.get(l));
      if (clothes.columnInFront) {
        cells.add(0, l == 0 ? "løpenr" : "nr æøå");
        cells.set(
            0, l == 1 && clothes.lineBreakAbove ? "\"nr" + clothes.lineEnd + "2\"" : cells.get(0));
      }
      int faultField = rule.field + (clothes.columnInFront ? 1 : 0);
      StringBuilder line = new StringBuilder();
      for (int f = 0; f < cells.size(); f++) {
        line.append(f == 0 ? "" : String.valueOf(clothes.delimiter));
        if (l == faultLine && f == faultField) {
          column = line.length() + 1;
        }
        String cell = cells.get(f);
        boolean quote =
            !cell.contains("\"") && (clothes.quoted || cell.indexOf(clothes.delimiter) >= 0);
        line.append(quote ? "\"" + cell + "\"" : cell);
      }
      text.append(line).append(l < lines.size() - 1 || clothes.lastLineEnds ? clothes.lineEnd : "");
    }
    byte[] bytes = (clothes.mark + text).getBytes(clothes.charset);
    return new Written(
        bytes,
        faultLine + 1 + (clothes.lineBreakAbove ? 1 : 0),
        rule.field + 1 + (clothes.columnInFront ? 1 : 0),
        column);
  }
}
