/**
 * The quality of ticks: what is odd about a tape, counted, and whether a lake's sessions are good
 * enough to replay.
 *
 * <p>{@link io.tapedeck.jobs.quality.TapeQuality} counts; {@link
 * io.tapedeck.jobs.quality.QualityJob} measures the sessions of a lake on Spark and {@link
 * io.tapedeck.jobs.quality.QualityLimits} judges them. Knows the lake, neither jobs nor sweeps.
 */
package io.tapedeck.jobs.quality;
