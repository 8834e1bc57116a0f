package no.utfall.method.poverty;

import java.util.Arrays;
import no.utfall.math.WeightedQuantile;
import no.utfall.method.Arithmetic;

/** Statistics of those below a line t: how many (H), how far (gaps g = 1 − y / t), and how unequal. */
final class Deprivation {

  private static final String NOBODY = "nobody is below the line";
  private static final String NO_LINE = "the line is not above zero";

  private Deprivation() {}

  /** The line itself. */
  record Line() implements Index {
    @Override
    public String obstacle(Incomes incomes, double line) {
      return line > 0 ? "" : NO_LINE;
    }

    @Override
    public double value(Incomes incomes, double line) {
      return line;
    }

    @Override
    public String arithmetic(Incomes incomes, double line, double value) {
      return Arithmetic.fill("t = {0}", value);
    }

    @Override
    public void influence(Incomes incomes, double line, double value, Kernel kernel, double[] z) {
      Arrays.fill(z, 0);
    }

    @Override
    public double slope(Incomes incomes, double line, double value, Kernel kernel) {
      return 1;
    }
  }

  /** Foster, Greer and Thorbecke: Σ w g^α / W over those below the line; α = 0 is the rate. */
  record Gap(int alpha) implements Index {
    @Override
    public String obstacle(Incomes incomes, double line) {
      return line > 0 ? "" : NO_LINE;
    }

    @Override
    public double value(Incomes incomes, double line) {
      int poor = incomes.below(line);
      if (alpha == 0) {
        return incomes.weightTo(poor - 1) / incomes.weight();
      }
      double sum = 0;
      for (int i = 0; i < poor; i++) {
        sum += incomes.weight(i) * power(1 - incomes.income(i) / line, alpha);
      }
      return sum / incomes.weight();
    }

    @Override
    public String arithmetic(Incomes incomes, double line, double value) {
      return Arithmetic.fill(
          alpha == 0
              ? "H = Σw[y < t] / Σw = {1} / {2} = {3}"
              : "Σ(w · (1 − y/t)^{0})[y < t] / Σw = {1} / {2} = {3}",
          alpha,
          value * incomes.weight(),
          incomes.weight(),
          value);
    }

    @Override
    public void influence(Incomes incomes, double line, double value, Kernel kernel, double[] z) {
      int poor = incomes.below(line);
      for (int i = 0; i < incomes.size(); i++) {
        double gap = i < poor ? power(1 - incomes.income(i) / line, alpha) : 0;
        z[i] = (gap - value) / incomes.weight();
      }
    }

    @Override
    public double slope(Incomes incomes, double line, double value, Kernel kernel) {
      if (alpha == 0) {
        return kernel.density(incomes, line);
      }
      double sum = 0;
      for (int i = 0; i < incomes.below(line); i++) {
        double income = incomes.income(i);
        sum += incomes.weight(i) * income * power(1 - income / line, alpha - 1);
      }
      return alpha * sum / (line * line * incomes.weight());
    }

    private static double power(double x, int exponent) {
      double product = 1;
      for (int k = 0; k < exponent; k++) {
        product *= x;
      }
      return product;
    }
  }

  /** The median income m of those below the line: F(m) = H / 2. */
  record PoorMedian(WeightedQuantile.Rule rule) implements Index {
    @Override
    public String obstacle(Incomes incomes, double line) {
      return !(line > 0) ? NO_LINE : incomes.below(line) > 0 ? "" : NOBODY;
    }

    @Override
    public int observations(Incomes incomes, double line) {
      return incomes.below(line);
    }

    @Override
    public double value(Incomes incomes, double line) {
      return incomes.quantileOfFirst(incomes.below(line), 0.5, rule);
    }

    @Override
    public String arithmetic(Incomes incomes, double line, double value) {
      return Arithmetic.fill("the median of y < t (n = {0}): m = {1}", incomes.below(line), value);
    }

    @Override
    public void influence(Incomes incomes, double line, double value, Kernel kernel, double[] z) {
      int poor = incomes.below(line);
      int below = incomes.upTo(value);
      double half = incomes.weightTo(poor - 1) / incomes.weight() / 2;
      double scale = incomes.weight() * kernel.density(incomes, value);
      for (int i = 0; i < incomes.size(); i++) {
        double rate = (i < poor ? 0.5 : 0) - half;
        z[i] = (rate - ((i < below ? 1 : 0) - half)) / scale;
      }
    }

