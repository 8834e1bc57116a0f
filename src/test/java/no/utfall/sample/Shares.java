package no.utfall.sample;

/** Whole numbers by shares, adding up: largest remainders, ties to the first. */
final class Shares {

  private Shares() {}

  static int[] of(int total, double[] shares) {
    int[] whole = new int[shares.length];
    double[] rest = new double[shares.length];
    int left = total;
    for (int i = 0; i < shares.length; i++) {
      double exact = total * shares[i];
      whole[i] = (int) Math.floor(exact);
      rest[i] = exact - whole[i];
      left -= whole[i];
    }
    for (; left > 0; left--) {
      int largest = 0;
      for (int i = 1; i < rest.length; i++) {
        if (rest[i] > rest[largest]) {
          largest = i;
        }
      }
      whole[largest]++;
      rest[largest] = -1;
    }
    return whole;
  }
}
