package no.utfall.reference;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import no.utfall.InProcess;
import no.utfall.Shared;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** Every shipped case file on the peers' numbers. */
class ReferenceTest {

  @TestFactory
  Stream<DynamicContainer> agreesWithItsPeers() throws Exception {
    Path reference = Shared.require("reference");
    Runner runner = new Runner(new InProcess(), reference);
    return files().stream().map(file -> container(runner, file));
  }

  private static List<Path> files() throws Exception {
    Path folder = Path.of(ReferenceTest.class.getResource("/reference").toURI());
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private static DynamicContainer container(Runner runner, Path file) {
    try {
      CaseFile read = CaseFile.read(file);
      return dynamicContainer(
          read.name(),
          read.cases().stream()
              .map(one -> dynamicTest(one.name(), () -> {
                Verdict verdict = runner.run(one);
                if (verdict.kind() == Verdict.Kind.SKIP) {
                  abort(verdict.toString());
                }
                assertNotEquals(Verdict.Kind.MISS, verdict.kind(), verdict::toString);
              })));
    } catch (IOException e) {
      throw new IllegalStateException(file.toString(), e);
    }
  }
}
