/**
 * What is traded and what happens to it: instruments, money, sessions, quotes, trades, bars,
 * signals, columnar batches and the feed contract.
 *
 * <p>Vocabulary: knows no stage.
 */
package io.tapedeck.core.market;
