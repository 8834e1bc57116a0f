package no.utfall.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import no.utfall.Shared;
import no.utfall.problem.Finding;
import no.utfall.problem.Ledger;
import no.utfall.problem.Loaded;
import no.utfall.problem.Severity;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The corpus of hostile files, each with the answer expected in {@code index.csv}. */
class BadInputTest {

  @TestFactory
  Stream<DynamicTest> everyFileIsAnsweredAsIndexed() throws IOException {
    Path folder = Shared.require("bad-input");
    List<CSVRecord> index;
    try (Reader in = Files.newBufferedReader(folder.resolve("index.csv"))) {
      index = CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .get()
          .parse(in)
          .getRecords();
    }
    List<CSVRecord> data =
        index.stream().filter(r -> r.get("file").startsWith("b")).toList();
    assertEquals(62, data.size());
    return data.stream()
        .map(row -> DynamicTest.dynamicTest(
            row.get("file") + ": " + row.get("wrong"), () -> answered(folder, row)));
  }

  private static void answered(Path folder, CSVRecord row) {
    String file = row.get("file");
    Loaded<Ledger> checked = Texts.check(new Input.OfFile(file, folder.resolve(file)), null);
    List<Finding> findings = checked.findings();
    // of an analysis, check says only what is worth a warning
    boolean later = row.get("kind").equals("analysis") && row.get("code").startsWith("E");
    String code = later ? "" : row.get("code");
    String expected = later ? "ok" : row.get("expected");
    assertEquals(expected, verdict(findings), findings::toString);
    assertTrue(
        code.isEmpty() || findings.stream().anyMatch(f -> fits(f, code, row)), findings::toString);
    for (Finding finding : findings) {
      assertTrue(finding.severity() == Severity.NOTE || !finding.message().isEmpty());
      assertTrue(!finding.isError() || !finding.fix().isEmpty(), () -> "no fix: " + finding);
      assertTrue(finding.excerpt().chars().noneMatch(c -> c < ' '), finding::toString);
    }
  }

  private static String verdict(List<Finding> findings) {
    if (findings.stream().anyMatch(Finding::isError)) {
      return "error";
    }
    return findings.stream().anyMatch(f -> f.severity() == Severity.WARNING) ? "warn" : "ok";
  }

  private static boolean fits(Finding finding, String code, CSVRecord row) {
    return finding.code().equals(code)
        && (row.get("line").isEmpty()
            || finding.place().line() == Integer.parseInt(row.get("line")))
        && (row.get("field").isEmpty()
            || finding.place().field() == Integer.parseInt(row.get("field")))
        && (row.get("column").isEmpty()
            || Math.abs(finding.place().column() - Integer.parseInt(row.get("column"))) <= 1);
  }
}
