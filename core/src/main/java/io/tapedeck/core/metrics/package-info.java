/**
 * Pure functions from an equity curve, round trips and orders to numbers.
 *
 * <p>A stage: {@code double}, in a fixed order of operations.
 */
package io.tapedeck.core.metrics;
