package no.utfall.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.utfall.figure.Type;
import no.utfall.ingest.Declared;
import no.utfall.ingest.Input;
import no.utfall.method.Option;
import no.utfall.problem.Refusal;
import no.utfall.text.Text;
import org.jspecify.annotations.Nullable;

/** What a user may say of a file on the command line; the same words as in a project file. */
final class InputOptions {

  static final List<Option> ALL = List.of(
      Option.word(
          "profile",
          null,
          Text.of(
              "Utgiverens profil, for eksempel ssb",
              "Profilen til utgjevaren, til dømes ssb",
              "The publisher's profile, such as ssb")),
      Option.word(
          "encoding",
          null,
          Text.of("Tegnsett", "Teiknsett", "Character encoding, such as windows-1252")),
      Option.word(
          "delimiter",
          null,
          Text.of("Skilletegn mellom felt", "Skiljeteikn mellom felt", "Field delimiter")),
      Option.choice(
          "decimal",
          null,
          List.of(",", "."),
          Text.of("Desimaltegn", "Desimalteikn", "Decimal mark")),
      Option.word(
          "thousands", null, Text.of("Tusenskille", "Tusenskilje", "Separator of thousands")),
      Option.integer(
          "header-line",
          null,
          Text.of(
              "Linjen der overskriften starter",
              "Linja der overskrifta startar",
              "The line on which the header starts")),
      Option.integer(
          "header-lines",
          null,
          Text.of(
              "Antall overskriftslinjer",
              "Talet på overskriftslinjer",
              "How many stacked header lines")),
      Option.integer(
          "footer",
          null,
          Text.of(
              "Antall linjer nederst som ikke er data",
              "Talet på linjer nedst som ikkje er data",
              "How many lines at the end are not data")),
      Option.word(
          "missing",
          null,
          Text.of(
              "Tegn for manglende tall, med komma mellom",
              "Teikn for manglande tal, med komma mellom",
              "Signs of a missing number, with commas between them")),
      Option.word(
          "suppressed",
          null,
          Text.of(
              "Tegn for skjulte tall, med grensene når de er kjent: *=1..4,:",
              "Teikn for løynde tal, med grensene når dei er kjende: *=1..4,:",
              "Signs of a hidden number, with its limits where they are known: *=1..4,:")),
      Option.word(
          "zero",
          null,
          Text.of(
              "Tegn for ekte null, med komma mellom",
              "Teikn for ekte null, med komma mellom",
              "Signs of a true zero, with commas between them")),
      Option.word(
          "sheet",
          null,
          Text.of("Ark i en arbeidsbok", "Ark i ei arbeidsbok", "Sheet of a workbook")));

  private static final Pattern LIMITS =
      Pattern.compile("(.+)=(-?[0-9]+(?:\\.[0-9]+)?)\\.\\.(-?[0-9]+(?:\\.[0-9]+)?)");

  private InputOptions() {}

  /** Nothing when the user said nothing: {@code check} then takes its built-in schema. */
  static @Nullable Declared declaredIfAny(Call call) {
    return ALL.stream().anyMatch(option -> call.typed(option.name()) != null)
        ? declared(call, Map.of())
        : null;
  }

  static Declared declared(Call call, Map<String, Type> types) {
    return new Declared(
        call.option("profile"),
        call.option("encoding"),
        delimiter(call),
        call.option("decimal"),
        call.option("thousands"),
        Integer.parseInt(call.option("header-line", "0")),
        Integer.parseInt(call.option("header-lines", "0")),
        Integer.parseInt(call.option("footer", "-1")),
        call.option("sheet"),
        signs(call, "missing"),
        suppressed(call),
        signs(call, "zero"),
        types,
        Map.of(),
        List.of());
  }

  private static List<String> signs(Call call, String option) {
    String signs = call.option(option);
    return signs == null ? List.of() : List.of(signs.split(","));
  }

  /** {@code SIGN} or {@code SIGN=LOW..HIGH}, with commas between them. */
  private static Map<String, List<Double>> suppressed(Call call) {
    Map<String, List<Double>> suppressed = new LinkedHashMap<>();
    for (String sign : signs(call, "suppressed")) {
      Matcher limits = LIMITS.matcher(sign);
      if (limits.matches()) {
        suppressed.put(
            limits.group(1),
            List.of(Double.parseDouble(limits.group(2)), Double.parseDouble(limits.group(3))));
      } else if (sign.indexOf('=') > 0) {
        throw Refusal.commandLine(
            "--suppressed: '" + sign + "' is no sign with its limits",
            "write the sign, or the sign with the lowest and highest value: *=1..4");
      } else {
        suppressed.put(sign, List.of());
      }
    }
    return suppressed;
  }

  private static @Nullable String delimiter(Call call) {
    String delimiter = call.option("delimiter");
    return "\\t".equals(delimiter) || "tab".equals(delimiter) ? "\t" : delimiter;
  }

  /** A file, or standard input when the name is {@code -}. */
  static Input input(String name, Console console) throws IOException {
    return name.equals("-")
        ? new Input.OfBytes(name(name), console.in().readAllBytes())
        : new Input.OfFile(name, Path.of(name));
  }

  /** Under which name findings speak of what was named on the command line. */
  static String name(String file) {
    return file.equals("-") ? "standard input" : file;
  }
}
