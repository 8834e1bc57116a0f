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
  void theUserSaysWhatTheColumnsAre() {
    Loaded<Ledger> checked =
        check("knr;year;n\n0301;2020;5\n301;2020;6\n1103;20;7\n0301;2020;8\n1103;2021;a\n", SAID);
    assertEquals(List.of("E506@3:1", "E503@4:2", "E501@5:1", "E408@6:3"), Texts.places(checked));
    assertEquals(1, checked.value().used());
    assertTrue(note(checked).contains("not checked: series, shares and totals"));
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
  void aFileOfNobodyIsCheckedForStructureAndToldWhatItsColumnsCouldBe() {
    Loaded<Ledger> checked = check("knr;year;n\n0301;2020;5\n9998;2020;6\n", Tidying.Said.NOTHING);
    assertEquals(List.of(), Texts.places(checked));
    assertTrue(note(checked).endsWith("--unit knr --period year --value n"), () -> note(checked));
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
}