    @Override
    public double slope(Incomes incomes, double line, double value, Kernel kernel) {
      return kernel.density(incomes, line) / (2 * kernel.density(incomes, value));
    }
  }

  /** The relative median poverty gap (t − m) / t. */
  record MedianGap(PoorMedian median) implements Index {
    @Override
    public String obstacle(Incomes incomes, double line) {
      return median.obstacle(incomes, line);
    }

    @Override
    public int observations(Incomes incomes, double line) {
      return median.observations(incomes, line);
    }

    @Override
    public double value(Incomes incomes, double line) {
      return 1 - median.value(incomes, line) / line;
    }

    @Override
    public String arithmetic(Incomes incomes, double line, double value) {
      double m = median.value(incomes, line);
      return median.arithmetic(incomes, line, m)
          + Arithmetic.fill("; (t − m) / t = ({0} − {1}) / {0} = {2}", line, m, value);
    }

    @Override
    public void influence(Incomes incomes, double line, double value, Kernel kernel, double[] z) {
      median.influence(incomes, line, median.value(incomes, line), kernel, z);
      for (int i = 0; i < z.length; i++) {
        z[i] = -z[i] / line;
      }
    }

    @Override
    public double slope(Incomes incomes, double line, double value, Kernel kernel) {
      double m = median.value(incomes, line);
      return m / (line * line) - median.slope(incomes, line, m, kernel) / line;
    }
  }

  /** Watts: Σ w ln(t / y) / W over those below the line. */
  record Watts() implements Index {
    @Override
    public String obstacle(Incomes incomes, double line) {
      int without = incomes.upTo(0);
      if (!(line > 0)) {
        return NO_LINE;
      }
      return without == 0
          ? ""
          : without + (without == 1 ? " income is" : " incomes are")
              + " zero or less, and their logarithm has no end: leave them out with --positive";
    }

    @Override
    public double value(Incomes incomes, double line) {
      double sum = 0;
      for (int i = 0; i < incomes.below(line); i++) {
        sum += incomes.weight(i) * StrictMath.log(line / incomes.income(i));
      }
      return sum / incomes.weight();
    }

    @Override
    public String arithmetic(Incomes incomes, double line, double value) {
      return Arithmetic.fill(
          "Σ(w · ln(t / y))[y < t] / Σw = {0} / {1} = {2}",
          value * incomes.weight(), incomes.weight(), value);
    }

    @Override
    public void influence(Incomes incomes, double line, double value, Kernel kernel, double[] z) {
      int poor = incomes.below(line);
      for (int i = 0; i < incomes.size(); i++) {
        double gap = i < poor ? StrictMath.log(line / incomes.income(i)) : 0;
        z[i] = (gap - value) / incomes.weight();
      }
    }

    @Override
    public double slope(Incomes incomes, double line, double value, Kernel kernel) {
      return incomes.weightTo(incomes.below(line) - 1) / (incomes.weight() * line);
    }
  }

  /**
   * Sen: H (I + (1 − I) G), I the mean gap of the poor and G their Gini coefficient. With P the weight of the poor, S
   * their income and T = Σ w y (C − w / 2): P / W − 2 S / (W t) + 2 T / (W t P).
   */
  record Sen() implements Index {
    @Override
    public String obstacle(Incomes incomes, double line) {
      return line > 0 ? "" : NO_LINE;
    }

    @Override
    public double value(Incomes incomes, double line) {
      int poor = incomes.below(line);
      if (poor == 0) {
        return 0;
      }
      double weight = incomes.weightTo(poor - 1);
      double ranked = ranked(incomes, poor);
      return (weight - 2 * incomes.sumTo(poor - 1) / line + 2 * ranked / (line * weight))
          / incomes.weight();
    }

    private static double ranked(Incomes incomes, int poor) {
      double ranked = 0;
      for (int i = 0; i < poor; i++) {
        double weight = incomes.weight(i);
        ranked += weight * incomes.income(i) * (incomes.weightTo(i) - weight / 2);
      }
      return ranked;
    }

