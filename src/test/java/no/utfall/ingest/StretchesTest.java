package no.utfall.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.figure.Type;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** A file read in many stretches side by side is the file read in one go, and the file as Commons CSV reads it. */
class StretchesTest {

  private static final String[] TEXTS = {
    "a",
    "Ø",
    "en lang tekst som går over åtte byte",
    " b ",
    "",
    "\"q;\"\"x\"\"\"",
    "\"to\nlinjer\"",
    "\"\"",
    "=1",
    "s\"t",
    "\"åpen",
    "\"etter\"x",
    "æøåæøå",
    "12345678",
    "123456789",
    "\u00a0c"
  };
  private static final String[] NUMBERS = {
    "1",
    "0",
    "-7",
    "12,5",
    "0,125",
    "3.5",
    "1.234",
    "1,234",
    "-1.234",
    "12.345.678",
    "1 234",
    ":",
    "..",
    "",
    "x",
    "NaN",
    "-",
    "0,1234567890123456789",
    "123456789012345",
    "12345678901234567",
    "1e3",
    "1,5e2",
    ",5",
    "7,",
    "00,500",
    "-0",
    "1.000,5"
  };

  private static String random(SplittableRandom random, boolean isTidy) {
    StringBuilder out = new StringBuilder("k;t;n;m\n");
    int kinds = 1 + random.nextInt(NUMBERS.length);
    String end = new String[] {"\n", "\r\n", "\r"}[random.nextInt(3)];
    for (int row = random.nextInt(40); row >= 0; row--) {
      out.append(random.nextInt(9)).append(';');
      out.append(TEXTS[random.nextInt(isTidy ? 8 : TEXTS.length)]).append(';');
      out.append(NUMBERS[random.nextInt(kinds)]).append(';');
      out.append(NUMBERS[random.nextInt(kinds)]);
      out.append(random.nextInt(isTidy ? 1 << 20 : 15) == 0 ? ";" : "");
      out.append(random.nextInt(isTidy ? 1 << 20 : 15) == 0 ? ";9" : "");
      out.append(random.nextInt(isTidy ? 1 << 20 : 9) == 0 ? end : "");
      out.append(row > 0 || random.nextBoolean() ? end : "");
    }
    return out.toString();
  }

  private static Body body(String text, Declared declared, int stretch, boolean looks) {
    Input input = new Input.OfBytes("f.csv", text.getBytes(StandardCharsets.UTF_8));
    Reader reader = Reader.open(input, declared, Limits.DEFAULT, stretch);
    return looks ? Body.look(reader, declared, Set.of()) : Body.read(reader, declared);
  }

  @Test
  void manyStretchesGiveWhatOneGives() {
    for (int seed = 0; seed < 600; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      String text = random(random, seed % 5 == 0);
      Texts.Say say = new Texts.Say();
      say.delimiter = random.nextBoolean() ? ";" : null;
      say.types = Texts.typed("n", Type.COUNT, "m", Type.NUMBER).types();
      say.key = random.nextBoolean() ? List.of("k") : List.of();
      say.decimal = random.nextInt(4) == 0 ? "," : null;
      Declared declared = say.done();
      Reading one = body(text, declared, 1 << 20, false).reading().value();
      int stretch = 1 + random.nextInt(60);
      var many = body(text, declared, stretch, false).reading();
      String where = "seed " + seed + ", stretch " + stretch + "\n" + text;
      assertEquals(one.ledger(), many.value().ledger(), where);
      assertEquals(
          body(text, declared, 1 << 20, false).reading().findings(), many.findings(), where);
      assertEquals(one.recognition(), many.value().recognition(), where);
      assertEquals(cells(one.frame()), cells(many.value().frame()), where);
      Body looked = body(text, declared, stretch, true);
      looked.seen();
      assertEquals(one.ledger(), looked.ledger(), where);
      assertEquals(many.findings(), looked.found().all(), where);
    }
  }

  private static List<String> cells(Frame frame) {
    List<String> cells = new ArrayList<>();
    for (Column column : frame.columns()) {
      for (int row = 0; row < column.size(); row++) {
        String cell = column instanceof TextColumn text
            ? text.get(row) + "/" + text.code(row)
            : String.valueOf(((NumberColumn) column).figure(row));
        cells.add(column.name() + ":" + cell + "@" + frame.place(row, column.name()));
      }
    }
    return cells;
  }

  @Test
  void textsAreThoseOfCommonsCsvAndNumbersThoseOfBigDecimal() throws IOException {
    int read = 0;
    for (int seed = 0; seed < 400; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      String text = random(random, true);
      Texts.Say say = new Texts.Say();
      say.delimiter = ";";
      say.decimal = ",";
      say.thousands = ".";
      say.types = Texts.typed("n", Type.NUMBER).types();
      var loaded = body(text, say.done(), 1 + random.nextInt(50), false).reading();
      Frame frame = loaded.value().frame();
      List<CSVRecord> rows = CSVFormat.RFC4180
          .builder()
          .setDelimiter(';')
          .setHeader()
          .setSkipHeaderRecord(true)
          .get()
          .parse(new StringReader(text))
          .getRecords();
      assertEquals(rows.size(), frame.rows(), "seed " + seed + "\n" + text);
      for (int row = 0; row < rows.size(); row++) {
        assertEquals(Reader.trimmed(rows.get(row).get("t")), frame.text("t").get(row));
        String cell = rows.get(row).get("n");
        if (cell.matches("-?[0-9]*,?[0-9]+")) {
          double exact = new BigDecimal(cell.replace(',', '.')).doubleValue();
          if (frame.number("n").isKnown(row)) {
            assertEquals(exact, frame.number("n").value(row), "seed " + seed + ": " + cell);
            read++;
          }
        }
      }
    }
    assertTrue(read > 1_500, "numbers compared: " + read);
  }
}
