/**
 * The command line: parses arguments into records, opens a session, calls one method, answers with
 * an exit code.
 *
 * <p>{@link io.tapedeck.jobs.cli.Tapedeck} is the main class; each verb is one {@link
 * io.tapedeck.jobs.cli.Verb}. Knows every other package of the jobs and is known by none.
 */
package io.tapedeck.jobs.cli;
