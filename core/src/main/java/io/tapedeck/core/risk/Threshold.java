package io.tapedeck.core.risk;

import io.tapedeck.core.contract.Require;
import java.io.Serializable;
import java.math.BigDecimal;

/**
 * An amount at which a guard acts: money, or a share of what it guards.
 *
 * @param kind what the value is
 * @param value in the currency, or as a share (0.05 is five per cent) with at most 8 decimals;
 *     positive, zero for none
 */
public record Threshold(Kind kind, BigDecimal value) implements Serializable {
  /** What a threshold is measured in. */
  public enum Kind {
    NONE,
    MONEY,
    SHARE
  }

  public static final Threshold NONE = new Threshold(Kind.NONE, BigDecimal.ZERO);

  private static final BigDecimal LARGEST_SHARE = BigDecimal.valueOf(100);
  private static final int SHARE_DECIMALS = 8;
  private static final int BPS_DECIMALS = 4;

  public Threshold {
    Require.that(
        kind == Kind.NONE ? value.signum() == 0 : value.signum() > 0,
        "a threshold must be positive, was %s",
        value);
    Require.that(
        kind != Kind.SHARE
            || (value.compareTo(LARGEST_SHARE) <= 0
                && value.stripTrailingZeros().scale() <= SHARE_DECIMALS),
        "a share must be at most 100 with at most 8 decimals, was %s",
        value);
  }

  public static Threshold ofMoney(BigDecimal amount) {
    return new Threshold(Kind.MONEY, amount);
  }

  public static Threshold ofShare(BigDecimal share) {
    return new Threshold(Kind.SHARE, share);
  }

  public static Threshold ofBps(BigDecimal bps) {
    return new Threshold(Kind.SHARE, bps.movePointLeft(BPS_DECIMALS));
  }

  boolean isSet() {
    return kind != Kind.NONE;
  }
}
