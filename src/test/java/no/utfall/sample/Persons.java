package no.utfall.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.SplittableRandom;

/** A small sample of persons in households over four years: the income of the household, and what each one does. */
final class Persons {

  private static final long SEED = 20241;
  private static final int HOUSEHOLDS = 180;
  private static final int FIRST_YEAR = 2021;
  private static final int YEARS = 4;
  private static final String[] STATES = {"arbeid", "utdanning", "utenfor"};

  private Persons() {}

  static byte[] file() {
    Draws draws = new Draws(new SplittableRandom(SEED));
    Table table = new Table(",");
    table.row("person", "husholdning", "landsdel", "alder", "aar", "inntekt", "vekt", "tilstand");
    int person = 0;
    for (int household = 1; household <= HOUSEHOLDS; household++) {
      int size = 1 + draws.below(4);
      int weight = 400 + draws.below(400);
      String place = household % 2 == 0 ? "nord" : "sør";
      double level = draws.normal(0, 0.45);
      double[] incomes = new double[YEARS];
      for (int year = 0; year < YEARS; year++) {
        double income = 420 * StrictMath.exp(level + draws.normal(0, 0.15) + 0.03 * year);
        incomes[year] = Math.rint(income * Math.sqrt(size)) * 1000;
      }
      for (int member = 0; member < size; member++) {
        person++;
        int age = member < 2 ? 20 + draws.below(50) : draws.below(20);
        int state = age + YEARS > 25 ? 0 : 1;
        for (int year = 0; year < YEARS; year++) {
          if (draws.happens(0.15)) {
            state = draws.below(STATES.length);
          }
          table.row(
              person,
              household,
              place,
              age + year,
              FIRST_YEAR + year,
              (long) incomes[year],
              weight,
              age + year < 16 ? "" : STATES[state]);
        }
      }
    }
    return table.bytes(UTF_8, "\n");
  }
}
