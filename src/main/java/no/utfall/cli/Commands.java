package no.utfall.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import no.utfall.catalog.Catalog;
import no.utfall.catalog.Group;

/** Every word of the command line but the methods, which the catalog lists; nothing is loaded before it is asked for. */
enum Commands {
  INIT("init", Group.START, InitCommand::new),
  INSPECT("inspect", Group.START, InspectCommand::new),
  METHODS("methods", Group.START, MethodsCommand::new),
  EXPLAIN("explain", Group.START, ExplainCommand::new),
  CONFIG("config", Group.START, ConfigCommand::new),
  SCHEMA("schema", Group.START, SchemaCommand::new),
  COMPLETION("completion", Group.START, CompletionCommand::new),
  MAN("man", Group.START, ManCommand::new),
  CHECK("check", Group.DATA, CheckCommand::new),
  CODES("codes", Group.DATA, CodesCommand::new),
  TIDY("tidy", Group.DATA, TidyCommand::new),
  TABLE("table", Group.PUBLISH, TableCommand::new),
  CHART("chart", Group.PUBLISH, ChartCommand::new),
  REPORT("report", Group.PUBLISH, ReportCommand::new),
  BUILD("build", Group.PROJECT, BuildCommand::new),
  PLAN("plan", Group.PROJECT, PlanCommand::new),
  HELP("help", Group.START, HelpCommand::new);

  private final String word;
  private final Group group;
  private final Supplier<Command> command;

  Commands(String word, Group group, Supplier<Command> command) {
    this.word = word;
    this.group = group;
    this.command = command;
  }

  Command load() {
    return command.get();
  }

  String word() {
    return word;
  }

  Group group() {
    return group;
  }

  static Optional<Command> find(String word) {
    return Stream.of(values())
        .filter(command -> command.word.equals(word))
        .findFirst()
        .map(Commands::load)
        .or(() -> Catalog.method(word).map(MethodCommand::new));
  }

  static List<String> words() {
    return Stream.concat(Stream.of(values()).map(Commands::word), Catalog.methods().stream())
        .toList();
  }
}
