package no.utfall.method.rate;

import java.util.ArrayList;
import java.util.List;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.method.rate.FunnelMethod.Funnel;
import no.utfall.method.rate.FunnelMethod.Kind;
import no.utfall.method.rate.FunnelMethod.Unit;
import no.utfall.text.Numerals;
import no.utfall.text.Text;
import no.utfall.view.Axis;
import no.utfall.view.Chart;
import no.utfall.view.Mark;
import no.utfall.view.Point;
import no.utfall.view.Table;
import no.utfall.view.Tone;

/** A funnel as a chart and as sentences. */
final class FunnelStory {

  private static final int POINTS = 60;

  private final List<Funnel> funnels;
  private final Kind kind;
  private final double per;
  private final double[] levels;
  private final String unit;
  private final String unitOfMeasure;
  private final String file;

  FunnelStory(
      List<Funnel> funnels,
      Kind kind,
      double per,
      double[] levels,
      String unit,
      String unitOfMeasure,
      String file) {
    this.funnels = funnels;
    this.kind = kind;
    this.per = per;
    this.levels = levels.clone();
    this.unit = unit;
    this.unitOfMeasure = unitOfMeasure;
    this.file = file;
  }

  /** Sizes from the smallest to the largest unit, by equal factors. */
  static double[] grid(Funnel funnel) {
    double[] sizes = funnel.known().stream().mapToDouble(Unit::size).sorted().toArray();
    if (sizes.length == 0) {
      return sizes;
    }
    double first = sizes[0];
    double last = sizes[sizes.length - 1];
    if (first == last) {
      return new double[] {first};
    }
    double[] grid = new double[POINTS];
    double step = StrictMath.log(last / first) / (POINTS - 1);
    for (int i = 0; i < POINTS; i++) {
      grid[i] = i == POINTS - 1 ? last : first * StrictMath.exp(i * step);
    }
    return grid;
  }

  List<Text> reading() {
    List<Text> sentences = new ArrayList<>();
    for (Funnel funnel : funnels) {
      if (!funnel.known().isEmpty()) {
        Text name = funnel.group().isEmpty()
            ? Text.none()
            : Text.same(String.join(", ", funnel.group()) + ": ");
        sentences.add(name.plus(headline(funnel)).plus(Text.same(".")));
      }
    }
    sentences.add(Text.of(
        "Utenfor grensene er ikke det samme som dårlig eller god: det sier at noe annet enn tilfeldigheter kan"
            + " ligge bak, som ulik sammensetning eller registrering.",
        "Utanfor grensene er ikkje det same som dårleg eller god: det seier at noko anna enn tilfelle kan liggje"
            + " bak, som ulik samansetjing eller registrering.",
        "Outside the limits is not the same as bad or good: it says that something other than chance may lie behind,"
            + " such as another mix of people or of recording."));
    return sentences;
  }

  private Text headline(Funnel funnel) {
    double outer = levels[levels.length - 1];
    long high = funnel.known().stream().filter(u -> funnel.side(u, outer) > 0).count();
    long low = funnel.known().stream().filter(u -> funnel.side(u, outer) < 0).count();
    return Text.of(
            "{0} av {1} ligger over og {2} under {3} %-grensene",
            "{0} av {1} ligg over og {2} under {3} %-grensene",
            "{0} of {1} lie above and {2} below the {3}% limits")
        .with(high, funnel.known().size(), low, Numerals.percent(outer));
  }

  Chart chart(Funnel funnel) {
    double[] grid = grid(funnel);
    List<Mark> marks = new ArrayList<>();
    marks.add(
        new Mark.Rule(Text.of("mål", "mål", "target"), Tone.CONTEXT, per * funnel.target(), false));
    double lowest = per * funnel.target();
    double highest = lowest;
    for (int i = levels.length - 1; i >= 0; i--) {
      List<Point> low = new ArrayList<>();
      List<Point> high = new ArrayList<>();
      for (double size : grid) {
        ControlLimits.Pair pair = funnel.limits().at(size, (1 - levels[i]) / 2);
        low.add(new Point(size, per * pair.low()));
        high.add(new Point(size, per * pair.high()));
      }
      Tone tone = i == 0 ? Tone.SECOND : Tone.THIRD;
      marks.add(new Mark.Line(
          Text.of("{0} %", "{0} %", "{0}%").with(Numerals.percent(levels[i])), tone, high));
      marks.add(new Mark.Line(Text.none(), tone, low));
    }
    List<Point> dots = new ArrayList<>();
    for (Unit each : funnel.known()) {
      dots.add(new Point(each.size(), per * each.value()));
      lowest = Math.min(lowest, per * each.value());
      highest = Math.max(highest, per * each.value());
    }
    marks.add(new Mark.Dots(Text.none(), Tone.FOCUS, dots));
    int decimals = Numerals.decimalsFor(lowest, highest);
    Text noun = noun();
    Text alt = Text.of(
            "Trakt med {0} enheter etter størrelse; verdiene går fra {1} til {2} rundt målet {3}. ",
            "Trakt med {0} einingar etter storleik; verdiane går frå {1} til {2} rundt målet {3}. ",
            "Funnel with {0} units by size; values range from {1} to {2} around the target {3}. ")
        .with(
            funnel.known().size(),
            Numerals.rounded(lowest, decimals),
            Numerals.rounded(highest, decimals),
            Numerals.rounded(per * funnel.target(), decimals));
    Text subtitle = Text.same("{0}, {1}").with(noun, Text.same(funnel.method()));
    return new Chart(
        "funnel",
        headline(funnel),
        subtitle,
        file.equals("result") ? Text.none() : Text.same(file),
        alt.plus(headline(funnel)).plus(Text.same(".")),
        Axis.number(sizeTitle(), 0),
        Axis.number(noun, decimals),
        marks,
        twin(funnel, subtitle));
  }

  private Text noun() {
    Text word = switch (kind) {
      case RATIO ->
        Text.of("Observert over forventet", "Observert over forventa", "Observed over expected");
      case PROPORTION -> Text.of("Andel", "Del", "Proportion");
      case RATE -> Text.of("Rate", "Rate", "Rate");
      case COUNTS -> Text.of("Forhold", "Forhold", "Ratio");
    };
    return Text.same("{0} ({1})").with(word, unitOfMeasure);
  }

  private Text sizeTitle() {
    return kind == Kind.RATIO
        ? Text.of("Forventede hendelser", "Forventa hendingar", "Expected events")
        : Text.of("Nevner", "Nemnar", "Population");
  }

  private Table twin(Funnel funnel, Text title) {
    List<String> names = new ArrayList<>();
    double[] size = new double[funnel.known().size()];
    double[] value = new double[size.length];
    for (int i = 0; i < size.length; i++) {
      Unit each = funnel.known().get(i);
      names.add(each.names().get(each.names().size() - 1));
      size[i] = each.size();
      value[i] = per * each.value();
    }
    Frame frame = Frame.of(
        TextColumn.of(unit, names),
        NumberColumn.of("size", size),
        NumberColumn.of("estimate", value));
    return new Table(
        "funnel",
        title,
        Text.none(),
        List.of(
            new Table.Shown(unit, Text.same(unit), Table.Shown.AS_IS),
            new Table.Shown("size", sizeTitle(), Table.Shown.AS_IS),
            new Table.Shown("estimate", noun(), Table.Shown.BY_INTERVAL)),
        frame);
  }
}
