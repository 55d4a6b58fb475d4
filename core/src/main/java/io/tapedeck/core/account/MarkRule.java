package io.tapedeck.core.account;

import io.tapedeck.core.describe.Model;

/** At which price a position is valued. */
public enum MarkRule {
  /** {@link #MID} where the tape has quotes of the instrument, else {@link #LAST}. */
  @Model("The mid where the tape has quotes, else the last trade.")
  AUTO,
  /** The last trade. */
  @Model("The last trade.")
  LAST,
  /** The middle of the last two-sided quote. */
  @Model("The middle of the last two-sided quote.")
  MID,
  /** What closing would pay: the bid for a long position, the offer for a short one. */
  @Model("What closing would pay: the bid when long, the offer when short.")
  LIQUIDATION
}
