package io.tapedeck.jobs.report;

import io.tapedeck.core.account.DailyEquity;
import io.tapedeck.core.market.Currency;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Money and session closes to test with, in dollars. */
public final class Books {
  private Books() {}

  public static long usd(String amount) {
    return Currency.USD.money(new BigDecimal(amount));
  }

  /** A session that closes with this equity, all of it in cash; fees 12.34 so far, 5,000 traded. */
  public static DailyEquity day(String date, String equity) {
    return new DailyEquity(
        LocalDate.parse(date), usd(equity), usd(equity), 0, usd("12.34"), usd("5000"), 1, 2);
  }
}
