package io.tapedeck.core.execution;

import java.math.BigDecimal;

/**
 * The share of a size that our orders may take.
 *
 * @param shareE9 in 1e-9; from 0 to 1 000 000 000
 */
record Participation(long shareE9) {
  static final int DECIMALS = 9;
  private static final long WHOLE_E9 = 1_000_000_000L;

  static Participation of(BigDecimal share) {
    return new Participation(share.movePointRight(DECIMALS).longValueExact());
  }

  /** {@code ⌊lots × share⌋}; all of an unlimited size. */
  long of(long lots) {
    if (shareE9 == WHOLE_E9 || lots == Book.UNLIMITED) {
      return lots;
    }
    return lots / WHOLE_E9 * shareE9 + lots % WHOLE_E9 * shareE9 / WHOLE_E9;
  }
}
