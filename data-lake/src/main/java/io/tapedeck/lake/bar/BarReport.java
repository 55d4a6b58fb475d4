package io.tapedeck.lake.bar;

/**
 * What a building of bars did.
 *
 * @param units tasks: an instrument and a month each
 * @param ticks rows of trades or quotes read
 * @param bars bars of the request that the table now holds
 */
public record BarReport(int units, long ticks, long bars) {}
