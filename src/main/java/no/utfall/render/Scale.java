package no.utfall.render;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import no.utfall.text.Language;
import no.utfall.text.Numerals;
import no.utfall.view.Axis;

/**
 * One side of a picture: the range, round ticks with their words, and where a value falls.
 *
 * @param low the value at the start: left or bottom, for categories on y the top
 * @param start where {@code low} stands in the picture
 * @param end where {@code high} stands in the picture
 */
record Scale(double low, double high, double start, double end, List<Tick> ticks) {

  /** A value on the axis and what is written there. */
  record Tick(double value, String label) {}

  /** How far from the ends of the axis marks stay. */
  private static final double ROOM = 9;

  private static final int[] STEPS = {1, 2, 5};

  Scale {
    ticks = List.copyOf(ticks);
  }

  double at(double value) {
    return start + (value - low) / (high - low) * (end - start);
  }

  /**
   * A position beyond the names widens the axis, where it can be seen, rather than leaving the picture.
   *
   * @param room on either side, as part of the distance between two names
   */
  static Scale categories(
      Axis axis, Extent data, double room, Language language, double start, double end) {
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i < axis.labels().size(); i++) {
      ticks.add(new Tick(i, axis.labels().get(i).in(language)));
    }
    double last = Math.max(Math.max(1, ticks.size()) - 1, data.high());
    return new Scale(Math.min(0, data.low()) - room, last + room, start, end, ticks);
  }

  /**
   * @param across whether the axis lies, so that the width of the words limits the ticks
   * @param barsFrom whether bars stand on zero of this axis
   * @param barsAlong whether bars stand side by side along this axis
   */
  static Scale numbers(
      Axis axis,
      Extent data,
      boolean across,
      boolean barsFrom,
      boolean barsAlong,
      Language language,
      double start,
      double end) {
    if (data.isEmpty()) {
      return new Scale(0, 1, start, end, List.of());
    }
    boolean whole = axis.kind() == Axis.Kind.WHOLE;
    double low = data.low();
    double high = data.high();
    if (axis.zero() || barsFrom) {
      low = Math.min(low, 0);
      high = Math.max(high, 0);
    }
    if (low == high) {
      double by = whole || low == 0 ? 1 : 0.1 * Math.abs(low);
      low -= barsFrom ? 0 : by;
      high += by;
    }
    double pixels = Math.abs(end - start);
    Step step = step(axis, low, high, pixels, across, language);
    if (!(across && whole)) {
      low = Math.min(low, step.times(Math.floor(low / step.size() + 1e-9)));
      high = Math.max(high, step.times(Math.ceil(high / step.size() - 1e-9)));
    }
    double unit = (high - low) / (pixels - 2 * ROOM);
    double room = barsAlong ? Math.max(0.6, ROOM * unit) : ROOM * unit;
    boolean onZero = barsFrom || axis.zero() && !across;
    if (!(onZero && low == 0)) {
      low = Math.min(low, data.low() - room);
    }
    if (!(onZero && high == 0)) {
      high = Math.max(high, data.high() + room);
    }
    return new Scale(low, high, start, end, step.ticks(low, high, axis, language));
  }

  private static Step step(
      Axis axis, double low, double high, double pixels, boolean across, Language language) {
    boolean whole = axis.kind() == Axis.Kind.WHOLE;
    double span = high - low;
    double finest = span / (pixels / (across ? 45 : 40));
    int exponent = (int) Math.floor(StrictMath.log10(finest));
    for (int i = 0; ; i++) {
      Step step = new Step(STEPS[i % 3], exponent + i / 3);
      if (step.size() >= finest && !(whole && step.exponent() < 0)) {
        if (!across || span <= step.size()) {
          return step;
        }
        double widest = 0;
        for (Tick tick : step.ticks(low, high, axis, language)) {
          widest = Math.max(widest, Typeface.REGULAR.width(tick.label(), Layout.SMALL));
        }
        if (widest + 18 <= step.size() / span * pixels) {
          return step;
        }
      }
    }
  }

  /** A round step: {@code digit · 10^exponent}. */
  private record Step(int digit, int exponent) {

    double size() {
      return times(1);
    }

    /** Exactly rounded, so that 3 × 0.1 is 0.3. */
    double times(double n) {
      return new BigDecimal(n)
          .multiply(BigDecimal.valueOf(digit))
          .scaleByPowerOfTen(exponent)
          .doubleValue();
    }

    List<Tick> ticks(double low, double high, Axis axis, Language language) {
      List<Tick> ticks = new ArrayList<>();
      double first = Math.ceil(low / size() - 1e-9);
      for (double n = first; ticks.size() < 200 && times(n) <= high + 1e-9 * size(); n++) {
        ticks.add(new Tick(times(n), ""));
        if (n + 1 == n) {
          break;
        }
      }
      boolean allWhole = ticks.stream().allMatch(tick -> tick.value() == Math.rint(tick.value()));
      int decimals = allWhole ? 0 : Math.max(axis.decimals(), -exponent);
      boolean powers = exponent < -9 || Math.max(Math.abs(low), Math.abs(high)) >= 1e12;
      ticks.replaceAll(
          tick -> new Tick(tick.value(), word(tick.value(), axis, decimals, powers, language)));
      return ticks;
    }

    private static String word(
        double value, Axis axis, int decimals, boolean powers, Language language) {
      if (axis.kind() == Axis.Kind.WHOLE && Math.abs(value) < 1e15) {
        return (value < 0 ? "" + Numerals.MINUS : "") + (long) Math.abs(value);
      }
      return powers && value != 0
          ? power(value, language)
          : Numerals.rounded(value, decimals, language);
    }

    /** {@code 1,2·10^−7}. */
    private static String power(double value, Language language) {
      BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
      int exponent = decimal.precision() - decimal.scale() - 1;
      BigDecimal mantissa = decimal.movePointLeft(exponent);
      int decimals = Math.min(6, Math.max(0, mantissa.stripTrailingZeros().scale()));
      String sign = exponent < 0 ? "" + Numerals.MINUS : "";
      return Numerals.rounded(mantissa.doubleValue(), decimals, language) + "·10^" + sign
          + Math.abs(exponent);
    }
  }
}
