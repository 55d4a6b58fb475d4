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
    /** A tick from {@code low} to {@code high}, both included, for this order. */
    long tick(long orderId, long low, long high);

    /** Whether a limit order that is only touched in this bar, counted from 0, is filled. */
    boolean isFilledAtTouch(long orderId, long bar, double probability);
  }

  /** Money to pay at the close of a session; negative is received. */
  interface Financing {
    BigDecimal due(Session session, long signedLots, BigDecimal value, BigDecimal cash);
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

  /** What holding costs at each close of a session; the cost models' answer, taken as given. */
  Financing financing = (session, lots, value, cash) -> BigDecimal.ZERO;

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

  boolean endsASession(long openNanos, long closeNanos) {
    return sessions.stream()
        .anyMatch(one -> openNanos < one.closeNanos() && one.closeNanos() <= closeNanos);
  }
}
