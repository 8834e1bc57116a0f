package no.utfall.panel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.TextColumn;

/**
 * The built-in codes of Norwegian municipalities and counties with their changes, 2013–2024, from the lists and change
 * lists of Statistics Norway (KLASS 131 and 104). Nothing is read before it is asked for.
 */
public enum Norway {
  KOMMUNE("kommune", "kommuner.csv", "kommuneendringer.csv"),
  FYLKE("fylke", "fylker.csv", "fylkesendringer.csv");

  /** The lists say nothing of earlier years. */
  public static final int FIRST_YEAR = 2013;

  /** The year of the last change; codes of this year hold until told otherwise. */
  public static final int LAST_YEAR = 2024;

  /** The code of "not stated" in official tables, which is no municipality. */
  public static final String NOT_STATED = "9999";

  /** Codes that stand among those of municipalities in official tables, with what they mean. */
  public static final Map<String, String> OUTSIDE =
      Map.of(NOT_STATED, "'not stated'", "2111", "Longyearbyen on Svalbard");

  private final String code;
  private final String list;
  private final String changes;

  Norway(String code, String list, String changes) {
    this.code = code;
    this.list = list;
    this.changes = changes;
  }

  public static Optional<Norway> find(String code) {
    return Stream.of(values()).filter(level -> level.code.equals(code)).findFirst();
  }

  public String code() {
    return code;
  }

  public UnitList units() {
    return Lists.of(this).units();
  }

  public CodeChanges changes() {
    return Lists.of(this).changes();
  }

  private record Lists(UnitList units, CodeChanges changes) {

    static Lists of(Norway level) {
      Lists lists = Read.ALL.get(level);
      if (lists == null) {
        throw new IllegalStateException("no lists of " + level.code);
      }
      return lists;
    }

    private static Lists read(Norway level) {
      Frame codes = table(level.list);
      Frame steps = table(level.changes);
      List<CodeChanges.Step> changes = new ArrayList<>();
      for (int row = 0; row < steps.rows(); row++) {
        String weight = steps.text("weight").get(row);
        String lastYear = steps.text("last_year").get(row);
        changes.add(new CodeChanges.Step(
            steps.text("from_code").get(row),
            steps.text("to_code").get(row),
            Integer.parseInt(steps.text("year").get(row)),
            weight.isEmpty() ? Double.NaN : Double.parseDouble(weight),
            lastYear.isEmpty() ? CodeChanges.Step.STEP_BY_STEP : Integer.parseInt(lastYear)));
      }
      return new Lists(UnitList.of(codes), CodeChanges.of(changes));
    }

    /** Semicolons between cells, none quoted; lines with {@code #} say where the table comes from. */
    private static Frame table(String name) {
      try (InputStream in = Norway.class.getResourceAsStream(name)) {
        if (in == null) {
          throw new IllegalStateException("the program is packed without " + name);
        }
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        List<String[]> cells = lines
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split(";", -1))
            .toList();
        List<Column> columns = new ArrayList<>();
        for (int field = 0; field < cells.get(0).length; field++) {
          TextColumn.Builder column = TextColumn.builder(cells.get(0)[field]);
          for (String[] row : cells.subList(1, cells.size())) {
            column.add(row[field]);
          }
          columns.add(column.build());
        }
        return Frame.of(columns);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final class Read {
    static final Map<Norway, Lists> ALL = all();

    private static Map<Norway, Lists> all() {
      Map<Norway, Lists> all = new EnumMap<>(Norway.class);
      for (Norway level : values()) {
        all.put(level, Lists.read(level));
      }
      return all;
    }
  }
}
