package io.tapedeck.core.replay.textbook;

import io.tapedeck.core.order.CancelReason;
import io.tapedeck.core.order.ReplaceReason;
import java.util.function.Consumer;

/** What orders have to do with each other, and with the position: permits and the cascade. */
final class TextbookContingencies {
  private final TextbookDesk desk;
  private final Consumer<TextbookOrder> admit;

  /**
   * The rules among orders.
   *
   * @param admit takes a released child in: accepted, and for the next event
   */
  TextbookContingencies(TextbookDesk desk, Consumer<TextbookOrder> admit) {
    this.desk = desk;
    this.admit = admit;
  }

  /** How much of these lots of an order may fill now. */
  long permit(TextbookOrder order, long wanted) {
    if (isGroupHitByAnother(order)) {
      return 0;
    }
    long most = Math.min(wanted, order.leaves() - owedToSibling(order));
    if (isFollower(order)) {
      most = Math.min(most, allowance(order));
    }
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

  /** Whether nothing is there for a reduce-only order to reduce. */
  boolean isPointless(TextbookOrder order) {
    return order.isReduceOnly && opposite(order) == 0;
  }

  /** What follows from the event that just ended, in order of order ids. */
  void cascade() {
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
      if (!order.isDone() && order.isReduceOnly && desk.fills() > order.fillsSeen) {
        shrinkToPosition(order);
      }
    }
  }

  /** Whether another order of its group was filled. */
  boolean isGroupHitByAnother(TextbookOrder order) {
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

  /** Whether it may fill no more than its parent has. */
  private static boolean isFollower(TextbookOrder order) {
    return order.parent != 0 && !order.isAfterAll;
  }

  /** What its parent has filled, less what it and the other exit have. */
  private long allowance(TextbookOrder child) {
    TextbookOrder sibling = child.sibling == 0 ? null : desk.find(child.sibling);
    long taken = child.filled + (sibling == null ? 0 : sibling.filled);
    return Math.max(filled(child.parent) - taken, 0);
  }

  private long filled(long id) {
    TextbookOrder order = desk.find(id);
    return order == null ? 0 : order.filled;
  }

  /** Whether what the child may do can still grow. */
  private boolean isParentOpen(TextbookOrder child) {
    TextbookOrder parent = desk.find(child.parent);
    return parent != null && !parent.isDone();
  }

  private void followParent(TextbookOrder child) {
    if (child.is(TextbookOrder.State.HELD)) {
      releaseOrEnd(child);
    }
    boolean isTooLarge = isFollower(child) && allowance(child) < child.leaves();
    if (child.isDone() || isParentOpen(child) || !isTooLarge) {
      return;
    }
    if (allowance(child) == 0) {
      desk.cancel(child, CancelReason.PARENT_ENDED);
    } else {
      child.lots = child.filled + allowance(child);
      desk.replace(child, ReplaceReason.PARENT_ENDED);
    }
  }

  private void releaseOrEnd(TextbookOrder child) {
    TextbookOrder parent = desk.find(child.parent);
    boolean isFree =
        child.isAfterAll ? parent != null && parent.isFilled() : filled(child.parent) > 0;
    if (isFree && !isParentOpen(child) && isPointless(child)) {
      desk.cancel(child, CancelReason.POSITION_FLAT);
    } else if (isFree) {
      admit.accept(child);
    } else if (!isParentOpen(child)) {
      desk.cancel(child, CancelReason.PARENT_ENDED);
    }
  }

  /** Exits of an order that is still being filled are not held against the position. */
  private void shrinkToPosition(TextbookOrder order) {
    if (order.is(TextbookOrder.State.HELD) || (order.parent != 0 && isParentOpen(order))) {
      return;
    }
    order.fillsSeen = desk.fills();
    long opposite = opposite(order);
    if (opposite == 0) {
      desk.cancel(order, CancelReason.POSITION_FLAT);
    } else if (order.leaves() > opposite) {
      order.lots = order.filled + opposite;
      desk.replace(order, ReplaceReason.POSITION_REDUCED);
    }
  }
}
