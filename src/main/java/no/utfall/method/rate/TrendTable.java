package no.utfall.method.rate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.utfall.figure.Frame;
import no.utfall.math.ChiSquare;
import no.utfall.math.DurbinWatson;
import no.utfall.math.StudentT;
import no.utfall.method.Tidy;
import no.utfall.method.rate.TrendSeries.Moment;
import no.utfall.panel.Direction;

/** The rows of the result of {@code trend}, and of its second tables. */
final class TrendTable {

  /** With fewer periods the errors of Newey and West are hardly wider than those of independent periods. */
  static final int ENOUGH_FOR_NEWEY_WEST = 30;

  static final String STRAIGHT = "no scatter about the line to measure its uncertainty by";

  private static final String PERIOD = "period";

  private static final double[] NONE = {Double.NaN, Double.NaN};

  private TrendTable() {}

  /** The yearly change of one series, its bounds, and what was seen after the line. */
  static void add(Tidy tidy, TrendAsked asked, TrendFit fit) {
    TrendLine line = fit.line();
    for (double level : asked.levels()) {
      if (line == null) {
        tidy.row(fit.names())
            .measure(asked.measure())
            .interval(Double.NaN, Double.NaN, level)
            .unitOfMeasure(asked.form().isRelative() ? asked.unitOfChange() : asked.unitOfSlope())
            .status(fit.standing().code())
            .note(fit.note());
        continue;
      }
      if (asked.form().isRelative()) {
        addChange(tidy, asked, fit, line, level, true);
      }
      addChange(tidy, asked, fit, line, level, false);
    }
    Bounds.add(
        tidy,
        fit.names(),
        fit.lowest(),
        fit.highest(),
        asked.form().isRelative() ? asked.unitOfChange() : asked.unitOfSlope());
    if (line != null && asked.from() != null) {
      addSeen(tidy, asked, fit);
    }
  }

  private static void addChange(
      Tidy tidy, TrendAsked asked, TrendFit fit, TrendLine line, double level, boolean percent) {
    double scale = asked.form().isRelative() ? 1 : asked.per();
    double error = line.slopeError();
    double half = line.quantile(level) * error;
    boolean sure = error > 0;
    double factor = StrictMath.exp(line.slope());
    Tidy.Row row = tidy.row(fit.names())
        .measure(percent ? "annual_percent_change" : "slope")
        .estimate(percent ? 100 * StrictMath.expm1(line.slope()) : scale * line.slope())
        .unitOfMeasure(percent ? asked.unitOfChange() : asked.unitOfSlope())
        .method(asked.method(!Double.isNaN(fit.used().get(0).error())))
        .n(line.n())
        .note(sure ? note(asked, fit) : STRAIGHT);
    if (sure) {
      double t = line.slope() / error;
      row.stdError(percent ? 100 * factor * error : scale * error)
          .interval(
              percent ? 100 * StrictMath.expm1(line.slope() - half) : scale * (line.slope() - half),
              percent ? 100 * StrictMath.expm1(line.slope() + half) : scale * (line.slope() + half),
              level)
          .test(t, line.df(), StudentT.twoSided(t, line.df()));
    }
  }

  private static String note(TrendAsked asked, TrendFit fit) {
    List<String> notes = new ArrayList<>();
    if (!fit.note().isEmpty()) {
      notes.add(fit.note());
    }
    if (asked.error() == TrendError.OLS && fit.isSerial()) {
      notes.add("neighbouring periods resemble each other: the interval is too narrow");
    }
    if (asked.error() == TrendError.NEWEY_WEST && fit.used().size() < ENOUGH_FOR_NEWEY_WEST) {
      notes.add("newey-west is too narrow with fewer than " + ENOUGH_FOR_NEWEY_WEST + " periods");
    }
    if (!fit.breaks().isEmpty()) {
      notes.add("the series is broken in " + fit.breaks().get(0));
    }
    return String.join("; ", notes);
  }

