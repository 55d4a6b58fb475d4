/**
 * The venue-time books: cash, basis, realised profit and fees, exact at every event; equity,
 * drawdown and round trips.
 *
 * <p>A stage: posts fills, marks equity; knows no order.
 */
package io.tapedeck.core.ledger;
