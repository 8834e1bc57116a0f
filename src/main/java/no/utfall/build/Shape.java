package no.utfall.build;

import java.util.List;
import java.util.Optional;
import no.utfall.text.Text;

/** What may stand at a place in a project file. */
sealed interface Shape {

  /** How a scalar is read; all are texts until then. */
  enum Kind {
    TEXT,
    /** A name of ours: letters, digits, hyphen and underscore, a letter first; also safe as a file name. */
    ID,
    /** Written as it stands in the data; leading zeros count. */
    CODE,
    INTEGER,
    NUMBER,
    FLAG,
    /** Inside the project folder. */
    PATH,
    PERIOD,
    /** {@code source.column}. */
    REFERENCE,
    /** Bytes, such as {@code 4GiB}. */
    SIZE,
    CHOICE
  }

  record Word(Kind kind, List<String> choices) implements Shape {
    public Word {
      choices = List.copyOf(choices);
    }
  }

  record ListOf(Shape item) implements Shape {}

  /** Names chosen by the user, each with a value of this shape. */
  record MapOf(Kind names, Shape value) implements Shape {}

  /**
   * These keys and no others.
   *
   * @param open the options of a method may stand here too, with texts or lists of texts
   */
  record Group(List<Key> keys, boolean open) implements Shape {
    public Group {
      keys = List.copyOf(keys);
    }

    Optional<Key> key(String name) {
      return keys.stream().filter(key -> key.name().equals(name)).findFirst();
    }

    List<String> names() {
      return keys.stream().map(Key::name).toList();
    }
  }

  /** A single text, or the long form. */
  record Either(Word brief, Shape full) implements Shape {}

  record Key(String name, Shape shape, boolean required, Text help) {}

  static Word word(Kind kind) {
    return new Word(kind, List.of());
  }

  static Word choice(String... choices) {
    return new Word(Kind.CHOICE, List.of(choices));
  }

  static ListOf list(Kind kind) {
    return new ListOf(word(kind));
  }

  static Group group(Key... keys) {
    return new Group(List.of(keys), false);
  }

  static Group open(Key... keys) {
    return new Group(List.of(keys), true);
  }

  static Key key(String name, Shape shape, String nb, String nn, String en) {
    return new Key(name, shape, false, Text.of(nb, nn, en));
  }

  static Key need(String name, Shape shape, String nb, String nn, String en) {
    return new Key(name, shape, true, Text.of(nb, nn, en));
  }
}
