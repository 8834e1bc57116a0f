package no.utfall.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import no.utfall.Shared;
import no.utfall.problem.Finding;
import no.utfall.problem.Ledger;
import no.utfall.problem.Loaded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files whose columns have other names than those of the house. */
class RoleCheckTest {

  private static final Tidying.Said SAID = new Tidying.Said("knr", "year", List.of("n"));

  private static Loaded<Ledger> check(String text, Tidying.Said said) {
    return Texts.check(Texts.file(text), null, said, null);
  }

  private static String note(Loaded<Ledger> checked) {
    List<Finding> notes =
        checked.findings().stream().filter(f -> f.code().equals("N522")).toList();
    assertEquals(1, notes.size(), () -> checked.findings().toString());
    return notes.get(0).message() + " / " + notes.get(0).fix();
  }

  @Test
  void anExportIsCheckedByTheRolesOfItsPublisher() {
    Loaded<Ledger> checked = check("""
        "11616: Sysselsatte, etter region og år"

        "region";"Sysselsatte 2021";"Pendlere 2021"
        "3801 Horten";12;3
        "3899 Ukjent";5;4
        "0301 Oslo";x;4
        "0702 Holmestrand";5;4
        "0301 Oslo";7;4
        "1507 Ålesund";.;.
        """, Tidying.Said.NOTHING);
    assertEquals(
        List.of("E507@5:1", "E408@6:2", "E508@7:1", "E501@8:1", "W407@9:2"), Texts.places(checked));
    assertEquals(new Ledger("f.csv", 6, 1, 0, 0, 4, 1, 0, 0), checked.value());
    assertTrue(note(checked).contains("unit region, 2 columns of numbers"), () -> note(checked));
  }

  @Test
  void aColumnCalledTheNumberOfTheMunicipalityIsItsCode() {
    assertEquals(List.of(), Texts.places(check("""
            fylke;kommune;kommunenr;år;antall
            Oslo;Oslo;0301;2023;12
            Rogaland;Stavanger;1103;2023;14
            """, Tidying.Said.NOTHING)));
    assertEquals(
        List.of("E506@2:3", "E506@3:3", "E503@4:4", "E501@6:3"),
        Texts.places(check("""
            fylke;kommune;kommunenr;år;antall
            Oslo;Oslo;301;2023;12
            Rogaland;Stavanger;11O3;2023;14
            Rogaland;Sandnes;1108;23;14
            Vestland;Bergen;4601;2023;14
            Vestland;Bergen;4601;2023;15
            """, Tidying.Said.NOTHING)));
  }

  @Test
  void namesOfTheHouseInCapitalsAreReadAndTold() {
    assertEquals(
        List.of("W302@1:1", "W302@1:3", "E601@3:3"),
        Texts.places(
            check("Kommune;År;ANTALL\n0301;2023;5\n1103;2023;-1\n", Tidying.Said.NOTHING)));
    assertEquals(
        List.of("W302@1:4"),
        Texts.places(check("kommune;aar;Antall;ANTALL\n0301;2023;5;x\n", Tidying.Said.NOTHING))
            .subList(0, 1));
  }

  @Test
  void withoutOtherNamesOfTheHouseTheNumberOfTheMunicipalityIsCheckedByRole() {
    Loaded<Ledger> checked = check("""
        knr,kommune,fylke,year,unge,utenfor
        0301,Oslo,Oslo,x,100,12
        3005,Drammen,Viken,2019,100,12
        Hele landet,,,2019,1000,120
        3.01E+02,,,2019,1000,120
        4601,Bergen,Vestland,2024,x,60
        """, Tidying.Said.NOTHING);
    assertEquals(
        List.of("E503@2:4", "E508@3:1", "E509@4:1", "E506@5:1", "E408@6:5"), Texts.places(checked));
  }

