package io.tapedeck.lake.history;

import java.time.Instant;

/**
 * What a vacuum of a table deletes, or would.
 *
 * @param table folder of the table
 * @param files files that no version after the horizon needs, and files of no version
 * @param bytes their bytes
 * @param oldestPinnedVersion the oldest version that a run or an open sweep pins; null if none does
 * @param readableFrom the first version that keeps all its files
 * @param horizon files removed before are deleted, and files of no version written before
 */
public record VacuumReport(
    String table,
    long files,
    long bytes,
    Long oldestPinnedVersion,
    long readableFrom,
    Instant horizon) {}
