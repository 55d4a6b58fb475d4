package io.tapedeck.jobs.replay;

import io.tapedeck.core.market.Currency;
import io.tapedeck.core.market.Instrument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/** Kernel numbers as exact decimal text. */
final class Amounts {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final int E9_DECIMALS = 9;

  private Amounts() {}

  static String money(Currency currency, long money) {
    return plain(currency.amount(money));
  }

  static String price(Instrument instrument, long ticks) {
    return plain(instrument.price(ticks));
  }

  /** A mean price: rounded to 1e-9, for it need not be a whole number of ticks. */
  static String meanPrice(Instrument instrument, double ticks) {
    return Double.isNaN(ticks)
        ? ""
        : rounded(
            new BigDecimal(ticks)
                .multiply(BigDecimal.valueOf(instrument.priceQuantumE9(), E9_DECIMALS)));
  }

  /** A mean of money: rounded to 1e-9, for it need not be a whole number of units. */
  static String meanMoney(Currency currency, double money) {
    return Double.isFinite(money)
        ? rounded(new BigDecimal(money).movePointLeft(currency.decimals()))
        : "";
  }

  /** A dimensionless number, rounded to 1e-9; empty where it is not defined. */
  static String figure(double value) {
    return Double.isFinite(value) ? rounded(new BigDecimal(value)) : "";
  }

  private static String rounded(BigDecimal value) {
    return plain(value.setScale(E9_DECIMALS, RoundingMode.HALF_EVEN));
  }

  static String size(Instrument instrument, long lots) {
    return plain(instrument.size(lots));
  }

  /** ISO 8601, UTC, to the nanosecond. */
  static String time(long nanos) {
    return Instant.ofEpochSecond(
            Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND))
        .toString();
  }

  static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
