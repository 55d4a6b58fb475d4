package io.tapedeck.core.execution;

import io.tapedeck.core.chance.Purpose;
import io.tapedeck.core.contract.Require;
import io.tapedeck.core.describe.Model;
import io.tapedeck.core.describe.Setting;
import io.tapedeck.core.market.Instrument;

/**
 * The same delay always.
 *
 * @param nanos not negative
 */
@Model(name = "constant", value = "The same delay always; a duration alone means it.")
public record FixedDelay(
    @Setting(value = "the delay", name = "delay", range = "not negative") long nanos)
    implements Delay {
  public FixedDelay {
    Require.that(nanos >= 0, "delay must not be negative, was %d ns", nanos);
  }

  @Override
  public DelayModel in(String venue, Instrument instrument, long seed, Purpose purpose) {
    return (timeNanos, number) -> nanos;
  }

  @Override
  public boolean isNone() {
    return nanos == 0;
  }

  @Override
  public long constantNanos() {
    return nanos;
  }
}
