package no.utfall.sample;

import java.util.ArrayList;
import java.util.List;
import no.utfall.sample.Estimates.Base;
import no.utfall.sample.Estimates.Estimate;

/** Every figure of lines 9–14 of the specification for one world. */
final class Figures {

  /** A figure with its standard error, NaN where it is exact. */
  record Figure(String quantity, double value, double sd) {}

  private final List<Figure> figures = new ArrayList<>();

  private Figures() {}

  static List<Figure> of(SampleWorld world) {
    Figures all = new Figures();
    all.sizes(world);
    all.ledger();
    all.comparisons(world, Measure.VEIVISER);
    all.comparisons(world, Measure.LOFTET);
    all.add("loftet_pre_mean_veiviser_among_controls", withVeiviserAmongControls(world));
    all.add("correlation_spending_outside", correlation(world));
    all.board(world);
    return List.copyOf(all.figures);
  }

  private void sizes(SampleWorld world) {
    add("population", world.units.stream().mapToInt(u -> u.now().population()).sum());
    add("children", world.units.stream().mapToInt(u -> u.now().children()).sum());
    add(
        "children_low_income_2024",
        world.units.stream().mapToInt(u -> world.whole(u, Years.LAST).poor()).sum());
    add("adopters_veiviser", world.adopters(Measure.VEIVISER).size());
    add("adopters_loftet", world.adopters(Measure.LOFTET).size());
    add("never", world.never().size());
    add("hidden_share", hiddenShare(world, true));
    add("hidden_share_on_codes_of_2024", hiddenShare(world, false));
    add("gap_widened_by", -fullEffect(world) * (Cells.benefit(2) - Cells.benefit(0)));
  }

  private void ledger() {
    int publicGain = 0;
    for (Registers.Gain gain : Registers.Gain.values()) {
      publicGain += gain == Registers.Gain.USER ? 0 : gain.perYear;
    }
    double own = Registers.Gain.MUNICIPALITY.perYear;
    double cost = Measure.VEIVISER.extraPerChild * 17.5 / 18 / 1000;
    double avoided = 0.016;
    add("gain_outside_payer", (publicGain - own) / publicGain);
    add("returned_to_payer", avoided * own / cost);
    add("returned_to_public_budgets", avoided * publicGain / cost);
    add("break_even_public", 100 * cost / publicGain);
    add("break_even_payer", 100 * cost / own);
    add("break_even_society", 100 * 1.2 * cost / (1.2 * publicGain + Registers.Gain.USER.perYear));
  }

  private void comparisons(SampleWorld world, Measure measure) {
    double[][] y = world.percentOutside();
    List<Unit> adopters = world.adopters(measure);
    List<Unit> controls = world.never();
    String id = measure.id;
    add(id + "_truth", truth(adopters));
    add(id + "_cross_section", Estimates.crossSection(y, adopters, controls));
    add(id + "_before_after", Estimates.beforeAfter(y, adopters));
    add(
        id + "_base_last_year",
        Estimates.differenceInDifferences(y, adopters, controls, Base.LAST_YEAR));
    add(
        id + "_base_second_last_year",
        Estimates.differenceInDifferences(y, adopters, controls, Base.SECOND_LAST_YEAR));
    add(
        id + "_pre_mean",
        Estimates.differenceInDifferences(y, adopters, controls, Base.ALL_YEARS_TO_SECOND_LAST));
  }

  private void board(SampleWorld world) {
    Board board = Board.of(world);
    Board.Bar bar = board.bar();
    add("true_reversals", board.trueReversals());
    add("tied_pairs", board.tiedShare());
    add("likely_reversed", bar.reversed());
    add("likely_same", bar.same());
    add("cannot_tell", bar.cannotTell());
    add("reliability", board.reliability());
    add("reliability_of_one_year", Board.of(world, 1).reliability());
  }

  static Estimate withVeiviserAmongControls(SampleWorld world) {
    List<Unit> controls = new ArrayList<>(world.never());
    controls.addAll(world.adopters(Measure.VEIVISER));
    return Estimates.differenceInDifferences(
        world.percentOutside(),
        world.adopters(Measure.LOFTET),
        controls,
        Base.ALL_YEARS_TO_SECOND_LAST);
  }

  /** The mean full effect of the adopters in percentage points. */
  static double truth(List<Unit> adopters) {
    return Estimates.mean(
        adopters.stream().mapToDouble(u -> 0 - u.adoption().tau()).toArray());
  }

  private static double fullEffect(SampleWorld world) {
    return truth(world.adopters(Measure.VEIVISER));
  }

  /** Over all units, both as means of the last three years. */
  static double correlation(SampleWorld world) {
    return Estimates.correlation(
        lastYears(world.spendingPerChild()), lastYears(world.percentOutside()));
  }

  static double[] lastYears(double[][] x) {
    double[] means = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      means[i] = Estimates.mean(x[i], 2022, Years.LAST);
    }
    return means;
  }

  /** The share of the cells of sex and parents' education that is hidden. */
  static double hiddenShare(SampleWorld world, boolean asPublished) {
    int hidden = 0;
    int all = 0;
    for (int year = Years.FIRST; year <= Years.LAST; year++) {
      int at = year;
      List<Observation> seen = asPublished
          ? world.published(year).stream().map(SampleWorld.Published::seen).toList()
          : world.units.stream().map(u -> world.whole(u, at)).toList();
      for (Observation o : seen) {
        for (int count : o.outside()) {
          hidden += Exports.hidden(count) ? 1 : 0;
          all++;
        }
      }
    }
    return (double) hidden / all;
  }

  private void add(String quantity, double value) {
    figures.add(new Figure(quantity, value, Double.NaN));
  }

  private void add(String quantity, Estimate estimate) {
    figures.add(new Figure(quantity, estimate.value(), estimate.standardError()));
  }
}
