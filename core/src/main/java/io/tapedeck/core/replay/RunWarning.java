package io.tapedeck.core.replay;

/** An optimistic assumption of a run, or a gap in what it knew; part of its result. */
public enum RunWarning {
  NO_FEES("no fees are charged"),
  NO_SLIPPAGE("fills that take liquidity pay no slippage"),
  NO_LATENCY("orders and data travel in no time"),
  NO_MARGIN_MODEL("cash does not limit positions: there is no margin model"),
  NO_FINANCING("holding positions and borrowing over night cost nothing"),
  SAME_BAR_FILLS("market orders fill at the close of the very bar they were decided on"),
  TOUCH_FILLS("limit orders fill when a bar only touches them"),
  SLIPPAGE_WITHOUT_QUOTES("slippage by the spread is nothing where no quote is known"),
  SLIPPAGE_WITHOUT_VOLUME("slippage by volume assumes its limit where no volume is known"),
  UNLIMITED_SIZE("the tape shows no size: fills are not limited by displayed size"),
  UNKNOWN_AGGRESSOR(
      "some trades tell neither aggressor nor quote: they fill no resting limit order"),
  NO_TRADES("the run made no trade"),
  NEVER_MARKED("an instrument of the run was never marked"),
  DEFAULT_INSTRUMENT("an instrument is not in the instruments table: default units are used"),
  UNKNOWN_CALENDAR("no calendar is known for an instrument: its sessions are UTC days");

  private final String sentence;

  RunWarning(String sentence) {
    this.sentence = sentence;
  }

  public String sentence() {
    return sentence;
  }
}
