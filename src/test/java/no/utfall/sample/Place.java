package no.utfall.sample;

import java.util.Arrays;

/**
 * Something with a code: a municipality, or one of those it was made of.
 *
 * @param cells young people by sex and parents' education
 */
record Place(
    String code, String name, int population, int children, int[] cells, Adoption adoption) {

  int young() {
    return Arrays.stream(cells).sum();
  }

  Place named(String otherCode, String otherName) {
    return new Place(otherCode, otherName, population, children, cells, adoption);
  }

  Place with(Adoption other) {
    return new Place(code, name, population, children, cells, other);
  }
}
