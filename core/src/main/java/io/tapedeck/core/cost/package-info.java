/**
 * What trading and holding cost: fee schedules and the month they are graded by, duties, financing.
 *
 * <p>A schedule is what a user writes down, a model the same in an instrument's whole units. All
 * charges are rounded up, against the trader.
 *
 * <p>Vocabulary: knows no stage.
 */
package io.tapedeck.core.cost;
