/**
 * The strategy contract and the shipped strategies.
 *
 * <p>A {@link io.tapedeck.core.strategy.StrategySpec} is a record of parameters that makes a {@link
 * io.tapedeck.core.strategy.Strategy}; a {@link io.tapedeck.core.strategy.StrategyProvider} makes
 * it known by name. Most shipped ones are a {@link io.tapedeck.core.strategy.PriceStrategy}, which
 * decides from one price of quotes, trades or bars, and keep the side they took in a {@link
 * io.tapedeck.core.strategy.Stance}: they are models to copy.
 *
 * <p>A stage: sees market views, the known account and an order sink; knows neither ledger nor
 * venue.
 */
package io.tapedeck.core.strategy;
