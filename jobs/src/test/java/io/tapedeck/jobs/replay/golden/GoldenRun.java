package io.tapedeck.jobs.replay.golden;

import io.tapedeck.core.replay.RunSpec;

/**
 * A run that is compared with a committed account of it.
 *
 * @param name of the file that has the account
 * @param words what is run, in words
 * @param spec the run
 */
record GoldenRun(String name, String words, RunSpec spec) {}
