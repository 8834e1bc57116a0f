package no.utfall.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import no.utfall.method.Option;
import no.utfall.render.Format;
import no.utfall.text.Text;
import no.utfall.view.Table;
import org.jspecify.annotations.Nullable;

/** Where a result goes, and in which form: {@code -o} and {@code -f}. */
final class Results {

  static final Option FORMAT = Usage.format(
      Arrays.stream(Format.values()).map(Format::code),
      Text.of(
          "Form: text på skjermen og csv i rør når ikke noe er sagt",
          "Form: text på skjermen og csv i røyr når ikkje noko er sagt",
          "Form: text on a terminal and csv in a pipe when nothing is said"));

  private Results() {}

  static void write(Call call, Table table) throws IOException {
    Format format = format(call);
    toPlace(call, out -> format.write(table, call.language(), out));
  }

  /** {@code -f}, else the ending of {@code -o}, else text on a terminal and CSV in a pipe. */
  static Format format(Call call) {
    String wanted = call.option("format");
    Path output = call.output();
    if (wanted == null && output != null) {
      String name = String.valueOf(output.getFileName());
      wanted = name.substring(name.lastIndexOf('.') + 1);
    }
    Format format = find(wanted);
    if (format != null) {
      return format;
    }
    return output == null && call.console().outIsTerminal() ? Format.TEXT : Format.CSV;
  }

  private static @Nullable Format find(@Nullable String code) {
    return Stream.of(Format.values())
        .filter(format -> format.code().equals(code))
        .findFirst()
        .orElse(null);
  }

  /** Bytes to standard output, or to the file of {@code -o}: the file is old or new, never half. */
  static void toPlace(Call call, Writing writing) throws IOException {
    Path output = call.output();
    if (output == null) {
      writing.to(call.console().out());
      call.console().out().flush();
      return;
    }
    replace(output, writing);
  }

  /** The file has all of these bytes afterwards, or is as it was; who may read and write it stays as it was. */
  static void replace(Path output, byte[] bytes) throws IOException {
    replace(output, out -> out.write(bytes));
  }

  /** As {@link #replace(Path, byte[])}, with bytes that come little by little. */
  static void replace(Path output, Writing writing) throws IOException {
    // not a temporary file of the JDK: nobody else could read what becomes of that
    Path beside = output.resolveSibling(".utfall-" + UUID.randomUUID() + ".tmp");
    try {
      try (OutputStream out = new BufferedOutputStream(
          Files.newOutputStream(beside, StandardOpenOption.CREATE_NEW), 1 << 16)) {
        writing.to(out);
      }
      if (Files.exists(output)) {
        permit(beside, Files.getFileAttributeView(output, PosixFileAttributeView.class));
      }
      Files.move(
          beside, output, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static void permit(Path file, @Nullable PosixFileAttributeView before)
      throws IOException {
    if (before != null) {
      Files.setPosixFilePermissions(file, before.readAttributes().permissions());
    }
  }

  /** Something that writes itself. */
  interface Writing {
    void to(OutputStream out) throws IOException;
  }
}