  /** All known periods from {@code --from} on, together. */
  private static void addSeen(Tidy tidy, TrendAsked asked, TrendFit fit) {
    Optional<Forecast> forecast = fit.together(asked);
    if (forecast.isEmpty()) {
      tidy.row(fit.names())
          .measure("difference")
          .unitOfMeasure(asked.unit())
          .status(Standing.NOT_ESTIMABLE.code())
          .note("no period from " + asked.from() + " on has a number");
      return;
    }
    double seen = fit.seenTogether(asked);
    List<TrendFit.Later> periods = fit.seen();
    long after = fit.later().stream()
        .filter(later -> fit.series().moments().contains(later.moment()))
        .count();
    boolean uncertain = fit.isUncertain();
    String note = periods.size() == after
        ? ""
        : (after - periods.size()) + " of " + after + " periods are hidden or missing";
    note = uncertain ? note : note.isEmpty() ? STRAIGHT : note + "; " + STRAIGHT;
    for (double level : asked.levels()) {
      double[] limits = uncertain ? forecast.get().interval(level) : NONE;
      tidy.row(fit.names())
          .measure("difference")
          .estimate(asked.per() * (seen - forecast.get().value()))
          .interval(asked.per() * (seen - limits[1]), asked.per() * (seen - limits[0]), level)
          .unitOfMeasure(asked.unit())
          .n(periods.size())
          .note(note);
      if (asked.counts()) {
        double size = periods.stream().mapToDouble(each -> each.moment().size()).sum();
        tidy.row(fit.names())
            .measure("excess")
            .estimate(size * (seen - forecast.get().value()))
            .interval(size * (seen - limits[1]), size * (seen - limits[0]), level)
            .unitOfMeasure("events")
            .n(periods.size())
            .note(note);
      }
    }
    Optional<Direction> better = asked.better();
    if (better.isPresent()) {
      Tidy.Row turned = tidy.row(fit.names());
      addTurned(turned, fit, forecast.get(), seen, better.get());
      turned.n(periods.size()).note(note);
    }
  }

  private static void addTurned(
      Tidy.Row row, TrendFit fit, Forecast forecast, double seen, Direction better) {
    row.measure("p_turned").unitOfMeasure("probability");
    if (fit.isUncertain()) {
      row.estimate(TrendFit.turned(forecast, seen, better));
    } else {
      row.status(Standing.NOT_ESTIMABLE.code()).note(STRAIGHT);
    }
  }

  private static List<String> cells(TrendFit fit, Moment moment) {
    List<String> cells = new ArrayList<>(fit.names());
    cells.add(moment.period().toString());
    return cells;
  }

  private static Tidy byPeriod(List<String> keys) {
    List<String> all = new ArrayList<>(keys);
    all.add(PERIOD);
    return Tidy.keys(all);
  }

  /** Every period: what was seen and, where the line is, the line. */
  static Frame line(List<String> keys, TrendAsked asked, List<TrendFit> fits) {
    Tidy tidy = byPeriod(keys);
    for (TrendFit fit : fits) {
      for (Moment moment : fit.series().moments()) {
        addObserved(tidy, asked, fit, moment);
        TrendLine line = fit.line();
        if (line != null
            && (asked.from() == null || moment.period().first() < asked.from().first())) {
          for (double level : asked.levels()) {
            double[] limits = line.isUncertain() ? line.limits(moment.at(), level) : NONE;
            tidy.row(cells(fit, moment))
                .measure("fitted")
                .estimate(asked.per() * line.mean(moment.at()))
                .interval(asked.per() * limits[0], asked.per() * limits[1], level)
                .unitOfMeasure(asked.unit());
          }
        }
      }
    }
    return tidy.frame();
  }

  private static void addObserved(Tidy tidy, TrendAsked asked, TrendFit fit, Moment moment) {
    tidy.row(cells(fit, moment))
        .measure("observed")
        .estimate(asked.per() * moment.y())
        .stdError(moment.error())
        .unitOfMeasure(asked.unit())
        .status(moment.standing().code())
        .note(moment.note());
    if (moment.isHidden() && Double.isFinite(moment.low()) && Double.isFinite(moment.high())) {
      Bounds.add(
          tidy,
          cells(fit, moment),
          asked.per() * moment.low(),
          asked.per() * moment.high(),
          asked.unit());
    }
  }

