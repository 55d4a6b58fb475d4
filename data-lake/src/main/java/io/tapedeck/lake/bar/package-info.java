/**
 * Builds bars from the ticks of a lake, by the kernel's own code, as Spark tasks.
 *
 * <p>Reads through {@code scan} and writes the table of bars.
 */
package io.tapedeck.lake.bar;
