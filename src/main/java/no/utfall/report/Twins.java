package no.utfall.report;

import java.util.List;
import java.util.Map;
import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.text.Language;
import no.utfall.text.Text;
import no.utfall.view.Chart;
import no.utfall.view.Table;
import no.utfall.view.Table.Shown;

/** The numbers of a chart of a method as a table for people: headings in words, decimals by size. */
final class Twins {

  private static final Map<String, Text> WORDS = Map.ofEntries(
      Map.entry("unit", Text.of("Enhet", "Eining", "Unit")),
      Map.entry(
          "score_input",
          Text.of("Plass etter pengebruk", "Plass etter pengebruk", "Place by spending")),
      Map.entry(
          "score_effect", Text.of("Plass etter effekt", "Plass etter effekt", "Place by effect")),
      Map.entry("confirmed", Text.of("Sikkert ulik", "Sikkert ulik", "Surely different")),
      Map.entry(
          "score_need-adjusted",
          Text.of(
              "Plass etter justert pengebruk",
              "Plass etter justert pengebruk",
              "Place by adjusted spending")),
      Map.entry(
          "need-adjusted",
          Text.of(
              "Kroner per person, justert",
              "Kroner per person, justert",
              "Kroner per person, adjusted")),
      Map.entry("input", Text.of("Kroner per person", "Kroner per person", "Kroner per person")),
      Map.entry("posterior", Text.of("Effekt, krympet", "Effekt, krympa", "Effect, shrunken")),
      Map.entry(
          "p_below_delta",
          Text.of(
              "Sannsynlighet for liten effekt",
              "Sannsyn for liten effekt",
              "Probability of a small effect")),
      Map.entry("rank", Text.of("Plass", "Plass", "Place")),
      Map.entry("conf_low", Text.of("Fra", "Frå", "From")),
      Map.entry("conf_high", Text.of("Til", "Til", "To")),
      Map.entry("budget", Text.of("Budsjett", "Budsjett", "Budget")),
      Map.entry("pays", Text.of("Betaler, kr", "Betaler, kr", "Pays, NOK")),
      Map.entry("gains", Text.of("Får, kr", "Får, kr", "Gains, NOK")),
      Map.entry("level", Text.of("Ledd", "Ledd", "Level")),
      Map.entry("by", Text.of("Sektor", "Sektor", "Sector")),
      Map.entry("percent", Text.of("Prosent", "Prosent", "Percent")),
      Map.entry(
          "percent_without_effect",
          Text.of(
              "Prosent uten effekttall",
              "Prosent utan effekttal",
              "Percent without effect number")));

  /** Codes in columns of words. */
  private static final Map<String, Map<String, Text>> CELLS = Map.of(
      "confirmed",
      Map.of("yes", Text.of("ja", "ja", "yes"), "no", Text.of("nei", "nei", "no")),
      "level",
      Map.of(
          "input", Text.of("innsats", "innsats", "input"),
          "activity", Text.of("aktivitet", "aktivitet", "activity"),
          "output", Text.of("produkter", "produkt", "output"),
          "outcome",
              Text.of(
                  "utfall uten sammenligning",
                  "utfall utan samanlikning",
                  "outcome without comparison"),
          "effect", Text.of("effekt", "effekt", "effect")));

  private Twins() {}

  static Chart readable(Chart chart, Language language) {
    Table twin = chart.twin();
    List<Shown> columns = twin.columns().stream()
        .map(shown -> new Shown(
            shown.column(),
            WORDS.getOrDefault(shown.column(), shown.label()),
            twin.frame().column(shown.column()) instanceof NumberColumn numbers
                ? decimals(numbers)
                : Shown.AS_IS))
        .toList();
    return new Chart(
        chart.id(),
        chart.title(),
        chart.subtitle(),
        chart.source(),
        chart.alt(),
        chart.x(),
        chart.y(),
        chart.marks(),
        new Table(twin.id(), chart.title(), twin.note(), columns, inWords(twin.frame(), language)));
  }

  private static Frame inWords(Frame frame, Language language) {
    Frame words = frame;
    for (Column column : frame.columns()) {
      Map<String, Text> known = CELLS.get(column.name());
      if (known != null && column instanceof TextColumn codes) {
        TextColumn.Builder cells = TextColumn.builder(column.name());
        for (int row = 0; row < codes.size(); row++) {
          cells.add(
              known.getOrDefault(codes.get(row), Text.same(codes.get(row))).in(language));
        }
        words = words.with(cells.build());
      }
    }
    return words;
  }

  private static int decimals(NumberColumn numbers) {
    double largest = 0;
    boolean whole = true;
    for (int row = 0; row < numbers.size(); row++) {
      double value = numbers.value(row);
      if (!Double.isNaN(value)) {
        largest = Math.max(largest, Math.abs(value));
        whole &= value == Math.rint(value);
      }
    }
    return whole || largest >= 10 ? 0 : 2;
  }
}
