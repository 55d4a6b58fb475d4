package io.tapedeck.core.replay.textbook;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The strategies of a run: they play their wishes and know what has been reported to them. */
final class TextbookTrader {
  /** Where commands go; they arrive after the entry latency. */
  interface Line {
    void order(TextbookOrder order);

    void amend(long orderId, long lots, long limit, long trigger);

    void cancel(long orderId);

    void deny(long orderId, String reason);
  }

  /** What is known of an order that is not known to be done. */
  private static final class Known {
    private final int strategy;
    private final int sign;
    private long leaves;
    private long filled;
    private long leavesAsked;
    private boolean isAmending;

    Known(int strategy, int sign, long leaves) {
      this.strategy = strategy;
      this.sign = sign;
      this.leaves = leaves;
    }

    long working() {
      return sign * (isAmending ? Math.max(leaves, leavesAsked) : leaves);
    }
  }

  private final List<Wish> wishes;
  private final Line line;
  private final TreeMap<Long, Known> known = new TreeMap<>();
  private final List<List<Long>> sent = new ArrayList<>();
  private final long[] position;
  private long lastId;
  private int delivered;

  TextbookTrader(List<Wish> wishes, int strategies, Line line) {
    this.wishes = wishes;
    this.line = line;
    position = new long[strategies];
    for (int strategy = 0; strategy < strategies; strategy++) {
      sent.add(new ArrayList<>());
    }
  }

  /** The next event is known; strategies act in their order. */
  void deliver() {
    int now = delivered++;
    for (int strategy = 0; strategy < position.length; strategy++) {
      for (Wish wish : wishes) {
        if (wish.at() == now && wish.strategy() == strategy) {
          decide(wish);
        }
      }
    }
  }

  private void decide(Wish wish) {
    int strategy = wish.strategy();
    if (wish instanceof Wish.Target target) {
      target(strategy, target.lots());
    } else if (wish instanceof Wish.Send send) {
      if (areKnown(strategy, send.terms())) {
        order(strategy, send.terms(), id(strategy, send.terms().after()), 0);
      }
    } else if (wish instanceof Wish.Bracket bracket) {
      if (areKnown(strategy, bracket.terms())) {
        bracket(bracket);
      }
    } else if (wish instanceof Wish.Amend amend) {
      if (isKnown(strategy, amend.order())) {
        amend(id(strategy, amend.order()), amend);
      }
    } else if (wish instanceof Wish.Cancel cancel && isKnown(strategy, cancel.order())) {
      line.cancel(id(strategy, cancel.order()));
    }
  }

  private boolean areKnown(int strategy, Wish.Terms terms) {
    return isKnown(strategy, terms.after()) && isKnown(strategy, terms.cancels());
  }

  private boolean isKnown(int strategy, int number) {
    return number <= sent.get(strategy).size();
  }

  private long id(int strategy, int number) {
    return number == 0 ? 0 : sent.get(strategy).get(number - 1);
  }

  private void target(int strategy, long lots) {
    long working =
        known.values().stream()
            .filter(one -> one.strategy == strategy)
            .mapToLong(Known::working)
            .sum();
    long change = lots - position[strategy] - working;
    if (change != 0) {
      order(strategy, Wish.Terms.market(Long.signum(change), Math.abs(change)), 0, 0);
    }
  }

  private void bracket(Wish.Bracket bracket) {
    Wish.Terms entry = bracket.terms();
    int strategy = bracket.strategy();
    long parent = order(strategy, entry, id(strategy, entry.after()), 0).id;
    boolean hasBoth = bracket.takeProfit() != 0 && bracket.stopLoss() != 0;
    if (bracket.takeProfit() != 0) {
      Wish.Terms limit = Wish.Terms.limit(-entry.sign(), entry.lots(), bracket.takeProfit());
      order(strategy, limit.flagged(false, true), parent, hasBoth ? parent + 2 : 0);
    }
    if (bracket.stopLoss() != 0) {
      Wish.Terms stop = Wish.Terms.stop(-entry.sign(), entry.lots(), bracket.stopLoss());
      order(strategy, stop.flagged(false, true), parent, hasBoth ? parent + 1 : 0);
    }
  }

  private TextbookOrder order(int strategy, Wish.Terms terms, long parent, long sibling) {
    long cancels = id(strategy, terms.cancels());
    TextbookOrder order = new TextbookOrder(nextId(), strategy, terms, parent, cancels, sibling);
    sent.get(strategy).add(order.id);
    known.put(order.id, new Known(strategy, order.sign, order.lots));
    line.order(order);
    return order;
  }

  private void amend(long id, Wish.Amend wish) {
    Known order = known.get(id);
    if (order != null && order.isAmending) {
      line.deny(id, "AMEND_PENDING");
      return;
    }
    if (order != null) {
      order.isAmending = true;
      order.leavesAsked = Math.max(wish.lots() - order.filled, 0);
    }
    line.amend(id, wish.lots(), wish.limit(), wish.trigger());
  }

  /** A report arrives. */
  void hear(Happening what, int strategy) {
    Known order = known.get(what.order());
    if (what.kind().equals("FILL") && strategy >= 0) {
      position[strategy] += order.sign * what.lots();
      order.filled += what.lots();
      order.leaves = what.leaves();
    }
    if (order == null) {
      return;
    }
    switch (what.kind()) {
      case "REPLACED" -> {
        order.leaves = what.leaves();
        order.isAmending &= !what.reason().equals("REQUESTED");
      }
      case "CANCEL_REJECTED" -> order.isAmending = false;
      case "REJECTED", "CANCELED", "EXPIRED" -> known.remove(what.order());
      default -> {}
    }
    if (order.leaves == 0) {
      known.remove(what.order());
    }
  }

  long nextId() {
    return ++lastId;
  }
}