    @Override
    public String arithmetic(Incomes incomes, double line, double value) {
      int poor = incomes.below(line);
      if (poor == 0) {
        return "H = 0";
      }
      double weight = incomes.weightTo(poor - 1);
      double rate = weight / incomes.weight();
      double gap = 1 - incomes.sumTo(poor - 1) / (weight * line);
      double gini = (value / rate - gap) / (1 - gap);
      return Arithmetic.fill(
          "H · (I + (1 − I) · G) = {0} · ({1} + (1 − {1}) · {2}) = {3}", rate, gap, gini, value);
    }

    @Override
    public void influence(Incomes incomes, double line, double value, Kernel kernel, double[] z) {
      int poor = incomes.below(line);
      double weight = incomes.weightTo(poor - 1);
      double sum = incomes.sumTo(poor - 1);
      double ranked = ranked(incomes, poor);
      for (int i = 0; i < poor; ) {
        int last = Math.min(poor - 1, incomes.lastEqual(i));
        double y = incomes.income(i);
        double larger = y * incomes.weightTo(last) + sum - incomes.sumTo(last);
        double inside = 1 - 2 * y / line + 2 * (larger - ranked / weight) / (line * weight) - value;
        while (i <= last) {
          z[i++] = inside / incomes.weight();
        }
      }
      for (int i = poor; i < incomes.size(); i++) {
        z[i] = -value / incomes.weight();
      }
    }

    @Override
    public double slope(Incomes incomes, double line, double value, Kernel kernel) {
      int poor = incomes.below(line);
      if (poor == 0) {
        return 0;
      }
      double weight = incomes.weightTo(poor - 1);
      double ranked = ranked(incomes, poor);
      double atLine = kernel.density(incomes, line) * (1 - 2 * ranked / (line * weight * weight));
      double within = 2 * (incomes.sumTo(poor - 1) - ranked / weight) / (line * line);
      return atLine + within / incomes.weight();
    }
  }

  /** Sen, Shorrocks and Thon: the mean over all pairs of persons of the larger gap; the mean gap times 1 + G of gaps. */
  record SenShorrocksThon() implements Index {
    @Override
    public String obstacle(Incomes incomes, double line) {
      return line > 0 ? "" : NO_LINE;
    }

    @Override
    public double value(Incomes incomes, double line) {
      double sum = 0;
      for (int i = 0; i < incomes.below(line); i++) {
        sum += incomes.weight(i) * (1 - incomes.income(i) / line) * above(incomes, i);
      }
      return 2 * sum / (incomes.weight() * incomes.weight());
    }

    /** The weight of those with a smaller gap, one's own by half. */
    private static double above(Incomes incomes, int i) {
      return incomes.weight() - incomes.weightTo(i) + incomes.weight(i) / 2;
    }

    @Override
    public String arithmetic(Incomes incomes, double line, double value) {
      double gap = new Gap(1).value(incomes, line);
      return Arithmetic.fill(
          "the mean gap · (1 + G of the gaps) = {0} · (1 + {1}) = {2}",
          gap, gap == 0 ? 0 : value / gap - 1, value);
    }

    @Override
    public void influence(Incomes incomes, double line, double value, Kernel kernel, double[] z) {
      int poor = incomes.below(line);
      double weight = incomes.weight();
      double larger = 0;
      for (int i = 0; i < poor; ) {
        int last = Math.min(poor - 1, incomes.lastEqual(i));
        double gap = 1 - incomes.income(i) / line;
        double tied = incomes.weightTo(last) - incomes.weightTo(i - 1);
        larger += tied * gap;
        double mine = larger + gap * (weight - incomes.weightTo(last));
        while (i <= last) {
          z[i++] = 2 * (mine / weight - value) / weight;
        }
      }
      for (int i = poor; i < incomes.size(); i++) {
        z[i] = 2 * (larger / weight - value) / weight;
      }
    }

    @Override
    public double slope(Incomes incomes, double line, double value, Kernel kernel) {
      double sum = 0;
      for (int i = 0; i < incomes.below(line); i++) {
        sum += incomes.weight(i) * incomes.income(i) * above(incomes, i);
      }
      return 2 * sum / (line * line * incomes.weight() * incomes.weight());
    }
  }
}
