package io.tapedeck.core.risk;

import io.tapedeck.core.market.Currency;

/**
 * A {@link Threshold} counted in money.
 *
 * @param kind what is given
 * @param amount money, or a share in 1e-8
 */
record MoneyThreshold(Threshold.Kind kind, long amount) {
  static MoneyThreshold of(Threshold threshold, Currency currency) {
    return new MoneyThreshold(
        threshold.kind(),
        switch (threshold.kind()) {
          case NONE -> Long.MAX_VALUE;
          case MONEY -> currency.money(threshold.value());
          case SHARE -> Share.e8(threshold.value());
        });
  }

  boolean isSet() {
    return kind != Threshold.Kind.NONE;
  }

  /**
   * The money at which to act: a share of the reference, rounded up; of nothing if it is negative.
   */
  long of(long reference) {
    return kind == Threshold.Kind.SHARE ? Share.ceil(Math.max(reference, 0), amount) : amount;
  }
}
