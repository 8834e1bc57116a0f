package no.utfall.panel;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.utfall.text.Numerals;

/** Derives the built-in lists of Norway from the published lists and change lists of KLASS. */
final class Klass {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** The first year of each published list. */
  private static final Map<Integer, String> LISTS = Map.of(
      2013, "ssb_kommune_jan13_jan17_473.csv",
      2017, "ssb_kommune_jan17_jan18_536.csv",
      2018, "ssb_kommune_jan18_jan19_833.csv",
      2019, "ssb_kommune_jan19_jan20_1102.csv",
      2020, "ssb_kommune_jan20_1160.csv");

  private static final String MAPPING = "csdata_nor_locations_redistricting_municip_2013_b2024.csv";
  private static final int NEWEST = 2024;

  /** Letters that the published files have lost to a question mark. */
  private static final Map<String, String> RESTORED =
      Map.of("Kárá?johka", "Kárášjohka", "Porsá?gu", "Porsáŋgu");

  /** What the two parts of 1507 Ålesund are called; Haram has the borders of 1534 Haram. */
  private static final Map<String, String> PARTS_OF_AALESUND =
      Map.of("1508", "Ålesund", "1580", "Haram");

  private static final Map<String, String> COUNTIES = Map.ofEntries(
      Map.entry("01", "Østfold"),
      Map.entry("02", "Akershus"),
      Map.entry("03", "Oslo"),
      Map.entry("04", "Hedmark"),
      Map.entry("05", "Oppland"),
      Map.entry("06", "Buskerud"),
      Map.entry("07", "Vestfold"),
      Map.entry("08", "Telemark"),
      Map.entry("09", "Aust-Agder"),
      Map.entry("10", "Vest-Agder"),
      Map.entry("11", "Rogaland"),
      Map.entry("12", "Hordaland"),
      Map.entry("14", "Sogn og Fjordane"),
      Map.entry("15", "Møre og Romsdal"),
      Map.entry("16", "Sør-Trøndelag"),
      Map.entry("17", "Nord-Trøndelag"),
      Map.entry("18", "Nordland"),
      Map.entry("19", "Troms"),
      Map.entry("20", "Finnmark"),
      Map.entry("30", "Viken"),
      Map.entry("31", "Østfold"),
      Map.entry("32", "Akershus"),
      Map.entry("33", "Buskerud"),
      Map.entry("34", "Innlandet"),
      Map.entry("38", "Vestfold og Telemark"),
      Map.entry("39", "Vestfold"),
      Map.entry("40", "Telemark"),
      Map.entry("42", "Agder"),
      Map.entry("46", "Vestland"),
      Map.entry("50", "Trøndelag"),
      Map.entry("54", "Troms og Finnmark"),
      Map.entry("55", "Troms"),
      Map.entry("56", "Finnmark"));

  private static final String SOURCE = """
      # Source: Statistics Norway, KLASS 131 (municipalities) and 104 (counties); licence NLOD / CC BY 4.0.
      """;

  private final Path folder;
  private final SortedMap<Integer, SortedMap<String, String>> names = new TreeMap<>();
  private final Map<Integer, Map<String, Map<String, Double>>> toNewest = new TreeMap<>();
  private final List<Line> changes = new ArrayList<>();

  /** A change; a blank weight is not declared. */
  private record Line(
      String from, String to, int year, String weight, String lastYear, String basis) {
    @Override
    public String toString() {
      return String.join(";", from, to, String.valueOf(year), weight, lastYear, basis);
    }
  }

  private Klass(Path folder) throws IOException {
    this.folder = folder;
    readMapping();
    for (Map.Entry<Integer, String> list : LISTS.entrySet()) {
      names.put(list.getKey(), readList(list.getValue()));
    }
    in2017();
    fromChangeList("kommuner_med_endringer_fra2017_til2018.csv", 2018);
    fromChangeList("kommuner_med_endringer_fra2018_til2019.csv", 2019);
    fromChangeList("kommuner_med_endringer_fra2019_til2020.csv", 2020);
    in2024();
    namesOf2024();
    aalesund();
  }

