package no.utfall.method.rate;

import java.util.Arrays;
import java.util.List;

/** A choice with the word that stands for it in options and in the column {@code method}. */
interface Coded {

  String code();

  /** The words, in the order of the choices. */
  static <E extends Enum<E> & Coded> List<String> codes(Class<E> choices) {
    return Arrays.stream(choices.getEnumConstants()).map(Coded::code).toList();
  }

  /** The choice of a word that was checked to be one. */
  static <E extends Enum<E> & Coded> E of(Class<E> choices, String code) {
    return Arrays.stream(choices.getEnumConstants())
        .filter(choice -> choice.code().equals(code))
        .findFirst()
        .orElseThrow();
  }
}
