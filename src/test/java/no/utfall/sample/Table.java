package no.utfall.sample;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Delimited text. */
final class Table {

  private final String delimiter;
  private final List<String> rows = new ArrayList<>();

  Table(String delimiter) {
    this.delimiter = delimiter;
  }

  void row(Object... cells) {
    rows.add(Arrays.stream(cells).map(String::valueOf).collect(Collectors.joining(delimiter)));
  }

  String text(String lineEnd) {
    return rows.stream().map(r -> r + lineEnd).collect(Collectors.joining());
  }

  byte[] bytes(Charset charset, String lineEnd) {
    return text(lineEnd).getBytes(charset);
  }
}
