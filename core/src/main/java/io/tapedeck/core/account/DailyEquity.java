package io.tapedeck.core.account;

import java.time.LocalDate;

/**
 * The books at one session close, in money. {@code cash + basis = start + realised − fees −
 * financing}.
 *
 * @param date session date
 * @param equity cash plus the value of positions at the mark
 * @param cash cash
 * @param realised realised profit since the start, before fees and financing
 * @param fees fees since the start
 * @param notionalTraded notional of all fills of the session
 * @param openNanos nanoseconds of the session during which any position was open
 * @param sessionNanos length of the session in nanoseconds
 * @param financing financing paid since the start, this close's included; negative if received
 */
public record DailyEquity(
    LocalDate date,
    long equity,
    long cash,
    long realised,
    long fees,
    long notionalTraded,
    long openNanos,
    long sessionNanos,
    long financing) {
  /** A session of an account that pays no financing. */
  public DailyEquity(
      LocalDate date,
      long equity,
      long cash,
      long realised,
      long fees,
      long notionalTraded,
      long openNanos,
      long sessionNanos) {
    this(date, equity, cash, realised, fees, notionalTraded, openNanos, sessionNanos, 0);
  }
}
