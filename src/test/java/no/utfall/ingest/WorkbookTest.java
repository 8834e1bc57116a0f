package no.utfall.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import no.utfall.figure.Frame;
import no.utfall.figure.Type;
import no.utfall.ingest.Texts.Say;
import no.utfall.problem.Loaded;
import no.utfall.problem.Refusal;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

class WorkbookTest {

  private static byte[] book(String... sheets) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "test", "1.0")) {
      for (String name : sheets) {
        Worksheet sheet = book.newWorksheet(name);
        sheet.value(0, 0, "kommune");
        sheet.value(0, 1, "netto");
        sheet.value(0, 2, "dato");
        sheet.value(1, 0, 301);
        sheet.style(1, 0).format("0000").set();
        sheet.value(1, 1, 1234.567);
        sheet.value(1, 2, LocalDate.of(2024, 12, 10));
        sheet.style(1, 2).format("yyyy-mm-dd").set();
        sheet.value(2, 0, "1103");
        sheet.value(2, 1, ":");
        sheet.value(4, 0, "4601");
        sheet.value(4, 1, -2);
      }
    }
    return out.toByteArray();
  }

  private static Loaded<Reading> read(byte[] bytes, Declared declared) {
    return Ingest.read(new Input.OfBytes("b.xlsx", bytes), declared, Limits.DEFAULT);
  }

  @Test
  void theOnlySheetIsReadAsItIsShown() throws IOException {
    Loaded<Reading> loaded = read(book("Netto"), Texts.typed("netto", Type.NUMBER));
    Frame frame = loaded.value().frame();
    assertEquals(
        List.of("0301", "1103", "4601"),
        List.of(
            frame.text("kommune").get(0),
            frame.text("kommune").get(1),
            frame.text("kommune").get(2)));
    assertEquals(1234.567, frame.number("netto").value(0));
    assertEquals("2024-12-10", frame.text("dato").get(0));
    assertEquals(5, frame.place(2, "netto").line());
    assertTrue(loaded.findings().stream().anyMatch(f -> f.code().equals("W416")));
    assertEquals(3, loaded.value().ledger().read());
  }

  @Test
  void stackedHeaderRowsOfASheetBecomeOneName() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("A");
      String[][] cells = {
        {"", "Menn", "", "Kvinner", ""},
        {"kommune", "2022", "2023", "2022", "2023"},
        {"0301", "1", "2", "3", ":"}
      };
      for (int r = 0; r < cells.length; r++) {
        for (int c = 0; c < cells[r].length; c++) {
          if (!cells[r][c].isEmpty()) {
            sheet.value(r, c, cells[r][c]);
          }
        }
      }
    }
    Say say = new Say();
    say.headerLines = 2;
    Loaded<Tidying.Tidy> tidied = Tidying.of(
        new Input.OfBytes("b.xlsx", out.toByteArray()),
        say.done(),
        Tidying.Said.NOTHING,
        Limits.DEFAULT);
    assertEquals(
        List.of("kommune", "Menn 2022", "Menn 2023", "Kvinner 2022", "Kvinner 2023"),
        tidied.value().recognition().columns());
    Frame frame = tidied.value().frame();
    assertEquals(4, frame.rows());
    assertEquals("Kvinner", frame.text("indicator").get(0));
    assertEquals("suppressed", frame.text("status").get(2));
  }

  @Test
  void oneOfSeveralSheetsMustBeNamed() throws IOException {
    byte[] two = book("Netto", "Brutto");
    Loaded<Reading> none = read(two, Declared.nothing());
    assertEquals("E114", none.findings().get(0).code());
    assertTrue(none.findings().get(0).message().contains("Netto, Brutto"));
    Say say = new Say();
    say.sheet = "Bruto";
    assertTrue(read(two, say.done()).findings().get(0).message().contains("'Brutto'"));
    say.sheet = "Brutto";
    say.types = Map.of("netto", Type.NUMBER);
    assertEquals(3, read(two, say.done()).value().frame().rows());
  }

  @Test
  void bombsAreRefused() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 80; i++) {
        zip.write(zeros);
      }
    }
    byte[] bomb = out.toByteArray();
    Refusal refusal = assertThrows(Refusal.class, () -> read(bomb, Declared.nothing()));
    assertEquals("E902", refusal.findings().get(0).code());
  }
}
