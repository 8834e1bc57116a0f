package no.utfall.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.utfall.Shared;
import no.utfall.figure.Frame;
import no.utfall.problem.Finding;
import no.utfall.problem.Loaded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Frictionless descriptors beside a file: used where they fit, told where they do not. */
class DescriptorTest {

  private static final String TABLE =
      "kommune;aar;utenfor;andel\n0301;2022;*;12,5\n0301;2023;-9;13,5\n1103;2022;7;1,5\n";

  @TempDir
  Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static Loaded<Tidying.Tidy> tidy(Path path) {
    return Tidying.of(
        new Input.OfFile(String.valueOf(path.getFileName()), path),
        Declared.nothing(),
        Tidying.Said.NOTHING,
        Limits.DEFAULT);
  }

  private static List<String> told(Loaded<Tidying.Tidy> tidied) {
    return tidied.findings().stream()
        .filter(finding -> finding.code().equals("W420"))
        .map(Finding::message)
        .toList();
  }

  private Loaded<Tidying.Tidy> withSchema(String schema) throws IOException {
    file("a.schema.json", schema);
    return tidy(file("a.csv", TABLE));
  }

  @Test
  void rolesSignsLevelsAndUnitsOfOursAreUsed() throws IOException {
    Loaded<Tidying.Tidy> tidied = withSchema("""
        {"fields": [
          {"name": "kommune", "type": "string", "utfall:role": "unit"},
          {"name": "aar", "type": "year"},
          {"name": "utenfor", "type": "integer", "utfall:level": "outcome", "utfall:unit": "persons"},
          {"name": "andel", "type": "number", "decimalChar": ","}],
         "missingValues": [{"value": "-9", "label": "refused"}, ""],
         "utfall:status": {"*": {"status": "suppressed", "low": 1, "high": 4}},
         "primaryKey": ["kommune", "aar"]}
        """);
    assertFalse(tidied.hasErrors(), () -> tidied.findings().toString());
    assertEquals(List.of(), told(tidied));
    Frame frame = tidied.value().frame();
    assertEquals("suppressed", frame.text("status").get(0));
    assertEquals(1, frame.number("low").value(0));
    assertEquals(4, frame.number("high").value(0));
    assertEquals("missing", frame.text("status").get(2));
    assertEquals(new Measure("outcome", "persons"), tidied.value().measures().get("utenfor"));
    assertTrue(tidied.value().recognition().evidence().contains("metadata: a.schema.json"));
  }

