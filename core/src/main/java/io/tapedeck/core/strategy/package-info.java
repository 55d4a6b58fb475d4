/**
 * The strategy contract and the shipped strategies.
 *
 * <p>A stage: sees market views, the known account and an order sink; knows neither ledger nor
 * venue.
 */
package io.tapedeck.core.strategy;
