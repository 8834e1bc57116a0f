package no.utfall.sample;

/**
 * One place in one year.
 *
 * @param cells young people
 * @param outside of them outside work and education
 * @param poor children in low-income families
 * @param spending 1000 NOK at the prices of the year
 * @param staffTenths tenths of a staff year
 * @param asked young people in the survey
 */
record Observation(
    int year,
    int population,
    int children,
    int[] cells,
    int[] outside,
    int poor,
    long spending,
    int consultations,
    int staffTenths,
    int asked,
    int distressed,
    int belonging,
    int lonely) {

  int young() {
    return sum(cells);
  }

  int outsideInAll() {
    return sum(outside);
  }

  Observation plus(Observation o) {
    return new Observation(
        year,
        population + o.population,
        children + o.children,
        add(cells, o.cells),
        add(outside, o.outside),
        poor + o.poor,
        spending + o.spending,
        consultations + o.consultations,
        staffTenths + o.staffTenths,
        asked + o.asked,
        distressed + o.distressed,
        belonging + o.belonging,
        lonely + o.lonely);
  }

  private static int sum(int[] x) {
    int total = 0;
    for (int v : x) {
      total += v;
    }
    return total;
  }

  private static int[] add(int[] x, int[] y) {
    int[] total = x.clone();
    for (int i = 0; i < total.length; i++) {
      total[i] += y[i];
    }
    return total;
  }
}
