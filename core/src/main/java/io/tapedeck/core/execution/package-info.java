/**
 * The simulated venue: its book, its fill rules and slippage, and the latency of the way there and
 * back.
 *
 * <p>A stage: hears orders as commands, answers through {@link
 * io.tapedeck.core.order.OrderListener}.
 */
package io.tapedeck.core.execution;
