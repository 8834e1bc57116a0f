package no.utfall.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import no.utfall.catalog.Catalog;
import no.utfall.problem.Finding;
import no.utfall.problem.GatheredFindings;
import no.utfall.problem.Ledger;
import no.utfall.problem.Loaded;
import no.utfall.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns of a source whose names are those the program gives, or those of one another. */
class SourceNamesTest {

  private static Loaded<Project> project(Path root, String columns) throws IOException {
    Files.createDirectories(root.resolve("data"));
    Files.writeString(
        root.resolve("data/deficit.tsv"),
        "unit,geo\\time\t2020 \t2021 \nMIO_EUR,NO\t1 \t2 \nPC_GDP,NO\t3 \t: \n");
    Files.writeString(root.resolve("utfall.yaml"), """
        utfall: 1
        project: {id: names, title: {en: Names}, languages: [en]}
        units: {level: country}
        sources:
          deficit:
            path: data/deficit.tsv
            profile: eurostat
            columns:
        """ + columns.indent(6));
    return ProjectFile.read(root.resolve("utfall.yaml"), Catalog::method);
  }

  private static Build.Checkup checked(Project project) {
    try (GatheredFindings found = new GatheredFindings()) {
      return Build.check(
          project, Catalog::method, new Build.Options(1, "0.1.0", () -> 0L), found, null);
    }
  }

  @Test
  void aColumnOfGroupsMayBeNamedUnit(@TempDir Path root) throws IOException {
    Loaded<Project> project = project(root, """
        unit: {role: group}
        geo: {role: unit}
        "{year}": {role: value}
        """);
    Build.Checkup checkup = checked(project.value());
    assertEquals(Optional.empty(), checkup.fault());
    assertEquals(2, checkup.ledgers().get(0).used());
  }

  @Test
  void gatheredColumnsCannotHaveTheNameOfAnother(@TempDir Path root) throws IOException {
    String columns = """
        unit: {role: group}
        geo: {role: unit}
        value: {role: value}
        "{year}": {role: value}
        """;
    Refusal refusal = assertThrows(Refusal.class, () -> project(root, columns));
    assertEquals(List.of("E301"), refusal.findings().stream().map(Finding::code).toList());
    assertTrue(refusal.findings().get(0).place().line() > 8);
  }

  /** Of 4 rows one lies outside the periods altogether, one is hidden and outside, one has a year within. */
  @Test
  void rowsOutsideTheProjectAreSetAsideInTheLedger(@TempDir Path root) throws IOException {
    Files.writeString(
        root.resolve("n.csv"), "k;y;n\n0301;2019;1\n1103;2020;2\n0301;2018;:\n1103;2019;\n");
    Files.writeString(root.resolve("utfall.yaml"), """
        utfall: 1
        project: {id: names, title: {en: Names}, languages: [en]}
        units: {level: kommune}
        periods: {from: 2020, to: 2020, type: year}
        sources:
          n: {path: n.csv, columns: {k: {role: unit}, y: {role: period}, n: {role: count}}}
        """);
    Build.Checkup checkup =
        checked(ProjectFile.read(root.resolve("utfall.yaml"), Catalog::method).value());
    assertEquals(List.of(new Ledger("n.csv", 4, 1, 0, 0, 3, 0, 0, 0)), checkup.ledgers());
  }
}
