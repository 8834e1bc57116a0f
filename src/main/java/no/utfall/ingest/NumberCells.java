package no.utfall.ingest;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import no.utfall.figure.Flag;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Status;
import no.utfall.figure.Type;
import org.jspecify.annotations.Nullable;

/** The cells of one number column as they are read: certain numbers at once, ambiguous ones when all are seen. */
final class NumberCells {

  private static final byte KNOWN = 0;
  private static final byte BLANK = 1;
  private static final byte FAULTY = 2;
  private static final byte SIGN = 3;
  private static final int LONGEST_SENTENCE_FREE = 25;
  private static final Standing NOTHING = new Standing(null, null, false);

  /** Something wrong with, or to be told of, cells: the rows and texts of the first ones, and how many there are. */
  static final class Trouble {
    final List<Integer> rows = new ArrayList<>();
    final List<String> cells = new ArrayList<>();
    int count;

    void add(int row, String cell) {
      if (rows.size() < Found.KEPT) {
        rows.add(row);
        cells.add(cell);
      }
      count++;
    }
  }

  private record Waiting(int row, String cell, Numeral numeral) {}

  private final String name;
  private final Type type;
  private final List<Sign> signList;
  private final Map<String, Byte> signCodes = new HashMap<>();
  private final boolean sentences;
  private final Map<Character, Standing> letters;
  private final Marks marks;
  private double[] values;
  private byte @Nullable [] standing;
  private byte @Nullable [] flags;
  private int size;
  private final List<Waiting> waiting = new ArrayList<>();
  private final List<Waiting> commas = new ArrayList<>();
  private final List<Waiting> points = new ArrayList<>();
  private final Map<String, Trouble> troubles = new LinkedHashMap<>();
  private final Map<String, Trouble> signsSeen = new LinkedHashMap<>();
  /** Whether a sign, such as -9, could be taken for a number. */
  private final boolean signsAreNumbers;

  private final byte[] scratch = new byte[32];
  private static final Pattern NUMERAL = Pattern.compile("-?[0-9]+([.,][0-9]*)?");
  private final Map<Integer, double[]> limits = new HashMap<>();

  NumberCells(
      String name, Type type, Map<String, Sign> signs, Profile profile, Marks marks, int cells) {
    this.name = name;
    this.type = type;
    this.sentences = profile.is("sentences");
    this.letters = profile.letters();
    this.marks = marks;
    this.values = new double[cells];
    this.signList = new ArrayList<>(signs.values());
    byte code = SIGN;
    for (String sign : signs.keySet()) {
      signCodes.put(sign, code++);
    }
    this.signsAreNumbers = signs.keySet().stream().anyMatch(NUMERAL.asMatchPredicate());
  }

  String name() {
    return name;
  }

  Marks marks() {
    return marks;
  }

  Map<String, Trouble> troubles() {
    return troubles;
  }

  /** By sign, in the order of their first appearance. */
  Map<String, Trouble> signsSeen() {
    return signsSeen;
  }

  /** A cell: trimmed bytes of UTF-8. */
  void add(byte[] bytes, int start, int end) {
    if (start == end) {
      put(0, BLANK);
    } else if (signsAreNumbers || !simple(bytes, start, end)) {
      odd(new String(bytes, start, end - start, StandardCharsets.UTF_8));
    }
  }

  void addBlank() {
    put(0, BLANK);
  }

  /** Digits, perhaps behind a minus, perhaps with one mark whose meaning is certain. */
  private boolean simple(byte[] bytes, int start, int end) {
    int i = start;
    boolean negative = bytes[i] == '-';
    if (negative) {
      i++;
    }
    int first = i;
    long whole = 0;
    while (i < end && bytes[i] >= '0' && bytes[i] <= '9') {
      whole = 10 * whole + bytes[i] - '0';
      i++;
      if (i - first > 15) {
        return false;
      }
    }
    int digits = i - first;
    if (i == end) {
      if (digits == 0) {
        return false;
      }
      double value = negative ? -(double) whole : whole;
      check(value, bytes, start, end);
      return true;
    }
    byte mark = bytes[i];
    if ((mark != '.' && mark != ',') || end - start > 30) {
      return false;
    }
    int markAt = i;
    for (i++; i < end; i++) {
      if (bytes[i] < '0' || bytes[i] > '9') {
        return false;
      }
    }
    int decimals = end - markAt - 1;
    boolean certain = decimals != 3
        || digits > 3
        || digits == 0
        || bytes[first] == '0'
        || marks.isDeclaredDecimal((char) mark);
    if (!certain || digits + decimals == 0 || marks.decimalMark() != mark) {
      return false;
    }
    marks.decimalWitness((char) mark, size);
    int length = end - start;
    System.arraycopy(bytes, start, scratch, 0, length);
    scratch[markAt - start] = '.';
    check(JavaDoubleParser.parseDouble(scratch, 0, length), bytes, start, end);
    return true;
  }

