/**
 * Arrow interchange: rows of the lake as record batches, and the cells of Arrow files that others
 * wrote.
 *
 * <p>Vocabulary: the IPC file format (Feather version 2) and the IPC stream format of Arrow 1.0,
 * plain or compressed by lz4 or zstd. {@link io.tapedeck.lake.arrow.ArrowEncoder} makes batches on
 * executors, {@link io.tapedeck.lake.arrow.ArrowFile} puts them into a file, and {@link
 * io.tapedeck.lake.arrow.ArrowCells} reads a file front to back. Knows nothing of tables, of what a
 * column means, or of who asks.
 */
package io.tapedeck.lake.arrow;
