package io.tapedeck.core.replay;

import io.tapedeck.core.blotter.Blotter;
import java.util.Arrays;

/** The orders by which the risk desk is closing positions; few. */
final class ClosingOrders {
  private static final int INITIAL_CAPACITY = 8;

  private final Blotter blotter;
  private long[] ids = new long[INITIAL_CAPACITY];
  private int size;

  ClosingOrders(Blotter blotter) {
    this.blotter = blotter;
  }

  void add(long orderId) {
    forgetDone();
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, size * 2);
    }
    ids[size++] = orderId;
  }

  boolean contains(long orderId) {
    for (int i = 0; i < size; i++) {
      if (ids[i] == orderId) {
        return true;
      }
    }
    return false;
  }

  /** Lots that these orders may still fill, signed like their sides. */
  long signedLots(int strategy, int instrument) {
    long lots = 0;
    for (int i = 0; i < size; i++) {
      long id = ids[i];
      if (blotter.isKnownOpen(id)
          && blotter.order(id).strategy() == strategy
          && blotter.instrument(id) == instrument) {
        lots += blotter.order(id).side().sign() * blotter.knownLeavesLots(id);
      }
    }
    return lots;
  }

  private void forgetDone() {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (blotter.isKnownOpen(ids[i])) {
        ids[kept++] = ids[i];
      }
    }
    size = kept;
  }
}
