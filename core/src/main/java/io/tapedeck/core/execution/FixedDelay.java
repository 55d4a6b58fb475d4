package io.tapedeck.core.execution;

import io.tapedeck.core.chance.Purpose;
import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.Instrument;

/**
 * The same delay always.
 *
 * @param nanos not negative
 */
public record FixedDelay(long nanos) implements Delay {
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
