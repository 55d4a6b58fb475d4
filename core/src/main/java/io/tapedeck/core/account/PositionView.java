package io.tapedeck.core.account;

/** What the trader knows of one instrument's position: as reported, never ahead of its reports. */
public interface PositionView {
  /** Signed: positive when long. */
  long lots();

  /** Signed lots of orders sent and not known to be done. */
  long workingLots();

  /** Cash of the account, as reported. */
  long cash();

  /** The view of another instrument of the run. */
  PositionView of(int instrument);
}
