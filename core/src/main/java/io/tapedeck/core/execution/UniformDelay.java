package io.tapedeck.core.execution;

import io.tapedeck.core.chance.Draw;
import io.tapedeck.core.chance.Purpose;
import io.tapedeck.core.contract.Require;
import io.tapedeck.core.describe.Model;
import io.tapedeck.core.describe.Setting;
import io.tapedeck.core.market.Instrument;

/**
 * Any whole number of nanoseconds in a range, each as likely as another.
 *
 * @param minNanos shortest; not negative
 * @param maxNanos longest; at least {@code minNanos}, at most a day
 */
@Model(name = "uniform", value = "Any delay of a range, each as likely as another.")
public record UniformDelay(
    @Setting(value = "shortest", range = "from 0 to a day") long minNanos,
    @Setting(value = "longest", range = "from min to a day") long maxNanos)
    implements Delay {
  public UniformDelay {
    Require.that(
        minNanos >= 0 && maxNanos >= minNanos && maxNanos <= LONGEST_NANOS,
        "a uniform delay must go from 0 ns or more up to a day at most, was from %d to %d ns",
        minNanos,
        maxNanos);
  }

  @Override
  public DelayModel in(String venue, Instrument instrument, long seed, Purpose purpose) {
    long key = Draw.key(seed, purpose, instrument.symbol());
    return (timeNanos, number) -> Draw.between(key, number, 0, minNanos, maxNanos);
  }

  @Override
  public boolean isNone() {
    return maxNanos == 0;
  }
}
