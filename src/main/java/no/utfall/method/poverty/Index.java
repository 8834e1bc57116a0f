package no.utfall.method.poverty;

/**
 * A statistic of weighted incomes and a poverty line, with what its sampling error is made of: the influence of each
 * person (the derivative by the weight of the person, at a fixed line), and the derivative by the line.
 */
interface Index {

  /** Why there is no number; empty when there is one. */
  default String obstacle(Incomes incomes, double line) {
    return "";
  }

  /** The statistic; called only without obstacle. */
  double value(Incomes incomes, double line);

  /** Writes the influence of each person into {@code z}, in the order of the incomes. */
  void influence(Incomes incomes, double line, double value, Kernel kernel, double[] z);

  /** The derivative by the line; 0 where the line plays no part. */
  default double slope(Incomes incomes, double line, double value, Kernel kernel) {
    return 0;
  }

  /** What is to be said of the number; empty for nothing. */
  default String remark(Incomes incomes, double line) {
    return "";
  }

  /** The formula with its numbers, for {@code --explain}. */
  String arithmetic(Incomes incomes, double line, double value);

  /** How many persons the number rests on. */
  default int observations(Incomes incomes, double line) {
    return incomes.size();
  }
}
