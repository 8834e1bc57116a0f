package no.utfall.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.utfall.figure.Frame;
import no.utfall.figure.Groups;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.panel.Level;
import no.utfall.problem.Excerpt;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
import no.utfall.text.Digests;
import no.utfall.text.Numerals;

/** Holds a descriptor against the file it describes. Whatever does not fit is told, and the file stands. */
final class DescriptorCheck {

  private static final Pattern PERCENT =
      Pattern.compile("%|percent|prosent|per cent|procent|share|andel", Pattern.CASE_INSENSITIVE);
  private static final Pattern PERCENT_SAID =
      Pattern.compile("%|percentage|percent|prosent|procent", Pattern.CASE_INSENSITIVE);
  private static final Set<String> TYPES = Set.of(
      "",
      "any",
      "string",
      "number",
      "integer",
      "boolean",
      "object",
      "array",
      "list",
      "datetime",
      "date",
      "time",
      "year",
      "yearmonth",
      "duration",
      "geopoint",
      "geojson");

  private final Descriptor descriptor;
  private final String file;
  private final List<Finding> findings = new ArrayList<>();

  private DescriptorCheck(Descriptor descriptor, String file) {
    this.descriptor = descriptor;
    this.file = file;
  }

  /** @param texts every cell as text */
  static List<Finding> of(
      Descriptor descriptor, Path path, String file, Recognition recognition, Frame texts) {
    DescriptorCheck check = new DescriptorCheck(descriptor, file);
    check.bytes(path);
    check.columns(recognition.columns());
    for (Descriptor.Field field : descriptor.fields()) {
      check.words(field);
      if (texts.has(field.name()) && texts.column(field.name()) instanceof TextColumn column) {
        check.cells(field, column, texts);
      }
    }
    check.key(texts);
    return check.findings;
  }

  /** Cells that were read as numbers under what the descriptor says of their size. */
  static List<Finding> ofNumbers(Descriptor descriptor, String file, Frame typed) {
    DescriptorCheck check = new DescriptorCheck(descriptor, file);
    for (Descriptor.Field field : descriptor.fields()) {
      if (typed.has(field.name()) && typed.column(field.name()) instanceof NumberColumn numbers) {
        check.range(field, numbers, typed);
      }
    }
    return check.findings;
  }

  static Finding unusable(String file, String why) {
    return Finding.warning(
        "W420",
        Location.ofFile(file),
        "",
        why,
        "mend the metadata, or move them away from the file");
  }

  private void tell(Location place, String cell, String what) {
    findings.add(Finding.warning(
        "W420",
        place,
        cell,
        descriptor.file() + " " + what,
        "mend the metadata, or fetch the file again; the cells are read as they stand"));
  }

  private void bytes(Path path) {
    try {
      long size = Files.size(path);
      if (descriptor.bytes() >= 0 && descriptor.bytes() != size) {
        tell(
            Location.ofFile(file),
            String.valueOf(size),
            "is of a file of " + descriptor.bytes() + " bytes, and this one has " + size);
        return;
      }
      String hash = descriptor.hash();
      int colon = hash.indexOf(':');
      if (colon > 0) {
        String wanted = hash.substring(colon + 1).toLowerCase(Locale.ROOT);
        if (!wanted.equals(digest(path, hash.substring(0, colon)))) {
          tell(Location.ofFile(file), "", "is of another version of the file: the hash differs");
        }
      }
    } catch (IOException e) {
      tell(Location.ofFile(file), "", "cannot be compared with the file: " + e.getMessage());
    } catch (NoSuchAlgorithmException e) {
      tell(Location.ofFile(file), "", "gives a hash of a kind that is not known");
    }
  }

  private static String digest(Path path, String algorithm)
      throws IOException, NoSuchAlgorithmException {
    return Digests.of(path, algorithm.toUpperCase(Locale.ROOT).replaceFirst("^SHA-?", "SHA-"));
  }

  private void columns(List<String> columns) {
    if (descriptor.fields().isEmpty()) {
      return;
    }
    List<String> said = descriptor.fields().stream().map(Descriptor.Field::name).toList();
    Set<String> absent = new LinkedHashSet<>(said);
    columns.forEach(absent::remove);
    Set<String> more = new LinkedHashSet<>(columns);
    said.forEach(more::remove);
    String match = descriptor.match();
    if (match.equals("partial")) {
      if (absent.size() == said.size()) {
        tell(Location.ofLine(file, 1), "", "names no column that the file has");
      }
      return;
    }
    if (!absent.isEmpty() && !match.equals("superset")) {
      tell(
          Location.ofLine(file, 1),
          absent.iterator().next(),
          "names columns that the file does not have: " + String.join(", ", absent));
    }
    if (!more.isEmpty() && !match.equals("subset")) {
      tell(
          Location.ofLine(file, 1),
          more.iterator().next(),
          "does not name columns that the file has: " + String.join(", ", more));
    }
    if (absent.isEmpty() && more.isEmpty() && match.equals("exact") && !said.equals(columns)) {
      tell(Location.ofLine(file, 1), "", "has the columns in another order than the file");
    }
  }

