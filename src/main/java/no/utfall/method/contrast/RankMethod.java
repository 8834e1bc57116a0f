package no.utfall.method.contrast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.math.Normal;
import no.utfall.method.Card;
import no.utfall.method.Method;
import no.utfall.method.Option;
import no.utfall.method.Result;
import no.utfall.method.Roles;
import no.utfall.method.Settings;
import no.utfall.method.Tidy;
import no.utfall.problem.Finding;
import no.utfall.text.Numerals;
import no.utfall.text.Text;
import no.utfall.view.Axis;
import no.utfall.view.Chart;
import no.utfall.view.Mark;
import no.utfall.view.Point;
import no.utfall.view.Span;
import no.utfall.view.Table;
import no.utfall.view.Tone;

/** {@code rank}: the rank of each unit with the set of ranks it may have. */
public final class RankMethod implements Method {

  private static final Card CARD = new Card(
      "rank",
      Text.of("Plass med usikkerhet", "Plass med uvisse", "Ranks with their uncertainty"),
      Text.of(
          "Hvilke plasser kan hver enhet ha, når anslagene er usikre?",
          "Kva plassar kan kvar eining ha, når anslaga er usikre?",
          "Which ranks may each unit have, the estimates being uncertain?"),
      List.of(
          Roles.UNIT.needed(),
          Roles.VALUE.needed(),
          Options.STD_ERROR.needed(),
          Options.DIRECTION,
          Option.choice(
              "sets",
              "simultaneous",
              List.of("simultaneous", "marginal"),
              Text.of(
                  "Om mengdene gjelder alle enheter samtidig eller én om gangen",
                  "Om mengdene gjeld alle einingar samtidig eller éi om gongen",
                  "Whether the sets hold for all units at once or for one at a time")),
          Option.choice(
              "step",
              "down",
              List.of("down", "single"),
              Text.of(
                  "Trinnvis nedover eller ett trinn",
                  "Trinnvis nedover eller eitt trinn",
                  "Step-down or single step")),
          Options.draws("2000"),
          Options.SEED,
          Roles.CONF_LEVEL),
      List.of(
          new Card.Named(
              "rank",
              Text.of(
                  "Plass, 1 er best; conf_low og conf_high er ytterste plasser i mengden",
                  "Plass, 1 er best; conf_low og conf_high er ytste plassar i mengda",
                  "Rank, 1 is best; conf_low and conf_high are the outermost ranks of the set")),
          new Card.Named(
              "value",
              Text.of("Anslaget som ble gitt", "Anslaget som vart gitt", "The estimate given"))),
      List.of(),
      Text.of(
          "i er over j når (y_i − y_j) / √(s_i² + s_j²) > c; c er kvantilen til den største slike forskjellen i ren støy. Mengden: 1 + antall over … n − antall under.",
          "i er over j når (y_i − y_j) / √(s_i² + s_j²) > c; c er kvantilen til den største slike skilnaden i rein støy. Mengda: 1 + talet over … n − talet under.",
          "i is above j when (y_i − y_j) / √(s_i² + s_j²) > c; c is the quantile of the largest such difference in pure noise. The set: 1 + number above … n − number below."),
      List.of(
          Text.of(
              "Anslagene er uavhengige og omtrent normalfordelte.",
              "Anslaga er uavhengige og om lag normalfordelte.",
              "Estimates are independent and about normal."),
          Text.of(
              "Standardfeilene er kjente.",
              "Standardfeila er kjende.",
              "Standard errors are known.")),
      List.of(Text.of(
          "Når mengdene dekker nesten alle plasser: da sier rekkefølgen ingenting.",
          "Når mengdene dekkjer nesten alle plassar: då seier rekkjefølgja ingenting.",
          "When the sets cover nearly all ranks: then the order says nothing.")),
      List.of(new Card.Reference(
          "Mogstad, M., Romano, J. P., Shaikh, A. M. and Wilhelm, D. (2024). Inference for ranks. Review of Economic Studies 91(1), 476–518.",
          "10.1093/restud/rdad006")),
      List.of(
          new Card.Peer(
              "csranks 1.2.3",
              Text.of(
                  "Like mengder innenfor simuleringsfeilen; her brukes minne som antall enheter, ikke kvadratet.",
                  "Like mengder innanfor simuleringsfeilen; her blir minne brukt som talet på einingar, ikkje kvadratet.",
                  "Equal sets within simulation error; memory here grows with the units, not their square."))),
      List.of(
          "utfall rank sample-data/data/tavle.csv --unit kommune --value effekt --std-error feil"));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public Result apply(Frame data, Settings settings) {
    String unit = settings.text("unit");
    String value = settings.text("value");
    String error = settings.text("std-error");
    Estimates rows = Estimates.read(data, unit, List.of(value, error), List.of(error), 2);
    Scores scores = Scores.of(rows.units(unit), rows.turned(settings), rows.numbers(error));
    RankOrder order =
        RankOrder.withDefaults().draws(Options.readDraws(settings), settings.integer("seed"));
    if (settings.text("sets").equals("marginal")) {
      order = order.marginal();
    }
    if (settings.text("step").equals("single")) {
      order = order.singleStep();
    }
    List<Level> levels = new ArrayList<>();
    for (double level : settings.numbers("conf-level")) {
      levels.add(new Level(
          Options.readLevel(level),
          order.confLevel(level).estimate(scores.effect, scores.stdError)));
    }
    boolean turned = settings.text("direction").equals("lower-is-better");
    String method = settings.text("sets") + "-" + settings.text("step");
    return new Ranked(unit, scores, turned, method, levels, rows.findings());
  }

