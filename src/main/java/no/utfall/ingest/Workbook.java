package no.utfall.ingest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;
import no.utfall.text.Nearest;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** One sheet of an XLSX workbook as a page of tab-separated text: a row a line, cells as the sheet shows them. */
final class Workbook {

  static final char DELIMITER = '\t';

  private Workbook() {}

  /** The sheet as a page; {@code null} after a finding says why there is none. */
  static @Nullable Page page(
      String file, byte[] bytes, @Nullable String wanted, Found found, List<String> evidence) {
    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, false))) {
      List<Sheet> sheets = book.getSheets().toList();
      List<String> names = sheets.stream().map(Sheet::getName).toList();
      Optional<Sheet> sheet = wanted == null
          ? only(sheets)
          : sheets.stream().filter(s -> s.getName().equals(wanted)).findFirst();
      if (sheet.isEmpty()) {
        noSheet(wanted, names, found);
        return null;
      }
      evidence.add("workbook, sheet \"" + sheet.get().getName() + "\"");
      return page(file, sheet.get(), found);
    } catch (IOException | RuntimeException e) {
      if (e instanceof Refusal refusal) {
        throw refusal;
      }
      found.ofFile(
          "E903",
          "this is a ZIP archive but not a workbook that can be read (" + e.getMessage() + ")",
          "save it again as XLSX or CSV");
      return null;
    }
  }

  /** The one sheet of cells; our own sheet of notes, whose name stands in parentheses, is none. */
  private static Optional<Sheet> only(List<Sheet> sheets) {
    List<Sheet> cells = sheets.size() == 1
        ? sheets
        : sheets.stream().filter(s -> !s.getName().matches("\\(.+\\)")).toList();
    return cells.size() == 1 ? Optional.of(cells.get(0)) : Optional.empty();
  }

  private static void noSheet(@Nullable String wanted, List<String> names, Found found) {
    if (wanted == null) {
      found.ofFile(
          "E114",
          "the workbook has " + names.size() + " sheets: " + shortened(names),
          "name one of them: --sheet \"" + (names.isEmpty() ? "" : names.get(0))
              + "\", or sheet: in a project");
    } else {
      String near =
          Nearest.to(wanted, names).map(n -> "; did you mean '" + n + "'?").orElse("");
      found.ofFile(
          "E114",
          "the workbook has no sheet '" + wanted + "'" + near,
          "its sheets are: " + shortened(names));
    }
  }

  private static String shortened(List<String> names) {
    List<String> shown = names.subList(0, Math.min(names.size(), 80));
    return String.join(", ", shown) + (shown.size() < names.size() ? ", …" : "");
  }

  private static Page page(String file, Sheet sheet, Found found) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    int[] line = {1};
    List<Cell> dates = new ArrayList<>();
    int[] dateCount = {0};
    try (Stream<Row> rows = sheet.openStream()) {
      rows.forEach(row -> {
        while (line[0] < row.getRowNum()) {
          out.write('\n');
          line[0]++;
        }
        for (int i = 0; i < row.getCellCount(); i++) {
          if (i > 0) {
            out.write(DELIMITER);
          }
          Cell cell = row.getCell(i);
          if (cell != null) {
            out.writeBytes(quoted(shown(cell)).getBytes(StandardCharsets.UTF_8));
            if (isDate(cell)) {
              dateCount[0]++;
              if (dates.isEmpty()) {
                dates.add(cell);
              }
            }
          }
        }
        out.write('\n');
        line[0]++;
      });
    }
    if (!dates.isEmpty()) {
      Cell first = dates.get(0);
      found.add(
          "W416",
          new Location(file, first.getAddress().getRow() + 1, first.getColumnIndex() + 1, 0),
          shown(first),
          "",
          "the cell is a date in the workbook and is read as " + shown(first) + " (" + dateCount[0]
              + (dateCount[0] == 1 ? " cell)" : " cells)"),
          "if it was meant as a group or code, such as 10-12, make it text in the workbook");
    }
    byte[] bytes = out.toByteArray();
    return new Page(file, bytes, 0, bytes.length, 1, true);
  }

  static String quoted(String text) {
    if (text.indexOf('"') < 0
        && text.indexOf('\t') < 0
        && text.indexOf('\n') < 0
        && text.indexOf('\r') < 0) {
      return text;
    }
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  private static boolean isDate(Cell cell) {
    return cell.getType() == CellType.NUMBER && isDateFormat(cell.getDataFormatString());
  }

  /** A format with a year or a day in it, outside quotes and brackets. */
  private static boolean isDateFormat(@Nullable String format) {
    if (format == null) {
      return false;
    }
    String bare = format.replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "");
    return bare.matches(".*[yYdD].*") && !bare.contains("General");
  }

  private static String shown(Cell cell) {
    return switch (cell.getType()) {
      case NUMBER -> number(cell);
      case FORMULA -> cell.getRawValue() == null ? "" : cell.getRawValue();
      case BOOLEAN -> Boolean.TRUE.equals(cell.asBoolean()) ? "TRUE" : "FALSE";
      case EMPTY -> "";
      default -> {
        String text = cell.getRawValue();
        Object value = cell.getValue();
        yield value instanceof String held ? held : text == null ? "" : text;
      }
    };
  }

  private static String number(Cell cell) {
    if (isDate(cell)) {
      LocalDateTime date = cell.asDate();
      return date.toLocalTime().toSecondOfDay() == 0
          ? date.toLocalDate().toString()
          : date.toString();
    }
    String raw = cell.getRawValue();
    String format = cell.getDataFormatString();
    if (raw != null && format != null && format.matches("0{2,}") && raw.matches("[0-9]+")) {
      return "0".repeat(Math.max(0, format.length() - raw.length())) + raw;
    }
    if (raw != null && (raw.indexOf('E') > 0 || raw.indexOf('e') > 0)) {
      return new BigDecimal(raw).toPlainString();
    }
    return raw == null ? "" : raw;
  }
}
