package io.tapedeck.jobs.job;

/**
 * A strategy's parameter as people read it.
 *
 * @param name key in a job file
 * @param type whole number, number, yes or no, text, or the choices
 * @param meaning in a few words
 * @param unit empty if it has none
 * @param range empty if every value of the type is allowed
 * @param standard value used when none is given; empty if one must be given
 */
public record ParameterText(
    String name, String type, String meaning, String unit, String range, String standard) {}
