package no.utfall.cli;

import java.io.IOException;
import java.util.List;
import no.utfall.method.Option;
import no.utfall.problem.Refusal;
import no.utfall.text.Language;
import no.utfall.text.Text;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code utfall completion bash|zsh|fish}. */
final class CompletionCommand implements Command {

  @Override
  public Usage usage() {
    return new Usage(
        "completion",
        Text.of(
            "Skriv fullføring for skallet",
            "Skriv fullføring for skalet",
            "Print completion for the shell"),
        "bash|zsh|fish",
        1,
        1,
        List.of(Usage.OUTPUT),
        List.of(
            "source <(utfall completion bash)",
            "utfall completion fish -o ~/.config/fish/completions/utfall.fish"));
  }

  @Override
  public int run(Call call) throws IOException {
    String shell = call.positionals().get(0);
    String script = switch (shell) {
      case "bash", "zsh" -> AutoComplete.bash("utfall", new CommandLine(tree()));
      case "fish" -> fish();
      default ->
        throw Refusal.commandLine("no completion for '" + shell + "'", "one of: bash zsh fish");
    };
    Results.toPlace(call, out -> Main.print(out, script));
    return 0;
  }

  private static CommandSpec tree() {
    CommandSpec root = CommandSpec.create().name("utfall");
    for (String word : Commands.words()) {
      Commands.find(word).ifPresent(command -> {
        CommandSpec spec = Parser.spec(command.usage(), Language.EN).name(word);
        root.addSubcommand(word, new CommandLine(spec));
      });
    }
    return root;
  }

  private static String fish() {
    StringBuilder out = new StringBuilder();
    for (String word : Commands.words()) {
      Usage usage = Commands.find(word).orElseThrow().usage();
      out.append("complete -c utfall -n __fish_use_subcommand -f -a ")
          .append(word)
          .append(" -d ")
          .append(quoted(usage.summary()))
          .append('\n');
      for (Option option : usage.allOptions()) {
        out.append("complete -c utfall -n '__fish_seen_subcommand_from ")
            .append(word)
            .append("' -l ")
            .append(option.name())
            .append(" -d ")
            .append(quoted(option.help()));
        if (!option.choices().isEmpty()) {
          out.append(" -x -a '").append(String.join(" ", option.choices())).append('\'');
        } else if (option.kind() != Option.Kind.FLAG) {
          out.append(" -r");
        }
        out.append('\n');
      }
    }
    return out.toString();
  }

  private static String quoted(Text text) {
    return "'" + text.in(Language.EN).replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
