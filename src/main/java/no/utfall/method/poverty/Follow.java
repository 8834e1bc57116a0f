package no.utfall.method.poverty;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The persons of one sample with their states now and before. */
final class Follow {

  private final Sample sample;
  private final short[][] states;
  private final double[] weight;
  private final Ratios ratios;

  private Follow(Sample sample, short[][] states, double[] weight, Ratios ratios) {
    this.sample = sample;
    this.states = states;
    this.weight = weight;
    this.ratios = ratios;
  }

  /**
   * Follows everyone back in time.
   *
   * @param histories where the rows of before are; nothing when only now is asked about
   * @param before how many periods
   * @param weightOf the weight of each row of the data
   */
  static Follow of(
      Plan plan,
      Sample sample,
      States states,
      @Nullable Histories histories,
      int before,
      IntToDoubleFunction weightOf) {
    int n = sample.elements();
    short[][] then = new short[before + 1][n];
    double[] weight = new double[n];
    for (int e = 0; e < n; e++) {
      int row = sample.row(e);
      double own = weightOf.applyAsDouble(row);
      weight[e] = own > 0 ? own : 0;
      for (int k = 0; k <= before; k++) {
        int there = histories == null || k == 0 ? row : histories.row(row, k);
        then[k][e] = (short) (there < 0 ? -1 : states.of(there));
      }
    }
    return new Follow(sample, then, weight, new Ratios(plan, sample, weight));
  }

  Ratios ratios() {
    return ratios;
  }

  /** 1 or 0 for each element; −1 for one that is not asked about. */
  byte[] counted(Movement movement) {
    byte[] counted = new byte[sample.elements()];
    short[] one = new short[states.length];
    for (int e = 0; e < counted.length; e++) {
      boolean known = true;
      for (int k = 0; k < states.length; k++) {
        one[k] = states[k][e];
        known &= one[k] >= 0;
      }
      counted[e] = (byte) (known ? movement.of(one) : -1);
    }
    return counted;
  }

  /** Whether anybody of a group was in this state a period before. */
  boolean anyFrom(int from, int group) {
    for (int e = 0; e < weight.length; e++) {
      if (states[1][e] == from && states[0][e] >= 0 && sample.group(e) == group) {
        return true;
      }
    }
    return false;
  }

  /** Of those who were in one state a period before, who is in another now. */
  byte[] moved(int from, int to) {
    byte[] moved = new byte[sample.elements()];
    Arrays.fill(moved, (byte) -1);
    for (int e = 0; e < moved.length; e++) {
      if (states[1][e] == from && states[0][e] >= 0) {
        moved[e] = (byte) (states[0][e] == to ? 1 : 0);
      }
    }
    return moved;
  }

  /**
   * Weights of persons: {@code inBefore + entered − left = inNow} among those whose state is known in both periods.
   *
   * @param notFollowed in the state now, and not known a period before
   */
  record Flows(double inBefore, double entered, double left, double inNow, double notFollowed) {}

  Flows flows(int group) {
    double[] sums = new double[5];
    for (int e = 0; e < weight.length; e++) {
      if (sample.group(e) != group || states[0][e] < 0) {
        continue;
      }
      boolean now = states[0][e] == 1;
      if (states[1][e] < 0) {
        sums[4] += now ? weight[e] : 0;
        continue;
      }
      boolean then = states[1][e] == 1;
      sums[0] += then ? weight[e] : 0;
      sums[1] += now && !then ? weight[e] : 0;
      sums[2] += then && !now ? weight[e] : 0;
      sums[3] += now ? weight[e] : 0;
    }
    return new Flows(sums[0], sums[1], sums[2], sums[3], sums[4]);
  }
}
