package no.utfall.sample;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.utfall.sample.SampleWorld.Published;
import no.utfall.text.Numerals;

/** The world written down in the shapes that users meet: file name to bytes. */
final class Exports {

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final String HIDDEN = ":";

  private final SampleWorld world;
  private final Map<String, byte[]> files = new TreeMap<>();

  private Exports(SampleWorld world) {
    this.world = world;
  }

  static Map<String, byte[]> of(SampleWorld world) {
    Exports exports = new Exports(world);
    exports.young();
    exports.youngByGroup();
    exports.lowIncome();
    exports.distress();
    exports.belonging();
    exports.services();
    exports.lifeExpectancy();
    exports.deaths();
    exports.accounts();
    exports.prices();
    exports.codes();
    exports.adoptions();
    exports.plain();
    exports.files.put("data/personer.csv", Persons.file());
    exports.files.putAll(Registers.of(world));
    exports.files.putAll(Truth.of(world));
    return exports.files;
  }

  private void young() {
    Table table = new Table(";");
    table.row(
        "\"07999: Unge 16-25 år utenfor arbeid og utdanning, etter region, år og statistikkvariabel\"");
    table.row("");
    table.row("\"region\"", "\"år\"", "\"Utenfor\"", "\"Unge\"");
    for (int year = Years.FIRST; year <= Years.LAST; year++) {
      for (Published row : world.published(year)) {
        Observation o = row.seen();
        table.row(region(row, year), quoted(year), sign(o.outsideInAll()), o.young());
      }
    }
    files.put("data/utenfor.csv", table.bytes(WINDOWS, "\r\n"));
  }

  private void youngByGroup() {
    Table table = new Table(";");
    table.row(
        "\"07998: Unge 16-25 år utenfor arbeid og utdanning, etter region, år, kjønn og foreldrenes utdanning\"");
    table.row("");
    table.row(
        "\"region\"",
        "\"år\"",
        "\"kjønn\"",
        "\"foreldrenes utdanning\"",
        "\"Utenfor\"",
        "\"Unge\"");
    for (int year = Years.FIRST; year <= Years.LAST; year++) {
      for (Published row : world.published(year)) {
        for (int c = 0; c < Cells.COUNT; c++) {
          table.row(
              region(row, year),
              quoted(year),
              '"' + Cells.SEX[c / 3] + '"',
              '"' + Cells.EDUCATION[c % 3] + '"',
              sign(row.seen().outside()[c]),
              sign(row.seen().cells()[c], 0));
        }
      }
    }
    files.put("data/utenfor_grupper.csv", table.bytes(WINDOWS, "\r\n"));
  }

  private void lowIncome() {
    Table table = new Table(";");
    table.row(
        "\"07997: Barn i husholdninger med lavinntekt (EU60), etter region, statistikkvariabel og år\"");
    table.row("");
    List<Object> header = new ArrayList<>(List.of("\"region\""));
    for (String measure :
        List.of("Barn i lavinntekt", "Barn i lavinntekt, snitt av tre år", "Barn")) {
      for (int year = Years.FIRST; year <= Years.LAST; year++) {
        header.add('"' + measure + ' ' + year + '"');
      }
    }
    table.row(header.toArray());
    everyCode().forEach((code, rows) -> {
      List<Object> cells = new ArrayList<>();
      cells.add(region(rows.get(0), rows.get(0).seen().year()));
      Object[] poor = new Object[Years.COUNT];
      Object[] mean = new Object[Years.COUNT];
      Object[] children = new Object[Years.COUNT];
      for (Object[] absent : List.of(poor, mean, children)) {
        Arrays.fill(absent, ".");
      }
      for (Published row : rows) {
        int t = Years.at(row.seen().year());
        poor[t] = sign(row.seen().poor());
        children[t] = row.seen().children();
        mean[t] = t < 2 ? ".." : threeYears(row);
      }
      cells.addAll(List.of(poor));
      cells.addAll(List.of(mean));
      cells.addAll(List.of(children));
      table.row(cells.toArray());
    });
    files.put("data/lavinntekt.csv", table.bytes(WINDOWS, "\r\n"));
  }

