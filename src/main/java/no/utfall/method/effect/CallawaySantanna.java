package no.utfall.method.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Effects by cohort and period under staggered adoption, without covariates.
 *
 * <p>For the cohort g (units first treated in period g) and the period t, with dY = Y(t) − Y(b),
 *
 * <pre>ATT(g,t) = mean of dY over the cohort − mean of dY over the comparison units</pre>
 *
 * The base b is the last period before g − anticipation where t ≥ g. Before that it is the period before t (varying)
 * or the same period as after the start (universal). With the base pre-mean, Y(b) is for all t the mean of the periods
 * before g − anticipation but the last: where units start because of a bad period, that period is no base. Comparison
 * units are those never treated, or those not treated by max(t, b) + anticipation, the cohort itself apart; with the
 * base pre-mean those not treated by the period after that, so that their own bad period is not compared with.
 *
 * <p>With n units that weigh w, W(g) the weight of the cohort and W(C) that of those to compare with, the means are
 * weighted, and a unit's influence on ATT(g,t) is n w/W(g) · (dY − mean) in the cohort, −n w/W(C) · (dY − mean) among
 * the comparison units, 0 elsewhere; the standard error is the root of the sum of squares (over clusters: of the
 * squared cluster sums), divided by n. No small-sample correction. Weights count as known.
 *
 * <ul>
 *   <li>A cohort of one unit, or in one cluster, has no spread of its own: its standard error is NaN.
 *   <li>A cohort with one period before its start has no cell with the base pre-mean.
 *   <li>The reference period of the universal base is 0 by definition, standard error NaN.
 *   <li>A cell that has no comparison unit has the effect NaN and takes no part in any average.
 * </ul>
 *
 * @see "Callaway & Sant'Anna (2021), Difference-in-Differences with multiple time periods, Journal of Econometrics
 *     225(2), doi:10.1016/j.jeconom.2020.12.001. Agrees with did::att_gt 2.5.1 (xformla = ~1, bstrap = FALSE), which
 *     gives a cohort of one unit a standard error from the comparison units alone."
 */
public final class CallawaySantanna {

  /** Whom the treated are compared with. */
  public enum Control {
    NEVER_TREATED("never-treated"),
    NOT_YET_TREATED("not-yet-treated");

    private final String code;

    Control(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /** What effects are measured from. */
  public enum Base {
    VARYING("varying"),
    UNIVERSAL("universal"),
    /** The mean of all periods before the start but the last. */
    PRE_MEAN("pre-mean");

    private final String code;

    Base(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }

    static Base of(String code) {
      return Arrays.stream(values())
          .filter(base -> base.code.equals(code))
          .findFirst()
          .orElseThrow();
    }
  }

  private static final CallawaySantanna DEFAULT =
      new CallawaySantanna(Control.NOT_YET_TREATED, Base.VARYING, 0);

  private final Control control;
  private final Base base;
  private final int anticipation;

  private CallawaySantanna(Control control, Base base, int anticipation) {
    this.control = control;
    this.base = base;
    this.anticipation = anticipation;
  }

  /** Not-yet-treated comparison units, varying base, no anticipation. */
  public static CallawaySantanna withDefaults() {
    return DEFAULT;
  }

  public CallawaySantanna control(Control against) {
    return new CallawaySantanna(against, base, anticipation);
  }

  public CallawaySantanna base(Base from) {
    return new CallawaySantanna(control, from, anticipation);
  }

  /** Periods before the start in which the measure may already be felt; at least 0. */
  public CallawaySantanna anticipation(int periods) {
    if (periods < 0) {
      throw new IllegalArgumentException("anticipation of " + periods + " periods");
    }
    return new CallawaySantanna(control, base, periods);
  }

  /**
   * @throws IllegalArgumentException when a unit has no period before its start and anticipation: it can be neither
   *     treated nor compared with
   */
  public GroupTimeEffects estimate(Adoption panel) {
    check(panel);
    int[] periods = panel.periods();
    List<GroupTimeEffects.Cell> cells = new ArrayList<>();
    for (int cohort : panel.cohorts()) {
      int last = placeBefore(periods, cohort - anticipation);
      if (base == Base.PRE_MEAN) {
        for (int t = 0; t < periods.length && last > 0; t++) {
          cells.add(cell(panel, cohort, t, 0, last - 1));
        }
      } else {
        for (int t = base == Base.VARYING ? 1 : 0; t < periods.length; t++) {
          boolean before = periods[t] < cohort;
          int from = before && base == Base.VARYING ? t - 1 : last;
          cells.add(cell(panel, cohort, t, from, from));
        }
      }
    }
    return new GroupTimeEffects(panel, base, cells);
  }

  /**
   * A start pretended two periods earlier, with the base pre-mean: the second last period before the true start
   * against all periods before it but the one next to it. The last period before the true start is not looked at.
   *
   * @return one cell for each cohort with four periods before its start
   */
  GroupTimeEffects pretendedStart(Adoption panel) {
    check(panel);
    CallawaySantanna preMean = base(Base.PRE_MEAN);
    List<GroupTimeEffects.Cell> cells = new ArrayList<>();
    for (int cohort : panel.cohorts()) {
      int last = placeBefore(panel.periods(), cohort - anticipation);
      if (last > 2) {
        cells.add(preMean.cell(panel, cohort, last - 1, 0, last - 3));
      }
    }
    return new GroupTimeEffects(panel, Base.PRE_MEAN, cells);
  }

  private void check(Adoption panel) {
    for (int i = 0; i < panel.units(); i++) {
      if (panel.start(i) <= panel.first() + anticipation) {
        throw new IllegalArgumentException(
            "unit " + i + " has no period before its start " + panel.start(i));
      }
    }
  }

  /** The place of the last period before this one. */
  private static int placeBefore(int[] periods, int period) {
    int place = 0;
    while (place + 1 < periods.length && periods[place + 1] < period) {
      place++;
    }
    return place;
  }

  /** The period until which units to compare with are untreated; with the base pre-mean the one after too. */
  private int untreatedIn(int[] periods, int place) {
    if (base != Base.PRE_MEAN) {
      return periods[place];
    }
    return place + 1 < periods.length ? periods[place + 1] : periods[place] + 1;
  }

  private GroupTimeEffects.Cell cell(Adoption panel, int cohort, int at, int from, int to) {
    int lastPeriod = panel.last();
    int[] periods = panel.periods();
    // the first start that still leaves a unit untreated in both periods
    long untreated = control == Control.NEVER_TREATED
        ? (long) lastPeriod + anticipation + 1
        : (long) untreatedIn(periods, Math.max(at, to)) + anticipation + 1;
    double[] now = panel.outcomes(at);
    double[] then = panel.outcomes(from, to);
    double treatedSum = 0;
    double controlSum = 0;
    double treatedWeight = 0;
    double controlWeight = 0;
    int treated = 0;
    int controls = 0;
    for (int i = 0; i < now.length; i++) {
      int start = panel.start(i);
      if (start == cohort) {
        treatedSum += panel.weight(i) * (now[i] - then[i]);
        treatedWeight += panel.weight(i);
        treated++;
      } else if (start >= untreated) {
        controlSum += panel.weight(i) * (now[i] - then[i]);
        controlWeight += panel.weight(i);
        controls++;
      }
    }
    return new GroupTimeEffects.Cell(
        cohort,
        at,
        from,
        to,
        periods[at],
        untreated,
        new GroupTimeEffects.Side(treated, treatedWeight, treatedSum / treatedWeight),
        new GroupTimeEffects.Side(
            controls, controlWeight, controls == 0 ? Double.NaN : controlSum / controlWeight));
  }
}
