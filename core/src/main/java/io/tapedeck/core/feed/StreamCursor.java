package io.tapedeck.core.feed;

import io.tapedeck.core.market.EventColumns;
import io.tapedeck.core.market.FeedException;

/**
 * A sorted part of the tape, read block by block: rows of one kind, in the order (event time,
 * stream, seq) inside a block and from block to block. It may carry several streams of its kind.
 *
 * <p>{@link MergedFeed} merges cursors, checks their order and closes them. Not thread-safe.
 */
public interface StreamCursor extends AutoCloseable {
  /** The {@link io.tapedeck.core.market.EventKind} of all its rows. */
  byte kind();

  /**
   * Loads the next block; the one before may be overwritten.
   *
   * @return false at the end, and ever after
   * @throws FeedException if the source is damaged
   */
  boolean next();

  /** The current block, after {@link #next} answered true; it may be empty. */
  EventColumns block();

  /** Where the rows come from, for messages: a table, symbol and file. */
  String place();

  @Override
  default void close() {}
}
