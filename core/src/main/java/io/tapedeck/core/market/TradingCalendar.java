package io.tapedeck.core.market;

import java.time.LocalDate;
import java.util.List;

/** When an exchange trades. */
public interface TradingCalendar {
  /** XNYS, FX or 24/7, as instruments name it. */
  String name();

  /** The sessions of these dates, both included, in order; none on holidays. */
  List<Session> sessions(LocalDate first, LocalDate last);

  /**
   * The session date an event belongs to, in or out of regular hours; a date on which nothing
   * should trade is kept as the local date.
   */
  LocalDate sessionDate(long nanos);

  /** Sessions in a usual year, to annualise by: 252, 260 or 365. */
  int sessionsPerYear();
}
