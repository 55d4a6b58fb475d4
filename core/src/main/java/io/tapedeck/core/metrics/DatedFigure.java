package io.tapedeck.core.metrics;

import java.time.LocalDate;

/**
 * A figure and the session it belongs to.
 *
 * @param date session date
 * @param value dimensionless; NaN where it is not defined
 */
public record DatedFigure(LocalDate date, double value) {}
