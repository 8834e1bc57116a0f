package no.utfall.method.inequality;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.utfall.math.LinkedLine.Family;
import org.jspecify.annotations.Nullable;

/** The line through the groups. */
enum Model {
  /** Straight through the values. */
  LINEAR("linear", Link.IDENTITY, null),
  /** Straight through their logarithms. */
  LOG("log", Link.LOG, null),
  /** Straight through their logits. */
  LOGIT("logit", Link.LOGIT, null),
  POISSON("poisson", Link.LOG, Family.POISSON_LOG),
  BINOMIAL_LOGIT("binomial-logit", Link.LOGIT, Family.BINOMIAL_LOGIT),
  BINOMIAL_LOG("binomial-log", Link.LOG, Family.BINOMIAL_LOG),
  BINOMIAL_IDENTITY("binomial-identity", Link.IDENTITY, Family.BINOMIAL_IDENTITY);

  /** From a mean between 0 and 1, or above 0, to the scale of the line and back. */
  enum Link {
    IDENTITY,
    LOG,
    LOGIT;

    double of(double mean) {
      return switch (this) {
        case IDENTITY -> mean;
        case LOG -> mean <= 0 ? Double.NEGATIVE_INFINITY : StrictMath.log(mean);
        case LOGIT ->
          mean <= 0
              ? Double.NEGATIVE_INFINITY
              : mean >= 1 ? Double.POSITIVE_INFINITY : StrictMath.log(mean / (1 - mean));
      };
    }

    double inverse(double eta) {
      return switch (this) {
        case IDENTITY -> eta;
        case LOG -> StrictMath.exp(eta);
        case LOGIT -> 1 / (1 + StrictMath.exp(-eta));
      };
    }

    /** The slope of the mean where the mean is this. */
    double slope(double mean) {
      return switch (this) {
        case IDENTITY -> 1;
        case LOG -> mean;
        case LOGIT -> mean * (1 - mean);
      };
    }
  }

  private final String code;
  private final Link link;
  private final @Nullable Family family;

  Model(String code, Link link, @Nullable Family family) {
    this.code = code;
    this.link = link;
    this.family = family;
  }

  String code() {
    return code;
  }

  Link link() {
    return link;
  }

  /** The family of a model of counts; none for a line through values. */
  Optional<Family> family() {
    return Optional.ofNullable(family);
  }

  static List<String> codes() {
    return Arrays.stream(values()).map(Model::code).toList();
  }

  static Model of(String code) {
    return Arrays.stream(values())
        .filter(model -> model.code.equals(code))
        .findFirst()
        .orElseThrow();
  }
}
