package no.utfall.method.poverty;

import java.util.Arrays;
import java.util.Optional;

/**
 * Shares of persons by their state now and before; a state is 1 (in), 0 (out) or unknown.
 *
 * <p>{@code persistent} is Eurostat's persistent at-risk-of-poverty rate when the state is poverty: in now, and in at
 * least two of the three years before, of all whose state is known in all four.
 */
enum Movement {
  RATE("rate", 0),
  ENTRY("entry", 1),
  EXIT("exit", 1),
  STAYED("stayed", 1),
  PERSISTENT("persistent", 3);

  private static final short IN = 1;

  private final String code;
  private final int before;

  Movement(String code, int before) {
    this.code = code;
    this.before = before;
  }

  String code() {
    return code;
  }

  /** How many years before now must be known. */
  int before() {
    return before;
  }

  static Optional<Movement> find(String code) {
    return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
  }

  /**
   * Whether a person is counted.
   *
   * @param states now, one year before, two years before …: all known
   * @return 1 or 0; −1 when the person is not one of those asked about
   */
  int of(short[] states) {
    return switch (this) {
      case RATE -> states[0];
      case ENTRY -> states[1] == IN ? -1 : states[0];
      case EXIT -> states[1] == IN ? 1 - states[0] : -1;
      case STAYED -> states[1] == IN ? states[0] : -1;
      case PERSISTENT -> states[0] == IN && states[1] + states[2] + states[3] >= 2 ? 1 : 0;
    };
  }
}
