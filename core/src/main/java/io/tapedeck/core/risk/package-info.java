/**
 * Limits, and the gate between a decision and the venue.
 *
 * <p>A stage: sees the known view, never the ledger.
 */
package io.tapedeck.core.risk;
