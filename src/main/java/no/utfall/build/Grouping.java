package no.utfall.build;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.utfall.build.Project.ColumnSpec;
import no.utfall.build.Project.IndicatorSpec;
import no.utfall.build.Project.Reference;
import no.utfall.figure.Frame;
import no.utfall.method.Method;

/** An indicator in each group of people: its method on the counts and persons of a source that has the groups. */
record Grouping(IndicatorSpec indicator, Method method, SourceData data, Reference groups) {

  /** {@code unit, period, group, estimate} and what stands beside an estimate. */
  Frame cells() {
    Frame rows = Frame.of(
        data.frame().column("unit"),
        data.frame().column("period"),
        data.frame().column(groups.column()).named("group"),
        data.frame().column(column("count")).named("count"),
        data.frame().column(column("population")).named("population"));
    Map<String, String> given = new LinkedHashMap<>(indicator.options());
    given.put("by", "unit,period,group");
    given.put("count", "count");
    given.put("population", "population");
    String measure = method.card().measures().get(0).name();
    return Estimates.of(
        method
            .apply(rows, Checked.settings(method.card(), given, indicator.place()))
            .tidy(),
        List.of("unit", "period", "group"),
        measure);
  }

  private String column(String role) {
    ColumnSpec column = data.spec().role(role);
    if (column == null) {
      throw new IllegalStateException("checked by the reader: " + groups);
    }
    return column.as();
  }
}
