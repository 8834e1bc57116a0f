package no.utfall.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import no.utfall.figure.Frame;
import no.utfall.figure.TextColumn;
import no.utfall.problem.Finding;
import no.utfall.problem.Loaded;
import org.junit.jupiter.api.Test;

class NamesTest {

  private static final Frame TABLE = Frame.of(
      TextColumn.of("name", "Alabama", "New  York", "Ås", "Herøy", "Herøy"),
      TextColumn.of("code", "01", "36", "3021", "1515", "1818"));

  @Test
  void namesAreMatchedWithoutCaseSpacesAndAccentForm() {
    Frame frame =
        Frame.of(TextColumn.of("state", "alabama", "NEW YORK ", "A\u030as", "", "alabama"));
    Loaded<Frame> coded = Names.toCodes(frame, "state", TABLE);
    assertEquals(List.of(), coded.findings());
    TextColumn codes = coded.value().text("state");
    assertEquals(List.of("01", "36", "3021", "", "01"), cells(codes));
    assertEquals("alabama", coded.value().text("state_name").get(0));
  }

  @Test
  void unknownAndAmbiguousNamesAreFoundAndKept() {
    Frame frame = Frame.of(TextColumn.of("state", "Albama", "Herøy", "Albama", "Mars"));
    Loaded<Frame> coded = Names.toCodes(frame, "state", TABLE);
    assertEquals(
        List.of("E507", "E512", "E507"),
        coded.findings().stream().map(Finding::code).toList());
    assertTrue(coded.findings().get(0).message().contains("did you mean 'Alabama'"));
    assertEquals(
        List.of("Albama", "Herøy", "Albama", "Mars"), cells(coded.value().text("state")));
    assertEquals(4, coded.value().rows());
  }

  private static List<String> cells(TextColumn column) {
    return java.util.stream.IntStream.range(0, column.size())
        .mapToObj(column::get)
        .toList();
  }
}
