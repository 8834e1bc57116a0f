package no.utfall.build;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * YAML 1.2 to {@link Value}s, from parser events: nothing is typed, constructed or expanded. Tabs in indentation,
 * duplicate keys, anchors, aliases, merge keys, tags and several documents are findings; reading goes on past them.
 */
final class Yaml {

  static final int MAX_BYTES = 1 << 20;
  private static final int MAX_DEPTH = 20;

  private final String file;
  private final List<String> lines;
  private final List<Finding> findings = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private final List<String> anchors = new ArrayList<>();
  private boolean tabbed;
  private @Nullable Value root;

  private Yaml(String file, String text) {
    this.file = file;
    this.lines = text.lines().toList();
  }

  /** A file as far as it could be read; without a root when nothing could. */
  record Reading(Optional<Value> root, List<String> lines, List<Finding> findings) {
    Reading {
      lines = List.copyOf(lines);
      findings = List.copyOf(findings);
    }
  }

  /** A collection that is being filled. */
  private static final class Open {
    final Location place;
    final boolean mapping;
    final boolean refused;
    final List<Value> items = new ArrayList<>();
    final Map<String, Value.Entry> entries = new LinkedHashMap<>();

    @Nullable Value key;

    Open(Location place, boolean mapping, boolean refused) {
      this.place = place;
      this.mapping = mapping;
      this.refused = refused;
    }

    Value close() {
      if (refused) {
        return new Value.Refused(place);
      }
      return mapping ? new Value.Entries(entries, place) : new Value.Items(items, place);
    }
  }

  static Reading read(String file, byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      return refused(
          "E804",
          new Location(file, 1, 1, 1),
          "a project file is at most 1 MiB; this one has " + bytes.length + " bytes",
          "move tables into data files");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    if (StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError()) {
      String start = out.flip().toString();
      return refused(
          "E101",
          placeAfter(file, start),
          String.format(Locale.ROOT, "byte 0x%02X is not UTF-8", in.get(in.position())),
          "save the file as UTF-8");
    }
    String text = out.flip().toString();
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    Yaml yaml = new Yaml(file, text);
    yaml.parse(yaml.withoutTabs(text));
    return new Reading(Optional.ofNullable(yaml.root), yaml.lines, yaml.findings);
  }

  /** The place of the character that follows. */
  private static Location placeAfter(String file, String before) {
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    int column = 1 + before.codePointCount(before.lastIndexOf('\n') + 1, before.length());
    return new Location(file, line, 1, column);
  }

  private static Reading refused(String code, Location place, String message, String fix) {
    return new Reading(
        Optional.empty(), List.of(), List.of(Finding.error(code, place, "", message, fix)));
  }

