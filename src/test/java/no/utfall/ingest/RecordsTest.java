package no.utfall.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class RecordsTest {

  private static final String[] PIECES = {
    "a", "Ø", "12", " ", "\"\"", "\n", "\r\n", ";", ",", "\t", "|", "–", "", "x y", "\uD83D\uDE00"
  };

  @Test
  void twelveHundredRandomFilesAreReadAsCommonsCsvReadsThem() throws IOException {
    for (int seed = 0; seed < 1_200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      char delimiter = Fit.DELIMITERS[random.nextInt(Fit.DELIMITERS.length)];
      String text = random(random, delimiter);
      List<List<String>> expected = new ArrayList<>();
      CSVFormat format = CSVFormat.RFC4180
          .builder()
          .setDelimiter(delimiter)
          .setIgnoreEmptyLines(false)
          .get();
      for (CSVRecord record : format.parse(new StringReader(text))) {
        expected.add(record.toList());
      }
      assertEquals(expected, ours(text, delimiter), "seed " + seed);
    }
  }

  /** A file that is well formed for this delimiter. */
  private static String random(SplittableRandom random, char delimiter) {
    StringBuilder out = new StringBuilder();
    String end = new String[] {"\n", "\r\n", "\r"}[random.nextInt(3)];
    int rows = 1 + random.nextInt(6);
    int columns = 1 + random.nextInt(5);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        out.append(column == 0 ? "" : String.valueOf(delimiter));
        boolean quoted = random.nextInt(3) == 0;
        StringBuilder cell = new StringBuilder();
        for (int n = random.nextInt(4); n > 0; n--) {
          String piece = PIECES[random.nextInt(PIECES.length)];
          boolean plain = !piece.contains("\"")
              && !piece.contains("\n")
              && !piece.equals(String.valueOf(delimiter));
          cell.append(quoted || plain ? piece : "");
        }
        // an empty only cell would be a line without a record
        out.append(quoted ? "\"" + cell + "\"" : columns == 1 && cell.isEmpty() ? "e" : cell);
      }
      out.append(row < rows - 1 || random.nextBoolean() ? end : "");
    }
    return out.toString();
  }

  private static List<List<String>> ours(String text, char delimiter) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Page page = new Page("f", bytes, 0, bytes.length, 1, false);
    Records records = new Records(page, (byte) delimiter, 100);
    List<List<String>> all = new ArrayList<>();
    int end = 0;
    while (records.next()) {
      assertEquals(Records.Fault.NONE, records.fault());
      assertTrue(records.recordStart() >= end);
      end = records.recordEnd();
      List<String> row = new ArrayList<>();
      for (int f = 0; f < records.fields(); f++) {
        row.add(records.text(f));
      }
      all.add(row);
    }
    return all;
  }

  @Test
  void placesCountCharactersAndPhysicalLines() {
    byte[] bytes = "æøå;\"1\n2\";x\r\nb;c;d\re;f;g".getBytes(StandardCharsets.UTF_8);
    Page page = new Page("f", bytes, 0, bytes.length, 1, false);
    Records records = new Records(page, (byte) ';', 10);
    records.next();
    assertEquals("f:1:5", page.place(records, 1).toString());
    assertEquals("f:2:4", page.place(records, 2).toString());
    records.next();
    assertEquals("f:3:3", page.place(records, 1).toString());
    records.next();
    assertEquals("f:4:5", page.place(records, 2).toString());
  }

  @Test
  void anOpenQuoteIsTakenBackToItsLine() {
    byte[] bytes = "a;\"b\nc;d\ne;\"f\"\n".getBytes(StandardCharsets.UTF_8);
    Page page = new Page("f", bytes, 0, bytes.length, 1, false);
    Records records = new Records(page, (byte) ';', 10);
    assertTrue(records.next());
    assertEquals(Records.Fault.UNCLOSED_QUOTE, records.fault());
    assertEquals("\"b", records.text(1));
    assertTrue(records.next());
    assertEquals(2, records.line());
    assertTrue(records.next());
    assertEquals("f", records.text(1));
  }

  @Test
  void twoHundredThousandLinesOfOpenQuotesAreReadToTheEnd() {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 200_000; i++) {
      text.append(random.nextBoolean() ? "\"a;b\n" : "\"\"\"a\"\"b;c\n");
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    Page page = new Page("f", bytes, 0, bytes.length, 1, false);
    Records records = new Records(page, (byte) ';', 10);
    int n = 0;
    while (records.next()) {
      n++;
    }
    assertTrue(n > 1_000, "records " + n);
  }
}
