package io.tapedeck.jobs.grid;

import io.tapedeck.core.contract.Require;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The values one parameter takes, in order and without repeats. */
public sealed interface Axis extends Serializable {
  /** Number of values; positive. */
  long size();

  /** The value at this place, from 0. */
  ParameterValue at(long index);

  /** Its definition, for canonical JSON: lists, maps and numbers. */
  Object terms();

  /** One value. */
  static Axis fixed(ParameterValue value) {
    return new Listed(List.of(value));
  }

  /** A list of values; repeats are dropped. */
  static Axis of(List<ParameterValue> values) {
    return new Listed(values);
  }

  /** Values that were listed. */
  record Listed(List<ParameterValue> values) implements Axis {
    public Listed {
      Require.that(!values.isEmpty(), "a parameter needs at least one value");
      values = values.stream().distinct().toList();
    }

    @Override
    public long size() {
      return values.size();
    }

    @Override
    public ParameterValue at(long index) {
      return values.get(Math.toIntExact(index));
    }

    @Override
    public Object terms() {
      return values.stream().map(ParameterValue::term).toList();
    }
  }

  /**
   * {@code from, from + step, from + 2 step, ...} as far as {@code to}, exactly.
   *
   * @param step not zero; its sign is that of {@code to - from}
   */
  record Range(BigDecimal from, BigDecimal to, BigDecimal step) implements Axis {
    public Range {
      Require.that(step.signum() != 0, "step of a range must not be zero");
      Require.that(
          to.subtract(from).signum() * step.signum() >= 0,
          "step %s leads away from the end of the range %s to %s; change its sign",
          step,
          from,
          to);
    }

    @Override
    public long size() {
      return to.subtract(from).divideToIntegralValue(step).longValueExact() + 1;
    }

    @Override
    public ParameterValue at(long index) {
      Require.that(index >= 0 && index < size(), "no value %d in a range of %d", index, size());
      return ParameterValue.of(from.add(step.multiply(BigDecimal.valueOf(index))));
    }

    @Override
    public Object terms() {
      return Map.of("from", from, "to", to, "step", step);
    }
  }

  /**
   * A geometric row: {@code from × (to / from)^(i / (points - 1))}. Where both ends are whole
   * numbers every value is rounded to one, half to even, and elsewhere to four significant digits;
   * repeats that rounding makes are dropped. The ends are exact.
   *
   * @param from positive
   * @param to positive
   * @param points from 2 to 10 000
   */
  static Axis logRange(BigDecimal from, BigDecimal to, int points) {
    Require.that(
        from.signum() > 0 && to.signum() > 0,
        "a log range needs positive ends, was %s to %s",
        from,
        to);
    Require.that(points >= 2 && points <= 10_000, "points must be from 2 to 10000, was %d", points);
    return new Listed(
        IntStream.range(0, points)
            .mapToObj(i -> ParameterValue.of(logPoint(from, to, points, i)))
            .toList());
  }

  private static BigDecimal logPoint(BigDecimal from, BigDecimal to, int points, int index) {
    if (index == 0 || index == points - 1) {
      return index == 0 ? from : to;
    }
    double ratio = to.doubleValue() / from.doubleValue();
    double value = from.doubleValue() * StrictMath.pow(ratio, index / (points - 1.0));
    return isWhole(from) && isWhole(to)
        ? new BigDecimal(value).setScale(0, RoundingMode.HALF_EVEN)
        : new BigDecimal(value).round(new MathContext(4, RoundingMode.HALF_EVEN));
  }

  private static boolean isWhole(BigDecimal value) {
    return value.stripTrailingZeros().scale() <= 0;
  }
}
