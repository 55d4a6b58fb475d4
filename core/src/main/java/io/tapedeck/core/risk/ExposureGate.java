package io.tapedeck.core.risk;

import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.DenialReason;

/**
 * Holds the worst-case exposure of the whole account against its limits and its initial margin.
 *
 * <p>A limit that is exceeded already, because prices moved, refuses only what makes it worse. An
 * order that only reduces a position passes all but the limit of net exposure, which closing one
 * leg of two can break.
 */
final class ExposureGate {
  private final ExposureLimits limits;
  private final long initialE8;
  private final WorstExposure exposure;
  private DenialReason denial = DenialReason.PRICE_UNKNOWN;

  /**
   * A gate without state of its own.
   *
   * @param initialE8 equity required for each unit of gross exposure, in 1e-8; zero for none
   */
  ExposureGate(ExposureLimits limits, long initialE8, WorstExposure exposure) {
    this.limits = limits;
    this.initialE8 = initialE8;
    this.exposure = exposure;
  }

  boolean admits(int instrument, Side side, long lots, KnownAccount known) {
    boolean isSized = limits.limitsSize() || initialE8 > 0;
    if (!isSized && !limits.limitsNet()) {
      return true;
    }
    long working =
        side == Side.BUY ? known.workingBuyLots(instrument) : known.workingSellLots(instrument);
    boolean isReducing = Reduction.isReducing(side, lots, known.lots(instrument), working);
    if (isReducing && !limits.limitsNet()) {
      return true;
    }
    if (!exposure.measure(instrument, side, lots, known)) {
      return deny(DenialReason.PRICE_UNKNOWN);
    }
    return admitsNet() && (isReducing || !exposure.isRaised() || admitsSize(known.equity()));
  }

  DenialReason denial() {
    return denial;
  }

  private boolean admitsNet() {
    return !limits.limitsNet()
        || exposure.net() <= limits.maxNet()
        || deny(DenialReason.EXPOSURE_NET_ABOVE_LIMIT);
  }

  private boolean admitsSize(long equity) {
    if (limits.maxGross() < Long.MAX_VALUE && exposure.gross() > limits.maxGross()) {
      return deny(DenialReason.EXPOSURE_GROSS_ABOVE_LIMIT);
    }
    boolean needsEquity =
        limits.maxLeverageE8() < Long.MAX_VALUE
            || limits.maxConcentrationE8() < Long.MAX_VALUE
            || initialE8 > 0;
    if (!needsEquity) {
      return true;
    }
    if (Missing.is(equity)) {
      return deny(DenialReason.EQUITY_UNKNOWN);
    }
    return admitsShare(Math.max(equity, 0));
  }

  private boolean admitsShare(long equity) {
    if (limits.maxLeverageE8() < Long.MAX_VALUE
        && !Share.isWithin(exposure.gross(), equity, limits.maxLeverageE8())) {
      return deny(DenialReason.LEVERAGE_ABOVE_LIMIT);
    }
    if (limits.maxConcentrationE8() < Long.MAX_VALUE
        && !Share.isWithin(exposure.own(), equity, limits.maxConcentrationE8())) {
      return deny(DenialReason.CONCENTRATION_ABOVE_LIMIT);
    }
    return Share.covers(equity, exposure.gross(), initialE8)
        || deny(DenialReason.MARGIN_INSUFFICIENT);
  }

  private boolean deny(DenialReason reason) {
    denial = reason;
    return false;
  }
}
