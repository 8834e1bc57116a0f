package no.utfall.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.figure.Type;
import no.utfall.method.Option;
import no.utfall.panel.Crosswalk;
import no.utfall.panel.History;
import no.utfall.panel.Norway;
import no.utfall.panel.UnitList;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;
import no.utfall.text.Nearest;
import no.utfall.text.Text;
import no.utfall.view.Table;

/** {@code utfall codes list|find|crosswalk}: the built-in codes, their history, and data brought to one year of them. */
final class CodesCommand implements Command {

  static final Option LEVEL = Option.choice(
      "level",
      Norway.KOMMUNE.code(),
      List.of(Norway.KOMMUNE.code(), Norway.FYLKE.code()),
      Text.of("Hvilke koder", "Kva kodar", "Which codes"));
  private static final Option YEAR = Option.integer(
      "year",
      String.valueOf(Norway.LAST_YEAR),
      Text.of(
          "list: året kodene gjelder i",
          "list: året kodane gjeld i",
          "list: the year in which the codes hold"));
  private static final Option FROM = Option.integer(
      "code-year-from",
      null,
      Text.of(
          "crosswalk: året kodene er fra; i en fil trengs det bare uten --period",
          "crosswalk: året kodane er frå; i ei fil trengst det berre utan --period",
          "crosswalk: the year the codes are of; for a file only needed without --period"));
  private static final Option TO = Option.integer(
      "code-year-to",
      String.valueOf(Norway.LAST_YEAR),
      Text.of(
          "crosswalk: året kodene skal føres til",
          "crosswalk: året kodane skal førast til",
          "crosswalk: the year whose codes are wanted"));
  static final Option UNIT = Option.column(
      "unit",
      Type.TEXT,
      Text.of(
          "crosswalk FIL: kolonnen med koder",
          "crosswalk FIL: kolonnen med kodar",
          "crosswalk FILE: the column of codes"));
  static final Option PERIOD = Option.column(
      "period",
      Type.TEXT,
      Text.of(
          "crosswalk FIL: kolonnen med år",
          "crosswalk FIL: kolonnen med år",
          "crosswalk FILE: the column of years"));
  static final Option COUNT = Option.columns(
      "count",
      Type.COUNT,
      Text.of(
          "crosswalk FIL: hele tall som kan summeres; andeler og rater kan ikke det",
          "crosswalk FIL: heile tal som kan summerast; andelar og ratar kan ikkje det",
          "crosswalk FILE: whole numbers that can be summed; shares and rates cannot"));
  static final Option POPULATION = Option.columns(
      "population",
      Type.SIZE,
      Text.of(
          "crosswalk FIL: nevnere som kan summeres, som personår",
          "crosswalk FIL: nemnarar som kan summerast, som personår",
          "crosswalk FILE: denominators that can be summed, such as person-years"));
  static final Option BY = Option.columns(
      "by",
      Type.TEXT,
      Text.of(
          "crosswalk FIL: andre kolonner som skiller rader, som alder",
          "crosswalk FIL: andre kolonnar som skil rader, som alder",
          "crosswalk FILE: further columns that tell rows apart, such as age"));

  private static final List<String> WORDS = List.of("list", "find", "crosswalk");

  @Override
  public Usage usage() {
    List<Option> options = new ArrayList<>(List.of(
        LEVEL,
        CodeLists.LIST,
        CodeLists.CHANGES,
        YEAR,
        FROM,
        TO,
        UNIT,
        PERIOD,
        COUNT,
        POPULATION,
        BY,
        Usage.OUTPUT,
        Results.FORMAT));
    options.addAll(InputOptions.ALL);
    return new Usage(
        "codes",
        Text.of(
            "Kommune- og fylkesnumrene 2013–2024, eller egne koder: list dem, finn en historie, før data til ett år",
            "Kommune- og fylkesnummera 2013–2024, eller eigne kodar: list dei, finn ei historie, før data til eitt år",
            "The codes of Norwegian municipalities and counties 2013–2024, or your own: list, find, bring data to one year"),
        "list|find|crosswalk",
        1,
        2,
        options,
        List.of(
            "utfall codes list --year 2024 --level fylke",
            "utfall codes find Haram",
            "utfall codes crosswalk --code-year-from 2017 --code-year-to 2024",
            "utfall codes crosswalk data.csv --unit kommune --period aar --count antall,nevner",
            "utfall codes find Nes --list list.csv --changes changes.csv"));
  }

  @Override
  public int run(Call call) throws IOException {
    List<String> words = call.positionals();
    switch (words.get(0)) {
      case "list" -> list(call);
      case "find" -> find(call);
      case "crosswalk" -> {
        if (words.size() > 1) {
          return CodesConversion.run(call, words.get(1), CodeLists.of(call, level(call)));
        }
        crosswalk(call);
      }
      default ->
        throw Refusal.commandLine(
            "utfall codes has no '" + words.get(0) + "'",
            Nearest.to(words.get(0), WORDS)
                .map(near -> "did you mean  utfall codes " + near + " ?")
                .orElse("one of: " + String.join(" ", WORDS)));
    }
    return 0;
  }

  static Norway level(Call call) {
    return Norway.find(call.option("level", "")).orElse(Norway.KOMMUNE);
  }

