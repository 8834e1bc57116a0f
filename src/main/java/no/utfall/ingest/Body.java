package no.utfall.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Origin;
import no.utfall.figure.Status;
import no.utfall.figure.TextColumn;
import no.utfall.figure.Type;
import no.utfall.problem.Excerpt;
import no.utfall.problem.Finding;
import no.utfall.problem.Ledger;
import no.utfall.problem.Loaded;
import no.utfall.problem.Location;
import no.utfall.text.Nearest;
import org.jspecify.annotations.Nullable;

/** The rows below a header, as columns of a frame, with what became of each. */
final class Body {

  private static final byte USED = 0;
  private static final byte SUPPRESSED = 1;
  private static final byte DUPLICATED = 2;
  private static final byte SET_ASIDE = 3;
  private static final byte UNKNOWN_UNIT = 4;

  /** So many parts for each thread are read before they are put behind one another. */
  private static final int TOGETHER = 4;

  private final Reader reader;
  private final Declared declared;
  private final Found found;
  private final Page page;
  private final int columns;
  private final int[] nameField;
  private final Map<String, Integer> fieldOf = new HashMap<>();
  private final @Nullable Wide wide;

  private int[] starts = new int[0];
  private int[] lines = new int[0];
  private int rows;
  private long read;
  private int broken;
  private long absent;
  private final @Nullable Set<String> wanted;
  private final @Nullable TextCells[] texts;
  private final @Nullable TextLook[] looks;
  private final @Nullable NumberCells[] numbers;
  private byte[] fate = new byte[0];
  private boolean[] out = new boolean[0];
  /** Rows with a cell that is no number: what stands in them is compared as text. */
  private final BitSet faulty = new BitSet();
  /** The rows of the file that are in the frame; all of them when it is null. */
  private int @Nullable [] kept;

  /** Where the records start that cannot be put into columns, and their lines. */
  private int[] brokenStarts = new int[0];

  private int[] brokenLines = new int[0];
  private int blankLine;
  private int blankLines;
  private int blanksBefore;
  private int firstBlankBefore;
  private final Map<BodyPart.Oddity, BodyPart.Met> oddities = new TreeMap<>();

  private Body(Reader reader, Declared declared, @Nullable Set<String> wanted) {
    this.wanted = wanted;
    this.reader = reader;
    this.declared = declared;
    this.found = reader.found();
    this.page = reader.page();
    this.columns = reader.headings().size();
    this.texts = new TextCells[columns];
    this.looks = new TextLook[columns];
    this.numbers = new NumberCells[columns];
    this.nameField = new int[columns];
    List<String> names = names();
    for (int c = 0; c < columns; c++) {
      fieldOf.put(names.get(c), c);
      nameField[c] = c;
    }
    for (int c = 0; c < columns; c++) {
      for (String made : madeOf(reader.profile(), names.get(c))) {
        fieldOf.putIfAbsent(made, c);
      }
    }
    this.wide = Wide.of(declared.wide(), names);
  }

  /** Reads the rows of an opened file. Declared here may say more than when the file was opened. */
  static Body read(Reader reader, Declared declared) {
    return read(reader, declared, null);
  }

  /**
   * Reads the rows only to say what is wrong with them, where that can be said without keeping them.
   *
   * @param texts the columns whose texts are kept all the same
   */
  static Body look(Reader reader, Declared declared, Set<String> texts) {
    List<String> names = reader.headings().stream().map(Reader.Heading::name).toList();
    boolean plainKey = declared.key().stream()
        .allMatch(key -> names.contains(key)
            && declared.types().getOrDefault(key, Type.TEXT) == Type.TEXT
            && madeOf(reader.profile(), key).isEmpty());
    boolean looks = plainKey
        && declared.wide().isEmpty()
        && reader.profile().remarks().isEmpty()
        && reader.profile().pattern("low").isEmpty()
        && texts.stream().allMatch(name -> madeOf(reader.profile(), name).isEmpty());
    return read(reader, declared, looks ? texts : null);
  }

  private static Body read(Reader reader, Declared declared, @Nullable Set<String> wanted) {
    Body body = new Body(reader, declared, wanted);
    if (reader.isReadable()) {
      body.declarations();
      body.cells();
    }
    return body;
  }

  /** The columns that one column of the file is taken apart into; none when it stays one. */
  private static List<String> madeOf(Profile profile, String name) {
    Optional<Matcher> joined =
        profile.pattern("key-column").map(p -> p.matcher(name)).filter(Matcher::matches);
    if (joined.isPresent()) {
      return List.of(joined.get().group(1).split(","));
    }
    return profile.find("split") != null && matches(profile, "split-columns", name)
        ? List.of(name, name + "_name")
        : List.of();
  }

  private List<String> names() {
    return reader.headings().stream().map(Reader.Heading::name).toList();
  }

  // --- what is declared must be there

  private void declarations() {
    List<String> names = names();
    for (String name : declared.types().keySet()) {
      boolean made = declared.wide().containsValue(name)
          || (wide != null && wide.placeholder().equals(name));
      if (!made && !fieldOf.containsKey(name)) {
        missingColumn(name, names);
      }
    }
    for (String name : declared.key()) {
      boolean made = wide != null && wide.placeholder().equals(name);
      if (!made && !fieldOf.containsKey(name) && !declared.types().containsKey(name)) {
        missingColumn(name, names);
      }
    }
    if (!declared.wide().isEmpty() && wide == null) {
      found.ofFile(
          "E310",
          "each wide column needs one placeholder, the same in all: "
              + String.join(", ", declared.wide().keySet()),
          "write them as \"Utenfor {year}\"");
    }
    if (wide != null) {
      for (String pattern : wide.unmatched()) {
        missingColumn(pattern, names);
      }
    }
  }

  /** Tells that a column that is named is not there. */
  void missing(String name) {
    missingColumn(name, names());
  }

