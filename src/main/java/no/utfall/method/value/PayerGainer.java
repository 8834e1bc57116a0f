package no.utfall.method.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import no.utfall.math.Sums;

/**
 * A measure as a ledger: budgets b that pay C_b and gain G_b, present values in kroner.
 *
 * <p>With c_b = C_b / ΣC and g_b = max(0, G_b) / Σ max(0, G): gain outside the lead payer = Σ g over the others; total
 * variation TV = ½ Σ |c_b − g_b|; N_eff = 1 / Σ ((c_b + g_b) / 2)²; agreement difficulty AD = TV (1 − 1 / N_eff).
 * NPV_b = G_b − C_b; incentive gap IG_b = NPV_b − c_b ΣNPV, which sums to 0; a budget with NPV_b &lt; 0 has a veto; the
 * smallest transfer is Σ max(0, −NPV_b), and it is feasible when the others' surplus covers it.
 *
 * <ul>
 *   <li>No cost: every share of cost is NaN. No gain above zero: every share of gain is NaN.
 *   <li>Losses (G_b &lt; 0) are not netted against the gains of others in shares; they are in NPV.
 * </ul>
 *
 * <p>Agreement difficulty is our own index; no study validates it yet.
 */
public final class PayerGainer {

  /** What one public krone costs society beyond itself; in the social break-even only. */
  private static final double TAX_COST = 0.2;

  private static final PayerGainer DEFAULT = new PayerGainer();

  private PayerGainer() {}

  public static PayerGainer withDefaults() {
    return DEFAULT;
  }

  /**
   * The account of one measure.
   *
   * @param cost of each budget, not negative
   * @param gain of each budget, retained; negative is a loss
   * @param userBenefit what the users gain, in no budget
   */
  public Estimate estimate(double[] cost, double[] gain, double userBenefit) {
    int n = cost.length;
    double[] positive = Arrays.stream(gain).map(g -> Math.max(0, g)).toArray();
    double totalCost = Sums.of(cost);
    double totalGain = Sums.of(positive);
    double[] costShare = new double[n];
    double[] gainShare = new double[n];
    double[] npv = new double[n];
    int lead = 0;
    for (int b = 0; b < n; b++) {
      costShare[b] = totalCost > 0 ? cost[b] / totalCost : Double.NaN;
      gainShare[b] = totalGain > 0 ? positive[b] / totalGain : Double.NaN;
      npv[b] = gain[b] - cost[b];
      lead = cost[b] > cost[lead] ? b : lead;
    }
    double outside = 0;
    double nonPaying = 0;
    double variation = 0;
    double concentration = 0;
    double shortfall = 0;
    double surplus = 0;
    for (int b = 0; b < n; b++) {
      outside += b == lead ? 0 : positive[b];
      nonPaying += cost[b] == 0 ? positive[b] : 0;
      variation += Math.abs(costShare[b] - gainShare[b]) / 2;
      double mean = (costShare[b] + gainShare[b]) / 2;
      concentration += mean * mean;
      shortfall += Math.max(0, -npv[b]);
      surplus += Math.max(0, npv[b]);
    }
    double total = Sums.of(npv);
    List<Budget> budgets = new ArrayList<>();
    for (int b = 0; b < n; b++) {
      budgets.add(new Budget(
          cost[b],
          gain[b],
          npv[b],
          npv[b] - costShare[b] * total,
          costShare[b],
          gainShare[b],
          cost[b] > 0 ? gain[b] / cost[b] : Double.NaN,
          npv[b] < 0,
          transfer(npv[b], shortfall, surplus)));
    }
    return new Estimate(
        budgets,
        lead,
        userBenefit,
        total,
        totalGain > 0 ? outside / totalGain : Double.NaN,
        totalGain > 0 ? nonPaying / totalGain : Double.NaN,
        concentration,
        variation,
        shortfall,
        surplus,
        coalition(positive, totalCost));
  }

  /** What budget b receives: its shortfall, or less its part of the others' by its part of the surplus. */
  private static double transfer(double npv, double shortfall, double surplus) {
    if (surplus < shortfall) {
      return Double.NaN;
    }
    return npv < 0 ? -npv : surplus > 0 ? 0 - npv / surplus * shortfall : 0;
  }

  private static OptionalInt coalition(double[] gain, double cost) {
    double[] sorted = gain.clone();
    Arrays.sort(sorted);
    double covered = 0;
    for (int k = 1; k <= sorted.length; k++) {
      covered += sorted[sorted.length - k];
      if (covered >= cost) {
        return OptionalInt.of(k);
      }
    }
    return OptionalInt.empty();
  }

  /**
   * The effect at which gains reach the cost.
   *
   * @param unitValue kroner by which one unit of effect on one person moves each budget, retained
   * @param userValue likewise for the users
   */
  public BreakEven breakEven(double[] cost, double[] unitValue, double userValue, double persons) {
    int lead = 0;
    for (int b = 1; b < cost.length; b++) {
      lead = cost[b] > cost[lead] ? b : lead;
    }
    double total = Sums.of(cost);
    double values = Sums.of(unitValue);
    double heavy = 1 + TAX_COST;
    return new BreakEven(
        reach(cost[lead], unitValue[lead] * persons),
        reach(total, values * persons),
        reach(heavy * total, (heavy * values + userValue) * persons));
  }

  private static double reach(double cost, double perEffect) {
    return perEffect > 0 ? cost / perEffect : Double.NaN;
  }

  /**
   * Effects; NaN where no effect is large enough because nothing is gained by it.
   *
   * @param payer for the lead payer alone
   * @param budgets for all budgets together
   * @param society with the users' value, and the tax cost on net public kroner
   */
  public record BreakEven(double payer, double budgets, double society) {}

  /** One budget of the ledger. */
  public record Budget(
      double cost,
      double gain,
      double npv,
      double incentiveGap,
      double costShare,
      double gainShare,
      double returnOwn,
      boolean veto,
      double transfer) {}

  /**
   * The account, budget by budget and together.
   *
   * @param lead the budget that pays most; the first of equals
   * @param hhi concentration of cost and gain over the budgets
   * @param shortfall what must be moved at least so that nobody loses
   * @param coalition the fewest budgets whose gains cover the whole cost
   */
  public record Estimate(
      List<Budget> budgets,
      int lead,
      double userBenefit,
      double npvPublic,
      double gainOutsideLead,
      double gainToNonPaying,
      double hhi,
      double totalVariation,
      double shortfall,
      double surplus,
      OptionalInt coalition) {

    public Estimate {
      budgets = List.copyOf(budgets);
    }

    public double effectiveBudgets() {
      return 1 / hhi;
    }

    public double agreementDifficulty() {
      return totalVariation * (1 - hhi);
    }

    public boolean isFeasible() {
      return surplus >= shortfall;
    }

    public long vetoes() {
      return budgets.stream().filter(Budget::veto).count();
    }
  }
}
