package no.utfall.method.effect;

import java.util.ArrayList;
import java.util.List;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.text.Numerals;
import no.utfall.text.Text;
import no.utfall.view.Axis;
import no.utfall.view.Chart;
import no.utfall.view.Mark;
import no.utfall.view.Point;
import no.utfall.view.Span;
import no.utfall.view.Table;
import no.utfall.view.Tone;

/** The chart of effects by time since the start, the time before it shown too. */
final class EventStudy {

  /** Between the last period before the start and the first after it. */
  private static final double START = -0.5;

  private final StaggeredResult result;
  private final double level;
  private final List<Row> rows = new ArrayList<>();

  private record Row(int event, GroupTimeEffects.Effect effect, Inference inference) {}

  EventStudy(StaggeredResult result) {
    this.result = result;
    this.level = result.level();
    int[] events = result.dynamic().keys();
    for (int k = 0; k < events.length; k++) {
      GroupTimeEffects.Effect effect = result.dynamic().effects().get(k);
      rows.add(new Row(events[k], effect, Inference.normal(effect.att(), effect.stdError())));
    }
  }

  Chart chart() {
    return new Chart(
        "event-study",
        new Verdict(result).headline(),
        subtitle(),
        Text.same(result.file()),
        alt(),
        Axis.whole(sinceStart()),
        Axis.number(
                Text.of("Forskjell i {0}", "Skilnad i {0}", "Difference in {0}")
                    .with(result.outcome().label())
                    .plus(inParentheses()),
                decimals())
            .fromZero(),
        marks(),
        twin());
  }

  private Text inParentheses() {
    Text unit = result.outcome().unitInWords();
    return unit.isBlank() ? unit : Text.same(" (").plus(trimmed(unit)).plus(Text.same(")"));
  }

  private static Text trimmed(Text text) {
    return Text.of(text.nb().trim(), text.nn().trim(), text.en().trim());
  }

  private Text sinceStart() {
    Adoption panel = result.effects().panel();
    boolean years = panel.first() >= 1800 && panel.last() <= 2200;
    return years
        ? Text.of("År siden start", "År sidan start", "Years since start")
        : Text.of("Perioder siden start", "Periodar sidan start", "Periods since start");
  }

  private Text subtitle() {
    Adoption panel = result.effects().panel();
    boolean never =
        result.settings().text("control").equals(CallawaySantanna.Control.NEVER_TREATED.code());
    Text against = never
        ? Text.of(
            "dem som aldri fikk tiltaket",
            "dei som aldri fekk tiltaket",
            "those that never had the measure")
        : Text.of(
            "dem som ikke har fått tiltaket ennå",
            "dei som ikkje har fått tiltaket enno",
            "those that do not have the measure yet");
    return Text.of(
            "Forskjell i endring av «{0}» mot {1}, med {2}-prosentintervall; {3} enheter, {4}–{5}",
            "Skilnad i endring av «{0}» mot {1}, med {2}-prosentintervall; {3} einingar, {4}–{5}",
            "Difference in the change of “{0}” from {1}, with {2} percent intervals; {3} units, {4}–{5}")
        .with(
            result.outcome().label(),
            against,
            Numerals.percent(level),
            Words.count(panel.units()),
            panel.first(),
            panel.last());
  }

  private Text alt() {
    Row first = rows.get(0);
    Row last = rows.get(rows.size() - 1);
    int decimals = decimals();
    return Text.of(
            "Punkter med intervaller fra {0} til {1} perioder etter start. Anslagene går fra {2} til {3} før start"
                + " og fra {4} til {5} fra start av. Det siste er {6}.",
            "Punkt med intervall frå {0} til {1} periodar etter start. Anslaga går frå {2} til {3} før start og frå"
                + " {4} til {5} frå start av. Det siste er {6}.",
            "Points with intervals from {0} to {1} periods after the start. The estimates go from {2} to {3} before"
                + " the start and from {4} to {5} from the start on. The last is {6}.")
        .with(
            Words.count(first.event),
            Words.count(last.event),
            extreme(false, false, decimals),
            extreme(false, true, decimals),
            extreme(true, false, decimals),
            extreme(true, true, decimals),
            Numerals.rounded(last.effect.att(), decimals));
  }

