package no.utfall.report;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.utfall.text.Language;
import no.utfall.text.Text;
import no.utfall.view.Axis;
import no.utfall.view.Chart;
import no.utfall.view.Table;

/** Puts the title of an indicator where a method, which knows columns only, wrote its id. */
public final class Titled {

  private final Pattern id;
  private final Text title;

  public Titled(String id, Text title) {
    this.id = Pattern.compile("(?<![\\p{L}\\p{N}_-])" + Pattern.quote(id) + "(?![\\p{L}\\p{N}_-])");
    this.title = title;
  }

  public Text in(Text text) {
    return Phrases.each(language ->
        id.matcher(text.in(language)).replaceAll(Matcher.quoteReplacement(name(language))));
  }

  private String name(Language language) {
    return title.in(language);
  }

  /** The chart with titles, under this id. */
  public Chart in(Chart chart, String newId, Text source) {
    return new Chart(
        newId,
        in(chart.title()),
        in(chart.subtitle()),
        source.isBlank() ? in(chart.source()) : source,
        in(chart.alt()),
        in(chart.x()),
        in(chart.y()),
        chart.marks(),
        in(chart.twin(), newId + "-table"));
  }

  private Axis in(Axis axis) {
    List<Text> labels = axis.labels().stream().map(this::in).toList();
    return new Axis(in(axis.title()), axis.kind(), labels, axis.zero(), axis.decimals());
  }

  private Table in(Table table, String newId) {
    List<Table.Shown> columns = table.columns().stream()
        .map(shown -> new Table.Shown(shown.column(), in(shown.label()), shown.decimals()))
        .toList();
    return new Table(newId, in(table.title()), in(table.note()), columns, table.frame());
  }
}
