package no.utfall.method.contrast;

import java.util.List;
import java.util.Map;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.math.Normal;
import no.utfall.math.RankSets;
import no.utfall.math.Ranks;
import no.utfall.method.LazyTables;
import no.utfall.method.Result;
import no.utfall.method.Tidy;
import no.utfall.problem.Finding;
import no.utfall.text.Text;
import no.utfall.view.Chart;

/** A contrast as tables: the board in the main one, units, pairs and the ten-second headline beside it. */
record ContrastResult(
    Contrast.Estimate estimate, String unitColumn, double nok, List<Finding> findings)
    implements Result {

  private static final String WITHHELD = "the units cannot be put in order: reliability is too low";
  private static final String BOARD = "board";
  private static final double NEGLIGIBLE = 0.1;
  private static final double PERSISTENCE = 0.9;
  private static final int[] SIZES = {0, 2_000, 5_000, 10_000, 20_000, 50_000};

  ContrastResult {
    findings = List.copyOf(findings);
  }

  @Override
  public Frame tidy() {
    Tidy tidy = Tidy.keys("board", "axis");
    Measures board =
        new Measures(tidy, estimate.board().code(), BOARD, estimate.scores().size());
    Contrast.BoardFit fit = estimate.fit();
    board.add("n", estimate.scores().size());
    board.add("delta", estimate.smallestImportant());
    board.add("c", estimate.commonVariance());
    board.add("mu", fit.mu());
    board.add("Q", fit.q());
    board.add("tau2_DL", fit.tau2DL()).method("dersimonian-laird");
    board.add("tau2_PM", fit.tau2PM()).method("paule-mandel");
    addReliability(board);
    board.add("smallest_difference", fit.smallestDifference());
    for (AxisContrast axis : estimate.axes()) {
      addAxis(
          new Measures(
              tidy,
              estimate.board().code(),
              axis.axis().code(),
              estimate.scores().size()),
          axis);
    }
    return tidy.frame();
  }

  /** Adds rows of one axis. */
  private record Measures(Tidy tidy, String board, String axis, int units) {
    Tidy.Row add(String measure, double value) {
      return tidy.row(board, axis).measure(measure).estimate(value).n(units);
    }
  }

  private void addReliability(Measures board) {
    double[] rho = estimate.fit().reliability();
    board.add("reliability_mean", mean(rho));
    board.add("reliability_median", estimate.fit().medianReliability());
    double below = 0;
    for (double r : rho) {
      below += r < Contrast.RELIABLE ? 1 : 0;
    }
    board.add("share_units_below_0.7", below / rho.length);
    double[] population = estimate.scores().population;
    if (population == null) {
      return;
    }
    for (int k = 0; k < SIZES.length; k++) {
      double from = SIZES[k];
      double to = k + 1 < SIZES.length ? SIZES[k + 1] : Double.POSITIVE_INFINITY;
      int count = 0;
      double sum = 0;
      for (int i = 0; i < rho.length; i++) {
        if (population[i] >= from && population[i] < to) {
          count++;
          sum += rho[i];
        }
      }
      String size = k == 0
          ? "under_" + SIZES[1]
          : k + 1 < SIZES.length ? SIZES[k] + "_" + (SIZES[k + 1] - 1) : SIZES[k] + "_up";
      board.add("n_pop_" + size, count);
      if (count > 0) {
        board.add("reliability_mean_pop_" + size, sum / count);
      }
    }
  }

  private void addAxis(Measures out, AxisContrast axis) {
    Reversals reversals = axis.reversals();
    PairTests tests = axis.tests();
    out.add("pairs", reversals.pairs());
    if (reversals.pairs() < tests.pairs()) {
      out.add("practically_equal_input", reversals.equalInput());
    }
    addApart(out, axis);
    if (!Double.isNaN(axis.needCorrelation())) {
      out.add("need_correlation", axis.needCorrelation());
    }
    out.add("somers_d", tests.somersD()).stdError(axis.agreement().somersDError());
    out.add("reversal_naive", tests.reversed());
    if (axis.isDisplaceable()) {
      out.add("mean_abs_displacement", axis.meanAbsoluteDisplacement());
      out.add("footrule_naive", AxisContrast.footrule(axis.rank(), axis.effectRank()));
      out.add("footrule_expected", axis.footrule().mean())
          .interval(axis.footrule().low(), axis.footrule().high(), 0.9);
      out.add(
          "footrule_of_expected_ranks",
          AxisContrast.footrule(axis.rank(), reversals.expectedRank()));
    } else {
      out.add("mean_abs_displacement", Double.NaN)
          .status("unreliable")
          .note("fewer than 8 units or more than a fifth of the pairs tied: see the pairs");
    }
    addAgreement(out, axis);
    out.add("Q", axis.q());
    addPlugIn(out, axis.derSimonianLaird(), "DL", "dersimonian-laird");
    addPlugIn(out, axis.pauleMandel(), "PM", "paule-mandel");
    String rule = axis.rule();
    Reversals.Bar bar = estimate.bar(axis);
    if (estimate.fit().isDistinguishable()) {
      out.add("reversal_expected", reversals.expected()).method(rule);
      out.add("reversal_money", reversals.moneyWeighted()).method(rule);
      out.add("reversal_money_unrelated", axis.moneyUnrelated()).method("paule-mandel");
    } else {
      out.add("reversal_expected", Double.NaN)
          .status("not-estimable")
          .note("tau2 is 0: nothing is distinguishable");
    }
    out.add("likely_reversed", bar.reversed()).method(rule);
    out.add("likely_same_way", bar.sameWay()).method(rule);
    out.add("cannot_tell", bar.cannotTell()).method(rule);
    if (estimate.smallestImportant() > 0) {
      out.add("practically_equal", reversals.practicallyEqual()).method(rule);
    }
    out.add("efdr05_reversed", reversals.byExpectedRate()).method(rule);
    out.add("efdr05_same_way", reversals.sameByExpectedRate()).method(rule);
    out.add("confirmed_reversed", axis.confirmed().reversed()).method("step-down");
    out.add("confirmed_same_way", axis.confirmed().sameWay()).method("step-down");
    out.add("holm05_reversed", tests.holm()).method("holm");
    String dependence =
        "pairs that share a unit violate positive dependence; BH is not guaranteed here";
    out.add("bh05_reversed", tests.benjaminiHochberg())
        .method("benjamini-hochberg")
        .note(dependence);
    out.add("by05_reversed", tests.benjaminiYekutieli())
        .method("benjamini-yekutieli")
        .note(dependence);
    out.add("spearman_expected", axis.expectedSpearman());
    addMoney(out, axis);
    out.add(
        "share_units_above_zero_p95", axis.shareSure(i -> 1 - axis.posterior().below(i, 0)));
    out.add(
        "share_units_above_zero_p95_c_dropped",
        axis.shareSure(i -> 1 - axis.posterior().belowWithoutCommon(i, 0)));
  }

  /** Of the pairs that can be told apart on the axis. */
  private void addApart(Measures out, AxisContrast axis) {
    Reversals apart = axis.apart();
    if (apart == null) {
      return;
    }
    boolean told = estimate.fit().isDistinguishable();
    Reversals.Bar bar = told ? apart.bar() : Reversals.Bar.NOTHING;
    out.add("pairs_apart", apart.pairs());
    out.add("not_apart", apart.equalInput());
    if (told) {
      out.add("reversal_expected_apart", apart.expected()).method(axis.rule());
    }
    out.add("likely_reversed_apart", bar.reversed()).method(axis.rule());
    out.add("likely_same_way_apart", bar.sameWay()).method(axis.rule());
    out.add("cannot_tell_apart", bar.cannotTell()).method(axis.rule());
  }

  private void addAgreement(Measures out, AxisContrast axis) {
    double z = Normal.quantile(0.5 + estimate.confLevel() / 2);
    double tau = axis.agreement().tauB();
    double error = axis.agreement().tauBError();
    out.add("tau_b", tau)
        .stdError(error)
        .interval(tau - z * error, tau + z * error, estimate.confLevel());
    out.add("tau_b_negligible", tau)
        .test(
            Double.NaN,
            Double.NaN,
            Math.max(
                Normal.cumulative((tau - NEGLIGIBLE) / error),
                Normal.cumulative((-NEGLIGIBLE - tau) / error)))
        .method("two-one-sided");
    out.add("rbo", axis.overlap(PERSISTENCE));
    double[] limits = axis.agreement().spearmanInterval(estimate.confLevel());
    out.add("spearman", axis.agreement().spearman())
        .interval(limits[0], limits[1], estimate.confLevel());
  }

  private void addPlugIn(Measures out, AxisContrast.PlugIn fit, String suffix, String method) {
    double z = Normal.quantile(0.5 + estimate.confLevel() / 2);
    out.add("tau2_" + suffix, fit.tau2()).method(method);
    out.add("mu_" + suffix, fit.mu()).method(method);
    out.add("beta_" + suffix, fit.beta())
        .stdError(fit.betaSe())
        .interval(
            fit.beta() - z * fit.betaSe(), fit.beta() + z * fit.betaSe(), estimate.confLevel())
        .method(method);
    out.add("beta_se_" + suffix, fit.betaSe()).method(method);
    out.add("reversal_expected_" + suffix, fit.expected()).method(method);
  }

  private static void addMoney(Measures out, AxisContrast axis) {
    AxisContrast.Money money = axis.money();
    if (money == null) {
      return;
    }
    addQuadrant(out, "money_high_x_below_delta", money.highBelow(), true);
    addQuadrant(out, "money_high_x_above_delta", money.highAbove(), true);
    addQuadrant(out, "money_low_x_below_delta", money.lowBelow(), true);
    addQuadrant(out, "money_low_x_above_delta", money.lowAbove(), true);
    addQuadrant(out, "money_high_x_below_delta_p90", money.highBelowSure(), false);
    addQuadrant(out, "money_low_x_above_delta_p90", money.lowAboveSure(), false);
  }

  private static void addQuadrant(
      Measures out, String measure, QuadrantMoney quadrant, boolean lift) {
    out.add(measure, quadrant.share());
    out.add(measure + "_chance", quadrant.chance());
    if (lift) {
      out.add(measure + "_lift", quadrant.lift());
    }
  }

  private static double mean(double[] x) {
    double sum = 0;
    for (double v : x) {
      sum += v;
    }
    return sum / x.length;
  }

  @Override
  public Map<String, Frame> tables() {
    return new LazyTables()
        .with("units", this::units)
        .with("pairs", this::pairs)
        .with("headline", () -> new Headline(this).table());
  }

  private Frame units() {
    Tidy tidy = Tidy.keys("board", "axis", unitColumn);
    Scores scores = estimate.scores();
    double z = Normal.quantile(0.5 + estimate.confLevel() / 2);
    double level = estimate.confLevel();
    String board = estimate.board().code();
    double[] rank = Ranks.descending(scores.effect);
    RankSets sets = estimate.marginalSets();
    for (int i = 0; i < scores.size(); i++) {
      String unit = scores.unit[i];
      double error = scores.stdError[i];
      tidy.row(board, BOARD, unit)
          .measure("effect")
          .estimate(scores.effect[i])
          .stdError(error)
          .interval(scores.effect[i] - z * error, scores.effect[i] + z * error, level);
      ordered(tidy.row(board, BOARD, unit).measure("rank_effect"), rank[i])
          .interval(sets.best(i), sets.worst(i), level)
          .method("marginal");
      ordered(tidy.row(board, BOARD, unit).measure("rank_effect_simultaneous"), rank[i])
          .interval(estimate.effectSets().best(i), estimate.effectSets().worst(i), level)
          .method("simultaneous");
      Tidy.Row rho =
          tidy.row(board, BOARD, unit).measure("rho").estimate(estimate.fit().reliability()[i]);
      if (!estimate.isNameable(i)) {
        rho.note("below 0.7: no verdict names this unit");
      }
      for (AxisContrast axis : estimate.axes()) {
        addUnit(tidy, axis, i, z);
      }
    }
    return tidy.frame();
  }

  private void addUnit(Tidy tidy, AxisContrast axis, int i, double z) {
    String board = estimate.board().code();
    String code = axis.axis().code();
    String unit = estimate.scores().unit[i];
    double level = estimate.confLevel();
    double n = estimate.scores().size();
    tidy.row(board, code, unit).measure("x").estimate(axis.x()[i]);
    tidy.row(board, code, unit).measure("score").estimate(100 * (n - axis.rank()[i] + 0.5) / n);
    Tidy.Row place = tidy.row(board, code, unit).measure("rank").estimate(axis.rank()[i]);
    if (axis.inputSets() != null) {
      place.interval(axis.bestPlace(i), axis.worstPlace(i), level);
    }
    ordered(tidy.row(board, code, unit).measure("displacement"), axis.displacement(i))
        .interval(
            axis.bestPlace(i) - estimate.effectSets().worst(i),
            axis.worstPlace(i) - estimate.effectSets().best(i),
            level);
    double mean = axis.posterior().mean(i);
    double sd = axis.posterior().sd(i);
    tidy.row(board, code, unit)
        .measure("post_mean")
        .estimate(mean)
        .stdError(sd)
        .interval(mean - z * sd, mean + z * sd, level)
        .method(axis.rule());
    tidy.row(board, code, unit).measure("post_sd").estimate(sd).method(axis.rule());
    ordered(
        tidy.row(board, code, unit).measure("expected_rank_effect"),
        axis.reversals().expectedRank()[i]);
    ordered(
        tidy.row(board, code, unit).measure("displacement_expected"), axis.expectedDisplacement(i));
    double below = axis.belowDelta()[i];
    tidy.row(board, code, unit).measure("p_below_delta").estimate(below);
    tidy.row(board, code, unit)
        .measure("p_above_zero")
        .estimate(1 - axis.posterior().below(i, 0));
    String side = axis.upper()[i] > 0.5 ? "high" : axis.upper()[i] < 0.5 ? "low" : "middle";
    Tidy.Row quadrant = tidy.row(board, code, unit)
        .measure("quadrant_" + side + "_x_" + (below >= 0.5 ? "below" : "above") + "_delta");
    if (estimate.isNameable(i)) {
      quadrant.estimate(Math.max(below, 1 - below));
    } else {
      quadrant.status("unreliable").note("reliability below 0.7");
    }
  }

  private Tidy.Row ordered(Tidy.Row row, double value) {
    return estimate.isRankable()
        ? row.estimate(value)
        : row.status("unreliable").note(WITHHELD);
  }

  private Frame pairs() {
    Scores scores = estimate.scores();
    TextColumn.Builder axisColumn = TextColumn.builder("axis");
    TextColumn.Builder more = TextColumn.builder(unitColumn);
    TextColumn.Builder less = TextColumn.builder(unitColumn + "_less");
    NumberColumn.Builder p = NumberColumn.builder("estimate");
    TextColumn.Builder note = TextColumn.builder("note");
    for (AxisContrast axis : estimate.axes()) {
      for (int i = 0; i < scores.size(); i++) {
        for (int j = 0; j < scores.size(); j++) {
          if (axis.rank()[i] < axis.rank()[j]) {
            axisColumn.add(axis.axis().code());
            more.add(scores.unit[i]);
            less.add(scores.unit[j]);
            p.add(axis.posterior().below(i, j, 0));
            note.add(
                estimate.effectSets().isAbove(j, i)
                    ? "confirmed reversed"
                    : estimate.effectSets().isAbove(i, j) ? "confirmed same way" : "");
          }
        }
      }
    }
    Frame keys = Frame.of(axisColumn.build(), more.build(), less.build());
    int n = keys.rows();
    return Frame.of(
        constant("board", estimate.board().code(), n),
        keys.column("axis"),
        keys.column(unitColumn),
        keys.column(unitColumn + "_less"),
        constant("measure", "p_reversed", n),
        p.build(),
        constant("status", estimate.isRankable() ? "ok" : "unreliable", n),
        note.build());
  }

  private static TextColumn constant(String name, String cell, int n) {
    TextColumn.Builder builder = TextColumn.builder(name);
    for (int i = 0; i < n; i++) {
      builder.add(cell);
    }
    return builder.build();
  }

  @Override
  public List<Text> reading() {
    return new Headline(this).sentences();
  }

  @Override
  public List<Chart> charts() {
    return new ContrastCharts(this).all();
  }
}
