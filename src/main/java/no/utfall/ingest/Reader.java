package no.utfall.ingest;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.utfall.engine.Parquet;
import no.utfall.problem.Excerpt;
import no.utfall.problem.Location;
import no.utfall.text.Nearest;
import org.jspecify.annotations.Nullable;

/** Opens one file: from bytes to a page, a delimiter and a header. What comes after stands in {@link Body}. */
final class Reader {

  private static final Pattern FOOTNOTE = Pattern.compile(
      "(?iu)^\\s*\"?(kilde|kjelde|source|note|merknad|fotnote|copyright|©|\\*|---|tall for|tal for|publisert"
          + "|sist (oppdatert|endret|endra)|oppdatert|last updated|\\d{1,2}\\)\\s*\\p{L}).*");
  private static final Pattern SEP = Pattern.compile("^\"?sep=(.)\"?$");
  private static final Pattern LETTERS = Pattern.compile(".*[\\p{L}*©-].*", Pattern.DOTALL);

  /** A name of the header and where it stands. */
  record Heading(String name, String excerpt, Location place, boolean isPhantom) {}

  private static final int STRETCH = 8 << 20;

  private final int stretch;
  private final Input input;
  private final String file;
  private final Declared declared;
  private final Limits limits;
  private final Found found;
  private final Told told = new Told();

  private Profile profile = Profile.plain();
  private String encoding = "UTF-8";
  private String runnerUp = "";
  private Page page;
  private char delimiter = ';';
  private int headerLine = 1;
  private int headerLines = 1;
  private List<Heading> headings = List.of();
  private List<Fit.Stretch> stretches = List.of();
  private boolean readable;

  private Reader(Input input, Declared declared, Limits limits, int stretch, Found found) {
    this.stretch = stretch;
    this.input = input;
    this.file = input.name();
    this.declared = declared;
    this.limits = limits;
    this.found = found;
    this.page = new Page(file, new byte[0], 0, 0, 1, false);
  }

  static Reader open(Input input, Declared declared, Limits limits) {
    return open(input, declared, limits, STRETCH);
  }

  /**
   * @param stretch so many bytes, about, are read by one thread in one go
   */
  static Reader open(Input input, Declared declared, Limits limits, int stretch) {
    return open(input, declared, limits, stretch, new Found(input.name()));
  }

  /** As {@link #open(Input, Declared, Limits)}; what is found goes there. */
  static Reader open(Input input, Declared declared, Limits limits, Found found) {
    return open(input, declared, limits, STRETCH, found);
  }

  private static Reader open(
      Input input, Declared declared, Limits limits, int stretch, Found found) {
    Reader reader = new Reader(input, declared, limits, stretch, found);
    reader.readable = input instanceof Input.OfFile file && Parquet.isParquet(file.path())
        ? reader.openParquet(file.path())
        : reader.open(Source.bytes(input, limits));
    return reader;
  }

  /** Whether there is a header and something below it; otherwise the findings say why not. */
  boolean isReadable() {
    return readable;
  }

  Found found() {
    return found;
  }

  Profile profile() {
    return profile;
  }

  Declared declared() {
    return declared;
  }

  Limits limits() {
    return limits;
  }

  Input input() {
    return input;
  }

  String file() {
    return file;
  }

  /** The page below the header. */
  Page page() {
    return page;
  }

  byte delimiter() {
    return (byte) delimiter;
  }

  List<Heading> headings() {
    return headings;
  }

  /** Takes the one column whose name differs from a wanted one in case only for that one, and tells so. */
  void foldCase(Collection<String> wanted) {
    List<Heading> all = headings;
    headings = all.stream()
        .map(heading -> wanted.stream()
            .filter(name -> heading.name.equalsIgnoreCase(name) && !heading.name.equals(name))
            .filter(
                name -> all.stream().filter(h -> h.name.equalsIgnoreCase(name)).count() == 1)
            .findFirst()
            .map(name -> folded(heading, name))
            .orElse(heading))
        .toList();
  }

  private Heading folded(Heading heading, String name) {
    found.add(
        "W302",
        heading.place,
        heading.name,
        heading.excerpt,
        "'" + heading.name + "' is read as '" + name + "'; the names differ only in case",
        "rename the column to " + name);
    return new Heading(name, heading.excerpt, heading.place, heading.isPhantom);
  }

  int headerLine() {
    return headerLine;
  }

