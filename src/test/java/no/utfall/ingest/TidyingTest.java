package no.utfall.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import no.utfall.Shared;
import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.ingest.Texts.Say;
import no.utfall.problem.Finding;
import no.utfall.problem.Ledger;
import no.utfall.problem.Loaded;
import no.utfall.problem.Refusal;
import no.utfall.text.Numerals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TidyingTest {

  private static Loaded<Tidying.Tidy> tidy(Input input, Declared declared) {
    Loaded<Tidying.Tidy> tidied = Tidying.of(input, declared, Tidying.Said.NOTHING, Limits.DEFAULT);
    Ledger ledger = tidied.value().ledger();
    assertEquals(
        ledger.read(),
        ledger.used() + ledger.suppressed() + ledger.duplicated() + ledger.setAside());
    return tidied;
  }

  private static Loaded<Tidying.Tidy> shared(String below, Declared declared) {
    Path path = Shared.require("data/" + below);
    return tidy(new Input.OfFile(String.valueOf(path.getFileName()), path), declared);
  }

  private static Frame text(String text) {
    Loaded<Tidying.Tidy> tidied = tidy(Texts.file(text), Declared.nothing());
    assertFalse(tidied.hasErrors(), () -> tidied.findings().toString());
    return tidied.value().frame();
  }

  private static int count(Frame frame, String column, String cell) {
    TextColumn texts = frame.text(column);
    int n = 0;
    for (int row = 0; row < texts.size(); row++) {
      n += texts.get(row).equals(cell) ? 1 : 0;
    }
    return n;
  }

  private static double sum(Frame frame) {
    NumberColumn value = frame.number("value");
    double sum = 0;
    for (int row = 0; row < value.size(); row++) {
      sum += value.isKnown(row) ? value.value(row) : 0;
    }
    return sum;
  }

  private static String row(Frame frame, int row) {
    List<String> cells = new ArrayList<>();
    for (Column column : frame.columns()) {
      cells.add(
          column instanceof TextColumn text
              ? text.get(row)
              : Numerals.exact(((NumberColumn) column).value(row)));
    }
    return String.join("|", cells);
  }

  /** Counted with Python's csv, gzip and json modules over the files themselves. */
  @ParameterizedTest
  @CsvSource({
    "demo-panel-us/cdc_wonder_mortality_20_64.csv, wonder, 95529, 92117, 0, 180, 0, 3232",
    "demo-panel-us/ehec_data.csv, plain, 1104, 1104, 0, 0, 0, 0",
    "demo-panel-us/kids_HeadStartPriv_realperch.csv, plain, 1020, 1020, 0, 0, 0, 0",
    "demo-panel-us/kids_Medicaid_CHIP.csv, plain, 1020, 969, 0, 51, 0, 0",
    "demo-panel-us/kids_Medicaid_CHIP_realperch.csv, plain, 1020, 969, 0, 51, 0, 0",
    "demo-panel-us/kids_PK12ed_realperch.csv, plain, 1020, 1020, 0, 0, 0, 0",
    "demo-panel-us/kids_pubhealth_realperch.csv, plain, 1020, 1020, 0, 0, 0, 0",
    "eu-eurostat/estat_ilc_di03.csv.gz, eurostat, 537300, 330216, 0, 207084, 0, 0",
    "eu-eurostat/gov_10dd_edpt1.tsv, eurostat, 126440, 51709, 0, 74731, 0, 0",
    "eu-eurostat/teina200.tsv, eurostat, 792, 776, 0, 16, 0, 0",
    "int-owid/OECD Social Spending- Family.csv, owid, 360, 262, 0, 98, 0, 0",
    "int-worldbank/electricity_access_percent.csv, wdi, 15312, 6958, 0, 8354, 0, 0",
    "int-worldbank/gdp_data.csv, wdi, 15312, 11563, 0, 3749, 0, 0",
    "jsonstat/ssb_1106.json, json-stat, 38700, 38520, 0, 0, 180, 0",
    "no-fhi/andel_innvandrere_i_lavinntekt_fhi.csv, fhi, 684, 347, 337, 0, 0, 0",
    "no-fhi/forventet_levealder_etter_utdanning_7_aarig.csv, fhi, 8550, 3598, 2672, 0, 0, 2280",
    "no-fhi/psykiske_plager_ungdom.csv, fhi, 570, 137, 25, 408, 0, 0",
    "no-fhi/selvmord_femaarig.csv, fhi, 1900, 222, 1678, 0, 0, 0",
    "no-imdi/befolkning_botid_2022.csv, imdi, 3105, 2232, 0, 867, 6, 0",
    "no-imdi/bosatt_anmodede.csv, imdi, 137200, 36878, 1343, 65990, 32965, 24",
    "no-klass/csdata_nor_locations_redistricting_municip_2013_b2024.csv, plain, 8508, 8508, 0, 0, 0, 0",
    "no-kostra/2_1_user_payments_hbc_t05065.csv, kostra, 6202, 6017, 0, 181, 0, 0",
    "no-kostra/4_0_nursing_home_beds_2015_18_t11875.csv, kostra, 1920, 1702, 0, 6, 0, 0",
    "no-nav/NA_full_tidsserie_2011-2024.csv, nav, 66518, 65714, 0, 804, 0, 0",
    "no-ssb/SSB_11616_20220427-120901.csv, ssb, 92, 92, 0, 0, 0, 0",
    "no-udir/20220505-1453_Slutta_VGO.csv, udir, 8080, 4882, 1763, 1435, 0, 0",
    "px/example_ine_soria.px, px, 10488, 10488, 0, 0, 0, 0",
    "se-kolada/kolada_values_N03702_grp.csv, kolada, 192, 192, 0, 0, 0, 0",
    "uk-scotland-census/table_2024-07-12_20-33-05.csv, superweb, 90688, 90688, 0, 0, 0, 0",
    "uk-simd/simd2012_data_00410767_plusintervals.csv, plain, 149615, 149057, 0, 558, 0, 0",
    "us-census-saipe/saipe_school_districts_Data.csv, saipe, 39519, 39519, 0, 0, 0, 0"
  })
  void everyExportBecomesOneLongTableWithItsOwnCounts(
      String file,
      String profile,
      int rows,
      int known,
      int suppressed,
      int missing,
      int notApplicable,
      int notCalculated) {
    Loaded<Tidying.Tidy> tidied = shared(file, Declared.nothing());
    assertFalse(tidied.hasErrors(), () -> tidied.findings().toString());
    Frame frame = tidied.value().frame();
    assertEquals(profile, tidied.value().recognition().profile());
    assertEquals(rows, frame.rows());
    assertEquals(known, count(frame, "status", "known"));
    assertEquals(suppressed, count(frame, "status", "suppressed"));
    assertEquals(missing, count(frame, "status", "missing"));
    assertEquals(notApplicable, count(frame, "status", "not-applicable"));
    assertEquals(notCalculated, count(frame, "status", "not-calculated"));
  }

  /** Sums by Python over the files. */
  @ParameterizedTest
  @CsvSource({
    "jsonstat/ssb_1106.json, 48644896",
    "px/example_ine_soria.px, 762064",
    "uk-scotland-census/table_2024-07-12_20-33-05.csv, 10879152",
    "us-census-saipe/saipe_school_districts_Data.csv, 416734921"
  })
  void theNumbersAreTheirs(String file, double sum) {
    assertEquals(sum, sum(shared(file, Declared.nothing()).value().frame()));
  }

  /** Alabama's Autauga County is 01001; the file says 1001. */
  @Test
  void countiesOfTheUnitedStatesGetTheirLeadingZeroBack() {
    Loaded<Tidying.Tidy> tidied =
        shared("demo-panel-us/cdc_wonder_mortality_20_64.csv", Declared.nothing());
    Frame frame = tidied.value().frame();
    assertEquals("01001|Autauga County, AL|2009|Deaths", row(frame, 0).substring(0, 36));
    assertTrue(tidied.value().recognition().evidence().stream()
        .anyMatch(piece -> piece.startsWith("codes of column 'County Code' have 5 digits")));
  }

  /** {@code zcat | grep -oE ' [a-z]+,' | sort | uniq -c} */
  @Test
  void lettersOfEurostatAreFlags() {
    Frame frame =
        shared("eu-eurostat/estat_ilc_di03.csv.gz", Declared.nothing()).value().frame();
    assertEquals(17_820, count(frame, "flags", "break"));
    assertEquals(6_144, count(frame, "flags", "estimated"));
    assertEquals(792, count(frame, "flags", "provisional"));
    assertEquals(12, count(frame, "flags", "unreliable"));
    assertEquals("AL||1995|ilc_di03|country|A|TOTAL|F|MEAN_EI|EUR||missing|", row(frame, 0));
  }

  /** Rows by {@code wc -l} and Python's csv module. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "demo-panel-us/medicaid_expansion_dates.csv | plain | 51 | unit,adopted,implementation_date",
        "no-klass/kommuner_med_endringer_fra2017_til2018.csv | klass | 57 | from_code,from_name,to_code,to_name,year",
        "no-klass/kommuner_med_endringer_fra2018_til2019.csv | klass | 4 | from_code,from_name,to_code,to_name,year",
        "no-klass/kommuner_med_endringer_fra2019_til2020.csv | klass | 313 | from_code,from_name,to_code,to_name,splittes,year",
        "no-klass/ssb_kommune_jan13_jan17_473.csv | klass | 429 | unit,unit_name,parentCode,level,shortName,notes,valid_from,valid_to",
        "no-klass/ssb_kommune_jan17_jan18_536.csv | klass | 427 | unit,unit_name,parentCode,level,shortName,notes,valid_from,valid_to",
        "no-klass/ssb_kommune_jan18_jan19_833.csv | klass | 423 | unit,unit_name,parentCode,level,shortName,notes,valid_from,valid_to",
        "no-klass/ssb_kommune_jan19_jan20_1102.csv | klass | 423 | unit,unit_name,parentCode,level,shortName,notes,valid_from,valid_to",
        "no-klass/ssb_kommune_jan20_1160.csv | klass | 357 | unit,unit_name,parentCode,level,shortName,notes,valid_from,valid_to",
        "no-kostra/2_1_cb_user_payments_hbc_t05065.csv | plain | 1 | var_names,var_labels,value_label,time_period,measured_at,source",
        "no-kostra/4_0_cb_nursing_home_beds_2015_18_t11875.csv | plain | 4 | var_names,var_labels,value_label,time_period,measured_at,source",
        "se-kolada/kolada_kpi_metadata_200.csv | kolada | 200 | id,title,description,is_divided_by_gender,municipality_type,auspice,operating_area,perspective,prel_publication_date,publication_date,publ_period,has_ou_data",
        "se-kolada/kolada_municipality.csv | kolada | 312 | unit,unit_name,type"
      })
  void whatHoldsNoNumbersIsAList(String file, String profile, int rows, String columns) {
    Loaded<Tidying.Tidy> tidied = shared(file, Declared.nothing());
    assertFalse(tidied.hasErrors(), () -> tidied.findings().toString());
    Frame list = tidied.value().frame();
    assertEquals(profile, tidied.value().recognition().profile());
    assertEquals(rows, list.rows());
    assertEquals(columns, String.join(",", list.names()));
    assertEquals(
        profile.equals("plain"),
        tidied.findings().stream().anyMatch(finding -> finding.code().equals("N419")));
  }

  @Test
  void aListOfChangesHasCodesAndNamesOfBothYears() {
    Frame list = shared("no-klass/kommuner_med_endringer_fra2019_til2020.csv", Declared.nothing())
        .value()
        .frame();
    assertEquals("1850|Tysfjord - Divtasvuodna|1875|Hábmer - Hamarøy|1|2020", row(list, 247));
    Frame jump =
        text("kommuner_2017;kommuner_2020\n0101\u00a0-\u00a0Halden;3001\u00a0-\u00a0Halden\n");
    assertEquals(List.of("from_code", "from_name", "to_code", "to_name"), jump.names());
  }

  @Test
  void aCorrespondenceOfKlassIsAList() {
    Frame list = text("""
        "sourceCode","sourceName","sourceShortName","targetCode","targetName","targetShortName","validFrom","validTo"
        "0301","Oslo","","30","Viken","","2020-01-01",""
        """);
    assertEquals("0301|Oslo||30|Viken||2020-01-01|", row(list, 0));
    assertEquals("from_code", list.names().get(0));
    assertEquals("valid_from", list.names().get(6));
  }

  @Test
  void totalsAreToldApartFromUnits() {
    Loaded<Tidying.Tidy> tidied = tidy(Texts.file("""
            "07459: Folkemengde, etter region, statistikkvariabel og år"

            "region";"Personer 2023";"Personer 2024"
            "0 Hele landet";5488984;5550203
            "03 Oslo";709037;717710
            "0301 Oslo";709037;717710
            "1103 Stavanger";146011;148682
            "7777 Ukjent";1;1
            """), Declared.nothing());
    Frame frame = tidied.value().frame();
    assertEquals("0|Hele landet|2023|Personer|country|5488984|known|", row(frame, 0));
    assertEquals(2, count(frame, "unit_level", "county"));
    assertEquals(4, count(frame, "unit_level", "municipality"));
    assertEquals(2, count(frame, "unit_level", ""));
    assertEquals(
        List.of("W521: codes of no known unit: 7777"),
        tidied.findings().stream()
            .filter(finding -> finding.code().equals("W521"))
            .map(finding -> finding.code() + ": " + finding.message())
            .toList());
    Frame one = text("kommune;aar;rate\n0301;2020;1,5\n");
    assertFalse(one.has("unit_level"));
  }

  @Test
  void listsStandUnderOneAnotherAndNotUnderNumbers() {
    Frame one = text("id,title,type\n\"0114\",\"Upplands Väsby\",\"K\"\n");
    Frame other = text("kode;navn\nA;Alfa\n");
    Frame both = Tidying.append(List.of(one, other));
    assertEquals("0114|Upplands Väsby|K", row(both, 0));
    assertEquals("A|Alfa|", row(both, 1));
    Frame numbers = text("kommune;aar;rate\n0301;2020;1,5\n");
    assertThrows(Refusal.class, () -> Tidying.append(List.of(one, numbers)));
  }

  @ParameterizedTest
  @CsvSource({
    "demo-panel-us/State-by-State Spending on Kids.xlsx, E114, --sheet",
    "int-owid/OECD Social Spending- Family.datapackage.json, E117, OECD Social Spending- Family.csv"
  })
  void whatIsNoTableIsRefusedWithTheOption(String file, String code, String option) {
    Loaded<Tidying.Tidy> refused = shared(file, Declared.nothing());
    Finding first =
        refused.findings().stream().filter(Finding::isError).findFirst().orElseThrow();
    assertEquals(code, first.code());
    assertTrue(first.fix().contains(option), first.fix());
    assertEquals(0, refused.value().frame().rows());
  }

  /** By Python over the file and the built-in list: 6 of 218 are missing in a year in which the code holds. */
  @Test
  void aNumberOfAUnitThatDidNotExistIsNotMissing() {
    Frame beds = shared("no-kostra/4_0_nursing_home_beds_2015_18_t11875.csv", Declared.nothing())
        .value()
        .frame();
    assertEquals(212, count(beds, "status", "no-unit"));
    Frame payments = shared("no-kostra/2_1_user_payments_hbc_t05065.csv", Declared.nothing())
        .value()
        .frame();
    assertEquals(4, count(payments, "status", "no-unit"));
    Frame plain = text("kommune;aar;rate\n5054;2017;\n5054;2018;1,5\n");
    assertEquals("missing", plain.text("status").get(0));
  }

  /** The fault of the file as it stands without its name: a header, and one sign that is no number. */
  @Test
  void theOptionThatIsNamedHelps() {
    Input beds = Texts.file("enhet;aar;rate\n01;2020;1,5\n02;2020;NA\n");
    Finding first = tidy(beds, Declared.nothing()).findings().stream()
        .filter(Finding::isError)
        .findFirst()
        .orElseThrow();
    assertTrue(first.fix().contains("--missing NA"), first.fix());
    Say say = new Say();
    say.missing = List.of("NA");
    assertEquals(1, count(tidy(beds, say.done()).value().frame(), "status", "missing"));
  }

  @Test
  void eurostatKeysAreTakenApartAndConfidentialIsSuppressed() {
    Frame frame = text("""
        freq,unit,geo\\TIME_PERIOD\t2020 \t2021-Q1 \t2022 \n\
        A,PC,NO\t1.234 bp\t: c\t: \n\
        A,PC,EL\t: u\t5 d\t7 e\n""");
    assertEquals("NO||2020|value|A|PC|1.234|known|provisional break", row(frame, 0));
    assertEquals("NO||2021-Q1|value|A|PC||suppressed|", row(frame, 1));
    assertEquals("NO||2022|value|A|PC||missing|", row(frame, 2));
    assertEquals("EL||2020|value|A|PC||missing|unreliable", row(frame, 3));
    assertEquals("EL||2021-Q1|value|A|PC|5|known|", row(frame, 4));
    assertEquals("EL||2022|value|A|PC|7|known|estimated", row(frame, 5));
  }

  @Test
  void sdmxCsvOneIsReadWithItsFlagsAndConfidentiality() {
    Frame frame = text("""
        DATAFLOW,LAST UPDATE,freq,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS
        ESTAT:TEINA200(1.0),22/05/26 11:00:00,A,MIO_EUR,AT,2020,-4078.7,b,
        ESTAT:TEINA200(1.0),22/05/26 11:00:00,A,MIO_EUR,AT,2021,,,C
        ESTAT:TEINA200(1.0),22/05/26 11:00:00,A,MIO_EUR,AT,2022,12,pe,
        """);
    assertEquals("AT||2020|TEINA200|A|MIO_EUR|-4078.7|known|break", row(frame, 0));
    assertEquals("AT||2021|TEINA200|A|MIO_EUR||suppressed|", row(frame, 1));
    assertEquals("AT||2022|TEINA200|A|MIO_EUR|12|known|provisional estimated", row(frame, 2));
  }

  @Test
  void sdmxCsvTwoLeavesDeletedRowsOutAndKeepsLabels() {
    Loaded<Tidying.Tidy> tidied = tidy(Texts.file("""
        STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,Reference area,TIME_PERIOD,OBS_VALUE,OBS_STATUS
        DATAFLOW,OECD.SDD.TPS:DSD_X@DF_Y(1.0),I,NOR,Norway,2020,NaN,Q
        DATAFLOW,OECD.SDD.TPS:DSD_X@DF_Y(1.0),I,NOR,Norway,2021,3.5,A
        DATAFLOW,OECD.SDD.TPS:DSD_X@DF_Y(1.0),D,NOR,Norway,2022,4.5,A
        """), Declared.nothing());
    Frame frame = tidied.value().frame();
    assertEquals(2, frame.rows());
    assertEquals("NOR|Norway|2020|DSD_X@DF_Y||suppressed|", row(frame, 0));
    assertEquals("NOR|Norway|2021|DSD_X@DF_Y|3.5|known|", row(frame, 1));
    assertEquals(1, tidied.value().ledger().setAside());
    assertTrue(tidied.findings().stream().anyMatch(f -> f.code().equals("N214")));
    assertEquals(List.of("STRUCTURE", "ACTION", "OBS_STATUS"), tidied.value().left());
    assertTrue(tidied.findings().stream().anyMatch(f -> f.code().equals("N418")));
  }

  @Test
  void fingertipsNotesHideNumbers() {
    Frame frame = text("""
        Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,Sex,Age,\
        Category Type,Category,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Count,\
        Denominator,Value note,Time period Sortable
        108,Deaths,E1,X,E06,Hartlepool,UA,Male,<75 yrs,,,2017 - 19,,,,,,\
        Value suppressed for disclosure control due to small count,20170000
        108,Deaths,E1,X,E07,Leeds,UA,Male,<75 yrs,,,2017 - 19,12.5,11,14,90,7200,,20170000
        """);
    assertEquals(10, frame.rows());
    assertEquals(5, count(frame, "status", "suppressed"));
    assertEquals("E06|Hartlepool|2017 - 19|Deaths|Value", row(frame, 0).substring(0, 37));
    assertEquals(5, count(frame, "measure", "Value") + count(frame, "measure", "Count") + 1);
  }

  @Test
  void jsonStatTwoIsReadWithObjectsAndLists() {
    String two = """
        {"version":"2.0","class":"dataset","label":"T","id":["geo","time","s"],"size":[2,2,1],
         "role":{"time":["time"],"geo":["geo"]},
         "value":{"0":1.5,"3":4},"status":{"1":":","2":"c","3":"b"},
         "dimension":{"geo":{"category":{"index":["0301","1103"],"label":{"0301":"Oslo","1103":"Stavanger"}}},
           "time":{"category":{"index":{"2021":1,"2020":0}}},
           "s":{"category":{"label":{"T":"I alt"}}}}}
        """;
    Frame frame = text(two);
    assertEquals("0301|Oslo|2020|T|T|I alt|1.5|known|", row(frame, 0));
    assertEquals("0301|Oslo|2021|T|T|I alt||suppressed|", row(frame, 1));
    assertEquals("1103|Stavanger|2020|T|T|I alt||suppressed|", row(frame, 2));
    assertEquals("1103|Stavanger|2021|T|T|I alt|4|known|break", row(frame, 3));
  }

  /** As the guide of the public-health institute's service shows it: no roles, periods of one year, one status for all. */
  @Test
  void jsonStatOfTheHealthInstituteIsReadWithoutRoles() {
    Loaded<Tidying.Tidy> tidied = tidy(Texts.file("""
        {"class":"dataset","version":"2.0","href":null,"label":"Vekst","updated":"2024-01-01","source":null,
         "id":["GEO","AAR","KJONN","ALDER","MEASURE_TYPE"],"size":[2,2,1,1,1],"role":null,
         "dimension":{
           "GEO":{"label":"Geografi","category":{"index":["0","03"],"label":{"0":"Hele landet","03":"Oslo"}}},
           "AAR":{"label":"År","category":{"index":["2011_2015","2021_2021"],"label":{"2011_2015":"2011-2015","2021_2021":"2021"}}},
           "KJONN":{"label":"Kjønn","category":{"index":["0"],"label":{"0":"Kjønn samlet"}}},
           "ALDER":{"label":"Alder","category":{"index":["0_120"],"label":{"0_120":"Alle aldre"}}},
           "MEASURE_TYPE":{"label":"Måltall","category":{"index":["TELLER"],"label":{"TELLER":"antall"}}}},
         "value":[10,11,1.5,null],"status":""}
        """), Declared.nothing());
    assertFalse(tidied.hasErrors(), () -> tidied.findings().toString());
    Frame frame = tidied.value().frame();
    assertEquals(
        "0|Hele landet|2011_2015|TELLER|2011-2015|0|Kjønn samlet|0_120|Alle aldre|antall|10|known|",
        row(frame, 0));
    assertEquals("03", frame.text("unit").get(2));
    assertEquals("missing", frame.text("status").get(3));
  }

  /** The form of the World Bank's example: identifier and name in one cell, in the header too. */
  @Test
  void sdmxCsvOneWithLabelsIsTakenApart() {
    Frame frame = text("""
        DATAFLOW,REF_AREA: Reference Area,INDICATOR: Indicator,FREQ: Frequency,TIME_PERIOD: Time,OBS_VALUE: Value
        WB:GCI(1.0): Index,GHA: Ghana,GCI: Competitiveness,A: Annual,2008,102
        WB:GCI(1.0): Index,GHA: Ghana,GCI: Competitiveness,A: Annual,2009,114
        """);
    assertEquals("GHA", frame.text("unit").get(0));
    assertEquals("Ghana", frame.text("unit_name").get(0));
    assertEquals("2009", frame.text("period").get(1));
    assertEquals(114, frame.number("value").value(1));
  }

  @Test
  void cubesOfTheHealthInstituteSayByFlagWhyANumberIsNotThere() {
    Loaded<Tidying.Tidy> tidied = tidy(Texts.file("""
        GEO;AAR;KJONN;ALDER;TELLER;MEIS;SPVFLAGG
        0;2018_2022;0;0_74;12000;240,5;0
        0301;2018_2022;0;0_74;;;3
        1835;2018_2022;0;0_74;;;1
        1836;2018_2022;0;0_74;;;2
        """), Declared.nothing());
    assertFalse(tidied.hasErrors(), () -> tidied.findings().toString());
    assertEquals("fhi", tidied.value().recognition().profile());
    Frame frame = tidied.value().frame();
    assertEquals("0||2018_2022|MEIS|country|0|0_74|240.5|known|", row(frame, 1));
    assertEquals("0301||2018_2022|TELLER|municipality|0|0_74||suppressed|", row(frame, 2));
    assertEquals("1835||2018_2022|TELLER|municipality|0|0_74||missing|", row(frame, 4));
    assertEquals("1836||2018_2022|TELLER|municipality|0|0_74||not-calculated|", row(frame, 6));
  }

  @Test
  void labelsOfTheHealthInstituteWithSemicolonsMayHaveDecimalCommas() {
    Frame frame = text("""
        "Geografi";"År";"Kjønn";"Måltall";"value";"flag"
        "Hele landet";"2023";"kjønn samlet";"andel (prosent)";"11,2";"0"
        "Oslo";"2023";"kjønn samlet";"andel (prosent)";"";"3"
        """);
    assertEquals("Hele landet||2023|andel (prosent)|kjønn samlet|11.2|known|", row(frame, 0));
    assertEquals("Oslo||2023|andel (prosent)|kjønn samlet||suppressed|", row(frame, 1));
  }

  @Test
  void dataBankWritesPeriodsTwiceAndEndsWithItsSource() {
    Loaded<Tidying.Tidy> tidied = tidy(Texts.file("""
        Country Name,Country Code,Series Name,Series Code,2019 [YR2019],2020 [YR2020]
        Norway,NOR,GINI index,SI.POV.GINI,27.7,27.0
        Sweden,SWE,GINI index,SI.POV.GINI,29.3,..
        ,,,,,
        "","","","","",""
        Data from database: World Development Indicators,,,,,
        Last Updated: 05/30/2024,,,,,
        """), Declared.nothing());
    assertFalse(tidied.hasErrors(), () -> tidied.findings().toString());
    Frame frame = tidied.value().frame();
    assertEquals("wdi", tidied.value().recognition().profile());
    assertEquals(4, frame.rows());
    assertEquals("NOR|Norway|2020|GINI index|SI.POV.GINI|27|known|", row(frame, 1));
    assertEquals("SWE|Sweden|2020|GINI index|SI.POV.GINI||missing|", row(frame, 3));
    assertEquals(2, tidied.value().ledger().read());
  }

  @Test
  void countyRankingsHaveALineOfLabelsAboveTheirNames() {
    Frame frame = text("""
        State FIPS Code,County FIPS Code,5-digit FIPS Code,State Abbreviation,Name,Release Year,Poor Health raw value
        statecode,countycode,fipscode,state,county,year,v002_rawvalue
        00,000,00000,US,United States,2023,0.12
        01,000,01000,AL,Alabama,2023,0.183
        01,001,01001,AL,Autauga County,2023,
        """);
    assertEquals(
        "00000|United States|2023|v002_rawvalue|country|00|000|US|0.12|known|", row(frame, 0));
    assertEquals(
        "01001|Autauga County|2023|v002_rawvalue|county|01|001|AL||missing|", row(frame, 2));
  }

  @Test
  void danishFinnishAndAmericanTablesOfOneRowANumberAreRecognised() {
    Frame danish = text("""
        OMRÅDE;KØN;ALDER;TID;INDHOLD
        København;Mænd;I alt;2024K1;323456
        Frederiksberg;Mænd;I alt;2024K1;..
        """);
    assertEquals("København||2024K1|INDHOLD|Mænd|I alt|323456|known|", row(danish, 0));
    assertEquals("Frederiksberg||2024K1|INDHOLD|Mænd|I alt||missing|", row(danish, 1));
    Frame finnish = text("""
        "indicator";"region";"year";"gender";"value";"absolute"
        "4";"Helsinki";"2021";"total";"12,3";"8123"
        "4";"Espoo";"2021";"total";"10,1";"3021"
        """);
    assertEquals("Helsinki||2021|4|value|total|12.3|known|", row(finnish, 0));
    assertEquals("Helsinki||2021|4|absolute|total|8123|known|", row(finnish, 1));
    Frame american = text("""
        LocationType,Location,TimeFrame,DataFormat,Data
        State,Alabama,2021,Percent,0.222
        State,Alaska,2021,Percent,N.A.
        State,Wyoming,2021,Number,S
        State,Utah,2021,Number,LNE
        """);
    assertEquals("Alabama||2021|Data|State|Percent|0.222|known|", row(american, 0));
    assertEquals(1, count(american, "status", "missing"));
    assertEquals(1, count(american, "status", "suppressed"));
    assertEquals(1, count(american, "status", "not-calculated"));
  }

  @Test
  void ofSeveralColumnsOfAreasTheFinestIsTheUnitAndItsNameIsTold() {
    Frame frame = text("""
        fylke;kommune;kommunenr;aar;indikator;verdi
        Oslo;Oslo;0301;2023;barn;12,5
        Rogaland;Stavanger;1103;2023;barn;13,5
        Rogaland;Sandnes;1108;2023;barn;14,5
        """);
    assertEquals("1103|Stavanger|2023|barn|Rogaland|13.5|known|", row(frame, 1));
  }

  @Test
  void aPxFileSaysWhatItsNumbersAreAndTheUnitIsNotTheFirstVariable() {
    Frame frame = text("""
        CHARSET="ANSI";
        AXIS-VERSION="2013";
        CODEPAGE="utf-8";
        MATRIX="x";
        SUBJECT-AREA="Population";
        CONTENTS="Population";
        STUB="sex","region";
        HEADING="year";
        VALUES("sex")="Males","Females";
        CODES("sex")="1","2";
        VALUES("region")="Oslo","Bergen";
        CODES("region")="0301","4601";
        VALUES("year")="2022";
        DATA=
        1 2
        3 4;
        """);
    assertEquals("0301|Oslo|2022|Population|1|Males|1|known|", row(frame, 0));
    assertEquals("4601|Bergen|2022|Population|2|Females|4|known|", row(frame, 3));
  }

  @Test
  void rowsOfJsonAreReadAsAnArrayAndOneALine() {
    for (String json : List.of(
        "[{\"kommune\":\"0301\",\"aar\":2023,\"antall\":5},\n {\"kommune\":\"1103\",\"aar\":2023,\"antall\":null}]\n",
        "{\"kommune\":\"0301\",\"aar\":2023,\"antall\":5}\n{\"kommune\":\"1103\",\"aar\":2023,\"antall\":null}\n")) {
      Frame frame = text(json);
      assertEquals("0301||2023|antall|5|known|", row(frame, 0));
      assertEquals("1103||2023|antall||missing|", row(frame, 1));
    }
    assertEquals(
        List.of("E506@2:1"),
        Texts.places(Texts.check(Texts.file("""
            [{"kommune":301,"aar":2023,"antall":5},
             {"kommune":"1103","aar":2023,"antall":7}]
            """), null, Tidying.Said.NOTHING, null)));
  }

  /** Header and rows as the open-data portal of a city region passes them on. */
  @Test
  void fingertipsOfTodayHasFurtherColumns() {
    Loaded<Tidying.Tidy> tidied = tidy(Texts.file("""
        Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,Sex,Age,\
        Category Type,Category,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Lower CI 99.8 limit,\
        Upper CI 99.8 limit,Count,Denominator,Value note,Recent Trend,Compared to England value or percentiles,\
        Column not used,Time period Sortable,New data,Compared to goal,Time period range
        90312,Records with code,E92000001,England,E06000006,Halton,UA,Persons,All ages,,,2006/07,98.2,,,,,2180.0,2220.0,,,Not compared,Not compared,20060000,,,1y
        90312,Records with code,E92000001,England,E08000011,Knowsley,UA,Persons,All ages,,,2006/07,,,,,,,,Value suppressed for disclosure control reasons,,Not compared,Not compared,20060000,,,1y
        """), Declared.nothing());
    assertFalse(tidied.hasErrors(), () -> tidied.findings().toString());
    Frame frame = tidied.value().frame();
    assertEquals("fingertips", tidied.value().recognition().profile());
    assertEquals("2006/07", frame.text("period").get(0));
    assertEquals(98.2, frame.number("value").value(0));
    assertEquals(7, count(frame, "status", "suppressed"));
    assertFalse(frame.names().contains("Column not used"));
  }

  @Test
  void signsThatLookLikeNumbersAreNone() {
    Say say = new Say();
    say.missing = List.of("-9", "999");
    Frame frame = tidy(
            Texts.file("kommune;aar;n\n0301;2022;5\n0301;2023;-9\n1103;2022;999\n"), say.done())
        .value()
        .frame();
    assertEquals(2, count(frame, "status", "missing"));
    assertEquals(5, sum(frame));
  }

  @Test
  void jsonStatThatDoesNotAddUpIsRefused() {
    String wrong = """
        {"class":"dataset","id":["a"],"size":[2],"value":[1,2,3],
         "dimension":{"a":{"category":{"index":["x","y"]}}}}
        """;
    Loaded<Tidying.Tidy> refused = tidy(Texts.file(wrong), Declared.nothing());
    assertEquals("E118", refused.findings().get(0).code());
    Loaded<Tidying.Tidy> cut = tidy(Texts.file(wrong.substring(0, 60) + "}"), Declared.nothing());
    assertTrue(cut.hasErrors());
  }

  @Test
  void pxTellsItsCodesSignsAndEncoding() {
    String px = """
        CHARSET="ANSI";
        AXIS-VERSION="2010";
        CODEPAGE="iso-8859-1";
        TITLE="Døde "
        "etter kommune";
        TITLE[en]="Deaths";
        STUB="kommune";
        HEADING="år";
        VALUES("kommune")="Træna","Bø";
        CODES("kommune")="1835","1867";
        VALUES("år")="2020","2021","2022";
        TIMEVAL("år")=TLIST(A1),"2020","2021","2022";
        DATASYMBOL1=":";
        DATA=
        1 "." ".."
        2.5 "-" 4;
        """;
    Loaded<Tidying.Tidy> tidied = tidy(
        new Input.OfBytes("t.px", px.getBytes(Charset.forName("ISO-8859-1"))), Declared.nothing());
    assertFalse(tidied.hasErrors(), () -> tidied.findings().toString());
    Frame frame = tidied.value().frame();
    assertTrue(tidied.value().recognition().evidence().contains("title: Døde etter kommune"));
    assertEquals("1835|Træna|2020|value|1|known|", row(frame, 0));
    assertEquals("1835|Træna|2021|value||suppressed|", row(frame, 1));
    assertEquals("1835|Træna|2022|value||missing|", row(frame, 2));
    assertEquals("1867|Bø|2021|value|0|known|", row(frame, 4));
  }

  private static Loaded<Tidying.Tidy> keyed(String rows) {
    return tidy(Texts.file("""
        CHARSET="ANSI";
        MATRIX="T";
        STUB="kommune","kjønn";
        HEADING="år";
        VALUES("kommune")="Træna","Bø";
        CODES("kommune")="1835","1867";
        VALUES("kjønn")="Kvinner","Menn";
        VALUES("år")="2020","2021";
        TIMEVAL("år")=TLIST(A1),"2020","2021";
        KEYS("kommune")=CODES;
        KEYS("kjønn")=VALUES;
        DATA=
        """ + rows), Declared.nothing());
  }

  /** Statistics Sweden's description of the format: rows that hold zeros only are not written. */
  @Test
  void pxByKeysHasZerosWhereNoRowIs() {
    Frame frame =
        keyed("\"1867\",\"Menn\",3 \"..\"\n\"1835\",\"Kvinner\",1 2;").value().frame();
    assertEquals("1835|Træna|2020|value|Kvinner|1|known|", row(frame, 0));
    assertEquals("1835|Træna|2021|value|Kvinner|2|known|", row(frame, 1));
    assertEquals("1835|Træna|2020|value|Menn|0|known|", row(frame, 2));
    assertEquals("1867|Bø|2020|value|Menn|3|known|", row(frame, 6));
    assertEquals("1867|Bø|2021|value|Menn||missing|", row(frame, 7));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"1835\",\"Kvinner\",1;",
        "\"9999\",\"Kvinner\",1 2;",
        "\"1835\",\"Kvinner\",1 2 \"1835\",\"Kvinner\",1 2;"
      })
  void pxByKeysThatDoNotFitIsRefused(String rows) {
    assertEquals("E118", keyed(rows).findings().get(0).code());
  }

  @Test
  void statBankThroughASpreadsheetKeepsItsMergedHeader() {
    String text = "\uFEFF07459: Folkemengde, etter region, år og kjønn;;;;\n;;;;\n"
        + ";Menn;;Kvinner;\nregion;2022;2023;2022;2023\n0301 Oslo;1;2;:;4\n1103 Stavanger;5;6;-;..\n";
    Frame frame = text(text.replace("\\\uFEFF", "\uFEFF"));
    assertEquals(8, frame.rows());
    assertEquals("0301|Oslo|2022|Kvinner||suppressed|", row(frame, 0));
    assertEquals("0301|Oslo|2022|Menn|1|known|", row(frame, 1));
    assertEquals(1, count(frame, "status", "suppressed"));
    assertEquals(1, count(frame, "status", "missing"));
  }

  @Test
  void severalFilesAppendAndKeepEveryDimension() {
    Frame one = text("kommune;aar;kjønn;rate\n0301;2020;K;1,5\n");
    Frame two = text("kommune;aar;alder;rate\n1103;2021;18-29;2,5\n");
    Frame both = Tidying.append(List.of(one, two));
    assertEquals("0301||2020|rate|K||1.5|known|", row(both, 0));
    assertEquals("1103||2021|rate||18-29|2.5|known|", row(both, 1));
  }

  @Test
  void whatTheUserNamesGoesBeforeTheProposal() {
    Input input = Texts.file("sted;når;a;b\nx;1;2;3\ny;2;4;5\n");
    Loaded<Tidying.Tidy> tidied = Tidying.of(
        input, Declared.nothing(), new Tidying.Said("sted", "når", List.of("b")), Limits.DEFAULT);
    assertEquals("x||1|b|2|3|known|", row(tidied.value().frame(), 0));
    Loaded<Tidying.Tidy> wrong = Tidying.of(
        input, Declared.nothing(), new Tidying.Said("stad", null, List.of()), Limits.DEFAULT);
    assertTrue(wrong.findings().stream().anyMatch(f -> f.code().equals("E304")));
  }

  @Test
  void theBytesOfAProfileOfTheUserAreData(@TempDir Path folder) throws IOException {
    Path profile = folder.resolve("mine.profile");
    Files.writeString(profile, """
        # ours
        title: Our own
        delimiter: |
        decimal: ,
        suppressed: x 1 4
        letter: p => provisional
        role: ^sted$ => unit
        """, StandardCharsets.UTF_8);
    Say say = new Say();
    say.profile = profile.toString();
    Frame frame = tidy(Texts.file("sted|år|n\n01|2020|1,5 p\n02|2020|x\n"), say.done())
        .value()
        .frame();
    assertEquals("01||2020|n|1.5|known|provisional", row(frame, 0));
    assertEquals("suppressed", frame.text("status").get(1));
    Files.writeString(profile, "titel: x\n");
    Refusal refusal = assertThrows(Refusal.class, () -> tidy(Texts.file("a;b\n1;2\n"), say.done()));
    assertEquals("E113", refusal.findings().get(0).code());
    assertTrue(refusal.findings().get(0).message().contains("did you mean 'title'"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "split: (",
        "split: ([0-9]+)",
        "code: [0-9]+",
        "key-column: x",
        "low: [",
        "encoding-from: CHARSET=.*",
        "evidence: 0 x => y",
        "evidence: 13 x => y",
        "evidence: line x => y",
        "role: ( => unit"
      })
  void aProfileThatCannotBeUsedIsRefusedAtItsLine(String line, @TempDir Path folder)
      throws IOException {
    Path profile = folder.resolve("own.profile");
    Files.writeString(profile, "title: Our own\n" + line + "\n");
    Say say = new Say();
    say.profile = profile.toString();
    Refusal refusal = assertThrows(Refusal.class, () -> tidy(Texts.file("a;b\n1;2\n"), say.done()));
    assertEquals("E113", refusal.findings().get(0).code());
    assertEquals(2, refusal.findings().get(0).place().line());
  }

  @Test
  void aNewNameMayHoldTheGroupsOfItsPatternAndNoOthers(@TempDir Path folder) throws IOException {
    Path profile = folder.resolve("own.profile");
    Say say = new Say();
    say.profile = profile.toString();
    Files.writeString(profile, "rename: n|(n+)_x\nrename-to: antall $1\n");
    Frame frame = tidy(Texts.file("kommune,nn_x\n0301,5\n"), say.done()).value().frame();
    assertEquals("0301|||antall nn|5|known|", row(frame, 0));
    for (String name : List.of("$2", "a$", "$x")) {
      Files.writeString(profile, "rename: n|(n+)_x\nrename-to: " + name + "\n");
      Refusal refusal =
          assertThrows(Refusal.class, () -> tidy(Texts.file("a;b\n1;2\n"), say.done()));
      assertEquals("E113", refusal.findings().get(0).code());
      assertEquals(2, refusal.findings().get(0).place().line());
    }
  }

  /** Every name a column comes to have in the long table is that of one column; the place is that of the second. */
  @ParameterizedTest
  @CsvSource({
    "region;Folk;Folk 2020;Folk 2021|0301;1;2;3, E301@1:2",
    "region;Folk 2020;Folk 2021;2020 Folk;2021 Folk|0301;1;2;3;4, E301@1:4 E301@1:5",
    "region;2020;2021;value|0301;2;3;5, E301@1:4",
    "region;year;x 2020;x 2021|0301;2010;2;3, E310@1:2"
  })
  void twoColumnsThatWouldHaveOneNameAreRefused(String text, String findings) {
    Loaded<Tidying.Tidy> tidied =
        tidy(Texts.file(text.replace('|', '\n') + "\n"), Declared.nothing());
    assertEquals(List.of(findings.split(" ")), Texts.places(tidied));
    assertTrue(tidied.findings().stream().noneMatch(f -> f.fix().isEmpty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unit,unit,geo\\time\t2020 \t2021 \nA,B,NO\t1 \t2 \n",
        "unit,geo\\time\t2020 \t2021 \tunit\nA,NO\t1 \t2 \tB\n"
      })
  void joinedNamesThatHoldOneTwiceAreRefused(String text) {
    assertEquals(List.of("E301@1:1"), Texts.places(tidy(Texts.file(text), Declared.nothing())));
  }

  @Test
  void noDimensionTakesThePlaceOfAnother() {
    Frame frame = text("region;unit;unit_;x\n0301;a;b;3\n");
    assertEquals("a", frame.text("unit__").get(0));
    assertEquals("b", frame.text("unit_").get(0));
  }

  /** 2011-12 alone is a month; beside 2012-13 it is a school year. */
  @Test
  void schoolYearsInTheHeaderAreToldFromMonths() {
    assertEquals(
        "2011/12", text("region;n 2011-12;n 2012-13\n0301;1;2\n").text("period").get(0));
    assertEquals(
        "2011-11", text("region;n 2011-11;n 2011-12\n0301;1;2\n").text("period").get(0));
  }
}
