package no.utfall.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import no.utfall.problem.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesInFileTest {

  private static final String TEXT = "navn;n\næ;1\n\"a\nb\";2\nccc;3\n";

  @TempDir
  Path folder;

  private PlacesInFile places(Path file) throws IOException {
    Files.writeString(file, TEXT);
    return new PlacesInFile(
        Reader.open(new Input.OfFile("f.csv", file), Declared.nothing(), Limits.DEFAULT));
  }

  @Test
  void fieldsAreFoundInAnyOrder() throws IOException {
    PlacesInFile places = places(folder.resolve("f.csv"));
    assertEquals("f.csv:5:5", places.of(5, 2).toString());
    assertEquals("f.csv:2:3", places.of(2, 2).toString());
    assertEquals("f.csv:4:4", places.of(3, 2).toString());
    assertEquals("f.csv:3:1", places.of(3, 1).toString());
    assertEquals(new Location("f.csv", 2, 7, 0), places.of(2, 7));
    assertEquals(new Location("f.csv", 9, 1, 0), places.of(9, 1));
    assertEquals(new Location("f.csv", 2, 0, 0), places.of(2, 0));
  }

  @Test
  void aTextForgottenIsReadAgainUnlessItIsAnother() throws IOException {
    Path file = folder.resolve("f.csv");
    PlacesInFile places = places(file);
    places.forget();
    assertEquals("f.csv:5:5", places.of(5, 2).toString());
    Files.writeString(file, TEXT + "d;4\n");
    places.forget();
    assertEquals(new Location("f.csv", 5, 2, 0), places.of(5, 2));
    Files.delete(file);
    places.forget();
    assertEquals(new Location("f.csv", 5, 2, 0), places.of(5, 2));
  }
}
