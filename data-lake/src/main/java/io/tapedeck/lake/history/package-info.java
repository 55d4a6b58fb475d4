/**
 * Versions of tables: which there are, which ones runs have pinned, which can still be read, and
 * which files nothing needs any more.
 *
 * <p>Knows tables and their logs, not what is in them.
 */
package io.tapedeck.lake.history;