  private void missingColumn(String name, List<String> names) {
    Optional<String> near = Nearest.to(name, names);
    Reader.Heading heading =
        near.map(n -> reader.headings().get(names.indexOf(n))).orElse(null);
    found.add(
        "E304",
        heading == null ? Location.ofLine(reader.file(), reader.headerLine()) : heading.place(),
        name,
        heading == null ? "" : heading.excerpt(),
        "column '" + name + "' not found"
            + near.map(n -> "; did you mean '" + n + "'?").orElse(""),
        near.isPresent()
            ? "rename the column, or declare it under the name it has"
            : "the columns are: " + Reader.cut(String.join(", ", names)));
  }

  // --- rows

  private void cells() {
    Map<String, Sign> signs = signs();
    Map<String, Marks> shared = new HashMap<>();
    List<String> names = names();
    List<Fit.Stretch> stretches = reader.stretches();
    int cells = stretches.stream().mapToInt(this::cells).sum();
    for (String name : names) {
      if (type(name) != Type.TEXT) {
        shared.computeIfAbsent(target(name), t -> newMarks());
      }
    }
    // room for millions of cells takes time to make
    side(IntStream.range(0, columns), stretches.size())
        .forEach(c -> room(c, names.get(c), shared.get(target(names.get(c))), signs, cells));
    starts = new int[cells];
    lines = new int[cells];
    // what a part knows of its cells is only kept until they stand behind those of the parts before
    int together = TOGETHER * (ForkJoinPool.getCommonPoolParallelism() + 1);
    int slot = 0;
    for (int from = 0; from < stretches.size(); from += together) {
      List<Fit.Stretch> next = stretches.subList(from, Math.min(stretches.size(), from + together));
      List<BodyPart> parts = parts(next, slot);
      side(IntStream.range(0, parts.size()), parts.size())
          .forEach(part -> parts.get(part).read());
      side(IntStream.range(0, columns), parts.size())
          .forEach(c -> parts.forEach(part -> append(c, part)));
      parts.forEach(this::append);
      slot += next.stream().mapToInt(this::cells).sum();
    }
    settle(shared);
    report();
  }

  private static IntStream side(IntStream all, int stretches) {
    return stretches > 1 ? all.parallel() : all;
  }

  /**
   * @param marks of a column of numbers
   */
  private void room(int c, String name, @Nullable Marks marks, Map<String, Sign> signs, int cells) {
    if (marks != null) {
      numbers[c] =
          new NumberCells(name, type(name), signs, reader.profile(), this::newMarks, marks, cells);
    } else if (wanted != null && !wanted.contains(name)) {
      looks[c] = new TextLook(page.bytes());
    } else {
      texts[c] = new TextCells(name, page.bytes(), cells);
    }
  }

  /** The column that the cells of a column of the file become part of. */
  private String target(String name) {
    Wide.Part part = wide == null ? null : wide.part(name);
    return part == null ? name : part.target();
  }

  private Type type(String name) {
    return declared.types().getOrDefault(target(name), Type.TEXT);
  }

  /** @param from the row from which the first of them writes */
  private List<BodyPart> parts(List<Fit.Stretch> stretches, int from) {
    List<BodyPart> all = new ArrayList<>();
    int slot = from;
    for (Fit.Stretch stretch : stretches) {
      all.add(new BodyPart(reader, stretch, slot, starts, lines, texts, looks, numbers));
      slot += cells(stretch);
    }
    return all;
  }

  /** How many rows a stretch has at most. */
  private int cells(Fit.Stretch stretch) {
    return stretch.records() + (columns > 1 ? 0 : stretch.blanks());
  }

  /** Puts what the next part has read behind the parts before. */
  private void append(BodyPart part) {
    if (part.slot() > rows) {
      System.arraycopy(starts, part.slot(), starts, rows, part.rows());
      System.arraycopy(lines, part.slot(), lines, rows, part.rows());
    }
    rows += part.rows();
    read += part.records();
    part.oddities().forEach((oddity, met) -> oddities.merge(oddity, met, BodyPart.Met::and));
    if (part.records() > 0) {
      int before = blanksBefore + part.blanks();
      int first = blanksBefore > 0 ? firstBlankBefore : part.firstBlank();
      blankLine = blankLines == 0 ? first : blankLine;
      blankLines += before;
      blanksBefore = 0;
    }
    firstBlankBefore = blanksBefore == 0 ? part.firstBlankAtEnd() : firstBlankBefore;
    blanksBefore += part.blanksAtEnd();
    if (part.broken() > 0) {
      brokenStarts = Arrays.copyOf(brokenStarts, broken + part.broken());
      brokenLines = Arrays.copyOf(brokenLines, broken + part.broken());
    }
    for (int i = 0; i < part.broken(); i++) {
      brokenStarts[broken] = part.brokenStart(i);
      brokenLines[broken++] = part.brokenLine(i);
      tellBroken(part.brokenStart(i), part.brokenLine(i));
    }
  }

  private void append(int column, BodyPart part) {
    TextCells text = texts[column];
    TextCells.Part textPart = part.text(column);
    TextLook look = looks[column];
    TextLook lookPart = part.look(column);
    NumberCells number = numbers[column];
    NumberCells.Part numberPart = part.number(column);
    if (text != null && textPart != null) {
      text.append(textPart);
    } else if (look != null && lookPart != null) {
      look.append(lookPart);
    } else if (number != null && numberPart != null) {
      number.append(numberPart);
    }
  }

  private Marks newMarks() {
    String decimal = declared.decimal() != null
        ? declared.decimal()
        : page.isSheet() ? "." : reader.profile().find("decimal");
    String thousands = declared.thousands() != null
        ? declared.thousands()
        : page.isSheet() ? null : reader.profile().find("thousands");
    return new Marks(decimal, thousands);
  }

