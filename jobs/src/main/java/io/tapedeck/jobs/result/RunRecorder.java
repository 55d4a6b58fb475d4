package io.tapedeck.jobs.result;

import io.tapedeck.core.account.RoundTrip;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.CancelReason;
import io.tapedeck.core.order.DenialReason;
import io.tapedeck.core.order.Liquidity;
import io.tapedeck.core.order.OrderStatus;
import io.tapedeck.core.order.OrderType;
import io.tapedeck.core.order.TimeInForce;
import io.tapedeck.core.replay.RunListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps the details of one run as far as a level asks; what it keeps grows with the orders. */
public final class RunRecorder implements RunListener {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final RecordLevel level;
  private final Map<Long, OrderTrack> orders = new LinkedHashMap<>();
  private final List<FillTrack> fills = new ArrayList<>();
  private final List<RoundTrip> roundTrips = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();
  private Mark lastMark;

  /** An order as it stands. */
  static final class OrderTrack {
    long orderId;
    int instrument;
    long sentNanos;
    Long acceptedNanos;
    Long doneNanos;
    OrderType type;
    Side side;
    long lots;
    long limitTicks;
    TimeInForce timeInForce;
    OrderStatus status;
    String reason;
    long filledLots;
  }

  /** A fill. */
  record FillTrack(
      long timeNanos,
      long orderId,
      int instrument,
      Side side,
      long priceTicks,
      long lots,
      long slippageTicks,
      long fee,
      Liquidity liquidity,
      long leavesLots) {}

  /** Equity at a time. */
  record Mark(long timeNanos, long equity) {}

  /** A recorder at this level; {@link RecordLevel#FILLS} at least, or there is nothing to keep. */
  public RunRecorder(RecordLevel level) {
    this.level = level;
  }

  List<OrderTrack> orders() {
    return List.copyOf(orders.values());
  }

  List<FillTrack> fills() {
    return fills;
  }

  List<RoundTrip> roundTrips() {
    return roundTrips;
  }

  /** The last mark of each second in which equity had changed. */
  List<Mark> marks() {
    List<Mark> all = new ArrayList<>(marks);
    if (lastMark != null
        && (all.isEmpty() || all.get(all.size() - 1).equity() != lastMark.equity)) {
      all.add(lastMark);
    }
    return all;
  }

  @Override
  public void onSent(
      long timeNanos,
      long orderId,
      int instrument,
      OrderType type,
      Side side,
      long lots,
      long limitTicks,
      TimeInForce timeInForce) {
    track(timeNanos, orderId, instrument, type, side, lots, limitTicks, timeInForce).status =
        OrderStatus.PENDING_NEW;
  }

  @Override
  public void onDenied(
      long timeNanos,
      long orderId,
      int instrument,
      OrderType type,
      Side side,
      long lots,
      long limitTicks,
      TimeInForce timeInForce,
      DenialReason reason) {
    OrderTrack order =
        track(timeNanos, orderId, instrument, type, side, lots, limitTicks, timeInForce);
    order.status = OrderStatus.DENIED;
    order.doneNanos = timeNanos;
    order.reason = reason.name();
  }

  @Override
  public void onAccepted(long timeNanos, long orderId) {
    OrderTrack order = orders.get(orderId);
    order.acceptedNanos = timeNanos;
    order.status = OrderStatus.NEW;
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
    fills.add(
        new FillTrack(
            timeNanos,
            orderId,
            instrument,
            side,
            priceTicks,
            lots,
            slippageTicks,
            fee,
            liquidity,
            leavesLots));
    OrderTrack order = orders.get(orderId);
    order.filledLots += lots;
    order.status = leavesLots == 0 ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED;
    order.doneNanos = leavesLots == 0 ? timeNanos : null;
  }

  @Override
  public void onCanceled(long timeNanos, long orderId, CancelReason reason, long leavesLots) {
    end(timeNanos, orderId, OrderStatus.CANCELED).reason = reason.name();
  }

  @Override
  public void onExpired(long timeNanos, long orderId, long leavesLots) {
    end(timeNanos, orderId, OrderStatus.EXPIRED);
  }

  @Override
  public void onRoundTrip(RoundTrip roundTrip) {
    roundTrips.add(roundTrip);
  }

  @Override
  public void onMark(long timeNanos, long equity) {
    if (level != RecordLevel.FULL) {
      return;
    }
    boolean isNextSecond =
        lastMark != null
            && Math.floorDiv(timeNanos, NANOS_PER_SECOND)
                != Math.floorDiv(lastMark.timeNanos(), NANOS_PER_SECOND);
    if (isNextSecond) {
      boolean hasChanged =
          marks.isEmpty() || marks.get(marks.size() - 1).equity() != lastMark.equity();
      if (hasChanged) {
        marks.add(lastMark);
      }
    }
    lastMark = new Mark(timeNanos, equity);
  }

  private OrderTrack track(
      long timeNanos,
      long orderId,
      int instrument,
      OrderType type,
      Side side,
      long lots,
      long limitTicks,
      TimeInForce timeInForce) {
    OrderTrack order = new OrderTrack();
    order.orderId = orderId;
    order.instrument = instrument;
    order.sentNanos = timeNanos;
    order.type = type;
    order.side = side;
    order.lots = lots;
    order.limitTicks = limitTicks;
    order.timeInForce = timeInForce;
    orders.put(orderId, order);
    return order;
  }

  private OrderTrack end(long timeNanos, long orderId, OrderStatus status) {
    OrderTrack order = orders.get(orderId);
    order.status = status;
    order.doneNanos = timeNanos;
    return order;
  }
}
