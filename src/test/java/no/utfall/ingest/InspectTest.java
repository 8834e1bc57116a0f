package no.utfall.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
}
