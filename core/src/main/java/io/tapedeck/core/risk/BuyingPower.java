package io.tapedeck.core.risk;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.describe.Setting;
import java.io.Serializable;

/**
 * What the kind of account lets an order spend, in plain numbers.
 *
 * @param kind of account
 * @param initialPpm of {@link Kind#MARGIN}: equity required for each unit of exposure, in parts in
 *     a million; from 1 to 1 000 000 there, else zero
 * @param feeReserveBpsE4 of {@link Kind#CASH}: put aside for fees of a buy, in 1e-4 basis points of
 *     its notional; from 0 to 100 000 000
 */
public record BuyingPower(
    Kind kind,
    long initialPpm,
    @Setting(
            value = "put aside for fees of a buy in a cash account",
            unit = "basis points",
            range = "from 0 to 10000, 4 decimals")
        long feeReserveBpsE4)
    implements Serializable {
  /** Kinds of account. */
  public enum Kind {
    /** Spends what it likes. */
    UNCONSTRAINED,
    /** Buys with known cash less what working buys may spend; sells what it is known to hold. */
    CASH,
    /** Known equity covers the initial requirement of the worst-case positions. */
    MARGIN
  }

  public static final BuyingPower UNCONSTRAINED = new BuyingPower(Kind.UNCONSTRAINED, 0, 0);

  private static final long MILLION = 1_000_000L;

  public BuyingPower {
    Require.that(
        kind == Kind.MARGIN ? initialPpm > 0 && initialPpm <= MILLION : initialPpm == 0,
        "initial margin of a %s account must be %s ppm, was %d",
        kind,
        kind == Kind.MARGIN ? "from 1 to 1000000" : "0",
        initialPpm);
    Require.that(
        feeReserveBpsE4 >= 0 && feeReserveBpsE4 <= Share.WHOLE_E8,
        "fee reserve must be from 0 to 10000 bps, was %d e-4 bps",
        feeReserveBpsE4);
  }

  public static BuyingPower cash(long feeReserveBpsE4) {
    return new BuyingPower(Kind.CASH, 0, feeReserveBpsE4);
  }

  public static BuyingPower margin(long initialPpm) {
    return new BuyingPower(Kind.MARGIN, initialPpm, 0);
  }
}
