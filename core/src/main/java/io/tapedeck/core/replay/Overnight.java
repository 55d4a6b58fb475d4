package io.tapedeck.core.replay;

import io.tapedeck.core.account.FinancingCharges;
import io.tapedeck.core.cost.FinancingModel;
import io.tapedeck.core.cost.FinancingSpec;
import io.tapedeck.core.ledger.Books;
import io.tapedeck.core.market.Session;
import java.time.LocalDate;
import java.util.List;

/**
 * Charges what is held over night, at the close of each session but the last: nothing is known of
 * how long the last night is.
 */
final class Overnight implements FinancingCharges {
  private final FinancingModel model;
  private final boolean isFree;
  private final Books books;
  private final ReportQueue reports;
  private final List<Session> sessions;
  private int index;

  Overnight(FinancingSpec spec, Books books, ReportQueue reports, List<Session> sessions) {
    model = spec.model();
    isFree = spec.isNone();
    this.books = books;
    this.reports = reports;
    this.sessions = sessions;
  }

  /** A session's books are about to close. */
  void charge(Session session, long nanos) {
    index++;
    if (isFree || index == sessions.size()) {
      return;
    }
    LocalDate next = sessions.get(index).date();
    long before = books.ledger().cash();
    books.chargeFinancing(session, next, this);
    long charge = Math.subtractExact(before, books.ledger().cash());
    if (charge != 0) {
      reports.addCharge(nanos, charge);
    }
  }

  @Override
  public long onPosition(int instrument, long signedValue, int days) {
    return model.charge(signedValue, days);
  }

  @Override
  public long onCash(long cash, int days) {
    return model.cashCharge(cash, days);
  }
}
