package no.utfall.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.TimeZone;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.text.Language;
import no.utfall.view.Table;
import org.junit.jupiter.api.Test;

class WorkbookZoneTest {

  @Test
  void aWorkbookIsTheSameInEveryTimeZone() throws IOException {
    TimeZone zone = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
      byte[] here = workbook();
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
      assertArrayEquals(here, workbook());
    } finally {
      TimeZone.setDefault(zone);
    }
  }

  private static byte[] workbook() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Frame frame = Frame.of(TextColumn.of("kommune", "0301"), NumberColumn.of("antall", 12));
    Format.XLSX.write(Table.plain("t", frame), Language.NB, out);
    return out.toByteArray();
  }
}