  private static void list(Call call) throws IOException {
    CodeLists lists = CodeLists.of(call, level(call));
    UnitList list = lists.neededList();
    if (lists.isOwn() && call.typed("year") == null) {
      whole(call, list);
      return;
    }
    TextColumn.Builder codes = TextColumn.builder("code");
    TextColumn.Builder names = TextColumn.builder("name");
    list.units(lists.year(call, "year")).forEach(unit -> {
      codes.add(unit.code());
      names.add(unit.name());
    });
    Results.write(call, Table.plain("codes", Frame.of(codes.build(), names.build())));
  }

  /** A list of the user's own, of all its years. */
  private static void whole(Call call, UnitList list) throws IOException {
    TextColumn.Builder codes = TextColumn.builder("code");
    TextColumn.Builder names = TextColumn.builder("name");
    TextColumn.Builder from = TextColumn.builder("valid_from");
    TextColumn.Builder to = TextColumn.builder("valid_to");
    for (String code : list.codes()) {
      for (UnitList.Named named : list.history(code)) {
        codes.add(code);
        names.add(named.name());
        from.add(named.from() == Integer.MIN_VALUE ? "" : String.valueOf(named.from()));
        to.add(named.to() == Integer.MAX_VALUE ? "" : String.valueOf(named.to()));
      }
    }
    Results.write(
        call,
        Table.plain("codes", Frame.of(codes.build(), names.build(), from.build(), to.build())));
  }

  private static void find(Call call) throws IOException {
    if (call.positionals().size() < 2) {
      throw Refusal.commandLine(
          "utfall codes find needs a name or a code", "utfall codes find Haram");
    }
    String wanted = call.positionals().get(1);
    List<TextColumn.Builder> columns = Stream.of(
            "level", "code", "name", "valid_from", "valid_to", "came_from", "went_to")
        .map(TextColumn::builder)
        .toList();
    int found = 0;
    List<CodeLists> searched = CodeLists.all(call);
    for (CodeLists lists : searched) {
      History history = History.of(lists.neededList(), lists.changesOrNone());
      for (History.Chapter chapter : history.find(wanted)) {
        found++;
        List<String> cells = List.of(
            lists.level(),
            chapter.code(),
            chapter.name(),
            chapter.from(),
            chapter.to(),
            String.join("; ", chapter.cameFrom()),
            String.join("; ", chapter.wentTo()));
        for (int i = 0; i < cells.size(); i++) {
          columns.get(i).add(cells.get(i));
        }
      }
    }
    if (found == 0) {
      throw unknown(wanted, searched);
    }
    Results.write(
        call,
        Table.plain(
            "codes", Frame.of(columns.stream().map(TextColumn.Builder::build).toList())));
  }

  private static Refusal unknown(String wanted, List<CodeLists> searched) {
    List<String> names =
        searched.stream().flatMap(lists -> lists.names().stream()).toList();
    return Refusal.commandLine(
        searched.get(0).isOwn()
            ? "no unit of the list has had the name or code '" + wanted + "'"
            : "no municipality or county has had the name or code '" + wanted + "'",
        Nearest.to(wanted, names)
            .map(near -> "did you mean '" + near + "'?")
            .orElse("utfall codes list  lists them"));
  }

  private static void crosswalk(Call call) throws IOException {
    CodeLists lists = CodeLists.of(call, level(call));
    int from = lists.year(call, "code-year-from");
    int to = lists.year(call, "code-year-to");
    if (from > to) {
      throw Refusal.commandLine(
          "changes lead forward in time only: " + from + " is after " + to,
          "swap --code-year-from and --code-year-to");
    }
    Crosswalk crosswalk = Crosswalk.of(lists.neededList(), lists.neededChanges(), from, to);
    TextColumn.Builder fromCode = TextColumn.builder("from_code");
    TextColumn.Builder fromName = TextColumn.builder("from_name");
    TextColumn.Builder toCode = TextColumn.builder("to_code");
    TextColumn.Builder toName = TextColumn.builder("to_name");
    NumberColumn.Builder weight = NumberColumn.builder("weight");
    TextColumn.Builder kind = TextColumn.builder("kind");
    for (Crosswalk.Line line : crosswalk.lines()) {
      fromCode.add(line.from().code());
      fromName.add(line.from().name());
      toCode.add(line.to().code());
      toName.add(line.to().name());
      weight.add(line.weight());
      kind.add(line.kind().code());
    }
    ProjectOptions.say(call, splits(crosswalk, lists.isOwn()));
    Results.write(
        call,
        Table.plain(
            "crosswalk",
            Frame.of(
                fromCode.build(),
                fromName.build(),
                toCode.build(),
                toName.build(),
                weight.build(),
                kind.build())));
  }

  private static List<Finding> splits(Crosswalk crosswalk, boolean own) {
    List<Crosswalk.Line> split = crosswalk.lines().stream()
        .filter(line -> line.kind() == Crosswalk.Kind.SPLIT)
        .toList();
    if (split.isEmpty()) {
      return List.of();
    }
    String units = split.stream()
        .map(line -> line.from().code() + " " + line.from().name())
        .distinct()
        .collect(Collectors.joining(", "));
    boolean declared = split.stream().noneMatch(line -> Double.isNaN(line.weight()));
    if (own && declared) {
      return List.of(Finding.note(
          "N516",
          Location.ofFile("codes"),
          split.get(0).from().code(),
          units + ": split by the weights that you declared",
          ""));
    }
    return List.of(Finding.warning(
        "W516",
        Location.ofFile("codes"),
        split.get(0).from().code(),
        units
            + (declared
                ? ": split; the weights are conventions, not shares of people"
                : ": split; no weights are declared"),
        declared
            ? "use them for counts only, and say so"
            : "declare weights, or use data of smaller units"));
  }
}
