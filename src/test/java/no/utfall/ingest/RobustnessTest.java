package no.utfall.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import no.utfall.figure.Type;
import no.utfall.problem.Finding;
import no.utfall.problem.Ledger;
import no.utfall.problem.Loaded;
import no.utfall.problem.Refusal;
import org.junit.jupiter.api.Test;

class RobustnessTest {

  private static final String SEED_FILE = """
      kommune;navn;aar;antall;nevner;rate
      0301;"Oslo; by";2023;120;709 037;16,9
      1103;Stavanger;2023;:;148682;..
      1860;Vestvågøy;2023;5;11600;1.234,5
      5001;"Trondheim \"\"Tråante\"\"\";2023;63;214565;-

      Kilde: SSB
      """;
  private static final byte[] BITES = {
    '"',
    ';',
    ',',
    '\n',
    '\r',
    '\t',
    '|',
    0,
    (byte) 0xff,
    (byte) 0xc3,
    'e',
    '9',
    '.',
    '-',
    ' ',
    '#',
    '=',
    27
  };

  @Test
  void twoThousandDamagedFilesGiveFindingsOrARefusalAndNothingElse() {
    List<byte[]> seeds = List.of(
        SEED_FILE.getBytes(StandardCharsets.UTF_8),
        SEED_FILE.getBytes(Charset.forName("windows-1252")),
        SEED_FILE.getBytes(StandardCharsets.UTF_16LE),
        ("\"07459: Tittel\"\n\n" + SEED_FILE).getBytes(StandardCharsets.UTF_8),
        ("sep=;\n" + SEED_FILE).getBytes(StandardCharsets.UTF_8));
    Declared typed = Texts.typed("antall", Type.COUNT, "nevner", Type.SIZE, "rate", Type.NUMBER)
        .withKey(List.of("kommune", "aar"));
    for (int seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      byte[] bytes = damaged(seeds.get(seed % seeds.size()).clone(), random);
      Input input = new Input.OfBytes("f.csv", bytes);
      try {
        Loaded<Ledger> checked = Texts.check(input, seed % 2 == 0 ? null : typed);
        addsUp(checked.value(), seed);
        for (Finding finding : checked.findings()) {
          assertFalse(finding.code().isEmpty() || finding.message().isEmpty());
          assertTrue(finding.excerpt().chars().noneMatch(c -> c < ' '), "seed " + seed);
        }
        Inspect.of(input, Limits.DEFAULT).value().sourceBlock();
      } catch (Refusal refusal) {
        assertFalse(refusal.findings().isEmpty());
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
  }

  @Test
  void lookingFindsTheSameAsReading() {
    Declared typed = Texts.typed("antall", Type.COUNT, "nevner", Type.SIZE, "rate", Type.NUMBER)
        .withKey(List.of("kommune", "aar"));
    byte[] seedFile = (SEED_FILE + "1103;Stavanger;2023;:;148682;..\n0301;Oslo;2023;=1+1;1;1\n")
        .replace("\n\nKilde: SSB\n", "\n")
        .getBytes(StandardCharsets.UTF_8);
    for (int seed = 0; seed < 2_000; seed++) {
      Input input = new Input.OfBytes("f.csv", damaged(seedFile.clone(), new Random(seed)));
      try {
        Loaded<Reading> read = Ingest.read(input, typed, Limits.DEFAULT);
        Loaded<Ledger> looked = Texts.check(input, typed);
        assertEquals(read.value().ledger(), looked.value(), "seed " + seed);
        assertEquals(read.findings(), looked.findings(), "seed " + seed);
      } catch (Refusal refusal) {
        assertFalse(refusal.findings().isEmpty());
      }
    }
  }

  @Test
  void theBuiltInSchemaSaysTheSameWhetherCellsAreKeptOrNot() {
    byte[] seedFile = SEED_FILE.replace("rate", "gruppe").getBytes(StandardCharsets.UTF_8);
    for (int seed = 0; seed < 1_000; seed++) {
      Input input = new Input.OfBytes("f.csv", damaged(seedFile.clone(), new Random(seed)));
      Reader reader = Reader.open(input, Declared.nothing(), Limits.DEFAULT);
      KommuneAar schema = new KommuneAar(reader);
      if (KommuneAar.isMeant(reader.headings()) && schema.headerFits()) {
        Body body = Body.read(reader, schema.declared(Declared.nothing()));
        schema.check(body, body.reading().value().frame());
        Loaded<Ledger> looked = Texts.check(input, null);
        assertEquals(body.ledger(), looked.value(), "seed " + seed);
        assertEquals(reader.found().all(), looked.findings(), "seed " + seed);
      }
    }
  }

  private static byte[] damaged(byte[] bytes, Random random) {
    byte[] out = bytes;
    for (int n = 1 + random.nextInt(8); n > 0; n--) {
      int at = random.nextInt(out.length);
      switch (random.nextInt(4)) {
        case 0 -> out[at] = BITES[random.nextInt(BITES.length)];
        case 1 -> out = Arrays.copyOf(out, Math.max(1, at));
        case 2 -> {
          byte[] longer = Arrays.copyOf(out, out.length + 1);
          System.arraycopy(out, at, longer, at + 1, out.length - at);
          longer[at] = BITES[random.nextInt(BITES.length)];
          out = longer;
        }
        default -> {
          int length = Math.min(out.length - at, 1 + random.nextInt(20));
          byte[] twice = Arrays.copyOf(out, out.length + length);
          System.arraycopy(out, at, twice, out.length, length);
          out = twice;
        }
      }
    }
    return out;
  }

  private static void addsUp(Ledger ledger, int seed) {
    assertEquals(
        ledger.read(),
        ledger.used()
            + ledger.suppressed()
            + ledger.duplicated()
            + ledger.setAside()
            + ledger.unknownUnit(),
        "seed " + seed);
  }

  @Test
  void everyRowOfTheFileIsInTheLedger() {
    String[] cells = {"1", "", ":", ".", "..", "x", "12,5", "-3", "1e999"};
    Declared declared = Texts.typed("n", Type.COUNT, "m", Type.NUMBER).withKey(List.of("k"));
    for (int seed = 0; seed < 1_000; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder("k;n;m\n");
      int rows = 1 + random.nextInt(12);
      for (int row = 0; row < rows; row++) {
        text.append("abc".charAt(random.nextInt(3)))
            .append(';')
            .append(cells[random.nextInt(cells.length)])
            .append(random.nextInt(10) == 0 ? "" : ";" + cells[random.nextInt(cells.length)])
            .append('\n');
      }
      Say say = new Say(declared);
      Ledger ledger = Ingest.read(Texts.file(text.toString()), say.declared, Limits.DEFAULT)
          .value()
          .ledger();
      assertEquals(rows, ledger.read(), "seed " + seed + "\n" + text);
      addsUp(ledger, seed);
    }
  }

  /** The delimiter is declared, as a few random rows may not show it. */
  private record Say(Declared declared) {
    Say {
      declared = new Declared(
          null,
          null,
          ";",
          null,
          null,
          0,
          0,
          0,
          null,
          List.of(),
          java.util.Map.of(),
          List.of(),
          declared.types(),
          java.util.Map.of(),
          declared.key());
    }
  }

  @Test
  void shuffledRowsGiveTheSameLedgerAndTheSameCells() {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      rows.add("k" + i + ";" + (i % 7 == 0 ? ":" : String.valueOf(i)) + ";" + i + ",5");
    }
    Declared declared = Texts.typed("n", Type.COUNT, "m", Type.NUMBER);
    Reading first =
        Texts.read("k;n;m\n" + String.join("\n", rows) + "\n", declared).value();
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(rows, new Random(seed));
      Reading again =
          Texts.read("k;n;m\n" + String.join("\n", rows) + "\n", declared).value();
      assertEquals(first.ledger(), again.ledger());
      assertEquals(first.recognition(), again.recognition());
      for (int row = 0; row < 60; row++) {
        assertEquals(
            first.frame().sorted(List.of("k")).number("m").value(row),
            again.frame().sorted(List.of("k")).number("m").value(row));
      }
    }
  }

  @Test
  void fourThousandColumnsTakeMemoryByTheirNumberAndNotByItsSquare() {
    StringBuilder text = new StringBuilder("k0");
    for (int c = 1; c < 4_000; c++) {
      text.append(";k").append(c);
    }
    text.append('\n').append("1").append(";1".repeat(3_999)).append('\n');
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long id = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(id);
    Loaded<Reading> loaded = Texts.read(text.toString(), Declared.nothing());
    long bytes = threads.getThreadAllocatedBytes(id) - before;
    assertEquals(4_000, loaded.value().frame().names().size());
    assertTrue(bytes < 200L << 20, "bytes " + bytes);
  }
}
