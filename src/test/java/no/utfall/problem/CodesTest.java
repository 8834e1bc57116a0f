package no.utfall.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CodesTest {

  private static final Pattern CODE = Pattern.compile("\"([EWND]\\d{3})\"");

  @Test
  void everyCodeInTheSourceOfIngestIsListed() throws IOException {
    Set<String> missing = new TreeSet<>();
    int found = 0;
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/no/utfall/ingest"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Matcher code = CODE.matcher(Files.readString(file));
        while (code.find()) {
          found++;
          if (Codes.find(code.group(1)).isEmpty()) {
            missing.add(code.group(1));
          }
        }
      }
    }
    assertTrue(found > 60, "codes found: " + found);
    assertEquals(Set.of(), missing);
  }

  @Test
  void everyEntryHasAllItsWordsAndACodeOfItsOwn() {
    Set<String> seen = new HashSet<>();
    for (Codes.Entry entry : Codes.all()) {
      assertTrue(seen.add(entry.code()), entry.code());
      assertTrue(entry.code().matches("[EWND]\\d{3}"), entry.code());
      assertFalse(entry.title().nb().isBlank(), entry.code());
      assertFalse(entry.title().nn().isBlank(), entry.code());
      assertFalse(entry.title().en().isBlank(), entry.code());
      assertTrue(entry.explanation().endsWith("."), entry.code());
    }
  }

  @Test
  void theSeverityStandsInTheFirstLetterFourNotesApart() {
    assertEquals(Severity.ERROR, Codes.severity("E506"));
    assertEquals(Severity.ERROR, Codes.severity("D601"));
    assertEquals(Severity.WARNING, Codes.severity("W302"));
    assertEquals(Severity.NOTE, Codes.severity("W407"));
    assertEquals(Severity.NOTE, Codes.severity("N113"));
  }
}
