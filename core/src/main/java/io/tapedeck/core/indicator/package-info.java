/**
 * Streaming indicators, one defined expression each.
 *
 * <p>Vocabulary: knows no stage.
 */
package io.tapedeck.core.indicator;
