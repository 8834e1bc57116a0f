package no.utfall.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import no.utfall.Shared;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The files in {@code sample-data/}; {@code -Dsample.update=true} writes them anew. */
class SampleFilesTest {

  private static final Path FOLDER = Path.of("sample-data");
  private static final Set<String> BY_HAND = Set.of("README.md", "utfall.yaml", ".gitattributes");
  private static Map<String, byte[]> files;

  @BeforeAll
  static void generate() throws IOException {
    files = Exports.of(SampleWorld.of(SampleWorld.SEED));
    if (Boolean.getBoolean("sample.update")) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path path = FOLDER.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
    }
  }

  @Test
  void committedFilesAreWhatTheGeneratorWrites() throws IOException {
    Set<String> there = new TreeSet<>();
    try (Stream<Path> walk = Files.walk(FOLDER)) {
      walk.filter(Files::isRegularFile)
          .map(FOLDER::relativize)
          .filter(p -> !p.startsWith("out")
              && !p.startsWith(".utfall")
              && !p.toString().equals("utfall.lock"))
          .forEach(p -> there.add(p.toString().replace('\\', '/')));
    }
    there.removeAll(BY_HAND);
    assertEquals(files.keySet(), there);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      assertArrayEquals(
          Files.readAllBytes(FOLDER.resolve(file.getKey())), file.getValue(), file.getKey());
    }
  }

  @Test
  void noFileIsLargerThanThreeMegabytesAndAllTogetherFour() {
    assertTrue(files.values().stream().allMatch(f -> f.length < 3_000_000));
    assertTrue(files.values().stream().mapToInt(f -> f.length).sum() < 4_000_000);
  }

  @Test
  void theDefaultLocaleDoesNotMatter() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-u-nu-arab"));
      Map<String, byte[]> again = Exports.of(SampleWorld.of(SampleWorld.SEED));
      files.forEach((name, bytes) -> assertArrayEquals(bytes, again.get(name), name));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void everyCodeAndNameStandsOnce() {
    List<String> names = column("data/navn.csv", 0);
    assertEquals(names.size(), new HashSet<>(names).size());
    List<String> codes = column("data/koder.csv", 0);
    assertEquals(codes.size(), new HashSet<>(codes).size());
    assertTrue(codes.stream().allMatch(c -> c.matches("7\\d{3}|00\\d{2}")));
    assertTrue(codes.containsAll(column("data/navn.csv", 1)));
  }

  @Test
  void changesBringEveryCodeToOneThatIsInForceIn2024() {
    Map<String, String> validTo = new HashMap<>();
    for (String[] row : rows("data/koder.csv")) {
      validTo.put(row[0], row[3]);
    }
    Map<String, Double> weights = new HashMap<>();
    for (String[] row : rows("data/endringer.csv")) {
      assertEquals(Integer.parseInt(row[2]) - 1, Integer.parseInt(validTo.get(row[0])), row[0]);
      assertTrue(validTo.containsKey(row[1]), row[1]);
      weights.merge(row[0], row[3].isEmpty() ? 1 : Double.parseDouble(row[3]), Double::sum);
    }
    Set<String> ended = new HashSet<>();
    validTo.forEach((code, to) -> {
      if (!to.isEmpty()) {
        ended.add(code);
      }
    });
    assertEquals(ended, weights.keySet());
    weights.forEach((code, weight) -> assertEquals(1, weight, 1e-12, code));
    assertEquals(Names.UNITS, validTo.size() - ended.size());
  }

  /** 45 mergers, 60 % of the 310 others renumbered, one renumbered and later split. */
  @Test
  void theReformHasTheSizeThatWasAskedFor() {
    Map<String, Integer> made = new HashMap<>();
    for (String[] row : rows("data/endringer.csv")) {
      if (row[2].equals("2020")) {
        made.merge(row[1], 1, Integer::sum);
      }
    }
    assertEquals(45, made.values().stream().filter(n -> n > 1).count());
    assertTrue(made.values().stream().allMatch(n -> n <= 4));
    assertEquals(186 + 1, made.values().stream().filter(n -> n == 1).count());
    assertEquals(
        2, rows("data/endringer.csv").stream().filter(r -> r[2].equals("2024")).count());
  }

  @Test
  void theShapesAreThoseOfThePublishers() {
    Charset windows = Charset.forName("windows-1252");
    String ssb = new String(file("data/utenfor.csv"), windows);
    assertTrue(ssb.startsWith("\"07999: Unge 16-25 år utenfor"));
    assertTrue(ssb.contains("\r\n\r\n\"region\";\"år\";\"Utenfor\";\"Unge\"\r\n"));
    String wide = new String(file("data/lavinntekt.csv"), windows);
    assertTrue(wide.contains("\"Barn i lavinntekt 2012\";\"Barn i lavinntekt 2013\""));
    assertTrue(wide.contains(";..;") && wide.matches("(?s).*;\\d+,\\d;.*"));
    String fhi = new String(file("data/plager.csv"), UTF_8);
    assertTrue(fhi.startsWith("Geografi,År,Kjønn,Alder,") && fhi.contains(",:,"));
    assertTrue(new String(file("data/tilhorighet.csv"), UTF_8).contains(",.,.,.\n"));
    String imdi = new String(file("data/tjenester.csv"), windows);
    assertEquals(
        3,
        imdi.lines().filter(l -> l.startsWith("Region") || l.startsWith(";;")).count());
    byte[] life = file("data/levealder.txt");
    assertEquals((byte) 0xFF, life[0]);
    assertEquals((byte) 0xFE, life[1]);
    assertEquals('P', (char) file("data/regnskap.xlsx")[0]);
  }

  @Test
  void hiddenAndZeroCellsAreMarked() {
    List<String> cells =
        rows("data/utenfor_grupper.csv").stream().map(r -> r[4]).toList();
    assertTrue(cells.stream().noneMatch(c -> c.matches("[0-4]")));
    long hidden = cells.stream().filter(":"::equals).count();
    assertEquals(
        Figures.hiddenShare(SampleWorld.of(SampleWorld.SEED), true),
        (double) hidden / cells.size(),
        1e-12);
    assertTrue(cells.contains("-"));
  }

  @Test
  void noNameIsThatOfARealMunicipality() throws IOException {
    Path folder = Shared.require("data/no-klass");
    Set<String> real = new HashSet<>();
    try (Stream<Path> lists = Files.list(folder)) {
      for (Path list : lists.filter(p -> p.toString().endsWith(".csv")).toList()) {
        for (String cell :
            Files.readString(list, Charset.forName("windows-1252")).split("[;,\"\\n\\r\u00A0]")) {
          real.add(cell.strip().toLowerCase(Locale.ROOT));
        }
      }
    }
    assertTrue(real.contains("halden"));
    assertFalse(column("data/navn.csv", 0).stream()
        .anyMatch(n -> real.contains(n.toLowerCase(Locale.ROOT))));
  }

  /** Veiviser's gains outside the municipality are 190 of 220. */
  @Test
  void theLedgerSendsTheGainElsewhere() {
    double gained = 0;
    double outside = 0;
    double user = 0;
    for (String[] row : rows("data/regnskap_gevinst.csv")) {
      if (row[0].equals("veiviser") && row[1].equals("hoved")) {
        double gain = Double.parseDouble(row[5]);
        if (row[3].equals("saving")) {
          gained += gain;
          outside += row[2].equals("kommune") ? 0 : gain;
        } else {
          user += gain;
        }
      }
      if (row[0].equals("loftet")) {
        assertEquals("0", row[5]);
      }
    }
    assertEquals(190 / 220.0, outside / gained, 1e-12);
    assertEquals(220 * 16, gained, 1e-12);
    assertEquals(80 * 16, user, 1e-12);
    double voluntary = rows("data/regnskap_gevinst.csv").stream()
        .filter(r -> r[2].equals("frivillig"))
        .mapToDouble(r -> Double.parseDouble(r[4]))
        .sum();
    assertEquals(0.1 * 1500 * 17.5 / 18, voluntary, 1e-3);
  }

  @Test
  void indicatorsFollowTheMoneyWithInputAndActivity() {
    Map<String, Integer> count = new HashMap<>();
    Map<String, Double> money = new HashMap<>();
    double compared = 0;
    for (String[] row : rows("data/indikatorregister.csv")) {
      count.merge(row[2], 1, Integer::sum);
      money.merge(row[2], Double.parseDouble(row[4]), Double::sum);
      compared += row[3].equals("yes") ? Double.parseDouble(row[4]) : 0;
    }
    assertEquals(Map.of("input", 9, "activity", 8, "output", 3, "outcome", 4), count);
    double all = money.values().stream().mapToDouble(m -> m).sum();
    assertEquals(4_500, all);
    assertEquals(0.52, money.getOrDefault("input", 0.0) / all, 1e-12);
    assertEquals(0.31, money.getOrDefault("activity", 0.0) / all, 1e-12);
    assertEquals(0.08, money.getOrDefault("output", 0.0) / all, 1e-12);
    assertEquals(0.09, money.getOrDefault("outcome", 0.0) / all, 1e-12);
    assertEquals(0.06, compared / all, 1e-12);
  }

  @Test
  void sixOfFortyDecisionsKnewTheEffectNumber() {
    List<String[]> decisions = rows("data/vedtak.csv");
    assertEquals(40, decisions.size());
    assertEquals(
        6,
        decisions.stream()
            .filter(d -> d.length > 4 && !d[4].isEmpty() && d[4].compareTo(d[1]) < 0)
            .count());
  }

  @Test
  void theTruthLeavesThePairOut() {
    List<String[]> truth = rows("truth.csv");
    assertEquals(355, truth.size());
    assertEquals(
        3,
        truth.stream().filter(r -> r[9].equals("mixed") && r[4].equals("0.5")).count());
    for (String[] row : truth) {
      double mean = 0;
      for (int e = 0; e < 3; e++) {
        mean += Cells.EDUCATION_SHARE[e] * Double.parseDouble(row[6 + e]);
      }
      assertEquals(Double.parseDouble(row[5]), mean, 1e-12, row[0]);
    }
  }

  private static byte[] file(String name) {
    byte[] bytes = files.get(name);
    if (bytes == null) {
      throw new AssertionError(name + " is not written");
    }
    return bytes;
  }

  private static List<String[]> rows(String name) {
    boolean ssb = name.contains("grupper");
    String text = new String(file(name), ssb ? Charset.forName("windows-1252") : UTF_8);
    return text.lines()
        .skip(ssb ? 3 : 1)
        .map(l -> l.split(name.startsWith("truth") ? "," : ";", -1))
        .toList();
  }

  private static List<String> column(String name, int at) {
    return rows(name).stream().map(r -> r[at]).toList();
  }
}