  private void odd(String cell) {
    Byte code = signCodes.get(cell);
    if (code != null) {
      signsSeen.computeIfAbsent(cell, s -> new Trouble()).add(size, cell);
      put(0, code);
      return;
    }
    int end = lettersFrom(cell, letters.keySet());
    if (end < cell.length()) {
      int row = size;
      byte[] number = cell.substring(0, end).stripTrailing().getBytes(StandardCharsets.UTF_8);
      add(number, 0, number.length);
      for (int i = end; i < cell.length(); i++) {
        mark(row, letters.getOrDefault(cell.charAt(i), NOTHING));
      }
      return;
    }
    Numeral numeral = Numeral.of(cell);
    switch (numeral.kind()) {
      case AMBIGUOUS -> {
        waiting.add(new Waiting(size, cell, numeral));
        put(0, FAULTY);
      }
      case NUMBER -> number(cell, numeral);
      case NOT_FINITE -> faulty("E409", cell);
      case EXCEL_ERROR -> faulty("E410", cell);
      case SPACE_AFTER_SIGN -> faulty("E404", cell);
      case NO_NUMBER -> {
        if (sentences && cell.length() > LONGEST_SENTENCE_FREE && cell.indexOf(' ') > 0) {
          trouble("N415").add(size, cell);
          put(0, BLANK);
        } else if (cell.indexOf('\0') >= 0) {
          put(0, FAULTY); // the NUL byte is a finding of its own
        } else {
          faulty("E408", cell);
        }
      }
    }
  }

  /** Where the letters after a number or a sign start, behind a space or a colon; the length when there are none. */
  static int lettersFrom(String cell, Set<Character> letters) {
    int end = cell.length();
    while (end > 0 && letters.contains(cell.charAt(end - 1))) {
      end--;
    }
    boolean apart = end > 0 && (cell.charAt(end - 1) == ' ' || cell.charAt(end - 1) == ':');
    return apart ? end : cell.length();
  }

  /** What is said of a cell that was read: flags stay with any number, a status only with one that is not there. */
  void mark(int row, Standing said) {
    Status status = said.status();
    if (status != null && !isKnown(row) && !isFaulty(row)) {
      Sign sign =
          status == Status.SUPPRESSED ? Sign.suppressed(Double.NaN, Double.NaN) : Sign.of(status);
      if (!signList.contains(sign)) {
        signList.add(sign);
      }
      if (standing != null) {
        standing[row] = (byte) (SIGN + signList.indexOf(sign));
      }
    }
    Flag flag = said.flag();
    if (flag != null) {
      flags = flags == null
          ? new byte[values.length]
          : flags.length < values.length ? Arrays.copyOf(flags, values.length) : flags;
      flags[row] |= (byte) (1 << flag.ordinal());
    }
  }

  /** The limits of a hidden number, where they are known for this cell alone. */
  void between(int row, double lowest, double highest) {
    if (isSuppressed(row)) {
      limits.put(row, new double[] {lowest, highest});
    }
  }

  private void number(String cell, Numeral numeral) {
    char implied = Marks.implied(numeral);
    if (implied != 0) {
      marks.witness(numeral, size);
      List<Waiting> side = implied == ',' ? commas : points;
      if (side.size() < Found.KEPT) {
        side.add(new Waiting(size, cell, numeral));
      }
    }
    if (numeral.group() == ' ' || numeral.group() == '\'') {
      trouble("W403").add(size, cell);
    }
    double value = JavaDoubleParser.parseDouble(numeral.plain());
    if (Double.isInfinite(value)) {
      faulty("E409", cell);
    } else if (tooLong(numeral.plain(), value)) {
      faulty("E414", cell);
    } else {
      check(value, cell);
    }
  }

  private static boolean tooLong(String plain, double value) {
    return plain.length() > 15
        && plain.indexOf('.') < 0
        && plain.indexOf('e') < 0
        && plain.indexOf('E') < 0
        && new BigDecimal(plain).compareTo(new BigDecimal(value)) != 0;
  }

  private void check(double value, byte[] bytes, int start, int end) {
    if (refusal(value) == null) {
      put(value, KNOWN);
    } else {
      check(value, new String(bytes, start, end - start, StandardCharsets.UTF_8));
    }
  }

  private void check(double value, String cell) {
    String refusal = refusal(value);
    if (refusal == null && type == Type.COUNT && (cell.indexOf('e') > 0 || cell.indexOf('E') > 0)) {
      refusal = "E413";
    }
    if (refusal == null) {
      put(value, KNOWN);
    } else {
      faulty(refusal, cell);
    }
  }

  private @Nullable String refusal(double value) {
    if (type == Type.NUMBER) {
      return null;
    }
    if (value < 0) {
      return "E601";
    }
    return type == Type.COUNT && value != Math.rint(value) ? "E602" : null;
  }

