package no.utfall.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.utfall.catalog.Catalog;
import no.utfall.problem.Fault;
import no.utfall.problem.Refusal;
import org.junit.jupiter.api.Test;

class GraphTest {

  private static Node node(String id, String... needs) {
    return new Node(id, Node.Kind.INDICATOR, List.of(needs), List.of(), "");
  }

  private static List<String> ids(List<Node> nodes) {
    return nodes.stream().map(Node::id).toList();
  }

  @Test
  void whatIsNeededComesFirstAndTheRestAsGiven() {
    assertEquals(
        List.of("s", "b", "a", "c"),
        ids(Graph.order(
            List.of(node("s"), node("a", "b"), node("b", "s"), node("c", "a", "s")), Map.of())));
  }

  @Test
  void nodesThatNeedOneAnotherInACircleAreRefusedByName() {
    Refusal refusal = assertThrows(
        Refusal.class,
        () -> Graph.order(
            List.of(node("x"), node("a", "b"), node("b", "c"), node("c", "a")), Map.of()));
    assertEquals(Fault.PROJECT_FILE, refusal.fault());
    assertEquals(
        "nodes need one another in a circle: a needs b needs c needs a", refusal.getMessage());
  }

  @Test
  void whatIsNotThereIsRefused() {
    assertEquals(
        "'a' needs 'q', which is not there",
        assertThrows(Refusal.class, () -> Graph.order(List.of(node("a", "q")), Map.of()))
            .getMessage());
  }

  @Test
  void aProjectGoesFromSourcesToReports() {
    Project project = ProjectFile.parse(
            Path.of("/p"), "utfall.yaml", Starter.files().get("utfall.yaml"), Catalog::method)
        .value();
    List<String> ids = ids(Graph.of(project).nodes());
    assertEquals(
        List.of(
            "source:young",
            "source:money",
            "intervention:guide",
            "indicator:outside",
            "indicator:spending",
            "analysis:effect_guide",
            "table:main",
            "chart:trend",
            "chart:effect",
            "report:page"),
        ids);
  }

  @Test
  void aMethodThatIsNotHereMakesNoNode() {
    String text = """
        utfall: 1
        project: {id: p}
        indicators: {i: {method: composite, value: s.v}}
        sources: {s: {path: a.csv, columns: {v: {role: value}}}}
        analyses: {e: {method: contrast, input: s.v}}
        """;
    Project project = ProjectFile.parse(
            Path.of("/p"),
            "utfall.yaml",
            text.getBytes(StandardCharsets.UTF_8),
            id -> Optional.empty())
        .value();
    assertTrue(ids(Graph.of(project).nodes()).stream().noneMatch(id -> id.equals("analysis:e")));
    assertTrue(ids(Graph.of(project).nodes()).stream().noneMatch(id -> id.equals("indicator:i")));
  }
}
