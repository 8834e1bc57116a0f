package no.utfall.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Status;
import no.utfall.figure.TextColumn;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class TablesawTest {

  private final Frame frame = Frame.of(
      TextColumn.of("kommune", "0301", "1103", "4601"),
      NumberColumn.builder("antall")
          .add(12.5)
          .addSuppressed(1, 4)
          .addMissing(Status.NO_UNIT)
          .build());

  @Test
  void codesStayTextAndHiddenIsNotZero() {
    Table table = Tablesaw.table("t", frame);
    assertEquals("0301", table.stringColumn("kommune").get(0));
    assertEquals(12.5, table.doubleColumn("antall").get(0));
    assertEquals(2, table.doubleColumn("antall").countMissing());
    assertEquals("suppressed", table.stringColumn("antall_status").get(1));
  }

  @Test
  void standingComesBack() {
    Frame back = Tablesaw.frame(Tablesaw.table("t", frame));
    assertEquals(frame.names(), back.names());
    assertEquals("0301", back.text("kommune").get(0));
    assertEquals(Status.KNOWN, back.number("antall").status(0));
    assertEquals(Status.SUPPRESSED, back.number("antall").status(1));
    assertEquals(Status.NO_UNIT, back.number("antall").status(2));
  }
}
