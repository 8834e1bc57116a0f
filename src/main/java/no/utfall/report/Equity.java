package no.utfall.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.text.Numerals;
import no.utfall.text.Text;
import no.utfall.view.Axis;
import no.utfall.view.Chart;
import no.utfall.view.Mark;
import no.utfall.view.Point;
import no.utfall.view.Span;
import no.utfall.view.Table;
import no.utfall.view.Table.Shown;
import no.utfall.view.Tone;

/**
 * The effect of one measure in each group of people, and what it did to the distance between the first and the last. A
 * measure that helps on average may widen that distance: then it is said beside the average.
 *
 * @param change of the distance between the two, + is wider
 */
record Equity(Estimated estimated, Text by, List<Group> groups, Optional<Effect.Part> change) {

  /** The effect in one group; units that adopted and are seen there. */
  record Group(String name, Effect.Part effect, double units) {}

  Equity {
    groups = List.copyOf(groups);
  }

  static Optional<Equity> of(Estimated estimated) {
    return estimated
        .groups()
        .map(grouped -> of(estimated, grouped))
        .filter(e -> e.groups().size() > 1);
  }

  private static Equity of(Estimated estimated, Estimated.Grouped grouped) {
    Frame tidy = grouped.result().tidy();
    List<Group> groups = new ArrayList<>();
    Effect.Part gap = null;
    for (int row = 0; row < tidy.rows(); row++) {
      double low = tidy.number("conf_low").value(row);
      if (Double.isNaN(low)) {
        continue;
      }
      Effect.Part part = new Effect.Part(
          tidy.number("estimate").value(row), low, tidy.number("conf_high").value(row));
      String name = tidy.text("group").get(row);
      if (tidy.text("measure").get(row).equals("att_gap")) {
        gap = part;
      } else if (tidy.text("measure").get(row).equals("att")
          && groups.stream().noneMatch(group -> group.name().equals(name))) {
        groups.add(new Group(name, part, units(tidy, name)));
      }
    }
    double distance = grouped.firstLevel() - grouped.lastLevel();
    Effect.Part change = gap == null || Double.isNaN(distance)
        ? null
        : distance > 0 ? new Effect.Part(0 - gap.estimate(), 0 - gap.high(), 0 - gap.low()) : gap;
    return new Equity(estimated, grouped.by(), groups, Optional.ofNullable(change));
  }

  private static double units(Frame tidy, String group) {
    for (int row = 0; row < tidy.rows(); row++) {
      if (tidy.text("measure").get(row).equals("treated_units")
          && tidy.text("group").get(row).equals(group)) {
        return tidy.number("estimate").value(row);
      }
    }
    return Double.NaN;
  }

  private Text first() {
    return Text.same(groups.get(0).name());
  }

  private Text last() {
    return Text.same(groups.get(groups.size() - 1).name());
  }

  /** What happened to the distance. */
  Text sentence() {
    Effect.Part part = change.orElse(null);
    if (part == null) {
      return Text.of(
              "Om {0} endrer forskjellen mellom grupper etter {1}, kan ikke regnes ut.",
              "Om {0} endrar skilnaden mellom grupper etter {1}, kan ikkje reknast ut.",
              "Whether {0} changes the difference between groups by {1} cannot be computed.")
          .with(estimated.intervention(), by);
    }
    Text pattern = !part.isOffZero()
        ? Text.of(
            "Om {0} endrer forskjellen mellom «{2}» og «{3}» ({1}), kan ikke avgjøres: {4} ({5} til {6}).",
            "Om {0} endrar skilnaden mellom «{2}» og «{3}» ({1}), kan ikkje avgjerast: {4} ({5} til {6}).",
            "Whether {0} changes the difference between “{2}” and “{3}” ({1}) cannot be told: {4} ({5} to {6}).")
        : part.estimate() > 0
            ? Text.of(
                "{0} øker forskjellen mellom «{2}» og «{3}» ({1}) med {4} ({5} til {6}): effekten er minst der det er mest å hente.",
                "{0} aukar skilnaden mellom «{2}» og «{3}» ({1}) med {4} ({5} til {6}): effekten er minst der det er mest å hente.",
                "{0} widens the difference between “{2}” and “{3}” ({1}) by {4} ({5} to {6}): the effect is smallest where most is to be gained.")
            : Text.of(
                "{0} minsker forskjellen mellom «{2}» og «{3}» ({1}) med {4} ({5} til {6}).",
                "{0} minskar skilnaden mellom «{2}» og «{3}» ({1}) med {4} ({5} til {6}).",
                "{0} narrows the difference between “{2}” and “{3}” ({1}) by {4} ({5} to {6}).");
    boolean narrows = part.isOffZero() && part.estimate() < 0;
    Effect.Part shown =
        narrows ? new Effect.Part(0 - part.estimate(), 0 - part.high(), 0 - part.low()) : part;
    int decimals = Math.max(1, Numerals.decimalsFor(shown.low(), shown.high()) - 1);
    return pattern.with(
        estimated.intervention(),
        by,
        first(),
        last(),
        Phrases.number(shown.estimate(), decimals).plus(TenSeconds.points(estimated.indicator())),
        Phrases.number(shown.low(), decimals),
        Phrases.number(shown.high(), decimals));
  }

