package no.utfall.method.poverty;

import no.utfall.math.WeightedQuantile;
import no.utfall.method.Arithmetic;
import no.utfall.text.Language;
import no.utfall.text.Numerals;

/** Statistics of the whole distribution: quantiles, the mean, Gini, the quintile share ratio, shares of the income. */
final class Distribution {

  private static final String NO_SUM = "the incomes sum to zero or less";

  /** A lumpy sample misses a fifth by a little; equal incomes at the quantile by more. */
  static final double FIFTH = 0.2;

  private static final double FAR_FROM_A_FIFTH = 0.02;

  private Distribution() {}

  /** The income below which a share p of the persons lies. Influence −(1[y ≤ q] − p) / (W f(q)). */
  record Quantile(double p, WeightedQuantile.Rule rule) implements Index {
    @Override
    public double value(Incomes incomes, double line) {
      return incomes.quantile(p, rule);
    }

    @Override
    public String arithmetic(Incomes incomes, double line, double value) {
      return Arithmetic.fill(
          "Σw = {0}, p = {1}, p · Σw = {2}: y = {3} ({4})",
          incomes.weight(), p, p * incomes.weight(), value, rule.code());
    }

    @Override
    public void influence(Incomes incomes, double line, double value, Kernel kernel, double[] z) {
      double scale = incomes.weight() * kernel.density(incomes, value);
      int below = incomes.upTo(value);
      for (int i = 0; i < incomes.size(); i++) {
        z[i] = (p - (i < below ? 1 : 0)) / scale;
      }
    }
  }

  /** Σ w y / Σ w. */
  record Mean() implements Index {
    @Override
    public double value(Incomes incomes, double line) {
      return incomes.mean();
    }

    @Override
    public String arithmetic(Incomes incomes, double line, double value) {
      return Arithmetic.fill(
          "Σ(w · y) / Σw = {0} / {1} = {2}", incomes.sum(), incomes.weight(), value);
    }

    @Override
    public void influence(Incomes incomes, double line, double value, Kernel kernel, double[] z) {
      for (int i = 0; i < incomes.size(); i++) {
        z[i] = (incomes.income(i) - value) / incomes.weight();
      }
    }
  }

  /** {@link no.utfall.math.Gini}. */
  record Gini() implements Index {
    @Override
    public String obstacle(Incomes incomes, double line) {
      return incomes.sum() > 0 ? "" : NO_SUM;
    }

    @Override
    public double value(Incomes incomes, double line) {
      double ranked = 0;
      for (int i = 0; i < incomes.size(); i++) {
        double weight = incomes.weight(i);
        ranked += weight * incomes.income(i) * (incomes.weightTo(i) - weight / 2);
      }
      return 2 * ranked / (incomes.weight() * incomes.sum()) - 1;
    }

    @Override
    public String arithmetic(Incomes incomes, double line, double value) {
      double ranked = (value + 1) * incomes.weight() * incomes.sum() / 2;
      return Arithmetic.fill(
          "2 · Σ(w · y · (C − w/2)) / (Σw · Σ(w · y)) − 1 = 2 · {0} / ({1} · {2}) − 1 = {3}",
          ranked, incomes.weight(), incomes.sum(), value);
    }

    /** With A(y) = Σ w max(y, y'), the half of the double sum: 2 A / (W Y) − (G + 1) (1 / W + y / Y). */
    @Override
    public void influence(Incomes incomes, double line, double value, Kernel kernel, double[] z) {
      double weight = incomes.weight();
      double sum = incomes.sum();
      for (int i = 0; i < incomes.size(); ) {
        int last = incomes.lastEqual(i);
        double y = incomes.income(i);
        double larger = y * incomes.weightTo(last) + sum - incomes.sumTo(last);
        double influence = 2 * larger / (weight * sum) - (value + 1) * (1 / weight + y / sum);
        while (i <= last) {
          z[i++] = influence;
        }
      }
    }
  }

  /** The income of the fifth with the most over that of the fifth with the least: y > q(0.8) over y ≤ q(0.2). */
  record ShareRatio(WeightedQuantile.Rule rule) implements Index {
    @Override
    public String obstacle(Incomes incomes, double line) {
      if (incomes.upTo(incomes.quantile(0.8, rule)) == incomes.size()) {
        return "nobody is above the quantile 0.8: too few persons or too equal incomes to part into fifths";
      }
      return bottom(incomes) > 0
          ? ""
          : "the fifth with the least has no income, so there is no ratio";
    }

