package io.tapedeck.core.account;

/** What the trader knows of one instrument's position: as reported, never ahead of its reports. */
public interface PositionView {
  /** Signed: positive when long. */
  long lots();

  /** Signed lots of orders sent and not known to be done. */
  long workingLots();

  /** Cash of the account, as reported. */
  long cash();

  /** Average entry price of the position in ticks, as reported; NaN when flat. */
  double averageTicks();

  /**
   * Equity of the account as known: reported cash and positions, at the last delivered prices; a
   * position without one counts at its average entry price.
   */
  long equity();

  /** The view of another instrument of the run. */
  PositionView of(int instrument);
}
