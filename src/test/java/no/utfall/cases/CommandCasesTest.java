package no.utfall.cases;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every folder below {@code src/test/resources/cases}; its README says how they are written. */
class CommandCasesTest {

  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final boolean UPDATE = Boolean.getBoolean("cases.update");

  @TempDir
  Path temporary;

  @TestFactory
  Stream<DynamicTest> commandsDoWhatTheirCasesSay() throws IOException {
    return cases().stream()
        .map(one -> dynamicTest(one.name(), one.folder().toUri(), () -> check(one)));
  }

  private void check(CommandCase one) throws IOException {
    Path copy = Files.createDirectories(temporary.resolve(one.name()));
    CommandCase.Ran ran = one.runIn(copy);
    if (UPDATE) {
      one.update(ran);
    }
    assertAll(
        one.name() + ": utfall " + String.join(" ", one.arguments()),
        () -> assertEquals(
            one.exit(),
            ran.outcome().exit(),
            () -> "exit; standard error: " + ran.outcome().err()),
        () -> assertEquals(one.out(), ran.outcome().out(), "standard output"),
        () -> assertEquals(one.err(), ran.outcome().err(), "standard error"),
        () -> assertEquals(one.files(), ran.files(), "files written"));
  }

  private static List<CommandCase> cases() throws IOException {
    try (Stream<Path> files = Files.find(CASES, 3, (path, about) -> path.endsWith("cmd"))) {
      return files.sorted().map(Path::getParent).map(CommandCase::new).toList();
    }
  }

  @Test
  void wordsAreSplitAsInAShell() throws IOException {
    Files.writeString(
        temporary.resolve("cmd"), "did 'my file.csv' --unit  \"a b\" --note \"it's\" ''\n");
    assertEquals(
        List.of("did", "my file.csv", "--unit", "a b", "--note", "it's", ""),
        new CommandCase(temporary).arguments());
  }

  @Test
  void whatIsNotSaidIsNothing() throws IOException {
    CommandCase one = new CommandCase(temporary);
    assertEquals(0, one.exit());
    assertEquals("", one.out());
    assertEquals("", one.err());
  }
}
