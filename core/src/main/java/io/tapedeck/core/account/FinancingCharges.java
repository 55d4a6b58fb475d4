package io.tapedeck.core.account;

/**
 * What holding costs from one session's close to the next session, in money: a positive charge is
 * paid by the account, a negative one is received. Implementations allocate nothing.
 */
public interface FinancingCharges {
  /**
   * The charge on a position.
   *
   * @param instrument index in the run's universe
   * @param signedValue value at the close, in money; negative when short, never of a flat position
   * @param days calendar days from the session's date to the next session's; positive
   */
  long onPosition(int instrument, long signedValue, int days);

  /**
   * The charge on cash: negative where interest is earned.
   *
   * @param cash at the close, before this close's charges; of either sign
   * @param days as above
   */
  long onCash(long cash, int days);
}
