package no.utfall.interop;

import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Status;
import no.utfall.figure.TextColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Frames as Tablesaw tables and back. Codes stay text. A number that is not known is missing in Tablesaw, which has one
 * kind of missing: where any cell has a standing, it goes along in a text column {@code NAME_status}, and comes back
 * from there. The bounds of hidden cells stay behind.
 */
public final class Tablesaw {

  private static final String STATUS = "_status";

  private Tablesaw() {}

  public static Table table(String name, Frame frame) {
    Table table = Table.create(name);
    for (Column column : frame.columns()) {
      if (column instanceof TextColumn text) {
        table.addColumns(strings(text));
      } else if (column instanceof NumberColumn numbers) {
        table.addColumns(doubles(numbers));
        if (hasStanding(numbers)) {
          table.addColumns(standings(numbers));
        }
      }
    }
    return table;
  }

  /** A frame of text and number columns; every other type of column comes as the text Tablesaw prints. */
  public static Frame frame(Table table) {
    Frame frame = Frame.of();
    for (tech.tablesaw.columns.Column<?> column : table.columns()) {
      if (column.name().endsWith(STATUS) && table.columnNames().contains(bare(column.name()))) {
        continue;
      }
      frame = frame.with(
          column instanceof NumericColumn<?> numeric ? numbers(table, numeric) : text(column));
    }
    return frame;
  }

  private static StringColumn strings(TextColumn text) {
    StringColumn column = StringColumn.create(text.name());
    for (int i = 0; i < text.size(); i++) {
      column.append(text.get(i));
    }
    return column;
  }

  private static DoubleColumn doubles(NumberColumn numbers) {
    DoubleColumn column = DoubleColumn.create(numbers.name());
    for (int i = 0; i < numbers.size(); i++) {
      if (numbers.isKnown(i)) {
        column.append(numbers.value(i));
      } else {
        column.appendMissing();
      }
    }
    return column;
  }

  private static boolean hasStanding(NumberColumn numbers) {
    for (int i = 0; i < numbers.size(); i++) {
      if (!numbers.isKnown(i) && numbers.status(i) != Status.MISSING) {
        return true;
      }
    }
    return false;
  }

  private static StringColumn standings(NumberColumn numbers) {
    StringColumn column = StringColumn.create(numbers.name() + STATUS);
    for (int i = 0; i < numbers.size(); i++) {
      column.append(numbers.status(i).code());
    }
    return column;
  }

  private static String bare(String name) {
    return name.substring(0, name.length() - STATUS.length());
  }

  private static TextColumn text(tech.tablesaw.columns.Column<?> column) {
    TextColumn.Builder builder = TextColumn.builder(column.name());
    for (int i = 0; i < column.size(); i++) {
      builder.add(column.isMissing(i) ? "" : column.getString(i));
    }
    return builder.build();
  }

  private static NumberColumn numbers(Table table, NumericColumn<?> column) {
    String beside = column.name() + STATUS;
    boolean standing = table.columnNames().contains(beside);
    NumberColumn.Builder builder = NumberColumn.builder(column.name());
    for (int i = 0; i < column.size(); i++) {
      if (!column.isMissing(i)) {
        builder.add(column.getDouble(i));
      } else {
        add(builder, standing ? table.column(beside).getString(i) : Status.MISSING.code());
      }
    }
    return builder.build();
  }

  private static void add(NumberColumn.Builder builder, String code) {
    for (Status status : Status.values()) {
      if (status.code().equals(code) && status == Status.SUPPRESSED) {
        builder.addSuppressed(Double.NaN, Double.NaN);
        return;
      } else if (status.code().equals(code) && status != Status.KNOWN) {
        builder.addMissing(status);
        return;
      }
    }
    builder.addMissing(Status.MISSING);
  }
}
