package no.utfall.build;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.utfall.problem.Location;
import org.jspecify.annotations.Nullable;

/** What stands in a project file, untyped: the schema says what a text means. */
sealed interface Value {

  Location place();

  /** The same for equal content, wherever it stands and however it is laid out. */
  String canonical();

  /**
   * A text as written.
   *
   * @param plain without quotes
   */
  record Scalar(String text, boolean plain, Location place) implements Value {
    @Override
    public String canonical() {
      return text.length() + ":" + text;
    }
  }

  record Items(List<Value> values, Location place) implements Value {
    public Items {
      values = List.copyOf(values);
    }

    @Override
    public String canonical() {
      return values.stream().map(Value::canonical).collect(Collectors.joining(",", "[", "]"));
    }
  }

  record Entries(Map<String, Entry> entries, Location place) implements Value {
    public Entries {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    @Nullable Value get(String key) {
      Entry entry = entries.get(key);
      return entry == null ? null : entry.value();
    }

    @Override
    public String canonical() {
      return entries.entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .map(e -> e.getKey() + "=" + e.getValue().value().canonical())
          .collect(Collectors.joining(",", "{", "}"));
    }
  }

  /** What was refused and is looked at no further. */
  record Refused(Location place) implements Value {
    @Override
    public String canonical() {
      return "!";
    }
  }

  /** A value with the place and the style of its key. */
  record Entry(Scalar key, Value value) {}
}
