package no.utfall.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.utfall.Shared;
import no.utfall.figure.Flag;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Status;
import no.utfall.figure.Type;
import no.utfall.ingest.Texts.Say;
import no.utfall.problem.Ledger;
import no.utfall.problem.Loaded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real exports; the counts were made with awk and grep, as noted beside them. */
class ProfilesTest {

  private static Loaded<Reading> read(String below, Declared declared) {
    Path path = Shared.require("data/" + below);
    Loaded<Reading> loaded = Ingest.read(
        new Input.OfFile(String.valueOf(path.getFileName()), path), declared, Limits.DEFAULT);
    assertFalse(loaded.hasErrors(), () -> loaded.findings().toString());
    Ledger ledger = loaded.value().ledger();
    assertEquals(
        ledger.read(),
        ledger.used() + ledger.suppressed() + ledger.duplicated() + ledger.setAside());
    return loaded;
  }

  private static int count(NumberColumn column, Status status) {
    int n = 0;
    for (int row = 0; row < column.size(); row++) {
      n += column.status(row) == status ? 1 : 0;
    }
    return n;
  }

  @Test
  void statBankIsReadWithTitleCodesAndWideYears() {
    Say say = new Say();
    say.wide = new LinkedHashMap<>();
    say.wide.put("Sysselsatte personer bosatt i regionen {year}", "bosatt");
    say.wide.put("Personer som pendler ut av regionen {year}", "ut");
    say.types = Map.of("bosatt", Type.COUNT, "ut", Type.COUNT);
    Reading reading = read("no-ssb/SSB_11616_20220427-120901.csv", say.done()).value();
    Frame frame = reading.frame();
    assertEquals("ssb", reading.recognition().profile());
    assertEquals("windows-1252", reading.recognition().encoding());
    assertEquals(3, reading.recognition().headerLine());
    assertEquals(23, frame.rows());
    assertEquals("3803", frame.text("region").get(2));
    assertEquals("Tønsberg", frame.text("region_name").get(2));
    assertEquals("2021", frame.text("year").get(0));
    assertEquals(12807, frame.number("bosatt").value(0));
    // awk -F';' 'NR>3{s+=$2; t+=$4} END{print s, t}'
    assertEquals(204162, sum(frame.number("bosatt")));
    assertEquals(85219, sum(frame.number("ut")));
  }

  private static double sum(NumberColumn column) {
    double sum = 0;
    for (int row = 0; row < column.size(); row++) {
      sum += column.isKnown(row) ? column.value(row) : 0;
    }
    return sum;
  }

  /** {@code awk -F, 'NR>1{c[$NF]++} END{print c[":"], c["-"], c["."], NR-1}'} */
  @ParameterizedTest
  @CsvSource({
    "andel_innvandrere_i_lavinntekt_fhi.csv, Andel, 337, 0, 0, 684",
    "forventet_levealder_etter_utdanning_7_aarig.csv, value, 2672, 2280, 0, 8550",
    "psykiske_plager_ungdom.csv, value, 25, 0, 408, 570",
    "selvmord_femaarig.csv, value, 1678, 0, 0, 1900"
  })
  void healthStatisticsKeepTheirFourSignsApart(
      String file, String value, int hidden, int notCalculated, int missing, int rows) {
    Reading reading = read("no-fhi/" + file, Texts.typed(value, Type.NUMBER)).value();
    NumberColumn column = reading.frame().number(value);
    assertEquals("fhi", reading.recognition().profile());
    assertEquals(rows, column.size());
    assertEquals(hidden, count(column, Status.SUPPRESSED));
    assertEquals(notCalculated, count(column, Status.NOT_CALCULATED));
    assertEquals(missing, count(column, Status.MISSING));
    assertEquals(rows - hidden - notCalculated - missing, count(column, Status.KNOWN));
  }

