package no.utfall.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import no.utfall.build.Shape.Kind;
import no.utfall.method.Method;
import no.utfall.method.Option;
import no.utfall.panel.Period;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
import no.utfall.text.Nearest;

/** Holds values against the schema; every deviation is a finding. */
final class SchemaCheck {

  private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{N}_-]*");
  private static final Pattern LEADING_ZERO = Pattern.compile("0[0-9]+");
  private static final Pattern BYTES = Pattern.compile("[0-9]{1,12}(B|KiB|MiB|GiB)?");
  private static final Pattern NUMBER = Pattern.compile("[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)");
  private static final Pattern RESERVED =
      Pattern.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]", Pattern.CASE_INSENSITIVE);
  private static final Set<Kind> AS_WRITTEN = Set.of(Kind.TEXT, Kind.CODE, Kind.PERIOD);

  private final Function<String, Optional<Method>> methods;
  private final List<Finding> findings = new ArrayList<>();

  SchemaCheck(Function<String, Optional<Method>> methods) {
    this.methods = methods;
  }

  List<Finding> findings() {
    return findings;
  }

  void check(Shape shape, Value value, String what, Location keyPlace) {
    if (value instanceof Value.Refused) {
      return;
    }
    if (value instanceof Value.Scalar scalar && scalar.text().isEmpty() && scalar.plain()) {
      error(
          "E808",
          keyPlace,
          "",
          "'" + what + "' has no value",
          "give it " + describe(shape) + ", or remove the key");
      return;
    }
    if (shape instanceof Shape.Word word) {
      checkWord(word, value, what);
    } else if (shape instanceof Shape.ListOf list) {
      checkList(list, value, what);
    } else if (shape instanceof Shape.MapOf map) {
      checkMap(map, value, what);
    } else if (shape instanceof Shape.Either either) {
      check(value instanceof Value.Scalar ? either.brief() : either.full(), value, what, keyPlace);
    } else if (shape instanceof Shape.Group group) {
      checkGroup(group, value, what, keyPlace);
    }
  }

  private void checkList(Shape.ListOf list, Value value, String what) {
    if (!(value instanceof Value.Items items)) {
      wrongType(value, what, list);
      return;
    }
    items.values().forEach(item -> check(list.item(), item, what, item.place()));
  }

  private void checkMap(Shape.MapOf map, Value value, String what) {
    if (!(value instanceof Value.Entries entries)) {
      wrongType(value, what, map);
      return;
    }
    entries.entries().forEach((name, entry) -> {
      checkWord(Shape.word(map.names()), entry.key(), what);
      check(map.value(), entry.value(), what + "." + name, entry.key().place());
    });
  }

  private void checkGroup(Shape.Group group, Value value, String what, Location keyPlace) {
    if (!(value instanceof Value.Entries entries)) {
      wrongType(value, what, group);
      return;
    }
    List<Option> options = optionsOf(group, entries);
    List<String> known = new ArrayList<>(group.names());
    options.forEach(option -> known.add(option.name()));
    entries.entries().forEach((name, entry) -> {
      Optional<Shape.Key> key = group.key(name);
      String path = what.isEmpty() ? name : what + "." + name;
      if (key.isPresent()) {
        check(key.get().shape(), entry.value(), path, entry.key().place());
      } else if (known.contains(name) || (group.open() && !methodIsHere(entries))) {
        checkOption(entry.value(), path);
      } else {
        error(
            "E802",
            entry.key().place(),
            name,
            "unknown key '" + name + "'" + didYouMean(name, known),
            "known here: " + String.join(" ", known));
      }
    });
    for (Shape.Key key : group.keys()) {
      if (key.required() && !entries.entries().containsKey(key.name())) {
        error(
            "E809",
            keyPlace,
            key.name(),
            what.isEmpty()
                ? "the key '" + key.name() + "' is missing"
                : "'" + what + "' needs the key '" + key.name() + "'",
            key.name() + ": " + describe(key.shape()));
      }
    }
  }

  private List<Option> optionsOf(Shape.Group group, Value.Entries entries) {
    if (group.open() && entries.get("method") instanceof Value.Scalar method) {
      return methods.apply(method.text()).map(m -> m.card().options()).orElse(List.of());
    }
    return List.of();
  }

  /** Without a method, or with one this program has, the keys are known and can be held against the list. */
  private boolean methodIsHere(Value.Entries entries) {
    return !(entries.get("method") instanceof Value.Scalar method)
        || !Schema.METHODS.contains(method.text())
        || methods.apply(method.text()).isPresent();
  }

  private void checkOption(Value value, String what) {
    if (value instanceof Value.Items items) {
      items.values().forEach(item -> checkOptionWord(item, what));
    } else {
      checkOptionWord(value, what);
    }
  }

  private void checkOptionWord(Value value, String what) {
    if (value instanceof Value.Scalar) {
      checkWord(Shape.word(Kind.TEXT), value, what);
    } else if (!(value instanceof Value.Refused)) {
      wrongType(value, what, Shape.word(Kind.TEXT));
    }
  }

  private void checkWord(Shape.Word word, Value value, String what) {
    if (value instanceof Value.Refused) {
      return;
    }
    if (!(value instanceof Value.Scalar scalar)) {
      wrongType(value, what, word);
      return;
    }
    String text = scalar.text();
    if (scalar.plain()
        && AS_WRITTEN.contains(word.kind())
        && LEADING_ZERO.matcher(text).matches()) {
      findings.add(Finding.note(
          "W807",
          scalar.place(),
          text,
          "'" + text + "' is read as text, as written",
          "quote it, so that other programs read the same: \"" + text + "\""));
    }
    switch (word.kind()) {
      case TEXT, CODE -> {}
      case ID -> {
        if (!NAME.matcher(text).matches() || RESERVED.matcher(text).matches()) {
          wrongValue(scalar, what, word);
        }
      }
      case INTEGER -> {
        if (!text.matches("[-+]?[0-9]{1,9}")) {
          wrongValue(scalar, what, word);
        }
      }
      case NUMBER -> {
        if (!NUMBER.matcher(text).matches()) {
          wrongValue(scalar, what, word);
        }
      }
      case FLAG -> {
        if (!text.equals("true") && !text.equals("false")) {
          wrongValue(scalar, what, word);
        }
      }
      case PERIOD -> {
        if (Period.find(text).isEmpty()) {
          wrongValue(scalar, what, word);
        }
      }
      case REFERENCE -> {
        int dot = text.indexOf('.');
        if (dot < 1 || dot == text.length() - 1) {
          wrongValue(scalar, what, word);
        }
      }
      case SIZE -> {
        if (!BYTES.matcher(text).matches()) {
          wrongValue(scalar, what, word);
        }
      }
      case PATH -> findings.addAll(ProjectPath.faults(scalar.text(), scalar.place()));
      case CHOICE -> {
        if (!word.choices().contains(text)) {
          error(
              "E808",
              scalar.place(),
              text,
              "'" + what + "' cannot be '" + text + "'" + didYouMean(text, word.choices()),
              "one of: " + String.join(" ", word.choices()));
        }
      }
    }
  }

  private void wrongValue(Value.Scalar scalar, String what, Shape.Word word) {
    error(
        "E808",
        scalar.place(),
        scalar.text(),
        "'" + what + "' cannot be '" + scalar.text() + "'",
        "write " + describe(word));
  }

  private void wrongType(Value value, String what, Shape shape) {
    String found = value instanceof Value.Entries
        ? "a map"
        : value instanceof Value.Items ? "a list" : "a single text";
    String name = what.isEmpty() ? "the file" : "'" + what + "'";
    error("E808", value.place(), "", name + " is " + found, "write " + describe(shape));
  }

  private static String describe(Shape shape) {
    if (shape instanceof Shape.Word word) {
      return switch (word.kind()) {
        case TEXT, CODE -> "a text";
        case ID -> "a name of letters, digits, - and _";
        case INTEGER -> "a whole number";
        case NUMBER -> "a number with a decimal point";
        case FLAG -> "true or false";
        case PATH -> "a path inside the project";
        case PERIOD -> "a period such as 2024, 2016/17, 2024-03, 2020Q1 or 2011-2015";
        case REFERENCE -> "source.column";
        case SIZE -> "a size such as 500MiB or 4GiB";
        case CHOICE -> "one of: " + String.join(" ", word.choices());
      };
    }
    if (shape instanceof Shape.ListOf) {
      return "a list: [a, b]";
    }
    if (shape instanceof Shape.Either either) {
      return describe(either.brief()) + ", or " + describe(either.full());
    }
    return shape instanceof Shape.Group group
        ? "a map with the keys " + String.join(" ", group.names())
        : "a map: {name: value}";
  }

  static String didYouMean(String word, List<String> known) {
    return Nearest.to(word.toLowerCase(Locale.ROOT), known)
        .map(near -> "; did you mean '" + near + "'?")
        .orElse("");
  }

  private void error(String code, Location place, String value, String message, String fix) {
    findings.add(Finding.error(code, place, value, message, fix));
  }
}
