/**
 * Rewrites partitions sorted, without changing what they hold.
 *
 * <p>Knows tables and where their files lie.
 */
package io.tapedeck.lake.compact;
