package no.utfall.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.utfall.figure.Frame;
import no.utfall.panel.CodeChanges;
import no.utfall.panel.UnitList;
import no.utfall.problem.Finding;
import no.utfall.problem.Loaded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of services, invented here in the shape that their guides give. */
class JsonRowsTest {

  private static final String KOLADA = """
      {"values": [
        {"kpi": "N1", "municipality": "0180", "period": 2022, "values": [
          {"gender": "T", "count": 1, "status": "", "value": 612.5},
          {"gender": "K", "count": 1, "status": "Missing", "value": null}]},
        {"values": [{"gender": "T", "count": 1, "status": "Private", "value": null}],
         "kpi": "N1", "municipality": "0114", "period": 2023},
        {"kpi": "N1", "municipality": "0000", "period": 2022, "values": []}],
       "count": 3%s}
      """;

  private static final String LIST = """
      {"codes": [
        {"code": "A1", "parentCode": null, "level": "1", "name": "Vik", "validFrom": null, "validTo": null,
         "validFromInRequestedRange": "2017-01-01", "validToInRequestedRange": "2020-01-01", "notes": "a\\tb"},
        {"code": "B1", "parentCode": null, "level": "1", "name": "Nes", "validFrom": null, "validTo": null,
         "validFromInRequestedRange": "2020-01-01", "validToInRequestedRange": null, "notes": ""}]}
      """;

  private static final String CHANGES = """
      {"codeChanges": [{"oldCode": "A1", "oldName": "Vik", "oldShortName": "",
        "newCode": "B1", "newName": "Nes", "newShortName": "", "changeOccurred": "2020-01-01"}]}
      """;

  private static Input json(String text) {
    return new Input.OfBytes("f.json", text.getBytes(StandardCharsets.UTF_8));
  }

  private static Loaded<Tidying.Tidy> tidy(String text) {
    return Tidying.of(json(text), Declared.nothing(), Tidying.Said.NOTHING, Limits.DEFAULT);
  }

  private static String column(Frame frame, String name) {
    StringBuilder cells = new StringBuilder();
    for (int row = 0; row < frame.rows(); row++) {
      cells.append(row == 0 ? "" : "|").append(frame.text(name).get(row));
    }
    return cells.toString();
  }

  @Test
  void numbersOfKoladaAreARowAGender() {
    Loaded<Tidying.Tidy> tidied = tidy(KOLADA.formatted(""));
    assertEquals(List.of(), Texts.places(tidied));
    Frame frame = tidied.value().frame();
    assertEquals("0180|0180|0114|0000", column(frame, "unit"));
    assertEquals("municipality|municipality|municipality|country", column(frame, "unit_level"));
    assertEquals("2022|2022|2023|2022", column(frame, "period"));
    assertEquals("N1|N1|N1|N1", column(frame, "indicator"));
    assertEquals("T|K|T|", column(frame, "gender"));
    assertEquals("known|missing|suppressed|missing", column(frame, "status"));
    assertEquals(612.5, frame.number("value").value(0));
  }

  @Test
  void aPageThatIsNotTheLastSaysSo() {
    String more = ", \"next_url\": \"https://example.org/2\"";
    assertEquals(List.of("W106@0:0"), Texts.places(tidy(KOLADA.formatted(more))));
    assertEquals(List.of(), Texts.places(tidy(KOLADA.formatted(", \"next_url\": null"))));
  }

  @Test
  void whatIsKnownOfIndicatorsAndUnitsIsAList() {
    Frame units = tidy("""
        {"values": [{"id": "0180", "title": "Stockholm", "type": "K"},
                    {"id": "0000", "title": "Riket", "type": "L"}], "count": 2}""").value().frame();
    assertEquals("0180|0000", column(units, "unit"));
    assertEquals("Stockholm|Riket", column(units, "unit_name"));
    Frame indicators = tidy("""
        {"values": [{"id": "N1", "title": "Elever", "description": "a, b", "is_divided_by_gender": 1,
                     "operating_area": "Skola", "perspective": "Kvalitet"}], "count": 1}""").value().frame();
    assertEquals("Kvalitet", column(indicators, "perspective"));
  }

  @Test
  void codesOfKlassHoldInTheSpanThatWasAskedFor() {
    Loaded<UnitList> list = CodeTables.list(List.of(json(LIST)), Limits.DEFAULT);
    assertFalse(list.hasErrors(), () -> list.findings().toString());
    assertTrue(list.value().holds("A1", 2019));
    assertFalse(list.value().holds("A1", 2020));
    assertTrue(list.value().holds("B1", 2024));
  }

  @Test
  void changesOfKlassLeadFromCodeToCode() {
    Loaded<CodeChanges> changes = CodeTables.changes(List.of(json(CHANGES)), Limits.DEFAULT);
    assertFalse(changes.hasErrors(), () -> changes.findings().toString());
    assertEquals(
        List.of("B1"), List.copyOf(changes.value().shares("A1", 2019, 2020).keySet()));
    assertEquals("2020-01-01", column(tidy(CHANGES).value().frame(), "year"));
  }

  @Test
  void correspondenceAndVersionAreLists() {
    Frame pairs = tidy("""
        {"correspondenceItems": [{"sourceCode": "03", "sourceName": "Oslo", "sourceShortName": "",
          "targetCode": "0301", "targetName": "Oslo", "targetShortName": "",
          "validFrom": "2020-01-01", "validTo": null}]}""").value().frame();
    assertEquals("03", column(pairs, "from_code"));
    assertEquals("0301", column(pairs, "to_code"));
    Frame version = tidy("""
        {"name": "Inndeling", "validFrom": "2020-01-01", "levels": [{"levelNumber": 1}],
         "classificationItems": [{"code": "01", "parentCode": "", "level": "1", "name": "Vik",
           "shortName": null, "notes": null}]}""").value().frame();
    assertEquals("01", column(version, "unit"));
  }

  @Test
  void membersOfOneNameInTheObjectAndItsPartAreTwoColumns(@TempDir Path folder) throws IOException {
    Path profile = folder.resolve("groups.profile");
    Files.writeString(profile, "form: json-rows\nrows: groups\nlist: yes\n");
    Texts.Say say = new Texts.Say();
    say.profile = profile.toString();
    String text = """
        {"groups": [{"title": "Stor", "members": [{"id": "0180", "deep": {"x": 1}}, {"id": "1480"}],
          "id": "G1"}]}""";
    Reading reading = Ingest.read(json(text), say.done(), Limits.DEFAULT).value();
    assertEquals(List.of("title", "id", "members.id"), reading.frame().names());
    assertEquals("G1|G1", column(reading.frame(), "id"));
    assertEquals("0180|1480", column(reading.frame(), "members.id"));
    assertTrue(
        reading.recognition().evidence().toString().contains("left out: deep"),
        reading.recognition().evidence()::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"codeChanges\": [], \"changeOccurred\": 1}",
        "{\"codeChanges\": [{\"changeOccurred\": }}",
        "{\"codeChanges\": [1, 2], \"changeOccurred\": 1}"
      })
  void whatHoldsNoRowsIsRefused(String text) {
    assertEquals(
        List.of("E118"),
        tidy(text).findings().stream()
            .filter(Finding::isError)
            .map(Finding::code)
            .toList());
  }
}
