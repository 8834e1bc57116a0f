package no.utfall.figure;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Numbers, each with its standing: {@code NaN} in {@link #value} where the status is not {@code KNOWN}, limits in
 * {@link #low} and {@link #high} (the value itself where known). Immutable.
 */
public final class NumberColumn implements Column {

  private final String name;
  private final double[] values;
  private final byte @Nullable [] status;
  private final double @Nullable [] low;
  private final double @Nullable [] high;
  private final byte @Nullable [] flags;

  private NumberColumn(
      String name,
      double[] values,
      byte @Nullable [] status,
      double @Nullable [] low,
      double @Nullable [] high,
      byte @Nullable [] flags) {
    this.name = name;
    this.values = values;
    this.status = status;
    this.low = low;
    this.high = high;
    this.flags = flags;
  }

  /** Known numbers; {@code NaN} is missing. */
  public static NumberColumn of(String name, double... values) {
    Builder builder = builder(name);
    for (double value : values) {
      builder.add(value);
    }
    return builder.build();
  }

  /** Known numbers, none of them {@code NaN}; the array is given away and must not be changed any more. */
  public static NumberColumn known(String name, double[] values) {
    return new NumberColumn(name, values, null, null, null, null);
  }

  public static Builder builder(String name) {
    return builder(name, 16);
  }

  /** With room for so many cells at once; more may come. */
  public static Builder builder(String name, int cells) {
    return new Builder(name, cells);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int size() {
    return values.length;
  }

  public double value(int row) {
    return values[row];
  }

  public Status status(int row) {
    return status == null ? Status.KNOWN : Status.at(status[row]);
  }

  public boolean isKnown(int row) {
    return status == null || status[row] == 0;
  }

  /** Whether every number is known and nothing is said of any. */
  public boolean isPlain() {
    return status == null && flags == null;
  }

  /** The lowest the number can be; {@code NaN} when nothing is known of it. */
  public double low(int row) {
    return low == null ? values[row] : low[row];
  }

  /** The highest the number can be; {@code NaN} when nothing is known of it. */
  public double high(int row) {
    return high == null ? values[row] : high[row];
  }

  public boolean has(int row, Flag flag) {
    return flags != null && (flags[row] & flag.bit()) != 0;
  }

  public Figure figure(int row) {
    Status standing = status(row);
    return switch (standing) {
      case KNOWN -> new Figure.Known(values[row]);
      case SUPPRESSED -> new Figure.Suppressed(low(row), high(row));
      default -> new Figure.Missing(standing);
    };
  }

  /** A copy of the values, {@code NaN} where not known. */
  public double[] values() {
    return values.clone();
  }

  @Override
  public NumberColumn named(String other) {
    return new NumberColumn(other, values, status, low, high, flags);
  }

  @Override
  public NumberColumn rows(int[] index) {
    Builder builder = builder(name);
    for (int i : index) {
      builder.addFrom(this, i);
    }
    return builder.build();
  }

  /** Grows a number column cell by cell. */
  public static final class Builder {
    private final String name;
    private double[] values;
    private byte @Nullable [] status;
    private double @Nullable [] low;
    private double @Nullable [] high;
    private byte @Nullable [] flags;
    private int size;

    private Builder(String name, int cells) {
      this.name = name;
      this.values = new double[cells];
    }

    /** A known number; {@code NaN} is missing. */
    public Builder add(double value) {
      return Double.isNaN(value)
          ? addMissing(Status.MISSING)
          : put(value, Status.KNOWN, value, value);
    }

    public Builder addSuppressed(double lowest, double highest) {
      return put(Double.NaN, Status.SUPPRESSED, lowest, highest);
    }

    /** No number: any status but {@code KNOWN}. */
    public Builder addMissing(Status why) {
      if (why == Status.KNOWN) {
        throw new IllegalArgumentException("a missing number cannot be known");
      }
      return put(Double.NaN, why, Double.NaN, Double.NaN);
    }

    /** The cell of another column, with its standing and flags. */
    public Builder addFrom(NumberColumn other, int row) {
      put(other.values[row], other.status(row), other.low(row), other.high(row));
      if (other.flags != null && other.flags[row] != 0) {
        flagBits(other.flags[row]);
      }
      return this;
    }

    /** Marks the cell added last. */
    public Builder flag(Flag flag) {
      flagBits(flag.bit());
      return this;
    }

    public int size() {
      return size;
    }

    private void flagBits(int bits) {
      if (flags == null) {
        flags = new byte[values.length];
      }
      flags[size - 1] |= (byte) bits;
    }

    private Builder put(double value, Status standing, double lowest, double highest) {
      if (size == values.length) {
        grow();
      }
      values[size] = value;
      if (standing != Status.KNOWN && status == null) {
        status = new byte[values.length];
      }
      if (standing == Status.SUPPRESSED && low == null) {
        low = values.clone();
        high = values.clone();
      }
      if (status != null) {
        status[size] = (byte) standing.ordinal();
      }
      if (low != null && high != null) {
        low[size] = lowest;
        high[size] = highest;
      }
      size++;
      return this;
    }

    private void grow() {
      int room = Math.max(16, 2 * size);
      values = Arrays.copyOf(values, room);
      status = status == null ? null : Arrays.copyOf(status, room);
      low = low == null ? null : Arrays.copyOf(low, room);
      high = high == null ? null : Arrays.copyOf(high, room);
      flags = flags == null ? null : Arrays.copyOf(flags, room);
    }

    /** The column; the builder starts afresh. */
    public NumberColumn build() {
      NumberColumn column = new NumberColumn(
          name,
          values.length == size ? values : Arrays.copyOf(values, size),
          cut(status),
          cut(low),
          cut(high),
          cut(flags));
      values = new double[0];
      status = null;
      low = null;
      high = null;
      flags = null;
      size = 0;
      return column;
    }

    private double @Nullable [] cut(double @Nullable [] cells) {
      return cells == null || cells.length == size ? cells : Arrays.copyOf(cells, size);
    }

    private byte @Nullable [] cut(byte @Nullable [] cells) {
      return cells == null || cells.length == size ? cells : Arrays.copyOf(cells, size);
    }
  }
}