  private Map<String, Sign> signs() {
    Map<String, Sign> signs = new LinkedHashMap<>(reader.profile().signs());
    declared.missing().forEach(s -> signs.put(s, Sign.of(Status.MISSING)));
    declared.zero().forEach(s -> signs.put(s, Sign.zero()));
    declared
        .suppressed()
        .forEach((s, limits) -> signs.put(
            s,
            limits.size() == 2
                ? Sign.declaredSuppressed(limits.get(0), limits.get(1))
                : Sign.suppressed(Double.NaN, Double.NaN)));
    return signs;
  }

  /** Says why a record cannot be put into columns. */
  private void tellBroken(int start, int line) {
    Records records =
        new Records(page, reader.delimiter(), reader.limits().maxColumns(), start, line);
    records.next();
    if (records.fault() != Records.Fault.NONE) {
      reader.quoteFault(records);
      return;
    }
    int fields = Math.min(records.fields(), reader.limits().maxColumns() + 1);
    for (int f = 0; f < fields; f++) {
      if (BodyPart.isTooLong(page, records, f, reader.limits().maxCell())) {
        tooLong(records, f);
      }
    }
    if (fields < columns && !page.isSheet() && !reader.profile().is("short-rows")) {
      tooShort(records);
    } else if (BodyPart.hasSurplus(page, records, columns, fields)) {
      surplus(records);
    }
  }

  private void tooLong(Records records, int field) {
    int from = records.start(field);
    int to = Math.min(records.end(field), from + 200);
    found.add(
        "E208",
        page.place(records, field),
        Reader.cut(page.text(from, to)),
        page.excerpt(records.rawStart(field)),
        "the cell has " + page.characters(from, records.end(field)) + " characters; limit "
            + reader.limits().maxCell(),
        "raise limits.max-cell, or check that a quote is not left open");
  }

  private void tooShort(Records records) {
    if (!found.wants("E201", records.line())) {
      found.count("E201", 1);
      return;
    }
    List<String> missing = names().subList(records.fields(), columns);
    Location end = page.place(records, records.fields() - 1);
    found.add(
        "E201",
        new Location(
            reader.file(),
            records.line(),
            records.fields(),
            end.line() == records.line() ? page.column(records.recordEnd()) : 0),
        "",
        page.excerpt(records.recordStart()),
        records.fields() + (records.fields() == 1 ? " field" : " fields") + ", the header has "
            + columns + "; missing: " + Reader.cut(String.join(", ", missing)),
        "add the field, or a delimiter for an empty one");
  }

  private void surplus(Records records) {
    if (!found.wants("E202", records.line())) {
      found.count("E202", 1);
      return;
    }
    String first = Reader.cut(records.text(columns));
    found.add(
        "E202",
        page.place(records, columns),
        first,
        page.excerpt(records.rawStart(columns)),
        records.fields() + " fields, the header has " + columns + "; first surplus value '"
            + Excerpt.show(first) + "'",
        "quote the cell that holds the delimiter, or remove the surplus field");
  }

  // --- when every cell is seen

  private char decimal;

  private void settle(Map<String, Marks> shared) {
    Marks file = newMarks();
    shared.values().forEach(file::add);
    decimal = file.decimalMark();
    for (int c = 0; c < columns; c++) {
      NumberCells number = numbers[c];
      if (number != null) {
        number.settle(file, texts(c));
      }
    }
    if (decimal != 0 && !shared.isEmpty()) {
      reader.evidence().add("decimal mark " + decimal + (file.isDeclared() ? " (declared)" : ""));
    }
    fate = new byte[rows];
    out = new boolean[reader.profile().remarks().isEmpty() ? 0 : rows];
    remarks();
    limits();
    boolean isPlain = Arrays.stream(numbers).allMatch(n -> n == null || n.isPlain());
    for (int row = 0; row < rows && !isPlain; row++) {
      fate[row] = fate(row);
    }
    int first = -1;
    int count = 0;
    for (int row = 0; row < out.length; row++) {
      if (out[row]) {
        fate[row] = SET_ASIDE;
        first = count++ == 0 ? row : first;
      }
    }
    if (count > 0) {
      finding(
          "N214",
          first,
          0,
          "",
          count + (count == 1 ? " row" : " rows")
              + " left out, as the publisher marks them as no rows of the table",
          "");
    }
  }

  private NumberCells.Texts texts(int column) {
    Records records = new Records(page, reader.delimiter(), reader.limits().maxColumns());
    return row -> {
      Records record = records.at(starts[row], lines[row]);
      return column < record.fields() ? Reader.trimmed(record.text(column)) : "";
    };
  }

  /** What the publisher says of the numbers of a row in a column beside them. */
  private void remarks() {
    List<String> names = names();
    for (int c = 0; c < columns; c++) {
      TextCells cells = texts[c];
      String name = names.get(c);
      List<Profile.Remark> remarks = reader.profile().remarks().stream()
          .filter(r -> r.column().matcher(name).find())
          .toList();
      if (cells == null || remarks.isEmpty()) {
        continue;
      }
      TextColumn column = cells.column();
      for (Profile.Remark remark : remarks) {
        boolean[] fits = new boolean[column.levels()];
        for (int level = 0; level < fits.length; level++) {
          fits[level] = remark.cell().matcher(column.level(level)).find();
        }
        for (int row = 0; row < rows; row++) {
          if (fits[column.code(row)]) {
            remark(row, remark.standing());
          }
        }
      }
    }
  }

  private boolean isOut(int row) {
    return out.length > 0 && out[row];
  }

  private void remark(int row, Standing standing) {
    out[row] |= standing.isRowOut();
    for (NumberCells number : numbers) {
      if (number != null) {
        number.mark(row, standing);
      }
    }
  }

  /** The limits of hidden numbers that the publisher writes in columns beside them. */
  private void limits() {
    TextColumn low = besides("low");
    TextColumn high = besides("high");
    if (low == null || high == null) {
      return;
    }
    for (int row = 0; row < rows; row++) {
      Numeral lowest = Numeral.of(low.get(row));
      Numeral highest = Numeral.of(high.get(row));
      if (lowest.kind() == Numeral.Kind.NUMBER && highest.kind() == Numeral.Kind.NUMBER) {
        for (NumberCells number : numbers) {
          if (number != null) {
            number.between(
                row, Double.parseDouble(lowest.plain()), Double.parseDouble(highest.plain()));
          }
        }
      }
    }
  }

