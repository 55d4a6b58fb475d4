/**
 * Argument checks for constructors; nothing else ever moves in.
 *
 * <p>Vocabulary: knows nothing of the market.
 */
package io.tapedeck.core.contract;
