/**
 * Grids of parameter sets: axes, their product, explicit points, seeded draws and the {@code
 * where:} condition. A set is computed from its position, so a grid of any size takes no memory.
 *
 * <p>Plain values: knows neither Spark nor strategies.
 */
package io.tapedeck.jobs.grid;
