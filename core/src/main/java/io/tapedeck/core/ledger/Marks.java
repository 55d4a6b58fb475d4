package io.tapedeck.core.ledger;

import io.tapedeck.core.account.MarkRule;
import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Universe;
import java.util.Arrays;

/**
 * At which price each instrument's position is valued, doubled so that a mid is a whole number.
 *
 * <p>A long and a short position may have different prices. Until the tape gives one, the price of
 * the last fill of the instrument serves: a position always has a price, never a rate of 1.
 */
public final class Marks {
  private final MarkRule[] rules;
  private final long[] doubledLong;
  private final long[] doubledShort;
  private final long[] doubledFill;

  /**
   * No marks yet.
   *
   * @throws IllegalArgumentException if the rule needs quotes or trades an instrument does not have
   */
  public Marks(MarkRule rule, Universe universe) {
    rules = new MarkRule[universe.size()];
    for (int i = 0; i < rules.length; i++) {
      rules[i] = resolved(rule, universe, i);
    }
    doubledLong = missing();
    doubledShort = missing();
    doubledFill = missing();
  }

  private static MarkRule resolved(MarkRule rule, Universe universe, int instrument) {
    boolean hasQuotes = universe.hasQuotes(instrument);
    if (universe.isFilledByBars(instrument)) {
      return MarkRule.AUTO; // the points of its bars are its marks, whatever the rule
    }
    if (rule == MarkRule.AUTO) {
      return hasQuotes ? MarkRule.MID : MarkRule.LAST;
    }
    boolean isFed = rule == MarkRule.LAST ? universe.hasTrades(instrument) : hasQuotes;
    Require.that(
        isFed,
        "mark %s needs %s of %s and the tape has none; use AUTO",
        rule,
        rule == MarkRule.LAST ? "trades" : "quotes",
        universe.instrument(instrument).symbol());
    return rule;
  }

  private long[] missing() {
    long[] column = new long[rules.length];
    Arrays.fill(column, Missing.VALUE);
    return column;
  }

  /** Hears a new touch; a side that is absent is {@link Missing#VALUE}. */
  public void onQuote(int instrument, long bidTicks, long askTicks) {
    MarkRule rule = rules[instrument];
    if (rule == MarkRule.MID) {
      if (!Missing.is(bidTicks) && bidTicks <= askTicks) {
        set(instrument, bidTicks + askTicks);
      }
    } else if (rule == MarkRule.LIQUIDATION) {
      if (!Missing.is(bidTicks)) {
        doubledLong[instrument] = 2 * bidTicks;
      }
      if (!Missing.is(askTicks)) {
        doubledShort[instrument] = 2 * askTicks;
      }
    }
  }

  /** Hears a print. */
  public void onTrade(int instrument, long priceTicks) {
    if (rules[instrument] == MarkRule.LAST) {
      set(instrument, 2 * priceTicks);
    }
  }

  /** Hears a point of a bar, in an instrument without ticks: twice its price. */
  public void onPoint(int instrument, long doubledTicks) {
    set(instrument, doubledTicks);
  }

  /** Twice the last price a long position is valued at; {@link Missing#VALUE} before the first. */
  public long doubledTicks(int instrument) {
    return doubledLong[instrument];
  }

  /** Hears a fill of ours. */
  public void onFill(int instrument, long priceTicks) {
    doubledFill[instrument] = 2 * priceTicks;
  }

  private void set(int instrument, long doubledTicks) {
    doubledLong[instrument] = doubledTicks;
    doubledShort[instrument] = doubledTicks;
  }

  /** The doubled price of a position of this sign. */
  long doubledTicks(int instrument, long signedLots) {
    long mark = signedLots > 0 ? doubledLong[instrument] : doubledShort[instrument];
    return Missing.is(mark) ? doubledFill[instrument] : mark;
  }

  /**
   * The doubled price of several strategies' positions that net to these lots: that of the net, and
   * where it is flat the middle of a long position's and a short one's.
   */
  long doubledTicksOfNet(int instrument, long netLots) {
    if (netLots != 0) {
      return doubledTicks(instrument, netLots);
    }
    // whole: the two are the same price, or twice a bid and twice an offer
    return (doubledTicks(instrument, 1) + doubledTicks(instrument, -1)) / 2;
  }

  /** Whether the tape never gave a price for some instrument. */
  public boolean isAnyNeverMarked() {
    for (int i = 0; i < rules.length; i++) {
      if (Missing.is(doubledLong[i]) && Missing.is(doubledShort[i])) {
        return true;
      }
    }
    return false;
  }
}
