package no.utfall.build;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.utfall.build.Project.ChartSpec;
import no.utfall.build.Project.ReportSpec;
import no.utfall.build.Project.TableSpec;
import no.utfall.figure.Frame;
import no.utfall.method.Result;
import no.utfall.panel.UnitList;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
import no.utfall.problem.Severity;
import no.utfall.render.Charts;
import no.utfall.render.Format;
import no.utfall.render.Pages;
import no.utfall.report.Contrasted;
import no.utfall.report.Decided;
import no.utfall.report.Estimated;
import no.utfall.report.FirstPage;
import no.utfall.report.Ledgered;
import no.utfall.report.Material;
import no.utfall.report.Measured;
import no.utfall.report.Revised;
import no.utfall.report.Sourced;
import no.utfall.report.StandardReport;
import no.utfall.report.Titled;
import no.utfall.report.TrendChart;
import no.utfall.report.UnitsChart;
import no.utfall.text.Language;
import no.utfall.text.Text;
import no.utfall.view.Chart;
import no.utfall.view.Document;
import no.utfall.view.Table;
import org.jspecify.annotations.Nullable;

/** The files of a build, as bytes by name. */
final class Publication {

  /** Kinds of charts of an indicator. */
  private static final List<String> DRAWN = List.of("line", "dot");

  private static final List<Format> FOR_PEOPLE = List.of(Format.MD, Format.HTML, Format.TEXT);

  private final Project project;
  private final @Nullable UnitList list;
  private final Map<String, Measured> indicators;
  private final Map<String, Estimated> analyses;
  private final Boarded boarded;
  private final Optional<Revised> revised;
  private final List<Sourced> sources;
  private final Map<Severity, Long> found;
  private final Map<String, Optional<Chart>> charts;

  /** What sets money against effect. */
  record Boarded(
      List<Contrasted> contrasts,
      Optional<Result> coverage,
      Optional<Ledgered> ledger,
      Optional<Decided> decisions,
      Optional<Material.Trace> trace) {
    Boarded {
      contrasts = List.copyOf(contrasts);
    }

    boolean isEmpty() {
      return contrasts.isEmpty() && coverage.isEmpty() && ledger.isEmpty();
    }
  }

  /**
   * @param found how many findings of each severity the build has
   * @param charts those that were made before, to which others are added; from several threads
   */
  Publication(
      Project project,
      @Nullable UnitList list,
      Map<String, Measured> indicators,
      Map<String, Estimated> analyses,
      Boarded boarded,
      Optional<Revised> revised,
      List<Sourced> sources,
      Map<Severity, Long> found,
      Map<String, Optional<Chart>> charts) {
    this.project = project;
    this.list = list;
    this.indicators = indicators;
    this.analyses = analyses;
    this.boarded = boarded;
    this.revised = revised;
    this.sources = sources;
    this.found = Map.copyOf(found);
    this.charts = charts;
  }

  /** What a declared output comes to; outputs may be made side by side. */
  Map<String, byte[]> files(Node.Kind kind, String id) {
    Map<String, byte[]> files = new TreeMap<>();
    switch (kind) {
      case TABLE ->
        project.outputs().tables().stream()
            .filter(t -> t.id().equals(id))
            .forEach(spec -> table(spec, files));
      case CHART ->
        project.outputs().charts().stream()
            .filter(c -> c.id().equals(id))
            .forEach(spec -> draw(spec, files));
      case REPORT ->
        project.outputs().reports().stream()
            .filter(r -> r.id().equals(id))
            .forEach(spec -> report(spec, files));
      default -> throw new IllegalArgumentException(kind + " is not written");
    }
    return files;
  }

  /** Every number, as {@code results.csv}. */
  static byte[] csv(Frame allResults) {
    return bytes(Table.plain("results", allResults), Format.CSV, Language.EN);
  }

  /** Forms and kinds that are declared and not written yet; told before the reports, which count the findings. */
  List<Finding> notWritten() {
    List<Finding> told = new ArrayList<>();
    project
        .outputs()
        .tables()
        .forEach(table -> table.to().stream()
            .filter(code -> format(code) == null)
            .forEach(code -> told.add(notYet(table.place(), table.id() + "." + code))));
    project.outputs().charts().forEach(chart -> {
      chart.to().stream()
          .filter(form -> !form.equals("svg") && !form.equals("png"))
          .forEach(form -> told.add(notYet(chart.place(), chart.id() + "." + form)));
      if (indicators.containsKey(chart.of())
          && !chart.kind().isEmpty()
          && !DRAWN.contains(chart.kind())) {
        told.add(notYet(chart.place(), chart.id() + ": " + chart.kind()));
      } else if (titled(chart).isEmpty()) {
        told.add(Finding.note(
            "N816",
            chart.place(),
            chart.id(),
            "chart '" + chart.id() + "' is not drawn: '" + chart.of()
                + "' has no such result to draw",
            ""));
      }
    });
    project
        .outputs()
        .reports()
        .forEach(report -> report.to().stream()
            .filter(form -> !form.equals("html") && !form.equals("md"))
            .forEach(form -> told.add(notYet(report.place(), report.id() + "." + form))));
    return told;
  }