  @Test
  void theUserSaysWhatTheColumnsAre() {
    Loaded<Ledger> checked =
        check("knr;year;n\n0301;2020;5\n301;2020;6\n1103;20;7\n0301;2020;8\n1103;2021;a\n", SAID);
    assertEquals(List.of("E506@3:1", "E503@4:2", "E501@5:1", "E408@6:3"), Texts.places(checked));
    assertEquals(1, checked.value().used());
    assertTrue(note(checked).contains("held together: series; not checked: totals"));
  }

  @Test
  void aKeyOfTheUserIsTaken() {
    String text = "knr;year;sex;n\n0301;2020;K;5\n0301;2020;M;5\n";
    assertEquals(List.of(), Texts.places(check(text, SAID)));
    Declared byUnit = Declared.nothing().withKey(List.of("knr", "year"));
    assertEquals(
        List.of("E501@3:1"), Texts.places(Texts.check(Texts.file(text), byUnit, SAID, null)));
  }

  @Test
  void aPeriodWrittenInTwoWaysIsOne() {
    Loaded<Ledger> checked = check("""
        knr;year;n
        0301;2016/17;5
        0301;2016/2017;6
        1103;2016/2017;7
        1103;2017/18;7
        """, SAID);
    assertEquals(List.of("E501@3:2"), Texts.places(checked));
    assertEquals(1, checked.value().setAside());
    assertTrue(checked.findings().stream().anyMatch(f -> f.message().contains("line 2 once more")));
  }

  @Test
  void aFileOfNobodyIsCheckedForStructureAndToldWhatItsColumnsCouldBe() {
    Loaded<Ledger> checked = check("kode;year;n\n0301;2020;5\n9998;2020;6\n", Tidying.Said.NOTHING);
    assertEquals(List.of(), Texts.places(checked));
    assertTrue(note(checked).endsWith("--unit kode --period year --value n"), () -> note(checked));
  }

  @Test
  void codesOfAnotherCountryAreNotTakenForNorwegianOnes() {
    String text =
        "knr;year;n\n0114;2020;5\n0180;2020;6\n2584;2020;7\n2480;2020;7\n0184;2020;1\n2518;2020;1\n";
    assertEquals(List.of(), Texts.places(check(text, SAID)));
  }

  @Test
  void aColumnThatIsNotThereIsAnErrorWithItsNearest() {
    Loaded<Ledger> checked =
        check("knr;year;n\n0301;2020;5\n", new Tidying.Said("kn", "year", List.of("n")));
    assertEquals(List.of("E304@1:1"), Texts.places(checked));
  }

  @Test
  void rowsOfAnUnknownUnitAreAmongTheRejects() {
    List<Check.Rejected> rejects = new ArrayList<>();
    Texts.check(Texts.file("knr;year;n\n0301;2020;5\n0399;2020;6\n"), null, SAID, rejects::add);
    assertEquals(List.of("E507"), rejects.stream().map(Check.Rejected::code).toList());
  }

  /** Real exports hold no errors; rows without any number are set aside, as counted by {@link TidyingTest}. */
  @ParameterizedTest
  @CsvSource({
    "demo-panel-us/cdc_wonder_mortality_20_64.csv, 31783, 0, 60, ''",
    "eu-eurostat/gov_10dd_edpt1.tsv, 6322, 0, 0, ''",
    "int-worldbank/gdp_data.csv, 256, 0, 8, ''",
    "no-fhi/selvmord_femaarig.csv, 222, 1678, 0, ''",
    "no-imdi/bosatt_anmodede.csv, 488, 0, 2, ''",
    "no-kostra/2_1_user_payments_hbc_t05065.csv, 6017, 0, 185, W521",
    "no-kostra/4_0_nursing_home_beds_2015_18_t11875.csv, 1702, 0, 218, W511",
    "no-nav/NA_full_tidsserie_2011-2024.csv, 33259, 0, 0, ''",
    "no-ssb/SSB_11616_20220427-120901.csv, 23, 0, 0, ''",
    "no-udir/20220505-1453_Slutta_VGO.csv, 749, 59, 0, ''"
  })
  void realExportsHoldNoErrors(
      String below, long used, long suppressed, long aside, String warned) {
    Path path = Shared.require("data/" + below);
    Loaded<Ledger> checked =
        Texts.check(new Input.OfFile(String.valueOf(path.getFileName()), path), null);
    List<String> codes = checked.findings().stream()
        .map(Finding::code)
        .filter(code -> code.startsWith("E")
            || code.startsWith("W") && !List.of("W105", "W407").contains(code))
        .toList();
    assertEquals(warned.isEmpty() ? List.of() : List.of(warned), codes);
    assertEquals(used, checked.value().used());
    assertEquals(suppressed, checked.value().suppressed());
    assertEquals(aside, checked.value().setAside());
  }

