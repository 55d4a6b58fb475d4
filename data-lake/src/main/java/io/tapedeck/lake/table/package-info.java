/**
 * The tables of a lake: names, columns, schemas and constraints, and the only place that spells
 * them; how they are made ({@link io.tapedeck.lake.table.LakeTables}), locked ({@link
 * io.tapedeck.lake.table.LakeLock}) and fingerprinted ({@link
 * io.tapedeck.lake.table.PartitionDigests}).
 *
 * <p>First stage of the flow: knows nothing of ingest, scan or compaction.
 */
package io.tapedeck.lake.table;
