package no.utfall.build;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.utfall.ingest.Limits;
import no.utfall.panel.Direction;
import no.utfall.panel.Level;
import no.utfall.panel.Period;
import no.utfall.problem.Location;
import no.utfall.text.Language;
import no.utfall.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A project file, read and checked.
 *
 * @param root the folder of the project file
 * @param file its name, as findings give it
 * @param requires the version of the tool asked for; empty when any will do
 * @param requiresPlace where it is asked for
 * @param about what the reader must know; may be blank
 * @param languages the first is the fallback
 * @param kept what is declared and this program does not act on yet
 * @param files paths that are declared, and where
 * @param digest changes when anything in the file changes
 */
public record Project(
    Path root,
    String file,
    String id,
    String requires,
    Location requiresPlace,
    Text title,
    Text about,
    List<Language> languages,
    Units units,
    Periods periods,
    Map<String, SourceSpec> sources,
    Map<String, IndicatorSpec> indicators,
    Map<String, InterventionSpec> interventions,
    Map<String, AnalysisSpec> analyses,
    Map<String, ContrastSpec> contrasts,
    Map<String, RegisterSpec> registers,
    @Nullable LedgerSpec ledger,
    Outputs outputs,
    Limits limits,
    List<Kept> kept,
    Map<String, Location> files,
    String digest) {

  public Project {
    languages = List.copyOf(languages);
    sources = ordered(sources);
    indicators = ordered(indicators);
    interventions = ordered(interventions);
    analyses = ordered(analyses);
    contrasts = ordered(contrasts);
    registers = ordered(registers);
    kept = List.copyOf(kept);
    files = ordered(files);
  }

  /** Where a path is declared. */
  Location place(String path) {
    return files.getOrDefault(path, Location.ofFile(file));
  }

  private static <T> Map<String, T> ordered(Map<String, T> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /** A key that is read, kept and not acted on. */
  public record Kept(String key, Location place) {}

  /** Who: the code year, and the tables that lead to it. */
  public record Units(
      String level,
      @Nullable Integer year,
      @Nullable String list,
      @Nullable String changes,
      @Nullable String names) {}

  /** When: only these periods are used; {@code null} leaves an end open. */
  public record Periods(@Nullable Period from, @Nullable Period to) {
    boolean holds(Period period) {
      return (from == null || period.compareTo(from) >= 0)
          && (to == null || period.compareTo(to) <= 0);
    }
  }

  /**
   * One column of a source.
   *
   * @param name in the file; with a placeholder in braces when its cells stand in one column a period
   * @param as its name after reading
   */
  public record ColumnSpec(
      String name,
      String as,
      String role,
      @Nullable Level level,
      String unit,
      @Nullable Deflate deflate,
      Location place) {}

  /** Constant prices: divided by the index of the period, times the index of the base. */
  public record Deflate(String index, Period to) {}

  /**
   * One source: a file, or several of the same form.
   *
   * @param digest changes when anything declared of it changes
   */
  public record SourceSpec(
      String id,
      String path,
      Text title,
      no.utfall.ingest.Declared declared,
      Map<String, ColumnSpec> columns,
      Location place,
      String digest) {
    public SourceSpec {
      columns = ordered(columns);
    }

    /** The first column of a role. */
    @Nullable ColumnSpec role(String role) {
      return columns.values().stream()
          .filter(column -> column.role().equals(role))
          .findFirst()
          .orElse(null);
    }
  }

  /** A column of a source. */
  public record Reference(String source, String column, Location place) {
    @Override
    public String toString() {
      return source + "." + column;
    }
  }

  /**
   * One indicator.
   *
   * @param method empty for a number that is used as it stands, or a ratio of cost or activity to population
   * @param columns role to column
   * @param of indicators that it is made of, instead of columns
   * @param options of the method that are not columns
   * @param files options that name a file of the project, with its path
   */
  public record IndicatorSpec(
      String id,
      Text title,
      String method,
      List<String> of,
      Map<String, Reference> columns,
      Map<String, String> options,
      Map<String, String> files,
      @Nullable Level level,
      Direction direction,
      String unit,
      Text definition,
      Text source,
      List<String> tags,
      int lag,
      double smallestImportant,
      Text inWords,
      Location place,
      String digest) {
    public IndicatorSpec {
      columns = ordered(columns);
      options = ordered(options);
      files = ordered(files);
      tags = List.copyOf(tags);
      of = List.copyOf(of);
    }

    /** Whether it is a summary of several numbers: such a one is shown, and never the headline or what is judged by. */
    boolean isIndex() {
      return method.equals("composite");
    }
  }

  /**
   * One intervention, adopted by units at their time.
   *
   * @param units when they stand in the project file, all starting in {@code start}
   */
  public record InterventionSpec(
      String id,
      Text title,
      @Nullable String file,
      String unit,
      String unitName,
      List<String> units,
      String start,
      Location place,
      String digest) {
    public InterventionSpec {
      units = List.copyOf(units);
    }
  }

  /**
   * Effects set against the money that went in.
   *
   * @param need ids of indicators that tell how large the need for the input is; empty leaves the input as it is
   * @param effects ids of analyses
   * @param options of the method that are not columns
   */
  public record ContrastSpec(
      String id,
      Text title,
      Reference input,
      @Nullable Reference activity,
      List<String> need,
      List<String> effects,
      Map<String, String> options,
      Location place,
      String digest) {
    public ContrastSpec {
      need = List.copyOf(need);
      effects = List.copyOf(effects);
      options = ordered(options);
    }
  }

  /**
   * A table beside the sources.
   *
   * @param id such as {@code measures}
   * @param columns role to column; a role that is not named has a column of its own name, if any
   * @param costUnit of its money
   */
  public record RegisterSpec(
      String id,
      String file,
      Map<String, String> columns,
      String costUnit,
      Location place,
      String digest) {
    public RegisterSpec {
      columns = ordered(columns);
    }

    String column(String role) {
      return columns.getOrDefault(role, role);
    }
  }

  /**
   * Who pays and who gains by each measure.
   *
   * @param where column to the value its rows must have
   * @param persons that the cost is for; NaN when the gains stand as amounts
   * @param budgets names of budgets
   */
  public record LedgerSpec(
      RegisterSpec table, Map<String, String> where, double persons, Map<String, Text> budgets) {
    public LedgerSpec {
      where = ordered(where);
      budgets = ordered(budgets);
    }
  }

  /**
   * Groups of people in whom an effect is estimated too.
   *
   * @param title what they are made by, in words
   * @param names of the groups, where given
   */
  public record GroupsSpec(Reference column, Text title, Map<String, Text> names) {
    public GroupsSpec {
      names = ordered(names);
    }
  }

  /**
   * One analysis: a method of an intervention on an indicator.
   *
   * @param groups of people in whom the effect is estimated too
   */
  public record AnalysisSpec(
      String id,
      Text title,
      String method,
      String of,
      String on,
      boolean excludeOther,
      @Nullable GroupsSpec groups,
      Map<String, String> options,
      Location place,
      String digest) {
    public AnalysisSpec {
      options = ordered(options);
    }
  }

  /**
   * What is written.
   *
   * @param dir with {@code {year}} filled in
   * @param dirPlace where it is declared
   * @param previous the results of an earlier report, against which reports tell what is revised
   */
  public record Outputs(
      String dir,
      Location dirPlace,
      @Nullable String previous,
      List<TableSpec> tables,
      List<ChartSpec> charts,
      List<ReportSpec> reports) {
    public Outputs {
      tables = List.copyOf(tables);
      charts = List.copyOf(charts);
      reports = List.copyOf(reports);
    }
  }

  public record TableSpec(
      String id, Text title, String rows, List<String> cols, List<String> to, Location place) {
    public TableSpec {
      cols = List.copyOf(cols);
      to = List.copyOf(to);
    }
  }

  public record ChartSpec(
      String id, Text title, String kind, String of, List<String> to, Location place) {
    public ChartSpec {
      to = List.copyOf(to);
    }
  }

  public record ReportSpec(String id, Text title, List<String> to, Location place) {
    public ReportSpec {
      to = List.copyOf(to);
    }
  }
}
