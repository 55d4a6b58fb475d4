/**
 * What a bar is and how bars are built; used by the lake as well.
 *
 * <p>A {@link io.tapedeck.core.bar.BarRule} says what ends a bar: time, ticks, volume or notional;
 * a {@link io.tapedeck.core.bar.BarSeries} builds such bars of one instrument and hands them to a
 * {@link io.tapedeck.core.bar.BarSink}.
 *
 * <p>Vocabulary: knows no stage.
 */
package io.tapedeck.core.bar;
