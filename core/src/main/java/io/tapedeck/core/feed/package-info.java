/**
 * Feeds over arrays, and merging streams by the total order.
 *
 * <p>A stage: knows the feed contract, and no strategy, venue or ledger.
 */
package io.tapedeck.core.feed;