  /** Without its metadata the same file is refused, since nothing explains the star. */
  @Test
  void withoutMetadataNothingIsGuessed() throws IOException {
    assertTrue(tidy(file("a.csv", TABLE)).hasErrors());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'name':'utenfor','constraints':{'maximum':5}} | is at most 5; 1 cell is not, such as 7",
        "{'name':'utenfor','constraints':{'minimum':8}} | is at least 8; 1 cell is not",
        "{'name':'andel','type':'integer'} | holds whole numbers; 12.5 is none",
        "{'name':'aar','type':'date'} | 'aar' is date; 3 cells are not, such as '2022'",
        "{'name':'kommune','constraints':{'unique':true}} | identify a row; lines 2 and 3",
        "{'name':'kommune','constraints':{'enum':['0301']}} | does not list '1103'",
        "{'name':'fylke','type':'string'} | names columns that the file does not have: fylke",
        "{'name':'andel','type':'figure'} | which Table Schema does not have",
        "{'name':'andel','utfall:role':'rate'} | the role 'rate', which is none of",
        "{'name':'andel','utfall:level':'effect'} | the level 'effect', which is none of",
        "{'name':'andel','title':'Share (%)','unit':'transistors per chip'} | speaks of percent beside it"
      })
  void whatDoesNotFitIsToldAndTheFileStands(String field, String message) throws IOException {
    Loaded<Tidying.Tidy> tidied = withSchema("{\"fieldsMatch\": \"subset\", \"fields\": ["
        + field.replace('\'', '"') + "], \"missingValues\": [\"*\", \"-9\"]}");
    assertFalse(tidied.hasErrors(), () -> tidied.findings().toString());
    assertEquals(1, told(tidied).size(), () -> told(tidied).toString());
    assertTrue(told(tidied).get(0).contains(message), told(tidied).get(0));
    assertEquals(6, tidied.value().frame().rows());
  }

  @Test
  void columnsAreComparedAsTheMatchSays() throws IOException {
    String fields =
        "\"missingValues\": [\"*\", \"-9\"], \"fields\": [{\"name\": \"aar\"}, {\"name\": \"kommune\"},"
            + " {\"name\": \"utenfor\"}, {\"name\": \"andel\"}]}";
    assertEquals(
        List.of("a.schema.json has the columns in another order than the file"),
        told(withSchema("{" + fields)));
    assertEquals(List.of(), told(withSchema("{\"fieldsMatch\": \"equal\", " + fields)));
  }

  @Test
  void metadataThatMakeAFileUnreadableAreLeftOut() throws IOException {
    file(
        "datapackage.json",
        "{\"resources\": [{\"path\": \"b.csv\", \"encoding\": \"utf-8\", \"dialect\": {\"delimiter\": \"|\"}}]}");
    Loaded<Tidying.Tidy> tidied = tidy(file("b.csv", "kommune;aar;n\n0301;2022;5\n"));
    assertFalse(tidied.hasErrors(), () -> tidied.findings().toString());
    assertEquals(1, tidied.value().frame().rows());
    assertTrue(
        told(tidied).get(0).contains("datapackage.json cannot be right"),
        told(tidied).get(0));
  }

  @Test
  void sizeAndHashTellAnotherVersionOfTheFile() throws IOException {
    String resource = "{\"resources\": [{\"path\": \"b.csv\", %s}]}";
    Path csv = file("b.csv", "kommune;aar;n\n0301;2022;5\n");
    file("datapackage.json", resource.formatted("\"bytes\": 99"));
    assertTrue(told(tidy(csv)).get(0).contains("a file of 99 bytes, and this one has 26"));
    // md5sum, sha256sum
    file("datapackage.json", resource.formatted("\"hash\": \"d41d8cd98f00b204e9800998ecf8427e\""));
    assertTrue(told(tidy(csv)).get(0).contains("the hash differs"));
    file("datapackage.json", resource.formatted("\"bytes\": 26, \"hash\": \"sha256:" + SHA + "\""));
    assertEquals(List.of(), told(tidy(csv)));
  }

  private static final String SHA =
      "3bd75d0e9c3640a5cbccb927aeda5e75fed170abfec0a5409760d8621f73cf01";

  @Test
  void whatIsNoJsonOrTooDeepIsTold() throws IOException {
    Path csv = file("b.csv", "kommune;aar;n\n0301;2022;5\n");
    file("b.schema.json", "{\"fields\": [");
    assertTrue(told(tidy(csv)).get(0).contains("b.schema.json is not JSON"));
    file("b.schema.json", "{\"fields\": " + "[".repeat(100) + "]".repeat(100) + "}");
    assertTrue(
        told(tidy(csv)).get(0).contains("nested too deep"), told(tidy(csv)).toString());
  }

  @Test
  void aPackageOfOtherFilesSaysNothing() throws IOException {
    file("datapackage.json", "{\"resources\": [{\"path\": \"other.csv\", \"bytes\": 1}]}");
    assertEquals(List.of(), told(tidy(file("b.csv", "kommune;aar;n\n0301;2022;5\n"))));
  }

  @Test
  void theUnitOfTheRealFileIsNotBelieved() {
    Path path = Shared.require("data/int-owid/OECD Social Spending- Family.csv");
    Loaded<Tidying.Tidy> tidied = tidy(path);
    assertEquals(1, told(tidied).size());
    assertTrue(told(tidied).get(0).contains("transistors per chip"));
    assertEquals(360, tidied.value().frame().rows());
  }

  /** The long table is read back as it was written, limits and flags too. */
  @Test
  void theLongTableIsItsOwnFormat() throws IOException {
    Path csv = file("t.csv", """
        unit,unit_name,period,indicator,kjønn,value,status,flags,low,high
        0301,Oslo,2022,antall,K,,suppressed,,1,4
        0301,Oslo,2022,antall,M,5,known,provisional break,,
        1103,Stavanger,2022,antall,K,,no-unit,,,
        1103,Stavanger,2022,antall,M,,not-applicable,,,
        """);
    Loaded<Tidying.Tidy> tidied = tidy(csv);
    Frame frame = tidied.value().frame();
    assertEquals("utfall", tidied.value().recognition().profile());
    assertEquals(
        "suppressed known no-unit not-applicable",
        String.join(
            " ",
            frame.text("status").get(0),
            frame.text("status").get(1),
            frame.text("status").get(2),
            frame.text("status").get(3)));
    assertEquals("provisional break", frame.text("flags").get(1));
    assertEquals(4, frame.number("high").value(0));
    assertEquals("K", frame.text("kjønn").get(0));
    assertEquals(1, tidied.value().ledger().suppressed());
  }
}
