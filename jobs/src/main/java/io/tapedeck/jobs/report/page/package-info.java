/**
 * {@code ReportModel} → HTML that loads nothing: {@code HtmlReport} writes a report, {@code
 * IndexPage} the list of a lake's reports. A section is a class; every chart has its numbers in a
 * table, a summary in words, and a tooltip by mouse and by keyboard.
 *
 * <p>This package formats numbers. It knows no Spark.
 */
package io.tapedeck.jobs.report.page;
