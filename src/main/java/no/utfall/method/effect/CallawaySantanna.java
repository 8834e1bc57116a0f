package no.utfall.method.effect;

import java.util.ArrayList;
import java.util.List;

/**
 * Effects by cohort and period under staggered adoption, without covariates.
 *
 * <p>For the cohort g (units first treated in period g) and the period t, with dY = Y(t) − Y(b),
 *
 * <pre>ATT(g,t) = mean of dY over the cohort − mean of dY over the comparison units</pre>
 *
 * The base b is the last period before g − anticipation where t ≥ g. Before that it is the period before t (varying)
 * or the same period as after the start (universal). Comparison units are those never treated, or those not treated
 * by max(t, b) + anticipation, the cohort itself apart.
 *
 * <p>With n units, n(g) in the cohort and n(C) to compare with, a unit's influence on ATT(g,t) is n/n(g) · (dY − mean)
 * in the cohort, −n/n(C) · (dY − mean) among the comparison units, 0 elsewhere; the standard error is the root of the
 * sum of squares (over clusters: of the squared cluster sums), divided by n. No small-sample correction.
 *
 * <ul>
 *   <li>A cohort of one unit, or in one cluster, has no spread of its own: its standard error is NaN.
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

  /** Which period effects before the start are measured from. */
  public enum Base {
    VARYING("varying"),
    UNIVERSAL("universal");

    private final String code;

    Base(String code) {
      this.code = code;
    }

    public String code() {
      return code;
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
    for (int i = 0; i < panel.units(); i++) {
      if (panel.start(i) <= panel.first() + anticipation) {
        throw new IllegalArgumentException(
            "unit " + i + " has no period before its start " + panel.start(i));
      }
    }
    int[] periods = panel.periods();
    List<GroupTimeEffects.Cell> cells = new ArrayList<>();
    for (int cohort : panel.cohorts()) {
      int reference = placeBefore(periods, cohort - anticipation);
      for (int t = base == Base.VARYING ? 1 : 0; t < periods.length; t++) {
        boolean before = periods[t] < cohort;
        int from = before && base == Base.VARYING ? t - 1 : reference;
        cells.add(cell(panel, cohort, t, from));
      }
    }
    return new GroupTimeEffects(panel, cells);
  }

  /** The place of the last period before this one. */
  private static int placeBefore(int[] periods, int period) {
    int place = 0;
    while (place + 1 < periods.length && periods[place + 1] < period) {
      place++;
    }
    return place;
  }

  private GroupTimeEffects.Cell cell(Adoption panel, int cohort, int at, int from) {
    int lastPeriod = panel.last();
    int[] periods = panel.periods();
    // the first start that still leaves a unit untreated in both periods
    long untreated = control == Control.NEVER_TREATED
        ? (long) lastPeriod + anticipation + 1
        : (long) periods[Math.max(at, from)] + anticipation + 1;
    double[] now = panel.outcomes(at);
    double[] then = panel.outcomes(from);
    double treatedSum = 0;
    double controlSum = 0;
    int treated = 0;
    int controls = 0;
    for (int i = 0; i < now.length; i++) {
      int start = panel.start(i);
      if (start == cohort) {
        treatedSum += now[i] - then[i];
        treated++;
      } else if (start >= untreated) {
        controlSum += now[i] - then[i];
        controls++;
      }
    }
    return new GroupTimeEffects.Cell(
        cohort,
        at,
        from,
        periods[at],
        untreated,
        treated,
        controls,
        treatedSum / treated,
        controls == 0 ? Double.NaN : controlSum / controls);
  }
}
