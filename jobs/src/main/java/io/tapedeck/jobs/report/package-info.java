/**
 * Result tables → a page a person reads: {@code ReportModel} holds the figures, {@code HtmlReport}
 * writes them as one HTML file that loads nothing.
 *
 * <p>This package formats numbers and never computes a metric of a run: those are read. It knows no
 * Spark.
 */
package io.tapedeck.jobs.report;