  private @Nullable TextColumn besides(String key) {
    Optional<Pattern> pattern = reader.profile().pattern(key);
    List<String> names = names();
    for (int c = 0; pattern.isPresent() && c < columns; c++) {
      TextCells cells = texts[c];
      if (cells != null && pattern.get().matcher(names.get(c)).find()) {
        return cells.column();
      }
    }
    return null;
  }

  private byte fate(int row) {
    boolean known = false;
    boolean suppressed = false;
    for (NumberCells number : numbers) {
      if (number != null) {
        if (number.isFaulty(row)) {
          faulty.set(row);
          return SET_ASIDE;
        }
        known |= number.isKnown(row);
        suppressed |= number.isSuppressed(row);
      }
    }
    return known ? USED : suppressed ? SUPPRESSED : SET_ASIDE;
  }

  private void report() {
    String file = reader.file();
    if (read == 0) {
      found.add(
          "E206",
          Location.ofLine(file, reader.headerLine()),
          "",
          "",
          "there are no rows below the header",
          "check that the export has data");
    }
    if (blankLines > 0) {
      found.add(
          "N213",
          Location.ofLine(file, blankLine),
          "",
          "",
          blankLines + (blankLines == 1 ? " blank line" : " blank lines")
              + " between the rows left out",
          "");
    }
    once(
        "W204",
        BodyPart.Oddity.STRAY_QUOTE,
        "a quote inside an unquoted field is kept as it stands",
        "quote the whole field and double the quote (\"\") inside");
    once(
        "W209",
        BodyPart.Oddity.TRAILING,
        "the empty surplus field at the end of the line is left out",
        "remove the delimiter at the end of the line");
    once("N416", BodyPart.Oddity.SPACES, "spaces around the cell are left out", "");
    for (int c = 0; c < columns; c++) {
      NumberCells number = numbers[c];
      if (number != null) {
        int column = c;
        number.troubles().forEach((code, trouble) -> trouble(code, trouble, column, number));
      }
    }
    signsSeen();
  }

  private void once(String code, BodyPart.Oddity oddity, String message, String fix) {
    BodyPart.Met met = oddities.get(oddity);
    if (met != null) {
      Records record = new Records(
          page, reader.delimiter(), reader.limits().maxColumns(), met.start(), met.line());
      record.next();
      found.add(
          code,
          page.place(record, met.field()),
          Reader.cut(record.text(met.field())),
          page.excerpt(record.rawStart(met.field())),
          message + (met.count() > 1 ? " (" + met.count() + " lines)" : ""),
          fix);
    }
  }

  private void trouble(String code, NumberCells.Trouble trouble, int column, NumberCells number) {
    boolean each = switch (code) {
      case "E401", "E404", "E408", "E413", "E414", "E601", "E602" -> true;
      default -> false;
    };
    NumberCells.Texts cells = texts(column);
    PrimitiveIterator.OfInt rows = trouble.rows();
    do {
      int row = rows.nextInt();
      if (found.wants(code, lines[row])) {
        String cell = trouble.text(row).orElseGet(() -> number.bare(cells.at(row)));
        finding(
            code,
            row,
            column,
            cell,
            message(code, Excerpt.show(Reader.cut(cell)), trouble.count(), number),
            fix(code, cell) + (code.equals("E408") && row == 0 ? orHeader(cell) : ""));
      } else {
        found.count(code, 1);
      }
    } while (each && rows.hasNext());
  }

  /** Words in the first row of numbers can be the second line of a header. */
  private String orHeader(String cell) {
    boolean isName = cell.length() > 1
        && Character.isLetter(cell.charAt(0))
        && !Character.isDigit(cell.charAt(cell.length() - 1));
    return isName && reader.profile().isPlain() && declared.headerLines() == 0
        ? "; if line " + lines[0] + " is part of the header, --header-lines 2"
        : "";
  }

  /** A finding at a cell of a row that was read. */
  void finding(String code, int row, int column, String cell, String message, String fix) {
    Records record = record(row);
    int field = Math.min(nameField[column], record.fields() - 1);
    found.add(
        code,
        page.place(record, field),
        Reader.cut(cell),
        page.excerpt(record.rawStart(field)),
        message,
        fix);
  }

  private Records record(int row) {
    Records record = new Records(
        page, reader.delimiter(), reader.limits().maxColumns(), starts[row], lines[row]);
    record.next();
    return record;
  }

  private String message(String code, String cell, int count, NumberCells number) {
    String cells = count == 1 ? "" : " (" + count + " cells)";
    return switch (code) {
      case "E401" -> mixed(cell, number);
      case "E402" ->
        "'" + cell + "' is ambiguous: "
            + Numeral.of(cell).plainAsGroups() + " or " + Numeral.of(cell).plain()
            + "; every value of the column fits both readings" + cells;
      case "E404" -> "'" + cell + "': space after the sign";
      case "E408" ->
        cell.equals("-")
            ? "'-' is not a number: it can stand for zero or for not calculated"
            : "'" + cell + "' is not a number";
      case "E409" -> "'" + cell + "' is not accepted as a number" + cells;
      case "E410" -> "'" + cell + "' is an error value of a spreadsheet" + cells;
      case "E413" ->
        "'" + cell + "' is in scientific notation, which may have lost digits of a count";
      case "E414" -> "'" + cell + "' has more digits than can be kept exactly";
      case "E601" -> number.name() + " = " + cell + ": a count or size cannot be negative";
      case "E602" -> number.name() + " = " + cell + ": a count must be whole";
      case "W403" ->
        "space read as thousands separator in '" + cell + "': "
            + Numeral.of(cell).plain() + cells;
      case "N412" -> "'" + cell + "' is read as other columns of the file show" + cells;
      default ->
        "a sentence stands in the place of a number and is read as missing: '" + cell + "'" + cells;
    };
  }

