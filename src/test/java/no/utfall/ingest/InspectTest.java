package no.utfall.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import no.utfall.figure.Frame;
import no.utfall.problem.Loaded;
import org.junit.jupiter.api.Test;

class InspectTest {

  @Test
  void rolesAndSignsAreProposedAndWrittenAsASourceBlock() {
    String text = """
        kommune;navn;aar;kjønn;antall;rate
        0301;Oslo;2023;K;120;16,9
        1103;Stavanger;2023;M;:;..
        """;
    Loaded<Inspection> loaded = Inspect.of(Texts.file(text), Limits.DEFAULT);
    Frame columns = loaded.value().columns();
    assertEquals(
        List.of("unit", "unit-name", "period", "sex", "count", "value"),
        IntStream.range(0, 6).mapToObj(columns.text("role")::get).toList());
    assertEquals(": 1", columns.text("signs").get(4));
    assertEquals(0.5, columns.number("numeric_share").value(4));
    assertEquals(120, columns.number("max").value(4));
    assertEquals("2023", columns.text("first").get(2));
    assertEquals("""
          f:
            path: f.csv
            delimiter: ";"
            decimal: ","
            columns:
              kommune: {role: unit}
              navn: {role: unit-name}
              aar: {role: period}
              "kjønn": {role: sex}
              antall: {role: count}
              rate: {role: value}
        """, loaded.value().sourceBlock());
  }

  @Test
  void yearsInTheHeaderAreProposedAsOneWideColumn() {
    String text = "state;1997;1998\nAlabama;1,5;2,5\nAlaska;3,5;\n";
    Inspection seen = Inspect.of(Texts.file(text), Limits.DEFAULT).value();
    assertEquals("value", seen.wide().get("{year}"));
    assertTrue(seen.sourceBlock().contains("\"{year}\": {role: value}"), seen.sourceBlock());
  }

  @Test
  void codesWithLeadingZerosAreNeverProposedAsNumbers() {
    String text = "district;n\n00190;1\n00005;2\n";
    Frame columns = Inspect.of(Texts.file(text), Limits.DEFAULT).value().columns();
    assertEquals("group", columns.text("role").get(0));
    assertEquals("text", columns.text("type").get(0));
  }

  private static String outline(String text) {
    return Inspect.of(Texts.file(text), Limits.DEFAULT).value().outline().toString();
  }

  @Test
  void unitsTheirLevelPeriodsAndGapsAreTold() {
    assertEquals(
        "{units=2 in 'kommune', level=not known from the codes, periods=2019 to 2022, 3 in all; without 2021,"
            + " gaps=2 of 6 pairs of unit and period have no row; 2 units lack some: 0301, 1103}",
        outline("kommune;aar;n\n0301;2019;1\n0301;2020;1\n1103;2019;1\n1103;2022;1\n"));
    assertEquals(
        "{units=1 in 'kommune', level=not known from the codes,"
            + " periods=2011-2015 to 2012-2016, 2 in all; they overlap: no differences between neighbours,"
            + " gaps=none: every unit has a row in every period}",
        outline("kommune;aar;n\n0301;2011-2015;1\n0301;2012-2016;1\n"));
    assertEquals(
        "{units=1 in 'state', level=not known from the codes, periods=1997 to 1998, 2 in all}",
        outline("state;1997;1998\nAlabama;1,5;2,5\n"));
  }

  @Test
  void theKindOfCodesIsToldWhereNearlyAllAreOfIt() {
    String codes = outline("geo;n\nNO081;1\nNO082;2\nNO09;3\nNO;4\nEU27_2020;5\n");
    assertTrue(
        codes.contains("the codes look like NUTS codes (1 aggregate, 1 country, 1 nuts2, 2 nuts3)"),
        codes);
    assertTrue(outline("code;n\nABW;1\nALB;2\nNOR;3\nSWE;4\nZWE;5\n").contains("not known from"));
  }

  @Test
  void whatIsNotReadHasNoTable() {
    assertFalse(Inspect.of(Texts.file(""), Limits.DEFAULT).value().isTable());
  }
}
