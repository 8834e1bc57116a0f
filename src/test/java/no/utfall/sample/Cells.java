package no.utfall.sample;

/** Sex by parents' education: position 3 · sex + education. */
final class Cells {

  static final String[] SEX = {"kvinner", "menn"};
  static final String[] EDUCATION = {"lav", "middels", "høy"};
  static final int COUNT = SEX.length * EDUCATION.length;
  static final double[] EDUCATION_SHARE = {0.25, 0.45, 0.30};

  private static final double[] SEX_SHARE = {0.49, 0.51};
  private static final double[] RISK = {1.35, 1, 0.70833};
  private static final double[] BENEFIT = {0.6, 1, 1.4};

  private Cells() {}

  static int[] split(int young) {
    double[] shares = new double[COUNT];
    for (int c = 0; c < COUNT; c++) {
      shares[c] = SEX_SHARE[c / 3] * EDUCATION_SHARE[c % 3];
    }
    return Shares.of(young, shares);
  }

  /** Risk relative to the mean, 1 by the shares. */
  static double risk(int cell) {
    return RISK[cell % 3];
  }

  /** The effect of an education group relative to the mean effect, 1 by the shares. */
  static double benefit(int education) {
    double mean = 0;
    for (int e = 0; e < BENEFIT.length; e++) {
      mean += EDUCATION_SHARE[e] * BENEFIT[e];
    }
    return BENEFIT[education] / mean;
  }
}