  private String mixed(String cell, NumberCells number) {
    Marks marks = number.marks();
    char mark = marks.decimalMark();
    String says = mark == ',' ? "a comma" : "a point";
    String has = mark == ',' ? "a point" : "a comma";
    int row = marks.witnessRow();
    return "'" + cell + "' uses " + has + ", while "
        + (row < 0 ? says + " is declared" : "the column (line " + lines[row] + ") uses " + says);
  }

  private static boolean isSign(String cell) {
    return cell.length() <= 3 && cell.chars().noneMatch(Character::isLetterOrDigit);
  }

  private static String fix(String code, String cell) {
    return switch (code) {
      case "E401" -> "declare decimal (--decimal , or --decimal .), or mend the cell";
      case "E402" -> "declare decimal (--decimal) or thousands (--thousands)";
      case "E404" -> "remove the space";
      case "E408" ->
        cell.equalsIgnoreCase("na") || cell.equalsIgnoreCase("n/a") || cell.equals("null")
            ? "declare it as missing (--missing " + cell + "), or mend the cell"
            : "mend the cell, or declare the sign under missing, suppressed or zero"
                + (isSign(cell) ? " (--missing, --suppressed or --zero \"" + cell + "\")" : "");
      case "E409" -> "use an empty cell for a missing number";
      case "E410" -> "mend the formula in the source";
      case "E413" -> "export the column as whole numbers";
      case "E414" -> "declare the column as text if it is a code";
      case "E601" -> "mend the cell, or declare type: number";
      case "E602" -> "declare type: number if it is an estimate";
      case "W403" -> "export without thousands separators";
      default -> "";
    };
  }

  private void signsSeen() {
    Map<String, Integer> byWord = new LinkedHashMap<>();
    Map<String, Sign> signs = signs();
    int total = 0;
    int firstRow = Integer.MAX_VALUE;
    int firstColumn = 0;
    String first = "";
    for (int c = 0; c < columns; c++) {
      NumberCells number = numbers[c];
      if (number == null) {
        continue;
      }
      for (Map.Entry<String, NumberCells.Trouble> seen : number.signsSeen().entrySet()) {
        Sign sign = signs.getOrDefault(seen.getKey(), Sign.zero());
        byWord.merge(sign.word(), seen.getValue().count(), Integer::sum);
        total += seen.getValue().count();
        int row = seen.getValue().rows().nextInt();
        if (row < firstRow) {
          firstRow = row;
          firstColumn = c;
          first = seen.getKey();
        }
      }
    }
    if (total == 0) {
      return;
    }
    StringBuilder words = new StringBuilder();
    byWord.forEach((word, count) ->
        words.append(words.length() == 0 ? "" : ", ").append(word).append(' ').append(count));
    finding(
        "W407",
        firstRow,
        firstColumn,
        first,
        total + (total == 1 ? " sign" : " signs") + " in the place of numbers read as: " + words
            + "; kept apart in outputs",
        "");
  }

  // --- the frame

  Loaded<Reading> reading() {
    List<Column> all = new ArrayList<>();
    Map<String, Integer> fields = new LinkedHashMap<>();
    if (reader.isReadable()) {
      columns(all, fields);
    }
    Frame whole = Frame.of(all);
    duplicates(whole);
    int[] keptLines = lines;
    if (kept != null || rows < lines.length) {
      keptLines = new int[kept == null ? rows : kept.length];
      for (int i = 0; i < keptLines.length; i++) {
        keptLines[i] = lines[rowOf(i)];
      }
    }
    Frame frame = kept == null ? whole : whole.rows(kept);
    Origin.Places places = new PlacesInFile(reader);
    frame = frame.from(new Origin(reader.file(), keptLines, fields, places));
    if (wide != null && reader.isReadable() && wide.fits(reader.headings(), frame, found)) {
      frame = wide.melt(frame, keptLines, fields, places);
    }
    Reading reading = new Reading(frame, ledger(), reader.recognition(decimal, frame.names()));
    return new Loaded<>(reading, found.all());
  }

  /** The rows that stand once, with the columns that are wanted and all numbers; without columns when none is wanted. */
  Frame seen() {
    if (wanted == null) {
      return reading().value().frame();
    }
    List<Column> all = new ArrayList<>();
    if (reader.isReadable()) {
      columns(all, new LinkedHashMap<>());
      doubles();
    }
    Frame frame = Frame.of(all);
    return kept == null || all.isEmpty() ? frame : frame.rows(kept);
  }

  private void doubles() {
    if (declared.key().isEmpty()) {
      return;
    }
    int[] fields = declared.key().stream().mapToInt(this::field).toArray();
    BitSet again = new BitSet();
    Map<String, Integer> more = new HashMap<>();
    Doubles doubles =
        new Doubles(page, reader.delimiter(), reader.limits().maxColumns(), fields, starts, rows);
    for (int row = 0; row < rows; row++) {
      int before = doubles.firstOf(row);
      if (before < 0) {
        continue;
      }
      again.set(row);
      int differs = firstDifference(before, doubles.there(), row, doubles.here());
      fate[row] = differs < 0 ? DUPLICATED : SET_ASIDE;
      String code = differs < 0 ? "W502" : "E501";
      int unwanted = more.getOrDefault(code, 0);
      if (unwanted > 0 || !found.wants(code, lines[row])) {
        more.put(code, unwanted + 1); // nor will those on later lines be wanted
      } else if (differs < 0) {
        finding(
            code,
            row,
            fields[0],
            raw(row, fields[0]),
            "identical to line " + lines[before] + "; counted once",
            "");
      } else {
        finding(
            code,
            row,
            fields[0],
            raw(row, fields[0]),
            conflict(
                keyText(row),
                before,
                names().get(differs) + " " + Excerpt.show(raw(before, differs)) + " / "
                    + Excerpt.show(raw(row, differs))),
            TELL_APART);
      }
    }
    more.forEach(found::count);
    keepAllBut(again);
  }

