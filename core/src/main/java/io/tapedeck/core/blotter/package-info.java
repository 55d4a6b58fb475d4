/**
 * The state of working orders.
 *
 * <p>A stage: knows orders, and neither books nor strategies.
 */
package io.tapedeck.core.blotter;
