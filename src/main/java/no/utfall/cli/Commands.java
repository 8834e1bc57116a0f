package no.utfall.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.utfall.catalog.Catalog;
import no.utfall.catalog.Group;

/**
 * Every word of the command line but the methods, which the catalog lists. A class and not a constructor stands by each
 * word: a reference to a constructor would be linked at every start, whichever command was asked for.
 */
enum Commands {
  INIT("init", Group.START, InitCommand.class),
  INSPECT("inspect", Group.START, InspectCommand.class),
  METHODS("methods", Group.START, MethodsCommand.class),
  EXPLAIN("explain", Group.START, ExplainCommand.class),
  CONFIG("config", Group.START, ConfigCommand.class),
  SCHEMA("schema", Group.START, SchemaCommand.class),
  COMPLETION("completion", Group.START, CompletionCommand.class),
  MAN("man", Group.START, ManCommand.class),
  CHECK("check", Group.DATA, CheckCommand.class),
  CELLS("cells", Group.DATA, CellsCommand.class),
  CODES("codes", Group.DATA, CodesCommand.class),
  TIDY("tidy", Group.DATA, TidyCommand.class),
  TABLE("table", Group.PUBLISH, TableCommand.class),
  CHART("chart", Group.PUBLISH, ChartCommand.class),
  REPORT("report", Group.PUBLISH, ReportCommand.class),
  BUILD("build", Group.PROJECT, BuildCommand.class),
  PLAN("plan", Group.PROJECT, PlanCommand.class),
  HELP("help", Group.START, HelpCommand.class);

  private final String word;
  private final Group group;
  private final Class<? extends Command> command;

  Commands(String word, Group group, Class<? extends Command> command) {
    this.word = word;
    this.group = group;
    this.command = command;
  }

  Command load() {
    try {
      return command.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(command + " has no constructor without arguments", e);
    }
  }

  String word() {
    return word;
  }

  Group group() {
    return group;
  }

  static Optional<Command> find(String word) {
    for (Commands command : values()) {
      if (command.word.equals(word)) {
        return Optional.of(command.load());
      }
    }
    return Catalog.method(word).map(MethodCommand::new);
  }

  static List<String> words() {
    return Stream.concat(Stream.of(values()).map(Commands::word), Catalog.methods().stream())
        .toList();
  }
}
