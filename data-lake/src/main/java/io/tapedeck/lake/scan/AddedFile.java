package io.tapedeck.lake.scan;

import java.util.Map;

/**
 * A live file of a table's snapshot.
 *
 * @param path where it lies, absolute
 * @param bytes its length
 * @param partitionValues values of the partition columns, unescaped
 * @param statistics what the table's log says of its rows
 */
record AddedFile(
    String path, long bytes, Map<String, String> partitionValues, FileStatistics statistics) {}