  /** The files by name. */
  static Map<String, String> files(Path folder) throws IOException {
    Klass klass = new Klass(folder);
    Map<String, String> files = new LinkedHashMap<>();
    files.put("kommuner.csv", SOURCE + """
            # Derived from the five lists published for 2013, 2017, 2018, 2019 and 2020; a code holds from the first list
            # that has it (blank: 2013 or before) to the last year before the first that has not (blank: still). The codes
            # of 2024 are those of the mapping csdata (FHI, MIT); their names are those of the units before, the county in
            # brackets changed to the new one. Two Sámi names have their lost letters restored. Changes of name alone after
            # 2020 are not in these sources.
            """ + units(klass.names));
    files.put("kommuneendringer.csv", SOURCE + """
            # Derived from the published change lists (2018, 2019, 2020), for 2017 from the lists themselves, for 2024 from the
            # mapping csdata (FHI, MIT). A weight other than 1 is a convention of that mapping, not a share of people.
            # last_year: the area of a code that ended in that year has gone to the new code whole, although the unit in
            # between was split. The part of 0720 Stokke that went to 0704 Tønsberg in 2017 is counted in 0710 Sandefjord.
            from_code;to_code;year;weight;last_year;basis
            """ + lines(klass.changes));
    files.put("fylker.csv", SOURCE + """
            # Derived from the municipalities: the first two digits of a code are the county. Names as in KLASS 104, in
            # Norwegian only. Blank: 2013 or before, and still.
            """ + units(klass.counties()));
    files.put("fylkesendringer.csv", SOURCE + """
            # Derived from the municipalities: a county all of whose municipalities went to one other has weight 1; one whose
            # municipalities went to several has no declared weight (blank), and municipal data are needed.
            from_code;to_code;year;weight;last_year;basis
            """ + lines(klass.countyChanges()));
    return files;
  }

  // --- reading

  private Stream<String> lines(String file, Charset charset) throws IOException {
    return Files.readString(folder.resolve(file), charset).lines().skip(1);
  }

  private SortedMap<String, String> readList(String file) throws IOException {
    SortedMap<String, String> list = new TreeMap<>();
    lines(file, WINDOWS).map(line -> line.replace("\"", "").split(";", -1)).forEach(cells -> {
      if (!cells[0].equals(Norway.NOT_STATED)) {
        list.put(cells[0], restored(cells[3]));
      }
    });
    return list;
  }

  private static String restored(String name) {
    String whole = name;
    for (Map.Entry<String, String> lost : RESTORED.entrySet()) {
      whole = whole.replace(lost.getKey(), lost.getValue());
    }
    return whole;
  }

  private void readMapping() throws IOException {
    lines(MAPPING, StandardCharsets.UTF_8)
        .map(line -> line.replace("municip_nor", "").split(",", -1))
        .filter(cells -> Integer.parseInt(cells[2]) <= NEWEST)
        .forEach(cells -> toNewest
            .computeIfAbsent(Integer.parseInt(cells[2]), year -> new TreeMap<>())
            .computeIfAbsent(cells[1], code -> new TreeMap<>())
            .put(cells[0], Double.parseDouble(cells[3])));
  }

  private SortedMap<String, String> list(int year) {
    return names.get(names.headMap(year + 1).lastKey());
  }

  // --- municipalities

  private void in2017() {
    Set<String> added = new TreeSet<>(list(2017).keySet());
    added.removeAll(list(2016).keySet());
    for (String from : list(2016).keySet()) {
      if (!list(2017).containsKey(from)) {
        String to = added.stream()
            .filter(
                code -> toNewest.get(2017).get(code).equals(toNewest.get(2016).get(from)))
            .findFirst()
            .orElseThrow();
        changes.add(new Line(from, to, 2017, "1", "", ""));
      }
    }
  }

  private void fromChangeList(String file, int year) throws IOException {
    Map<String, Set<String>> parts = new TreeMap<>();
    lines(file, WINDOWS)
        .map(line -> line.split(";"))
        .filter(cells -> !code(cells[0]).equals(code(cells[1])))
        .forEach(cells ->
            parts.computeIfAbsent(code(cells[0]), c -> new TreeSet<>()).add(code(cells[1])));
    parts.forEach((from, codes) -> codes.forEach(to -> {
      boolean split = codes.size() > 1;
      changes.add(new Line(
          from,
          to,
          year,
          split ? weight(year - 1, from, newest(year, to)) : "1",
          "",
          split ? "convention" : ""));
    }));
  }

