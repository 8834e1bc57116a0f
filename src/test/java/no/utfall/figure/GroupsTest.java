package no.utfall.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import no.utfall.text.Order;
import org.junit.jupiter.api.Test;

class GroupsTest {

  /** Few keys have a place each; 3 000 by 3 000 keys on 20 000 rows have not. */
  @Test
  void groupsAreThoseOfASortedMapWhateverTheNumberOfKeys() {
    Random random = new Random(20_241_122);
    for (int levels : new int[] {3, 100, 3_000}) {
      List<String> a = new ArrayList<>();
      List<String> b = new ArrayList<>();
      TreeMap<String, TreeMap<String, List<Integer>>> wanted = new TreeMap<>(Order.NATURAL);
      for (int row = 0; row < 20_000; row++) {
        a.add(String.format("%04d", random.nextInt(levels)));
        b.add("b" + random.nextInt(levels));
        wanted
            .computeIfAbsent(a.get(row), key -> new TreeMap<>(Order.NATURAL))
            .computeIfAbsent(b.get(row), key -> new ArrayList<>())
            .add(row);
      }
      List<List<Integer>> expected =
          wanted.values().stream().flatMap(inner -> inner.values().stream()).toList();
      Groups groups =
          Frame.of(TextColumn.of("a", a), TextColumn.of("b", b)).groups(List.of("a", "b"));
      List<List<Integer>> found = new ArrayList<>();
      for (int[] rows : groups.rows()) {
        found.add(Arrays.stream(rows).boxed().toList());
      }
      assertEquals(expected, found);
      for (int g = 0; g < groups.count(); g++) {
        assertEquals(expected.get(g).get(0), groups.first(g));
      }
    }
  }

  @Test
  void noRowsAreNoGroupsAndNoKeysAreOne() {
    Frame empty = Frame.of(TextColumn.of("a"));
    assertEquals(0, empty.groups(List.of("a")).count());
    assertEquals(1, Frame.of(TextColumn.of("a", "x", "y")).groups(List.of()).count());
  }

  @Test
  void textsAreKeptOnceHoweverMany() {
    TextColumn.Builder builder = TextColumn.builder("a");
    for (int i = 0; i < 5_000; i++) {
      builder.add(String.valueOf(i % 1_234));
    }
    TextColumn column = builder.build();
    assertEquals(1_234, column.levels());
    for (int i = 0; i < 5_000; i++) {
      assertEquals(String.valueOf(i % 1_234), column.get(i));
      assertEquals(i % 1_234, column.code(i));
    }
  }
}
