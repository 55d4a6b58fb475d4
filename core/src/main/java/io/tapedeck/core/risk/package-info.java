/**
 * Limits, sizing, and the gates and guards between decisions and the venue: {@link
 * io.tapedeck.core.risk.AccountGate} over one {@link io.tapedeck.core.risk.RiskGate} each, {@link
 * io.tapedeck.core.risk.AccountGuard}, {@link io.tapedeck.core.risk.PositionGuard}, {@link
 * io.tapedeck.core.risk.SizingModel}.
 *
 * <p>A stage: sees the known view, never the ledger.
 */
package io.tapedeck.core.risk;
