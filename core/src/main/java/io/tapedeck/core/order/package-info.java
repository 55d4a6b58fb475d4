/**
 * What a strategy may ask, what a venue may answer, and why an order is refused, in FIX's words.
 *
 * <p>Vocabulary: knows no stage.
 */
package io.tapedeck.core.order;
