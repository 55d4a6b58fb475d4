package io.tapedeck.core.risk;

/**
 * Limits of an account's exposure in money; {@link Long#MAX_VALUE} where there is none.
 *
 * @param maxGross money
 * @param maxNet money
 * @param maxLeverageE8 multiple of equity, in 1e-8
 * @param maxConcentrationE8 multiple of equity, in 1e-8
 */
record ExposureLimits(long maxGross, long maxNet, long maxLeverageE8, long maxConcentrationE8) {
  boolean limitsNet() {
    return maxNet < Long.MAX_VALUE;
  }

  /** Whether any limit is set that a reducing order cannot break. */
  boolean limitsSize() {
    return maxGross < Long.MAX_VALUE
        || maxLeverageE8 < Long.MAX_VALUE
        || maxConcentrationE8 < Long.MAX_VALUE;
  }
}
