package io.tapedeck.lake.export;

import java.util.List;

/**
 * What was written.
 *
 * @param rows rows in the file; 0 if there were none, and then there is no file
 * @param bytes length of the file
 * @param columns names in the order of the file
 */
public record ExportReport(long rows, long bytes, List<String> columns) {}
