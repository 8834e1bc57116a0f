package no.utfall.engine;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;
import no.utfall.text.Numerals;

/** Parquet files: read as a sheet of text, written from a frame. */
public final class Parquet {

  private static final byte[] MAGIC = {'P', 'A', 'R', '1'};
  private static final int LONGEST = Integer.MAX_VALUE - 16;

  private Parquet() {}

  /**
   * A file as text.
   *
   * @param text a header and one line a row, fields apart by tabs, quoted where they must be
   * @param nested columns that hold lists or records, and are left out
   * @param shortened whole numbers among the columns read as text whose digits are of two numbers that follow each
   *     other, as codes without their leading zeros are
   */
  public record Sheet(byte[] text, int columns, List<String> nested, List<Shortened> shortened) {
    public Sheet {
      nested = List.copyOf(nested);
      shortened = List.copyOf(shortened);
    }
  }

  /** A column of whole numbers with {@code fewest} to {@code most} digits. */
  public record Shortened(String column, int fewest, int most) {

    public Finding finding(String file) {
      return Finding.warning(
          "W519",
          Location.ofFile(file),
          column,
          "column '" + column + "' holds whole numbers of " + fewest + " and " + most
              + " digits: leading zeros of codes may be lost",
          "write the column as text where the file is made; it is read as it stands");
    }
  }

