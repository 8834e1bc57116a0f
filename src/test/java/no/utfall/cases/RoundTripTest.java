package no.utfall.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import no.utfall.CommandLine;
import no.utfall.InProcess;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code tidy} writes is read back as it was, whatever the format: numbers, standing, flags and limits. */
class RoundTripTest {

  private static final CommandLine UTFALL = new InProcess();

  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"csv", "json", "ndjson", "parquet", "xlsx"})
  void aLongTableIsReadBackAsItWas(String format) throws IOException {
    Files.writeString(folder.resolve("ilc_di03.tsv"), """
        unit,geo\\time\t2022 \t2021\s
        PC,NO\t: c\t1.5 b
        PC,SE\t: \t0.1 pe
        """, StandardCharsets.UTF_8);
    Files.writeString(
        folder.resolve("a.csv"),
        "kommune;aar;antall\n0301;2023;*\n1103;2023;12345678\n",
        StandardCharsets.UTF_8);
    tidied("ilc_di03.tsv", "a.csv", "--suppressed", "*=1..4", "-o", "first.csv");
    UTFALL.run(folder, List.of("tidy", "first.csv", "-f", format, "-o", "second." + format));
    tidied("second." + format, "-o", "third.csv");
    assertEquals(
        Files.readString(folder.resolve("first.csv")),
        Files.readString(folder.resolve("third.csv")));
  }

  private void tidied(String... arguments) {
    List<String> words = new ArrayList<>(List.of("tidy"));
    words.addAll(List.of(arguments));
    CommandLine.Outcome outcome = UTFALL.run(folder, words);
    assertEquals(0, outcome.exit(), outcome.err());
  }
}
