package io.tapedeck.core.execution;

/**
 * How long something is under way. A pure function: who asks, when and how often changes nothing.
 * Implementations are immutable, and allocate nothing when asked.
 *
 * <p>Delays of neighbours are independent, so a later message may overtake an earlier one. Who
 * needs first in, first out takes the later of this arrival and the one before.
 */
public interface DelayModel {
  /**
   * The delay of one message.
   *
   * @param timeNanos when it sets out, in nanoseconds since the epoch
   * @param number which message of its instrument and purpose it is: an order's or an event's
   *     number, counted for that instrument alone
   * @return nanoseconds, not negative
   */
  long nanos(long timeNanos, long number);
}
