package io.tapedeck.core.replay.textbook;

import io.tapedeck.core.market.Session;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Cash, the position in the one instrument, and whose doing it was. */
final class TextbookAccount {
  static final int DECIMALS = 8;

  private final TextbookRules rules;
  private final TextbookPosition position;
  private final List<TextbookPosition> shares = new ArrayList<>();
  private BigDecimal cash;
  private BigDecimal financing = BigDecimal.ZERO;
  private BigDecimal mark;
  private BigDecimal peak;
  private BigDecimal drawdown = BigDecimal.ZERO;
  private boolean isReducing;

  TextbookAccount(TextbookRules rules) {
    this.rules = rules;
    cash = rules.startCash;
    peak = rules.startCash;
    position = new TextbookPosition(rules.costing);
    for (int strategy = 0; strategy < rules.strategies; strategy++) {
      shares.add(new TextbookPosition(rules.costing));
    }
  }

  /** Posts a fill and returns its fee. */
  BigDecimal post(TextbookOrder order, long priceTicks, long lots) {
    BigDecimal notional = money(BigDecimal.valueOf(priceTicks), lots);
    BigDecimal fee =
        notional.multiply(rules.feeBps).movePointLeft(4).setScale(DECIMALS, RoundingMode.CEILING);
    position.post(order.sign, lots, notional, fee);
    share(order.strategy).post(order.sign, lots, notional, fee);
    cash = cash.subtract(notional.multiply(BigDecimal.valueOf(order.sign))).subtract(fee);
    if (mark == null) {
      mark = BigDecimal.valueOf(priceTicks);
    }
    return fee;
  }

  /** What of the position this strategy has made; the broker's orders are of one, too. */
  TextbookPosition share(int strategy) {
    return shares.get(strategy);
  }

  /** Half of this many ticks is the price at which positions are valued now. */
  void mark(long doubledTicks) {
    mark = BigDecimal.valueOf(doubledTicks).divide(BigDecimal.valueOf(2));
  }

  BigDecimal evaluate() {
    BigDecimal equity = equity();
    peak = peak.max(equity);
    drawdown = drawdown.max(peak.subtract(equity));
    return equity;
  }

  BigDecimal equity() {
    return cash.add(value());
  }

  private BigDecimal value() {
    return mark == null ? BigDecimal.ZERO : money(mark, position.lots());
  }

  /** Whether the broker steps in now; it does so once until the account is flat. */
  boolean isCalled() {
    isReducing &= position.lots() != 0;
    if (rules.maintenance == null || isReducing || position.lots() == 0) {
      return false;
    }
    isReducing = equity().compareTo(rules.maintenance.multiply(value().abs())) < 0;
    return isReducing;
  }

  void finance(Session session) {
    BigDecimal due = rules.financing.due(session, position.lots(), value(), cash);
    cash = cash.subtract(due);
    financing = financing.add(due);
  }

  private BigDecimal money(BigDecimal ticks, long lots) {
    return ticks
        .multiply(BigDecimal.valueOf(lots))
        .multiply(rules.tickLot)
        .setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }

  TextbookPosition position() {
    return position;
  }

  BigDecimal startCash() {
    return rules.startCash;
  }

  int strategies() {
    return shares.size();
  }

  BigDecimal cash() {
    return cash;
  }

  BigDecimal financing() {
    return financing;
  }

  BigDecimal drawdown() {
    return drawdown;
  }

  boolean isReducing() {
    return isReducing;
  }
}
