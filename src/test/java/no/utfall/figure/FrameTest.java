package no.utfall.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import no.utfall.problem.Location;
import org.junit.jupiter.api.Test;

class FrameTest {

  private final Frame frame = Frame.of(
      TextColumn.of("unit", "b", "a10", "a2", "a10"), NumberColumn.of("x", 1, 2, Double.NaN, 4));

  @Test
  void groupsStandInNaturalOrderOfTheirKeys() {
    Groups groups = frame.groups(List.of("unit"));
    assertEquals(3, groups.count());
    assertArrayEquals(new int[] {2}, groups.rows()[0]);
    assertArrayEquals(new int[] {1, 3}, groups.rows()[1]);
    assertArrayEquals(new int[] {0}, groups.rows()[2]);
    assertEquals(1, frame.groups(List.of()).count());
  }

  @Test
  void suppressedIsAnIntervalAndNeverZero() {
    NumberColumn column = NumberColumn.builder("n")
        .add(7)
        .addSuppressed(1, 4)
        .flag(Flag.PROVISIONAL)
        .addMissing(Status.NO_UNIT)
        .build();
    assertEquals(new Figure.Known(7), column.figure(0));
    assertEquals(new Figure.Suppressed(1, 4), column.figure(1));
    assertTrue(Double.isNaN(column.value(1)));
    assertTrue(column.has(1, Flag.PROVISIONAL));
    assertEquals(new Figure.Missing(Status.NO_UNIT), column.figure(2));
    NumberColumn turned = column.rows(new int[] {2, 1, 0});
    assertEquals(4, turned.high(1));
    assertTrue(turned.has(1, Flag.PROVISIONAL));
    assertEquals(7, turned.low(2));
  }

  @Test
  void rowsKeepTheirPlaceInTheFile() {
    Frame read = frame.from(new Origin("f.csv", new int[] {2, 3, 4, 5}, Map.of("x", 2)));
    assertEquals("f.csv:4", read.sorted(List.of("unit")).place(0, "x").toString());
    assertEquals(2, read.sorted(List.of("unit")).place(0, "x").field());
  }

  @Test
  void rowsOfSeveralFilesKeepTheirFileAndAColumnIsFoundUnderItsSecondName() {
    Origin one = new Origin("a.csv", new int[] {2, 3}, Map.of("x", 2));
    Origin other = new Origin("b.csv", new int[] {5, 6}, Map.of("x", 4));
    Frame read = frame.from(Origin.joined("?.csv", List.of(one, other))).also("x", "second");
    assertEquals("?.csv", read.file());
    assertEquals(new Location("a.csv", 3, 2, 0), read.place(1, "x"));
    assertEquals(new Location("b.csv", 5, 4, 0), read.place(2, "second"));
    assertEquals(new Location("b.csv", 6, 4, 0), read.rows(new int[] {3}).place(0, "x"));
  }

  @Test
  void columnsOfUnequalLengthOrEqualNameAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> frame.with(NumberColumn.of("y", 1)));
    assertThrows(
        IllegalArgumentException.class,
        () -> Frame.of(TextColumn.of("x", "a"), NumberColumn.of("x", 1)));
  }
}
