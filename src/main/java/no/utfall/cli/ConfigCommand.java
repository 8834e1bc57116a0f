package no.utfall.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import no.utfall.build.ProjectFile;
import no.utfall.figure.Frame;
import no.utfall.figure.TextColumn;
import no.utfall.text.Text;
import no.utfall.view.Table;
import org.jspecify.annotations.Nullable;

/** {@code utfall config}: every setting that is in force, and where it came from. */
final class ConfigCommand implements Command {

  @Override
  public Usage usage() {
    return new Usage(
        "config",
        Text.of(
            "Vis hver innstilling som gjelder, og hvor den kom fra",
            "Vis kvar innstilling som gjeld, og kvar ho kom frå",
            "Show every setting in force, and where it came from"),
        "",
        0,
        0,
        List.of(Usage.PROJECT, Usage.OUTPUT, Results.FORMAT, ProjectOptions.THREADS),
        List.of("utfall config", "UTFALL_LANG=nn utfall config"));
  }

  @Override
  public int run(Call call) throws IOException {
    Lines lines = new Lines();
    String given = call.typed("project");
    String fromEnv = call.console().env("UTFALL_PROJECT");
    Optional<Path> found =
        ProjectFile.find(Path.of(given != null ? given : fromEnv != null ? fromEnv : "."));
    lines.add(
        "project",
        found.map(Path::toString).orElse(""),
        given != null
            ? "--project"
            : fromEnv != null ? "UTFALL_PROJECT" : found.isPresent() ? "found upwards" : "none");
    String lang = call.typed("lang");
    String langEnv = call.console().env("UTFALL_LANG");
    lines.add(
        "lang",
        call.language().code(),
        lang != null ? "--lang" : langEnv != null ? "UTFALL_LANG" : "locale");
    lines.add(
        "format",
        Results.format(call).code(),
        origin(call.typed("format"), "--format", "terminal or pipe"));
    lines.add(
        "colour",
        call.colour() ? "yes" : "no",
        call.console().env("NO_COLOR") != null ? "NO_COLOR" : "terminal");
    lines.add(
        "threads",
        String.valueOf(ProjectOptions.threads(call)),
        call.typed("threads") != null
            ? "--threads"
            : call.console().env("UTFALL_THREADS") != null ? "UTFALL_THREADS" : "processors");
    Results.write(call, Table.plain("config", lines.frame()));
    return 0;
  }

  private static String origin(@Nullable String typed, String flag, String otherwise) {
    return typed != null ? flag : otherwise;
  }

  private static final class Lines {
    private final TextColumn.Builder settings = TextColumn.builder("setting");
    private final TextColumn.Builder values = TextColumn.builder("value");
    private final TextColumn.Builder origins = TextColumn.builder("from");

    void add(String setting, String value, String from) {
      settings.add(setting);
      values.add(value);
      origins.add(from);
    }

    Frame frame() {
      return Frame.of(settings.build(), values.build(), origins.build());
    }
  }
}