  private static @Nullable Format format(String code) {
    return Stream.of(Format.values())
        .filter(f -> f.code().equals(code))
        .findFirst()
        .orElse(null);
  }

  private static Finding notYet(Location place, String what) {
    return Finding.note("N814", place, what, "'" + what + "' is not written by this version", "");
  }

  /** The names of what is declared of a kind. */
  List<String> declared(Node.Kind kind) {
    return switch (kind) {
      case TABLE -> project.outputs().tables().stream().map(TableSpec::id).toList();
      case CHART -> project.outputs().charts().stream().map(ChartSpec::id).toList();
      case REPORT -> project.outputs().reports().stream().map(ReportSpec::id).toList();
      default -> List.of();
    };
  }

  Optional<Table> table(String id, Language language) {
    return project.outputs().tables().stream()
        .filter(spec -> spec.id().equals(id))
        .findFirst()
        .map(spec -> new TableOutput(spec, columns(spec), list, language).table());
  }

  Optional<Chart> chart(String id) {
    return project.outputs().charts().stream()
        .filter(spec -> spec.id().equals(id))
        .findFirst()
        .flatMap(this::titled);
  }

  Optional<Document> report(String id, Language language) {
    return project.outputs().reports().stream()
        .filter(spec -> spec.id().equals(id))
        .findFirst()
        .map(spec -> document(spec, language));
  }

  private List<Measured> columns(TableSpec spec) {
    List<Measured> cols = new ArrayList<>();
    spec.cols().forEach(id -> {
      Measured measured = indicators.get(id);
      if (measured != null) {
        cols.add(measured);
      }
    });
    return cols;
  }

  private void table(TableSpec spec, Map<String, byte[]> files) {
    List<Measured> cols = columns(spec);
    for (String code : spec.to()) {
      Format format = format(code);
      if (format == null) {
        continue;
      }
      if (FOR_PEOPLE.contains(format)) {
        for (Language language : project.languages()) {
          Table table = new TableOutput(spec, cols, list, language).table();
          files.put(spec.id() + "." + language.code() + "." + code, bytes(table, format, language));
        }
      } else {
        Table table = new TableOutput(spec, cols, list, Language.EN).table();
        files.put(spec.id() + "." + code, bytes(table, format, Language.EN));
      }
    }
  }