  /** The mean of three years on the borders of the last; hidden with any of them. */
  private String threeYears(Published row) {
    int sum = 0;
    for (int year = row.seen().year() - 2; year <= row.seen().year(); year++) {
      int poor = world.within(row.code(), year).poor();
      if (hidden(poor)) {
        return HIDDEN;
      }
      sum += poor;
    }
    return tenths(Math.round(sum * 10 / 3.0), ',');
  }

  private void distress() {
    Table table = new Table(",");
    table.row("Geografi", "År", "Kjønn", "Alder", "Måltall", "Plaget", "Svar", "Andel");
    for (int year = Years.FIRST; year <= Years.LAST; year++) {
      for (Published row : world.published(year)) {
        Observation o = row.seen();
        boolean shown = !hidden(o.distressed());
        table.row(
            row.name(),
            year,
            "kjønn samlet",
            "8-10.trinn",
            "antall og andel",
            shown ? o.distressed() : HIDDEN,
            o.asked(),
            shown ? tenths(Math.round(1000.0 * o.distressed() / o.asked()), '.') : HIDDEN);
      }
    }
    files.put("data/plager.csv", table.bytes(UTF_8, "\n"));
  }

  private void belonging() {
    Table table = new Table(",");
    table.row("Geografi", "År", "Kjønn", "Alder", "Måltall", "Tilhører", "Ensom", "Svar");
    for (int year = Years.FIRST; year <= Years.LAST; year++) {
      for (Published row : world.published(year)) {
        Observation o = row.seen();
        if (History.surveyed(year)) {
          table.row(
              row.name(),
              year,
              "kjønn samlet",
              "8-10.trinn",
              "antall",
              hidden(o.belonging()) ? HIDDEN : o.belonging(),
              hidden(o.lonely()) ? HIDDEN : o.lonely(),
              o.asked());
        } else {
          table.row(row.name(), year, "kjønn samlet", "8-10.trinn", "antall", ".", ".", ".");
        }
      }
    }
    files.put("data/tilhorighet.csv", table.bytes(UTF_8, "\n"));
  }

  private void services() {
    Table table = new Table(";");
    String[] labels = {"Tjeneste: Konsultasjoner", "Tjeneste: Årsverk", "Tjeneste: Unge 16-25 år"};
    String[] counted = {"Enhet: Antall", "Enhet: Årsverk", "Enhet: Personer"};
    List<Object> first = new ArrayList<>(List.of("Region", "Navn"));
    List<Object> second = new ArrayList<>(List.of("", ""));
    List<Object> third = new ArrayList<>(List.of("", ""));
    for (int m = 0; m < labels.length; m++) {
      for (int year = Years.FIRST; year <= Years.LAST; year++) {
        first.add(labels[m]);
        second.add(counted[m]);
        third.add("År: " + year);
      }
    }
    table.row(first.toArray());
    table.row(second.toArray());
    table.row(third.toArray());
    everyCode().forEach((code, rows) -> {
      List<Object> cells = new ArrayList<>(List.of('K' + code, lived(rows)));
      Object[] values = new Object[labels.length * Years.COUNT];
      Arrays.fill(values, ".");
      for (Published row : rows) {
        Observation o = row.seen();
        int t = Years.at(o.year());
        values[t] = hidden(o.consultations()) ? HIDDEN : o.consultations();
        values[Years.COUNT + t] = tenths(o.staffTenths(), '.');
        values[2 * Years.COUNT + t] = o.young();
      }
      cells.addAll(List.of(values));
      table.row(cells.toArray());
    });
    files.put("data/tjenester.csv", table.bytes(WINDOWS, "\n"));
  }

  private static String lived(List<Published> rows) {
    int from = rows.get(0).seen().year();
    int to = rows.get(rows.size() - 1).seen().year();
    String name = rows.get(0).name();
    return to < Years.LAST
        ? name + " (t.o.m. " + to + ")"
        : from > Years.FIRST ? name + " (f.o.m. " + from + ")" : name;
  }

