package io.tapedeck.core.account;

/** At which price a position is valued. */
public enum MarkRule {
  /** {@link #MID} where the tape has quotes of the instrument, else {@link #LAST}. */
  AUTO,
  /** The last trade. */
  LAST,
  /** The middle of the last two-sided quote. */
  MID,
  /** What closing would pay: the bid for a long position, the offer for a short one. */
  LIQUIDATION
}