  /** {@code iconv | awk -F';' '$1!=""{for(i=3;i<=NF;i++) …}'} over the rows below the header. */
  @ParameterizedTest
  @CsvSource({
    "bosatt_anmodede.csv, 3, 282, 490, 32965, 1343, 24, 65990, 36878",
    "befolkning_botid_2022.csv, 4, 137, 23, 6, 0, 0, 867, 2232"
  })
  void stackedHeadersOfTheIntegrationDirectorateAreOneName(
      String file,
      int headerLines,
      int columns,
      int rows,
      int dots,
      int colons,
      int infs,
      int blanks,
      int known) {
    Map<String, Type> types = new LinkedHashMap<>();
    Reading names = read("no-imdi/" + file, Declared.nothing()).value();
    names.frame().names().stream()
        .filter(n -> !n.equals("Region") && !n.equals("Navn"))
        .forEach(n -> types.put(n, Type.NUMBER));
    Reading reading =
        read("no-imdi/" + file, Declared.nothing().withTypes(types)).value();
    assertEquals("imdi", reading.recognition().profile());
    assertEquals(headerLines, reading.recognition().headerLines());
    assertEquals(columns, reading.frame().names().size());
    assertEquals(rows, reading.frame().rows());
    assertTrue(reading.frame().text("Region").get(0).matches("\\d{4}"));
    int[] seen = new int[Status.values().length];
    for (String name : types.keySet()) {
      for (Status status : Status.values()) {
        seen[status.ordinal()] += count(reading.frame().number(name), status);
      }
    }
    assertEquals(dots, seen[Status.NOT_APPLICABLE.ordinal()]);
    assertEquals(colons, seen[Status.SUPPRESSED.ordinal()]);
    assertEquals(infs, seen[Status.NOT_CALCULATED.ordinal()]);
    assertEquals(blanks, seen[Status.MISSING.ordinal()]);
    assertEquals(known, seen[Status.KNOWN.ordinal()]);
  }

  @Test
  void schoolStatisticsInUtf16WithSentencesAmongTheNumbersAreRead() {
    Say say = new Say();
    say.wide = Map.of("{year}.Alle eierformer.Alle trinn.Begge kjønn.Andel sluttet", "sluttet");
    say.types = Map.of("sluttet", Type.NUMBER);
    Reading reading = read("no-udir/20220505-1453_Slutta_VGO.csv", say.done()).value();
    assertEquals("udir", reading.recognition().profile());
    assertEquals("UTF-16LE", reading.recognition().encoding());
    assertEquals("\t", reading.recognition().delimiter());
    assertEquals(808, reading.ledger().read());
    assertEquals("I", reading.frame().text("Organisasjonsnummer").get(0));
    NumberColumn share = reading.frame().number("sluttet");
    // iconv -f utf-16le | tr '\t\r' '\n\n' | grep -cx '\*' gives 1763, some of them in the columns
    // of breaks
    assertTrue(count(share, Status.SUPPRESSED) > 1_600);
    assertEquals(4.2, share.value(0));
  }

  @Test
  void cdcWonderEndsWhereItsNotesBegin() {
    Declared typed =
        Texts.typed("Deaths", Type.COUNT, "Population", Type.COUNT, "Crude Rate", Type.NUMBER);
    Reading reading =
        read("demo-panel-us/cdc_wonder_mortality_20_64.csv", typed).value();
    Frame frame = reading.frame();
    assertEquals("wonder", reading.recognition().profile());
    assertEquals(31_843, frame.rows());
    assertEquals("01001", frame.text("County Code").get(0));
    // head -n 31844 | grep -c Unreliable; grep -o Missing | wc -l
    NumberColumn rate = frame.number("Crude Rate");
    assertEquals(3_232, count(rate, Status.NOT_CALCULATED));
    assertEquals(60, count(frame.number("Deaths"), Status.MISSING));
    int flagged = 0;
    for (int row = 0; row < rate.size(); row++) {
      flagged += rate.has(row, Flag.UNRELIABLE) ? 1 : 0;
    }
    assertEquals(3_232, flagged);
    int zeros = 0;
    for (int row = 0; row < rate.size(); row++) {
      zeros += frame.number("Deaths").value(row) == 0 ? 1 : 0;
    }
    assertEquals(151, zeros);
  }

  @Test
  void spendingOnChildrenIsEqualInWorkbookAndSheetDump() {
    Say say = new Say();
    say.wide = Map.of("{year}", "spending");
    say.types = Map.of("spending", Type.NUMBER);
    say.key = List.of("state", "year");
    Frame dump =
        read("demo-panel-us/kids_PK12ed_realperch.csv", say.done()).value().frame();
    say.sheet = "PK12ed_realperch";
    Frame book = read("demo-panel-us/State-by-State Spending on Kids.xlsx", say.done())
        .value()
        .frame();
    assertEquals(51 * 20, dump.rows());
    assertEquals(dump.rows(), book.rows());
    for (int row = 0; row < dump.rows(); row++) {
      assertEquals(dump.text("state").get(row), book.text("state").get(row));
      assertEquals(dump.number("spending").value(row), book.number("spending").value(row), 1e-9);
    }
  }

