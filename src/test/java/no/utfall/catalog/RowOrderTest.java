package no.utfall.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Status;
import no.utfall.figure.TextColumn;
import no.utfall.method.MethodRun;
import no.utfall.method.Result;
import no.utfall.problem.Fault;
import no.utfall.problem.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a method says does not depend on the order of the rows, however faulty these are. */
class RowOrderTest {

  private static final int FRAMES = 4;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "proportion | by=g,year count=x population=n compare-to=a,2020",
        "rate | by=u count=x population=n method=mid-p",
        "mean | by=g value=v",
        "dsr | by=g count=x population=n age=age standard=col:w min-events=0",
        "dsr | by=g count=x population=n age=age standard=esp1976 min-events=0",
        "dsr | by=g count=x population=n age=age standard=esp1976 event-frequency=f min-events=0",
        "smr | by=g count=x population=n age=age",
        "smr | by=g count=x population=n reference-count=y reference-population=w",
        "life-expectancy | by=g count=x population=n age=life min-population=0",
        "life-expectancy | by=g count=x population=n age=life pool=year min-population=300",
        "quantile | by=year unit=u value=v groups=2",
        "funnel | unit=u count=x population=n",
        "funnel | by=year unit=u count=x expected=v overdispersion=additive",
        "inequality | by=u group=g count=x population=n counts=rate measures=sii,theil,gini group-order=a,b,c",
        "inequality | value=v weight=w rows=persons cluster=u group=g measures=difference,gini,theil",
        "poverty | by=g income=v weight=w few=0,0 measures=arpr,rmpg,gini,s80s20,shares,sen,sst,watts",
        "poverty | by=g period=year income=v weight=w unit=u few=0,0 measures=arpr,entry,exit,persistent",
        "poverty | income=v household=u scale=eu age=life few=0,0 measures=arpr,median",
        "composite | unit=u by=year indicators=v,w,y draws=100",
        "composite | unit=u indicators=v,w draws=100 vary=weights,normalise,aggregate weight-sets=p=1,2;q=2,1",
        "composite | unit=u indicators=v,w,y draws=100 if-missing=available aggregate=copeland",
        "composite | unit=u by=year period=year indicators=v,w,y draws=100 impute=previous min-known=0.5",
        "composite | unit=u by=year indicators=v,w,y draws=100 impute=median denominate=v denominate-by=w"
      })
  void nothingThatIsSaidDependsOnTheOrderOfTheRows(String id, String options) {
    int answers = 0;
    for (int seed = 0; seed < FRAMES; seed++) {
      Frame data = frame(seed);
      String said = said(id, data, options);
      assertEquals(said, said(id, shuffled(data, seed), options), id + " " + seed);
      answers += said.startsWith(Fault.class.getSimpleName()) ? 0 : 1;
    }
    assertTrue(answers > 0, "not one answer");
  }

  private static String said(String id, Frame data, String options) {
    try {
      Result result = MethodRun.of(Catalog.method(id).orElseThrow(), data, options);
      Frame tidy = result.tidy();
      StringBuilder said = new StringBuilder(cells(tidy));
      result.tables().forEach((name, table) -> said.append(name).append(cells(table)));
      said.append(result.reading());
      result.charts().forEach(chart -> said.append(chart.title()).append(chart.marks()));
      for (String key : keys(tidy)) {
        said.append(key).append(result.explain(key));
      }
      return said.toString();
    } catch (Refusal refusal) {
      return Fault.class.getSimpleName() + refusal.fault();
    }
  }

  private static TreeSet<String> keys(Frame tidy) {
    List<String> names = tidy.names().subList(0, tidy.names().indexOf("measure"));
    TreeSet<String> keys = new TreeSet<>();
    for (int row = 0; row < tidy.rows(); row++) {
      int at = row;
      keys.add(
          names.isEmpty()
              ? "all"
              : String.join(
                  ",", names.stream().map(name -> tidy.text(name).get(at)).toList()));
    }
    return keys;
  }

  private static String cells(Frame frame) {
    StringBuilder cells = new StringBuilder(frame.names() + "\n");
    for (int row = 0; row < frame.rows(); row++) {
      for (Column column : frame.columns()) {
        cells.append('|');
        if (column instanceof NumberColumn numbers) {
          cells.append(numbers.value(row));
        } else {
          cells.append(frame.text(column.name()).get(row));
        }
      }
      cells.append('\n');
    }
    return cells.toString();
  }

  /** Up to thirty rows; in two frames of three some numbers are hidden, missing or not applicable. */
  private static Frame frame(int seed) {
    Random random = new Random(seed);
    int n = 3 + random.nextInt(28);
    double faulty = seed % 3 == 0 ? 0 : 0.12;
    return Frame.of(
        words("g", random, n, "a", "b", "c"),
        words("u", random, n, "u1", "u2", "u3", "u4", "u5", "u10", "u11", "u12", "u13", "u14"),
        words("year", random, n, "2020", "2021", "2022"),
        words("age", random, n, "0-4", "5-9", "10-14", "15-19", "85+"),
        words("life", random, n, "0-49", "50+"),
        numbers("x", random, n, 60, faulty),
        numbers("y", random, n, 60, faulty),
        numbers("n", random, n, 60, faulty),
        numbers("v", random, n, 1000, faulty),
        numbers("w", random, n, 60, faulty),
        numbers("se", random, n, 1000, 0),
        NumberColumn.of("f", random.ints(n, 1, 3).asDoubleStream().toArray()));
  }

  private static TextColumn words(String name, Random random, int n, String... words) {
    return TextColumn.of(
        name,
        IntStream.range(0, n).mapToObj(i -> words[random.nextInt(words.length)]).toList());
  }

  private static NumberColumn numbers(String name, Random random, int n, int below, double faulty) {
    NumberColumn.Builder column = NumberColumn.builder(name);
    for (int i = 0; i < n; i++) {
      double kind = random.nextDouble();
      if (kind < faulty / 3) {
        column.addMissing(Status.MISSING);
      } else if (kind < faulty * 2 / 3) {
        column.addSuppressed(1, 4);
      } else if (kind < faulty) {
        column.addMissing(Status.NOT_APPLICABLE);
      } else {
        column.add(random.nextInt(below));
      }
    }
    return column.build();
  }

  /** The same rows in another order, the texts numbered as they come. */
  private static Frame shuffled(Frame data, int seed) {
    List<Integer> order =
        new ArrayList<>(IntStream.range(0, data.rows()).boxed().toList());
    Collections.shuffle(order, new Random(1000L + seed));
    Frame mixed = data.rows(order.stream().mapToInt(Integer::intValue).toArray());
    return Frame.of(mixed.columns().stream()
        .map(column -> column instanceof TextColumn texts
            ? TextColumn.of(
                texts.name(),
                IntStream.range(0, texts.size()).mapToObj(texts::get).toList())
            : column)
        .toList());
  }
}
