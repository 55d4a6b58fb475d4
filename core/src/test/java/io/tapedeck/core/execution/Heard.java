package io.tapedeck.core.execution;

import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.CancelReason;
import io.tapedeck.core.order.Liquidity;
import io.tapedeck.core.order.OrderListener;
import io.tapedeck.core.order.RejectReason;
import io.tapedeck.core.order.ReplaceReason;
import java.util.ArrayList;
import java.util.List;

/** Writes down what the venue says, a line each; acceptances only where asked. */
final class Heard implements OrderListener {
  private final List<String> lines = new ArrayList<>();
  private final List<String> accepted = new ArrayList<>();

  /** What became of orders after they were accepted. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  List<String> accepted() {
    return List.copyOf(accepted);
  }

  @Override
  public void onAccepted(long timeNanos, long orderId) {
    accepted.add("%d accepted #%d".formatted(timeNanos, orderId));
  }

  @Override
  public void onRejected(long timeNanos, long orderId, RejectReason reason) {
    lines.add("%d rejected #%d %s".formatted(timeNanos, orderId, reason));
  }

  @Override
  public void onCancelRejected(long timeNanos, long orderId) {
    lines.add("%d too late #%d".formatted(timeNanos, orderId));
  }

  @Override
  public void onTriggered(long timeNanos, long orderId) {
    lines.add("%d triggered #%d".formatted(timeNanos, orderId));
  }

  @Override
  public void onReplaced(
      long timeNanos,
      long orderId,
      long lots,
      long limitTicks,
      long triggerTicks,
      long leavesLots,
      ReplaceReason reason) {
    lines.add(
        "%d replaced #%d %d limit %d trigger %d leaves %d %s"
            .formatted(timeNanos, orderId, lots, limitTicks, triggerTicks, leavesLots, reason));
  }

  @Override
  public void onFilled(
      long timeNanos,
      long orderId,
      int instrument,
      Side side,
      long priceTicks,
      long lots,
      long slippageTicks,
      long fee,
      Liquidity liquidity,
      long leavesLots) {
    String slipped = slippageTicks == 0 ? "" : " slipped " + slippageTicks;
    lines.add(
        "%d filled #%d %s %d @ %d %s%s leaves %d"
            .formatted(timeNanos, orderId, side, lots, priceTicks, liquidity, slipped, leavesLots));
  }

  @Override
  public void onCanceled(long timeNanos, long orderId, CancelReason reason, long leavesLots) {
    lines.add("%d canceled #%d %s leaves %d".formatted(timeNanos, orderId, reason, leavesLots));
  }

  @Override
  public void onExpired(long timeNanos, long orderId, long leavesLots) {
    lines.add("%d expired #%d leaves %d".formatted(timeNanos, orderId, leavesLots));
  }
}
