package no.utfall.method.rate;

import java.util.ArrayList;
import java.util.List;
import no.utfall.figure.Frame;
import no.utfall.method.Card;
import no.utfall.method.LazyTables;
import no.utfall.method.Method;
import no.utfall.method.Result;
import no.utfall.method.Settings;
import no.utfall.method.Tidy;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;

/** The method {@code trend}: {@link TrendLine} for every series, and what was seen after a date against its {@link Forecast}. */
public final class TrendMethod implements Method {

  @Override
  public Card card() {
    return TrendCard.CARD;
  }

  @Override
  public Result apply(Frame data, Settings settings) {
    return new Run(data, settings).result();
  }

  private static final class Run {
    private final Frame data;
    private final Settings settings;
    private final TrendAsked asked;
    private final List<String> keys;
    private final String column;

    Run(Frame data, Settings settings) {
      this.data = data;
      this.asked = TrendAsked.of(settings);
      this.column = settings.text(asked.counts() ? "count" : "value");
      this.keys = settings.list("by").stream()
          .distinct()
          .filter(key -> !key.equals(settings.text("period")))
          .toList();
      this.settings = settings;
    }

    Result result() {
      TrendRows rows = new TrendRows(data, settings, asked.share());
      List<TrendFit> fits =
          rows.series(keys).stream().map(series -> TrendFit.of(series, asked)).toList();
      List<Finding> findings = new ArrayList<>(rows.findings());
      if (fits.stream().noneMatch(TrendFit::isAnswer)) {
        String note = fits.isEmpty() ? "there are no rows" : fits.get(0).note();
        throw Grouped.of(data, keys).refusal(column, note, findings);
      }
      if (asked.error() == TrendError.OLS) {
        tellSerial(fits, findings);
      }
      tellBreaks(fits, findings);
      Tidy tidy = Tidy.keys(keys);
      fits.forEach(fit -> TrendTable.add(tidy, asked, fit));
      TrendStory story = new TrendStory(keys, fits, asked, data.file());
      return new GroupResult(
          tidy.frame(),
          new LazyTables()
              .with("line", () -> TrendTable.line(keys, asked, fits))
              .with("forecast", () -> TrendTable.forecast(keys, asked, fits))
              .with("diagnostics", () -> TrendTable.diagnostics(keys, asked, fits)),
          story.charts(),
          story.reading(),
          findings,
          key -> fits.stream()
              .filter(fit -> key.equals(keys.isEmpty() ? "all" : String.join(",", fit.names())))
              .findFirst()
              .map(fit -> fit.arithmetic(asked)));
    }

    /** More series than chance lets expect in which neighbouring periods resemble each other. */
    private void tellSerial(List<TrendFit> fits, List<Finding> findings) {
      List<TrendFit> tested =
          fits.stream().filter(fit -> fit.serial().isPresent()).toList();
      List<TrendFit> alike = tested.stream().filter(TrendFit::isSerial).toList();
      double n = tested.size();
      double chance = TrendFit.SERIAL * n;
      if (alike.size() > chance + 1.645 * Math.sqrt(chance * (1 - TrendFit.SERIAL))) {
        findings.add(
            Finding.warning(
                "W726",
                Location.ofFile(data.file()),
                String.join(",", alike.get(0).names()),
                "in " + alike.size() + " of " + tested.size()
                    + " series neighbouring periods resemble each other more than a line and chance explain"
                    + " (Durbin–Watson): their intervals are too narrow",
                "take it into the error: --error newey-west, or prais-winsten for values; see --table diagnostics"));
      }
    }

    private void tellBreaks(List<TrendFit> fits, List<Finding> findings) {
      List<TrendFit> broken =
          fits.stream().filter(fit -> !fit.breaks().isEmpty()).toList();
      if (!broken.isEmpty()) {
        TrendFit first = broken.get(0);
        findings.add(Finding.warning(
            "W727",
            Location.ofFile(data.file()),
            String.join(",", first.names()),
            broken.size() + (broken.size() == 1 ? " series is" : " series are")
                + " marked as broken within the trend, the first in "
                + first.breaks().get(0),
            "use the periods after the break alone"));
      }
    }
  }
}