  private static byte[] bytes(Table table, Format format, Language language) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      format.write(table, language, out);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to be written", e);
    }
    return out.toByteArray();
  }

  private @Nullable Chart chart(ChartSpec spec) {
    Measured measured = indicators.get(spec.of());
    Estimated estimated = analyses.get(spec.of());
    if (measured != null) {
      return switch (spec.kind()) {
        case "", "line" ->
          measured.drawn(spec.id()).stream()
              .findFirst()
              .orElseGet(() -> TrendChart.of(spec.id(), measured));
        case "dot" -> UnitsChart.of(spec.id(), measured).orElse(null);
        default -> null;
      };
    }
    return estimated == null ? null : ofAnalysis(spec, estimated);
  }

  /** Made once, for whether there is one and for what it looks like. */
  private Optional<Chart> titled(ChartSpec spec) {
    return charts.computeIfAbsent(
        spec.id(),
        id -> Optional.ofNullable(chart(spec))
            .map(chart -> spec.title().isBlank() ? chart : withTitle(chart, spec.title())));
  }

  private void draw(ChartSpec spec, Map<String, byte[]> files) {
    titled(spec).ifPresent(chart -> draw(spec, chart, files));
  }

  private void draw(ChartSpec spec, Chart titled, Map<String, byte[]> files) {
    for (Language language : project.languages()) {
      String name = spec.id() + "." + language.code();
      if (spec.to().contains("svg")) {
        files.put(name + ".svg", Charts.svg(titled, language));
      }
      if (spec.to().contains("png")) {
        files.put(name + ".png", Charts.png(titled, language));
      }
    }
  }

  private static @Nullable Chart ofAnalysis(ChartSpec spec, Estimated estimated) {
    List<Chart> charts = estimated.result().map(Result::charts).orElse(List.of());
    Titled titled = new Titled(estimated.indicator().id(), estimated.indicator().title());
    return charts.stream()
        .filter(chart -> spec.kind().isEmpty() || chart.id().equals(spec.kind()))
        .findFirst()
        .map(chart -> titled.in(chart, spec.id(), estimated.indicator().source()))
        .orElse(null);
  }

  private static Chart withTitle(Chart chart, Text title) {
    return new Chart(
        chart.id(),
        title,
        chart.subtitle(),
        chart.source(),
        chart.alt(),
        chart.x(),
        chart.y(),
        chart.marks(),
        chart.twin());
  }

  /** The sentences that open the report; none in a project that sets nothing against effect. */
  Optional<Text> headline() {
    return boarded.isEmpty() ? Optional.empty() : Optional.of(material().headline());
  }

  private Material material() {
    Map<String, Text> words = new LinkedHashMap<>();
    project.indicators().values().forEach(spec -> words.put(spec.id(), spec.inWords()));
    return new Material(
        project.units().level(),
        indicators,
        words,
        analyses,
        boarded.contrasts().stream().findFirst(),
        boarded.coverage(),
        boarded.ledger(),
        boarded.decisions(),
        sources,
        found,
        notes(),
        boarded.trace(),
        revised);
  }

  private Document document(ReportSpec spec, Language language) {
    if (!boarded.isEmpty()) {
      return StandardReport.of(
          spec.id(), spec.title().isBlank() ? project.title() : spec.title(), language, material());
    }
    return FirstPage.of(
        spec.id(),
        spec.title().isBlank() ? project.title() : spec.title(),
        language,
        List.copyOf(indicators.values()),
        List.copyOf(analyses.values()),
        sources,
        found,
        notes(),
        revised);
  }

  /** What the reader must know stands below what is told in ten seconds. */
  private Document about(Document document) {
    if (project.about().isBlank()) {
      return document;
    }
    List<Document.Block> blocks = new ArrayList<>(document.blocks());
    int first = 0;
    while (first < blocks.size() && !(blocks.get(first) instanceof Document.Heading)) {
      first++;
    }
    blocks.add(first, new Document.Paragraph(project.about()));
    return new Document(document.id(), document.title(), document.summary(), blocks);
  }

  /** Documents are made one after another, since they ask the same results; they are drawn and written side by side. */
  private void report(ReportSpec spec, Map<String, byte[]> files) {
    Map<Language, Document> documents = new EnumMap<>(Language.class);
    project
        .languages()
        .forEach(language -> documents.put(language, about(document(spec, language))));
    documents.entrySet().parallelStream()
        .map(document -> pages(spec, document.getValue(), document.getKey()))
        .toList()
        .forEach(files::putAll);
  }

  private Map<String, byte[]> pages(ReportSpec spec, Document document, Language language) {
    Map<String, byte[]> pages = new TreeMap<>();
    String name = spec.id() + "." + language.code() + ".";
    if (spec.to().contains("md")) {
      pages.putAll(Pages.pictures(document, language));
      pages.put(name + "md", Pages.markdown(document, language));
    }
    if (spec.to().contains("html")) {
      pages.put(
          name + "html",
          Pages.html(document, language, others(spec.id(), "html"), Map.copyOf(pages)));
    }
    return pages;
  }

  private Map<Language, String> others(String id, String form) {
    Map<Language, String> others = new LinkedHashMap<>();
    project
        .languages()
        .forEach(language -> others.put(language, id + "." + language.code() + "." + form));
    return others;
  }

  private List<Text> notes() {
    List<Text> notes = new ArrayList<>();
    notes.add(
        Text.of(
            "Tallene er ikke kontrollert mot avsløring av enkeltpersoner i denne versjonen. Skjulte celler i kildene er holdt skjult.",
            "Tala er ikkje kontrollerte mot avsløring av einskildpersonar i denne versjonen. Skjulte celler i kjeldene er haldne skjulte.",
            "This version has not audited the numbers for disclosure of persons. Cells hidden by the sources are kept hidden."));
    List<String> kept = project.kept().stream()
        .map(Project.Kept::key)
        .filter(key -> !key.equals("disclosure"))
        .toList();
    if (!kept.isEmpty()) {
      notes.add(Text.of(
              "Oppført i prosjektet, men ikke tatt i bruk ennå: {0}.",
              "Ført opp i prosjektet, men ikkje teke i bruk enno: {0}.",
              "Declared in the project and not acted on yet: {0}.")
          .with(String.join(", ", kept)));
    }
    return notes;
  }
}
