package io.tapedeck.core.replay.textbook;

import io.tapedeck.core.market.Session;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** The assumptions of a run as a sheet of paper: every line has a default and may be changed. */
final class TextbookRules {
  enum Triggers {
    AUTO,
    LAST,
    MID
  }

  enum Residual {
    RESTS,
    WALKS,
    CANCELS
  }

  enum Queue {
    NONE,
    RISK_ADVERSE,
    POWER_PROB,
    POWER_PROB2,
    POWER_PROB3,
    LOG_PROB,
    LOG_PROB2
  }

  enum BarMarket {
    NEXT_OPEN,
    SAME_CLOSE,
    NEXT_CLOSE,
    MID,
    RANDOM
  }

  enum BarLimit {
    TOUCH,
    PENETRATE,
    PROBABILITY
  }

  enum BarPath {
    OHLC,
    OLHC,
    ADAPTIVE,
    PESSIMISTIC
  }

  enum Costing {
    AVERAGE,
    FIFO
  }

  /** What the dice say; the engine's draws, taken as given. */
  interface Luck {
    /** A tick from {@code low} to {@code high}, both included, for this order in this bar. */
    long tick(long orderId, long barOpenNanos, long low, long high);

    /** Whether a limit order that is only touched in the bar of this open is filled. */
    boolean isFilledAtTouch(long orderId, long barOpenNanos, double probability);
  }

  /**
   * Basis points a year on what is held over night, of either sign, and days of such a year.
   *
   * @param credit is paid on cash, the others are charged
   */
  record Financing(
      BigDecimal onLong, BigDecimal onShort, BigDecimal debit, BigDecimal credit, int year) {
    static final Financing NONE =
        new Financing(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 365);

    BigDecimal onPosition(BigDecimal value, long days) {
      return charge(value.abs(), value.signum() > 0 ? onLong : onShort, days);
    }

    BigDecimal onCash(BigDecimal cash, long days) {
      return charge(cash.abs(), cash.signum() > 0 ? credit.negate() : debit, days);
    }

    private BigDecimal charge(BigDecimal amount, BigDecimal bps, long days) {
      return amount
          .multiply(bps)
          .multiply(BigDecimal.valueOf(days))
          .divide(
              BigDecimal.valueOf(10_000L * year), TextbookAccount.DECIMALS, RoundingMode.CEILING);
    }
  }

  boolean hasQuotes = true;
  boolean hasAuctions;
  long closingAuctionNanos;
  List<Session> sessions = List.of();

  long feedNanos;
  long entryNanos;
  long responseNanos;

  BigDecimal feeBps = BigDecimal.ZERO;
  BigDecimal slippageBps = BigDecimal.ZERO;

  /** Money of one tick times one lot. */
  BigDecimal tickLot = new BigDecimal("0.01");

  long incrementTicks = 1;
  Triggers triggers = Triggers.AUTO;
  Residual residual = Residual.RESTS;
  Queue queue = Queue.NONE;
  double queueExponent = 1;
  BigDecimal participation = BigDecimal.ONE;
  BarMarket barMarket = BarMarket.NEXT_OPEN;
  BarLimit barLimit = BarLimit.TOUCH;
  double touchProbability = 1;
  BarPath barPath = BarPath.OHLC;
  Luck luck;

  int strategies = 1;
  BigDecimal startCash = BigDecimal.valueOf(100_000);
  Costing costing = Costing.AVERAGE;

  /** Share of the position's value that equity may not fall below; null for a cash account. */
  BigDecimal maintenance;

  /** Share of the positions' value that equity must cover when an order is sent. */
  BigDecimal initialMargin = BigDecimal.ONE;

  Financing financing = Financing.NONE;

  /** What lots are worth at a price, to the unit of money. */
  BigDecimal money(BigDecimal ticks, long lots) {
    return ticks
        .multiply(BigDecimal.valueOf(lots))
        .multiply(tickLot)
        .setScale(TextbookAccount.DECIMALS, RoundingMode.HALF_EVEN);
  }

  /** Whether orders meet the standing book when they arrive. */
  boolean isStanding() {
    return entryNanos > 0;
  }

  /** Whole lots of these that ours may take of one event. */
  long share(long lots) {
    return participation.multiply(BigDecimal.valueOf(lots)).toBigInteger().longValueExact();
  }

  long slippageTicks(long priceTicks) {
    return slippageBps
        .multiply(BigDecimal.valueOf(priceTicks))
        .movePointLeft(4)
        .setScale(0, RoundingMode.CEILING)
        .longValueExact();
  }

  boolean isInSession(long nanos) {
    return sessions.stream().anyMatch(session -> session.contains(nanos));
  }

  /**
   * Whether a session was over after the first and before the second instant, and none followed.
   */
  boolean hasNightBetween(long first, long second) {
    return sessions.stream()
        .filter(one -> first <= one.closeNanos() && one.closeNanos() < second)
        .anyMatch(one -> !isInSession(one.closeNanos() + 1));
  }

  boolean endsASession(long openNanos, long closeNanos) {
    return sessions.stream()
        .anyMatch(one -> openNanos < one.closeNanos() && one.closeNanos() <= closeNanos);
  }
}
