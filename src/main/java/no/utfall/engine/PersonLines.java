package no.utfall.engine;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import no.utfall.engine.Question.Measure;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;

/** A text of person rows read once more, line by line, to say where its faults are; nothing of it is kept. */
final class PersonLines {

  private static final int END = -1;

  private final String name;
  private final Path path;
  private final PersonFile.OfText file;
  private final List<Measure> measures;
  private final int[] fieldOf;
  private final Charset charset;

  private final List<ByteArrayOutputStream> fields = new ArrayList<>();
  private int count;
  private int line;
  private int ahead;
  private String fault = "";

  PersonLines(String name, Path path, PersonFile.OfText file, List<Measure> measures) {
    this.name = name;
    this.path = path;
    this.file = file;
    this.measures = measures;
    this.fieldOf = measures.stream()
        .mapToInt(measure -> file.columns().indexOf(measure.column()))
        .toArray();
    this.charset = Charset.forName(file.encoding());
  }

  /** The first faults, in the order of the file. */
  List<Finding> faults(int most) throws IOException {
    List<Finding> found = new ArrayList<>();
    try (InputStream in = open()) {
      line = 1;
      ahead = in.read();
      while (line < file.headerLine() + 1 && ahead != END) {
        restOfLine(in);
      }
      while (ahead != END && found.size() < most) {
        int start = line;
        record(in);
        if (!(count == 1 && fault.isEmpty() && fields.get(0).size() == 0)) {
          check(start, found);
        }
      }
    }
    return found;
  }

  private InputStream open() throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    return file.isPacked()
        ? new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16)
        : in;
  }

  private void restOfLine(InputStream in) throws IOException {
    while (ahead != END && !isLineEnd()) {
      ahead = in.read();
    }
    lineEnd(in);
  }

  private boolean isLineEnd() {
    return ahead == '\n' || ahead == '\r';
  }

  private void lineEnd(InputStream in) throws IOException {
    if (ahead == END) {
      return;
    }
    boolean carriage = ahead == '\r';
    ahead = in.read();
    if (carriage && ahead == '\n') {
      ahead = in.read();
    }
    line++;
  }

  private void record(InputStream in) throws IOException {
    count = 0;
    fault = "";
    do {
      if (count > 0) {
        ahead = in.read();
      }
      field(in);
    } while (ahead == file.delimiter());
    if (!fault.isEmpty()) {
      restOfLine(in);
    } else {
      lineEnd(in);
    }
  }

  private void field(InputStream in) throws IOException {
    if (count == fields.size()) {
      fields.add(new ByteArrayOutputStream());
    }
    ByteArrayOutputStream field = fields.get(Math.min(count, file.columns().size()));
    field.reset();
    count++;
    boolean quoted = ahead == '"';
    if (quoted) {
      quoted(in, field);
    }
    while (ahead != END && ahead != file.delimiter() && !isLineEnd()) {
      if (quoted && fault.isEmpty()) {
        fault = "E205";
      }
      field.write(ahead);
      ahead = in.read();
    }
  }

  private void quoted(InputStream in, ByteArrayOutputStream field) throws IOException {
    ahead = in.read();
    while (ahead != END) {
      if (ahead == '"') {
        ahead = in.read();
        if (ahead != '"') {
          return;
        }
      } else if (isLineEnd()) {
        field.write('\n');
        lineEnd(in);
        continue;
      }
      field.write(ahead);
      ahead = in.read();
    }
    fault = "E203";
  }

  private void check(int start, List<Finding> found) {
    Location place = Location.ofLine(name, start);
    int expected = file.columns().size();
    if (fault.equals("E203")) {
      found.add(error(fault, place, "a quote opens on this line and is never closed", "close it"));
    } else if (fault.equals("E205")) {
      found.add(error(
          fault, place, "text stands after a closing quote", "double quotes inside quoted cells"));
    } else if (count != expected) {
      found.add(error(
          count < expected ? "E201" : "E202",
          place,
          "the row has " + count + " fields, the header " + expected,
          "quote cells that hold the delimiter"));
    } else if (!isText()) {
      found.add(error(
          "E101",
          place,
          "the row has bytes that are not " + file.encoding(),
          "declare --encoding windows-1252, or save the file as UTF-8"));
    } else {
      for (int i = 0; i < measures.size(); i++) {
        String cell = fields.get(fieldOf[i]).toString(charset).strip();
        if (BadCell.isBad(measures.get(i).type(), cell, file)) {
          found.add(
              BadCell.finding(new Location(name, start, fieldOf[i] + 1, 0), measures.get(i), cell));
        }
      }
    }
  }

  private boolean isText() {
    for (ByteArrayOutputStream field : fields.subList(0, count)) {
      try {
        charset.newDecoder().decode(ByteBuffer.wrap(field.toByteArray()));
      } catch (CharacterCodingException e) {
        return false;
      }
    }
    return true;
  }

  private static Finding error(String code, Location place, String message, String fix) {
    return Finding.error(code, place, "", message, fix);
  }
}
