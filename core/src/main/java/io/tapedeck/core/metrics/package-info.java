/**
 * Pure functions from an equity curve and round trips to numbers.
 *
 * <p>A stage: {@code double}, in a fixed order of operations.
 */
package io.tapedeck.core.metrics;
