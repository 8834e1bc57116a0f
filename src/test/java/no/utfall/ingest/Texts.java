package no.utfall.ingest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import no.utfall.figure.Type;
import no.utfall.problem.Finding;
import no.utfall.problem.FindingLog;
import no.utfall.problem.Ledger;
import no.utfall.problem.Loaded;
import org.jspecify.annotations.Nullable;

/** Files written in the test that reads them. */
final class Texts {

  private Texts() {}

  static Input file(String text) {
    return new Input.OfBytes("f.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  static Loaded<Reading> read(String text, Declared declared) {
    return Ingest.read(file(text), declared, Limits.DEFAULT);
  }

  static Loaded<Ledger> check(Input input, @Nullable Declared declared) {
    return check(input, declared, Tidying.Said.NOTHING, null);
  }

  /** Checked, with everything that was found in its order. */
  static Loaded<Ledger> check(
      Input input,
      @Nullable Declared declared,
      Tidying.Said said,
      @Nullable Consumer<Check.Rejected> rejects) {
    try (FindingLog log = FindingLog.complete()) {
      log.next(input.name());
      Ledger ledger = Check.run(input, declared, said, Limits.DEFAULT, log, rejects);
      List<Finding> findings = new ArrayList<>();
      log.forEach(findings::add);
      return new Loaded<>(ledger, findings);
    }
  }

  static Declared typed(Object... namesAndTypes) {
    Map<String, Type> types = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTypes.length; i += 2) {
      types.put((String) namesAndTypes[i], (Type) namesAndTypes[i + 1]);
    }
    return Declared.nothing().withTypes(types);
  }

  /** {@code E401@3:3} for each finding, notes left out. */
  static List<String> places(Loaded<?> loaded) {
    return loaded.findings().stream()
        .filter(f -> !f.code().startsWith("N"))
        .map(Texts::place)
        .toList();
  }

  private static String place(Finding finding) {
    return finding.code() + "@" + finding.place().line() + ":" + finding.place().field();
  }

  /** Declared with everything but the named parts left open. */
  static final class Say {
    String profile;
    String encoding;
    String delimiter;
    String decimal;
    String thousands;
    int headerLine;
    int headerLines;
    int footer = -1;
    String sheet;
    List<String> missing = List.of();
    Map<String, List<Double>> suppressed = Map.of();
    List<String> zero = List.of();
    Map<String, Type> types = Map.of();
    Map<String, String> wide = Map.of();
    List<String> key = List.of();

    Declared done() {
      return new Declared(
          profile,
          encoding,
          delimiter,
          decimal,
          thousands,
          headerLine,
          headerLines,
          footer,
          sheet,
          missing,
          suppressed,
          zero,
          types,
          wide,
          key);
    }
  }
}
