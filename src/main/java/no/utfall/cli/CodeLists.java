package no.utfall.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.utfall.ingest.CodeTables;
import no.utfall.ingest.Input;
import no.utfall.ingest.Limits;
import no.utfall.method.Option;
import no.utfall.panel.CodeChanges;
import no.utfall.panel.Norway;
import no.utfall.panel.UnitList;
import no.utfall.problem.Fault;
import no.utfall.problem.Loaded;
import no.utfall.problem.Refusal;
import no.utfall.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * The codes that {@code utfall codes} speaks of: those built in, or the user's own, as in {@code units: {list, changes}} of
 * a project.
 *
 * @param level the word for them; {@code own} for the user's
 * @param list {@code null} when the user names changes only
 * @param changes {@code null} when the user names a list only
 */
record CodeLists(
    String level, @Nullable UnitList list, @Nullable CodeChanges changes) {

  static final Option LIST = Option.word(
      "list",
      null,
      Text.of(
          "Egen kodeliste i stedet for den innebygde: code;name;valid_from;valid_to, eller fra KLASS; flere med komma",
          "Eiga kodeliste i staden for den innebygde: code;name;valid_from;valid_to, eller frå KLASS; fleire med komma",
          "Your own list of codes instead of the built-in one: code;name;valid_from;valid_to, or from KLASS; several with commas"));
  static final Option CHANGES = Option.word(
      "changes",
      null,
      Text.of(
          "Egne kodeendringer: from_code;to_code;year;weight, eller fra KLASS; flere filer med komma",
          "Eigne kodeendringar: from_code;to_code;year;weight, eller frå KLASS; fleire filer med komma",
          "Your own changes of codes: from_code;to_code;year;weight, or from KLASS; several files with commas"));

  private static final String OWN = "own";

  static CodeLists of(Call call, Norway level) throws IOException {
    String list = call.typed(LIST.name());
    String changes = call.typed(CHANGES.name());
    if (list == null && changes == null) {
      return new CodeLists(level.code(), level.units(), level.changes());
    }
    return new CodeLists(
        OWN,
        list == null ? null : sound(call, CodeTables.list(inputs(call, list), Limits.DEFAULT)),
        changes == null
            ? null
            : sound(call, CodeTables.changes(inputs(call, changes), Limits.DEFAULT)));
  }

  /** Every list that can be searched: those built in, or the user's own alone. */
  static List<CodeLists> all(Call call) throws IOException {
    CodeLists own = of(call, Norway.KOMMUNE);
    return own.isOwn()
        ? List.of(own)
        : Stream.of(Norway.values())
            .map(level -> new CodeLists(level.code(), level.units(), level.changes()))
            .toList();
  }

  private static List<Input> inputs(Call call, String files) throws IOException {
    List<Input> inputs = new ArrayList<>();
    for (String file : files.split(",")) {
      inputs.add(InputOptions.input(file, call.console()));
    }
    return inputs;
  }

  private static <T> T sound(Call call, Loaded<T> loaded) {
    if (loaded.hasErrors()) {
      throw new Refusal(Fault.INPUT_DATA, loaded.findings());
    }
    ProjectOptions.say(call, loaded.findings());
    return loaded.value();
  }

  boolean isOwn() {
    return level.equals(OWN);
  }

  UnitList neededList() {
    if (list == null) {
      throw Refusal.commandLine(
          "--changes alone does not say which codes there are",
          "name the list as well: --list FILE");
    }
    return list;
  }

  CodeChanges neededChanges() {
    if (changes == null) {
      throw Refusal.commandLine(
          "--list alone does not say what became of the codes",
          "name the changes as well: --changes FILE");
    }
    return changes;
  }

  CodeChanges changesOrNone() {
    return changes == null ? CodeChanges.none() : changes;
  }

  /** A year of which the lists can say something. */
  int year(Call call, String option) {
    String text = call.option(option, "");
    boolean known = text.matches("[0-9]{4}")
        && (isOwn()
            || Integer.parseInt(text) >= Norway.FIRST_YEAR
                && Integer.parseInt(text) <= Norway.LAST_YEAR);
    if (!known) {
      throw Refusal.commandLine(
          text.isEmpty()
              ? "utfall codes " + call.positionals().get(0) + " needs --" + option
              : "--" + option + ": the lists say nothing of '" + text + "'",
          isOwn()
              ? "give a year, such as 2024"
              : "give a year from " + Norway.FIRST_YEAR + " to " + Norway.LAST_YEAR);
    }
    return Integer.parseInt(text);
  }

  /** Every code and name, for suggestions. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    if (list != null) {
      for (String code : list.codes()) {
        names.add(code);
        list.history(code).forEach(named -> names.add(named.name()));
      }
    }
    return names;
  }
}
