package no.utfall.ingest;

import org.jspecify.annotations.Nullable;

/**
 * What the cells of one column (or of the wide columns that become one) prove about point and comma.
 *
 * <p>A cell with one certain reading is a witness: {@code 12,5} of the decimal comma, {@code 1,234,567} of the decimal
 * point. An ambiguous cell follows the declaration, then the witnesses of its column, then, when its column has none, the decimal mark
 * of the file.
 */
final class Marks {

  enum Reading {
    DECIMAL,
    GROUP,
    EITHER,
    NEITHER
  }

  private final char declaredDecimal;
  private final char declaredGroup;
  private final boolean[] decimal = new boolean[2];
  private final boolean[] group = new boolean[2];
  private final int[] witnesses = new int[2];
  private final int[] firstRow = {Integer.MAX_VALUE, Integer.MAX_VALUE};

  Marks(@Nullable String decimal, @Nullable String thousands) {
    this.declaredDecimal = decimal == null || decimal.isEmpty() ? 0 : decimal.charAt(0);
    this.declaredGroup = thousands == null || thousands.isEmpty() ? 0 : thousands.charAt(0);
  }

  private static int index(char mark) {
    return mark == ',' ? 0 : 1;
  }

  static char other(char mark) {
    return mark == ',' ? '.' : ',';
  }

  /** The decimal mark that a certain numeral implies, 0 when it implies none. */
  static char implied(Numeral numeral) {
    if (numeral.decimal() != 0) {
      return numeral.decimal();
    }
    return numeral.group() == '.' || numeral.group() == ',' ? other(numeral.group()) : 0;
  }

  void witness(Numeral numeral, int row) {
    char implied = implied(numeral);
    if (implied == 0) {
      return;
    }
    if (numeral.decimal() != 0) {
      decimal[index(numeral.decimal())] = true;
    }
    if (numeral.group() == '.' || numeral.group() == ',') {
      group[index(numeral.group())] = true;
    }
    witnesses[index(implied)]++;
    firstRow[index(implied)] = Math.min(firstRow[index(implied)], row);
  }

  void decimalWitness(char mark, int row) {
    decimal[index(mark)] = true;
    witnesses[index(mark)]++;
    firstRow[index(mark)] = Math.min(firstRow[index(mark)], row);
  }

  void add(Marks other) {
    add(other, 0);
  }

  /** What was seen further down: its row 0 is this one. */
  void add(Marks other, int row) {
    for (int i = 0; i < 2; i++) {
      decimal[i] |= other.decimal[i];
      group[i] |= other.group[i];
      witnesses[i] += other.witnesses[i];
      if (other.witnesses[i] > 0) {
        firstRow[i] = Math.min(firstRow[i], row + other.firstRow[i]);
      }
    }
  }

  boolean isDeclaredDecimal(char mark) {
    return mark == declaredDecimal;
  }

  boolean isDeclared() {
    return declaredDecimal != 0 || declaredGroup == ',' || declaredGroup == '.';
  }

  /** The decimal mark of the column: declared, or that of most witnesses, the earlier of two; 0 without any. */
  char decimalMark() {
    if (declaredDecimal != 0) {
      return declaredDecimal;
    }
    if (declaredGroup == ',' || declaredGroup == '.') {
      return other(declaredGroup);
    }
    if (witnesses[0] == 0 && witnesses[1] == 0) {
      return 0;
    }
    boolean comma =
        witnesses[0] != witnesses[1] ? witnesses[0] > witnesses[1] : firstRow[0] < firstRow[1];
    return comma ? ',' : '.';
  }

  /** A row with the decimal mark of the column, for messages; −1 when it is declared. */
  int witnessRow() {
    char mark = decimalMark();
    return isDeclared() || mark == 0 ? -1 : firstRow[index(mark)];
  }

  /** Witnesses for both marks, or against the declaration. */
  boolean isMixed() {
    char mark = decimalMark();
    return mark != 0 && witnesses[index(other(mark))] > 0;
  }

  /** How one point or comma before three digits is read. */
  Reading ambiguous(char mark) {
    if (declaredDecimal != 0) {
      if (mark == declaredDecimal) {
        return Reading.DECIMAL;
      }
      return declaredGroup == 0 || declaredGroup == mark ? Reading.GROUP : Reading.NEITHER;
    }
    if (declaredGroup != 0) {
      return mark == declaredGroup ? Reading.GROUP : Reading.DECIMAL;
    }
    int i = index(mark);
    boolean asDecimal = decimal[i] || group[1 - i];
    boolean asGroup = group[i];
    return asDecimal == asGroup ? Reading.EITHER : asDecimal ? Reading.DECIMAL : Reading.GROUP;
  }

  /** How one point or comma before three digits is read in a column without witnesses, when these are of the file. */
  Reading elsewhere(char mark) {
    char certain = decimalMark();
    if (certain == 0) {
      return Reading.EITHER;
    }
    return mark == certain ? Reading.DECIMAL : Reading.GROUP;
  }
}
