package io.tapedeck.lake.compact;

/**
 * What a compaction did.
 *
 * @param partitions partitions looked at
 * @param rewritten partitions that were not one sorted file each
 * @param filesBefore files of the partitions looked at
 * @param filesAfter files of them afterwards
 * @param bytesBefore their bytes
 * @param bytesAfter their bytes afterwards
 * @param recorded partitions whose digest was missing and is now stored
 */
public record CompactionReport(
    int partitions,
    int rewritten,
    int filesBefore,
    int filesAfter,
    long bytesBefore,
    long bytesAfter,
    int recorded) {}
