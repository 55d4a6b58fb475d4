/**
 * Result tables: rows of runs, how they are committed exactly once, and how they are read.
 *
 * <p>The last stage: knows outcomes of runs and Delta, not how runs are planned or replayed.
 */
package io.tapedeck.jobs.result;
