package no.utfall.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.utfall.text.Numerals;

/** One table of ours against the expected tables of a case, cell by cell. Grows while it compares. */
final class Comparison {

  private final Case one;
  private final Sheet ours;
  private final Map<Case.Skip, Integer> leftOut = new LinkedHashMap<>();
  private final List<String> misses = new ArrayList<>();
  private int values;
  private int blanks;
  private String worst = "";
  private double badness = -1;

  Comparison(Case one, Sheet ours) {
    this.one = one;
    this.ours = ours;
  }

  /** Compares with one expected file; a case that expects several calls this once for each. */
  void with(Case.Expect expect, Sheet theirs) {
    Map<String, List<Sheet.Row>> index = index(expect);
    Map<String, int[]> equal = new LinkedHashMap<>();
    int rows = 0;
    for (Sheet.Row row : theirs.rows()) {
      if (expect.filter().hold(row)) {
        rows++;
        if (!isLeftOut(row)) {
          compare(expect, row, index, equal);
        }
      }
    }
    if (rows == 0) {
      misses.add(theirs.name() + " has no row with " + expect.filter());
    }
    equal.forEach((column, counts) -> checkShare(expect.tolerance().of(column), column, counts));
  }

  private Map<String, List<Sheet.Row>> index(Case.Expect expect) {
    Map<String, List<Sheet.Row>> index = new HashMap<>();
    for (Sheet.Row row : ours.rows()) {
      List<String> cells = expect.keys().keySet().stream().map(row::get).toList();
      index.computeIfAbsent(key(cells), key -> new ArrayList<>()).add(row);
    }
    return index;
  }

  private static String key(List<String> cells) {
    return cells.stream().map(Sheet::canonical).collect(Collectors.joining("\u0000"));
  }

  /** A skip speaks of the expected files that have its columns. */
  private boolean isLeftOut(Sheet.Row row) {
    for (Case.Skip skip : one.skips()) {
      if (row.cells().keySet().containsAll(skip.where().wanted().keySet())) {
        boolean leaves = skip.where().hold(row);
        leftOut.merge(skip, leaves ? 1 : 0, Integer::sum);
        if (leaves) {
          return true;
        }
      }
    }
    return false;
  }

  private void compare(
      Case.Expect expect,
      Sheet.Row row,
      Map<String, List<Sheet.Row>> index,
      Map<String, int[]> equal) {
    List<String> cells = expect.keys().values().stream().map(row::get).toList();
    String place = expect.keys().values().stream()
        .map(column -> column + "=" + row.get(column))
        .collect(Collectors.joining(" "));
    List<Sheet.Row> candidates = index.getOrDefault(key(cells), List.of());
    expect.values().forEach((column, source) -> {
      String at = place.isEmpty() ? column : place + " " + column;
      List<Sheet.Row> found = candidates.stream().filter(source.where()::hold).toList();
      if (found.size() != 1) {
        misses.add(at + ": " + (found.isEmpty() ? "no row" : found.size() + " rows")
            + " in ours with " + source.where());
      } else {
        compareCell(expect, row, column, found.get(0), source.column(), at, equal);
      }
    });
  }

  private void compareCell(
      Case.Expect expect,
      Sheet.Row row,
      String column,
      Sheet.Row our,
      String ourColumn,
      String at,
      Map<String, int[]> equal) {
    String theirs = row.get(column);
    String mine = our.get(ourColumn);
    if (expect.tolerance().isBlank(theirs, column)) {
      blanks++;
      expect.blank().forEach((where, wanted) -> {
        if (!Sheet.same(our.get(where), wanted)) {
          misses.add(at + ": theirs is blank, ours has " + where + " '" + our.get(where)
              + "', not '" + wanted + "'");
        }
      });
      if (!mine.isEmpty() && !expect.blank().containsKey(ourColumn)) {
        misses.add(at + ": ours " + mine + ", theirs is blank");
      }
      return;
    }
    values++;
    int[] counts = equal.computeIfAbsent(column, key -> new int[2]);
    counts[1]++;
    if (mine.isEmpty()) {
      misses.add(at + ": ours is blank, theirs " + theirs);
      return;
    }
    Tolerance.Distance distance = expect.tolerance().between(mine, theirs, column, row);
    if (distance.equal()) {
      counts[0]++;
    }
    String words = describe(distance, at, mine, theirs);
    if (distance.badness() > badness) {
      badness = distance.badness();
      worst = words;
    }
    if (!distance.isNear()) {
      misses.add(words);
    }
  }

  private static String describe(
      Tolerance.Distance distance, String at, String mine, String theirs) {
    String apart = distance.apart() == 0
        ? "0"
        : Numerals.exact(distance.apart()) + " of " + Numerals.exact(distance.allowed())
            + " allowed";
    return apart + " at " + at + ": ours " + mine + ", theirs " + theirs;
  }

  private void checkShare(Tolerance tolerance, String column, int[] counts) {
    if (counts[0] < tolerance.shareEqual() * counts[1]) {
      misses.add(column + ": " + counts[0] + " of " + counts[1]
          + " are equal, fewer than the share of " + Numerals.exact(tolerance.shareEqual()));
    }
  }

  Verdict verdict() {
    List<String> reasons = new ArrayList<>();
    for (Case.Skip skip : one.skips()) {
      Integer rows = leftOut.get(skip);
      if (rows == null) {
        misses.add("no expected file has the columns to leave out " + skip.where());
      } else {
        reasons.add(rows + " rows with " + skip.where() + ": " + skip.why());
      }
    }
    if (values == 0) {
      misses.add("no value was compared");
    }
    return new Verdict(
        one.name(),
        misses.isEmpty() ? Verdict.Kind.OK : Verdict.Kind.MISS,
        values,
        blanks,
        List.copyOf(reasons),
        worst,
        List.copyOf(misses));
  }
}
