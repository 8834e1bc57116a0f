package no.utfall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import no.utfall.method.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainLineTest {

  private static final Console CONSOLE = new Console(
      new ByteArrayInputStream(new byte[0]),
      new ByteArrayOutputStream(),
      new ByteArrayOutputStream(),
      Map.of());

  private static final Usage PROPORTION =
      Commands.find("proportion").orElseThrow().usage();

  @Test
  void reads_what_is_written_every_day() {
    Call call =
        read("a.csv", "--by", "area", "--count=x", "-o", "out.csv", "--quiet").orElseThrow();
    assertEquals(List.of("a.csv"), call.positionals());
    assertEquals(
        Map.of("by", "area", "count", "x", "output", "out.csv", "quiet", "true"), call.options());
  }

  @Test
  void a_hyphen_alone_is_standard_input() {
    assertEquals(List.of("-"), read("-").orElseThrow().positionals());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a.csv b.csv c.csv",
        "a.csv --by",
        "a.csv --by --count x",
        "a.csv --by -5",
        "a.csv --by a --by b",
        "a.csv --quiet=true",
        "a.csv --bogus x",
        "a.csv -oout.csv",
        "a.csv -qv",
        "a.csv --lang se",
        "@file",
        "-- a.csv"
      })
  void leaves_everything_else_to_the_parser(String line) {
    assertFalse(read(line.isEmpty() ? new String[0] : line.split(" ")).isPresent());
  }

  /** Any words for any command: where the plain reading answers, picocli answers the same, in the same order. */
  @Test
  void agrees_with_picocli_wherever_it_answers() {
    Random random = new Random(20260101);
    int answered = 0;
    for (String command : Commands.words()) {
      Usage usage = Commands.find(command).orElseThrow().usage();
      for (int i = 0; i < 60; i++) {
        List<String> words = words(usage, random);
        Optional<Call> plain = PlainLine.read(usage, words, CONSOLE);
        if (plain.isPresent()) {
          Call parsed = Parser.parse(usage, words, CONSOLE);
          assertEquals(
              parsed.positionals(), plain.get().positionals(), () -> command + " " + words);
          assertEquals(
              new ArrayList<>(parsed.options().entrySet()),
              new ArrayList<>(plain.get().options().entrySet()),
              () -> command + " " + words);
          answered++;
        }
      }
    }
    assertTrue(answered > 300, "only " + answered + " plain lines were drawn");
  }

  private static List<String> words(Usage usage, Random random) {
    List<String> values = List.of(
        "x",
        "a b",
        "1.5",
        "a,b",
        "'q'",
        "\"q\"",
        "${sys:user.name}",
        "=",
        "a=b",
        "-",
        "-1",
        "--",
        "@x",
        "",
        "#",
        "æøå",
        "\\t",
        "--by",
        "-o");
    List<String> words = new ArrayList<>();
    for (int n = random.nextInt(4); n > 0; n--) {
      List<Option> options = usage.allOptions();
      Option option = options.get(random.nextInt(options.size()));
      String[] names = Usage.names(option);
      String name = names[random.nextInt(names.length)];
      String value = option.choices().isEmpty() || random.nextInt(8) == 0
          ? values.get(random.nextInt(values.size()))
          : option.choices().get(random.nextInt(option.choices().size()));
      if (option.kind() == Option.Kind.FLAG && random.nextInt(8) > 0) {
        words.add(name);
      } else if (random.nextBoolean()) {
        words.add(name + "=" + value);
      } else {
        words.addAll(List.of(name, value));
      }
    }
    for (int n = random.nextInt(3); n > 0; n--) {
      words.add(random.nextInt(words.size() + 1), values.get(random.nextInt(values.size())));
    }
    return words;
  }

  private static Optional<Call> read(String... words) {
    return PlainLine.read(PROPORTION, List.of(words), CONSOLE);
  }
}
