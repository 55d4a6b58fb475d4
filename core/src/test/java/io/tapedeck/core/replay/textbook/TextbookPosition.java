package io.tapedeck.core.replay.textbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A position as an accountant would keep it: a pile of purchases, each with what it cost. Under
 * average cost the pile has one card, under first in, first out one for each fill.
 */
final class TextbookPosition {
  /** Lots bought (or sold short) together and their basis, signed like them. */
  private record Card(long lots, BigDecimal basis) {}

  private final boolean isFifo;
  private final Deque<Card> cards = new ArrayDeque<>();
  private long lots;
  private BigDecimal realised = BigDecimal.ZERO;
  private BigDecimal fees = BigDecimal.ZERO;

  TextbookPosition(TextbookRules.Costing costing) {
    isFifo = costing == TextbookRules.Costing.FIFO;
  }

  /** Posts a fill; the notional is rounded already. */
  void post(int sign, long size, BigDecimal notional, BigDecimal fee) {
    long closed = lots * sign < 0 ? Math.min(size, Math.abs(lots)) : 0;
    BigDecimal closing = part(notional, closed, size);
    if (closed > 0) {
      // a sale brings its notional in and takes basis out; buying back a short mirrors it
      realised = realised.subtract(signed(closing, sign)).subtract(takeOut(closed));
      lots += sign * closed;
    }
    if (size > closed) {
      add(sign * (size - closed), signed(notional.subtract(closing), sign));
      lots += sign * (size - closed);
    }
    fees = fees.add(fee);
  }

  private void add(long signedLots, BigDecimal cost) {
    if (isFifo || cards.isEmpty()) {
      cards.addLast(new Card(signedLots, cost));
    } else {
      Card all = cards.removeFirst();
      cards.addFirst(new Card(all.lots + signedLots, all.basis.add(cost)));
    }
  }

  /** Takes lots from the oldest cards and says what they cost. */
  private BigDecimal takeOut(long closed) {
    BigDecimal cost = BigDecimal.ZERO;
    long left = closed;
    while (left > 0) {
      Card oldest = cards.removeFirst();
      long held = Math.abs(oldest.lots);
      long taken = Math.min(left, held);
      BigDecimal out = part(oldest.basis, taken, held);
      if (taken < held) {
        long rest = oldest.lots - Long.signum(oldest.lots) * taken;
        cards.addFirst(new Card(rest, oldest.basis.subtract(out)));
      }
      cost = cost.add(out);
      left -= taken;
    }
    return cost;
  }

  /** A share of an amount, to the unit of money, half-even; all of it without rounding. */
  private static BigDecimal part(BigDecimal amount, long some, long all) {
    if (some == all) {
      return amount;
    }
    return amount
        .multiply(BigDecimal.valueOf(some))
        .divide(BigDecimal.valueOf(all), TextbookAccount.DECIMALS, RoundingMode.HALF_EVEN);
  }

  private static BigDecimal signed(BigDecimal amount, int sign) {
    return sign > 0 ? amount : amount.negate();
  }

  long lots() {
    return lots;
  }

  BigDecimal basis() {
    return cards.stream().map(Card::basis).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  BigDecimal realised() {
    return realised;
  }

  BigDecimal fees() {
    return fees;
  }
}
