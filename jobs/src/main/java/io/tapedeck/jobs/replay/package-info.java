/**
 * One replay: opens a tape of a lake or of files, runs one parameter set over it, shows and writes
 * what came of it.
 *
 * <p>{@link io.tapedeck.jobs.replay.ReplayJob} does it; {@link io.tapedeck.jobs.replay.TapeLibrary}
 * is where ticks come from. Knows job files and the lake, not the command line.
 */
package io.tapedeck.jobs.replay;
