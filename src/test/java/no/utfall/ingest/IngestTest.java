package no.utfall.ingest;

import static no.utfall.ingest.Texts.places;
import static no.utfall.ingest.Texts.read;
import static no.utfall.ingest.Texts.typed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import no.utfall.figure.Figure;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Status;
import no.utfall.figure.Type;
import no.utfall.ingest.Texts.Say;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Ledger;
import no.utfall.problem.Loaded;
import no.utfall.problem.Refusal;
import no.utfall.problem.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestTest {

  private static final String PLAIN = "kommune;aar;antall\n0301;2023;120\n1103;2023;41\n";

  @Test
  void textAndNumbersAreReadByTheirDeclaredType() {
    Loaded<Reading> loaded = read(PLAIN, typed("antall", Type.COUNT));
    Frame frame = loaded.value().frame();
    assertEquals(List.of(), loaded.findings());
    assertEquals(List.of("kommune", "aar", "antall"), frame.names());
    assertEquals("0301", frame.text("kommune").get(0));
    assertEquals(41, frame.number("antall").value(1));
    assertEquals("f.csv:3:11", frame.place(1, "antall").toString());
    assertEquals(3, frame.place(1, "antall").field());
    assertEquals(new Ledger("f.csv", 2, 2, 0, 0, 0, 0, 0, 0), loaded.value().ledger());
  }

  @Test
  void wordsInTheFirstRowOfNumbersCanBeASecondLineOfTheHeader() {
    Loaded<Reading> names = read("omr;antall\nkode;value\nA;5\n", typed("antall", Type.COUNT));
    assertTrue(names.findings().get(0).fix().contains("--header-lines 2"));
    Loaded<Reading> slip = read("omr;antall\nA;ca. 12\nB;5\n", typed("antall", Type.COUNT));
    assertFalse(slip.findings().get(0).fix().contains("--header-lines"));
  }

  @Test
  void everyEncodingGivesTheSameCells() {
    String text = "navn;n\nVestvågøy;1\nŠibenik;2\n";
    Say cp1252 = new Say();
    cp1252.encoding = "windows-1252";
    Say wide = new Say();
    wide.encoding = "utf-16le";
    assertEquals("Vestvågøy", name(text.getBytes(StandardCharsets.UTF_8), Declared.nothing()));
    assertEquals(
        "Vestvågøy", name(("\ufeff" + text).getBytes(StandardCharsets.UTF_8), Declared.nothing()));
    assertEquals("Vestvågøy", name(text.getBytes(Charset.forName("windows-1252")), cp1252.done()));
    assertEquals("Vestvågøy", name(text.getBytes(StandardCharsets.UTF_16LE), wide.done()));
    assertEquals(
        "Vestvågøy",
        name(("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE), Declared.nothing()));
    assertEquals(
        "Vestvågøy",
        name(("\ufeff" + text).getBytes(StandardCharsets.UTF_16BE), Declared.nothing()));
  }

  private static String name(byte[] bytes, Declared declared) {
    Loaded<Reading> loaded =
        Ingest.read(new Input.OfBytes("f.csv", bytes), declared, Limits.DEFAULT);
    assertFalse(loaded.hasErrors(), () -> loaded.findings().toString());
    assertEquals("Šibenik", loaded.value().frame().text("navn").get(1));
    return loaded.value().frame().text("navn").get(0);
  }

  @Test
  void anEncodingThatDoesNotFitOrDoesNotExistIsAnError() {
    byte[] bytes = "navn;n\nV\u00e5g;1\n".getBytes(StandardCharsets.ISO_8859_1);
    Say utf8 = new Say();
    utf8.encoding = "UTF-8";
    Say odd = new Say();
    odd.encoding = "utf-9";
    Input input = new Input.OfBytes("f.csv", bytes);
    assertEquals(List.of("E101@2:1"), places(Ingest.read(input, utf8.done(), Limits.DEFAULT)));
    assertEquals(List.of("E106@0:0"), places(Ingest.read(input, odd.done(), Limits.DEFAULT)));
  }

  @Test
  void eachDelimiterIsFittedOverTheWholeFile() {
    for (String delimiter : List.of(";", ",", "\t", "|")) {
      String text = PLAIN.replace(";", delimiter);
      assertEquals(
          delimiter, read(text, Declared.nothing()).value().recognition().delimiter());
    }
    // a comma in every number is no delimiter, as the header has none
    String decimals = "a;b\n1;2,5\n3;4,5\n";
    assertEquals(";", read(decimals, Declared.nothing()).value().recognition().delimiter());
    String sep = "sep=|\na|b,c\n1|2,5\n";
    assertEquals(
        List.of("a", "b,c"), read(sep, Declared.nothing()).value().frame().names());
  }

  @Test
  void twoDelimitersThatFitAreNamedBoth() {
    Loaded<Reading> loaded = read("a,b;c\n1,2;3\n", Declared.nothing());
    Finding finding = loaded.findings().get(0);
    assertEquals("E210", finding.code());
    assertTrue(finding.message().contains("';'") && finding.message().contains("','"));
    Say comma = new Say();
    comma.delimiter = ",";
    assertEquals(
        List.of("a", "b;c"),
        read("a,b;c\n1,2;3\n", comma.done()).value().frame().names());
  }

  @Test
  void aRaggedLineDoesNotHandTheFileToAnotherDelimiter() {
    // by comma every line has two fields, by semicolon one line is short: neither is taken in
    // silence
    Loaded<Reading> loaded = read("a, b;c;d\n1,2;3;4\n1,2;3\n", Declared.nothing());
    assertTrue(places(loaded).contains("E210@1:0"), () -> loaded.findings().toString());
  }

  @Test
  void quotedCellsMayHoldDelimitersQuotesAndLineEnds() {
    String text = "a;b\n\"x;\"\"y\"\"\nz\";1\n2;3\n";
    Loaded<Reading> loaded = read(text, Declared.nothing());
    Frame frame = loaded.value().frame();
    assertEquals("x;\"y\"\nz", frame.text("a").get(0));
    assertEquals(4, frame.place(1, "a").line());
  }

  @Test
  void allFaultsOfAFileAreFoundInOneRun() {
    String text = """
        kommune;aar;antall
        0301;2023;"12
        1103;2023
        1103;2023;1;2
        1103;2023;x
        1103;2023;-4
        4601;2023;1,5
        """;
    Loaded<Reading> loaded = read(text, typed("antall", Type.COUNT));
    assertEquals(
        List.of("E203@2:3", "E201@3:2", "E202@4:4", "E408@5:3", "E601@6:3", "E602@7:3"),
        places(loaded));
    Ledger ledger = loaded.value().ledger();
    assertEquals(6, ledger.read());
    assertEquals(6, ledger.setAside());
  }

  @Test
  void aHeaderMayStandLowerAndInSeveralRows() {
    String text = """
        Titul

        region;Sysselsatte;;Pendlere;
        ;2020;2021;2020;2021
        0301;1;2;3;4
        Kilde: SSB
        """;
    Say say = new Say();
    say.headerLine = 3;
    say.headerLines = 2;
    say.footer = 1;
    Loaded<Reading> loaded = read(text, say.done());
    assertEquals(List.of(), loaded.findings());
    assertEquals(
        List.of("region", "Sysselsatte 2020", "Sysselsatte 2021", "Pendlere 2020", "Pendlere 2021"),
        loaded.value().frame().names());
    assertEquals(5, loaded.value().frame().place(0, "region").line());
  }

  @Test
  void wideColumnsBecomeRows() {
    String text = "region;Utenfor 2020;Utenfor 2021;Unge 2020\n0301;5;:;100\n1103;7;8;200\n";
    Say say = new Say();
    say.wide = Map.of("Utenfor {year}", "utenfor", "Unge {year}", "unge");
    say.types = Map.of("utenfor", Type.COUNT, "unge", Type.SIZE);
    say.key = List.of("region", "year");
    Loaded<Reading> loaded = read(text, say.done());
    assertFalse(loaded.hasErrors(), () -> loaded.findings().toString());
    Frame frame = loaded.value().frame();
    assertEquals(4, frame.rows());
    assertEquals(
        List.of("2020", "2021"),
        List.of(frame.text("year").get(0), frame.text("year").get(1)));
    assertEquals(new Figure.Known(5), frame.number("utenfor").figure(0));
    assertEquals(Status.SUPPRESSED, frame.number("utenfor").status(1));
    assertEquals(new Figure.Missing(Status.ABSENT), frame.number("unge").figure(1));
    assertEquals(200, frame.number("unge").value(2));
    assertEquals(3, frame.place(3, "region").line());
    assertEquals(2, loaded.value().ledger().read());
  }

  @Test
  void signsAreKeptApartAndNeverZero() {
    Say say = new Say();
    say.types = Map.of("n", Type.COUNT);
    say.suppressed = Map.of("*", List.of(1.0, 4.0));
    say.zero = List.of("-");
    say.missing = List.of("NA");
    Loaded<Reading> loaded = read("k;n\na;*\nb;-\nc;NA\nd;\ne;:\nf;.\ng;..\n", say.done());
    NumberColumn n = loaded.value().frame().number("n");
    assertEquals(new Figure.Suppressed(1, 4), n.figure(0));
    assertEquals(new Figure.Known(0), n.figure(1));
    assertEquals(new Figure.Missing(Status.MISSING), n.figure(2));
    assertEquals(new Figure.Missing(Status.MISSING), n.figure(3));
    assertEquals(Status.SUPPRESSED, n.status(4));
    assertTrue(Double.isNaN(n.low(4)));
    assertEquals(new Figure.Missing(Status.NOT_APPLICABLE), n.figure(5));
    assertEquals(new Figure.Missing(Status.MISSING), n.figure(6));
    assertEquals(new Ledger("f.csv", 7, 1, 2, 0, 4, 0, 0, 0), loaded.value().ledger());
    assertEquals(Severity.NOTE, loaded.findings().get(0).severity());
  }

  @Test
  void aHyphenAloneIsAnErrorUntilItIsDeclared() {
    Loaded<Reading> loaded = read("k;n\na;-\nb;1\n", typed("n", Type.NUMBER));
    assertEquals(List.of("E408@2:2"), places(loaded));
  }

  @Test
  void cellsThatAreNoNumbersAreTheSameOnlyWhenTheyReadTheSame() {
    Declared key = typed("n", Type.COUNT).withKey(List.of("k"));
    Loaded<Reading> loaded = read("k;n\na;-21\na;-24\nb;x\nb;x\n", key);
    assertEquals(
        List.of("E408@4:2", "E408@5:2", "E501@3:1", "E601@2:2", "E601@3:2", "W502@5:1"),
        places(loaded).stream().sorted().toList());
    assertEquals(new Ledger("f.csv", 4, 0, 0, 1, 3, 0, 0, 0), loaded.value().ledger());
  }

  @Test
  void rowsOfOneKeyAreCountedOnceOrRefused() {
    Declared key = typed("n", Type.COUNT).withKey(List.of("k"));
    Loaded<Reading> loaded = read("k;n;t\na;1;x\na;1;x\na;2;x\nb;1;y\n", key);
    assertEquals(List.of("W502@3:1", "E501@4:1"), places(loaded));
    assertTrue(loaded.findings().get(1).message().contains("n 1 / 2"));
    assertEquals(2, loaded.value().frame().rows());
    assertEquals(new Ledger("f.csv", 4, 2, 0, 1, 1, 0, 0, 0), loaded.value().ledger());
    assertEquals(
        List.of(), read("k;n;t\na;1;x\na;1;x\n", typed("n", Type.COUNT)).findings());
  }

  @Test
  void aDeclaredColumnThatIsNotThereIsFoundWithTheNearestName() {
    Loaded<Reading> loaded = read(PLAIN, typed("antal", Type.COUNT));
    assertEquals(List.of("E304@1:3"), places(loaded));
    assertTrue(loaded.findings().get(0).message().contains("did you mean 'antall'"));
  }

  @Test
  void whatIsPackedIsUnpackedAndDamageIsSaid() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(PLAIN.getBytes(StandardCharsets.UTF_8));
    }
    byte[] packed = out.toByteArray();
    Input whole = new Input.OfBytes("f.csv.gz", packed);
    assertEquals(
        2,
        Ingest.read(whole, Declared.nothing(), Limits.DEFAULT).value().frame().rows());
    Input half = new Input.OfBytes("f.csv.gz", java.util.Arrays.copyOf(packed, packed.length / 2));
    Refusal refusal =
        assertThrows(Refusal.class, () -> Ingest.read(half, Declared.nothing(), Limits.DEFAULT));
    assertEquals("E107", refusal.findings().get(0).code());
    assertEquals(Fault.INPUT_DATA, refusal.fault());
  }

  @Test
  void foldersAndMissingFilesAreRefusedAsUnreadable(@TempDir Path folder) throws IOException {
    assertEquals("E109", refused(folder));
    assertEquals("E110", refused(folder.resolve("none.csv")));
    Path file = Files.writeString(folder.resolve("blåbær.csv"), PLAIN);
    Input input = new Input.OfFile("blåbær.csv", file);
    assertEquals(
        2,
        Ingest.read(input, Declared.nothing(), Limits.DEFAULT).value().frame().rows());
    Limits small = new Limits(10, 10, 20);
    Refusal refusal =
        assertThrows(Refusal.class, () -> Ingest.read(input, Declared.nothing(), small));
    assertEquals("E111", refusal.findings().get(0).code());
  }

  private static String refused(Path path) {
    Input input = new Input.OfFile("x", path);
    Refusal refusal =
        assertThrows(Refusal.class, () -> Ingest.read(input, Declared.nothing(), Limits.DEFAULT));
    assertEquals(Fault.READ_WRITE, refusal.fault());
    return refusal.findings().get(0).code();
  }

  @Test
  void limitsHoldForCellsAndColumns() {
    Limits small = new Limits(5, 3, 1 << 20);
    Loaded<Reading> cell =
        Ingest.read(Texts.file("a;b\nøøøøø;1\nøøøøøø;2\n"), Declared.nothing(), small);
    assertEquals(List.of("E208@3:1"), places(cell));
    assertEquals(1, cell.value().ledger().setAside());
    Loaded<Reading> wide = Ingest.read(Texts.file("a;b;c;d\n1;2;3;4\n"), Declared.nothing(), small);
    assertEquals(List.of("E211@1:0"), places(wide));
  }

  @Test
  void findingsBeyondAThousandAreCounted() {
    StringBuilder text = new StringBuilder("k;n\n");
    for (int i = 0; i < 2_500; i++) {
      text.append(i).append(";x\n");
    }
    Loaded<Reading> loaded = read(text.toString(), typed("n", Type.COUNT));
    assertEquals(1_001, loaded.findings().size());
    Finding last = loaded.findings().get(1_000);
    assertEquals("N113", last.code());
    assertTrue(last.message().startsWith("2500 errors in all"), last.message());
  }

  @Test
  void anUnknownProfileIsNamedWithTheNearest() {
    Say say = new Say();
    say.profile = "ssbb";
    Loaded<Reading> loaded = read(PLAIN, say.done());
    assertEquals("E112", loaded.findings().get(0).code());
    assertTrue(loaded.findings().get(0).message().contains("'ssb'"));
  }

  @Test
  void aNearlySsbFileIsNotTakenForOne() {
    String text =
        "07459: Befolkning, etter kommune\n\n\"region\";\"n\"\n\"0301 Oslo\";1\n\"1103 Stavanger\";2\n";
    Loaded<Reading> plain = read(text.replace("\"", ""), Declared.nothing());
    assertEquals(List.of("E307@1:0"), places(plain));
    Loaded<Reading> ssb = read("\"" + text.replaceFirst("\n", "\"\n"), typed("n", Type.COUNT));
    assertEquals("ssb", ssb.value().recognition().profile());
    assertEquals(List.of("region", "region_name", "n"), ssb.value().frame().names());
    assertEquals("1103", ssb.value().frame().text("region").get(1));
    assertEquals("Stavanger", ssb.value().frame().text("region_name").get(1));
  }

  @Test
  void theLongFormOfStatBankGetsItsNumbersUnderTheNameValue() {
    String text = "\"region\";\"år\";\"statistikkvariabel\";\"06913: Befolkning, etter region\"\n"
        + "\"0301 Oslo\";\"2023\";\"Folketallet\";709037\n\"0301 Oslo\";\"2024\";\"Folketallet\";..\n";
    Loaded<Reading> loaded = read(text, typed("value", Type.SIZE));
    assertFalse(loaded.hasErrors(), () -> loaded.findings().toString());
    assertEquals("ssb", loaded.value().recognition().profile());
    assertEquals(709037, loaded.value().frame().number("value").value(0));
    assertEquals(Status.MISSING, loaded.value().frame().number("value").status(1));
  }
}
