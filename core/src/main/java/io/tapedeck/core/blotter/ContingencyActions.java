package io.tapedeck.core.blotter;

import io.tapedeck.core.order.CancelReason;
import io.tapedeck.core.order.ReplaceReason;

/** What contingencies make happen at the venue. */
public interface ContingencyActions {
  /** A working order ends. */
  void cancel(long nanos, long orderId, CancelReason reason);

  /** A working order changes its size to this OrderQty. */
  void resize(long nanos, long orderId, long lots, ReplaceReason reason);

  /** An order that was held comes into the market. */
  void release(long nanos, long orderId);

  /** An order that is still held ends. */
  void drop(long nanos, long orderId, CancelReason reason);
}
