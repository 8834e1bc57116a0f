package no.utfall.method;

import java.util.LinkedHashMap;
import java.util.Map;
import no.utfall.figure.Frame;

/** Runs methods in tests and reads what came out. */
public final class MethodRun {

  private MethodRun() {}

  /** Options in one line: {@code "group=g value=y measures=sii,rii reverse=true"}. */
  public static Result of(Method method, Frame data, String options) {
    Map<String, String> given = new LinkedHashMap<>();
    for (String option : options.split(" ")) {
      int equals = option.indexOf('=');
      given.put(option.substring(0, equals), option.substring(equals + 1));
    }
    return method.apply(data, Settings.of(method.card(), given));
  }

  /** The row of these keys (all key columns joined by a space) and this measure, the first of several levels. */
  public static int row(Frame tidy, String keys, String measure) {
    for (int i = 0; i < tidy.rows(); i++) {
      StringBuilder key = new StringBuilder();
      for (String name : tidy.names().subList(0, tidy.names().indexOf("measure"))) {
        key.append(key.isEmpty() ? "" : " ").append(tidy.text(name).get(i));
      }
      if (key.toString().equals(keys) && tidy.text("measure").get(i).equals(measure)) {
        return i;
      }
    }
    throw new AssertionError("no row '" + keys + "' " + measure);
  }

  public static double number(Frame tidy, String keys, String measure, String column) {
    return tidy.has(column) ? tidy.number(column).value(row(tidy, keys, measure)) : Double.NaN;
  }

  public static String word(Frame tidy, String keys, String measure, String column) {
    return tidy.has(column) ? tidy.text(column).get(row(tidy, keys, measure)) : "";
  }
}
