/**
 * The account: what it may hold and how its cost is counted, and the read side of its books: what a
 * strategy may know of its positions and cash, daily equity and round trips.
 *
 * <p>Vocabulary: knows no stage.
 */
package io.tapedeck.core.account;
