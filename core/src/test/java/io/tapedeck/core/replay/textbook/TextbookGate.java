package io.tapedeck.core.replay.textbook;

import io.tapedeck.core.order.OrderType;
import io.tapedeck.core.order.TimeInForce;
import java.math.BigDecimal;

/** What the trader knows of the market and of the account, and which orders it does not send. */
final class TextbookGate {
  private final TextbookRules rules;
  private Long bid;
  private Long ask;
  private Long last;
  private BigDecimal cash;
  private long position;

  TextbookGate(TextbookRules rules) {
    this.rules = rules;
    cash = rules.startCash;
  }

  /** An event of the tape is known. */
  void learn(TextbookTape.Event event) {
    if (event instanceof TextbookTape.Quote quote) {
      bid = quote.bid();
      ask = quote.ask();
    } else if (event instanceof TextbookTape.Print print) {
      last = print.price();
    } else if (event instanceof TextbookTape.Bar bar) {
      switch (bar.kind()) {
        case BID -> bid = bar.close();
        case ASK -> ask = bar.close();
        default -> last = bar.close();
      }
    }
  }

  /** A fill is known. */
  void learn(Happening fill, int sign) {
    BigDecimal notional = rules.money(BigDecimal.valueOf(fill.price()), fill.lots());
    cash = cash.subtract(notional.multiply(BigDecimal.valueOf(sign))).subtract(fill.fee());
    position += sign * fill.lots();
  }

  /** A charge for holding is known. */
  void learnCharge(BigDecimal charge) {
    cash = cash.subtract(charge);
  }

  /** Ticks, maybe half of one; null where nothing is known. */
  private BigDecimal price() {
    if (bid != null && ask != null) {
      return BigDecimal.valueOf(bid + ask).divide(BigDecimal.valueOf(2));
    }
    return last == null ? null : BigDecimal.valueOf(last);
  }

  /** Why these terms make no sense; null if they do. */
  String objection(Wish.Terms terms, long now) {
    if (terms.lasting() == TimeInForce.GTD && terms.expire() <= now) {
      return "EXPIRY_PAST";
    }
    return offIncrement(terms.type(), terms.limit(), terms.trigger());
  }

  /** Why an order of these terms cannot be amended so; null if it can. */
  String objection(Wish.Terms terms, Wish.Amend wish) {
    boolean isSpoken = terms.type().hasLimit() == (wish.limit() != 0);
    isSpoken &= (terms.trigger() != 0) == (wish.trigger() != 0);
    return isSpoken
        ? offIncrement(terms.type(), wish.limit(), wish.trigger())
        : "TERMS_CONTRADICTORY";
  }

  private String offIncrement(OrderType type, long limit, long trigger) {
    if (type.hasLimit() && limit % rules.incrementTicks != 0) {
      return "PRICE_OFF_INCREMENT";
    }
    boolean hasPrice = type.isTriggered() && type != OrderType.TRAILING_STOP;
    return hasPrice && trigger % rules.incrementTicks != 0 ? "TRIGGER_OFF_INCREMENT" : null;
  }

  /**
   * Why the account may not carry more lots of a side; null if it may. In the worst case all that
   * works on one side fills, and equity has to cover the initial margin of that.
   *
   * @param buys lots of working buys
   * @param sells lots of working sells
   */
  String marginObjection(int sign, long lots, long buys, long sells) {
    long ofSide = sign > 0 ? buys : sells;
    boolean isReducing = position * sign < 0 && ofSide + lots <= Math.abs(position);
    if (rules.maintenance == null || isReducing) {
      return null;
    }
    long now = worst(buys, sells);
    long then = worst(buys + (sign > 0 ? lots : 0), sells + (sign < 0 ? lots : 0));
    if (price() == null) {
      return "PRICE_UNKNOWN";
    }
    BigDecimal needed = rules.money(price(), then).multiply(rules.initialMargin);
    BigDecimal equity = cash.add(rules.money(price(), position));
    return then <= now || needed.compareTo(equity) <= 0 ? null : "MARGIN_INSUFFICIENT";
  }

  private long worst(long buys, long sells) {
    return Math.max(Math.abs(position + buys), Math.abs(position - sells));
  }
}
