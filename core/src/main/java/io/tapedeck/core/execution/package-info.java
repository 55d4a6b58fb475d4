/**
 * The simulated venue: its books, triggers and auctions, its fill rules, queues and slippage, and
 * the latency of the way there and back.
 *
 * <p>{@link io.tapedeck.core.execution.Venue} is the front and says the rules; an order is a row of
 * {@code WorkingOrders}, in one of the queues of its {@code Book}; {@code OrderDesk} gives it its
 * place, the matchers fill it through the {@code FillDesk}.
 *
 * <p>A stage: hears orders as commands, answers through {@link
 * io.tapedeck.core.order.OrderListener}.
 */
package io.tapedeck.core.execution;