  private void lifeExpectancy() {
    Table table = new Table("\t");
    table.row("Fylkesnummer", "Fylke", "Periode", "Forskjell i forventet levealder (år)");
    for (int c = 0; c < Names.COUNTIES.length; c++) {
      for (int t = 0; t < Years.COUNT; t++) {
        int last = Years.FIRST + t;
        table.row(
            Names.COUNTIES[c],
            Names.COUNTY_NAMES[c],
            (last - 6) + "-" + last,
            hundredths(world.history.lifeGap[c][t], ','));
      }
    }
    files.put("data/levealder.txt", ('\uFEFF' + table.text("\r\n")).getBytes(UTF_16LE));
  }

  /** Deaths of every age by county, at rates that rise by a tenth a year of age and differ between counties. */
  private void deaths() {
    Draws draws = world.stream(12);
    Table table = new Table(";");
    table.row("fylke", "aar", "alder", "dode", "folketall");
    int[] starts = {0, 1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90};
    double[] share = {10, 41, 54, 58, 60, 62, 66, 68, 67, 66, 68, 69, 66, 61, 54, 49, 41, 23, 12, 5
    };
    for (int c = 0; c < Names.COUNTIES.length; c++) {
      double people = 90_000 + 60_000 * draws.uniform() * (c == 0 ? 9 : 3);
      double level = StrictMath.exp(draws.normal(0, 0.06));
      for (int year = 2020; year <= Years.LAST; year++) {
        double better = StrictMath.pow(0.985, year - 2020);
        for (int a = 0; a < starts.length; a++) {
          boolean last = a + 1 == starts.length;
          int until = last ? 96 : starts[a + 1];
          String age = last
              ? starts[a] + "+"
              : until - starts[a] == 1 ? "" + starts[a] : starts[a] + "-" + (until - 1);
          long n = Math.round(people * share[a] / 1000 * (1 + 0.01 * draws.normal()));
          double rate = a == 0 ? 0.002 : 0.00003 * StrictMath.exp(0.1 * (starts[a] + until) / 2.0);
          double deaths = n * rate * level * better;
          long x = deaths > 30
              ? Math.round(draws.normal(deaths, Math.sqrt(deaths)))
              : draws.binomial((int) n, deaths / n);
          table.row(Names.COUNTIES[c], year, age, x, n);
        }
      }
    }
    files.put("data/dodsfall.csv", table.bytes(UTF_8, "\n"));
  }

  private void accounts() {
    List<Object[]> rows = new ArrayList<>();
    rows.add(new Object[] {"kommune", "ar", "innbyggere", "barn", "netto"});
    for (int year = Years.FIRST; year <= Years.LAST; year++) {
      for (Published row : world.published(year)) {
        Observation o = row.seen();
        rows.add(new Object[] {row.code(), year, o.population(), o.children(), o.spending()});
      }
    }
    files.put("data/regnskap.xlsx", Workbooks.of("Netto", rows));
  }

  private void prices() {
    Table table = new Table(";");
    table.row("aar", "indeks");
    for (int year = Years.FIRST; year <= Years.LAST; year++) {
      table.row(year, rounded(100 / History.price(year), 1000));
    }
    files.put("data/kpi.csv", table.bytes(UTF_8, "\n"));
  }

  private void codes() {
    Table list = new Table(";");
    list.row("code", "name", "valid_from", "valid_to");
    Map<String, String> names = new TreeMap<>();
    everyCode().forEach((code, rows) -> {
      int to = rows.get(rows.size() - 1).seen().year();
      String name = rows.get(0).name();
      list.row(code, name, rows.get(0).seen().year(), to < Years.LAST ? to : "");
      names.merge(name, code, (a, b) -> rows.get(0).seen().year() > Years.FIRST ? b : a);
    });
    files.put("data/koder.csv", list.bytes(UTF_8, "\n"));

    Table changes = new Table(";");
    changes.row("from_code", "to_code", "year", "weight");
    for (Unit unit : world.units) {
      if (unit.standing() != Unit.Standing.SPLIT) {
        for (Place place : unit.before()) {
          if (!place.code().equals(unit.now().code())) {
            changes.row(place.code(), unit.now().code(), Years.REFORM, "");
          }
        }
      }
    }
    Reform reform = world.reform;
    changes.row(reform.parentCode(Years.FIRST), reform.parentCode(Years.REFORM), Years.REFORM, "");
    for (int p = 0; p < 2; p++) {
      double weight = p == 0 ? reform.declaredWeight() : 1 - reform.declaredWeight();
      changes.row(
          reform.parentCode(Years.REFORM),
          world.units.get(reform.pair[p]).now().code(),
          Years.SPLIT,
          rounded(weight, 100));
    }
    files.put("data/endringer.csv", changes.bytes(UTF_8, "\n"));

    Table byName = new Table(";");
    byName.row("name", "code");
    names.forEach(byName::row);
    files.put("data/navn.csv", byName.bytes(UTF_8, "\n"));
  }

