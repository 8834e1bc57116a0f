package no.utfall.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.text.Language;
import no.utfall.text.Text;
import no.utfall.view.Document.Block;
import no.utfall.view.Document.Paragraph;
import no.utfall.view.Document.TableBlock;
import no.utfall.view.Table;
import no.utfall.view.Table.Shown;

/** What has been revised since an earlier report, in sentences and a table. */
final class Revisions {

  /** One kind of change, as a column. */
  private record Change(String column, Text label, ToIntFunction<Revised.Node> count) {}

  private static final List<Change> CHANGES = List.of(
      new Change("unchanged", Text.of("Uendret", "Uendra", "Unchanged"), Revised.Node::unchanged),
      new Change("revised", Text.of("Endret", "Endra", "Revised"), Revised.Node::revised),
      new Change("added", Text.of("Nye", "Nye", "New"), Revised.Node::added),
      new Change("gone", Text.of("Borte", "Borte", "Gone"), Revised.Node::gone),
      new Change("hidden", Text.of("Skjult nå", "Skjult no", "Newly hidden"), Revised.Node::hidden),
      new Change("shown", Text.of("Vist nå", "Vist no", "Now shown"), Revised.Node::shown));

  private static final Map<String, Text> BOARDS = Map.of(
      "register.indicators",
      Text.of("Indikatorregisteret", "Indikatorregisteret", "Register of indicators"),
      "register.decisions",
      Text.of("Vedtaksregisteret", "Vedtaksregisteret", "Register of decisions"),
      "register.ledger",
      Text.of("Hvem betaler, hvem får", "Kven betaler, kven får", "Who pays, who gains"));

  private final Revised revised;
  private final String id;
  private final Language language;
  private final List<Measured> indicators;
  private final List<Estimated> analyses;

  Revisions(
      Revised revised,
      String id,
      Language language,
      List<Measured> indicators,
      List<Estimated> analyses) {
    this.revised = revised;
    this.id = id;
    this.language = language;
    this.indicators = indicators;
    this.analyses = analyses;
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    Text told = Text.of(
            "Mot {0}: {1} tall som før, {2} endret, {3} nye, {4} borte, {5} skjult nå og {6} vist nå.",
            "Mot {0}: {1} tal som før, {2} endra, {3} nye, {4} borte, {5} skjulte no og {6} viste no.",
            "Against {0}: {1} numbers as before, {2} revised, {3} new, {4} gone, {5} newly hidden and {6} now shown.")
        .with(
            revised.file(),
            sum(Revised.Node::unchanged),
            sum(Revised.Node::revised),
            sum(Revised.Node::added),
            sum(Revised.Node::gone),
            sum(Revised.Node::hidden),
            sum(Revised.Node::shown));
    blocks.add(new Paragraph(revised
        .largest()
        .map(move -> told.plus(Text.same(" ")).plus(largest(move)))
        .orElse(told)));
    blocks.add(new TableBlock(table()));
    return blocks;
  }

  private Text sum(ToIntFunction<Revised.Node> count) {
    return Phrases.count(revised.nodes().stream().mapToInt(count).sum());
  }

  private Text largest(Revised.Move move) {
    int decimals = Phrases.decimals(move.after(), move.before(), move.after());
    return Text.of(
            "Mest endret mot sitt eget intervall: {0} ({1}), fra {2} til {3}, {4} ganger intervallets bredde.",
            "Mest endra mot sitt eige intervall: {0} ({1}), frå {2} til {3}, {4} gonger breidda på intervallet.",
            "Most revised against its own interval: {0} ({1}), from {2} to {3}, {4} times the width of the interval.")
        .with(
            title(move.node()),
            String.join(", ", move.keys()),
            Phrases.number(move.before(), decimals),
            Phrases.number(move.after(), decimals),
            Phrases.number(move.widths(), 1));
  }

  private Table table() {
    TextColumn.Builder what = TextColumn.builder("what");
    revised.nodes().forEach(node -> what.add(title(node.id()).in(language)));
    List<Column> columns = new ArrayList<>(List.of(what.build()));
    List<Shown> shown =
        new ArrayList<>(List.of(new Shown("what", Text.of("Tall", "Tal", "Numbers"), Shown.AS_IS)));
    for (Change change : CHANGES) {
      double[] counts =
          revised.nodes().stream().mapToInt(change.count()).asDoubleStream().toArray();
      columns.add(NumberColumn.of(change.column(), counts));
      shown.add(new Shown(change.column(), change.label(), 0));
    }
    return new Table(
        id + "-revised",
        Text.of(
            "Tallene mot forrige rapport",
            "Tala mot førre rapport",
            "The numbers against the last report"),
        Text.none(),
        shown,
        Frame.of(columns));
  }

  /** An indicator or analysis by its title, a register by what it is, else the node itself. */
  private Text title(String node) {
    String name = node.substring(node.indexOf(':') + 1);
    Optional<Text> title = node.startsWith("indicator:")
        ? indicators.stream()
            .map(Measured::indicator)
            .filter(indicator -> indicator.id().equals(name))
            .map(indicator -> indicator.title())
            .findFirst()
        : analyses.stream()
            .filter(analysis -> analysis.id().equals(name))
            .map(Estimated::title)
            .filter(text -> !text.isBlank())
            .findFirst();
    return title.orElse(BOARDS.getOrDefault(
        name,
        node.startsWith("board:")
            ? Text.of("Pengebruk mot effekt", "Pengebruk mot effekt", "Spending against effect")
            : Text.same(node)));
  }
}
