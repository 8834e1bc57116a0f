package no.utfall.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.method.Result;
import no.utfall.text.Language;
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
 * @param bounded the same with every hidden number at a limit, where there are any
 */
record Equity(
    Estimated estimated,
    Text by,
    List<Group> groups,
    Optional<Effect.Part> change,
    Optional<Bounded> bounded) {

  /** The effect in one group; units that adopted and are seen there. */
  record Group(Text name, Effect.Part effect, double units) {}

  /** The change of the distance with the hidden numbers at their lowest and highest; units that adopted and are in. */
  record Bounded(Effect.Part lowest, Effect.Part highest, double units) {}

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
    Set<String> seen = new HashSet<>();
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
      } else if (tidy.text("measure").get(row).equals("att") && seen.add(name)) {
        groups.add(new Group(
            grouped.names().getOrDefault(name, Text.same(name)), part, units(tidy, name)));
      }
    }
    double distance = grouped.firstLevel() - grouped.lastLevel();
    Optional<Effect.Part> change = Optional.ofNullable(Double.isNaN(distance) ? null : gap)
        .map(part -> widening(part, distance));
    return new Equity(estimated, grouped.by(), groups, change, bounded(grouped.result(), distance));
  }

  private static Effect.Part widening(Effect.Part gap, double distance) {
    return distance > 0 ? new Effect.Part(0 - gap.estimate(), 0 - gap.high(), 0 - gap.low()) : gap;
  }

  private static Optional<Bounded> bounded(Result result, double distance) {
    Frame guards = result.tables().get("guards");
    if (guards == null || Double.isNaN(distance)) {
      return Optional.empty();
    }
    Effect.Part lowest = null;
    Effect.Part highest = null;
    double units = Double.NaN;
    for (int row = 0; row < guards.rows(); row++) {
      String guard = guards.text("guard").get(row);
      String measure = guards.text("measure").get(row);
      if (measure.equals("treated_units") && guard.equals("hidden-lowest")) {
        double own = guards.number("estimate").value(row);
        units = Double.isNaN(units) ? own : Math.min(units, own);
      }
      if (measure.equals("att_gap") && !Double.isNaN(guards.number("conf_low").value(row))) {
        Effect.Part part = widening(
            new Effect.Part(
                guards.number("estimate").value(row),
                guards.number("conf_low").value(row),
                guards.number("conf_high").value(row)),
            distance);
        lowest = guard.equals("hidden-lowest") ? part : lowest;
        highest = guard.equals("hidden-highest") ? part : highest;
      }
    }
    return lowest == null || highest == null
        ? Optional.empty()
        : Optional.of(new Bounded(lowest, highest, units));
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
    return groups.get(0).name();
  }

  private Text last() {
    return groups.get(groups.size() - 1).name();
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
    double most = groups.stream().mapToDouble(Group::units).max().orElse(Double.NaN);
    if (bounded.isPresent()) {
      Bounded all = bounded.get();
      return Text.of(
              "Tallene er fra de {0} til {1} enhetene med tiltaket som har kjente tall for gruppen i alle årene. Med de skjulte tallene på sitt laveste er {2} med, og forskjellen endres med {3}; på sitt høyeste med {4}.",
              "Tala er frå dei {0} til {1} einingane med tiltaket som har kjende tal for gruppa i alle åra. Med dei skjulte tala på sitt lågaste er {2} med, og skilnaden blir endra med {3}; på sitt høgaste med {4}.",
              "The numbers are from the {0} to {1} units with the measure that have known numbers for the group in all years. With the hidden numbers at their lowest {2} are in, and the difference changes by {3}; at their highest by {4}.")
          .with(
              Phrases.count((long) least),
              Phrases.count((long) most),
              Phrases.count((long) all.units()),
              near(all.lowest()),
              near(all.highest()));
    }
    return Text.of(
            "Tallene er fra de {0} enhetene med tiltaket som har kjente tall i alle årene; de fleste små har skjulte celler og er ikke med.",
            "Tala er frå dei {0} einingane med tiltaket som har kjende tal i alle åra; dei fleste små har skjulte celler og er ikkje med.",
            "The numbers are from the {0} units with the measure that have known numbers in all years; most small ones have hidden cells and are not here.")
        .with(Phrases.count((long) least));
  }

  private static Text near(Effect.Part part) {
    int decimals = Math.max(1, Numerals.decimalsFor(part.low(), part.high()) - 1);
    return Text.of("{0} ({1} til {2})", "{0} ({1} til {2})", "{0} ({1} to {2})")
        .with(
            Phrases.number(part.estimate(), decimals),
            Phrases.number(part.low(), decimals),
            Phrases.number(part.high(), decimals));
  }

  Chart chart(String id, Language language) {
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
      labels.add(group.name());
      dots.add(new Point(group.effect().estimate(), k));
      spans.add(new Span(k, group.effect().low(), group.effect().high()));
      names.add(group.name().in(language));
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
