package no.utfall.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.utfall.figure.Frame;
import no.utfall.figure.Type;
import no.utfall.ingest.CodeTables;
import no.utfall.ingest.Declared;
import no.utfall.ingest.Ingest;
import no.utfall.ingest.Input;
import no.utfall.ingest.Limits;
import no.utfall.ingest.Reading;
import no.utfall.panel.CodeChanges;
import no.utfall.panel.Norway;
import no.utfall.panel.PriceIndex;
import no.utfall.panel.UnitList;
import no.utfall.panel.UnitNames;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Loaded;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;
import no.utfall.text.Nearest;
import org.jspecify.annotations.Nullable;

/** The small tables beside the sources: codes, changes, names, price indices. */
final class Tables {

  private final Inputs inputs;
  private final Limits limits;

  Tables(Inputs inputs, Limits limits) {
    this.inputs = inputs;
    this.limits = limits;
  }

  /**
   * What leads units to the codes of one year.
   *
   * @param list {@code null} when the project names none
   */
  record Codes(
      @Nullable UnitList list,
      CodeChanges changes,
      UnitNames names,
      @Nullable Integer year) {}

  Codes codes(Project project) {
    Project.Units units = project.units();
    Norway builtIn = builtIn(units);
    UnitList list = builtIn == null ? null : builtIn.units();
    String listPath = units.list();
    if (listPath != null) {
      list = sound(CodeTables.list(files(listPath), limits));
    }
    CodeChanges changes = builtIn == null ? CodeChanges.none() : builtIn.changes();
    String changesPath = units.changes();
    if (changesPath != null) {
      changes = sound(CodeTables.changes(files(changesPath), limits));
    }
    Frame names = null;
    String namesPath = units.names();
    if (namesPath != null) {
      names = read(namesPath, Map.of("name", Type.TEXT, "code", Type.TEXT));
    }
    return new Codes(list, changes, UnitNames.of(names, list), units.year());
  }

  private List<Input> files(String path) {
    return inputs.all(path).stream()
        .<Input>map(found -> new Input.OfFile(found.name(), found.path()))
        .toList();
  }

  private static <T> T sound(Loaded<T> loaded) {
    if (loaded.hasErrors()) {
      throw new Refusal(Fault.INPUT_DATA, loaded.findings());
    }
    return loaded.value();
  }

  /** The codes of Norway, for a project that names a level and a year, and neither codes nor changes of its own. */
  private static @Nullable Norway builtIn(Project.Units units) {
    boolean own = units.list() != null || units.changes() != null;
    return own || units.year() == null ? null : Norway.find(units.level()).orElse(null);
  }

  /** A table of two columns: period and index. */
  PriceIndex prices(String path) {
    List<String> columns = columns(path);
    if (columns.size() < 2) {
      throw data(Finding.error(
          "E304",
          Location.ofFile(path),
          "",
          "a price index has two columns: period and index",
          "add the column"));
    }
    Map<String, Type> types = new LinkedHashMap<>();
    types.put(columns.get(0), Type.TEXT);
    types.put(columns.get(1), Type.NUMBER);
    return PriceIndex.of(read(path, types), columns.get(0), columns.get(1));
  }

  /** The names of the columns of a file. */
  List<String> columns(String path) {
    return reading(path, Map.of()).recognition().columns();
  }

  /** A whole table; every column named must be there. */
  Frame read(String path, Map<String, Type> types) {
    Frame frame = reading(path, types).frame();
    List<Finding> absent = new ArrayList<>();
    types.keySet().stream().sorted().forEach(name -> {
      if (!frame.has(name)) {
        absent.add(absent(path, name, frame.names()));
      }
    });
    if (!absent.isEmpty()) {
      throw new Refusal(Fault.INPUT_DATA, absent);
    }
    return frame;
  }

  static Finding absent(String file, String column, List<String> there) {
    String near =
        Nearest.to(column, there).map(name -> "; nearest is '" + name + "'").orElse("");
    return Finding.error(
        "E304",
        Location.ofLine(file, 1),
        column,
        "there is no column '" + column + "'" + near,
        "columns here: " + String.join(", ", there));
  }

  private Reading reading(String path, Map<String, Type> types) {
    Inputs.Found found = inputs.one(path);
    Loaded<Reading> loaded = Ingest.read(
        new Input.OfFile(found.name(), found.path()), Declared.nothing().withTypes(types), limits);
    if (loaded.hasErrors()) {
      throw new Refusal(Fault.INPUT_DATA, loaded.findings());
    }
    return loaded.value();
  }

  private static Refusal data(Finding finding) {
    return new Refusal(Fault.INPUT_DATA, finding);
  }
}
