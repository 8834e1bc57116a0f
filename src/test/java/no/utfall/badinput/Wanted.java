package no.utfall.badinput;

import java.util.List;
import org.apache.commons.csv.CSVRecord;

/**
 * One row of the index: a file, and what must be said of it.
 *
 * @param number the row in the index, from 1
 * @param kind {@code data}, {@code analysis} or {@code config}
 * @param expected {@code ok}, {@code warn} or {@code error}
 * @param code empty when nothing need be said
 * @param line 0 when no line is asked for; field and column likewise
 */
record Wanted(
    int number,
    String file,
    String kind,
    String expected,
    int exit,
    String code,
    int line,
    int field,
    int column) {

  static Wanted of(CSVRecord row) {
    return new Wanted(
        (int) row.getRecordNumber(),
        row.get("file"),
        row.get("kind"),
        row.get("expected"),
        Integer.parseInt(row.get("exit")),
        row.get("code"),
        number(row.get("line")),
        number(row.get("field")),
        number(row.get("column")));
  }

  private static int number(String cell) {
    return cell.isEmpty() ? 0 : Integer.parseInt(cell);
  }

  /** How grave the finding is: a warning code on a row marked ok is a note. */
  String severity() {
    return switch (expected) {
      case "error" -> "error";
      case "warn" -> "warning";
      default -> "note";
    };
  }

  boolean isAmong(List<Found> findings) {
    return findings.stream().anyMatch(this::is);
  }

  private boolean is(Found found) {
    return found.code().equals(code)
        && found.severity().equals(severity())
        && (line == 0 || found.line() == line)
        && (field == 0 || found.field() == Found.UNSAID || found.field() == field)
        && (column == 0 || Math.abs(found.column() - column) <= 1);
  }
}
