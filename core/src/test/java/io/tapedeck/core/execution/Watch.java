package io.tapedeck.core.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.CancelReason;
import io.tapedeck.core.order.Liquidity;
import io.tapedeck.core.order.OrderListener;
import io.tapedeck.core.order.OrderTerms;
import io.tapedeck.core.order.OrderType;
import io.tapedeck.core.order.RejectReason;
import io.tapedeck.core.order.ReplaceReason;
import java.util.Map;
import java.util.TreeMap;

/**
 * Holds every answer of a venue to what must always be true, from its own notes of what was sent
 * and what the tape showed.
 */
final class Watch implements OrderListener {
  private static final class Noted {
    final OrderTerms terms;
    long lots;
    long limit;
    long trigger;
    long filled;
    boolean isTriggered;
    boolean isDone;
    boolean isAccepted;

    Noted(OrderTerms order) {
      terms = new OrderTerms().copy(order);
      lots = order.lots();
      limit = order.limitTicks();
      trigger = order.triggerTicks();
    }
  }

  private final Map<Long, Noted> orders = new TreeMap<>();
  private long bid = Missing.VALUE;
  private long ask = Missing.VALUE;
  private long last = Missing.VALUE;
  private long bidLots;
  private long askLots;
  private long takenBidLots;
  private long takenAskLots;
  private long printLeft;
  private boolean isPrint;
  private boolean isQuotes;
  private long fills;

  long fills() {
    return fills;
  }

  Side side(long id) {
    return orders.get(id).terms.side();
  }

  void sent(long id, OrderTerms order) {
    isPrint = false;
    orders.put(id, new Noted(order));
  }

  void quietEvent() {
    isPrint = false;
  }

  /** What is quoted after a night is new. */
  void night() {
    takenBidLots = 0;
    takenAskLots = 0;
  }

  void quote(long newBid, long newBidLots, long newAsk, long newAskLots) {
    isPrint = false;
    isQuotes = true;
    if (newBid != bid || newBidLots != bidLots) {
      takenBidLots = 0;
    }
    if (newAsk != ask || newAskLots != askLots) {
      takenAskLots = 0;
    }
    bid = newBid;
    bidLots = newBidLots;
    ask = newAsk;
    askLots = newAskLots;
  }

  void print(long ticks, long lots) {
    isPrint = true;
    last = ticks;
    printLeft = lots;
  }

  private Noted open(long id) {
    Noted order = orders.get(id);
    assertThat(order.isDone).as("order %d is done", id).isFalse();
    return order;
  }

  @Override
  public void onAccepted(long timeNanos, long orderId) {
    assertThat(open(orderId).isAccepted).isFalse();
    open(orderId).isAccepted = true;
  }

  @Override
  public void onRejected(long timeNanos, long orderId, RejectReason reason) {
    Noted order = open(orderId);
    assertThat(order.filled).isZero();
    if (reason == RejectReason.POST_ONLY_WOULD_TAKE) {
      assertThat(order.terms.isPostOnly()).isTrue();
    }
    order.isDone = true;
  }

  @Override
  public void onCancelRejected(long timeNanos, long orderId) {
    assertThat(orders.get(orderId).isDone).isTrue();
  }

  @Override
  public void onTriggered(long timeNanos, long orderId) {
    Noted order = open(orderId);
    assertThat(order.isTriggered).isFalse();
    order.isTriggered = true;
    if (order.terms.type() == OrderType.TRAILING_STOP) {
      return;
    }
    boolean isBuy = order.terms.side() == Side.BUY;
    long seen = isQuotes ? (isBuy ? ask : bid) : last;
    assertThat(Missing.is(seen)).isFalse();
    if (order.terms.type().isStop() == isBuy) {
      assertThat(seen).isGreaterThanOrEqualTo(order.trigger);
    } else {
      assertThat(seen).isLessThanOrEqualTo(order.trigger);
    }
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
    Noted order = open(orderId);
    assertThat(leavesLots).isPositive().isEqualTo(lots - order.filled);
    order.lots = lots;
    order.limit = limitTicks;
    order.trigger = triggerTicks;
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
    Noted order = open(orderId);
    fills++;
    assertThat(order.isAccepted).isTrue();
    assertThat(lots).isPositive();
    assertThat(slippageTicks).isNotNegative();
    order.filled += lots;
    assertThat(order.filled + leavesLots).isEqualTo(order.lots);
    if (order.terms.type().isTriggered()) {
      assertThat(order.isTriggered).isTrue();
    }
    if (order.terms.type().hasLimit()) {
      assertThat(side.sign() * (order.limit - priceTicks)).isNotNegative();
    }
    if (order.terms.isPostOnly()) {
      assertThat(liquidity).isEqualTo(Liquidity.MAKER);
    }
    use(side, lots);
    order.isDone = leavesLots == 0;
  }

  /** The lots of a print, and of a touch until it changes, are used once. */
  private void use(Side side, long lots) {
    if (isPrint) {
      printLeft -= lots;
      assertThat(printLeft).isNotNegative();
    } else if (isQuotes && side == Side.BUY) {
      takenAskLots += lots;
      assertThat(takenAskLots).isLessThanOrEqualTo(askLots);
    } else if (isQuotes) {
      takenBidLots += lots;
      assertThat(takenBidLots).isLessThanOrEqualTo(bidLots);
    }
  }

  @Override
  public void onCanceled(long timeNanos, long orderId, CancelReason reason, long leavesLots) {
    end(orderId, leavesLots);
  }

  @Override
  public void onExpired(long timeNanos, long orderId, long leavesLots) {
    end(orderId, leavesLots);
  }

  private void end(long orderId, long leavesLots) {
    Noted order = open(orderId);
    assertThat(leavesLots).isPositive().isEqualTo(order.lots - order.filled);
    order.isDone = true;
  }
}
