/**
 * Where a lake keeps its reports, {@code reports/}, and the index over them, which is made anew
 * from what each report says of itself.
 */
package io.tapedeck.jobs.report.shelf;
