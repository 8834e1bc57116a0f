package no.utfall.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.utfall.method.Option;
import no.utfall.problem.Refusal;
import no.utfall.text.Language;
import no.utfall.text.Nearest;
import no.utfall.text.Text;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** From what a command takes to what was typed, and back to a help page: the bridge to picocli. */
final class Parser {

  private static final Text EXAMPLES = Text.of("Eksempler:", "Døme:", "Examples:");

  private Parser() {}

  static CommandSpec spec(Usage usage, Language language) {
    CommandSpec spec = CommandSpec.create().name("utfall " + usage.name());
    for (Option option : usage.allOptions()) {
      boolean flag = option.kind() == Option.Kind.FLAG;
      OptionSpec.Builder builder = OptionSpec.builder(Usage.names(option))
          .type(flag ? boolean.class : String.class)
          .arity(flag ? "0" : "1")
          .paramLabel(label(option))
          .description(help(option, language));
      if (!option.choices().isEmpty()) {
        builder.completionCandidates(option.choices());
      }
      spec.addOption(builder.build());
    }
    if (usage.most() > 0) {
      spec.addPositional(PositionalParamSpec.builder()
          .index("0..*")
          .arity(usage.needed() + ".."
              + (usage.most() == Usage.MANY ? "*" : String.valueOf(usage.most())))
          .type(List.class)
          .auxiliaryTypes(String.class)
          .paramLabel("<" + usage.positional() + ">")
          .hideParamSyntax(false)
          .build());
    }
    UsageMessageSpec page = spec.usageMessage();
    page.header(usage.summary().in(language));
    page.sortOptions(false);
    page.width(100);
    page.autoWidth(false);
    if (!usage.examples().isEmpty()) {
      List<String> footer = new ArrayList<>();
      footer.add(EXAMPLES.in(language));
      usage.examples().forEach(example -> footer.add("  " + example.replace("%", "%%")));
      page.description(footer.toArray(String[]::new));
    }
    return spec;
  }

  private static String label(Option option) {
    return switch (option.kind()) {
      case COLUMN -> "COLUMN";
      case COLUMNS -> "COLUMN,…";
      case NUMBER -> "NUMBER";
      case NUMBERS -> "NUMBER,…";
      case INTEGER -> "N";
      case CHOICE, CHOICES -> String.join("|", option.choices());
      case WORD -> option.name().toUpperCase(Locale.ROOT);
      case FLAG -> "";
    };
  }

  private static String help(Option option, Language language) {
    String text = option.help().in(language).replace("%", "%%");
    String fallback = option.fallback();
    return fallback == null ? text : text + " (" + fallback + ")";
  }

  /** The help page: summary and examples first, then the options in the order of the card. */
  static String page(Usage usage, Language language) {
    return new CommandLine(spec(usage, language)).getUsageMessage(Ansi.OFF);
  }

  static Call parse(Usage usage, List<String> words, Console console) {
    CommandLine line = new CommandLine(spec(usage, console.language()));
    line.setUnmatchedOptionsArePositionalParams(false);
    ParseResult parsed;
    try {
      parsed = line.parseArgs(words.toArray(String[]::new));
    } catch (UnmatchedArgumentException e) {
      throw unknown(usage, e.getUnmatched().get(0));
    } catch (CommandLine.ParameterException e) {
      if (words.contains("--help") || words.contains("-h")) {
        return new Call(usage, Map.of("help", "true"), List.of(), console);
      }
      throw Refusal.commandLine(
          String.valueOf(e.getMessage()), "see  utfall " + usage.name() + " --help");
    }
    Map<String, String> options = new LinkedHashMap<>();
    for (OptionSpec option : parsed.matchedOptionsSet()) {
      String name = option.longestName().substring(2);
      Object value = option.getValue();
      options.put(name, value == null ? "true" : String.valueOf(value));
    }
    checkChoices(usage, options);
    List<String> positionals = new ArrayList<>();
    for (ArgSpec positional : parsed.matchedPositionalsSet()) {
      positional.stringValues().forEach(positionals::add);
    }
    if (positionals.size() < usage.needed() && !options.containsKey("help")) {
      throw Refusal.commandLine(
          "utfall " + usage.name() + " needs <" + usage.positional() + ">",
          "see  utfall " + usage.name() + " --help");
    }
    return new Call(usage, options, positionals, console);
  }

  private static void checkChoices(Usage usage, Map<String, String> options) {
    for (Option option : usage.options()) {
      String typed = options.get(option.name());
      if (typed != null
          && option.kind() == Option.Kind.CHOICE
          && !option.choices().contains(typed)) {
        String fix = Nearest.to(typed, option.choices())
            .map(near -> "did you mean '" + near + "'?")
            .orElse("one of: " + String.join(" ", option.choices()));
        throw Refusal.commandLine("--" + option.name() + ": '" + typed + "' is not a choice", fix);
      }
    }
  }

  private static Refusal unknown(Usage usage, String word) {
    if (!word.startsWith("-")) {
      return Refusal.commandLine(
          "'" + word + "' is more than utfall " + usage.name() + " takes",
          "see  utfall " + usage.name() + " --help");
    }
    String bare = word.replaceFirst("^-+", "").replaceFirst("=.*", "");
    List<String> names = usage.allOptions().stream().map(Option::name).toList();
    String fix = Nearest.to(bare, names)
        .map(near -> "did you mean --" + near + "?")
        .orElse("see  utfall " + usage.name() + " --help");
    return Refusal.commandLine("utfall " + usage.name() + " has no option '" + word + "'", fix);
  }
}