  private static String code(String cell) {
    return cell.substring(0, 4);
  }

  private String newest(int year, String code) {
    return toNewest.get(year).get(code).keySet().iterator().next();
  }

  private String weight(int year, String from, String newest) {
    return Numerals.exact(toNewest.get(year).get(from).get(newest));
  }

  private void in2024() {
    toNewest.get(2022).forEach((from, parts) -> {
      if (!toNewest.get(NEWEST).containsKey(from)) {
        parts.forEach((to, weight) -> changes.add(new Line(
            from, to, NEWEST, Numerals.exact(weight), "", parts.size() > 1 ? "convention" : "")));
      }
    });
  }

  private void namesOf2024() {
    SortedMap<String, String> list = new TreeMap<>(PARTS_OF_AALESUND);
    toNewest.get(2022).forEach((from, parts) -> {
      if (parts.size() == 1) {
        String to = parts.keySet().iterator().next();
        String name = list(2022).get(from);
        list.put(
            to, to.equals(from) ? name : name.replaceFirst("\\(.*\\)", "(" + county(to) + ")"));
      }
    });
    names.put(NEWEST, list);
  }

  private static String county(String municipality) {
    return COUNTIES.get(municipality.substring(0, 2));
  }

  /** The units that became 1507 in 2020 went to one of its parts of 2024 whole. */
  private void aalesund() {
    List<Line> before =
        changes.stream().filter(line -> line.to().equals("1507")).toList();
    for (Line line : before) {
      String to = list(2019).get(line.from()).equals("Haram") ? "1580" : "1508";
      changes.add(new Line(line.from(), to, NEWEST, "1", "2019", "area"));
    }
  }

  // --- counties

  private SortedMap<Integer, SortedMap<String, String>> counties() {
    SortedMap<Integer, SortedMap<String, String>> counties = new TreeMap<>();
    names.forEach((year, list) -> counties.put(
        year,
        list.keySet().stream()
            .map(code -> code.substring(0, 2))
            .distinct()
            .collect(Collectors.toMap(c -> c, COUNTIES::get, (a, b) -> a, TreeMap::new))));
    return counties;
  }

  private List<Line> countyChanges() {
    List<Line> lines = new ArrayList<>();
    for (int year : names.tailMap(2014).keySet()) {
      Map<String, Set<String>> went = new TreeMap<>();
      for (String code : list(year - 1).keySet()) {
        Set<String> to = went.computeIfAbsent(code.substring(0, 2), c -> new TreeSet<>());
        List<String> now = changes.stream()
            .filter(line -> line.year() == year && line.from().equals(code))
            .map(line -> line.to().substring(0, 2))
            .toList();
        to.addAll(now.isEmpty() ? List.of(code.substring(0, 2)) : now);
      }
      went.forEach((from, codes) -> {
        if (!codes.equals(Set.of(from))) {
          codes.forEach(
              to -> lines.add(new Line(from, to, year, codes.size() > 1 ? "" : "1", "", "")));
        }
      });
    }
    return lines;
  }

  // --- writing

  private static String lines(List<Line> changes) {
    return changes.stream()
        .map(Line::toString)
        .sorted()
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private static String units(SortedMap<Integer, SortedMap<String, String>> lists) {
    StringBuilder table = new StringBuilder("code;name;valid_from;valid_to\n");
    Set<String> codes = new TreeSet<>();
    lists.values().forEach(list -> codes.addAll(list.keySet()));
    for (String code : codes) {
      String name = null;
      for (int year : lists.keySet()) {
        String now = lists.get(year).get(code);
        if (name != null && !name.equals(now)) {
          table.append(year - 1).append('\n');
        }
        if (now != null && !now.equals(name)) {
          String from = year == lists.firstKey() ? "" : String.valueOf(year);
          table.append(String.join(";", code, now, from, ""));
        }
        name = now;
      }
      table.append(name == null ? "" : "\n");
    }
    return table.toString();
  }
}