  /** Every period after the line: the fan, and what was seen against it. */
  static Frame forecast(List<String> keys, TrendAsked asked, List<TrendFit> fits) {
    Tidy tidy = byPeriod(keys);
    for (TrendFit fit : fits) {
      for (TrendFit.Later later : fit.later()) {
        addForecast(tidy, asked, fit, later);
      }
    }
    return tidy.frame();
  }

  private static void addForecast(Tidy tidy, TrendAsked asked, TrendFit fit, TrendFit.Later later) {
    Moment moment = later.moment();
    Forecast forecast = later.forecast();
    List<String> cells = cells(fit, moment);
    if (forecast == null) {
      tidy.row(cells)
          .measure("forecast")
          .unitOfMeasure(asked.unit())
          .status(Standing.NOT_ESTIMABLE.code())
          .note("no population is known to forecast for");
      return;
    }
    boolean borrowed = asked.counts() && !(moment.size() > 0);
    boolean uncertain = fit.isUncertain();
    String note =
        borrowed ? "for the population of the last period that has one" : uncertain ? "" : STRAIGHT;
    for (double level : asked.fan()) {
      double[] limits = uncertain ? forecast.interval(level) : NONE;
      tidy.row(cells)
          .measure("forecast")
          .estimate(asked.per() * forecast.value())
          .interval(asked.per() * limits[0], asked.per() * limits[1], level)
          .unitOfMeasure(asked.unit())
          .note(note);
    }
    if (!fit.series().moments().contains(moment)) {
      return;
    }
    addObserved(tidy, asked, fit, moment);
    if (moment.isKnown()) {
      for (double level : asked.fan()) {
        double[] limits = uncertain ? forecast.interval(level) : NONE;
        tidy.row(cells)
            .measure("difference")
            .estimate(asked.per() * (moment.y() - forecast.value()))
            .interval(
                asked.per() * (moment.y() - limits[1]),
                asked.per() * (moment.y() - limits[0]),
                level)
            .unitOfMeasure(asked.unit());
      }
      Optional<Direction> better = asked.better();
      if (better.isPresent()) {
        addTurned(tidy.row(cells), fit, forecast, moment.y(), better.get());
      }
    }
  }

  /** Whether the periods scatter more than by chance, and whether neighbours resemble each other. */
  static Frame diagnostics(List<String> keys, TrendAsked asked, List<TrendFit> fits) {
    Tidy tidy = Tidy.keys(keys);
    for (TrendFit fit : fits) {
      TrendLine line = fit.line();
      if (line == null) {
        tidy.row(fit.names())
            .measure("dispersion")
            .status(fit.standing().code())
            .note(fit.note());
        continue;
      }
      double df = line.n() - 2.0;
      Tidy.Row dispersion = tidy.row(fit.names())
          .measure("dispersion")
          .estimate(line.dispersion())
          .n(line.n());
      if (line.hasChance()) {
        double square = line.dispersion() * df;
        dispersion.test(square, df, ChiSquare.upperTail(square, df));
      }
      if (asked.error() == TrendError.PRAIS_WINSTEN) {
        tidy.row(fit.names()).measure("rho").estimate(line.rho()).n(line.n());
      }
      Tidy.Row serial = tidy.row(fit.names()).measure("durbin_watson").n(line.n());
      Optional<DurbinWatson> test = fit.serial();
      if (test.isPresent()) {
        serial.estimate(test.get().d()).test(Double.NaN, Double.NaN, test.get().pValue());
      } else {
        serial
            .status(Standing.NOT_ESTIMABLE.code())
            .note("fewer than " + DurbinWatson.FEWEST + " periods, or no scatter");
      }
    }
    return tidy.frame();
  }
}
