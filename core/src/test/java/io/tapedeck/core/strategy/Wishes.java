package io.tapedeck.core.strategy;

import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.OrderSink;
import io.tapedeck.core.order.OrderTicket;
import io.tapedeck.core.order.TimeInForce;
import java.util.ArrayList;
import java.util.List;

/**
 * Remembers what a strategy asks for, as sentences that begin with the instrument; targets also
 * alone, as "instrument: lots". Orders are numbered from 1, exits of an order right after it.
 */
final class Wishes implements OrderSink {
  private final int instrument;
  private final Book book;

  Wishes() {
    this(0, new Book());
  }

  private Wishes(int instrument, Book book) {
    this.instrument = instrument;
    this.book = book;
  }

  /** What all sinks of a strategy share. */
  private static final class Book {
    final List<String> targets = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    long lastId;
  }

  List<String> targets() {
    return book.targets;
  }

  /** Everything asked for, in order. */
  List<String> asked() {
    return book.asked;
  }

  private void ask(String sentence) {
    book.asked.add(instrument + ": " + sentence);
  }

  @Override
  public long target(long signedLots) {
    book.targets.add(instrument + ": " + signedLots);
    ask("target " + signedLots);
    return NO_ORDER;
  }

  @Override
  public long targetWeight(double weight) {
    ask("weight " + weight);
    return NO_ORDER;
  }

  @Override
  public long lean(double strength, long stopDistanceTicks) {
    ask("lean " + strength + (stopDistanceTicks == 0 ? "" : ", stop " + stopDistanceTicks));
    return NO_ORDER;
  }

  @Override
  public OrderTicket order(Side side, long lots) {
    return new Ticket(side + " " + lots);
  }

  @Override
  public void amend(long orderId, long lots, long limitTicks, long triggerTicks) {
    ask("amend #" + orderId + " to " + lots + " at " + limitTicks);
  }

  @Override
  public void cancel(long orderId) {
    ask("cancel #" + orderId);
  }

  @Override
  public OrderSink on(int other) {
    return new Wishes(other, book);
  }

  /** An order as it is written, phrase by phrase. */
  private final class Ticket implements OrderTicket {
    private final StringBuilder sentence;
    private int exits;

    Ticket(String start) {
      sentence = new StringBuilder(start);
    }

    private OrderTicket with(String phrase) {
      sentence.append(' ').append(phrase);
      return this;
    }

    @Override
    public OrderTicket limit(long priceTicks) {
      return with("limit " + priceTicks);
    }

    @Override
    public OrderTicket stop(long triggerTicks) {
      return with("stop " + triggerTicks);
    }

    @Override
    public OrderTicket ifTouched(long triggerTicks) {
      return with("if touched " + triggerTicks);
    }

    @Override
    public OrderTicket trailingTicks(long offsetTicks) {
      return with("trailing by " + offsetTicks);
    }

    @Override
    public OrderTicket trailingBps(long offsetBpsE4) {
      return with("trailing by " + offsetBpsE4 + "e-4 bps");
    }

    @Override
    public OrderTicket lasting(TimeInForce timeInForce) {
      return with(timeInForce.toString());
    }

    @Override
    public OrderTicket goodTill(long nanos) {
      return with("till " + nanos);
    }

    @Override
    public OrderTicket postOnly() {
      return with("post-only");
    }

    @Override
    public OrderTicket reduceOnly() {
      return with("reduce-only");
    }

    @Override
    public OrderTicket oneCancelsOther(long orderId) {
      return with("or #" + orderId);
    }

    @Override
    public OrderTicket after(long parentId) {
      return with("after #" + parentId);
    }

    @Override
    public OrderTicket afterAll(long parentId) {
      return with("after all of #" + parentId);
    }

    @Override
    public OrderTicket takeProfit(long limitTicks) {
      exits++;
      return with("take-profit " + limitTicks);
    }

    @Override
    public OrderTicket stopLoss(long triggerTicks) {
      exits++;
      return with("stop-loss " + triggerTicks);
    }

    @Override
    public long send() {
      long id = book.lastId + 1;
      book.lastId = id + exits;
      ask("#" + id + " " + sentence);
      return id;
    }
  }
}