  @Test
  void aBlankYearOfSpendingIsMissing() {
    Say say = new Say();
    say.wide = Map.of("{year}", "spending");
    say.types = Map.of("spending", Type.NUMBER);
    Frame frame = read("demo-panel-us/kids_Medicaid_CHIP_realperch.csv", say.done())
        .value()
        .frame();
    assertEquals(51, count(frame.number("spending"), Status.MISSING));
    assertEquals("1997", frame.text("year").get(0));
    assertEquals(Status.MISSING, frame.number("spending").status(0));
  }

  @Test
  void theRestOfTheAmericanPanelIsPlain() {
    Reading coverage = read(
            "demo-panel-us/ehec_data.csv",
            Texts.typed("dins", Type.NUMBER, "W", Type.SIZE).withKey(List.of("stfips", "year")))
        .value();
    assertEquals(552, coverage.frame().rows());
    assertEquals(0.6814122, coverage.frame().number("dins").value(0));
    assertEquals("", coverage.frame().text("yexp2").get(0));
    Reading dates =
        read("demo-panel-us/medicaid_expansion_dates.csv", Declared.nothing()).value();
    assertEquals(51, dates.frame().rows());
  }

  /** {@code awk -F, 'NR>1 && $4=="NA"' | wc -l} */
  @ParameterizedTest
  @CsvSource({
    "2_1_user_payments_hbc_t05065.csv, user_payment_hbc, 6202, 185",
    "4_0_nursing_home_beds_2015_18_t11875.csv, nh.beds.located.in.muni, 1920, 218"
  })
  void municipalAccountsSayNaWhereThereIsNoNumber(String file, String value, int rows, int na) {
    Say say = new Say();
    say.types = Map.of(value, Type.NUMBER);
    Path path = Shared.require("data/no-kostra/" + file);
    Reading reading = read("no-kostra/" + file, say.done()).value();
    assertEquals("kostra", reading.recognition().profile());
    assertEquals(rows, reading.frame().rows());
    assertEquals(na, count(reading.frame().number(value), Status.MISSING));
    assertEquals("0101", reading.frame().text("knr").get(0));
    say.profile = "plain";
    Loaded<Reading> refused = Ingest.read(new Input.OfFile(file, path), say.done(), Limits.DEFAULT);
    assertEquals(
        na, refused.findings().stream().filter(f -> f.code().equals("E408")).count());
  }

  @Test
  void codeListsWithShortRowsAndListsOfChangesAreRead() {
    Reading list =
        read("no-klass/ssb_kommune_jan20_1160.csv", Declared.nothing()).value();
    assertEquals("klass", list.recognition().profile());
    assertEquals(357, list.frame().rows());
    assertEquals("0301", list.frame().text("code").get(0));
    assertEquals("", list.frame().text("validTo").get(0));
    Reading changes = read(
            "no-klass/kommuner_med_endringer_fra2019_til2020.csv", Declared.nothing())
        .value();
    assertEquals(313, changes.frame().rows());
    assertEquals("3001", changes.frame().text("kommuner_2020").get(0));
    assertEquals("Halden", changes.frame().text("kommuner_2020_name").get(0));
  }

  @Test
  void worldBankFilesLoseTheirPhantomColumn() {
    Say say = new Say();
    say.wide = Map.of("{year}", "gdp");
    say.types = Map.of("gdp", Type.NUMBER);
    Reading reading = read("int-worldbank/gdp_data.csv", say.done()).value();
    assertEquals("wdi", reading.recognition().profile());
    assertEquals(264, reading.ledger().read());
    assertEquals(264 * 58, reading.frame().rows());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo-panel-us/ehec_data.csv",
        "uk-simd/simd2012_data_00410767_plusintervals.csv",
        "no-klass/csdata_nor_locations_redistricting_municip_2013_b2024.csv"
      })
  void plainFilesNeedNoDeclaration(String file) {
    assertEquals("plain", read(file, Declared.nothing()).value().recognition().profile());
  }

  @Test
  void twoReadingsOfAFileThatNobodyKnowsAreNamedBoth() {
    Loaded<Reading> loaded = Texts.read("a,b\t1\nx,y\t2\nz,u\t3\n", Declared.nothing());
    assertTrue(loaded.findings().stream().anyMatch(f -> f.code().equals("E210")));
  }
}
