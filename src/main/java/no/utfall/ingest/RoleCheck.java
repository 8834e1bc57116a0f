package no.utfall.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Status;
import no.utfall.figure.TextColumn;
import no.utfall.panel.Norway;
import no.utfall.panel.Period;
import no.utfall.panel.UnitLevel;
import no.utfall.panel.WrittenTwice;
import no.utfall.problem.Codes;
import no.utfall.problem.Excerpt;
import no.utfall.problem.Finding;
import no.utfall.problem.FindingLog;
import no.utfall.problem.Ledger;
import no.utfall.problem.Severity;
import no.utfall.text.Order;
import org.jspecify.annotations.Nullable;

/**
 * A file whose columns have names of their own, checked by the roles that its publisher, the metadata beside it or the user
 * give them: cells of numbers, rows with equal keys, periods, and codes of units where a list of them is built in. What is
 * not checked is told in a note.
 */
final class RoleCheck {

  private static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}.*";
  private static final int SHOWN = 5;

  private final Reader reader;
  private final Body body;
  private final Frame frame;
  private final Inspect.Proposal proposal;
  private final boolean isSaid;
  private final List<String> key;
  private final List<String> held = new ArrayList<>();
  private final List<String> unchecked = new ArrayList<>();

  private RoleCheck(
      Reader reader, Body body, Inspect.Proposal proposal, boolean isSaid, List<String> key) {
    this.reader = reader;
    this.body = body;
    this.frame = body.seen();
    this.proposal = proposal;
    this.isSaid = isSaid;
    this.key = key.stream()
        .filter(name -> frame.has(name) && frame.column(name) instanceof TextColumn)
        .toList();
  }

  /**
   * Checks a file of which a publisher's profile, metadata or the user say what the columns are.
   *
   * @param declared with a key, when the user names one
   */
  static Ledger run(
      Input input,
      Declared declared,
      Tidying.Said said,
      Limits limits,
      FindingLog log,
      @Nullable Consumer<Check.Rejected> rejects) {
    Described described = Described.of(input, declared, limits);
    Declared known = described.declared();
    List<Finding> ofMetadata = new ArrayList<>();
    Inspect.Proposal proposal = proposed(described, known, said, limits, ofMetadata);
    Declared signed = described.withSigns(known, proposal.profile());
    boolean isList = proposal.profile().is("list");
    Declared typed =
        isList ? signed : signed.withTypes(proposal.types()).withKey(key(known, proposal));
    Found found = Found.forLog(input.name());
    found.into(log);
    Reader reader = Reader.open(described.input(), typed, limits, found);
    Body body = Body.read(reader, typed);
    Frame keys = checked(reader, body, proposal, typed.key(), said, described, ofMetadata);
    if (reader.isReadable() && !isList) {
      body.absent(proposal.absent(keys));
    }
    if (rejects != null) {
      body.rejected(log.ofLastPart(), rejects);
    }
    log.append(ofMetadata);
    return body.ledger();
  }

  /** What the columns could be, once every cell has been seen as text; the texts are not kept. */
  private static Inspect.Proposal proposed(
      Described described,
      Declared known,
      Tidying.Said said,
      Limits limits,
      List<Finding> ofMetadata) {
    Inspect.Proposal proposal = Inspect.propose(described, known, limits, said);
    ofMetadata.addAll(described.findings(proposal));
    return proposal.withoutTexts();
  }

  /** Checks the rows; of them only the texts are kept. */
  private static Frame checked(
      Reader reader,
      Body body,
      Inspect.Proposal proposal,
      List<String> key,
      Tidying.Said said,
      Described described,
      List<Finding> ofMetadata) {
    RoleCheck check = new RoleCheck(reader, body, proposal, !said.isNothing(), key);
    if (reader.isReadable() && !proposal.profile().is("list")) {
      check.named(said);
      check.periods();
      check.writtenTwice();
      check.codes();
      check.panel();
      check.tell();
    }
    ofMetadata.addAll(described.findings(check.frame));
    return check.texts();
  }

  /** Tells of a file without a publisher that its cells were not looked at, and which roles its columns could have. */
  static void tellStructureOnly(Reader reader, Declared declared, long rows) {
    String options = "";
    if (rows <= Plausibility.MOST_ROWS) {
      Described described = Described.of(reader.input(), declared, reader.limits());
      options = options(
          Inspect.propose(described, declared, reader.limits(), Tidying.Said.NOTHING),
          declared.key());
    }
    reader
        .found()
        .ofFile(
            "N522",
            "checked for structure only, since no profile says what the columns are",
            options.isEmpty()
                ? "name them: --unit COLUMN --period COLUMN --value COLUMN,..."
                : "if these are right, add  " + options);
  }

  private static String options(Inspect.Proposal proposal, List<String> key) {
    StringBuilder options = new StringBuilder();
    List<String> values = new ArrayList<>();
    proposal.roles().forEach((name, role) -> {
      if (role.equals("unit") || role.equals("period")) {
        options.append("--").append(role).append(' ').append(quoted(name)).append(' ');
      } else if (proposal.types().containsKey(name) && !key.contains(name)) {
        values.add(name);
      }
    });
    if (!values.isEmpty() && values.size() <= SHOWN) {
      options.append("--value ").append(quoted(String.join(",", values)));
    }
    return options.toString().strip();
  }

  private static String quoted(String text) {
    String shown = Excerpt.show(Reader.cut(text));
    return shown.matches("[\\p{L}0-9_,.-]+") ? shown : "\"" + shown + "\"";
  }

  /** The columns that identify a row, when the user names none. */
  private static List<String> key(Declared declared, Inspect.Proposal proposal) {
    return declared.key().isEmpty() && proposal.roles().containsValue("unit")
        ? proposal.key()
        : declared.key();
  }

  private void named(Tidying.Said said) {
    Set<String> names = new LinkedHashSet<>(said.values());
    if (said.unit() != null) {
      names.add(said.unit());
    }
    if (said.period() != null) {
      names.add(said.period());
    }
    for (String name : names) {
      if (!proposal.roles().containsKey(name)) {
        body.missing(name);
      }
    }
  }

  private Frame texts() {
    return frame.select(frame.columns().stream()
        .filter(TextColumn.class::isInstance)
        .map(Column::name)
        .toList());
  }

  private @Nullable TextColumn column(String role) {
    return proposal.column(frame, role).orElse(null);
  }

  // --- periods

  private void periods() {
    TextColumn periods = column("period");
    if (periods == null) {
      if (proposal.wide().isEmpty()) {
        unchecked.add("periods, since no column is known as the period (--period)");
      }
      return;
    }
    Set<String> strange = new TreeSet<>(Order.NATURAL);
    boolean[] isStrange = new boolean[periods.levels()];
    for (int level = 0; level < isStrange.length; level++) {
      String text = periods.level(level);
      isStrange[level] = !text.matches(DATE) && Period.find(text).isEmpty();
      if (isStrange[level]) {
        strange.add(text);
      }
    }
    TextColumn units = column("unit");
    boolean isStrict = isSaid || units != null && KommuneAar.isNumberOfUnit(units.name());
    if (!isStrict && !strange.isEmpty()) {
      unchecked.add("periods such as '"
          + Excerpt.show(Reader.cut(strange.iterator().next())) + "', which are not read as such");
      return;
    }
    for (int row = 0; row < periods.size(); row++) {
      if (isStrange[periods.code(row)]) {
        String cell = periods.get(row);
        each(
            "E503",
            row,
            periods.name(),
            cell,
            "'" + Excerpt.show(Reader.cut(cell)) + "' is not a period",
            "write 2024, 2016/17, 2024-03, 2020Q1 or 2011-2015");
      }
    }
  }

  private void writtenTwice() {
    TextColumn periods = column("period");
    if (periods == null || !proposal.wide().isEmpty() || !key.contains(periods.name())) {
      return;
    }
    WrittenTwice.rows(
            frame,
            key,
            periods.name(),
            text -> Period.find(text).map(Period::toString).orElse(text))
        .forEach((row, before) -> each(
            "E501",
            row,
            periods.name(),
            periods.get(row),
            "the key of line " + body.line(body.rowOf(before))
                + " once more; the period is written " + Excerpt.show(periods.get(before)) + " / "
                + Excerpt.show(periods.get(row)),
            "delete one of the rows"));
  }

  /** The year of each row; 0 where a column holds one period each, or where there is none. */
  private int[] years() {
    int[] years = new int[frame.rows()];
    TextColumn periods = column("period");
    if (periods == null) {
      return years;
    }
    int[] byLevel = new int[periods.levels()];
    for (int level = 0; level < byLevel.length; level++) {
      String text = periods.level(level);
      byLevel[level] = text.matches(DATE)
          ? Integer.parseInt(text.substring(0, 4))
          : Period.find(text).map(Period::year).orElse(0);
    }
    for (int row = 0; row < years.length; row++) {
      years[row] = byLevel[periods.code(row)];
    }
    return years;
  }

  // --- codes

  private void codes() {
    TextColumn units = column("unit");
    if (units == null) {
      unchecked.add(
          "codes of units and rows with equal keys, since no column is known as the unit (--unit)");
      return;
    }
    String id = proposal.profile().find("levels");
    Optional<UnitLevel.Family> family = id == null ? Optional.empty() : UnitLevel.Family.find(id);
    boolean isNorway = family.filter(UnitLevel.Family.NORWAY::equals).isPresent();
    boolean isOwn = family.isEmpty()
        && (KommuneAar.isNumberOfUnit(units.name()) || isSaid && areOfNorway(units));
    if (isNorway || isOwn) {
      municipalities(units, isOwn);
    } else if (family.isEmpty() || !family.get().isListed()) {
      unchecked.add("codes of units, since no list of these is built in");
    }
    family.ifPresent(levels -> strange(units, levels, isNorway));
  }

  /** Codes of four digits, or most of them known, whatever a spreadsheet has done to some. */
  private static boolean areOfNorway(TextColumn units) {
    int known = 0;
    for (int level = 0; level < units.levels(); level++) {
      String code = units.level(level);
      known += Norway.KOMMUNE.units().knows(code.length() == 3 ? "0" + code : code) ? 1 : 0;
    }
    return areOfFourDigits(units) || known > 0 && 2 * known >= units.levels();
  }

  static boolean areOfFourDigits(TextColumn units) {
    for (int level = 0; level < units.levels(); level++) {
      if (!units.level(level).matches("[0-9]{3,4}")) {
        return false;
      }
    }
    return units.levels() > 0;
  }

  /**
   * Codes of municipalities in rows with a number, of years of which the lists know.
   *
   * @param isOwn whether nothing but municipalities can stand there; a publisher has totals and areas of other kinds
   */
  private void municipalities(TextColumn units, boolean isOwn) {
    int[] years = years();
    if (!proposal.wide().isEmpty()) {
      int first = proposal.wideYears().first();
      if (first < Norway.FIRST_YEAR || proposal.wideYears().size() > 1) {
        unchecked.add("codes of municipalities by year, since each row holds several years"
            + (first < Norway.FIRST_YEAR ? ", some before " + Norway.FIRST_YEAR : ""));
        if (first < Norway.FIRST_YEAR) {
          return;
        }
      } else {
        Arrays.fill(years, first);
      }
    }
    TextColumn.Builder asked = TextColumn.builder(units.name(), units.size());
    boolean before = false;
    for (int row = 0; row < units.size(); row++) {
      boolean early = years[row] > 0 && years[row] < Norway.FIRST_YEAR;
      before |= early;
      boolean isAsked = !early && hasNumber(row);
      String code = units.get(row);
      asked.add(isAsked ? code : "");
      if (!isOwn
          && isAsked
          && code.matches("[0-9]{3}")
          && Norway.KOMMUNE.units().knows("0" + code)) {
        each(
            "E506",
            row,
            units.name(),
            code,
            "'" + code
                + "' has 3 digits, municipality codes have 4; did a spreadsheet drop a leading zero (0"
                + code + ")?",
            "keep the codes as text with their leading zeros");
      }
    }
    if (isOwn) {
      KommuneCodes.Wrong.in(
          units,
          this::hasNumber,
          (code, row, message, fix) -> each(code, row, units.name(), units.get(row), message, fix));
    }
    if (before) {
      unchecked.add("codes of years before " + Norway.FIRST_YEAR + ", when the lists start");
    }
    new KommuneCodes(
            asked.build(),
            years,
            column("unit-name"),
            (code, row, message, fix) ->
                each(code, row, units.name(), units.get(row), message, fix))
        .check();
  }

  private boolean hasNumber(int row) {
    for (Column column : frame.columns()) {
      if (column instanceof NumberColumn number
          && (number.isKnown(row) || number.status(row) == Status.SUPPRESSED)) {
        return true;
      }
    }
    return false;
  }

  /** Codes of none of the levels that the codes of the publisher have. */
  private void strange(TextColumn units, UnitLevel.Family levels, boolean isNorway) {
    Set<String> strange = new TreeSet<>(Order.NATURAL);
    int first = -1;
    for (int row = 0; row < units.size(); row++) {
      String code = units.get(row);
      boolean isListed = isNorway && code.matches("[0-9]{4}");
      if (!isListed && !code.isEmpty() && levels.level(code).isEmpty() && strange.add(code)) {
        first = first < 0 ? row : first;
      }
    }
    if (first >= 0 && levels.isListed() && !isNorway) {
      for (int row = 0; row < units.size(); row++) {
        String code = units.get(row);
        if (strange.contains(code)) {
          each(
              "E507",
              row,
              units.name(),
              code,
              "'" + Excerpt.show(Reader.cut(code)) + "' is none of the " + levels.title()
                  + " that are built in",
              "mend the code");
        }
      }
    } else if (first >= 0) {
      each(
          "W521",
          first,
          units.name(),
          units.get(first),
          "codes of no known unit: " + shortened(strange),
          "look them up; they can be totals, or units of another time");
    }
  }

  private static String shortened(Set<String> words) {
    String first = String.join(", ", words.stream().limit(SHOWN).toList());
    return words.size() > SHOWN ? first + " and " + (words.size() - SHOWN) + " more" : first;
  }

  // --- numbers against one another

  private void panel() {
    TextColumn units = column("unit");
    TextColumn named = units == null ? column("unit-name") : units;
    if (named == null) {
      unchecked.add("series, shares and totals against one another");
      return;
    }
    PanelCheck.Said said = PanelCheck.check(proposal, frame, named, years(), this::each);
    held.addAll(said.held());
    unchecked.addAll(said.unheld());
  }

  // --- what is told

  private void tell() {
    long numbers =
        frame.columns().stream().filter(NumberColumn.class::isInstance).count();
    if (numbers == 0) {
      unchecked.add("numbers, since no column is known to hold them (--value)");
    }
    TextColumn unit = column("unit");
    TextColumn period = column("period");
    reader
        .found()
        .ofFile(
            "N522",
            "checked by role: "
                + (unit == null ? "" : "unit " + Excerpt.show(unit.name()) + ", ")
                + (period == null ? "" : "period " + Excerpt.show(period.name()) + ", ")
                + numbers + (numbers == 1 ? " column" : " columns") + " of numbers"
                + (held.isEmpty() ? "" : "; held together: " + String.join(", ", held))
                + (unchecked.isEmpty() ? "" : "; not checked: " + String.join("; ", unchecked)),
            "");
  }

  private void each(
      String code, int frameRow, String column, String cell, String message, String fix) {
    if (code.equals("E507")) {
      body.unknownUnit(body.rowOf(frameRow));
    } else if (Codes.severity(code) == Severity.ERROR) {
      body.setAside(body.rowOf(frameRow));
    }
    if (reader.found().wants(code, body.line(body.rowOf(frameRow)))) {
      body.finding(code, body.rowOf(frameRow), body.field(column), cell, message, fix);
    } else {
      reader.found().count(code, 1);
    }
  }
}
