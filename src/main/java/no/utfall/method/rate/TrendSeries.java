package no.utfall.method.rate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import no.utfall.panel.Period;

/**
 * One series, in the order of time; periods that lack a row between the first and the last stand there as missing.
 *
 * @param fault why there can be no trend at all, empty when there can
 */
record TrendSeries(List<String> names, List<Moment> moments, String fault) {

  /**
   * What is known of one period.
   *
   * @param y the value, or the count over its population; NaN where not known
   * @param size the population, NaN for values and where not known
   * @param error the standard error of a value, NaN where there is none
   * @param low the lowest that a hidden y can be, NaN when not known
   * @param broken whether the publisher marks a break of the series here
   */
  record Moment(
      Period period,
      Standing standing,
      String note,
      double y,
      double size,
      double error,
      double low,
      double high,
      boolean broken) {

    static Moment absent(Period period) {
      double none = Double.NaN;
      return new Moment(
          period, Standing.MISSING, "there is no row", none, none, none, none, none, false);
    }

    boolean isKnown() {
      return standing == Standing.OK;
    }

    boolean isHidden() {
      return standing == Standing.SUPPRESSED;
    }

    /** The middle of the period, in years. */
    double at() {
      return (period.first() + period.months() / 2.0) / 12;
    }
  }

  TrendSeries {
    moments = List.copyOf(moments);
  }

  /** @param given in any order */
  static TrendSeries of(List<String> names, List<Moment> given) {
    List<Moment> sorted = new ArrayList<>(given);
    sorted.sort(Comparator.comparing(Moment::period));
    List<Moment> moments = new ArrayList<>();
    for (Moment moment : sorted) {
      if (!moments.isEmpty()) {
        Period last = moments.get(moments.size() - 1).period();
        Period next = moment.period();
        if (next.kind() != last.kind() || next.months() != last.months()) {
          return none(names, last + " and " + next + " are not of one kind");
        }
        if (next.first() < last.first() + last.months()) {
          String what =
              next.equals(last) ? last + " stands twice" : last + " and " + next + " overlap";
          return none(names, what);
        }
        for (int first = last.first() + last.months();
            first + last.months() <= next.first();
            first += last.months()) {
          moments.add(Moment.absent(new Period(last.kind(), first, last.months())));
        }
      }
      moments.add(moment);
    }
    return new TrendSeries(names, moments, "");
  }

  static TrendSeries none(List<String> names, String fault) {
    return new TrendSeries(names, List.of(), fault);
  }

  List<Moment> before(Period start) {
    return moments.stream()
        .filter(moment -> moment.period().first() < start.first())
        .toList();
  }

  List<Moment> from(Period start) {
    return moments.stream()
        .filter(moment -> moment.period().first() >= start.first())
        .toList();
  }
}
