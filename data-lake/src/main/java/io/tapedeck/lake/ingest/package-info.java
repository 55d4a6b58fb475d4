/**
 * Files to tables, without losing a row: discovery, archives, the parse of each format, and the
 * commits.
 *
 * <p>{@link io.tapedeck.lake.ingest.Ingest} runs an {@link io.tapedeck.lake.ingest.IngestRequest}
 * in two passes: the first reads and checks every file whole, the second writes those that passed.
 * The parse is plain Java, so {@link io.tapedeck.lake.ingest.SourceTape} replays files without
 * Spark. Knows {@code table} and {@code calendar}; nothing of scan or compaction.
 */
package io.tapedeck.lake.ingest;
