package io.tapedeck.core.replay.textbook;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The books of one instrument as an accountant would keep them: decimals, average cost, netting.
 */
final class TextbookLedger {
  private static final int CENTS = 8;

  private BigDecimal cash;
  private BigDecimal position = BigDecimal.ZERO;
  private BigDecimal basis = BigDecimal.ZERO;
  private BigDecimal realised = BigDecimal.ZERO;
  private BigDecimal fees = BigDecimal.ZERO;

  TextbookLedger(BigDecimal start) {
    cash = start;
  }

  void post(int sign, BigDecimal size, BigDecimal price, BigDecimal fee) {
    BigDecimal left = size;
    boolean closes = position.signum() != 0 && position.signum() != sign;
    BigDecimal whole = money(price.multiply(size));
    BigDecimal closingNotional = BigDecimal.ZERO;
    if (closes) {
      BigDecimal closed = size.min(position.abs());
      closingNotional =
          closed.compareTo(size) == 0
              ? whole
              : whole.multiply(closed).divide(size, CENTS, RoundingMode.HALF_EVEN);
      BigDecimal basisOut =
          closed.compareTo(position.abs()) == 0
              ? basis
              : basis.multiply(closed).divide(position.abs(), CENTS, RoundingMode.HALF_EVEN);
      // a sale brings its notional in and takes basis out; buying back a short is the mirror image
      BigDecimal proceeds = closingNotional.multiply(BigDecimal.valueOf(-sign));
      realised = realised.add(proceeds.subtract(basisOut));
      basis = basis.subtract(basisOut);
      position = position.add(closed.multiply(BigDecimal.valueOf(sign)));
      left = size.subtract(closed);
    }
    if (left.signum() > 0) {
      basis = basis.add(whole.subtract(closingNotional).multiply(BigDecimal.valueOf(sign)));
      position = position.add(left.multiply(BigDecimal.valueOf(sign)));
    }
    cash = cash.subtract(whole.multiply(BigDecimal.valueOf(sign))).subtract(fee);
    fees = fees.add(fee);
  }

  BigDecimal equity(BigDecimal mark) {
    return cash.add(position.signum() == 0 ? BigDecimal.ZERO : money(position.multiply(mark)));
  }

  BigDecimal cash() {
    return cash;
  }

  BigDecimal position() {
    return position;
  }

  BigDecimal basis() {
    return basis;
  }

  BigDecimal realised() {
    return realised;
  }

  BigDecimal fees() {
    return fees;
  }

  static BigDecimal money(BigDecimal amount) {
    return amount.setScale(CENTS, RoundingMode.HALF_EVEN);
  }
}