  @Test
  void codesOfSwedenAreHeldAgainstTheirList() {
    String text = """
        "gender","count","status","value","kpi","year","municipality_id","municipality"
        "T",1,"",2.5,"N1",2022,"0180","Stockholm"
        "T",1,"",2.5,"N1",2022,"0199","Ukjent"
        "T",1,"",2.5,"N1",2022,"0000","Riket"
        """;
    Loaded<Ledger> checked = check(text, Tidying.Said.NOTHING);
    assertEquals(List.of("E507@3:7"), Texts.places(checked));
    assertEquals(1, checked.value().unknownUnit());
  }

  /** To say how a file is written takes no check away. */
  @Test
  void theHouseSchemaHoldsWhateverTheEncoding() {
    Texts.Say say = new Texts.Say();
    say.encoding = "windows-1252";
    byte[] bytes =
        "kommune;aar;navn;antall\n9998;2023;V\u00e5g;1\n".getBytes(StandardCharsets.ISO_8859_1);
    Loaded<Ledger> checked = Texts.check(new Input.OfBytes("f.csv", bytes), say.done());
    assertEquals(List.of("E507@2:1"), Texts.places(checked));
  }

  // --- numbers against one another

  private static final Tidying.Said PERSONS =
      new Tidying.Said("knr", "year", List.of("n", "pop", "pct"));

  /** Ten municipalities in four years: pop grows by 10 a year, n is a tenth of it, pct 10. */
  private static List<String> panel() {
    List<String> rows = new ArrayList<>(List.of("knr;year;n;pop;pct"));
    String[] codes = {"0301", "1103", "4601", "5001", "1804", "3301", "3401", "4001", "4204", "5501"
    };
    for (int year = 2020; year < 2024; year++) {
      for (int i = 0; i < codes.length; i++) {
        int people = 1_000 + 100 * i + 10 * (year - 2020);
        rows.add(codes[i] + ";" + year + ";" + people / 10 + ";" + people + ";10");
      }
    }
    return rows;
  }

  /** What is found of the numbers when the row of this line says something else. */
  private static List<String> found(int line, String row) {
    List<String> rows = panel();
    rows.set(line - 1, row);
    return Texts.places(check(String.join("\n", rows) + "\n", PERSONS)).stream()
        .filter(place -> place.matches("[EW]6.*"))
        .toList();
  }

  @Test
  void aGoodPanelIsHeldTogetherWithoutAWord() {
    assertEquals(List.of(), found(1, panel().get(0)));
    assertTrue(note(check(String.join("\n", panel()), PERSONS))
        .contains("held together: series, pct as n / pop; not checked: totals, since"));
  }

  @Test
  void seriesSharesAndCountsAreHeldTogether() {
    assertEquals("0301;2022;102;1020;10", panel().get(21));
    assertEquals(List.of("W610@22:5"), found(22, "0301;2022;102;1020;12"));
    assertEquals(List.of("W608@22:5"), found(22, "0301;2022;700;1020;70"));
    assertEquals(List.of("W607@22:4", "W610@22:5"), found(22, "0301;2022;102;1020000;10"));
    assertEquals(List.of("E603@22:3"), found(22, "0301;2022;1100;1020;10"));
    assertEquals(List.of("W610@22:5"), found(22, "0301;2022;102;1020;100"));
  }