  private void keepAllBut(BitSet gone) {
    if (!gone.isEmpty()) {
      gone.flip(0, rows);
      kept = gone.stream().toArray();
    }
  }

  private static final String TELL_APART = "delete one of the rows, or declare one more key column";

  private String conflict(String key, int before, String difference) {
    return "key (" + key + ") was already given on line " + lines[before] + "; values differ: "
        + difference;
  }

  private String keyText(int row) {
    StringBuilder out = new StringBuilder();
    for (String name : declared.key()) {
      out.append(out.length() == 0 ? "" : ", ")
          .append(name)
          .append('=')
          .append(Excerpt.show(raw(row, field(name))));
    }
    return out.toString();
  }

  /** The first column in which two rows differ, −1 when there is none. */
  private int firstDifference(int a, int b) {
    return firstDifference(a, record(a), b, record(b));
  }

  private int firstDifference(int a, Records one, int b, Records other) {
    boolean asText = isFaulty(a, b);
    for (int c = 0; c < columns; c++) {
      NumberCells number = numbers[c];
      if (number == null || asText ? !page.isEqual(one, other, c) : !number.isEqual(a, b)) {
        return c;
      }
    }
    return -1;
  }

  private String raw(int row, int field) {
    Records record = record(row);
    return field < record.fields() ? Reader.cut(Reader.trimmed(record.text(field))) : "";
  }

  /**
   * Every row set aside, in the order of the file, with the first error that stands on it.
   *
   * @param found in this file, in the order of its lines
   */
  void rejected(Iterator<Finding> found, Consumer<Check.Rejected> take) {
    Reasons reasons = new Reasons(found);
    int row = 0;
    for (int i = 0; i < broken; i++) {
      for (; row < rows && starts[row] < brokenStarts[i]; row++) {
        reject(row, reasons, take);
      }
      reject(brokenStarts[i], brokenLines[i], reasons, take);
    }
    for (; row < rows; row++) {
      reject(row, reasons, take);
    }
  }

  /** The first error on each line, asked for line by line. */
  private static final class Reasons {
    private final Iterator<Finding> found;
    private @Nullable Finding next;

    Reasons(Iterator<Finding> found) {
      this.found = found;
      step();
    }

    private void step() {
      next = found.hasNext() ? found.next() : null;
    }

    @Nullable Finding of(int line) {
      while (next != null
          && (next.place().line() < line
              || next.place().line() == line && !next.isError() && !next.code().equals("N214"))) {
        step();
      }
      return next != null && next.place().line() == line ? next : null;
    }
  }

  private void reject(int row, Reasons reasons, Consumer<Check.Rejected> take) {
    if (fate[row] == SET_ASIDE || fate[row] == UNKNOWN_UNIT) {
      reject(starts[row], lines[row], reasons, take);
    }
  }

  private void reject(int start, int line, Reasons reasons, Consumer<Check.Rejected> take) {
    Records record = new Records(page, reader.delimiter(), reader.limits().maxColumns());
    record.at(start, line);
    int end = Math.min(record.recordEnd(), start + reader.limits().maxCell());
    Finding error = reasons.of(line);
    take.accept(new Check.Rejected(
        reader.file(),
        line,
        page.text(start, end),
        error == null ? "" : error.code(),
        error == null ? "no number is known in the row" : error.message()));
  }

  Found found() {
    return found;
  }

  /** The row of the file at which a row of the frame stands, when nothing is wide. */
  int rowOf(int frameRow) {
    return kept == null ? frameRow : kept[frameRow];
  }

  int line(int row) {
    return lines[row];
  }

  int field(String column) {
    return fieldOf.getOrDefault(column, 0);
  }

  boolean has(String column) {
    return fieldOf.containsKey(column);
  }

  /** Sets a row aside because of what it says. */
  void setAside(int row) {
    fate[row] = SET_ASIDE;
  }

  /** Sets a row aside because nobody knows its unit. */
  void unknownUnit(int row) {
    fate[row] = UNKNOWN_UNIT;
  }

  /** How many rows one would expect that are not there. */
  void absent(long expected) {
    absent = expected;
  }

  Ledger ledger() {
    long[] fates = new long[5];
    for (byte f : fate) {
      fates[f]++;
    }
    return new Ledger(
        reader.file(),
        read,
        fates[USED],
        fates[SUPPRESSED],
        fates[DUPLICATED],
        fates[SET_ASIDE] + broken,
        fates[UNKNOWN_UNIT],
        absent,
        0);
  }

  private void columns(List<Column> all, Map<String, Integer> fields) {
    List<Reader.Heading> headings = reader.headings();
    Set<String> taken = new HashSet<>();
    int phantomsFrom = phantomsFrom();
    for (int c = 0; c < columns; c++) {
      Reader.Heading heading = headings.get(c);
      if (c >= phantomsFrom) {
        continue;
      }
      if (heading.isPhantom()) {
        found.add(
            "E305",
            heading.place(),
            "",
            heading.excerpt(),
            "field " + (c + 1) + " of the header is empty",
            "give the column a name");
      }
      fields.put(heading.name(), c + 1);
      NumberCells number = numbers[c];
      TextCells text = texts[c];
      TextLook look = looks[c];
      if (look != null) {
        tell(look.troubles(), c);
      } else if (number != null) {
        if (wanted == null || !wanted.isEmpty()) {
          taken.add(heading.name());
          all.add(number.column());
        }
      } else if (text != null) {
        TextColumn column = text.column();
        texts(column, c);
        List<Column> made = parts(column, headings, c, fields);
        boolean isFree = made.stream().noneMatch(m -> taken.contains(m.name()));
        for (Column one : isFree ? made : List.of(column)) {
          taken.add(one.name());
          all.add(one);
        }
      }
      texts[c] = null;
      if (wanted == null) {
        numbers[c] = null;
      }
    }
    if (phantomsFrom < columns && !reader.profile().isPlain()) {
      reader.evidence().add("the empty last column on every line is left out");
    } else if (phantomsFrom < columns) {
      Reader.Heading first = headings.get(phantomsFrom);
      int many = columns - phantomsFrom;
      found.add(
          "W209",
          first.place(),
          "",
          first.excerpt(),
          many == 1
              ? "the empty last column on every line is left out"
              : many + " empty last columns on every line are left out",
          "remove the delimiter at the end of the lines");
    }
  }

