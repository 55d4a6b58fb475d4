package io.tapedeck.core.market;

import io.tapedeck.core.contract.Require;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What is traded, and the units in which the kernel counts its prices and sizes.
 *
 * <p>A <em>tick</em> is one price quantum and a <em>lot</em> one size quantum. Quanta are no
 * coarser than the exchange's increments, so every quoted price is a whole number of ticks and
 * every size a whole number of lots.
 *
 * @param symbol name in the lake, as the source writes it (BRK.B, BTC/USD, 005930); not blank
 * @param assetClass kind of instrument
 * @param currency currency of prices, cash and profit
 * @param priceQuantumE9 price of one tick, in 1e-9 of the currency; positive
 * @param sizeQuantumE9 size of one lot, in 1e-9 units (shares, coins, contracts); positive
 * @param priceIncrementTicks smallest price step the venue accepts, in ticks; positive
 * @param sizeIncrementLots smallest size step the venue accepts, in lots; positive
 * @param multiplier units of currency per unit of size and of price (1 for shares); positive
 * @param calendar name of the trading calendar (XNYS, FX, 24/7)
 */
public record Instrument(
    String symbol,
    AssetClass assetClass,
    Currency currency,
    long priceQuantumE9,
    long sizeQuantumE9,
    long priceIncrementTicks,
    long sizeIncrementLots,
    long multiplier,
    String calendar)
    implements Serializable {
  private static final int E9_DECIMALS = 9;

  public Instrument {
    Require.that(symbol != null && !symbol.isBlank(), "symbol must not be blank");
    Require.that(assetClass != null, "asset class of %s must be given", symbol);
    Require.that(currency != null, "currency of %s must be given", symbol);
    Require.that(
        priceQuantumE9 > 0,
        "price quantum of %s must be positive, was %d e-9",
        symbol,
        priceQuantumE9);
    Require.that(
        sizeQuantumE9 > 0,
        "size quantum of %s must be positive, was %d e-9",
        symbol,
        sizeQuantumE9);
    Require.that(
        priceIncrementTicks > 0,
        "price increment of %s must be positive, was %d ticks",
        symbol,
        priceIncrementTicks);
    Require.that(
        sizeIncrementLots > 0,
        "size increment of %s must be positive, was %d lots",
        symbol,
        sizeIncrementLots);
    Require.that(multiplier > 0, "multiplier of %s must be positive, was %d", symbol, multiplier);
    Require.that(calendar != null && !calendar.isBlank(), "calendar of %s must be given", symbol);
  }

  /**
   * Whole ticks of this price in 1e-9.
   *
   * @throws ArithmeticException if it is not a whole number of ticks
   */
  public long ticks(long priceE9) {
    return whole(priceE9, priceQuantumE9, "price", "tick");
  }

  /**
   * Whole lots of this size in 1e-9.
   *
   * @throws ArithmeticException if it is not a whole number of lots
   */
  public long lots(long sizeE9) {
    return whole(sizeE9, sizeQuantumE9, "size", "lot");
  }

  /**
   * Whole ticks of a decimal price.
   *
   * @throws ArithmeticException if it is not a whole number of ticks, or too large
   */
  public long ticks(BigDecimal price) {
    return ticks(e9(price, "price"));
  }

  /**
   * Whole lots of a decimal size.
   *
   * @throws ArithmeticException if it is not a whole number of lots, or too large
   */
  public long lots(BigDecimal size) {
    return lots(e9(size, "size"));
  }

  /**
   * Lots of an order of this size.
   *
   * @throws IllegalArgumentException if it is not a positive multiple of the venue's increment
   */
  public long orderLots(BigDecimal size) {
    BigDecimal increment = size(sizeIncrementLots);
    Require.that(
        size.signum() > 0 && size.remainder(increment).signum() == 0,
        "size %s of %s must be a positive multiple of the venue's increment %s",
        size,
        symbol,
        increment.stripTrailingZeros().toPlainString());
    return lots(size);
  }

  /** The decimal price of this many ticks. */
  public BigDecimal price(long ticks) {
    return BigDecimal.valueOf(ticks)
        .multiply(BigDecimal.valueOf(priceQuantumE9, E9_DECIMALS))
        .setScale(E9_DECIMALS, RoundingMode.UNNECESSARY);
  }

  /** The decimal size of this many lots. */
  public BigDecimal size(long lots) {
    return BigDecimal.valueOf(lots)
        .multiply(BigDecimal.valueOf(sizeQuantumE9, E9_DECIMALS))
        .setScale(E9_DECIMALS, RoundingMode.UNNECESSARY);
  }

  /** How ticks times lots become money of this instrument's currency. */
  public MoneyScale moneyScale() {
    return MoneyScale.of(this);
  }

  private long e9(BigDecimal value, String what) {
    BigDecimal e9 = value.movePointRight(E9_DECIMALS).stripTrailingZeros();
    if (e9.scale() > 0 || e9.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      throw new ArithmeticException(
          "%s %s of %s must have at most 9 decimals and fit in 64 bits as a number of 1e-9"
              .formatted(what, value, symbol));
    }
    return e9.longValueExact();
  }

  private long whole(long valueE9, long quantumE9, String what, String unit) {
    if (valueE9 % quantumE9 != 0) {
      throw new ArithmeticException(
          "%s %s of %s is not a whole number of %ss of %s"
              .formatted(what, plain(valueE9), symbol, unit, plain(quantumE9)));
    }
    return valueE9 / quantumE9;
  }

  private static String plain(long e9) {
    return BigDecimal.valueOf(e9, E9_DECIMALS).stripTrailingZeros().toPlainString();
  }
}
