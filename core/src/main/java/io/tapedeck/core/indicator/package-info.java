/**
 * Streaming and columnar indicators, one defined expression each.
 *
 * <p>An {@link io.tapedeck.core.indicator.IndicatorSpec} defines one and makes it; an {@link
 * io.tapedeck.core.indicator.Indicator} computes it, with the same bits tick by tick, by column and
 * over any cut of a column. Sums over whole numbers are exact; sums of doubles go over the window
 * from the oldest value on.
 *
 * <p>Vocabulary: knows no stage.
 */
package io.tapedeck.core.indicator;
