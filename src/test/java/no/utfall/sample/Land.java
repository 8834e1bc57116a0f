package no.utfall.sample;

/** Sizes, needs and adoptions on the codes of 2024: lines 1, 2 and 4 of the specification. */
final class Land {

  private static final int CITY = 700_000;
  private static final int TOTAL = 5_550_000;
  private static final int SMALLEST = 250;

  final int[] population;
  final double[] need;
  final double[] wealth;
  final double[][] shock;
  final Adoption[] adoption;

  Land(Draws sizes, Draws needs, Draws adoptions) {
    population = populations(sizes);
    int n = Names.UNITS;
    need = new double[n];
    wealth = new double[n];
    shock = new double[n][Years.COUNT];
    for (int i = 0; i < n; i++) {
      need[i] = needs.normal();
      wealth[i] = -0.4 * need[i] + StrictMath.sqrt(0.84) * needs.normal();
      for (int t = 0; t < Years.COUNT; t++) {
        shock[i][t] = needs.normal(0, 0.6);
      }
    }
    adoption = new Adoption[n];
    for (int i = 0; i < n; i++) {
      adoption[i] = adoption(i, adoptions);
    }
    adoption[0] = Adoption.NONE;
  }

  private static int[] populations(Draws draws) {
    double[] drawn = new double[Names.UNITS];
    double total = 0;
    for (int i = 1; i < drawn.length; i++) {
      drawn[i] = StrictMath.exp(draws.normal(StrictMath.log(5_200), 1.35));
      total += drawn[i];
    }
    int[] population = new int[drawn.length];
    population[0] = CITY;
    for (int i = 1; i < drawn.length; i++) {
      population[i] = Math.max(SMALLEST, (int) Math.round(drawn[i] * (TOTAL - CITY) / total));
    }
    return population;
  }

  /** Draws as much for every unit, whatever it adopts. */
  private Adoption adoption(int i, Draws draws) {
    Measure chosen = Measure.NONE;
    int start = 0;
    for (int year = 2016; year <= 2021; year++) {
      double before = shock[i][Years.at(year - 1)];
      boolean veiviser = draws.happens(logistic(-3.5 + 0.7 * need[i] - 0.4 * wealth[i]));
      boolean loftet = draws.happens(logistic(-4.3 + 0.5 * need[i] + 0.8 * wealth[i] + 3 * before));
      if (start == 0 && (veiviser || loftet)) {
        chosen = veiviser ? Measure.VEIVISER : Measure.LOFTET;
        start = year;
      }
    }
    double tau = tau(draws);
    return start == 0
        ? Adoption.NONE
        : new Adoption(chosen, start, chosen == Measure.VEIVISER ? tau : 0, 1);
  }

  static double tau(Draws draws) {
    return Math.max(0, draws.normal(1.6, 0.6));
  }

  static double logistic(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }
}
