package no.utfall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InProcessTest {

  @TempDir
  Path folder;

  @Test
  void argumentsThatNameFilesAreMadeAbsolute() throws IOException {
    Files.writeString(folder.resolve("in.csv"), "a\n");
    Files.createDirectory(folder.resolve("unit"));
    assertEquals(
        List.of(
            "dsr",
            "" + folder.resolve("in.csv"),
            "--by",
            "unit",
            "--standard=" + folder.resolve("in.csv"),
            "-",
            "-o",
            "" + folder.resolve("out.csv"),
            "--count",
            "",
            "--note",
            "\u0000"),
        InProcess.absolute(
            folder,
            List.of(
                "dsr",
                "in.csv",
                "--by",
                "unit",
                "--standard=in.csv",
                "-",
                "-o",
                "out.csv",
                "--count",
                "",
                "--note",
                "\u0000")));
  }
}