  /** Where the columns without name and without any cell at the end of the file start. */
  private int phantomsFrom() {
    int from = columns;
    while (from > 1 && rows > 0 && reader.headings().get(from - 1).isPhantom()) {
      TextCells text = texts[from - 1];
      TextLook look = looks[from - 1];
      if (look == null ? text == null || !isBlank(text.column()) : !look.isBlank()) {
        break;
      }
      from--;
    }
    return from;
  }

  private static boolean isBlank(TextColumn column) {
    return column.levels() == 1 && column.level(0).isEmpty();
  }

  /** What is odd about texts: looked for once in each distinct text. */
  private void texts(TextColumn column, int c) {
    Map<String, int[]> firstAndCount = new LinkedHashMap<>();
    String[] codes = new String[column.levels()];
    boolean any = false;
    for (int level = 0; level < codes.length; level++) {
      codes[level] = TextTrouble.of(column.level(level));
      any |= codes[level] != null;
    }
    for (int row = 0; any && row < column.size(); row++) {
      String code = codes[column.code(row)];
      if (code != null) {
        firstAndCount.computeIfAbsent(code, k -> new int[] {-1, 0});
        int[] seen = firstAndCount.get(code);
        seen[0] = seen[0] < 0 ? row : seen[0];
        seen[1]++;
      }
    }
    tell(firstAndCount, c);
  }

  private void tell(Map<String, int[]> firstAndCount, int c) {
    firstAndCount.forEach((code, seen) -> {
      Records record = record(seen[0]);
      String cell = c < record.fields() ? Reader.trimmed(record.text(c)) : "";
      String cells = seen[1] == 1 ? "" : " (" + seen[1] + " cells)";
      finding(
          code, seen[0], c, cell, TextTrouble.message(code, cell) + cells, TextTrouble.fix(code));
    });
  }

  /** One column, or code and name when the publisher writes both in one cell. */
  private List<Column> parts(
      TextColumn column, List<Reader.Heading> headings, int c, Map<String, Integer> fields) {
    Profile profile = reader.profile();
    Optional<Pattern> split = profile.pattern("split");
    Optional<Pattern> code = profile.pattern("code");
    Optional<Pattern> joined = profile.pattern("key-column");
    if (joined.isPresent() && joined.get().matcher(column.name()).matches()) {
      return apart(column, madeOf(profile, column.name()), c, fields);
    }
    if (split.isPresent() && matches(profile, "split-columns", column.name())) {
      return split(column, split.get(), headings, c, fields);
    }
    if (code.isPresent() && matches(profile, "code-columns", column.name())) {
      reader
          .evidence()
          .add("of the cells of column '" + column.name()
              + "' the part is kept that the profile names");
      return List.of(mapped(column, column.name(), code.get(), 1));
    }
    int width = profile.width(column.name());
    return List.of(width == 0 ? column : padded(column, width));
  }

  /** Codes of digits with the zeros in front that the publisher leaves out. */
  private TextColumn padded(TextColumn column, int width) {
    TextColumn.Builder builder = TextColumn.builder(column.name());
    int padded = 0;
    for (int row = 0; row < column.size(); row++) {
      String code = column.get(row);
      boolean isShort = code.length() < width && code.matches("[0-9]+");
      padded += isShort ? 1 : 0;
      builder.add(isShort ? "0".repeat(width - code.length()) + code : code);
    }
    if (padded > 0) {
      reader
          .evidence()
          .add("codes of column '" + column.name() + "' have " + width
              + " digits; leading zeros put back in " + padded + (padded == 1 ? " row" : " rows"));
    }
    return builder.build();
  }

  /** Codes that stand in one cell with commas between them. */
  private List<Column> apart(
      TextColumn column, List<String> names, int c, Map<String, Integer> fields) {
    Optional<String> twice = names.stream()
        .filter(name -> Collections.frequency(names, name) > 1
            || (names().contains(name) && !name.equals(column.name())))
        .findFirst();
    if (twice.isPresent()) {
      Reader.Heading heading = reader.headings().get(c);
      found.add(
          "E301",
          heading.place(),
          column.name(),
          heading.excerpt(),
          "column '" + Excerpt.show(Reader.cut(twice.get())) + "' occurs twice",
          "give each column its own name");
      return List.of(column);
    }
    String[][] parts = new String[column.levels()][];
    for (int level = 0; level < parts.length; level++) {
      parts[level] = column.level(level).split(",", -1);
      if (parts[level].length != names.size()) {
        return List.of(column);
      }
    }
    if (isTwice(column.name(), names)) {
      return List.of(column);
    }
    List<Column> all = new ArrayList<>();
    for (int n = 0; n < names.size(); n++) {
      TextColumn.Builder builder = TextColumn.builder(names.get(n));
      for (int row = 0; row < column.size(); row++) {
        builder.add(parts[column.code(row)][n].strip());
      }
      all.add(builder.build());
      fields.put(names.get(n), c + 1);
    }
    reader
        .evidence()
        .add("column '" + column.name() + "' holds " + String.join(", ", names)
            + " and is taken apart");
    return all;
  }

  /** Whether a name that joins several holds one of them twice, or that of another column; it is told. */
  private boolean isTwice(String joined, List<String> names) {
    List<String> all = new ArrayList<>(names);
    all.addAll(names());
    for (String name : names) {
      if (all.indexOf(name) != all.lastIndexOf(name)) {
        Reader.Heading heading = reader.headings().get(field(joined));
        found.add(
            "E301",
            heading.place(),
            name,
            heading.excerpt(),
            "column '" + name + "' occurs twice: '" + joined + "' is taken apart into "
                + String.join(", ", names),
            "give each column its own name");
        return true;
      }
    }
    return false;
  }

