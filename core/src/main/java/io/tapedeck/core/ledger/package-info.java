/**
 * The venue-time books: cash, basis, realised profit, fees and financing, exact at every event;
 * equity, drawdown, margin and round trips; and what each of several strategies contributed.
 *
 * <p>A stage: posts fills, marks equity; knows no order.
 */
package io.tapedeck.core.ledger;
