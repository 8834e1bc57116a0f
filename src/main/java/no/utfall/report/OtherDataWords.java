package no.utfall.report;

import java.util.ArrayList;
import java.util.List;
import no.utfall.panel.Indicator;
import no.utfall.text.Text;

/** What an estimate is on other data, in words: an outcome that should not change, years left out, hidden numbers. */
final class OtherDataWords {

  private OtherDataWords() {}

  /** Empty where nothing of it was asked for. */
  static List<Text> of(Estimated estimated, Effect effect) {
    List<Text> sentences = new ArrayList<>();
    effect.otherData().ifPresent(other -> add(sentences, estimated, other));
    return sentences;
  }

  private static void add(List<Text> sentences, Estimated estimated, Effect.OtherData other) {
    other
        .outcome()
        .ifPresent(part -> sentences.add((part.isOffZero()
                ? Text.of(
                    "«{0}», som tiltaket ikke skulle endre, viser også en forskjell: {1}.",
                    "«{0}», som tiltaket ikkje skulle endre, viser òg ein skilnad: {1}.",
                    "“{0}”, which the measure should not change, shows a difference too: {1}.")
                : Text.of(
                    "«{0}», som tiltaket ikke skulle endre, viser ingen klar forskjell: {1}.",
                    "«{0}», som tiltaket ikkje skulle endre, viser ingen klår skilnad: {1}.",
                    "“{0}”, which the measure should not change, shows no clear difference: {1}."))
            .with(estimated.placebo().map(Indicator::title).orElse(Text.none()), interval(part))));
    other
        .without()
        .ifPresent(part -> sentences.add(
            Text.of("Uten {0} er den {1}.", "Utan {0} er ho {1}.", "Without {0} it is {1}.")
                .with(listed(other.periods()), interval(part))));
    if (other.lowest().isPresent() && other.highest().isPresent()) {
      sentences.add(Text.of(
              "Med de {0} skjulte tallene på sitt laveste er den {1}, på sitt høyeste {2}; {3} enheter er bare med slik.",
              "Med dei {0} skjulte tala på sitt lågaste er ho {1}, på sitt høgaste {2}; {3} einingar er berre med slik.",
              "With the {0} hidden numbers at their lowest it is {1}, at their highest {2}; {3} units are in only like this.")
          .with(
              Phrases.count((long) other.hidden()),
              interval(other.lowest().get()),
              interval(other.highest().get()),
              Phrases.count((long) other.units())));
    }
  }

  /** {@code 2020 and 2021} of {@code 2020, 2021}. */
  private static Text listed(String periods) {
    int last = periods.lastIndexOf(", ");
    return last < 0
        ? Text.same(periods)
        : Text.of("{0} og {1}", "{0} og {1}", "{0} and {1}")
            .with(periods.substring(0, last), periods.substring(last + 2));
  }

  private static Text interval(Effect.Part part) {
    return Phrases.withInterval(part.estimate(), part.low(), part.high());
  }
}
