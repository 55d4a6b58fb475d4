package io.tapedeck.core.replay.textbook;

import io.tapedeck.core.order.CancelReason;
import io.tapedeck.core.order.RejectReason;
import io.tapedeck.core.order.ReplaceReason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The venue's order desk: all orders that ever came, and the slips written about them. */
final class TextbookDesk {
  /** Hears what is written, to carry it to the trader. */
  interface Messenger {
    void carry(Happening what, TextbookOrder order);
  }

  private final TreeMap<Long, TextbookOrder> orders = new TreeMap<>();
  private final List<Happening> history = new ArrayList<>();
  private final TextbookAccount account;
  private final Messenger messenger;
  private long clock;
  private long step;
  private long places;
  private long fills;

  TextbookDesk(TextbookAccount account, Messenger messenger) {
    this.account = account;
    this.messenger = messenger;
  }

  /** Another event of the venue begins. */
  void turnTo(long nanos) {
    clock = nanos;
    step++;
  }

  void add(TextbookOrder order) {
    orders.put(order.id, order);
    order.fillsSeen = order.parent == 0 ? fills : -1;
    order.startAgain(places++, step);
  }

  void toTheBack(TextbookOrder order) {
    order.startAgain(places++, step);
  }

  /** The order of this id; null if none ever came. */
  TextbookOrder find(long id) {
    return orders.get(id);
  }

  /** Orders as they are now, by id. */
  List<TextbookOrder> all(Predicate<TextbookOrder> which) {
    return orders.values().stream().filter(which).toList();
  }

  List<TextbookOrder> byPriority(Predicate<TextbookOrder> which) {
    return orders.values().stream().filter(which).sorted(TextbookOrder.PRIORITY).toList();
  }

  void fill(TextbookOrder order, long priceTicks, long lots, String liquidity) {
    BigDecimal fee = account.post(order, priceTicks, lots);
    order.filled += lots;
    if (order.leaves() == 0) {
      order.state = TextbookOrder.State.DONE;
    }
    fills++;
    write(Happening.fill(clock, order.id, priceTicks, lots, fee, order.leaves(), liquidity), order);
  }

  void accept(TextbookOrder order) {
    write(order, "ACCEPTED", "");
  }

  void trigger(TextbookOrder order) {
    order.isLive = true;
    order.state = TextbookOrder.State.WORKING;
    toTheBack(order);
    write(order, "TRIGGERED", "");
  }

  void replace(TextbookOrder order, ReplaceReason reason) {
    write(order, "REPLACED", reason.name());
  }

  void reject(TextbookOrder order, RejectReason reason) {
    end(order, "REJECTED", reason.name());
  }

  void cancel(TextbookOrder order, CancelReason reason) {
    end(order, "CANCELED", reason.name());
  }

  void expire(TextbookOrder order) {
    end(order, "EXPIRED", "");
  }

  /** A cancel or an amend that came too late. */
  void tooLate(long orderId) {
    write(Happening.of(clock, orderId, "CANCEL_REJECTED", 0, 0, ""), find(orderId));
  }

  private void end(TextbookOrder order, String kind, String reason) {
    order.state = TextbookOrder.State.DONE;
    write(order, kind, reason);
  }

  private void write(TextbookOrder order, String kind, String reason) {
    boolean tellsSize = kind.equals("REPLACED");
    boolean tellsLeaves = tellsSize || kind.equals("CANCELED") || kind.equals("EXPIRED");
    write(
        Happening.of(
            clock,
            order.id,
            kind,
            tellsSize ? order.lots : 0,
            tellsLeaves ? order.leaves() : 0,
            reason),
        order);
  }

  private void write(Happening what, TextbookOrder order) {
    history.add(what);
    messenger.carry(what, order);
  }

  /** How many fills there were so far. */
  long fills() {
    return fills;
  }

  long clock() {
    return clock;
  }

  long step() {
    return step;
  }

  List<Happening> history() {
    return history;
  }

  TextbookAccount account() {
    return account;
  }
}