  /** The page in parts that can be read side by side. */
  List<Fit.Stretch> stretches() {
    List<Fit.Stretch> below = new ArrayList<>();
    for (Fit.Stretch part : stretches) {
      if (part.to() > page.from() && part.from() < page.to()) {
        below.add(part.from() < page.from() ? belowHeader(part) : part);
      }
    }
    Fit.Stretch last = below.isEmpty() ? null : below.get(below.size() - 1);
    if (last != null && last.to() > page.to()) {
      below.set(
          below.size() - 1,
          new Fit.Stretch(
              last.from(), page.to(), last.line(), last.records(), last.blanks(), last.even()));
    }
    return below;
  }

  /** What is left of a stretch without the header and what stands above it. */
  private Fit.Stretch belowHeader(Fit.Stretch part) {
    Records above = new Records(page, delimiter(), limits.maxColumns(), part.from(), part.line());
    int records = part.records();
    int blanks = part.blanks();
    while (above.offset() < page.from() && above.next()) {
      records -= above.isBlank() ? 0 : 1;
      blanks -= above.isBlank() ? 1 : 0;
    }
    return new Fit.Stretch(page.from(), part.to(), page.firstLine(), records, blanks, part.even());
  }

  List<String> evidence() {
    return told.evidence();
  }

  /**
   * @param columns of the frame, which may have more names than the header
   */
  Recognition recognition(char decimal, List<String> columns) {
    Map<String, String> known = new LinkedHashMap<>();
    for (String column : columns) {
      String role = told.roles().get(column);
      if (role == null) {
        role = profile.role(column).orElse(null);
      }
      if (role != null) {
        known.put(column, role);
      }
    }
    return new Recognition(
        profile.id(),
        encoding,
        page.isSheet() ? "" : String.valueOf(delimiter),
        decimal == 0 ? "" : String.valueOf(decimal),
        headerLine,
        headerLines,
        headings.stream().filter(h -> !h.isPhantom()).map(Heading::name).toList(),
        known,
        told.evidence(),
        runnerUp,
        subject());
  }