  private Text extreme(boolean afterStart, boolean highest, int decimals) {
    double[] sorted = rows.stream()
        .filter(row -> row.event >= 0 == afterStart)
        .mapToDouble(row -> row.effect.att())
        .sorted()
        .toArray();
    if (sorted.length == 0) {
      return Text.same("–");
    }
    return Numerals.rounded(sorted[highest ? sorted.length - 1 : 0], decimals);
  }

  private int decimals() {
    double widest = 0;
    for (Row row : rows) {
      if (row.inference.isKnown()) {
        widest = Math.max(widest, row.inference.high(level) - row.inference.low(level));
      }
    }
    return Numerals.decimalsFor(0, widest);
  }

  private List<Mark> marks() {
    List<Mark> marks = new ArrayList<>();
    marks.add(new Mark.Rule(Text.none(), Tone.CONTEXT, 0, false));
    marks.add(new Mark.Rule(Text.of("Start", "Start", "Start"), Tone.CONTEXT, START, true));
    addSide(marks, false, Text.of("før start", "før start", "before the start"), Tone.SECOND);
    addSide(marks, true, Text.of("etter start", "etter start", "after the start"), Tone.FOCUS);
    List<Point> reference = rows.stream()
        .filter(row -> row.effect.isReference())
        .map(row -> new Point(row.event, 0))
        .toList();
    if (!reference.isEmpty()) {
      marks.add(
          new Mark.Dots(Text.of("referanse", "referanse", "reference"), Tone.CONTEXT, reference));
    }
    return marks;
  }

  private void addSide(List<Mark> marks, boolean afterStart, Text label, Tone tone) {
    List<Span> spans = new ArrayList<>();
    List<Point> points = new ArrayList<>();
    for (Row row : rows) {
      if (row.event >= 0 == afterStart && !row.effect.isReference()) {
        points.add(new Point(row.event, row.effect.att()));
        if (row.inference.isKnown()) {
          spans.add(new Span(row.event, row.inference.low(level), row.inference.high(level)));
        }
      }
    }
    if (!points.isEmpty()) {
      marks.add(new Mark.Intervals(Text.none(), tone, spans, true));
      marks.add(new Mark.Dots(label, tone, points));
    }
  }

  private Table twin() {
    NumberColumn.Builder events = NumberColumn.builder("event");
    NumberColumn.Builder estimates = NumberColumn.builder("estimate");
    NumberColumn.Builder lows = NumberColumn.builder("conf_low");
    NumberColumn.Builder highs = NumberColumn.builder("conf_high");
    NumberColumn.Builder treated = NumberColumn.builder("treated_units");
    for (Row row : rows) {
      boolean known = row.inference.isKnown();
      events.add(row.event);
      estimates.add(row.effect.att());
      lows.add(known ? row.inference.low(level) : Double.NaN);
      highs.add(known ? row.inference.high(level) : Double.NaN);
      treated.add(row.effect.treated());
    }
    Frame frame =
        Frame.of(events.build(), estimates.build(), lows.build(), highs.build(), treated.build());
    return new Table(
        "event-study",
        subtitle(),
        Text.none(),
        List.of(
            new Table.Shown("event", sinceStart(), Table.Shown.AS_IS),
            new Table.Shown(
                "estimate", Text.of("Forskjell", "Skilnad", "Difference"), Table.Shown.BY_INTERVAL),
            new Table.Shown("conf_low", Text.of("Fra", "Frå", "From"), Table.Shown.BY_INTERVAL),
            new Table.Shown("conf_high", Text.of("Til", "Til", "To"), Table.Shown.BY_INTERVAL),
            new Table.Shown(
                "treated_units",
                Text.of("Enheter med tiltaket", "Einingar med tiltaket", "Treated units"),
                0)),
        frame);
  }
}