  /** On the codes in force at the start. */
  private void adoptions() {
    Table table = new Table(";");
    table.row("kommune", "navn", "tiltak", "oppstart", "veiviser_start", "loftet_start");
    for (Unit unit : world.units) {
      int start = unit.adoption().start();
      if (start > 0) {
        for (Place place : unit.places(start)) {
          if (place.adoption().start() > 0) {
            Measure measure = place.adoption().measure();
            table.row(
                place.code(),
                place.name(),
                measure.id,
                start,
                measure == Measure.VEIVISER ? start : "",
                measure == Measure.LOFTET ? start : "");
          }
        }
      }
    }
    files.put("data/tiltak.csv", table.bytes(UTF_8, "\n"));
  }

  private void plain() {
    Table year = new Table(";");
    year.row("kommune", "navn", "antall", "unge");
    Table panel = new Table(";");
    panel.row("kommune", "aar", "andel", "spending", "veiviser_start", "loftet_start");
    double[][] y = world.percentOutside();
    double[][] x = world.spendingPerChild();
    for (Unit unit : world.units) {
      Observation o = world.whole(unit, Years.LAST);
      Place now = unit.now();
      year.row(
          now.code(), now.name(), hidden(o.outsideInAll()) ? HIDDEN : o.outsideInAll(), o.young());
      if (unit.standing() == Unit.Standing.OK || unit.never()) {
        for (int t = 0; t < Years.COUNT; t++) {
          panel.row(
              now.code(),
              Years.FIRST + t,
              rounded(y[unit.index()][t], 10_000),
              Math.round(x[unit.index()][t]),
              unit.adopted(Measure.VEIVISER) ? unit.adoption().start() : "",
              unit.adopted(Measure.LOFTET) ? unit.adoption().start() : "");
        }
      }
    }
    files.put("data/utenfor_2024.csv", year.bytes(UTF_8, "\n"));
    files.put("data/panel.csv", panel.bytes(UTF_8, "\n"));
    files.put("data/tavle.csv", Board.of(world).table(world).bytes(UTF_8, "\n"));
  }

  /** Every code that was ever in force, with its years. */
  private Map<String, List<Published>> everyCode() {
    Map<String, List<Published>> codes = new TreeMap<>();
    for (int year = Years.FIRST; year <= Years.LAST; year++) {
      for (Published row : world.published(year)) {
        codes.computeIfAbsent(row.code(), c -> new ArrayList<>()).add(row);
      }
    }
    return new LinkedHashMap<>(codes);
  }

  private String region(Published row, int year) {
    int last = world.lastYear(row.code());
    return '"'
        + row.code()
        + ' '
        + row.name()
        + (last < Years.LAST ? " (-" + last + ")" : "")
        + '"';
  }

  private static String quoted(int year) {
    return "\"" + year + '"';
  }

  static boolean hidden(int count) {
    return count > 0 && count < 5;
  }

  private static String sign(int count) {
    return sign(count, 4);
  }

  /** A count as the statistical office shows it: 0 as a dash, up to the threshold hidden. */
  private static String sign(int count, int threshold) {
    return count == 0 ? "-" : count <= threshold ? HIDDEN : Integer.toString(count);
  }

  private static String tenths(long tenths, char mark) {
    return tenths / 10 + String.valueOf(mark) + tenths % 10;
  }

  private static String hundredths(double value, char mark) {
    long hundredths = Math.round(value * 100);
    return hundredths / 100 + String.valueOf(mark) + hundredths % 100 / 10 + hundredths % 10;
  }

  static String rounded(double value, int parts) {
    return Numerals.exact((double) Math.round(value * parts) / parts);
  }
}
