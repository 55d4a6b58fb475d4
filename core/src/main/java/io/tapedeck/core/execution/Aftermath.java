package io.tapedeck.core.execution;

/**
 * What orders do to each other once an event has had its effect.
 *
 * <p>The venue calls at the end of every command, and of every event in an instrument with orders.
 * The call may cancel, amend and release orders; the venue then calls again, until nothing more
 * follows.
 */
@FunctionalInterface
public interface Aftermath {
  /** Orders have no effect on each other. */
  Aftermath NONE = nanos -> {};

  void settle(long nanos);
}