    @Override
    public String remark(Incomes incomes, double line) {
      double bottom = share(incomes, 0.2);
      double top = 1 - share(incomes, 0.8);
      return Math.max(Math.abs(bottom - 0.2), Math.abs(top - 0.2)) > FAR_FROM_A_FIFTH
          ? "equal incomes at the quantiles: the fifths are "
              + Numerals.rounded(100 * bottom, 1, Language.EN) + " and "
              + Numerals.rounded(100 * top, 1, Language.EN) + " percent of the persons"
          : "";
    }

    private double share(Incomes incomes, double p) {
      return incomes.weightTo(incomes.upTo(incomes.quantile(p, rule)) - 1) / incomes.weight();
    }

    private double bottom(Incomes incomes) {
      return incomes.sumTo(incomes.upTo(incomes.quantile(0.2, rule)) - 1);
    }

    private double top(Incomes incomes) {
      return incomes.sum() - incomes.sumTo(incomes.upTo(incomes.quantile(0.8, rule)) - 1);
    }

    @Override
    public double value(Incomes incomes, double line) {
      return top(incomes) / bottom(incomes);
    }

    @Override
    public String arithmetic(Incomes incomes, double line, double value) {
      return Arithmetic.fill(
          "q20 = {0}, q80 = {1}: Σ(w · y)[y > q80] / Σ(w · y)[y ≤ q20] = {2} / {3} = {4}",
          incomes.quantile(0.2, rule),
          incomes.quantile(0.8, rule),
          top(incomes),
          bottom(incomes),
          value);
    }

    @Override
    public void influence(Incomes incomes, double line, double value, Kernel kernel, double[] z) {
      double bottom = bottom(incomes);
      PartSum low = PartSum.of(incomes, 0.2, rule, kernel);
      PartSum high = PartSum.of(incomes, 0.8, rule, kernel);
      for (int i = 0; i < incomes.size(); i++) {
        double top = incomes.income(i) - high.influence(incomes, i);
        z[i] = (top - value * low.influence(incomes, i)) / bottom;
      }
    }
  }

  /**
   * The share of all income that goes to those between two places in the order of incomes: L(to) − L(from), L the Lorenz
   * curve with straight lines between its points, so that equal incomes share equally and the shares sum to 1.
   */
  record Share(double from, double to) implements Index {
    @Override
    public String obstacle(Incomes incomes, double line) {
      return incomes.sum() > 0 ? "" : NO_SUM;
    }

    @Override
    public double value(Incomes incomes, double line) {
      return (sum(incomes, to) - sum(incomes, from)) / incomes.sum();
    }

    private static double sum(Incomes incomes, double p) {
      int at = incomes.reaching(p * incomes.weight());
      double within = p * incomes.weight() - incomes.weightTo(at - 1);
      return incomes.sumTo(at - 1) + within * incomes.income(at);
    }

    @Override
    public String arithmetic(Incomes incomes, double line, double value) {
      return Arithmetic.fill(
          "L({0}) − L({1}) = ({2} − {3}) / {4} = {5}",
          to, from, sum(incomes, to), sum(incomes, from), incomes.sum(), value);
    }

    @Override
    public void influence(Incomes incomes, double line, double value, Kernel kernel, double[] z) {
      PartSum low = PartSum.lorenz(incomes, from);
      PartSum high = PartSum.lorenz(incomes, to);
      for (int i = 0; i < incomes.size(); i++) {
        double part = high.influence(incomes, i) - low.influence(incomes, i);
        z[i] = (part - value * incomes.income(i)) / incomes.sum();
      }
    }
  }

  /** The income of all up to a quantile. Influence y 1[y ≤ q] − (1[y ≤ q] − p) times the income at the quantile. */
  private record PartSum(double p, int count, double incomeAt) {
    static PartSum of(Incomes incomes, double p, WeightedQuantile.Rule rule, Kernel kernel) {
      double quantile = incomes.quantile(p, rule);
      return new PartSum(p, incomes.upTo(quantile), kernel.incomeAt(incomes, quantile));
    }

    static PartSum lorenz(Incomes incomes, double p) {
      int at = incomes.reaching(p * incomes.weight());
      return p == 0 ? new PartSum(0, 0, 0) : new PartSum(p, at + 1, incomes.income(at));
    }

    double influence(Incomes incomes, int i) {
      return i < count ? incomes.income(i) - (1 - p) * incomeAt : p * incomeAt;
    }
  }
}
