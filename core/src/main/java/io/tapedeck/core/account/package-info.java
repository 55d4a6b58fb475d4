/**
 * The read side of the books: what a strategy may know of its positions and cash.
 *
 * <p>Vocabulary: knows no stage.
 */
package io.tapedeck.core.account;
