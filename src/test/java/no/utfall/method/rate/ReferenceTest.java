package no.utfall.method.rate;

import static no.utfall.method.MethodRun.number;
import static no.utfall.method.MethodRun.word;
import static no.utfall.method.rate.Runs.frame;
import static no.utfall.method.rate.Runs.reference;
import static no.utfall.method.rate.Runs.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import no.utfall.figure.Frame;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** The numbers of PHEindicatormethods 2.1.1 under R 4.2.2, to the tolerance of their README. */
class ReferenceTest {

  private static void close(CSVRecord row, String column, double actual, double tolerance) {
    double expected = Double.parseDouble(row.get(column));
    // where nothing was counted the peer's lower limit can be a rounding residue of 1e-17
    double slack = Math.max(1e-15, tolerance * Math.abs(expected));
    assertTrue(
        Math.abs(actual - expected) <= slack,
        () ->
            "row " + row.getRecordNumber() + " " + column + ": " + actual + " is not " + expected);
  }

  @Test
  void wilsonAgreesWithPhe() throws IOException {
    List<CSVRecord> input = reference("proportion_wilson__input.csv");
    List<CSVRecord> expected = reference("proportion_wilson__expected.csv");
    Frame data = frame(input, "row", "+x", "+n");
    Frame share = tidy(data, "1", "0.95");
    Frame wide = tidy(data, "1", "0.998");
    Frame percent = tidy(data, "100", "0.9");
    assertEquals(72, expected.size());
    for (CSVRecord row : expected) {
      String key = row.get("row");
      close(row, "value", number(share, key, "proportion", "estimate"), 1e-12);
      close(row, "lower95_0cl", number(share, key, "proportion", "conf_low"), 1e-12);
      close(row, "upper95_0cl", number(share, key, "proportion", "conf_high"), 1e-12);
      close(row, "lower99_8cl", number(wide, key, "proportion", "conf_low"), 1e-12);
      close(row, "upper99_8cl", number(wide, key, "proportion", "conf_high"), 1e-12);
      close(row, "pct_value", number(percent, key, "proportion", "estimate"), 1e-12);
      close(row, "pct_lower90", number(percent, key, "proportion", "conf_low"), 1e-12);
      close(row, "pct_upper90", number(percent, key, "proportion", "conf_high"), 1e-12);
    }
  }

  private static Frame tidy(Frame data, String per, String level) {
    return Runs.proportion(data, "by", "row", "per", per, "conf-level", level).tidy();
  }

  @Test
  void groupsAreSummedFirstAsPheDoesWithSeveral() throws IOException {
    List<CSVRecord> input = reference("proportion_wilson__input.csv").stream()
        .filter(row -> !row.get("area").equals("EDGE"))
        .toList();
    Frame data = frame(input, "area", "period", "+x", "+n");
    Frame tidy = Runs.proportion(data, "by", "area,period", "per", "1").tidy();
    List<CSVRecord> expected = reference("proportion_wilson_grouped__expected.csv");
    assertEquals(expected.size(), tidy.rows());
    for (CSVRecord row : expected) {
      String key = row.get("area") + " " + row.get("period");
      close(row, "value", number(tidy, key, "proportion", "estimate"), 1e-12);
      close(row, "lowercl", number(tidy, key, "proportion", "conf_low"), 1e-12);
      close(row, "uppercl", number(tidy, key, "proportion", "conf_high"), 1e-12);
    }
  }

  @Test
  void oneGroupIsSummedToo() throws IOException { // where the peer returns the rows as they were
    List<CSVRecord> input = reference("proportion_wilson__input.csv").stream()
        .filter(row -> row.get("period").equals("708"))
        .toList();
    CSVRecord expected = reference("proportion_wilson_grouped__expected.csv").get(1);
    Frame data = frame(input, "area", "period", "+x", "+n");
    for (String[] by : new String[][] {{"by", "period"}, {}}) {
      String[] settings = Arrays.copyOf(by, by.length + 2);
      settings[by.length] = "per";
      settings[by.length + 1] = "1";
      Frame tidy = Runs.proportion(data, settings).tidy();
      assertEquals(1, tidy.rows());
      close(expected, "value", tidy.number("estimate").value(0), 1e-12);
      close(expected, "lowercl", tidy.number("conf_low").value(0), 1e-12);
      close(expected, "uppercl", tidy.number("conf_high").value(0), 1e-12);
    }
  }

  @Test
  void byarAndExactAgreeWithPheAndR() throws IOException {
    List<CSVRecord> input = reference("rate_byar_exact__input.csv");
    List<CSVRecord> expected = reference("rate_byar_exact__expected.csv");
    Frame data = frame(input, "row", "+x", "+n");
    Frame byar = Runs.rate(data, "by", "row").tidy();
    Frame wide = Runs.rate(data, "by", "row", "conf-level", "0.998").tidy();
    Frame exact = Runs.rate(data, "by", "row", "method", "exact").tidy();
    assertEquals(88, expected.size());
    for (CSVRecord row : expected) {
      String key = row.get("row");
      close(row, "value", number(byar, key, "rate", "estimate"), 1e-10);
      close(row, "lower95_0cl", number(byar, key, "rate", "conf_low"), 1e-10);
      close(row, "upper95_0cl", number(byar, key, "rate", "conf_high"), 1e-10);
      close(row, "lower99_8cl", number(wide, key, "rate", "conf_low"), 1e-10);
      close(row, "upper99_8cl", number(wide, key, "rate", "conf_high"), 1e-10);
      close(row, "exact95_lower", number(exact, key, "rate", "conf_low"), 1e-10);
      close(row, "exact95_upper", number(exact, key, "rate", "conf_high"), 1e-10);
      String used = row.get("method").equals("Exact") ? "exact" : "byar";
      assertEquals(used, word(byar, key, "rate", "method"), "row " + key);
    }
  }

  @Test
  void meanAgreesWithPhe() throws IOException {
    Frame data = frame(reference("mean_t__input.csv"), "area", "+x");
    Frame tidy = run(new MeanMethod(), data, "by", "area", "value", "x").tidy();
    Frame wide = run(new MeanMethod(), data, "by", "area", "value", "x", "conf-level", "0.998")
        .tidy();
    List<CSVRecord> expected = reference("mean_t__expected.csv");
    assertEquals(2, expected.size());
    for (CSVRecord row : expected) {
      String key = row.get("area");
      close(row, "value", number(tidy, key, "mean", "estimate"), 1e-10);
      close(row, "lower95_0cl", number(tidy, key, "mean", "conf_low"), 1e-10);
      close(row, "upper95_0cl", number(tidy, key, "mean", "conf_high"), 1e-10);
      close(row, "lower99_8cl", number(wide, key, "mean", "conf_low"), 1e-10);
      close(row, "upper99_8cl", number(wide, key, "mean", "conf_high"), 1e-10);
      close(row, "stdev", number(tidy, key, "std_dev", "estimate"), 1e-10);
      close(row, "value_count", number(tidy, key, "mean", "n"), 0);
    }
  }
}
