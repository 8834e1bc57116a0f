package no.utfall.ingest;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import no.utfall.figure.Flag;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Status;
import no.utfall.figure.Type;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one number column as they are read, part by part: certain numbers at once, ambiguous ones when all are
 * seen. The parts write side by side into the same cells; what they found out is put together in their order.
 */
final class NumberCells {

  private static final byte KNOWN = 0;
  private static final byte BLANK = 1;
  private static final byte FAULTY = 2;
  /** One comma, or one point, before three digits: kept as if it separated groups until all cells are seen. */
  private static final byte COMMA = 3;

  private static final byte POINT = 4;
  private static final byte SIGN = 5;
  private static final int LONGEST_SENTENCE_FREE = 25;
  private static final double GROUP = 1_000;
  private static final Pattern NUMERAL = Pattern.compile("-?[0-9]+([.,][0-9]*)?");
  private static final Standing NOTHING = new Standing(null, null, false);

  /** Decimal digits that a {@code double} holds whatever they are; its powers of ten are exact for as many. */
  private static final int EXACT_DIGITS = 15;

  private static final double[] POWERS = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  /** Something wrong with, or to be told of, cells: their rows, and the texts of the first ones. */
  static final class Trouble {
    private final BitSet rows = new BitSet();
    private final Map<Integer, String> cells = new LinkedHashMap<>();
    private int count;

    void add(int row, String cell) {
      if (wantsText()) {
        cells.put(row, cell);
      }
      rows.set(row);
      count++;
    }

    /** Whether the text of one more cell would be kept. */
    boolean wantsText() {
      return cells.size() < Found.KEPT;
    }

    int count() {
      return count;
    }

    /** Of the cell in this row, where it is kept. */
    Optional<String> text(int row) {
      return Optional.ofNullable(cells.get(row));
    }

    PrimitiveIterator.OfInt rows() {
      return rows.stream().iterator();
    }

    private void add(Trouble later, int before) {
      later.cells.forEach((row, cell) -> {
        if (wantsText()) {
          cells.put(row + before, cell);
        }
      });
      later.rows.stream().forEach(row -> rows.set(row + before));
      count += later.count;
    }
  }

  /** The text of a cell as it stands in the file. */
  interface Texts {
    String at(int row);
  }

  private final String name;
  private final Type type;
  private final List<Sign> signList;
  private final Map<String, Byte> signCodes = new HashMap<>();
  private final boolean sentences;
  private final Map<Character, Standing> letters;
  private final Marks marks;
  private final Supplier<Marks> undecided;
  private double[] values;
  private byte @Nullable [] standing;
  private byte @Nullable [] flags;
  private int size;
  private final Map<String, Trouble> troubles = new LinkedHashMap<>();
  private final Map<String, Trouble> signsSeen = new LinkedHashMap<>();
  /** Whether a sign, such as -9, could be taken for a number. */
  private final boolean signsAreNumbers;

  private final Map<Integer, double[]> limits = new HashMap<>();

