package io.tapedeck.core.replay.textbook;

import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.OrderSink;
import io.tapedeck.core.order.OrderTicket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/** Plays the wishes of one strategy through the engine's sink of orders. */
final class WishPlayer {
  private final List<Wish> wishes;
  private final List<Long> sent = new ArrayList<>();
  private final LongPredicate isDenied;
  private int delivered;

  /**
   * A player.
   *
   * @param isDenied whether the order of this id was not sent: then it has no exits
   */
  WishPlayer(List<Wish> wishes, int strategy, LongPredicate isDenied) {
    this.isDenied = isDenied;
    this.wishes = wishes.stream().filter(wish -> wish.strategy() == strategy).toList();
  }

  /** The next event of the tape is known. */
  void deliver(OrderSink orders) {
    int now = delivered++;
    for (Wish wish : wishes) {
      if (wish.at() == now) {
        play(wish, orders);
      }
    }
  }

  private void play(Wish wish, OrderSink orders) {
    if (wish instanceof Wish.Target target) {
      long id = orders.target(target.lots());
      if (id != OrderSink.NO_ORDER) {
        sent.add(id);
      }
    } else if (wish instanceof Wish.Send send && areKnown(send.terms())) {
      sent.add(ticket(send.terms(), orders).send());
    } else if (wish instanceof Wish.Bracket bracket && areKnown(bracket.terms())) {
      bracket(bracket, orders);
    } else if (wish instanceof Wish.Amend amend && isKnown(amend.order())) {
      orders.amend(id(amend.order()), amend.lots(), amend.limit(), amend.trigger());
    } else if (wish instanceof Wish.Cancel cancel && isKnown(cancel.order())) {
      orders.cancel(id(cancel.order()));
    }
  }

  private void bracket(Wish.Bracket bracket, OrderSink orders) {
    OrderTicket ticket = ticket(bracket.terms(), orders);
    long exits = 0;
    if (bracket.takeProfit() != 0) {
      ticket.takeProfit(bracket.takeProfit());
      exits++;
    }
    if (bracket.stopLoss() != 0) {
      ticket.stopLoss(bracket.stopLoss());
      exits++;
    }
    long entry = ticket.send();
    long last = isDenied.test(entry) ? entry : entry + exits;
    for (long order = entry; order <= last; order++) {
      sent.add(order);
    }
  }

  private OrderTicket ticket(Wish.Terms terms, OrderSink orders) {
    OrderTicket ticket = orders.order(Side.of(terms.sign()), terms.lots());
    switch (terms.type()) {
      case MARKET -> {}
      case LIMIT -> ticket.limit(terms.limit());
      case STOP -> ticket.stop(terms.trigger());
      case STOP_LIMIT -> ticket.stop(terms.trigger()).limit(terms.limit());
      case MARKET_IF_TOUCHED -> ticket.ifTouched(terms.trigger());
      case LIMIT_IF_TOUCHED -> ticket.ifTouched(terms.trigger()).limit(terms.limit());
      case TRAILING_STOP -> trail(ticket, terms);
    }
    if (terms.expire() != 0) {
      ticket.goodTill(terms.expire());
    } else {
      ticket.lasting(terms.lasting());
    }
    flag(ticket, terms);
    return ticket;
  }

  private static void trail(OrderTicket ticket, Wish.Terms terms) {
    if (terms.trailTicks() > 0) {
      ticket.trailingTicks(terms.trailTicks());
    } else {
      ticket.trailingBps(terms.trailBpsE4());
    }
  }

  private void flag(OrderTicket ticket, Wish.Terms terms) {
    if (terms.isPostOnly()) {
      ticket.postOnly();
    }
    if (terms.isReduceOnly()) {
      ticket.reduceOnly();
    }
    if (terms.cancels() != 0) {
      ticket.oneCancelsOther(id(terms.cancels()));
    }
    if (terms.after() != 0 && terms.isAfterAll()) {
      ticket.afterAll(id(terms.after()));
    } else if (terms.after() != 0) {
      ticket.after(id(terms.after()));
    }
  }

  private boolean areKnown(Wish.Terms terms) {
    return isKnown(terms.after()) && isKnown(terms.cancels());
  }

  private boolean isKnown(int number) {
    return number <= sent.size();
  }

  private long id(int number) {
    return sent.get(number - 1);
  }
}
