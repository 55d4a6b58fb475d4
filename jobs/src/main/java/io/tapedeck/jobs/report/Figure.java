package io.tapedeck.jobs.report;

import io.tapedeck.core.market.Currency;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Set;

/** Numbers as people read them; what is not defined is a dash. */
public final class Figure {
  /** Stands for a figure that is not defined. */
  public static final String NONE = "–";

  private static final Set<String> WITHOUT_CENTS = Set.of("JPY", "KRW", "IDR");
  private static final Set<String> COINS = Set.of("BTC", "ETH");
  private static final double NANOS_PER_HOUR = 3.6e12;
  private static final int HOURS_PER_DAY = 24;

  private Figure() {}

  /** 0.0123 as "1.23%". */
  public static String percent(double fraction) {
    return Double.isFinite(fraction) ? decimal("%,.2f", fraction * 100) + "%" : NONE;
  }

  /** 1.2345 as "1.23"; an infinite ratio as "∞". */
  public static String ratio(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "-∞";
    }
    return Double.isNaN(value) ? NONE : decimal("%,.2f", value);
  }

  /** 1234567 as "1,234,567". */
  public static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** Money in its currency's unit as "-1,234.50", to the cent (coins to six decimals). */
  public static String money(long money, Currency currency) {
    return amount(currency.amount(money), currency);
  }

  /** A mean of money, which may lie between two units. */
  public static String money(double money, Currency currency) {
    return Double.isFinite(money)
        ? amount(new BigDecimal(money).movePointLeft(currency.decimals()), currency)
        : NONE;
  }

  /** Nanoseconds as "3 d 4 h" or "5.2 h". */
  public static String duration(long nanos) {
    double hours = nanos / NANOS_PER_HOUR;
    if (hours < HOURS_PER_DAY) {
      return decimal("%.1f", hours) + " h";
    }
    long wholeHours = Math.round(hours);
    return wholeHours / HOURS_PER_DAY + " d " + wholeHours % HOURS_PER_DAY + " h";
  }

  private static String amount(BigDecimal amount, Currency currency) {
    int decimals = cents(currency.code());
    BigDecimal rounded = amount.setScale(decimals, RoundingMode.HALF_EVEN);
    return String.format(Locale.ROOT, "%,." + decimals + "f", rounded);
  }

  private static int cents(String code) {
    if (WITHOUT_CENTS.contains(code)) {
      return 0;
    }
    return COINS.contains(code) ? 6 : 2;
  }

  /** Formats, and says 0.00 instead of -0.00. */
  private static String decimal(String format, double value) {
    String text = String.format(Locale.ROOT, format, value);
    return text.matches("-[0.]+") ? text.substring(1) : text;
  }
}
