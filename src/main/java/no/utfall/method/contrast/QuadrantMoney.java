package no.utfall.method.contrast;

import no.utfall.math.Sums;

/**
 * The share of all money that stands on one side of the axis and, probably, on one side of the smallest important
 * effect; beside it the share expected if the two were unrelated.
 *
 * @param share Σ over the side of money · probability, of all money
 * @param chance the product of the two margins
 */
record QuadrantMoney(double share, double chance) {

  /**
   * @param side whether a unit is on the side
   * @param probability that its effect is on the other margin's side
   */
  static QuadrantMoney of(double[] money, boolean[] side, double[] probability) {
    int n = money.length;
    double[] onSide = new double[n];
    double[] probable = new double[n];
    double[] both = new double[n];
    for (int i = 0; i < n; i++) {
      onSide[i] = side[i] ? money[i] : 0;
      probable[i] = money[i] * probability[i];
      both[i] = onSide[i] * probability[i];
    }
    double total = Sums.of(money);
    return new QuadrantMoney(
        Sums.of(both) / total, Sums.of(onSide) / total * (Sums.of(probable) / total));
  }

  double lift() {
    return share / chance;
  }
}