  @Test
  void aYearOfSharesAmongPercentIsTold() {
    String text = String.join("\n", panel()).replaceAll("(;2021;.*;)10", "$10.1");
    List<String> places = Texts.places(check(text + "\n", PERSONS));
    assertTrue(places.contains("W606@12:5"), places::toString);
  }

  @Test
  void aPopulationThatStandsStillIsThatOfAnotherYear() {
    List<String> rows = panel();
    for (int line = 12; line <= 21; line++) {
      String[] before = rows.get(line - 11).split(";");
      rows.set(line - 1, before[0] + ";2021;" + before[2] + ";" + before[3] + ";10");
    }
    List<String> places = Texts.places(check(String.join("\n", rows) + "\n", PERSONS));
    assertEquals(List.of("W608@12:4"), places);
  }

  /** Sex and age tell rows apart; the total of each is the sum of its parts in all municipalities but one. */
  @Test
  void aTotalThatItsPartsDoNotGiveIsFoundInAnyGroup() {
    StringBuilder text = new StringBuilder("knr;year;kjønn;n\n");
    String[] codes = {"0301", "1103", "4601", "5001", "1804", "3301"};
    for (int i = 0; i < codes.length; i++) {
      String start = codes[i] + ";2024;";
      text.append(start).append("Jenter;").append(40 + i).append('\n');
      text.append(start).append("Gutter;").append(50 + i).append('\n');
      text.append(start).append("Ukjent;1\n");
      text.append(start).append("I alt;").append(91 + 2 * i + (i == 4 ? 3 : 0)).append('\n');
    }
    Loaded<Ledger> checked = check(text.toString(), SAID);
    assertEquals(List.of("E612@21:4"), Texts.places(checked));
    assertTrue(note(checked).contains("totals of kjønn"), () -> note(checked));
  }

  /** A median is no sum: nothing adds up, and nothing is told. */
  @Test
  void totalsThatNeverAddUpAreNoTotals() {
    StringBuilder text = new StringBuilder("knr;year;kjønn;n\n");
    for (String code : List.of("0301", "1103", "4601", "5001", "1804", "3301")) {
      text.append(code).append(";2024;K;41\n").append(code).append(";2024;M;39\n");
      text.append(code).append(";2024;Alle;40\n");
    }
    assertEquals(List.of(), Texts.places(check(text.toString(), SAID)));
  }

  /** County 11 has two municipalities here in five years; in 2022 it has one more than they have. */
  @Test
  void aCountyThatItsMunicipalitiesDoNotGiveIsFound() {
    StringBuilder text = new StringBuilder("\"11616: Personer, etter region og år\"\n\n");
    text.append("\"region\";\"Personer 2020\";\"Personer 2021\";\"Personer 2022\";")
        .append("\"Personer 2023\";\"Personer 2024\"\n")
        .append("\"11 Rogaland\";110;112;115;116;118\n")
        .append("\"1103 Stavanger\";60;61;62;63;64\n")
        .append("\"1108 Sandnes\";50;51;52;53;54\n");
    Loaded<Ledger> checked = check(text.toString(), Tidying.Said.NOTHING);
    assertEquals(List.of("E612@4:4"), Texts.places(checked));
    assertTrue(note(checked).contains("totals of municipality units"), () -> note(checked));
  }

  /** Units by name, and shares in which a publisher rounds its counts: one person more or less is no fault. */
  @Test
  void unitsMayHaveNamesOnlyAndCountsMayBeRounded() {
    StringBuilder text = new StringBuilder("kommune;år;Personer i alt;Antall personer;Andel\n");
    for (String name : List.of("Oslo", "Stavanger", "Bergen", "Trondheim", "Bodø")) {
      text.append(name).append(";2022;40;20;50\n").append(name).append(";2023;60;30;50\n");
    }
    text.append("Hamar;2022;40;21;50\n");
    text.append("Tromsø;2022;40;20;80\n");
    Loaded<Ledger> checked = check(
        text.toString(),
        new Tidying.Said("kommune", "år", List.of("Personer i alt", "Antall personer", "Andel")));
    assertEquals(List.of("W610@13:5"), Texts.places(checked));
  }
}
