package no.utfall.method.poverty;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How many single persons a household counts as: its income is divided by this number, so that households of unlike
 * size can be compared. The first adult counts 1 in every scale.
 *
 * <ul>
 *   <li>{@link #OECD_MODIFIED} (the scale of Eurostat, and the EU scale of Statistics Norway): every further adult 0.5,
 *       every child 0.3
 *   <li>{@link #OECD} (the older scale, OECD50 in Norwegian tables): 0.7 and 0.5
 *   <li>{@link #SQUARE_ROOT}: the square root of the number of persons
 * </ul>
 *
 * A household without adults has one member as its first adult.
 *
 * @see "Hagenaars, de Vos and Zaidi (1994), Poverty Statistics in the Late 1980s, Eurostat"
 */
enum Equivalence {
  NONE("none", 0, 0),
  OECD_MODIFIED("oecd-modified", 0.5, 0.3),
  EU("eu", 0.5, 0.3),
  OECD("oecd", 0.7, 0.5),
  SQUARE_ROOT("square-root", 0, 0);

  private final String code;
  private final double adult;
  private final double child;

  Equivalence(String code, double adult, double child) {
    this.code = code;
    this.adult = adult;
    this.child = child;
  }

  static List<String> codes() {
    return Arrays.stream(values()).map(scale -> scale.code).toList();
  }

  static Optional<Equivalence> find(String code) {
    return Arrays.stream(values()).filter(scale -> scale.code.equals(code)).findFirst();
  }

  /** Whether the scale tells children from adults. */
  boolean needsAges() {
    return adult > 0;
  }

  /** @param persons at least 1 */
  double units(double persons, double children) {
    return switch (this) {
      case NONE -> 1;
      case SQUARE_ROOT -> Math.sqrt(persons);
      default -> {
        double others = Math.max(0, persons - children - 1);
        double young = Math.min(children, persons - 1);
        yield 1 + adult * others + child * young;
      }
    };
  }
}