  private List<Column> split(
      TextColumn column,
      Pattern pattern,
      List<Reader.Heading> headings,
      int c,
      Map<String, Integer> fields) {
    String nameColumn = column.name() + "_name";
    boolean taken = headings.stream().anyMatch(h -> h.name().equals(nameColumn));
    for (int level = 0; level < column.levels(); level++) {
      String cell = column.level(level);
      if (taken || (!cell.isEmpty() && !pattern.matcher(cell).matches())) {
        return List.of(column);
      }
    }
    reader
        .evidence()
        .add("column '" + column.name() + "' holds code and name and is split into '"
            + column.name() + "' and '" + nameColumn + "'");
    fields.put(nameColumn, c + 1);
    return List.of(
        mapped(column, column.name(), pattern, 1), mapped(column, nameColumn, pattern, 2));
  }

  private static boolean matches(Profile profile, String key, String name) {
    return profile
        .pattern(key)
        .filter(p ->
            p.matcher(name.toLowerCase(Locale.ROOT)).find() || p.matcher(name).find())
        .isPresent();
  }

  private static TextColumn mapped(TextColumn column, String name, Pattern pattern, int group) {
    String[] levels = new String[column.levels()];
    for (int level = 0; level < levels.length; level++) {
      Matcher matcher = pattern.matcher(column.level(level));
      levels[level] = matcher.matches() ? matcher.group(group) : column.level(level);
    }
    TextColumn.Builder builder = TextColumn.builder(name);
    for (int row = 0; row < column.size(); row++) {
      builder.add(levels[column.code(row)]);
    }
    return builder.build();
  }

  // --- rows with equal keys

  private void duplicates(Frame frame) {
    List<TextColumn> key = new ArrayList<>();
    boolean whole = !declared.key().isEmpty() && rows > 0;
    for (String name : declared.key()) {
      if (frame.has(name) && frame.column(name) instanceof TextColumn text) {
        key.add(text);
      } else {
        whole &= wide != null && wide.placeholder().equals(name);
      }
    }
    if (out.length == 0 && (!whole || key.isEmpty())) {
      return;
    }
    BitSet gone = new BitSet();
    // at most two thirds full
    int[] slots = whole && !key.isEmpty()
        ? new int[Integer.highestOneBit(rows + rows / 2 + 1) << 1]
        : new int[0];
    for (int row = 0; row < rows; row++) {
      int before = isOut(row) || slots.length == 0 ? -1 : firstOfKey(slots, key, row);
      if (isOut(row)) {
        gone.set(row);
      } else if (before >= 0 && equal(frame, before, row)) {
        gone.set(row);
        fate[row] = DUPLICATED;
        duplicate("W502", row, frame, "identical to line " + lines[before] + "; counted once", "");
      } else if (before >= 0) {
        gone.set(row);
        fate[row] = SET_ASIDE;
        duplicate(
            "E501",
            row,
            frame,
            conflict(keyText(key, row), before, difference(frame, before, row)),
            TELL_APART);
      }
    }
    keepAllBut(gone);
  }

  /** The first row with the key of this one, −1 when it is itself the first; slots hold rows + 1. */
  private static int firstOfKey(int[] slots, List<TextColumn> key, int row) {
    int hash = 0;
    for (TextColumn column : key) {
      hash = 0x9E3779B1 * (hash + column.code(row) + 1);
    }
    int slot = (hash ^ hash >>> 15) & slots.length - 1;
    while (slots[slot] != 0) {
      int there = slots[slot] - 1;
      boolean same = true;
      for (TextColumn column : key) {
        same &= column.code(there) == column.code(row);
      }
      if (same) {
        return there;
      }
      slot = slot + 1 & slots.length - 1;
    }
    slots[slot] = row + 1;
    return -1;
  }

  private void duplicate(String code, int row, Frame frame, String message, String fix) {
    if (found.wants(code, lines[row])) {
      int column = Math.max(0, field(declared.key().get(0)));
      String cell = frame.has(declared.key().get(0))
              && frame.column(declared.key().get(0)) instanceof TextColumn text
          ? text.get(row)
          : "";
      finding(code, row, column, cell, message, fix);
    } else {
      found.count(code, 1);
    }
  }

  private static String keyText(List<TextColumn> key, int row) {
    StringBuilder out = new StringBuilder();
    for (TextColumn column : key) {
      out.append(out.length() == 0 ? "" : ", ")
          .append(column.name())
          .append('=')
          .append(Excerpt.show(Reader.cut(column.get(row))));
    }
    return out.toString();
  }

  private boolean equal(Frame frame, int a, int b) {
    return isFaulty(a, b)
        ? firstDifference(a, b) < 0
        : frame.columns().stream().allMatch(c -> equal(c, a, b));
  }

  private boolean isFaulty(int a, int b) {
    return faulty.get(a) || faulty.get(b);
  }

  private static boolean equal(Column column, int a, int b) {
    if (column instanceof TextColumn text) {
      return text.code(a) == text.code(b);
    }
    NumberColumn number = (NumberColumn) column;
    return number.status(a) == number.status(b)
        && (!number.isKnown(a) || number.value(a) == number.value(b));
  }

  private String difference(Frame frame, int a, int b) {
    if (isFaulty(a, b)) {
      return difference(names().get(firstDifference(a, b)), a, b);
    }
    return frame.columns().stream()
        .filter(column -> !equal(column, a, b))
        .findFirst()
        .map(column -> difference(column.name(), a, b))
        .orElse("");
  }

  private String difference(String column, int a, int b) {
    return column + " " + raw(a, column) + " / " + raw(b, column);
  }

  private String raw(int row, String column) {
    Records record = record(row);
    int field = field(column);
    return field < record.fields()
        ? Excerpt.show(Reader.cut(Reader.trimmed(record.text(field))))
        : "";
  }
}
