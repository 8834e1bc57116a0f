package no.utfall.method.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.math.Normal;
import no.utfall.method.Result;
import no.utfall.method.Settings;
import no.utfall.method.Tidy;
import no.utfall.problem.Finding;
import no.utfall.text.Money;
import no.utfall.text.Numerals;
import no.utfall.text.Text;
import no.utfall.view.Axis;
import no.utfall.view.Chart;
import no.utfall.view.Mark;
import no.utfall.view.Point;
import no.utfall.view.Table;
import no.utfall.view.Tone;
import org.jspecify.annotations.Nullable;

/** The ledgers of one or more measures as tables, charts and sentences. */
record LedgerResult(
    List<String> by,
    String budgetColumn,
    List<Measure> measures,
    double level,
    List<Finding> findings)
    implements Result {

  private static final double GAIN_SURE = 0.9;

  LedgerResult {
    by = List.copyOf(by);
    measures = List.copyOf(measures);
    findings = List.copyOf(findings);
  }

  /** An effect with its standard error, in units of effect per so many persons. */
  record Effect(double value, double error, double per) {}

  /** One measure: its entries, and what follows from them. */
  record Measure(
      List<String> keys,
      Entries entries,
      PayerGainer.@Nullable Estimate estimate,
      PayerGainer.@Nullable Estimate cashable,
      PayerGainer.@Nullable BreakEven breakEven,
      @Nullable Effect effect) {

    static Measure of(List<String> keys, Entries entries, Settings settings) {
      PayerGainer rule = PayerGainer.withDefaults();
      PayerGainer.BreakEven breakEven = null;
      Effect effect = null;
      boolean gains = settings.has("gainer");
      if (settings.has("unit-value")) {
        double per = settings.number("per");
        double persons = settings.number("persons") / per;
        breakEven =
            rule.breakEven(entries.cost(), entries.unitValue(), entries.userValue(), persons);
        if (settings.has("effect")) {
          effect = new Effect(
              settings.number("effect"),
              settings.has("effect-se") ? settings.number("effect-se") : Double.NaN,
              per);
          double error = Double.isNaN(effect.error()) ? 0 : effect.error();
          entries.valueEffect(persons, effect.value(), error);
          gains = true;
        }
      }
      return new Measure(
          keys,
          entries,
          gains ? rule.estimate(entries.cost(), entries.gain(), entries.userBenefit()) : null,
          gains && settings.has("cashable")
              ? rule.estimate(entries.cost(), entries.cashableGain(), 0)
              : null,
          breakEven,
          effect);
    }

    int lead() {
      double[] cost = entries.cost();
      int lead = 0;
      for (int b = 1; b < cost.length; b++) {
        lead = cost[b] > cost[lead] ? b : lead;
      }
      return lead;
    }

    String leadName() {
      return entries.budgets().get(lead());
    }

    double totalGain() {
      double sum = 0;
      for (double gain : entries.gain()) {
        sum += gain;
      }
      return sum;
    }

    /** P(ΣG > 0); 1 where no uncertainty was given. */
    double gainIsReal() {
      double error = entries.totalError();
      return error == 0 ? (totalGain() > 0 ? 1 : 0) : Normal.cumulative(totalGain() / error);
    }

    boolean isShareAllowed() {
      return gainIsReal() >= GAIN_SURE;
    }
  }

  @Override
  public Frame tidy() {
    Tidy tidy = Tidy.keys(by);
    for (Measure measure : measures) {
      PayerGainer.Estimate estimate = measure.estimate();
      if (estimate != null) {
        addAccount(tidy, measure, estimate);
        addAgreement(tidy, measure, estimate);
      }
      PayerGainer.BreakEven breakEven = measure.breakEven();
      if (breakEven != null) {
        addBreakEven(tidy, measure, "payer", breakEven.payer());
        addBreakEven(tidy, measure, "budgets", breakEven.budgets());
        addBreakEven(tidy, measure, "society", breakEven.society());
      }
    }
    return tidy.frame();
  }

  private void addAccount(Tidy tidy, Measure measure, PayerGainer.Estimate estimate) {
    double z = Normal.quantile(0.5 + level / 2);
    double error = measure.entries().totalError();
    int n = estimate.budgets().size();
    row(tidy, measure, "user_benefit", estimate.userBenefit()).unitOfMeasure("NOK");
    Tidy.Row npv = row(tidy, measure, "npv_public", estimate.npvPublic()).unitOfMeasure("NOK");
    if (error > 0) {
      npv.stdError(error)
          .interval(estimate.npvPublic() - z * error, estimate.npvPublic() + z * error, level);
    }
    row(tidy, measure, "npv_social", estimate.npvPublic() + estimate.userBenefit())
        .unitOfMeasure("NOK");
    double lead = estimate.budgets().get(estimate.lead()).gain();
    row(tidy, measure, "gain_outside_lead_payer", measure.totalGain() - lead).unitOfMeasure("NOK");
    String fixed = measure.effect() == null ? "" : "share fixed by the unit values";
    share(tidy, measure, "gain_outside_lead_payer_share", estimate.gainOutsideLead(), fixed);
    share(tidy, measure, "gain_to_nonpaying_budgets_share", estimate.gainToNonPaying(), fixed);
    if (measure.cashable() != null) {
      share(
          tidy,
          measure,
          "gain_outside_lead_payer_share_cashable",
          measure.cashable().gainOutsideLead(),
          "");
    }
    row(tidy, measure, "retained_share", measure.entries().retainedShare());
    row(tidy, measure, "lead_payer", estimate.budgets().get(estimate.lead()).costShare())
        .note(measure.leadName());
    row(tidy, measure, "n_budgets", n);
  }

  private void share(Tidy tidy, Measure measure, String name, double value, String note) {
    Tidy.Row row = tidy.row(measure.keys()).measure(name);
    if (Double.isNaN(value)) {
      row.status("not-estimable").note("no budget gains");
    } else if (!measure.isShareAllowed()) {
      row.status("unreliable").note("the gain is above 0 with probability below 0.9");
    } else {
      row.estimate(value).note(note);
    }
  }

  private static Tidy.Row row(Tidy tidy, Measure measure, String name, double value) {
    Tidy.Row row = tidy.row(measure.keys()).measure(name).estimate(value);
    if (Double.isNaN(value)) {
      row.status("not-estimable").note("no budget pays, or none gains");
    }
    return row;
  }

  private static void addAgreement(Tidy tidy, Measure measure, PayerGainer.Estimate estimate) {
    row(tidy, measure, "n_eff", estimate.effectiveBudgets());
    row(tidy, measure, "hhi", estimate.hhi());
    row(tidy, measure, "cost_gain_tv", estimate.totalVariation());
    Tidy.Row difficulty =
        row(tidy, measure, "agreement_difficulty", estimate.agreementDifficulty());
    if (!Double.isNaN(estimate.agreementDifficulty())) {
      difficulty.note("experimental");
    }
    row(tidy, measure, "veto_count", estimate.vetoes());
    row(tidy, measure, "min_transfer", estimate.shortfall()).unitOfMeasure("NOK");
    row(tidy, measure, "surplus_available", estimate.surplus()).unitOfMeasure("NOK");
    row(tidy, measure, "transfer_feasible", estimate.isFeasible() ? 1 : 0)
        .note(estimate.isFeasible() ? "yes" : "no");
    Tidy.Row coalition = tidy.row(measure.keys()).measure("min_coalition_size");
    if (estimate.coalition().isPresent()) {
      coalition.estimate(estimate.coalition().getAsInt());
    } else {
      coalition.status("not-applicable").note("all gains together do not cover the cost");
    }
  }

  private static void addBreakEven(Tidy tidy, Measure measure, String whose, double threshold) {
    Tidy.Row row = tidy.row(measure.keys()).measure("break_even_" + whose);
    if (Double.isNaN(threshold)) {
      row.status("not-applicable").note("no gain: no effect is large enough");
      return;
    }
    row.estimate(threshold);
    Effect effect = measure.effect();
    if (effect != null && effect.error() > 0) {
      tidy.row(measure.keys())
          .measure("p_beyond_break_even_" + whose)
          .estimate(Normal.cumulative((effect.value() - threshold) / effect.error()));
    }
  }

  @Override
  public Map<String, Frame> tables() {
    List<String> keys = new ArrayList<>(by);
    keys.add(budgetColumn);
    Tidy tidy = Tidy.keys(keys);
    double z = Normal.quantile(0.5 + level / 2);
    for (Measure measure : measures) {
      List<String> names = measure.entries().budgets();
      double[] errors = measure.entries().gainError();
      PayerGainer.Estimate estimate = measure.estimate();
      for (int b = 0; b < names.size(); b++) {
        List<String> cells = new ArrayList<>(measure.keys());
        cells.add(names.get(b));
        if (estimate == null) {
          tidy.row(cells)
              .measure("cost")
              .estimate(measure.entries().cost()[b])
              .unitOfMeasure("NOK");
        } else {
          addBudget(tidy, cells, estimate.budgets().get(b), errors[b], z);
        }
      }
    }
    return Map.of("budgets", tidy.frame());
  }

  private void addBudget(
      Tidy tidy, List<String> cells, PayerGainer.Budget budget, double error, double z) {
    tidy.row(cells).measure("cost").estimate(budget.cost()).unitOfMeasure("NOK");
    Tidy.Row gain = tidy.row(cells).measure("gain").estimate(budget.gain()).unitOfMeasure("NOK");
    Tidy.Row npv =
        tidy.row(cells).measure("npv_budget").estimate(budget.npv()).unitOfMeasure("NOK");
    if (error > 0) {
      gain.stdError(error).interval(budget.gain() - z * error, budget.gain() + z * error, level);
      npv.stdError(error).interval(budget.npv() - z * error, budget.npv() + z * error, level);
    }
    ratio(tidy, cells, "incentive_gap", budget.incentiveGap(), "no budget pays")
        .unitOfMeasure("NOK");
    ratio(tidy, cells, "cost_share", budget.costShare(), "no budget pays");
    ratio(tidy, cells, "gain_share", budget.gainShare(), "no budget gains");
    ratio(tidy, cells, "return_own", budget.returnOwn(), "pays nothing");
    tidy.row(cells)
        .measure("veto")
        .estimate(budget.veto() ? 1 : 0)
        .note(budget.veto() ? "yes" : "no");
    ratio(
            tidy,
            cells,
            "transfer_prorata",
            budget.transfer(),
            "the surplus of the others does not cover the shortfall")
        .unitOfMeasure("NOK");
  }

  private static Tidy.Row ratio(
      Tidy tidy, List<String> cells, String name, double value, String why) {
    Tidy.Row row = tidy.row(cells).measure(name).estimate(value);
    return Double.isNaN(value) ? row.status("not-applicable").note(why) : row;
  }

  @Override
  public List<Text> reading() {
    List<Text> sentences = new ArrayList<>();
    for (Measure measure : measures) {
      Text name =
          measures.size() == 1 ? Text.none() : Text.same(String.join(", ", measure.keys()) + ": ");
      PayerGainer.Estimate estimate = measure.estimate();
      if (estimate != null) {
        sentences.add(name.plus(payerAndGainers(measure, estimate)));
        sentences.add(name.plus(agreement(estimate)));
      }
      PayerGainer.BreakEven breakEven = measure.breakEven();
      if (breakEven != null && !Double.isNaN(breakEven.society())) {
        sentences.add(name.plus(needed(measure, breakEven)));
      }
    }
    return sentences;
  }

  private static Text payerAndGainers(Measure measure, PayerGainer.Estimate estimate) {
    PayerGainer.Budget lead = estimate.budgets().get(estimate.lead());
    Text pays = Text.of(
            "{0} betaler mest, {1}, og får igjen {2}; {3} havner i andre budsjetter",
            "{0} betaler mest, {1}, og får att {2}; {3} hamnar i andre budsjett",
            "{0} pays most, {1}, and gets back {2}; {3} ends in other budgets")
        .with(
            measure.leadName(),
            money(lead.cost()),
            money(lead.gain()),
            money(measure.totalGain() - lead.gain()));
    return measure.isShareAllowed() && !Double.isNaN(estimate.gainOutsideLead())
        ? pays.plus(Text.of(
                ", {0} prosent av gevinsten.",
                ", {0} prosent av gevinsten.", ", {0} percent of the gain.")
            .with(Numerals.rounded(100 * estimate.gainOutsideLead(), 1)))
        : pays.plus(Text.of(
            ". Gevinsten er for usikker til å deles i prosent.",
            ". Gevinsten er for uviss til å delast i prosent.",
            ". The gain is too uncertain to be split in percent."));
  }

  private static Text agreement(PayerGainer.Estimate estimate) {
    if (estimate.vetoes() == 0) {
      return Text.of(
          "Ingen budsjetter taper på det.",
          "Ingen budsjett taper på det.",
          "No budget loses by it.");
    }
    Text lose = Text.of(
            "{0} av {1} budsjetter taper på det",
            "{0} av {1} budsjett taper på det", "{0} of {1} budgets lose by it")
        .with(estimate.vetoes(), estimate.budgets().size());
    if (estimate.isFeasible()) {
      return lose.plus(Text.of(
              "; en overføring på {0} fra dem som tjener, er nok til at ingen gjør det.",
              "; ei overføring på {0} frå dei som tener, er nok til at ingen gjer det.",
              "; a transfer of {0} from those that gain is enough for none to.")
          .with(money(estimate.shortfall())));
    }
    boolean worth = estimate.npvPublic() + estimate.userBenefit() > 0;
    return lose.plus(
        worth
            ? Text.of(
                "; det kan være verdt å gjøre, men kan ikke betale seg selv.",
                "; det kan vere verdt å gjere, men kan ikkje betale seg sjølv.",
                "; it may be worth doing, but cannot pay for itself.")
            : Text.of(
                "; overskuddet hos de andre er ikke nok til å dekke det.",
                "; overskotet hos dei andre er ikkje nok til å dekkje det.",
                "; the surplus of the others is not enough to cover it."));
  }

  private static Text needed(Measure measure, PayerGainer.BreakEven breakEven) {
    Text society = Text.of(
            "For samfunnet må effekten være minst {0}, for de offentlige budsjettene samlet {1}",
            "For samfunnet må effekten vere minst {0}, for dei offentlege budsjetta samla {1}",
            "For society the effect must be at least {0}, for all public budgets together {1}")
        .with(two(breakEven.society()), two(breakEven.budgets()));
    Text payer = Double.isNaN(breakEven.payer())
        ? Text.of(
                "; {0} får aldri pengene igjen.",
                "; {0} får aldri pengane att.", "; {0} never gets the money back.")
            .with(measure.leadName())
        : Text.of(
                "; for at {0} alene skal gå i null, må den være {1}.",
                "; for at {0} åleine skal gå i null, må han vere {1}.",
                "; for {0} alone to break even it must be {1}.")
            .with(measure.leadName(), two(breakEven.payer()));
    return society.plus(payer);
  }

  private static Text two(double x) {
    return Numerals.rounded(x, Numerals.decimalsFor(0, x));
  }

  /** With two decimals of millions. */
  private static Text money(double nok) {
    return Money.of(nok, 2, Double.POSITIVE_INFINITY);
  }

  @Override
  public List<Chart> charts() {
    List<Chart> charts = new ArrayList<>();
    for (Measure measure : measures) {
      PayerGainer.Estimate estimate = measure.estimate();
      if (estimate != null) {
        charts.add(chart(measure, estimate));
      }
    }
    return charts;
  }

  private Chart chart(Measure measure, PayerGainer.Estimate estimate) {
    List<String> names = measure.entries().budgets();
    List<Text> labels = new ArrayList<>();
    List<Point> pays = new ArrayList<>();
    List<Point> gains = new ArrayList<>();
    TextColumn.Builder budget = TextColumn.builder(budgetColumn);
    NumberColumn.Builder cost = NumberColumn.builder("pays");
    NumberColumn.Builder gain = NumberColumn.builder("gains");
    for (int k = 0; k < names.size(); k++) {
      int b = names.size() - 1 - k;
      PayerGainer.Budget one = estimate.budgets().get(b);
      labels.add(Text.same(names.get(b)));
      pays.add(new Point(0 - one.cost(), k));
      gains.add(new Point(one.gain(), k));
      budget.add(names.get(b));
      cost.add(one.cost());
      gain.add(one.gain());
    }
    String suffix = measures.size() == 1 ? "" : "-" + (measures.indexOf(measure) + 1);
    Text area = measure.keys().isEmpty()
        ? Text.none()
        : Text.same(String.join(", ", measure.keys()) + ". ");
    return new Chart(
        "ledger-payer-gainer" + suffix,
        payerAndGainers(measure, estimate),
        area.plus(Text.of(
            "Kroner som hvert budsjett betaler (til venstre) og får (til høyre)",
            "Kroner som kvart budsjett betaler (til venstre) og får (til høgre)",
            "Kroner that each budget pays (to the left) and gains (to the right)")),
        Text.of("Regnskapet som ble gitt.", "Rekneskapen som vart gitt.", "The ledger given."),
        Text.of(
                "Liggende stolper for {0} budsjetter, betalt mot venstre og fått mot høyre. ",
                "Liggjande stolpar for {0} budsjett, betalt mot venstre og fått mot høgre. ",
                "Lying bars for {0} budgets, paid to the left and gained to the right. ")
            .with(names.size())
            .plus(payerAndGainers(measure, estimate)),
        Axis.number(Text.of("Kroner", "Kroner", "NOK"), 0).fromZero(),
        Axis.categories(Text.none(), labels),
        List.of(
            new Mark.Bars(Text.of("betaler", "betaler", "pays"), Tone.SECOND, pays, false),
            new Mark.Bars(Text.of("får", "får", "gains"), Tone.FOCUS, gains, false)),
        Table.plain(
            "ledger-payer-gainer" + suffix, Frame.of(budget.build(), cost.build(), gain.build())));
  }
}