  private record Level(double level, RankOrder.Estimate estimate) {}

  private record Ranked(
      String unitColumn,
      Scores scores,
      boolean turned,
      String method,
      List<Level> levels,
      List<Finding> findings)
      implements Result {

    private static final int MOST_UNITS = 40;

    @Override
    public Frame tidy() {
      Tidy tidy = Tidy.keys(unitColumn);
      for (int i = 0; i < scores.size(); i++) {
        for (Level level : levels) {
          double z = Normal.quantile(0.5 + level.level() / 2);
          double value = turned ? 0 - scores.effect[i] : scores.effect[i];
          double reach = z * scores.stdError[i];
          tidy.row(scores.unit[i])
              .measure("rank")
              .estimate(level.estimate().rank()[i])
              .interval(
                  level.estimate().sets().best(i), level.estimate().sets().worst(i), level.level())
              .n(scores.size())
              .method(method);
          tidy.row(scores.unit[i])
              .measure("value")
              .estimate(value)
              .stdError(scores.stdError[i])
              .interval(value - reach, value + reach, level.level())
              .n(scores.size());
        }
      }
      return tidy.frame();
    }

    @Override
    public List<Text> reading() {
      Level level = levels.get(0);
      int first = 0;
      for (int i = 0; i < scores.size(); i++) {
        first += level.estimate().sets().best(i) == 1 ? 1 : 0;
      }
      return List.of(Text.of(
              "En plass er i snitt et spenn på {0} av {1} plasser; {2} enheter kan være nummer én.",
              "Ein plass er i snitt eit spenn på {0} av {1} plassar; {2} einingar kan vere nummer éin.",
              "A rank is on average a span of {0} of {1} ranks; {2} units may be number one.")
          .with(Numerals.rounded(level.estimate().meanWidth(), 0), scores.size(), first));
    }

    @Override
    public List<Chart> charts() {
      RankOrder.Estimate estimate = levels.get(0).estimate();
      List<Integer> best = new ArrayList<>();
      for (int i = 0; i < scores.size(); i++) {
        best.add(i);
      }
      best.sort(Comparator.comparingDouble(i -> estimate.rank()[i]));
      List<Integer> shown = best.subList(0, Math.min(MOST_UNITS, best.size()));
      List<Span> spans = new ArrayList<>();
      List<Point> points = new ArrayList<>();
      List<Text> labels = new ArrayList<>();
      TextColumn.Builder units = TextColumn.builder(unitColumn);
      NumberColumn.Builder ranks = NumberColumn.builder("rank");
      NumberColumn.Builder low = NumberColumn.builder("conf_low");
      NumberColumn.Builder high = NumberColumn.builder("conf_high");
      for (int k = 0; k < shown.size(); k++) {
        // the best stands on top
        int i = shown.get(shown.size() - 1 - k);
        spans.add(new Span(k, estimate.sets().best(i), estimate.sets().worst(i)));
        points.add(new Point(estimate.rank()[i], k));
        labels.add(Text.same(scores.unit[i]));
        units.add(scores.unit[i]);
        ranks.add(estimate.rank()[i]);
        low.add(estimate.sets().best(i));
        high.add(estimate.sets().worst(i));
      }
      Text count = Text.of("{0} av {1} enheter", "{0} av {1} einingar", "{0} of {1} units")
          .with(shown.size(), scores.size());
      return List.of(new Chart(
          "rank-sets",
          reading().get(0),
          Text.of(
                  "Plass med konfidensmengde, ",
                  "Plass med konfidensmengd, ",
                  "Rank with confidence set, ")
              .plus(count),
          Text.of(
              "Egne beregninger fra tallene som ble gitt.",
              "Eigne utrekningar frå tala som vart gitt.",
              "Own computation from the figures given."),
          Text.of(
                  "Liggende intervaller for plass, beste øverst: ",
                  "Liggjande intervall for plass, beste øvst: ",
                  "Lying intervals of ranks, the best on top: ")
              .plus(count)
              .plus(Text.same(". "))
              .plus(reading().get(0)),
          Axis.whole(Text.of("Plass", "Plass", "Rank")),
          Axis.categories(Text.none(), labels),
          List.of(
              new Mark.Intervals(Text.none(), Tone.FOCUS, spans, false),
              new Mark.Dots(Text.none(), Tone.FOCUS, points)),
          Table.plain(
              "rank-sets", Frame.of(units.build(), ranks.build(), low.build(), high.build()))));
    }
  }
}
