/**
 * When markets trade: XNYS, FX and 24/7 by rule, and calendars of one's own from the lake's table.
 *
 * <p>Used by ingest, to find the session date of a row, and by replay, for sessions. Knows {@code
 * table}, nothing else of the lake.
 */
package io.tapedeck.lake.calendar;
