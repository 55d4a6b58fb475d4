/**
 * Compares runs: what differs between their questions, their figures and their days.
 *
 * <p>Main types: {@link io.tapedeck.jobs.compare.Comparison}, made of {@link
 * io.tapedeck.jobs.compare.ComparedRun}s. Knows stored runs as values; neither Spark nor how they
 * are shown.
 */
package io.tapedeck.jobs.compare;
