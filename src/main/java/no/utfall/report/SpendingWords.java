package no.utfall.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.utfall.figure.Frame;
import no.utfall.method.Result;
import no.utfall.text.Numerals;
import no.utfall.text.Text;

/** How spending was measured on the board of units, and what the bar would be were it measured otherwise. */
final class SpendingWords {

  private final Contrasted contrast;
  private final Result units;
  private final TenSeconds screen;

  SpendingWords(Contrasted contrast, Result units, TenSeconds screen) {
    this.contrast = contrast;
    this.units = units;
    this.screen = screen;
  }

  /** Empty where spending stands as it is and is taken as known. */
  List<Text> all() {
    List<Text> sentences = new ArrayList<>();
    contrast.need().ifPresent(need -> {
      sentences.add(Text.of(
              "Pengebruken er justert for behov: delt på det som kunne ventes ut fra «{0}» og antall personer i {1}–{2}, før noen hadde startet; det forklarte {3} prosent av forskjellene i pengebruk da.",
              "Pengebruken er justert for behov: delt på det som kunne ventast ut frå «{0}» og talet på personar i {1}–{2}, før nokon hadde starta; det forklarte {3} prosent av skilnadene i pengebruk då.",
              "Spending is adjusted for need: divided by what could be expected given “{0}” and the number of people in {1}–{2}, before anyone had started; that explained {3} percent of the differences in spending then.")
          .with(
              names(need.indicators()),
              need.from(),
              need.to(),
              Phrases.number(100 * need.explained(), 0)));
      TenSeconds.bar(units, "input")
          .filter(TenSeconds.Bar::distinguishable)
          .ifPresent(bar -> sentences.add(Text.of(
                  "Den justerte står først, fordi pengebruk følger behov. Uten justering er det {0} av 100 par {3}, {1} {4} og {2} der vi ikke kan si det.",
                  "Den justerte står først, fordi pengebruk følgjer behov. Utan justering er det {0} av 100 par {3}, {1} {4} og {2} der vi ikkje kan seie det.",
                  "The adjusted stands first because spending follows need. Unadjusted it is {0} of 100 pairs {3}, {1} {4} and {2} where we cannot tell.")
              .with(bar.reversed(), bar.same(), bar.cannotTell(), other(), same())));
    });
    apart().ifPresent(sentences::add);
    return sentences;
  }

  private static Text names(List<Text> indicators) {
    Text names = Text.none();
    for (int k = 0; k < indicators.size(); k++) {
      Text between = k == 0
          ? Text.none()
          : k + 1 < indicators.size()
              ? Text.of("», «", "», «", "”, “")
              : Text.of("» og «", "» og «", "” and “");
      names = names.plus(between).plus(indicators.get(k));
    }
    return names;
  }

  /** The bar of the pairs whose order in spending the years do not turn. */
  private Optional<Text> apart() {
    String axis = contrast.need().isPresent() ? "need-adjusted" : "input";
    Frame tidy = units.tidy();
    double near = number(tidy, axis, "not_apart");
    double reversed = number(tidy, axis, "likely_reversed_apart");
    double same = number(tidy, axis, "likely_same_way_apart");
    double unknown = number(tidy, axis, "cannot_tell_apart");
    if (Double.isNaN(near + reversed + same + unknown)) {
      return Optional.empty();
    }
    long[] whole = Numerals.hundredths(reversed, same, unknown);
    return Optional.of(Text.of(
            "{0} av 100 par er så like i pengebruk at variasjonen fra år til år kan snu dem; av 100 andre er {1} {4}, {2} {5}, og i {3} kan vi ikke si det.",
            "{0} av 100 par er så like i pengebruk at variasjonen frå år til år kan snu dei; av 100 andre er {1} {4}, {2} {5}, og i {3} kan vi ikkje seie det.",
            "{0} of 100 pairs are so alike in spending that its variation from year to year may turn them; of 100 others {1} are {4}, {2} {5}, and in {3} we cannot tell.")
        .with(Phrases.number(100 * near, 0), whole[0], whole[1], whole[2], other(), same()));
  }

  private static double number(Frame tidy, String axis, String measure) {
    for (int row = 0; row < tidy.rows(); row++) {
      if (tidy.text("measure").get(row).equals(measure)
          && tidy.text("axis").get(row).equals(axis)) {
        return tidy.number("estimate").value(row);
      }
    }
    return Double.NaN;
  }

  private Text other() {
    return screen.isNeutral()
        ? Text.of("i en annen rekkefølge", "i ei anna rekkjefølgje", "in another order")
        : Text.of("som peker motsatt vei", "som peikar motsett veg", "pointing the other way");
  }

  private Text same() {
    return screen.isNeutral()
        ? Text.of("i den samme", "i den same", "in the same")
        : Text.of("samme vei", "same veg", "the same way");
  }
}
