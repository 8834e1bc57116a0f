package no.utfall.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import no.utfall.figure.Column;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.text.Language;
import no.utfall.view.Table;
import no.utfall.view.Table.Shown;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook after the rules for accessible spreadsheets: one table a sheet from A1, no merged or empty cells, text as
 * text and never as formula, shorthand explained on a sheet of notes. Every digit is kept; the format of the cell
 * rounds.
 */
final class XlsxTable implements TableWriter {

  private static final int ROWS = 1_048_575;
  private static final int CHARACTERS = 32_767;
  private static final int NAME = 31;

  @Override
  public void write(Table table, Language language, OutputStream out) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "utfall", null)) {
      Cells cells = new Cells(table, language);
      String title = table.title().in(language);
      String name = sheetName(title.isBlank() ? table.id() : title);
      int from = 0;
      int sheet = 1;
      do {
        Worksheet data = book.newWorksheet(sheet == 1 ? name : numbered(name, sheet));
        rows(data, table, cells, from, Math.min(cells.rows(), from + ROWS));
        from += ROWS;
        sheet++;
      } while (from < cells.rows());
      notes(book.newWorksheet(numbered(Words.NOTES.in(language), 0)), title, table, language);
    }
    repack(bytes.toByteArray(), out);
    out.flush();
  }

  private static void rows(Worksheet sheet, Table table, Cells cells, int from, int to) {
    for (int column = 0; column < cells.columns(); column++) {
      sheet.inlineString(0, column, text(cells.label(column)));
      sheet.style(0, column).bold().wrapText(true).set();
    }
    sheet.freezePane(0, 1);
    for (int column = 0; column < cells.columns(); column++) {
      Column values = table.frame().column(table.columns().get(column).column());
      for (int row = from; row < to; row++) {
        int line = row - from + 1;
        if (values instanceof NumberColumn number) {
          number(sheet, line, column, number, cells, row);
        } else if (values instanceof TextColumn texts) {
          sheet.inlineString(line, column, text(texts.get(row)));
        }
      }
    }
  }

  private static void number(
      Worksheet sheet, int line, int column, NumberColumn number, Cells cells, int row) {
    double value = number.value(row);
    if (!Double.isFinite(value)) {
      sheet.inlineString(
          line,
          column,
          Double.isNaN(value) ? shorthand(cells, column, row) : cells.at(column, row));
      return;
    }
    sheet.value(line, column, value);
    int decimals = cells.decimals(column, row);
    if (decimals != Shown.AS_IS) {
      String format = decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
      sheet.style(line, column).format(format).set();
    }
  }

  private static String shorthand(Cells cells, int column, int row) {
    Sign sign = cells.sign(column, row);
    return (sign == null ? Sign.NOT_AVAILABLE : sign).shorthand;
  }

  private static void notes(Worksheet sheet, String title, Table table, Language language) {
    List<String> lines = new ArrayList<>(List.of(title, table.note().in(language)));
    for (Sign sign : Sign.values()) {
      lines.add(sign.shorthand + " = " + sign.meaning.in(language));
    }
    lines.removeIf(String::isBlank);
    for (int i = 0; i < lines.size(); i++) {
      sheet.inlineString(i, 0, text(lines.get(i)));
    }
    sheet.width(0, 80);
  }

  private static String text(String cell) {
    String shown = Visible.of(cell);
    return shown.length() <= CHARACTERS ? shown : shown.substring(0, CHARACTERS - 1) + "…";
  }

  static String sheetName(String title) {
    String name = Visible.inline(title).replaceAll("[\\[\\]:*?/\\\\]", " ").strip();
    name = name.replaceAll("^'+|'+$", "");
    name = name.length() <= NAME ? name : name.substring(0, NAME - 1).strip() + "…";
    return name.isEmpty() ? "1" : name;
  }

  /** Names of sheets differ: the notes are numbered last, data from the second sheet on. */
  private static String numbered(String name, int number) {
    if (number == 0) {
      return "(" + name + ")";
    }
    String end = " " + number;
    return name.substring(0, Math.min(name.length(), NAME - end.length())) + end;
  }

  /** The same parts in a fixed order, without the time of writing, stored so that no compressor makes a difference. */
  private static void repack(byte[] workbook, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    try (ZipFile parts = ZipFile.builder()
        .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
        .get()) {
      List<ZipArchiveEntry> entries = new ArrayList<>();
      parts.getEntries().asIterator().forEachRemaining(entries::add);
      // the list of content types comes first by custom
      entries.sort(
          Comparator.comparing((ZipArchiveEntry entry) -> !entry.getName().startsWith("["))
              .thenComparing(ZipArchiveEntry::getName));
      for (ZipArchiveEntry entry : entries) {
        byte[] content = parts.getInputStream(entry).readAllBytes();
        if (entry.getName().equals("docProps/core.xml")) {
          content = new String(content, StandardCharsets.UTF_8)
              .replaceAll("<dcterms:created[^>]*>[^<]*</dcterms:created>", "")
              .getBytes(StandardCharsets.UTF_8);
        }
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry kept = new ZipEntry(entry.getName());
        kept.setMethod(ZipEntry.STORED);
        kept.setSize(content.length);
        kept.setCrc(sum.getValue());
        // not 1980-01-01, which ZipEntry takes for 'earlier still' and adds the time zone of the
        // machine
        kept.setTimeLocal(LocalDateTime.of(2000, 1, 1, 0, 0));
        zip.putNextEntry(kept);
        zip.write(content);
        zip.closeEntry();
      }
    }
    zip.finish();
  }
}
