package io.tapedeck.core.bar;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.describe.Model;
import io.tapedeck.core.describe.Setting;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.MoneyScale;
import io.tapedeck.core.market.WideSum;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What ends a bar: time, or how much has happened.
 *
 * <p>Bars that are not of time begin with their first tick. The tick that reaches the threshold
 * belongs to the bar whole, however far it overshoots, and the bar is known with it: its close time
 * is that of the tick. The next tick begins the next bar at nothing; none is split. What is in
 * progress at the close of a session ends with it.
 *
 * <p>As text: {@code 1m} (see {@link BarLength#parse}), {@code 100 ticks}, {@code 5000 volume},
 * {@code 1e6 notional}: a positive decimal number, one space, the word.
 */
public sealed interface BarRule extends Serializable {
  /**
   * Bars of one length each, aligned with the open of the session.
   *
   * @param length of a bar
   */
  @Model(
      name = "time",
      value = "Bars of one length, aligned with the open of the session, as in 1m.")
  record TimeBars(
      @Setting(value = "of a bar", range = "from 1s to 1d, whole seconds") BarLength length)
      implements BarRule {
    public TimeBars {
      Require.that(length != null, "length of bars must be given");
    }

    @Override
    public BarSeries series(Instrument instrument, BarSink sink) {
      return new BarBuilder(length, sink);
    }

    @Override
    public boolean needsLots() {
      return false;
    }

    @Override
    public String toString() {
      return length.toString();
    }
  }

  /**
   * Bars of a number of ticks: trades, or quotes.
   *
   * @param count ticks in a bar; positive
   */
  @Model(name = "ticks", value = "Bars of a number of trades or quotes, as in 100 ticks.")
  record TickBars(@Setting(value = "in a bar", unit = "ticks", range = "above 0") long count)
      implements BarRule {
    public TickBars {
      Require.that(count > 0, "ticks of a bar must be positive, were %d", count);
    }

    @Override
    public BarSeries series(Instrument instrument, BarSink sink) {
      return new MeasuredBars(Measure.TICKS, BigInteger.valueOf(count), sink);
    }

    @Override
    public boolean needsLots() {
      return false;
    }

    @Override
    public String toString() {
      return count + " ticks";
    }
  }

  /**
   * Bars of a traded volume.
   *
   * @param size volume of a bar, in units (shares, coins, contracts); positive, and a whole number
   *     of the instrument's lots
   */
  @Model(name = "volume", value = "Bars of a traded volume, as in 5000 volume.")
  record VolumeBars(
      @Setting(value = "volume of a bar", unit = "units", range = "above 0") BigDecimal size)
      implements BarRule {
    public VolumeBars {
      Require.that(
          size != null && size.signum() > 0, "volume of a bar must be positive, was %s", size);
      size = size.stripTrailingZeros();
    }

    /**
     * {@inheritDoc}
     *
     * @throws ArithmeticException if the volume is not a whole number of lots, or too large
     */
    @Override
    public BarSeries series(Instrument instrument, BarSink sink) {
      return new MeasuredBars(Measure.LOTS, BigInteger.valueOf(instrument.lots(size)), sink);
    }

    @Override
    public boolean needsLots() {
      return true;
    }

    @Override
    public String toString() {
      return size.toPlainString() + " volume";
    }
  }

  /**
   * Bars of a traded value, price times volume; that of a negative price counts as of a positive.
   *
   * <p>The sum is exact, in ticks times lots: no rounding of money decides where a bar ends. Prices
   * added must be in ticks.
   *
   * @param amount value of a bar, in the instrument's currency; positive
   */
  @Model(name = "notional", value = "Bars of a traded value, as in 1e6 notional.")
  record NotionalBars(
      @Setting(value = "value of a bar", unit = "currency", range = "above 0") BigDecimal amount)
      implements BarRule {
    public NotionalBars {
      Require.that(
          amount != null && amount.signum() > 0,
          "notional of a bar must be positive, was %s",
          amount);
      amount = amount.stripTrailingZeros();
    }

    @Override
    public BarSeries series(Instrument instrument, BarSink sink) {
      MoneyScale scale = instrument.moneyScale(); // money = ticks × lots × numerator / denominator
      BigInteger tickLots =
          amount
              .movePointRight(instrument.currency().decimals())
              .multiply(BigDecimal.valueOf(scale.denominator()))
              .divide(BigDecimal.valueOf(scale.numerator()), 0, RoundingMode.CEILING)
              .toBigIntegerExact();
      Require.that(
          tickLots.bitLength() <= WideSum.LARGEST_BITS,
          "notional %s of a bar is too large for the quanta of %s",
          amount,
          instrument.symbol());
      return new MeasuredBars(Measure.TICK_LOTS, tickLots, sink);
    }

    @Override
    public boolean needsLots() {
      return true;
    }

    @Override
    public String toString() {
      return amount.toPlainString() + " notional";
    }
  }

  /** Builds such bars for an instrument. */
  BarSeries series(Instrument instrument, BarSink sink);

  /** Whether ticks must have a size, so that trades can make such bars and quotes cannot. */
  boolean needsLots();

  /**
   * A rule as people write it; {@code toString} answers such a text.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  static BarRule parse(String text) {
    Pattern grammar =
        Pattern.compile(
            "([0-9]{1,18}(?:\\.[0-9]{1,9})?(?:[eE][0-9]{1,2})?) (ticks|volume|notional)");
    Matcher matcher = grammar.matcher(text);
    if (!matcher.matches()) {
      Require.that(
          !text.contains(" "),
          "a bar must look like 1m, 100 ticks, 5000 volume or 1e6 notional, was %s",
          text);
      return new TimeBars(BarLength.parse(text));
    }
    BigDecimal number = new BigDecimal(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ticks" -> new TickBars(whole(number));
      case "volume" -> new VolumeBars(number);
      default -> new NotionalBars(number);
    };
  }

  private static long whole(BigDecimal number) {
    boolean isWhole =
        number.stripTrailingZeros().scale() <= 0
            && number.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
    Require.that(isWhole, "ticks of a bar must be a whole number, were %s", number);
    return number.longValueExact();
  }
}
