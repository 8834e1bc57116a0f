package no.utfall.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.utfall.ReferenceCsv;
import no.utfall.Shared;
import org.junit.jupiter.api.Test;

class RankBiasedOverlapTest {

  @Test
  void everyListOfTheReferenceIsMet() {
    Map<String, Integer> numbers = new HashMap<>();
    List<Map<String, String>> input =
        ReferenceCsv.rows(Shared.require("reference/contrast/rbo_input.csv"));
    int compared = 0;
    for (Map<String, String> row :
        ReferenceCsv.rows(Shared.require("reference/contrast/rbo_expected.csv"))) {
      RankBiasedOverlap overlap = RankBiasedOverlap.of(
          list(input, row.get("case"), "list_s", numbers),
          list(input, row.get("case"), "list_t", numbers));
      double p = ReferenceCsv.number(row.get("p"));
      assertEquals(ReferenceCsv.number(row.get("exact_eq32")), overlap.extrapolated(p), 1e-13);
      compared++;
    }
    assertEquals(28, compared);
  }

  private static int[] list(
      List<Map<String, String>> rows, String name, String column, Map<String, Integer> numbers) {
    return rows.stream()
        .filter(row -> row.get("case").equals(name))
        .map(row -> row.get(column))
        .filter(item -> !item.isEmpty() && !item.equals("NA"))
        .mapToInt(item -> numbers.computeIfAbsent(item, any -> numbers.size()))
        .toArray();
  }

  @Test
  void twoItemsTurnedByHand() {
    // depth 1: 0, depth 2: 1; (1 − p)/p · p² + p² at p = .5: .5 · .5 + .25 — written out: .25 + .25
    RankBiasedOverlap turned = RankBiasedOverlap.of(new int[] {1, 2}, new int[] {2, 1});
    assertEquals(0.5, turned.extrapolated(0.5), 1e-15);
    assertEquals(
        1, RankBiasedOverlap.of(new int[] {3, 1}, new int[] {3, 1}).extrapolated(0.9), 1e-15);
  }
}
