/**
 * What a run and a sweep are called: digests of all that determines their outcome, the same on
 * every machine.
 *
 * <p>Pure functions of their arguments and of class files: knows neither Spark sessions nor tables.
 */
package io.tapedeck.jobs.identity;
