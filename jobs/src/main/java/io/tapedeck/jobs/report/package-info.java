/**
 * What a report says, as values: {@code ReportModel} and its parts. {@code read} makes them from
 * result tables, {@code page} writes them as one HTML file, {@code shelf} puts it into the lake.
 *
 * <p>This package arranges and formats numbers and never computes a metric of a run: those are
 * read. It knows no Spark.
 */
package io.tapedeck.jobs.report;
