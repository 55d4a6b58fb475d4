/**
 * What a strategy may ask, what a venue may answer, why an order is refused and what guards report,
 * in FIX's words.
 *
 * <p>Vocabulary: knows no stage.
 */
package io.tapedeck.core.order;
