package io.tapedeck.core.replay.textbook;

import java.math.BigDecimal;
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

    /** An order, or an amend, that is not sent. */
    void deny(long orderId, String kind, String reason);

    long clock();
  }

  /** What is known of an order that is not known to be done. */
  private static final class Known {
    private final int strategy;
    private final Wish.Terms terms;
    private long lots;
    private long limit;
    private long trigger;
    private long filled;

    /** The size an amend under way asks for; zero for none. */
    private long lotsAsked;

    private long limitAsked;
    private long triggerAsked;

    Known(int strategy, Wish.Terms terms) {
      this.strategy = strategy;
      this.terms = terms;
      lots = terms.lots();
      limit = terms.limit();
      trigger = terms.trigger();
    }

    long working() {
      return terms.isReduceOnly() ? 0 : terms.sign() * (Math.max(lots, lotsAsked) - filled);
    }
  }

  private final List<Wish> wishes;
  private final TextbookGate gate;
  private final Line line;
  private final TreeMap<Long, Known> known = new TreeMap<>();
  private final List<List<Long>> sent = new ArrayList<>();
  private final long[] position;
  private long lastId;
  private int delivered;

  TextbookTrader(List<Wish> wishes, TextbookRules rules, Line line) {
    this.wishes = wishes;
    gate = new TextbookGate(rules);
    this.line = line;
    position = new long[rules.strategies];
    for (int strategy = 0; strategy < rules.strategies; strategy++) {
      sent.add(new ArrayList<>());
    }
  }

  /** The next event is known; the strategies act in their order. */
  void deliver(TextbookTape.Event event) {
    gate.learn(event);
    int now = delivered++;
    for (int strategy = 0; strategy < position.length; strategy++) {
      for (Wish wish : wishes) {
        if (wish.at() == now && wish.strategy() == strategy) {
          play(wish);
        }
      }
    }
  }

  private void play(Wish wish) {
    int strategy = wish.strategy();
    if (wish instanceof Wish.Target target) {
      target(strategy, target.lots());
    } else if (wish instanceof Wish.Send send && areSent(strategy, send.terms())) {
      order(strategy, send.terms(), id(strategy, send.terms().after()), 0);
    } else if (wish instanceof Wish.Bracket bracket && areSent(strategy, bracket.terms())) {
      bracket(bracket);
    } else if (wish instanceof Wish.Amend amend && isSent(strategy, amend.order())) {
      amend(id(strategy, amend.order()), amend);
    } else if (wish instanceof Wish.Cancel cancel && isSent(strategy, cancel.order())) {
      cancel(id(strategy, cancel.order()));
    }
  }

  private boolean areSent(int strategy, Wish.Terms terms) {
    return isSent(strategy, terms.after()) && isSent(strategy, terms.cancels());
  }

  private boolean isSent(int strategy, int number) {
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
    long parent = order(strategy, entry, id(strategy, entry.after()), 0);
    if (!known.containsKey(parent)) {
      return;
    }
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

  /** Sends an order, or denies it; returns its id. */
  private long order(int strategy, Wish.Terms terms, long parent, long sibling) {
    long cancels = id(strategy, terms.cancels());
    long id = nextId();
    sent.get(strategy).add(id);
    String objection = "ORDER_NOT_OPEN";
    if (isOpen(parent) && isOpen(cancels)) {
      objection = gate.objection(terms, line.clock());
      if (objection == null && !terms.isReduceOnly()) {
        objection = gate.marginObjection(terms.sign(), terms.lots(), working(+1), working(-1));
      }
    }
    if (objection != null) {
      line.deny(id, "DENIED", objection);
      return id;
    }
    known.put(id, new Known(strategy, terms));
    line.order(new TextbookOrder(id, strategy, terms, parent, cancels, sibling));
    return id;
  }

  private boolean isOpen(long id) {
    return id == 0 || known.containsKey(id);
  }

  private void amend(long id, Wish.Amend wish) {
    Known order = known.get(id);
    if (order == null) {
      line.deny(id, "AMEND_DENIED", "ORDER_NOT_OPEN");
      return;
    }
    String objection = gate.objection(order.terms, wish);
    if (objection == null && grows(order, wish)) {
      int sign = order.terms.sign();
      long own = Math.abs(order.working());
      long leaves = wish.lots() - order.filled;
      objection =
          gate.marginObjection(
              sign, leaves, working(+1) - (sign > 0 ? own : 0), working(-1) - (sign < 0 ? own : 0));
    }
    if (order.lotsAsked > 0) {
      line.deny(id, "AMEND_DENIED", "AMEND_PENDING");
    } else if (objection != null) {
      line.deny(id, "AMEND_DENIED", objection);
    } else {
      order.lotsAsked = wish.lots();
      order.limitAsked = wish.limit();
      order.triggerAsked = wish.trigger();
      line.amend(id, wish.lots(), wish.limit(), wish.trigger());
    }
  }

  /** Whether an amend wants more of the account than the order does, or another price. */
  private static boolean grows(Known order, Wish.Amend wish) {
    boolean isSame =
        wish.lots() <= order.lots && wish.limit() == order.limit && wish.trigger() == order.trigger;
    return wish.lots() > order.filled && !isSame && !order.terms.isReduceOnly();
  }

  /** Lots of a side that work for the account, as far as is known. */
  private long working(int sign) {
    return known.values().stream()
        .mapToLong(Known::working)
        .filter(lots -> lots * sign > 0)
        .map(Math::abs)
        .sum();
  }

  private void cancel(long id) {
    if (known.containsKey(id)) {
      line.cancel(id);
    }
  }

  /** A report arrives. */
  void hear(Happening what, TextbookOrder of) {
    if (what.kind().equals("FILL")) {
      position[of.strategy] += of.sign * what.lots();
      gate.learn(what, of.sign);
    }
    if (what.kind().equals("ACCEPTED") && of.isBrokers) {
      known.put(of.id, new Known(of.strategy, Wish.Terms.market(of.sign, of.lots)));
    }
    Known order = known.get(what.order());
    if (order == null) {
      return;
    }
    switch (what.kind()) {
      case "FILL" -> {
        order.filled += what.lots();
        if (what.leaves() == 0) {
          known.remove(what.order());
        }
      }
      case "REPLACED" -> {
        order.lots = what.lots();
        if (what.reason().equals("REQUESTED")) {
          order.lotsAsked = 0;
          order.limit = order.limitAsked;
          order.trigger = order.triggerAsked;
        }
      }
      case "CANCEL_REJECTED" -> order.lotsAsked = 0;
      case "REJECTED", "CANCELED", "EXPIRED" -> known.remove(what.order());
      default -> {}
    }
  }

  /** Interest or a charge for holding arrives. */
  void hearCharge(BigDecimal charge) {
    gate.learnCharge(charge);
  }

  long nextId() {
    return ++lastId;
  }
}
