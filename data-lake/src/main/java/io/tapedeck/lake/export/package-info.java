/**
 * Rows of the lake as one file on the driver's machine, for tools that read files: Arrow IPC
 * (Feather), Parquet, CSV.
 *
 * <p>Composition: {@link io.tapedeck.lake.export.RowExport} cuts the rows into ordered parts of a
 * few megabytes, executors encode them one by one, and the driver appends them to a file that
 * appears under its name only when it is whole. Neither side holds more than a part.
 */
package io.tapedeck.lake.export;
