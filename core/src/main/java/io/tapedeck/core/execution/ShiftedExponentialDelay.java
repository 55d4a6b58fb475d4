package io.tapedeck.core.execution;

import io.tapedeck.core.chance.Draw;
import io.tapedeck.core.chance.Purpose;
import io.tapedeck.core.contract.Require;
import io.tapedeck.core.describe.Model;
import io.tapedeck.core.describe.Setting;
import io.tapedeck.core.market.Instrument;

/**
 * A path of fixed length and a memoryless wait: {@code min + (mean - min) × E}, E exponential with
 * mean 1, rounded to the nearest nanosecond. E is at most 36.7.
 *
 * @param minNanos the path without any wait; not negative
 * @param meanNanos mean of the whole delay; at least {@code minNanos}, at most a day
 */
@Model(name = "exponential", value = "A path of fixed length and a memoryless wait on top.")
public record ShiftedExponentialDelay(
    @Setting(value = "the path without any wait", range = "from 0 to a day") long minNanos,
    @Setting(value = "mean of the whole delay", range = "from min to a day") long meanNanos)
    implements Delay {
  public ShiftedExponentialDelay {
    Require.that(
        minNanos >= 0 && meanNanos >= minNanos && meanNanos <= LONGEST_NANOS,
        "the mean delay must be at least the shortest one (from 0 ns) and at most a day,"
            + " was %d ns with a shortest of %d ns",
        meanNanos,
        minNanos);
  }

  @Override
  public DelayModel in(String venue, Instrument instrument, long seed, Purpose purpose) {
    long key = Draw.key(seed, purpose, instrument.symbol());
    double waitNanos = meanNanos - minNanos;
    return (timeNanos, number) ->
        minNanos + Math.round(waitNanos * Draw.exponential(key, number, 0));
  }

  @Override
  public boolean isNone() {
    return meanNanos == 0;
  }
}