  /** Words that mean nothing, and a unit of measure against what is said beside it. */
  private void words(Descriptor.Field field) {
    Location place = Location.ofFile(file);
    if (!TYPES.contains(field.type())) {
      tell(
          place,
          field.type(),
          "gives '" + field.name() + "' the type '" + field.type()
              + "', which Table Schema does not have");
    }
    if (!field.role().isEmpty() && !Descriptor.ROLES.contains(field.role())) {
      tell(
          place,
          field.role(),
          "gives '" + field.name() + "' the role '" + field.role() + "', which is none of "
              + String.join(", ", Descriptor.ROLES.stream().sorted().toList()));
    }
    if (!field.level().isEmpty()
        && Stream.of(Level.values()).noneMatch(level -> level.code().equals(field.level()))) {
      tell(
          place,
          field.level(),
          "gives '" + field.name() + "' the level '" + field.level()
              + "', which is none of input, activity, output, outcome");
    }
    boolean contradicts = !field.unit().isEmpty()
        && !PERCENT.matcher(field.unit()).find()
        && PERCENT_SAID.matcher(descriptor.said(field)).find();
    if (contradicts) {
      tell(
          place,
          field.unit(),
          "gives '" + field.name() + "' the unit '" + Excerpt.show(field.unit())
              + "' and speaks of percent beside it; the unit is not used");
    }
  }

  private void cells(Descriptor.Field field, TextColumn column, Frame texts) {
    Predicate<String> fits = switch (field.type()) {
      case "boolean" -> cell -> cell.matches("(?i)true|false|1|0");
      case "year" -> cell -> cell.matches("-?[0-9]{4}");
      case "yearmonth" -> cell -> cell.matches("[0-9]{4}-[0-9]{2}");
      case "date" -> cell -> cell.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
      default -> cell -> true;
    };
    Predicate<String> allowed =
        cell -> field.allowed().isEmpty() || field.allowed().contains(cell);
    int wrong = 0;
    int blank = 0;
    int forbidden = 0;
    int first = -1;
    int firstBlank = -1;
    int firstForbidden = -1;
    for (int row = 0; row < column.size(); row++) {
      String cell = column.get(row);
      if (cell.isEmpty()) {
        firstBlank = blank++ == 0 ? row : firstBlank;
      } else if (!fits.test(cell)) {
        first = wrong++ == 0 ? row : first;
      } else if (!allowed.test(cell)) {
        firstForbidden = forbidden++ == 0 ? row : firstForbidden;
      }
    }
    if (wrong > 0) {
      tell(
          texts.place(first, field.name()),
          column.get(first),
          "says that '" + field.name()
              + "' is " + field.type() + "; " + cells(wrong) + " not, such as '"
              + Excerpt.show(Reader.cut(column.get(first))) + "'");
    }
    if (blank > 0 && field.isRequired()) {
      tell(
          texts.place(firstBlank, field.name()),
          "",
          "says that '" + field.name() + "' is always given; " + blank
              + (blank == 1 ? " cell is" : " cells are") + " blank");
    }
    if (forbidden > 0) {
      tell(
          texts.place(firstForbidden, field.name()),
          column.get(firstForbidden),
          "does not list '" + Excerpt.show(Reader.cut(column.get(firstForbidden)))
              + "' among what '" + field.name() + "' may hold (" + cells(forbidden)
              + " not listed)");
    }
    if (field.isUnique()) {
      unique(List.of(field.name()), texts);
    }
  }

  private static String cells(int count) {
    return count + (count == 1 ? " cell is" : " cells are");
  }

  private void range(Descriptor.Field field, NumberColumn numbers, Frame typed) {
    int below = 0;
    int first = -1;
    boolean isWhole = true;
    int firstPart = -1;
    for (int row = 0; row < numbers.size(); row++) {
      if (numbers.isKnown(row)) {
        double value = numbers.value(row);
        if (value < field.minimum() || value > field.maximum()) {
          first = below++ == 0 ? row : first;
        }
        if (value != Math.rint(value) && isWhole) {
          isWhole = false;
          firstPart = row;
        }
      }
    }
    if (below > 0) {
      String limits =
          (Double.isNaN(field.minimum()) ? "" : "at least " + Numerals.exact(field.minimum()))
              + (Double.isNaN(field.minimum()) || Double.isNaN(field.maximum()) ? "" : " and ")
              + (Double.isNaN(field.maximum()) ? "" : "at most " + Numerals.exact(field.maximum()));
      tell(
          typed.place(first, field.name()),
          Numerals.exact(numbers.value(first)),
          "says that '" + field.name() + "' is " + limits + "; " + cells(below) + " not, such as "
              + Numerals.exact(numbers.value(first)));
    }
    if (field.type().equals("integer") && !isWhole) {
      tell(
          typed.place(firstPart, field.name()),
          Numerals.exact(numbers.value(firstPart)),
          "says that '" + field.name() + "' holds whole numbers; "
              + Numerals.exact(numbers.value(firstPart)) + " is none");
    }
  }

  private void key(Frame texts) {
    List<String> key = descriptor.primaryKey();
    if (!key.isEmpty() && key.stream().allMatch(texts::has)) {
      unique(key, texts);
    }
  }

  private void unique(List<String> key, Frame texts) {
    Groups groups = texts.groups(key);
    for (int row = 0; row < texts.rows(); row++) {
      int first = groups.first(groups.of(row));
      if (first != row) {
        tell(
            texts.place(row, key.get(0)),
            "",
            "says that " + String.join(", ", key) + " identify a row; lines "
                + texts.place(first, key.get(0)).line() + " and "
                + texts.place(row, key.get(0)).line() + " have the same");
        return;
      }
    }
  }
}