  /**
   * @param undecided what is declared of point and comma, before any cell is seen
   * @param marks of this column and of those that become one with it
   * @param cells how many there are at most
   */
  NumberCells(
      String name,
      Type type,
      Map<String, Sign> signs,
      Profile profile,
      Supplier<Marks> undecided,
      Marks marks,
      int cells) {
    this.name = name;
    this.type = type;
    this.sentences = profile.is("sentences");
    this.letters = profile.letters();
    this.undecided = undecided;
    this.marks = marks;
    this.values = new double[cells];
    this.signList = new ArrayList<>(signs.values());
    byte code = SIGN;
    for (String sign : signs.keySet()) {
      signCodes.put(sign, code++);
    }
    this.signsAreNumbers = signs.keySet().stream().anyMatch(NUMERAL.asMatchPredicate());
    letters.values().forEach(this::signOf);
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

  /** Cells that follow one another, written from this one on. */
  Part part(int from) {
    return new Part(from);
  }

  /** Puts what was found in the next part behind that of the parts before; its cells come to stand behind theirs. */
  void append(Part next) {
    if (next.from != size) {
      System.arraycopy(values, next.from, values, size, next.cells);
      if (standing != null) {
        System.arraycopy(standing, next.from, standing, size, next.cells);
      }
      if (flags != null) {
        System.arraycopy(flags, next.from, flags, size, next.cells);
      }
    }
    marks.add(next.marks, size);
    next.troubles.forEach((code, trouble) -> trouble(code).add(trouble, size));
    next.signsSeen.forEach(
        (sign, trouble) -> signsSeen.computeIfAbsent(sign, s -> new Trouble()).add(trouble, size));
    size += next.cells;
  }

  private synchronized byte[] standings() {
    if (standing == null) {
      standing = new byte[values.length];
    }
    return standing;
  }

  private synchronized byte[] flagged() {
    if (flags == null) {
      flags = new byte[values.length];
    }
    return flags;
  }

  /** The number of the sign that a letter or remark stands for; −1 when it stands for none. */
  private int signOf(Standing said) {
    Status status = said.status();
    if (status == null) {
      return -1;
    }
    Sign sign =
        status == Status.SUPPRESSED ? Sign.suppressed(Double.NaN, Double.NaN) : Sign.of(status);
    if (!signList.contains(sign)) {
      signList.add(sign);
    }
    return signList.indexOf(sign);
  }

  /** Cells read by one thread. */
  final class Part {
    private final int from;
    private final Marks marks = undecided.get();
    private final Map<String, Trouble> troubles = new LinkedHashMap<>();
    private final Map<String, Trouble> signsSeen = new LinkedHashMap<>();
    private final byte[] scratch = new byte[32];
    private byte @Nullable [] standing;
    private int cells;

    private Part(int from) {
      this.from = from;
    }

    /** Cells of rows that follow one another; whole numbers without a sign, the most frequent, are taken on the spot. */
    void add(Page page, Cut cut, int column) {
      byte[] bytes = page.bytes();
      int[] starts = cut.starts();
      int[] ends = cut.ends();
      int first = cut.first(column);
      int last = first + cut.rows();
      for (int cell = first; cell < last; cell++) {
        int start = starts[cell];
        int end = ends[cell];
        long digits = 0;
        int i = start;
        for (int most = Math.min(end, start + EXACT_DIGITS); i < most; i++) {
          int digit = bytes[i] - '0';
          if (digit < 0 || digit > 9) {
            break;
          }
          digits = 10 * digits + digit;
        }
        if (i == end && start < end && !signsAreNumbers) {
          values[from + cells++] = digits;
        } else {
          int trimmed = page.trimStart(start, end);
          add(bytes, trimmed, page.trimEnd(trimmed, end));
        }
      }
    }

    /** A cell: trimmed bytes of UTF-8. */
    private void add(byte[] bytes, int start, int end) {
      if (start == end) {
        put(0, BLANK);
      } else if (signsAreNumbers || !simple(bytes, start, end)) {
        odd(new String(bytes, start, end - start, StandardCharsets.UTF_8));
      }
    }

    /** Digits, perhaps behind a minus, perhaps with one mark. */
    private boolean simple(byte[] bytes, int start, int end) {
      int i = start;
      boolean negative = bytes[i] == '-';
      if (negative) {
        i++;
      }
      int first = i;
      long digits = 0;
      byte b = 0;
      while (i < end && (b = bytes[i]) >= '0' && b <= '9') {
        digits = 10 * digits + b - '0';
        i++;
        if (i - first > EXACT_DIGITS) {
          return false;
        }
      }
      int whole = i - first;
      if (i == end) {
        if (whole == 0) {
          return false;
        }
        check(negative ? -(double) digits : digits, bytes, start, end);
        return true;
      }
      if ((b != '.' && b != ',') || end - start > 30) {
        return false;
      }
      int markAt = i;
      int decimals = end - markAt - 1;
      boolean isExact = whole + decimals <= EXACT_DIGITS;
      for (i++; i < end; i++) {
        byte d = bytes[i];
        if (d < '0' || d > '9') {
          return false;
        }
        digits = 10 * digits + d - '0';
      }
      if (whole + decimals == 0) {
        return false;
      }
      if (decimals == 3
          && whole >= 1
          && whole <= 3
          && bytes[first] != '0'
          && !marks.isDeclaredDecimal((char) b)) {
        put(negative ? -(double) digits : digits, b == ',' ? COMMA : POINT);
        return true;
      }
      marks.decimalWitness((char) b, cells);
      double value;
      if (isExact) {
        value = digits / POWERS[decimals]; // both exact, so the quotient is the nearest double
        value = negative ? -value : value;
      } else {
        int length = end - start;
        System.arraycopy(bytes, start, scratch, 0, length);
        scratch[markAt - start] = '.';
        value = JavaDoubleParser.parseDouble(scratch, 0, length);
      }
      check(value, bytes, start, end);
      return true;
    }

    private void odd(String cell) {
      Byte code = signCodes.get(cell);
      if (code != null) {
        signsSeen.computeIfAbsent(cell, s -> new Trouble()).add(cells, cell);
        put(0, code);
        return;
      }
      int bare = lettersFrom(cell, letters.keySet());
      if (bare < cell.length()) {
        int at = from + cells;
        byte[] number = cell.substring(0, bare).stripTrailing().getBytes(StandardCharsets.UTF_8);
        add(number, 0, number.length);
        for (int i = bare; i < cell.length(); i++) {
          mark(at, letters.getOrDefault(cell.charAt(i), NOTHING));
        }
        return;
      }
      Numeral numeral = Numeral.of(cell);
      switch (numeral.kind()) {
        case AMBIGUOUS -> {
          double asGroups = JavaDoubleParser.parseDouble(numeral.plainAsGroups());
          put(asGroups, numeral.decimal() == ',' ? COMMA : POINT);
        }
        case NUMBER -> number(cell, numeral);
        case NOT_FINITE -> faulty("E409", cell);
        case EXCEL_ERROR -> faulty("E410", cell);
        case SPACE_AFTER_SIGN -> faulty("E404", cell);
        case NO_NUMBER -> {
          if (sentences && cell.length() > LONGEST_SENTENCE_FREE && cell.indexOf(' ') > 0) {
            trouble("N415").add(cells, cell);
            put(0, BLANK);
          } else if (cell.indexOf('\0') >= 0) {
            put(0, FAULTY); // the NUL byte is a finding of its own
          } else {
            faulty("E408", cell);
          }
        }
      }
    }

    private void number(String cell, Numeral numeral) {
      marks.witness(numeral, cells);
      if (numeral.group() == ' ' || numeral.group() == '\'') {
        trouble("W403").add(cells, cell);
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

    private void check(double value, byte[] bytes, int start, int end) {
      if (type == Type.NUMBER || refusal(value) == null) {
        put(value, KNOWN);
      } else {
        check(value, new String(bytes, start, end - start, StandardCharsets.UTF_8));
      }
    }

    private void check(double value, String cell) {
      String refusal = refusal(value);
      if (refusal == null
          && type == Type.COUNT
          && (cell.indexOf('e') > 0 || cell.indexOf('E') > 0)) {
        refusal = "E413";
      }
      if (refusal == null) {
        put(value, KNOWN);
      } else {
        faulty(refusal, cell);
      }
    }

    private void faulty(String code, String cell) {
      trouble(code).add(cells, cell);
      put(0, FAULTY);
    }

    private Trouble trouble(String code) {
      return troubles.computeIfAbsent(code, c -> new Trouble());
    }

    private void put(double value, byte what) {
      int at = from + cells++;
      values[at] = value == 0 ? 0 : value;
      if (what != KNOWN) {
        if (standing == null) {
          standing = standings();
        }
        standing[at] = what;
      }
    }
  }

  private static boolean tooLong(String plain, double value) {
    return plain.length() > 15
        && plain.indexOf('.') < 0
        && plain.indexOf('e') < 0
        && plain.indexOf('E') < 0
        && new BigDecimal(plain).compareTo(new BigDecimal(value)) != 0;
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
    int sign = signOf(said);
    if (sign >= 0
        && standing != null
        && (standing[row] == BLANK || standing[row] >= SIGN)
        && !isKnown(row)) {
      standing[row] = (byte) (SIGN + sign);
    }
    Flag flag = said.flag();
    if (flag != null) {
      flagged()[row] |= (byte) (1 << flag.ordinal());
    }
  }

  /** The limits of a hidden number, where they are known for this cell alone. */
  void between(int row, double lowest, double highest) {
    if (isSuppressed(row)) {
      limits.put(row, new double[] {lowest, highest});
    }
  }

  private Trouble trouble(String code) {
    return troubles.computeIfAbsent(code, c -> new Trouble());
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

  /**
   * Decides what is left, once every cell of the file is seen.
   *
   * @param ofFile the witnesses of the whole file
   * @param texts of this column
   */
  void settle(Marks ofFile, Texts texts) {
    if (marks.isMixed()) {
      against(Marks.other(marks.decimalMark()), texts);
    }
    boolean isPlain = true;
    for (int row = 0; standing != null && row < size; row++) {
      if (standing[row] != COMMA && standing[row] != POINT) {
        isPlain &= standing[row] == KNOWN;
        continue;
      }
      char mark = standing[row] == COMMA ? ',' : '.';
      Marks.Reading reading = marks.ambiguous(mark);
      if (reading == Marks.Reading.EITHER && marks.decimalMark() == 0 && !ofFile.isMixed()) {
        reading = ofFile.elsewhere(mark);
        if (reading != Marks.Reading.EITHER) {
          tell("N412", row, texts);
        }
      }
      double asGroups = values[row];
      standing[row] = FAULTY;
      values[row] = 0;
      switch (reading) {
        case DECIMAL -> settle(row, asGroups / GROUP, texts);
        case GROUP -> settle(row, asGroups, texts);
        case EITHER -> tell("E402", row, texts);
        case NEITHER -> tell("E401", row, texts);
      }
      isPlain &= standing[row] == KNOWN;
    }
    standing = isPlain ? null : standing;
  }

  /** Cells with the decimal mark that is not the one of the column. */
  private void against(char mark, Texts texts) {
    byte[] what = standings();
    for (int row = 0; row < size; row++) {
      if (what[row] == KNOWN || what[row] == FAULTY) {
        String cell = bare(texts.at(row));
        Numeral numeral = Numeral.of(cell);
        if (numeral.kind() == Numeral.Kind.NUMBER && Marks.implied(numeral) == mark) {
          trouble("E401").add(row, cell);
          what[row] = FAULTY;
        }
      }
    }
  }

  /** A cell without the letters behind its number. */
  String bare(String cell) {
    int bare = lettersFrom(cell, letters.keySet());
    return bare < cell.length() ? cell.substring(0, bare).stripTrailing() : cell;
  }

  private void tell(String code, int row, Texts texts) {
    Trouble trouble = trouble(code);
    trouble.add(row, trouble.wantsText() ? bare(texts.at(row)) : "");
  }

  private void settle(int row, double value, Texts texts) {
    String refusal = refusal(value);
    if (refusal != null) {
      tell(refusal, row, texts);
    } else if (standing != null) {
      values[row] = value;
      standing[row] = KNOWN;
    }
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

  /** Whether every cell is a number with nothing said of it. */
  boolean isPlain() {
    return standing == null && flags == null;
  }

  NumberColumn column() {
    if (isPlain()) {
      return NumberColumn.known(name, size == values.length ? values : Arrays.copyOf(values, size));
    }
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
