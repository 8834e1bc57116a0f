package no.utfall.method.rate;

import no.utfall.math.LinkedLine.Family;
import no.utfall.text.Text;

/** The scale on which a trend is straight. */
enum TrendForm implements Coded {
  LINEAR("linear"),
  LOG_LINEAR("log-linear"),
  LOGIT("logit");

  private final String code;

  TrendForm(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  Text words() {
    return switch (this) {
      case LINEAR -> Text.of("lineær", "lineær", "linear");
      case LOG_LINEAR -> Text.of("log-lineær", "log-lineær", "log-linear");
      case LOGIT -> Text.same("logit");
    };
  }

  /** Whether the line is one of factors: so many percent a year. */
  boolean isRelative() {
    return this != LINEAR;
  }

  double of(double mean) {
    return switch (this) {
      case LINEAR -> mean;
      case LOG_LINEAR -> StrictMath.log(mean);
      case LOGIT -> StrictMath.log(mean / (1 - mean));
    };
  }

  double inverse(double eta) {
    return switch (this) {
      case LINEAR -> eta;
      case LOG_LINEAR -> StrictMath.exp(eta);
      case LOGIT -> 1 / (1 + StrictMath.exp(-eta));
    };
  }

  /** The slope of the mean along the line where the mean is this. */
  double slope(double mean) {
    return switch (this) {
      case LINEAR -> 1;
      case LOG_LINEAR -> mean;
      case LOGIT -> mean * (1 - mean);
    };
  }

  /** @param share whether counts are part of their population */
  Family family(boolean share) {
    return switch (this) {
      case LINEAR -> share ? Family.BINOMIAL_IDENTITY : Family.POISSON_IDENTITY;
      case LOG_LINEAR -> share ? Family.BINOMIAL_LOG : Family.POISSON_LOG;
      case LOGIT -> Family.BINOMIAL_LOGIT;
    };
  }
}
