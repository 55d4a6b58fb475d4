package io.tapedeck.core.replay.textbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cash, the position in the one instrument, and whose doing it was. */
final class TextbookAccount {
  static final int DECIMALS = 8;

  private final TextbookRules rules;
  private final TextbookPosition position;
  private final List<TextbookPosition> shares = new ArrayList<>();
  private final BigDecimal[] earned;
  private BigDecimal cash;
  private BigDecimal financing = BigDecimal.ZERO;
  private BigDecimal mark;
  private boolean isPricedByTape;
  private BigDecimal peak;
  private BigDecimal drawdown = BigDecimal.ZERO;
  private boolean isReducing;

  TextbookAccount(TextbookRules rules) {
    this.rules = rules;
    cash = rules.startCash;
    peak = rules.startCash;
    position = new TextbookPosition(rules.costing);
    earned = new BigDecimal[rules.strategies];
    Arrays.fill(earned, BigDecimal.ZERO);
    for (int strategy = 0; strategy < rules.strategies; strategy++) {
      shares.add(new TextbookPosition(rules.costing));
    }
  }

  /** Posts a fill and returns its fee. */
  BigDecimal post(TextbookOrder order, long priceTicks, long lots) {
    BigDecimal notional = rules.money(BigDecimal.valueOf(priceTicks), lots);
    BigDecimal fee =
        notional.multiply(rules.feeBps).movePointLeft(4).setScale(DECIMALS, RoundingMode.CEILING);
    position.post(order.sign, lots, notional, fee);
    share(order.strategy).post(order.sign, lots, notional, fee);
    BigDecimal flow = notional.multiply(BigDecimal.valueOf(-order.sign)).subtract(fee);
    cash = cash.add(flow);
    earned[order.strategy] = earned[order.strategy].add(flow);
    if (!isPricedByTape) {
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
    isPricedByTape = true;
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
    return mark == null ? BigDecimal.ZERO : rules.money(mark, position.lots());
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

  /** Charges what holding costs for some days; returns the charge. */
  BigDecimal finance(long days) {
    BigDecimal onPosition = rules.financing.onPosition(value(), days);
    BigDecimal onCash = rules.financing.onCash(cash, days);
    share(onPosition);
    BigDecimal due = onPosition.add(onCash);
    cash = cash.subtract(due);
    financing = financing.add(due);
    return due;
  }

  /** Strategies on the side of the position bear its charge by their lots, one after the other. */
  private void share(BigDecimal charge) {
    BigDecimal left = charge;
    long lotsLeft = 0;
    for (int strategy = 0; strategy < strategies(); strategy++) {
      lotsLeft += lotsOnSide(strategy);
    }
    for (int strategy = 0; strategy < strategies(); strategy++) {
      long lots = lotsOnSide(strategy);
      if (lots > 0) {
        BigDecimal part =
            left.multiply(BigDecimal.valueOf(lots))
                .divide(BigDecimal.valueOf(lotsLeft), DECIMALS, RoundingMode.HALF_EVEN);
        earned[strategy] = earned[strategy].subtract(part);
        left = left.subtract(part);
        lotsLeft -= lots;
      }
    }
  }

  private long lotsOnSide(int strategy) {
    long lots = share(strategy).lots();
    return Long.signum(lots) == Long.signum(position.lots()) ? Math.abs(lots) : 0;
  }

  /**
   * What a strategy has earned: its cash, and the value of the lots of all up to it less that of
   * all before it.
   */
  BigDecimal profit(int strategy) {
    long before = 0;
    for (int other = 0; other < strategy; other++) {
      before += share(other).lots();
    }
    BigDecimal price = mark == null ? BigDecimal.ZERO : mark;
    return earned[strategy]
        .add(rules.money(price, before + share(strategy).lots()))
        .subtract(rules.money(price, before));
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