  /** What the numbers are, as the file or its name says once for all of them. */
  private String subject() {
    if (!told.subject().isEmpty()) {
      return told.subject();
    }
    String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    return profile
        .pattern("subject-from-name")
        .map(pattern -> pattern.matcher(name))
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1))
        .orElse("");
  }

  private boolean open(byte[] raw) {
    if (raw.length == 0) {
      found.ofFile("E103", "the file is empty (0 bytes)", "export it again");
      return false;
    }
    if (Parquet.isParquet(raw)) {
      found.ofFile(
          "E119",
          "this is Parquet from a pipe or from inside an archive",
          "unpack it, and give the file by its name");
      return false;
    }
    List<Pending> pending = new ArrayList<>();
    if (Archive.isZip(raw)) {
      Page sheet = Workbook.page(file, raw, declared.sheet(), found, told.evidence());
      if (sheet == null || !pickProfile(lines(sheet), "", "workbook")) {
        return false;
      }
      encoding = "xlsx";
      page = sheet;
    } else {
      Decoding seen = Decoding.seen(raw);
      String[] lines = seen.firstLines(raw, Profile.LINES_SEEN);
      String json = JsonStat.looksLikeJson(raw) ? seen.start(raw) : "";
      if (!pickProfile(lines, json, seen.encoding())) {
        return false;
      }
      if (profile.isPlain() && !json.isEmpty()) {
        List<String> described = Descriptor.files(raw);
        found.ofFile(
            "E117",
            described.isEmpty()
                ? "this is JSON, but of no kind that is read"
                : "this is a Data Package: it describes tables and is none",
            described.isEmpty()
                ? "ask the publisher's service for JSON-stat or CSV"
                : "name the table, and this is read beside it: " + String.join(", ", described));
        return false;
      }
      Decoding taken = decoding(raw, saidInside(seen, raw, lines), pending);
      if (taken == null) {
        return false;
      }
      page = taken.page(file, raw);
      nulBytes(raw, taken, pending);
      Form form = Form.of(profile);
      if (form != Form.DELIMITED) {
        Page table = form.table(page, profile, found, told);
        if (table == null) {
          return false;
        }
        page = table;
      }
    }
    return layOut(pending);
  }

  private boolean openParquet(Path path) {
    encoding = "parquet";
    page = ParquetSheet.page(file, path, declared.types(), found, told.evidence());
    return pickProfile(lines(page), "", encoding) && layOut(List.of());
  }

  /** The first rows of a sheet as a file with commas would have them, to recognise it by. */
  private static String[] lines(Page sheet) {
    int end = sheet.from();
    for (int n = 0; n < Profile.LINES_SEEN && end < sheet.to(); n++) {
      end = sheet.afterLine(end);
    }
    return sheet.text(sheet.from(), end).replace(Workbook.DELIMITER, ',').split("\n", -1);
  }

  private boolean layOut(List<Pending> pending) {
    if (isBlank()) {
      found.ofFile("E103", "no header was found: there are only blank lines", "export it again");
      return false;
    }
    lineEnds();
    boolean ready = layOut();
    pending.forEach(this::place);
    return ready;
  }

  // --- profile and encoding

  private boolean pickProfile(String[] lines, String json, String seenEncoding) {
    String named = declared.profile();
    List<Profile> candidates = named == null ? Profile.recognisable() : Profile.of(named);
    if (named != null && candidates.isEmpty()) {
      String near = Nearest.to(named, Profile.ids())
          .map(n -> "; did you mean '" + n + "'?")
          .orElse("");
      found.ofFile(
          "E112",
          "there is no profile '" + named + "'" + near,
          "use one of " + String.join(", ", Profile.ids()));
      return false;
    }
    List<Profile> taken = new ArrayList<>();
    List<String> why = List.of();
    Map<Profile, Integer> pieces = new LinkedHashMap<>();
    for (Profile candidate : candidates) {
      List<String> seen = candidate.seenIn(lines, json, file, seenEncoding);
      pieces.put(candidate, seen.size());
      boolean enough = named != null || seen.size() >= Profile.ENOUGH;
      if (enough && (taken.isEmpty() || seen.size() > why.size())) {
        taken.clear();
        taken.add(candidate);
        why = seen;
      } else if (named == null && enough && seen.size() == why.size()) {
        taken.add(candidate);
      }
    }
    if (taken.size() > 1) {
      found.ofFile(
          "E115",
          "the file fits two profiles: " + taken.get(0).title() + ", and "
              + taken.get(1).title(),
          "declare profile (--profile): " + taken.get(0).id() + " or "
              + taken.get(1).id());
      return false;
    }
    runnerUp =
        named == null ? runnerUp(pieces, taken.isEmpty() ? Profile.plain() : taken.get(0)) : "";
    if (!taken.isEmpty()) {
      profile = named == null ? taken.get(0).whole() : taken.get(0);
      told.say((named == null ? "recognised as " : "declared as ") + profile.title());
      why.forEach(told::say);
      if (named == null) {
        told.say(why.size() + " of " + profile.pieces() + " pieces of evidence; " + runnerUp);
      }
      if (profile.number("header-line") > 1 && lines.length > 0) {
        told.say("title: " + lines[0].strip());
      }
    } else if (named == null && pieces.values().stream().anyMatch(count -> count > 0)) {
      told.say("no profile has " + Profile.ENOUGH + " pieces of evidence; " + runnerUp);
    }
    return true;
  }

  /** The publisher with the most evidence but the one that was taken. */
  private static String runnerUp(Map<Profile, Integer> pieces, Profile taken) {
    return pieces.entrySet().stream()
        .filter(entry -> !entry.getKey().id().equals(taken.id()) && entry.getValue() > 0)
        .reduce((a, b) -> b.getValue() > a.getValue() ? b : a)
        .map(entry -> "next: " + entry.getKey().title() + " with " + entry.getValue() + " of "
            + entry.getKey().pieces())
        .orElse("no other publisher has any");
  }

  /** The encoding that the file itself names, when it is not UTF-8 and the profile knows where to look. */
  private Decoding saidInside(Decoding seen, byte[] raw, String[] lines) {
    Optional<Pattern> where = profile.pattern("encoding-from");
    if (where.isEmpty() || seen.isUtf8() || seen.isUtf16()) {
      return seen;
    }
    for (String line : lines) {
      Matcher said = where.get().matcher(line);
      Decoding decoding = said.find() ? Decoding.declared(said.group(1), raw) : null;
      if (decoding != null && decoding.malformed() < 0) {
        told.say("the file says that it is " + decoding.encoding());
        return decoding;
      }
    }
    return seen;
  }

  /** A finding about a byte, whose place is known only when the fields are. */
  private record Pending(String code, int offset, String value, String message, String fix) {}

  private @Nullable Decoding decoding(byte[] raw, Decoding seen, List<Pending> pending) {
    String wanted = declared.encoding();
    if (wanted != null) {
      Decoding decoding = Decoding.declared(wanted, raw);
      if (decoding == null) {
        found.ofFile(
            "E106",
            "there is no encoding '" + wanted + "'",
            "use UTF-8, UTF-16LE, UTF-16BE or windows-1252");
        return null;
      }
      encoding = decoding.encoding();
      told.say("encoding declared: " + encoding);
      if (decoding.malformed() >= 0) {
        int offset = decoding.malformed();
        pending.add(new Pending(
            "E101",
            decoding.utf8Offset(raw, offset),
            hex(raw[offset]),
            "byte " + hex(raw[offset]) + " is not " + encoding + ", which is declared",
            "declare the encoding the file has (--encoding)"));
      }
      return decoding;
    }
    encoding = seen.encoding();
    if (encoding.startsWith("UTF-32")) {
      found.ofFile("E106", "the file is " + encoding, "save it as UTF-8");
      return null;
    }
    if (seen.isUtf16()) {
      if (seen.mark() > 0) {
        told.say("byte order mark of " + encoding);
        found.add(
            "W101",
            Location.ofLine(file, 1),
            "",
            "",
            "read as " + encoding + " because of its byte order mark",
            "");
      } else if (profile.isPlain()) {
        found.add(
            "E102",
            Location.ofLine(file, 1),
            "",
            "",
            "every second byte is NUL: this looks like " + encoding + " without a byte order mark",
            "declare encoding (--encoding " + encoding + "), or save the file as UTF-8");
      } else {
        told.say("read as " + encoding + " because every second byte is NUL");
      }
      return seen;
    }
    if (seen.isUtf8()) {
      if (seen.mark() > 0) {
        told.say("byte order mark of UTF-8");
      }
      return seen;
    }
    if ("windows-1252".equals(profile.find("encoding"))) {
      told.say("read as " + encoding + ", as the profile says, because it is not UTF-8");
      return seen;
    }
    int bad = Utf8.of(raw, 0).malformed();
    pending.add(new Pending(
        "E101",
        seen.utf8Offset(raw, bad),
        hex(raw[bad]),
        "byte " + hex(raw[bad]) + " is not UTF-8; in windows-1252 the cell would read {cell}",
        "declare encoding (--encoding windows-1252), or save the file as UTF-8"));
    return seen;
  }

  private static String hex(byte b) {
    return String.format(Locale.ROOT, "0x%02X", b & 0xff);
  }

  private void nulBytes(byte[] raw, Decoding taken, List<Pending> pending) {
    if (!page.has((byte) 0)) {
      return;
    }
    byte[] bytes = page.bytes();
    int first = Page.first(bytes, (byte) 0, 0, bytes.length);
    int count = 0;
    for (int i = first; i < bytes.length; i++) {
      count += bytes[i] == 0 ? 1 : 0;
    }
    pending.add(new Pending(
        "E104",
        first,
        "\0",
        (taken.isUtf16()
                ? "NUL character"
                : "NUL byte at byte offset " + Page.first(raw, (byte) 0, 0, raw.length))
            + (count > 1 ? " (" + count + " in all)" : "") + ": damaged or binary file",
        "export the file again"));
  }

  private boolean isBlank() {
    for (int i = page.from(); i < page.to(); i++) {
      byte b = page.bytes()[i];
      if (b != '\n' && b != '\r' && b != ' ' && b != '\t') {
        return false;
      }
    }
    return true;
  }

  private void lineEnds() {
    if (page.isSheet()) {
      return;
    }
    LineEnds ends = LineEnds.of(page);
    if (ends.mixedAt() > 0) {
      found.add(
          "W105",
          Location.ofLine(file, ends.mixedAt()),
          "",
          "",
          "mixed line ends: line " + ends.mixedAt() + " ends otherwise than line 1",
          "");
    } else if (ends.crOnly()) {
      found.add(
          "W105",
          Location.ofLine(file, 1),
          "",
          "",
          "lines end with CR only, as on old Macs; line numbers count CR",
          "");
    }
  }

  private void place(Pending pending) {
    Page whole =
        new Page(file, page.bytes(), start, page.bytes().length, 1, false, page.controls());
    Records records = new Records(whole, (byte) delimiter, limits.maxColumns());
    while (records.next()) {
      if (records.recordEnd() >= pending.offset) {
        int field = 0;
        int fields = Math.min(records.fields(), limits.maxColumns());
        while (field + 1 < fields && records.rawStart(field + 1) <= pending.offset) {
          field++;
        }
        String cell = cut(records.text(field));
        found.add(
            pending.code,
            whole.place(records, field),
            pending.value,
            whole.excerpt(records.rawStart(field)),
            pending.message.replace("{cell}", "'" + cell + "'"),
            pending.fix);
        return;
      }
    }
  }

  private int start;

  // --- lines: preamble, header, footer

  private boolean layOut() {
    start = page.from();
    if (hasNoDelimiter()) {
      return false;
    }
    Optional<Character> said = declaredDelimiter();
    Matcher sep = SEP.matcher(page.text(page.from(), lineEnd(page, page.from())));
    if (sep.matches()) {
      page = page.fromLine(2);
      told.say("line 1 says sep=" + Fit.word(sep.group(1).charAt(0)));
      if (said.isEmpty()) {
        said = Optional.of(sep.group(1).charAt(0));
      }
    }
    int line = declared.headerLine() > 0 ? declared.headerLine() : profile.number("header-line");
    if (line == 0 && "widest".equals(profile.find("header-line"))) {
      line = widest(said);
    }
    if (line > 1) {
      page = page.fromLine(line);
    }
    boolean footerKnown = cutFooter();
    if (page.from() >= page.to()) {
      found.add(
          "E206",
          Location.ofLine(file, page.firstLine()),
          "",
          "",
          "there is nothing on or below the header line",
          "check header-line and footer");
      return false;
    }
    Fit fit = fit(said);
    delimiter = fit.delimiter();
    stretches = fit.stretches();
    if (line == 0 && !sep.matches()) {
      titleLines(fit);
    }
    if (!footerKnown) {
      footnotes(fit);
    }
    told.say(
        page.isSheet()
            ? fit.fields() + " columns and " + fit.records() + " rows, with the header"
            : "delimiter " + Fit.word(delimiter) + ": " + fit.fields() + " fields in "
                + (fit.fitting() == fit.records() ? "all " : fit.fitting() + " of ")
                + fit.records() + " lines");
    return header();
  }

  /** The first line with as many fields as most lines have. */
  private int widest(Optional<Character> said) {
    Fit fit = Fit.of(page, said.orElse(','), limits.maxColumns(), stretch);
    return fit.runs().stream()
        .filter(run -> run.fields() == fit.fields())
        .findFirst()
        .map(Fit.Run::line)
        .orElse(1);
  }

  private static int lineEnd(Page page, int from) {
    int end = from;
    while (end < page.to()
        && end < from + 64
        && page.bytes()[end] != '\n'
        && page.bytes()[end] != '\r') {
      end++;
    }
    return end;
  }

  /** Whether what is declared cannot be a delimiter; the finding says so. */
  private boolean hasNoDelimiter() {
    String said = saidDelimiter();
    if (said == null || (said.length() == 1 && Fit.isDelimiter(said.charAt(0)))) {
      return false;
    }
    found.ofFile(
        "E212", "'" + said + "' cannot be a delimiter", "use one of ; , tab | or another sign");
    return true;
  }

  private @Nullable String saidDelimiter() {
    String said = declared.delimiter() != null ? declared.delimiter() : profile.find("delimiter");
    return "tab".equals(said) || "\\t".equals(said) ? "\t" : said;
  }

  private Optional<Character> declaredDelimiter() {
    if (page.isSheet()) {
      return Optional.of(Workbook.DELIMITER);
    }
    String said = saidDelimiter();
    if (said == null) {
      return Optional.empty();
    }
    told.say("delimiter "
        + (declared.delimiter() != null ? "declared: " : "of the profile: ")
        + Fit.word(said.charAt(0)));
    return Optional.of(said.charAt(0));
  }

  private Fit fit(Optional<Character> said) {
    if (said.isPresent()) {
      return Fit.of(page, said.get(), limits.maxColumns(), stretch);
    }
    Fit.Choice choice = Fit.choose(page, limits.maxColumns(), stretch);
    choice
        .rival()
        .ifPresent(rival -> found.add(
            "E210",
            Location.ofLine(file, page.firstLine()),
            "",
            page.excerpt(page.from()),
            "two delimiters fit: '" + Fit.word(choice.best().delimiter()) + "' gives "
                + choice.best().fields() + " fields a line, '" + Fit.word(rival.delimiter())
                + "' gives " + rival.fields(),
            "declare delimiter (--delimiter): \"" + Fit.word(choice.best().delimiter()) + "\" or \""
                + Fit.word(rival.delimiter()) + "\""));
    return choice.best();
  }

  /** Cuts what is declared not to be data at the end; false when nothing is declared. */
  private boolean cutFooter() {
    if (declared.footer() >= 0) {
      if (declared.footer() > 0) {
        page = page.until(page.startOfLast(declared.footer()));
        told.say("footer declared: " + declared.footer() + " lines");
      }
      return true;
    }
    if (profile.is("footer-from-blank")) {
      int i = page.from();
      while (i < page.to() && page.bytes()[i] != '\n' && page.bytes()[i] != '\r') {
        i = page.afterLine(i);
      }
      cut(i, "is blank");
      return true;
    }
    String from = profile.find("footer-from");
    if (from == null) {
      return false;
    }
    byte[] prefix = from.getBytes(StandardCharsets.UTF_8);
    for (int i = page.from(); i < page.to(); i = page.afterLine(i)) {
      if (page.bytes()[i] == '"' ? starts(i + 1, prefix) : starts(i, prefix)) {
        cut(afterLastFilled(i), "starts with " + from);
        return true;
      }
    }
    return true;
  }

  /** Where the lines without any cell begin that stand right above a place. */
  private int afterLastFilled(int place) {
    int i = place;
    while (i > page.from() && isEmptyCell(page.bytes()[i - 1])) {
      i--;
    }
    return i == page.from() ? i : page.afterLine(i);
  }

  private boolean isEmptyCell(byte b) {
    return b == '\n' || b == '\r' || b == ' ' || b == '"' || b == ',' || b == ';' || b == '\t';
  }

  private void cut(int at, String why) {
    if (at < page.to()) {
      int line = page.firstLine() + page.linesBetween(page.from(), at);
      int lines = lines(at);
      page = page.until(at);
      told.say(
          "footer from line " + line + ", which " + why + ": " + lines + " lines are not data");
    }
  }

  /** Physical lines from here to the end. */
  private int lines(int from) {
    byte last = page.bytes()[page.to() - 1];
    return page.linesBetween(from, page.to()) + (last == '\n' || last == '\r' ? 0 : 1);
  }

  private boolean starts(int at, byte[] prefix) {
    return at + prefix.length <= page.to()
        && Arrays.equals(page.bytes(), at, at + prefix.length, prefix, 0, prefix.length);
  }

  private void titleLines(Fit fit) {
    List<Fit.Run> runs = fit.runs();
    int first = 0;
    while (first < runs.size() && runs.get(first).fields() != fit.fields()) {
      first++;
    }
    if (first == 0 || first == runs.size() || fit.fields() < 2) {
      return;
    }
    boolean blank = false;
    for (Fit.Run run : runs.subList(0, first)) {
      blank |= run.fields() == 0;
    }
    Fit.Run top = runs.get(0);
    if ((top.fields() > 1 && !blank) || top.fields() > fit.fields()) {
      return;
    }
    Fit.Run body = runs.get(first);
    found.add(
        "E307",
        Location.ofLine(file, top.line()),
        "",
        page.excerpt(page.from()),
        "line " + top.line() + (top.fields() == 0 ? " is blank" : " has " + fields(top.fields()))
            + ", lines " + body.line() + "-" + (body.line() + body.records() - 1) + " have "
            + fit.fields() + ": title lines above the header?",
        "declare header-line (--header-line " + body.line() + ")");
    page = page.fromLine(body.line());
  }

  private void footnotes(Fit fit) {
    List<Fit.Run> runs = fit.runs();
    int first = runs.size();
    while (first > 0 && runs.get(first - 1).fields() < Math.max(1, fit.fields())) {
      first--;
    }
    int note = first;
    while (note < runs.size() && runs.get(note).fields() == 0) {
      note++;
    }
    if (note >= runs.size() || first == 0 || fit.fields() < 2) {
      return;
    }
    Fit.Run run = runs.get(note);
    if (run.start() < page.from()) {
      return;
    }
    String text = page.text(run.start(), lineEnd(page, run.start()));
    boolean afterBlank = note > first && LETTERS.matcher(text).matches();
    if (!FOOTNOTE.matcher(text).matches() && (run.fields() > 1 || !afterBlank)) {
      return;
    }
    int cutLine = runs.get(first).line();
    int cut = runs.get(first).start();
    int lines = lines(cut);
    found.add(
        "E207",
        Location.ofLine(file, run.line()),
        cut(text),
        page.excerpt(run.start()),
        "line " + run.line() + " looks like a footnote ('" + cut(text) + "'); lines " + cutLine
            + "-" + (cutLine + lines - 1) + " have no data",
        "declare footer (--footer " + lines + ")");
    page = page.until(cut);
  }

  // --- header

  private boolean header() {
    Records records = new Records(page, (byte) delimiter, limits.maxColumns());
    int wanted = declared.headerLines() > 0 ? declared.headerLines() : 1;
    boolean whileBlank = declared.headerLines() == 0 && profile.is("header-lines-while-blank");
    List<String[]> rows = new ArrayList<>();
    List<Heading> last = new ArrayList<>();
    int next = page.to();
    int nextLine = page.firstLine();
    while (rows.size() < 4 && records.next()) {
      boolean stacked =
          whileBlank && !rows.isEmpty() && (hangs(rows) || isBlankCell(records.text(0)));
      if (!rows.isEmpty() && rows.size() >= wanted && !stacked) {
        break;
      }
      if (records.fields() > limits.maxColumns()) {
        tooManyColumns(records);
        return false;
      }
      if (rows.isEmpty()) {
        headerLine = records.line();
        last = headings(records);
      }
      quoteFaults(records);
      String[] row = new String[records.fields()];
      for (int f = 0; f < row.length; f++) {
        row[f] = records.text(f);
      }
      rows.add(row);
      next = page.afterLine(records.recordEnd());
      nextLine = records.line() + Math.max(1, page.linesBetween(records.recordStart(), next));
    }
    headerLines = rows.size();
    headings = headerLines == 1 ? last : stacked(rows, last);
    if (profile.is("first-name-below")) {
      Records below = new Records(
          page, (byte) delimiter, limits.maxColumns(), Math.min(next, page.to()), nextLine);
      if (below.next()) {
        firstName(below);
        next = page.afterLine(below.recordEnd());
        nextLine = below.line() + 1;
      }
    }
    Page header = page;
    page = new Page(
        file,
        page.bytes(),
        Math.min(next, page.to()),
        page.to(),
        nextLine,
        page.isSheet(),
        page.controls());
    if (looksLikeData(rows)) {
      found.add(
          "E306",
          new Location(file, headerLine, 1, page.isSheet() ? 0 : 1),
          "",
          header.excerpt(header.from()),
          "the first line looks like data (" + headings.size() + " of " + headings.size()
              + " cells are numbers), not like a header",
          "add a header line with the names of the columns");
      return false;
    }
    headings = checked(headings);
    return true;
  }

  /** Whether the column in front still has no name: the row that names it is part of the header. */
  private static boolean hangs(List<String[]> rows) {
    return rows.stream().allMatch(row -> isBlankCell(row[0]));
  }

  /** The line below the header holds only the name of the first column; its own name is that of the others. */
  private void firstName(Records records) {
    List<Heading> named = new ArrayList<>(headings);
    told.say("the columns are values of '" + named.get(0).name() + "'");
    named.set(0, headings(records).get(0));
    headings = named;
  }

  private static boolean isBlankCell(String cell) {
    return trimmed(cell).isEmpty();
  }

  private void tooManyColumns(Records records) {
    found.add(
        "E211",
        Location.ofLine(file, records.line()),
        "",
        "",
        "the header has " + records.fields() + " columns; limit " + limits.maxColumns(),
        "raise limits.max-columns, or check the delimiter");
  }

  private void quoteFaults(Records records) {
    if (records.fault() != Records.Fault.NONE) {
      quoteFault(records);
    }
  }

  /** The finding of a record with a broken quote. */
  void quoteFault(Records records) {
    int field = records.faultField();
    boolean unclosed = records.fault() == Records.Fault.UNCLOSED_QUOTE;
    int lines = records.swallowed();
    found.add(
        unclosed ? "E203" : "E205",
        page.place(records, Math.min(field, limits.maxColumns())),
        cut(records.text(Math.min(field, limits.maxColumns()))),
        page.excerpt(records.rawStart(Math.min(field, limits.maxColumns()))),
        unclosed
            ? "the quote opened here is never closed; " + lines
                + (lines == 1 ? " line was" : " lines were") + " swallowed"
            : "there are characters after the closing quote",
        unclosed
            ? "close the quote in this cell, or double it (\"\") if it belongs to the text"
            : "double the quote (\"\") or quote the whole field");
  }

  private List<Heading> headings(Records records) {
    List<Heading> all = new ArrayList<>();
    for (int f = 0; f < records.fields(); f++) {
      all.add(new Heading(
          records.text(f), page.excerpt(records.rawStart(f)), page.place(records, f), false));
    }
    return all;
  }

  /** Stacked rows: blanks of all but the last row are filled from the left, the parts joined by one space. */
  private List<Heading> stacked(List<String[]> rows, List<Heading> top) {
    int columns = rows.stream().mapToInt(r -> r.length).max().orElse(0);
    Optional<Pattern> strip = profile.pattern("header-strip");
    List<Heading> all = new ArrayList<>();
    for (int c = 0; c < columns; c++) {
      StringBuilder name = new StringBuilder();
      for (int r = 0; r < rows.size(); r++) {
        String part = part(rows, r, c);
        if (strip.isPresent()) {
          part = strip.get().matcher(part).replaceFirst("");
        }
        if (!part.isEmpty()) {
          name.append(name.length() == 0 ? "" : " ").append(part);
        }
      }
      Location place =
          c < top.size() ? top.get(c).place() : new Location(file, headerLine, c + 1, 0);
      all.add(
          new Heading(name.toString(), c < top.size() ? top.get(c).excerpt() : "", place, false));
    }
    return all;
  }

  private static String part(List<String[]> rows, int row, int column) {
    String[] cells = rows.get(row);
    String cell = column < cells.length ? trimmed(cells[column]) : "";
    boolean isLast = row == rows.size() - 1;
    boolean belowBlank = isLast || trimmed(below(rows, row, column)).isEmpty();
    for (int c = column - 1; cell.isEmpty() && !belowBlank && c >= 0; c--) {
      cell = c < cells.length ? trimmed(cells[c]) : "";
    }
    return cell;
  }

  private static String below(List<String[]> rows, int row, int column) {
    String[] cells = rows.get(row + 1);
    return column < cells.length ? cells[column] : "";
  }

  private static boolean looksLikeData(List<String[]> rows) {
    if (rows.size() != 1 || rows.get(0).length < 2) {
      return false;
    }
    for (String cell : rows.get(0)) {
      Numeral.Kind kind = Numeral.of(trimmed(cell)).kind();
      if (kind != Numeral.Kind.NUMBER && kind != Numeral.Kind.AMBIGUOUS) {
        return false;
      }
    }
    return true;
  }

  private List<Heading> checked(List<Heading> raw) {
    List<Heading> names = new ArrayList<>();
    Map<String, Integer> exact = new LinkedHashMap<>();
    Map<String, Integer> folded = new LinkedHashMap<>();
    Optional<Pattern> rename =
        profile.renameTo().isEmpty() ? Optional.empty() : profile.pattern("rename");
    int renamed = 0;
    for (int i = 0; i < raw.size(); i++) {
      Heading heading = raw.get(i);
      String name = trimmed(heading.name);
      if (name.length() > limits.maxCell()) {
        tooLong(heading.place, heading.name, heading.excerpt);
        name = "";
      } else if (!name.equals(heading.name) && !page.isSheet() && profile.isPlain()) {
        found.add(
            "W303",
            heading.place,
            heading.name,
            heading.excerpt,
            "the header name is trimmed to '" + Excerpt.show(name) + "'",
            "remove the spaces around it");
      }
      Matcher other = rename.isPresent() ? rename.get().matcher(name) : null;
      if (other != null && other.matches()) {
        StringBuilder written = new StringBuilder();
        other.appendReplacement(written, profile.renameTo());
        String to = written.toString();
        if (renamed++ == 0) {
          told.say("column '" + name + "' is named " + to);
        }
        if (to.equals(Cube.VALUE)) {
          told.numbersAre(name);
        }
        name = to;
      }
      if (name.isEmpty()) {
        String standIn = free("column" + (i + 1), exact);
        exact.put(standIn, i);
        names.add(new Heading(standIn, heading.excerpt, heading.place, true));
        continue;
      }
      Integer before = exact.get(name);
      Integer alike = folded.get(name.toLowerCase(Locale.ROOT));
      if (before != null) {
        found.add(
            "E301",
            heading.place,
            name,
            heading.excerpt,
            "column '" + Excerpt.show(cut(name)) + "' occurs twice (fields " + (before + 1)
                + " and " + (i + 1) + ")",
            "give each column its own name");
        name = free(name + "_" + (i + 1), exact);
      } else if (alike != null) {
        found.add(
            "W302",
            heading.place,
            name,
            heading.excerpt,
            "'" + names.get(alike).name() + "' and '" + name
                + "' differ only in case; names are matched exactly",
            "give each column its own name");
      }
      exact.put(name, i);
      folded.putIfAbsent(name.toLowerCase(Locale.ROOT), i);
      names.add(new Heading(name, heading.excerpt, heading.place, false));
    }
    if (renamed > 1) {
      told.say((renamed - 1) + " more columns are named in the same way");
    }
    return names;
  }

  private static String free(String wanted, Map<String, Integer> taken) {
    String name = wanted;
    while (taken.containsKey(name)) {
      name += "_";
    }
    return name;
  }

  /** The finding of a cell above the limit. */
  void tooLong(Location place, String cell, String excerpt) {
    found.add(
        "E208",
        place,
        cut(cell),
        excerpt,
        "the cell has " + cell.codePointCount(0, cell.length()) + " characters; limit "
            + limits.maxCell(),
        "raise limits.max-cell, or check that a quote is not left open");
  }

  /** Without blanks, tabs and no-break spaces around. */
  static String trimmed(String cell) {
    int start = 0;
    int end = cell.length();
    while (start < end && isOuter(cell.charAt(start))) {
      start++;
    }
    while (end > start && isOuter(cell.charAt(end - 1))) {
      end--;
    }
    return cell.substring(start, end);
  }

  private static boolean isOuter(char c) {
    return c == ' ' || c == '\t' || c == '\u00a0';
  }

  /** At most forty characters, for messages. */
  static String cut(String cell) {
    return cell.codePointCount(0, cell.length()) <= 40
        ? cell
        : cell.substring(0, cell.offsetByCodePoints(0, 40)) + "…";
  }

  private static String fields(int n) {
    return n == 1 ? "1 field" : n + " fields";
  }
}
