/**
 * Fee schedules.
 *
 * <p>Vocabulary: knows no stage.
 */
package io.tapedeck.core.cost;
