package io.tapedeck.core.replay.textbook;

import io.tapedeck.core.order.OrderType;
import io.tapedeck.core.order.TimeInForce;
import java.util.Comparator;

/** An order at the venue: its terms, and how far it has come. */
final class TextbookOrder {
  enum State {
    HELD,
    AUCTION,
    ARMED,
    WORKING,
    DONE
  }

  /** Buys, then sells; market orders, then the better limit, then the earlier place. */
  static final Comparator<TextbookOrder> PRIORITY =
      Comparator.comparing((TextbookOrder order) -> -order.sign)
          .thenComparing(order -> !order.isMarket())
          .thenComparing(order -> order.isMarket() ? 0 : -order.sign * order.limit)
          .thenComparing(order -> order.place);

  final long id;
  final int strategy;
  final int sign;
  final OrderType type;
  final TimeInForce lasting;
  final long expire;
  final long trailTicks;
  final long trailBpsE4;
  final boolean isPostOnly;
  final boolean isReduceOnly;
  final long parent;
  final boolean isAfterAll;

  /** Another order of its one-cancels-other group, or zero. */
  final long cancels;

  /** The other exit of its bracket, or zero. */
  long sibling;

  State state = State.HELD;
  long limit;
  long trigger;

  /** OrderQty now. */
  long lots;

  long filled;

  /** How many fills there had been when it was last held against the position. */
  long fillsSeen;

  /** What of the sibling's fills has been taken off its size. */
  long yielded;

  /** Whether it is the market or limit order it was meant to become. */
  boolean isLive;

  /** Whether a quote, or a point of a bar, has looked at it: it rests from then on. */
  boolean isMet;

  /** Whether the broker sent it. */
  boolean isBrokers;

  /** Its place in the line: smaller is earlier. */
  long place;

  /** The step of the run in which it came, or came again. */
  long step;

  /** The best price a trailing stop has seen, doubled. */
  Long best;

  /** Lots ahead of it at its price; null while unknown. */
  Double ahead;

  /** The size last displayed at its price, and what was printed there since. */
  double shown;

  double traded;

  /** The first bar whose market orders it is one of; and the bar that released it. */
  long firstBar;

  long releasedBar = -1;

  TextbookOrder(long id, int strategy, Wish.Terms terms, long parent, long cancels, long sibling) {
    this.id = id;
    this.strategy = strategy;
    this.sign = terms.sign();
    this.type = terms.type();
    this.lasting = terms.lasting();
    this.expire = terms.expire();
    this.trailTicks = terms.trailTicks();
    this.trailBpsE4 = terms.trailBpsE4();
    this.isPostOnly = terms.isPostOnly();
    this.isReduceOnly = terms.isReduceOnly();
    this.isAfterAll = terms.isAfterAll();
    this.parent = parent;
    this.cancels = cancels;
    this.sibling = sibling;
    limit = terms.limit();
    trigger = terms.trigger();
    lots = terms.lots();
    isLive = !type.isTriggered();
  }

  long leaves() {
    return lots - filled;
  }

  boolean is(State wanted) {
    return state == wanted;
  }

  boolean isDone() {
    return state == State.DONE;
  }

  boolean isFilled() {
    return isDone() && leaves() == 0;
  }

  /** Whether it takes any price, now or once it is triggered. */
  boolean isMarket() {
    return !type.hasLimit();
  }

  /** Whether it was armed once, and is not any more. */
  boolean wasTriggered() {
    return isLive && type.isTriggered();
  }

  boolean isImmediate() {
    return lasting.isImmediate();
  }

  boolean isFillOrKill() {
    return lasting == TimeInForce.FOK;
  }

  /** Whether its limit allows this price. */
  boolean allows(long price) {
    return isMarket() || (limit - price) * sign >= 0;
  }

  /** Goes to the back of the line and may take again. */
  void startAgain(long newPlace, long newStep) {
    place = newPlace;
    step = newStep;
    isMet = false;
    ahead = null;
    traded = 0;
  }
}
