/**
 * Reads result tables into a {@code ReportModel}: {@code ReportReader} finds the sweep or the run.
 * Metrics of a run are read and never computed; ticks are thinned by Spark before they come here.
 */
package io.tapedeck.jobs.report.read;