  /** Who is not in these numbers. */
  Text coverage() {
    double least = groups.stream().mapToDouble(Group::units).min().orElse(Double.NaN);
    return Text.of(
            "Tallene er fra de {0} enhetene med tiltaket som har kjente tall i alle årene; de fleste små har skjulte celler og er ikke med.",
            "Tala er frå dei {0} einingane med tiltaket som har kjende tal i alle åra; dei fleste små har skjulte celler og er ikkje med.",
            "The numbers are from the {0} units with the measure that have known numbers in all years; most small ones have hidden cells and are not here.")
        .with(Phrases.count((long) least));
  }

  Chart chart(String id) {
    List<Text> labels = new ArrayList<>();
    List<Point> dots = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    TextColumn.Builder names = TextColumn.builder("group");
    NumberColumn.Builder estimate = NumberColumn.builder("estimate");
    NumberColumn.Builder low = NumberColumn.builder("conf_low");
    NumberColumn.Builder high = NumberColumn.builder("conf_high");
    NumberColumn.Builder units = NumberColumn.builder("units");
    for (int k = 0; k < groups.size(); k++) {
      Group group = groups.get(k);
      labels.add(Text.same(group.name()));
      dots.add(new Point(group.effect().estimate(), k));
      spans.add(new Span(k, group.effect().low(), group.effect().high()));
      names.add(group.name());
      estimate.add(group.effect().estimate());
      low.add(group.effect().low());
      high.add(group.effect().high());
      units.add(group.units());
    }
    Text title = sentence();
    Text axis = Text.of("Effekt på «{0}»{1}", "Effekt på «{0}»{1}", "Effect on “{0}”{1}")
        .with(
            estimated.indicator().title(),
            Text.same(",").plus(TenSeconds.points(estimated.indicator())));
    return new Chart(
        id,
        title,
        Text.of(
                "Effekten av {0} i hver gruppe etter {1}, med 95-prosentintervall",
                "Effekten av {0} i kvar gruppe etter {1}, med 95-prosentintervall",
                "The effect of {0} in each group by {1}, with 95 percent intervals")
            .with(estimated.intervention(), by),
        estimated.indicator().source(),
        Text.of(
                "Punkter med liggende intervaller for {0} grupper. ",
                "Punkt med liggjande intervall for {0} grupper. ",
                "Points with lying intervals for {0} groups. ")
            .with(groups.size())
            .plus(title),
        Axis.number(axis, 1).fromZero(),
        Axis.categories(Text.none(), labels),
        List.of(
            new Mark.Rule(Text.none(), Tone.CONTEXT, 0, true),
            new Mark.Intervals(Text.none(), Tone.FOCUS, spans, false),
            new Mark.Dots(Text.none(), Tone.FOCUS, dots)),
        new Table(
            id + "-table",
            title,
            Text.none(),
            List.of(
                new Shown("group", Phrases.capital(by), Shown.AS_IS),
                new Shown("estimate", Text.of("Effekt", "Effekt", "Effect"), Shown.BY_INTERVAL),
                new Shown("conf_low", Text.of("Fra", "Frå", "From"), Shown.BY_INTERVAL),
                new Shown("conf_high", Text.of("Til", "Til", "To"), Shown.BY_INTERVAL),
                new Shown(
                    "units",
                    Text.of(
                        "Enheter med tiltaket", "Einingar med tiltaket", "Units with the measure"),
                    0)),
            Frame.of(names.build(), estimate.build(), low.build(), high.build(), units.build())));
  }
}
