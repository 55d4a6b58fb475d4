package io.tapedeck.core.replay.textbook;

import io.tapedeck.core.order.CancelReason;
import io.tapedeck.core.order.RejectReason;
import io.tapedeck.core.order.ReplaceReason;
import io.tapedeck.core.order.TimeInForce;
import java.util.function.Consumer;

/** What orders have to do with each other, and with the position: permits and the cascade. */
final class TextbookContingencies {
  private final TextbookDesk desk;
  private final TextbookRules rules;
  private final Consumer<TextbookOrder> admit;

  /**
   * The rules among orders.
   *
   * @param admit takes a released child in: accepted, and for the next event
   */
  TextbookContingencies(TextbookDesk desk, TextbookRules rules, Consumer<TextbookOrder> admit) {
    this.desk = desk;
    this.rules = rules;
    this.admit = admit;
  }

  /** How much of these lots of an order may fill now. */
  long permit(TextbookOrder order, long wanted) {
    if (isGroupHitByAnother(order)) {
      return 0;
    }
    long most = Math.min(wanted, order.leaves() - owedToSibling(order));
    return order.isReduceOnly ? Math.min(most, opposite(order)) : Math.max(most, 0);
  }

  /** How much of all that is open of it may fill now. */
  long permit(TextbookOrder order) {
    return Math.max(permit(order, order.leaves()), 0);
  }

  /** Lots of the position that an order of this side would close. */
  private long opposite(TextbookOrder order) {
    return Math.max(-order.sign * desk.account().position().lots(), 0);
  }

  /** Why this order may not become one of the book; null if it may. */
  RejectReason objection(TextbookOrder order) {
    if (order.isReduceOnly && opposite(order) == 0) {
      return RejectReason.REDUCE_ONLY_WOULD_INCREASE;
    }
    if (order.lasting == TimeInForce.AT_THE_OPENING && rules.isInSession(desk.clock())) {
      return RejectReason.AUCTION_OVER;
    }
    return null;
  }

  /** What follows from the event that just ended, in order of order ids. */
  void cascade() {
    boolean hasFilled = desk.takeHasFilled();
    for (TextbookOrder order : desk.all(one -> !one.isDone())) {
      if (isGroupHitByAnother(order)) {
        desk.cancel(order, CancelReason.OCO_SIBLING_FILLED);
      }
      if (!order.isDone()) {
        yieldToSibling(order);
      }
      if (!order.isDone() && order.parent != 0) {
        followParent(order);
      }
      if (!order.isDone() && hasFilled && order.isReduceOnly) {
        shrinkToPosition(order);
      }
    }
  }

  private boolean isGroupHitByAnother(TextbookOrder order) {
    long group = group(order.id);
    return !desk.all(one -> one != order && one.filled > 0 && group(one.id) == group).isEmpty();
  }

  /** A group is named by the order its chain of links leads to. */
  private long group(long id) {
    TextbookOrder order = desk.find(id);
    return order == null || order.cancels == 0 ? id : group(order.cancels);
  }

  private long owedToSibling(TextbookOrder order) {
    TextbookOrder sibling = order.sibling == 0 ? null : desk.find(order.sibling);
    return sibling == null ? 0 : sibling.filled - order.yielded;
  }

  private void yieldToSibling(TextbookOrder order) {
    long owed = owedToSibling(order);
    if (owed == 0 || order.is(TextbookOrder.State.HELD)) {
      return;
    }
    order.yielded += owed;
    if (owed >= order.leaves()) {
      desk.cancel(order, CancelReason.OUO_SIBLING_FILLED);
    } else {
      order.lots -= owed;
      desk.replace(order, ReplaceReason.OUO_SIBLING_FILLED);
    }
  }

  private void followParent(TextbookOrder child) {
    TextbookOrder parent = desk.find(child.parent);
    boolean isHeld = child.is(TextbookOrder.State.HELD);
    long due = parent == null ? 0 : due(child, parent);
    if (due == 0) {
      if (isHeld && (parent == null || parent.isDone())) {
        desk.cancel(child, CancelReason.PARENT_ENDED);
      }
    } else if (isHeld) {
      child.released = due;
      child.lots = due;
      admit.accept(child);
    } else if (due > child.released) {
      child.lots += due - child.released;
      child.released = due;
      desk.toTheBack(child);
      desk.replace(child, ReplaceReason.PARENT_FILLED);
    }
  }

  private static long due(TextbookOrder child, TextbookOrder parent) {
    if (child.isAfterAll) {
      return parent.isFilled() ? child.asked : 0;
    }
    return Math.min(child.asked, parent.filled);
  }

  private void shrinkToPosition(TextbookOrder order) {
    if (order.is(TextbookOrder.State.HELD)) {
      return;
    }
    long opposite = opposite(order);
    if (opposite == 0) {
      desk.cancel(order, CancelReason.POSITION_FLAT);
    } else if (order.leaves() > opposite) {
      order.lots = order.filled + opposite;
      desk.replace(order, ReplaceReason.POSITION_REDUCED);
    }
  }
}