  /** Whether bytes start as Parquet does. */
  public static boolean isParquet(byte[] bytes) {
    for (int i = 0; i < MAGIC.length; i++) {
      if (bytes.length <= i || bytes[i] != MAGIC[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether a file is there and starts as Parquet does; the engine is not needed to tell. */
  public static boolean isParquet(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return isParquet(in.readNBytes(MAGIC.length));
    } catch (IOException e) {
      return false; // the reader of the file says why it cannot be read
    }
  }

  /**
   * A file as a sheet of text. Texts stand as they are, and bytes of no type are text; numbers in their shortest form, whole ones without a point; a
   * day as {@code 2024-02-29}, with the time behind {@code T} when it is not midnight; nothing where there is no value.
   *
   * @param numbers columns that are read as numbers: yes and no are 1 and 0 there, {@code true} and {@code false}
   *     elsewhere
   * @param codes columns read as text whose leading zeros matter
   * @throws Refusal when the file is damaged, or longer than a text can be
   */
  public static Sheet sheet(String name, Path file, Set<String> numbers, Set<String> codes) {
    try (Engine engine = Engine.open(Room.standard(), file)) {
      String source = source(engine.input(), false);
      List<Kept> kept = new ArrayList<>();
      List<String> nested = new ArrayList<>();
      List<String[]> columns = engine.query("DESCRIBE SELECT * FROM " + source, Parquet::columns);
      for (String[] column : columns) {
        ColumnType type = ColumnType.of(column[1]);
        if (type == ColumnType.NESTED) {
          nested.add(column[0]);
        } else {
          kept.add(new Kept(column[0], type, numbers.contains(column[0])));
        }
      }
      List<String> whole = kept.stream()
          .filter(column -> column.type() == ColumnType.WHOLE && codes.contains(column.name()))
          .map(Kept::name)
          .toList();
      List<Shortened> shortened = shortened(engine, source, whole);
      byte[] text = text(engine, name, source, kept);
      return new Sheet(text, kept.size(), nested, shortened);
    } catch (SQLException e) {
      throw new Refusal(
          Fault.INPUT_DATA,
          Finding.error(
              "E119",
              Location.ofFile(name),
              "",
              "the Parquet file is damaged or not understood (" + Engine.firstLine(e) + ")",
              "fetch or write it again"));
    }
  }

  private record Kept(String name, ColumnType type, boolean isNumber) {}

  /** The table function that reads a file, with the number of each row from 0 if that is asked for. */
  static String source(String input, boolean numbered) {
    return "read_parquet(" + input
        + ", hive_partitioning = false, union_by_name = false, binary_as_string = true"
        + (numbered ? ", file_row_number = true)" : ")");
  }

  static List<String[]> columns(ResultSet rows) throws SQLException {
    List<String[]> columns = new ArrayList<>();
    while (rows.next()) {
      columns.add(new String[] {rows.getString(1), rows.getString(2)});
    }
    return columns;
  }

  /** Those of some columns of whole numbers that look like codes without their leading zeros. */
  static List<Shortened> shortened(Engine engine, String source, List<String> whole)
      throws SQLException {
    if (whole.isEmpty()) {
      return List.of();
    }
    List<String> lengths = new ArrayList<>();
    for (String column : whole) {
      String digits = "length(CAST(" + Engine.name(column) + " AS VARCHAR))";
      lengths.add("min(" + digits + "), max(" + digits + ")");
    }
    return engine.query("SELECT " + String.join(", ", lengths) + " FROM " + source, rows -> {
      List<Shortened> found = new ArrayList<>();
      rows.next();
      for (int i = 0; i < whole.size(); i++) {
        Shortened one = new Shortened(whole.get(i), rows.getInt(2 * i + 1), rows.getInt(2 * i + 2));
        if (isShortened(one.fewest(), one.most())) {
          found.add(one);
        }
      }
      return found;
    });
  }

  /** Codes have equally many digits, three or more, before their leading zero is lost. */
  static boolean isShortened(int fewest, int most) {
    return fewest >= 3 && most == fewest + 1;
  }

  private static byte[] text(Engine engine, String name, String source, List<Kept> kept)
      throws SQLException {
    StringBuilder header = new StringBuilder();
    List<String> cells = new ArrayList<>();
    for (Kept column : kept) {
      header.append(header.length() == 0 ? "" : "\t").append(quoted(column.name()));
      String cell = column.type().field(Engine.name(column.name()), column.isNumber());
      cells.add("coalesce(" + cell + ", '')");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    out.writeBytes(header.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    if (kept.isEmpty()) {
      return out.toByteArray();
    }
    String line = String.join(" || chr(9) || ", cells);
    return engine.query("SELECT " + line + " FROM " + source, rows -> {
      while (rows.next()) {
        byte[] bytes = rows.getString(1).getBytes(StandardCharsets.UTF_8);
        if (out.size() > LONGEST - bytes.length - 1) {
          throw new Refusal(
              Fault.INPUT_DATA,
              Finding.error(
                  "E111",
                  Location.ofFile(name),
                  "",
                  "the file has more than " + LONGEST + " bytes as text",
                  "reduce the file first with utfall cells"));
        }
        out.writeBytes(bytes);
        out.write('\n');
      }
      return out.toByteArray();
    });
  }

  private static String quoted(String text) {
    return text.matches("[^\"\t\n\r]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  /**
   * Writes columns as Parquet: text as UTF-8, numbers as doubles, nothing where a text is blank or a number not known.
   * The bytes are the same whatever the machine.
   */
  public static void write(List<Column> columns, OutputStream out) throws IOException {
    Frame frame = Frame.of(columns);
    try (Engine engine = Engine.open(Room.standard().withThreads(1), null)) {
      Path rows = engine.own("rows");
      Path parquet = engine.own("parquet");
      rows(frame, rows);
      List<String> types = new ArrayList<>();
      List<String> names = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        boolean number = columns.get(i) instanceof NumberColumn;
        types.add("'c" + i + "': " + (number ? "'DOUBLE'" : "'VARCHAR'"));
        names.add("c" + i + " AS " + Engine.name(columns.get(i).name()));
      }
      engine.run("COPY (SELECT " + String.join(", ", names) + " FROM read_csv("
          + Engine.text(rows.toString())
          + ", auto_detect = false, header = false, delim = ',', quote = '\"', escape = '\"',"
          + " max_line_size = 1000000000, columns = {" + String.join(", ", types) + "})) TO "
          + Engine.text(parquet.toString()) + " (FORMAT parquet, COMPRESSION zstd)");
      Files.copy(parquet, out);
      out.flush();
    } catch (SQLException e) {
      throw new IOException("Parquet cannot be written: " + Engine.firstLine(e), e);
    }
  }

  private static void rows(Frame frame, Path file) throws IOException {
    List<Column> columns = frame.columns();
    try (BufferedWriter text = Files.newBufferedWriter(file)) {
      for (int row = 0; row < frame.rows(); row++) {
        for (int i = 0; i < columns.size(); i++) {
          if (i > 0) {
            text.write(',');
          }
          cell(columns.get(i), row, text);
        }
        text.write('\n');
      }
    }
  }

  private static void cell(Column column, int row, Writer text) throws IOException {
    if (column instanceof NumberColumn number) {
      text.write(Numerals.exact(number.value(row)));
    } else if (column instanceof TextColumn cells && !cells.get(row).isEmpty()) {
      text.write('"');
      text.write(cells.get(row).replace("\"", "\"\""));
      text.write('"');
    }
  }
}
