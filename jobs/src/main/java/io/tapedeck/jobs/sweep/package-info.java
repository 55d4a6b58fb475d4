/**
 * Sweeps: from a grid of parameters and a pinned scan to a plan of units, to runs computed on Spark
 * and committed exactly once, and to a ranking.
 *
 * <p>Composes scan, replay and result tables; knows job files, not the command line.
 */
package io.tapedeck.jobs.sweep;
