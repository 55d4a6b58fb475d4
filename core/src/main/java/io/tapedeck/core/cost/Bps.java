package io.tapedeck.core.cost;

import io.tapedeck.core.contract.Require;
import java.math.BigDecimal;

/** Basis points as schedules take them: exact decimals with at most 4 places. */
final class Bps {
  private static final int DECIMALS = 4;
  private static final int SHARE_DECIMALS = 4;

  private Bps() {}

  /** Refuses basis points outside a range, or finer than can be counted. */
  static void require(BigDecimal bps, long min, long max, String what) {
    Require.that(
        bps != null
            && bps.compareTo(BigDecimal.valueOf(min)) >= 0
            && bps.compareTo(BigDecimal.valueOf(max)) <= 0
            && bps.stripTrailingZeros().scale() <= DECIMALS,
        "%s must be from %d to %d bps with at most 4 decimals, was %s",
        what,
        min,
        max,
        bps);
  }

  /** The share of an amount that these basis points are. */
  static Ratio share(BigDecimal bps) {
    return Ratio.of(bps.movePointLeft(SHARE_DECIMALS), "a share in basis points");
  }

  /** Whole 1e-4 of a basis point, of basis points that were {@link #require}d. */
  static long e4(BigDecimal bps) {
    return bps.movePointRight(DECIMALS).longValueExact();
  }
}
