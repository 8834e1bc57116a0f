package no.utfall.engine;

import java.util.Locale;
import no.utfall.engine.Question.Measure;
import no.utfall.figure.Type;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;

/** A cell of a person's row that is no number of its type: what is wrong with it, without saying what stands there. */
final class BadCell {

  private static final int SHOWN = 20;

  private BadCell() {}

  static Finding finding(Location place, Measure measure, String cell) {
    String shape = shape(cell);
    String code = code(measure.type(), cell);
    String what = switch (code) {
      case "E409" -> "is not a finite number";
      case "E413" -> "is a count in scientific notation";
      case "E414" -> "has more digits than can be summed";
      case "E601" -> "is below zero";
      case "E602" -> "is a fraction in a count";
      default -> "is not a number";
    };
    return Finding.error(
        code,
        place,
        shape,
        "a cell like '" + shape + "' in column '" + measure.column() + "' " + what,
        fix(code));
  }

  private static String fix(String code) {
    return switch (code) {
      case "E408" -> "if it is a sign of a missing number, declare it with --missing";
      case "E602" -> "an estimate is named with --value";
      default -> "correct the file where it is made";
    };
  }

  private static String code(Type type, String cell) {
    String word = cell.toLowerCase(Locale.ROOT);
    if (word.matches("[+-]?(nan|inf|infinity)")) {
      return "E409";
    }
    if (!cell.matches(CellsSql.NUMBER)) {
      return "E408";
    }
    double value = Double.parseDouble(cell.replace(',', '.'));
    if (!(Math.abs(value) <= CellsSql.LARGEST)) {
      return Double.isInfinite(value) ? "E409" : "E414";
    }
    if (type != Type.NUMBER && value < 0) {
      return "E601";
    }
    if (type == Type.COUNT && value != Math.rint(value)) {
      return "E602";
    }
    return type == Type.COUNT && word.indexOf('e') >= 0 ? "E413" : "E408";
  }

  /** Whether a trimmed cell of text is no number of the type and no sign of a missing one. */
  static boolean isBad(Type type, String cell, PersonFile.OfText file) {
    if (cell.isEmpty()
        || cell.equals(".")
        || cell.equals("..")
        || cell.equals(":")
        || file.missing().contains(cell)) {
      return false;
    }
    return !cell.matches(CellsSql.pattern(type, file.decimal()))
        || !(Math.abs(Double.parseDouble(cell.replace(',', '.'))) <= CellsSql.LARGEST);
  }

  /** Digits as 9 and letters as x: the look of a cell of a person's row, and nothing of the person. */
  static String shape(String cell) {
    StringBuilder shape = new StringBuilder();
    cell.codePoints().limit(SHOWN).forEach(c -> {
      if (Character.isDigit(c)) {
        shape.append('9');
      } else if (Character.isLetter(c)) {
        shape.append('x');
      } else {
        shape.appendCodePoint(c);
      }
    });
    return shape + (cell.codePointCount(0, cell.length()) > SHOWN ? "…" : "");
  }
}