  /** Each leading tab is a finding and read as a space, so that columns stay and the rest can be checked. */
  private String withoutTabs(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int line = 1;
    boolean leading = true;
    boolean told = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        line++;
        leading = true;
        told = false;
      } else if (c == '\t' && leading) {
        if (!told && !lines.get(line - 1).isBlank()) {
          error(
              "E801",
              new Location(file, line, 1, i - text.lastIndexOf('\n', i)),
              "",
              "tab in indentation; use spaces",
              "replace the tab by two spaces");
          told = true;
          tabbed = true;
        }
        c = ' ';
      } else if (c != ' ' && c != '\r') {
        leading = false;
      }
      out.append(c);
    }
    return out.toString();
  }

  private void parse(String text) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(file).setUseMarks(true).build();
    int documents = 0;
    try {
      for (Event event : new Parse(settings).parseString(text)) {
        if (event instanceof DocumentStartEvent && ++documents > 1) {
          error(
              "E800",
              place(event),
              "",
              "a second document starts here",
              "keep one document a file");
          return;
        }
        if (open.size() > MAX_DEPTH) {
          error("E804", place(event), "", "nested deeper than " + MAX_DEPTH + " levels", "");
          root = null;
          return;
        }
        take(event);
      }
    } catch (MarkedYamlEngineException e) {
      if (tabbed) {
        return; // most likely the tab that is told already
      }
      Location where = e.getProblemMark().map(this::place).orElse(Location.ofFile(file));
      error(
          "E800",
          where,
          "",
          "not YAML: " + oneLine(e.getProblem()),
          "mend the line, or quote the text");
    } catch (ReaderException e) {
      int at = text.codePoints()
          .takeWhile(StreamReader::isPrintable)
          .map(Character::charCount)
          .sum();
      error(
          "E800",
          placeAfter(file, text.substring(0, at)),
          "",
          String.format(Locale.ROOT, "not YAML: the control character U+%04X", e.getCodePoint()),
          "remove it");
    } catch (YamlEngineException e) {
      error("E800", Location.ofFile(file), "", "not YAML: " + oneLine(e.getMessage()), "");
    }
  }

  private static String oneLine(@Nullable String message) {
    return message == null ? "cannot be read" : message.strip().replaceAll("\\s+", " ");
  }

  private void take(Event event) {
    switch (event.getEventId()) {
      case MappingStart, SequenceStart ->
        open.push(new Open(
            place(event),
            event.getEventId() == Event.ID.MappingStart,
            isRefused((CollectionStartEvent) event, ((CollectionStartEvent) event).getTag())));
      case MappingEnd, SequenceEnd -> put(open.pop().close());
      case Scalar -> {
        ScalarEvent scalar = (ScalarEvent) event;
        boolean refused = isRefused(scalar, scalar.getTag());
        put(
            refused
                ? new Value.Refused(place(event))
                : new Value.Scalar(scalar.getValue(), scalar.isPlain(), place(event)));
      }
      case Alias -> {
        String name = ((AliasEvent) event).getAlias().getValue();
        if (!anchors.contains(name)) {
          error(
              "E804",
              place(event),
              "*" + name,
              "anchors and aliases are not allowed in a project file",
              "write the value out");
        }
        put(new Value.Refused(place(event)));
      }
      default -> {}
    }
  }

  private boolean isRefused(NodeEvent event, Optional<String> tag) {
    Optional<Anchor> anchor = event.getAnchor();
    if (anchor.isPresent()) {
      String name = anchor.get().getValue();
      anchors.add(name);
      error(
          "E804",
          place(event),
          "&" + name,
          "anchors and aliases are not allowed in a project file",
          "write the value out where it is needed");
    }
    if (tag.isPresent()) {
      String shown = tag.get().replaceFirst("^tag:yaml\\.org,2002:", "!!");
      error(
          "E806",
          place(event),
          shown,
          "YAML tags are not allowed ('" + shown + "')",
          "remove the tag; the schema knows the type");
    }
    return tag.isPresent();
  }

  private void put(Value value) {
    Open into = open.peek();
    if (into == null) {
      root = value;
    } else if (!into.mapping) {
      into.items.add(value);
    } else if (into.key == null) {
      into.key = value;
    } else {
      putEntry(into, into.key, value);
      into.key = null;
    }
  }

  private void putEntry(Open into, Value key, Value value) {
    if (!(key instanceof Value.Scalar name)) {
      if (!(key instanceof Value.Refused)) {
        error("E808", key.place(), "", "a key must be a text", "write a word before the colon");
      }
      return;
    }
    if (name.text().equals("<<") && name.plain()) {
      error(
          "E804",
          name.place(),
          "<<",
          "merge keys are not allowed in a project file",
          "write the keys out");
      return;
    }
    Value.Entry before = into.entries.get(name.text());
    if (before != null) {
      error(
          "E803",
          name.place(),
          name.text(),
          "key '" + name.text() + "' already given on line "
              + before.key().place().line(),
          "keep one of the two");
      return;
    }
    into.entries.put(name.text(), new Value.Entry(name, value));
  }

  private Location place(Event event) {
    return event.getStartMark().map(this::place).orElse(Location.ofFile(file));
  }

  private Location place(Mark mark) {
    return new Location(file, mark.getLine() + 1, 1, mark.getColumn() + 1);
  }

  private void error(String code, Location place, String value, String message, String fix) {
    findings.add(Finding.error(code, place, value, message, fix));
  }
}
