package no.utfall.build;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.Status;
import no.utfall.figure.TextColumn;
import no.utfall.method.Method;
import no.utfall.method.Result;
import no.utfall.method.Settings;
import no.utfall.problem.Refusal;

/**
 * The number of the country where counts of some units are hidden between limits: computed once with every hidden count
 * at its lowest and once at its highest. The estimate is the middle of the two; its interval goes from the lower limit
 * of the lowest to the upper limit of the highest, so that it is never too narrow.
 */
final class HiddenCells {

  private static final String STATUS = "bounded";

  private final Method method;
  private final Settings settings;
  private final String measure;

  HiddenCells(Method method, Settings settings, String measure) {
    this.method = method;
    this.settings = settings;
    this.measure = measure;
  }

  /** The rows of the country, those that were suppressed filled in where every hidden count has known limits. */
  Frame counted(Frame data, Frame country) {
    TextColumn status = country.text("status");
    boolean any = false;
    for (int row = 0; row < status.size(); row++) {
      any |= status.get(row).equals("suppressed");
    }
    if (!any || !data.has("count")) {
      return country;
    }
    Optional<Frame> lowest = with(data, false);
    Optional<Frame> highest = with(data, true);
    return lowest.isPresent() && highest.isPresent()
        ? filled(country, lowest.get(), highest.get())
        : country;
  }

  private Optional<Frame> with(Frame data, boolean high) {
    NumberColumn counts = data.number("count");
    NumberColumn.Builder builder = NumberColumn.builder("count");
    for (int row = 0; row < counts.size(); row++) {
      if (counts.status(row) == Status.SUPPRESSED) {
        builder.add(high ? counts.high(row) : counts.low(row));
      } else {
        builder.addFrom(counts, row);
      }
    }
    try {
      Result result = method.apply(data.with(builder.build()), settings);
      return Optional.of(Estimates.of(result.tidy(), List.of("period"), measure));
    } catch (Refusal refusal) {
      return Optional.empty();
    }
  }

  private static Frame filled(Frame country, Frame lowest, Frame highest) {
    Map<String, Integer> low = rows(lowest);
    Map<String, Integer> high = rows(highest);
    NumberColumn.Builder estimate = NumberColumn.builder("estimate");
    NumberColumn.Builder from = NumberColumn.builder("conf_low");
    NumberColumn.Builder to = NumberColumn.builder("conf_high");
    TextColumn.Builder status = TextColumn.builder("status");
    for (int row = 0; row < country.rows(); row++) {
      String period = country.text("period").get(row);
      String standing = country.text("status").get(row);
      int l = low.getOrDefault(period, -1);
      int h = high.getOrDefault(period, -1);
      if (standing.equals("suppressed") && isKnown(lowest, l) && isKnown(highest, h)) {
        estimate.add(
            (lowest.number("estimate").value(l) + highest.number("estimate").value(h)) / 2);
        from.add(lowest.number("conf_low").value(l));
        to.add(highest.number("conf_high").value(h));
        status.add(STATUS);
      } else {
        estimate.addFrom(country.number("estimate"), row);
        from.addFrom(country.number("conf_low"), row);
        to.addFrom(country.number("conf_high"), row);
        status.add(standing);
      }
    }
    return country.with(estimate.build()).with(from.build()).with(to.build()).with(status.build());
  }

  private static boolean isKnown(Frame frame, int row) {
    return row >= 0 && frame.number("estimate").isKnown(row);
  }

  private static Map<String, Integer> rows(Frame frame) {
    Map<String, Integer> rows = new LinkedHashMap<>();
    for (int row = 0; row < frame.rows(); row++) {
      rows.put(frame.text("period").get(row), row);
    }
    return rows;
  }
}
