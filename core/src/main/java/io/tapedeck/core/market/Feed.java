package io.tapedeck.core.market;

/**
 * The one door through which information reaches the engine: history, a simulation and a live line
 * look the same.
 *
 * <p>A feed hands out each event once, in the total order (time, rank, stream, seq), for
 * instruments numbered by its {@link Universe}. Streams are numbered so that those of trades come
 * before those of quotes, those before bars, those before signals. Not thread-safe.
 */
public interface Feed extends AutoCloseable {
  /** What is on the tape. */
  Universe universe();

  /**
   * Replaces the contents of a batch with the next events.
   *
   * @return whether there were any; a batch is never empty after true
   * @throws FeedException if the tape is damaged or out of order
   */
  boolean refill(TapeBatch batch);

  @Override
  default void close() {}
}
