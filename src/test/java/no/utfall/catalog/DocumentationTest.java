package no.utfall.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.utfall.cli.Main;
import no.utfall.method.Card;
import no.utfall.method.Option;
import no.utfall.problem.Codes;
import no.utfall.text.Language;
import no.utfall.text.Text;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The manual is made from the cards and the list of codes; what the README prints can be typed. */
class DocumentationTest {

  private static final Path SITE = Path.of("src/site/markdown");
  private static final boolean UPDATE = Boolean.getBoolean("manual.update");

  @TestFactory
  Stream<DynamicTest> everyMethodHasThePageOfItsCard() {
    return Stream.of(Catalog.values())
        .map(entry -> DynamicTest.dynamicTest(
            entry.id(),
            () -> same(
                SITE.resolve("methods/" + entry.id() + ".md"),
                Manual.page(entry.load().card(), Language.EN))));
  }

  @Test
  void everyCodeIsExplained() throws IOException {
    StringBuilder page = new StringBuilder(
        "# Findings\n\nE is an error, W a warning, N a note. `utfall explain CODE` prints the same.\n\n"
            + "| code | what | explanation |\n|---|---|---|\n");
    for (Codes.Entry entry : Codes.all()) {
      assertFalse(entry.explanation().isBlank(), entry.code());
      page.append("| ")
          .append(entry.code())
          .append(" | ")
          .append(entry.title().en())
          .append(" | ");
      page.append(entry.explanation()).append(" |\n");
    }
    same(SITE.resolve("findings.md"), page.toString());
  }

  @Test
  void everyCodeInTheProgramIsListed() throws IOException {
    Pattern code = Pattern.compile("\"([EWN][0-9]{3})\"");
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(Files::isRegularFile).toList()) {
        code.matcher(Files.readString(source))
            .results()
            .map(found -> found.group(1))
            .forEach(
                found -> assertTrue(Codes.find(found).isPresent(), () -> found + " in " + source));
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> everyCardIsWholeInThreeLanguages() {
    return Stream.of(Catalog.values())
        .map(entry -> DynamicTest.dynamicTest(entry.id(), () -> {
          Card card = entry.load().card();
          assertEquals(entry.id(), card.id());
          whole(card.title());
          whole(card.question());
          whole(card.formula());
          assertFalse(card.measures().isEmpty(), "measures");
          assertFalse(card.assumptions().isEmpty(), "assumptions");
          assertFalse(card.notWhen().isEmpty(), "when not to use it");
          assertFalse(card.example().isEmpty(), "example");
          card.options().stream().map(Option::help).forEach(DocumentationTest::whole);
          card.measures().stream().map(Card.Named::meaning).forEach(DocumentationTest::whole);
          card.tables().stream().map(Card.Named::meaning).forEach(DocumentationTest::whole);
          card.assumptions().forEach(DocumentationTest::whole);
          card.notWhen().forEach(DocumentationTest::whole);
        }));
  }

  private static void whole(Text text) {
    assertTrue(
        Stream.of(text.nb(), text.nn(), text.en()).noneMatch(String::isBlank),
        () -> "a language is missing: " + text);
  }

  @TestFactory
  Stream<DynamicTest> theExamplesOfEveryCardRun(@TempDir Path folder) throws IOException {
    copy(Path.of("sample-data"), folder.resolve("sample-data"));
    return Stream.of(Catalog.values())
        .flatMap(entry -> entry.load().card().example().stream())
        .map(example -> DynamicTest.dynamicTest(example, () -> runs(example, folder)));
  }

  @TestFactory
  Stream<DynamicTest> theCommandsOfTheReadmeRun(@TempDir Path folder) throws IOException {
    copy(Path.of("sample-data"), folder.resolve("sample-data"));
    Matcher commands = Pattern.compile("(?m)^    scripts/(utfall [^\n]+)")
        .matcher(Files.readString(Path.of("README.md")));
    List<String> lines = commands.results().map(found -> found.group(1)).toList();
    assertTrue(lines.size() > 8, "the README has its tour");
    return lines.stream().map(line -> DynamicTest.dynamicTest(line, () -> runs(line, folder)));
  }

  /** A command line without quotes, its paths below the folder. */
  private static void runs(String line, Path folder) {
    String[] words = line.replaceAll("\\s+\\|.*", "").split(" +");
    List<String> arguments = Stream.of(words)
        .skip(1)
        .map(word -> word.matches("(sample-data|my-project).*|[a-z-]+\\.(svg|csv|md|html|json)")
            ? folder.resolve(word).toString()
            : word)
        .toList();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit = Main.run(
        arguments,
        new ByteArrayInputStream(new byte[0]),
        new ByteArrayOutputStream(),
        err,
        Map.of());
    assertEquals(0, exit, () -> line + "\n" + err);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!from.relativize(file).startsWith("out")) {
          Path target = to.resolve(from.relativize(file).toString());
          Files.createDirectories(target.getParent());
          Files.copy(file, target);
        }
      }
    }
  }

  private static void same(Path page, String wanted) throws IOException {
    if (UPDATE) {
      Files.createDirectories(page.getParent());
      Files.writeString(page, wanted);
    }
    assertTrue(Files.exists(page), () -> page + " is missing; -Dmanual.update=true writes it");
    assertEquals(wanted, Files.readString(page));
  }
}
