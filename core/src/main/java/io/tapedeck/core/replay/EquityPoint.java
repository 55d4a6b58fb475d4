package io.tapedeck.core.replay;

/**
 * Equity from a mark on, until the next point.
 *
 * @param timeNanos nanoseconds since the epoch, UTC
 * @param equity money
 */
public record EquityPoint(long timeNanos, long equity) {}
