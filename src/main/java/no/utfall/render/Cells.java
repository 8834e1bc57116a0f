package no.utfall.render;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.text.Language;
import no.utfall.text.Numerals;
import no.utfall.view.Table;
import no.utfall.view.Table.Shown;
import org.jspecify.annotations.Nullable;

/** The cells of a table as people read them, in one language. */
final class Cells {

  private final Table table;
  private final Language language;
  private final Column[] columns;
  private final @Nullable NumberColumn low;
  private final @Nullable NumberColumn high;

  Cells(Table table, Language language) {
    this.table = table;
    this.language = language;
    this.columns = table.columns().stream()
        .map(shown -> table.frame().column(shown.column()))
        .toArray(Column[]::new);
    this.low = numbers(table.frame(), "conf_low");
    this.high = numbers(table.frame(), "conf_high");
  }

  private static @Nullable NumberColumn numbers(Frame frame, String name) {
    return frame.has(name) && frame.column(name) instanceof NumberColumn number ? number : null;
  }

  int rows() {
    return table.frame().rows();
  }

  int columns() {
    return columns.length;
  }

  String label(int column) {
    return table.columns().get(column).label().in(language);
  }

  boolean numeric(int column) {
    return columns[column] instanceof NumberColumn;
  }

  /** The decimal mark of a column of numbers. */
  char decimalMark(int column) {
    boolean norwegian = language != Language.EN;
    return norwegian && table.columns().get(column).decimals() != Shown.AS_IS ? ',' : '.';
  }

  /** The number of decimals of a cell, {@link Shown#AS_IS} where it is written exactly. */
  int decimals(int column, int row) {
    int decimals = table.columns().get(column).decimals();
    if (decimals != Shown.BY_INTERVAL) {
      return decimals;
    }
    double from = low == null ? Double.NaN : low.value(row);
    double to = high == null ? Double.NaN : high.value(row);
    double value = columns[column] instanceof NumberColumn number ? number.value(row) : Double.NaN;
    if (Double.isNaN(from) && Double.isNaN(to)) {
      return withoutInterval(value);
    }
    return Numerals.decimalsFor(from, to);
  }

  /** None for a count, else three digits that say something. */
  private static int withoutInterval(double value) {
    if (value == Math.rint(value) || Double.isNaN(value) || Double.isInfinite(value)) {
      return 0;
    }
    int magnitude = (int) Math.floor(StrictMath.log10(Math.abs(value)));
    return Math.max(0, Math.min(6, 2 - magnitude));
  }

  String at(int column, int row) {
    if (columns[column] instanceof TextColumn text) {
      return text.get(row);
    }
    NumberColumn number = (NumberColumn) columns[column];
    if (!number.isKnown(row)) {
      Sign sign = sign(column, row);
      return sign == null ? "" : sign.mark;
    }
    int decimals = decimals(column, row);
    return decimals == Shown.AS_IS
        ? Numerals.exact(number.value(row))
        : Numerals.rounded(number.value(row), decimals, language);
  }

  @Nullable Sign sign(int column, int row) {
    return columns[column] instanceof NumberColumn number ? Sign.of(number.status(row)) : null;
  }

  /** The note below the table, with the meaning of every sign that stands in it. */
  List<String> notes() {
    Set<Sign> signs = EnumSet.noneOf(Sign.class);
    for (int column = 0; column < columns.length; column++) {
      for (int row = 0; row < rows(); row++) {
        Sign sign = sign(column, row);
        if (sign != null) {
          signs.add(sign);
        }
      }
    }
    String meanings = signs.stream()
        .map(sign -> sign.mark + " = " + sign.meaning.in(language))
        .collect(Collectors.joining("; "));
    return List.of(table.note().in(language), meanings).stream()
        .filter(note -> !note.isBlank())
        .toList();
  }
}
