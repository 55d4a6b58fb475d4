package io.tapedeck.core.execution;

import io.tapedeck.core.chance.Purpose;
import io.tapedeck.core.market.Instrument;
import java.io.Serializable;

/** What a user writes down about how long one way takes: data in, orders out, or reports back. */
public sealed interface Delay extends Serializable
    permits FixedDelay,
        UniformDelay,
        ShiftedExponentialDelay,
        LogNormalDelay,
        RecordedDelay,
        VenueDelays {
  /** The longest a delay with luck in it may be told to be: a day, in nanoseconds. */
  long LONGEST_NANOS = 86_400_000_000_000L;

  /**
   * The same delay for one instrument at one venue.
   *
   * @param venue its name; a delay that does not depend on venues does not look at it
   * @param seed of the run
   * @param purpose which way is delayed: the three ways of an order are not equally lucky
   */
  DelayModel in(String venue, Instrument instrument, long seed, Purpose purpose);

  /** Whether it is zero, always. */
  boolean isNone();

  /**
   * The delay, where it is the same always and everywhere.
   *
   * @throws IllegalArgumentException if it is not {@linkplain FixedDelay fixed}
   */
  default long constantNanos() {
    throw new IllegalArgumentException("a constant delay is needed here, was " + this);
  }
}