  private void faulty(String code, String cell) {
    trouble(code).add(size, cell);
    put(0, FAULTY);
  }

  private Trouble trouble(String code) {
    return troubles.computeIfAbsent(code, c -> new Trouble());
  }

  private void put(double value, byte what) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
      standing = standing == null ? null : Arrays.copyOf(standing, values.length);
    }
    if (what != KNOWN && standing == null) {
      standing = new byte[values.length];
    }
    values[size] = value == 0 ? 0 : value;
    if (standing != null) {
      standing[size] = what;
    }
    size++;
  }

  /**
   * Decides what is left, once every cell of the file is seen.
   *
   * @param ofColumn the witnesses of this column and of those that become one with it
   * @param ofFile the witnesses of the whole file
   */
  void settle(Marks ofColumn, Marks ofFile) {
    if (ofColumn.isMixed()) {
      char against = Marks.other(ofColumn.decimalMark());
      for (Waiting cell : against == ',' ? commas : points) {
        trouble("E401").add(cell.row, cell.cell);
        fault(cell.row);
      }
    }
    for (Waiting cell : waiting) {
      Marks.Reading reading = ofColumn.ambiguous(cell.numeral.decimal());
      if (reading == Marks.Reading.EITHER && ofColumn.decimalMark() == 0 && !ofFile.isMixed()) {
        reading = ofFile.elsewhere(cell.numeral.decimal());
        if (reading != Marks.Reading.EITHER) {
          trouble("N412").add(cell.row, cell.cell);
        }
      }
      switch (reading) {
        case DECIMAL -> settle(cell, cell.numeral.plain());
        case GROUP -> settle(cell, cell.numeral.plainAsGroups());
        case EITHER -> trouble("E402").add(cell.row, cell.cell);
        case NEITHER -> trouble("E401").add(cell.row, cell.cell);
      }
    }
    waiting.clear();
  }

  private void settle(Waiting cell, String plain) {
    double value = JavaDoubleParser.parseDouble(plain);
    String refusal = refusal(value);
    if (refusal == null) {
      values[cell.row] = value;
      if (standing != null) {
        standing[cell.row] = KNOWN;
      }
    } else {
      trouble(refusal).add(cell.row, cell.cell);
    }
  }

  private void fault(int row) {
    if (standing == null) {
      standing = new byte[values.length];
    }
    standing[row] = FAULTY;
  }

  boolean isFaulty(int row) {
    return standing != null && standing[row] == FAULTY;
  }

  boolean isKnown(int row) {
    return standing == null
        || standing[row] == KNOWN
        || (standing[row] >= SIGN && sign(row).status() == Status.KNOWN);
  }

  /** Whether two cells have the same standing and the same number. */
  boolean isEqual(int a, int b) {
    Status one = status(a);
    return one == status(b) && (one != Status.KNOWN || values[a] == values[b]);
  }

  private Status status(int row) {
    byte what = standing == null ? KNOWN : standing[row];
    return what == KNOWN
        ? Status.KNOWN
        : what < SIGN ? Status.MISSING : sign(row).status();
  }

  boolean isSuppressed(int row) {
    return standing != null && standing[row] >= SIGN && sign(row).status() == Status.SUPPRESSED;
  }

  private Sign sign(int row) {
    return signList.get((standing == null ? SIGN : standing[row]) - SIGN);
  }

  NumberColumn column() {
    NumberColumn.Builder builder = NumberColumn.builder(name, size);
    for (int row = 0; row < size; row++) {
      byte what = standing == null ? KNOWN : standing[row];
      if (what == KNOWN) {
        builder.add(values[row]);
      } else if (what < SIGN) {
        builder.addMissing(Status.MISSING);
      } else {
        double[] own = limits.get(row);
        if (own == null) {
          add(builder, sign(row));
        } else {
          builder.addSuppressed(own[0], own[1]);
        }
      }
      flag(builder, row);
    }
    return builder.build();
  }

  private void flag(NumberColumn.Builder builder, int row) {
    if (flags != null && row < flags.length && flags[row] != 0) {
      for (Flag flag : Flag.values()) {
        if ((flags[row] >> flag.ordinal() & 1) != 0) {
          builder.flag(flag);
        }
      }
    }
  }

  private void add(NumberColumn.Builder builder, Sign sign) {
    switch (sign.status()) {
      case KNOWN -> builder.add(0);
      case SUPPRESSED -> {
        if (type == Type.COUNT || sign.isOfAnyType()) {
          builder.addSuppressed(sign.low(), sign.high());
        } else {
          builder.addSuppressed(Double.NaN, Double.NaN);
        }
      }
      default -> builder.addMissing(sign.status());
    }
    if (sign.isUnreliable()) {
      builder.flag(Flag.UNRELIABLE);
    }
  }
}
