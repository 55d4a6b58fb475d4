package io.tapedeck.jobs.result;

import io.tapedeck.core.market.Currency;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.order.OrderStatus;
import io.tapedeck.core.order.RiskListener;
import io.tapedeck.core.order.RiskReason;
import io.tapedeck.core.replay.OrderRecord;
import io.tapedeck.core.replay.RiskRecord;
import io.tapedeck.core.replay.RunRecorder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An order that the gate refused, or a deed of a guard.
 *
 * @param nanos when
 * @param event DENIED, or what the guard did
 * @param orderId the order; 0 where a guard acted
 * @param symbol instrument; empty for the whole account
 * @param reason why
 * @param measured what a guard found, in currency, seconds or sessions; null for a refusal
 * @param limit what it was held against, likewise
 */
public record RiskLine(
    long nanos,
    String event,
    long orderId,
    String symbol,
    String reason,
    BigDecimal measured,
    BigDecimal limit) {
  private static final int NANOS_DECIMALS = 9;

  /** All of a run, by time; at one instant refusals first, then in the order they happened. */
  public static List<RiskLine> of(RunRecorder recorder, Universe universe) {
    List<RiskLine> lines = new ArrayList<>();
    for (OrderRecord order : recorder.orders()) {
      if (order.status() == OrderStatus.DENIED) {
        lines.add(denied(order, universe));
      }
    }
    recorder.riskEvents().forEach(deed -> lines.add(guarded(deed, universe)));
    lines.sort(Comparator.comparingLong(RiskLine::nanos));
    return lines;
  }

  private static RiskLine denied(OrderRecord order, Universe universe) {
    return new RiskLine(
        order.sentNanos(),
        OrderStatus.DENIED.name(),
        order.orderId(),
        universe.instrument(order.instrument()).symbol(),
        order.reason(),
        null,
        null);
  }

  private static RiskLine guarded(RiskRecord deed, Universe universe) {
    Currency currency = universe.instrument(0).currency();
    boolean isOfAccount = deed.instrument() == RiskListener.ACCOUNT;
    return new RiskLine(
        deed.nanos(),
        deed.event().name(),
        0,
        isOfAccount ? "" : universe.instrument(deed.instrument()).symbol(),
        deed.reason().name(),
        amount(deed.reason(), deed.measured(), currency),
        amount(deed.reason(), deed.limit(), currency));
  }

  private static BigDecimal amount(RiskReason reason, long value, Currency currency) {
    BigDecimal amount =
        switch (reason) {
          case TIME_STOP_REACHED -> BigDecimal.valueOf(value, NANOS_DECIMALS);
          case SESSION_STOP_REACHED, SESSION_OPENED -> BigDecimal.valueOf(value);
          default -> currency.amount(value);
        };
    return amount.setScale(RunRows.MONEY_DECIMALS, RoundingMode.UNNECESSARY);
  }
}
