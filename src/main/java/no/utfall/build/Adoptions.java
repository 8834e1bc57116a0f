package no.utfall.build;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import no.utfall.build.Project.InterventionSpec;
import no.utfall.figure.Frame;
import no.utfall.figure.Type;
import no.utfall.panel.Period;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;
import no.utfall.text.Order;
import no.utfall.text.Text;

/**
 * Who adopted an intervention and when, on the codes of the project.
 *
 * @param starts first period by unit
 * @param mixed units made of parts of which only some adopted, or adopted at other times: their start cannot be told
 */
record Adoptions(
    String id, Text title, Map<String, Period> starts, Set<String> mixed, List<Finding> findings) {

  Adoptions {
    starts = Collections.unmodifiableMap(new LinkedHashMap<>(starts));
    mixed = Collections.unmodifiableSet(new TreeSet<>(mixed));
    findings = List.copyOf(findings);
  }

  static Adoptions read(InterventionSpec spec, Tables tables, Tables.Codes codes) {
    List<Finding> findings = new ArrayList<>();
    Map<String, Period> asWritten = new TreeMap<>(Order.NATURAL);
    String file = spec.file();
    if (file == null) {
      spec.units().forEach(unit -> asWritten.put(unit, Period.parse(spec.start())));
    } else {
      fromFile(spec, file, tables, codes, asWritten, findings);
    }
    if (findings.stream().anyMatch(Finding::isError)) {
      throw new Refusal(Fault.INPUT_DATA, findings);
    }
    return brought(spec, asWritten, codes, findings);
  }

  private static void fromFile(
      InterventionSpec spec,
      String file,
      Tables tables,
      Tables.Codes codes,
      Map<String, Period> asWritten,
      List<Finding> findings) {
    boolean byName = spec.unit().isEmpty();
    String unit = byName ? spec.unitName() : spec.unit();
    Map<String, Type> types = new LinkedHashMap<>();
    types.put(unit, Type.TEXT);
    types.put(spec.start(), Type.TEXT);
    Frame table = tables.read(file, types);
    for (int row = 0; row < table.rows(); row++) {
      String start = table.text(spec.start()).get(row);
      if (start.isEmpty()) {
        continue;
      }
      Optional<Period> period = period(start);
      if (period.isEmpty()) {
        findings.add(Finding.error(
            "E503",
            table.place(row, spec.start()),
            start,
            "'" + start + "' is not a period",
            "write 2024, or a date such as 2024-03-01"));
        continue;
      }
      String text = table.text(unit).get(row);
      Optional<String> code =
          byName ? codes.names().code(text, period.get().year()) : Optional.of(text);
      if (code.isEmpty() || (codes.list() != null && !codes.list().knows(code.get()))) {
        findings.add(Finding.error(
            "E507",
            table.place(row, unit),
            text,
            "'" + text + "' is not a known unit",
            "mend it, or add it to the list of codes or names"));
        continue;
      }
      asWritten.merge(code.get(), period.get(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }
  }

  /** A period, or the year of a date. */
  private static Optional<Period> period(String text) {
    return text.matches("[12][0-9]{3}-[0-9]{2}-[0-9]{2}")
        ? Period.find(text.substring(0, 4))
        : Period.find(text);
  }

  private static Adoptions brought(
      InterventionSpec spec,
      Map<String, Period> asWritten,
      Tables.Codes codes,
      List<Finding> findings) {
    Map<String, Period> starts = new TreeMap<>(Order.NATURAL);
    Set<String> mixed = new TreeSet<>(Order.NATURAL);
    Integer year = codes.year();
    Map<Integer, Map<String, Set<String>>> parts = new HashMap<>();
    asWritten.forEach((unit, start) -> {
      if (year == null) {
        starts.put(unit, start);
        return;
      }
      for (String now : codes.changes().shares(unit, start.year(), year).keySet()) {
        Period other = starts.putIfAbsent(now, start);
        if (other != null && !other.equals(start)) {
          mixed.add(now);
        }
        boolean writtenForNow =
            unit.equals(now) && (codes.list() == null || !codes.list().holds(unit, start.year()));
        if (!writtenForNow) {
          Set<String> all = parts
              .computeIfAbsent(start.year(), y -> codes.changes().parts(y, year, codes.list()))
              .getOrDefault(now, Set.of());
          if (all.stream().anyMatch(part -> !start.equals(asWritten.get(part)))) {
            mixed.add(now);
          }
        }
      }
    });
    starts.keySet().removeAll(mixed);
    if (!mixed.isEmpty()) {
      findings.add(Finding.note(
          "N714",
          Location.ofFile(spec.file() == null ? ProjectFile.NAME : String.valueOf(spec.file())),
          "",
          mixed.size() + " units are made of parts of which not all adopted '" + spec.id()
              + "' at once: " + String.join(" ", mixed),
          "they are left out of the comparison"));
    }
    return new Adoptions(spec.id(), spec.title(), starts, mixed, findings);
  }
}
