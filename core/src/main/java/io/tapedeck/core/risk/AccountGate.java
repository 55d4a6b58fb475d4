package io.tapedeck.core.risk;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.DenialReason;
import io.tapedeck.core.order.TradingState;
import java.util.List;

/**
 * Stands between the decisions of a run and the venue, for all its instruments: the {@link
 * RiskGate} of each, and what is limited for the account as a whole.
 *
 * <p>What it answers follows from its arguments, the trading state and the session it was told, and
 * the times of the orders it has admitted. The order of checks: terms, trading state, hours, the
 * instrument's limits, open orders, rate, exposure and margin, cash. Cancels do not pass here.
 * Instruments share a currency.
 */
public final class AccountGate {
  private final RiskGate[] gates;
  private final OrderFlow flow;
  private final OrderRate rate;
  private final ExposureGate exposure;
  private final CashGate cash;
  private final BuyingPower.Kind kind;
  private TradingState state = TradingState.ACTIVE;
  private long openNanos = Long.MAX_VALUE;
  private long closeNanos = Long.MIN_VALUE;
  private DenialReason denial = DenialReason.SIZE_NOT_POSITIVE;

  public AccountGate(List<Instrument> instruments, RiskSpec spec) {
    Require.that(!instruments.isEmpty(), "an account gate needs at least one instrument");
    gates =
        instruments.stream()
            .map(instrument -> new RiskGate(instrument, spec.in(instrument)))
            .toArray(RiskGate[]::new);
    flow = spec.flow();
    rate = new OrderRate(flow.hasRate() ? flow.maxOrders() : 1, flow.windowNanos());
    BuyingPower power = spec.buyingPower();
    kind = power.kind();
    exposure =
        new ExposureGate(
            spec.exposure().in(instruments.get(0).currency()),
            Share.ofPpm(power.initialPpm()),
            new WorstExposure(instruments));
    cash = new CashGate(instruments, power.feeReserveBpsE4());
  }

  /** Only this much trading is allowed from now on. */
  public void become(TradingState next) {
    state = next;
  }

  public TradingState state() {
    return state;
  }

  /** Hours are counted from this session until the next one; both ends belong to it. */
  public void onSession(long sessionOpenNanos, long sessionCloseNanos) {
    openNanos = sessionOpenNanos;
    closeNanos = sessionCloseNanos;
  }

  /**
   * Whether an order may be sent now; if so it counts as sent, if not {@link #denial} says why.
   *
   * @param nowNanos never before that of an earlier call
   * @param limitTicks {@link Missing#VALUE} for an order without a limit
   * @param triggerTicks {@link Missing#VALUE} for an order without a stop or touch price
   */
  public boolean admits(
      long nowNanos,
      int instrument,
      Side side,
      long lots,
      long limitTicks,
      long triggerTicks,
      KnownAccount known) {
    boolean isAdmitted =
        admitsOrder(instrument, side, lots, limitTicks, triggerTicks, nowNanos, known)
            && admitsFlow(nowNanos, known.openOrders())
            && admitsAccount(instrument, side, lots, limitTicks, triggerTicks, known);
    if (isAdmitted && flow.hasRate()) {
      rate.count(nowNanos);
    }
    return isAdmitted;
  }

  /** Whether a venue would understand an order of this size at these prices. */
  public boolean admitsTerms(int instrument, long lots, long limitTicks, long triggerTicks) {
    RiskGate gate = gates[instrument];
    return gate.admitsTerms(lots, limitTicks, triggerTicks) || deny(gate.denial());
  }

  /**
   * Whether an order that may only make the position smaller may be sent now; if so it counts as
   * sent. It needs no room: it cannot exceed a limit of exposure, whatever becomes of it.
   *
   * @param nowNanos never before that of an earlier call
   */
  public boolean admitsReducing(
      long nowNanos,
      int instrument,
      long lots,
      long limitTicks,
      long triggerTicks,
      KnownAccount known) {
    boolean isAdmitted =
        admitsTerms(instrument, lots, limitTicks, triggerTicks)
            && (state != TradingState.HALTED || deny(DenialReason.TRADING_HALTED))
            && admitsFlow(nowNanos, known.openOrders());
    if (isAdmitted && flow.hasRate()) {
      rate.count(nowNanos);
    }
    return isAdmitted;
  }

  /** Why the last order that was not admitted was refused. */
  public DenialReason denial() {
    return denial;
  }

  private boolean admitsOrder(
      int instrument,
      Side side,
      long lots,
      long limitTicks,
      long triggerTicks,
      long nowNanos,
      KnownAccount known) {
    RiskGate gate = gates[instrument];
    if (!gate.admitsTerms(lots, limitTicks, triggerTicks)) {
      return deny(gate.denial());
    }
    long positionLots = known.lots(instrument);
    long workingLots =
        side == Side.BUY ? known.workingBuyLots(instrument) : known.workingSellLots(instrument);
    return admitsState(side, lots, positionLots, workingLots)
        && admitsHours(nowNanos)
        && (gate.admitsMeasure(
                side,
                lots,
                limitTicks,
                triggerTicks,
                positionLots,
                workingLots,
                known.priceTicks(instrument, side))
            || deny(gate.denial()));
  }

  private boolean admitsState(Side side, long lots, long positionLots, long workingLots) {
    if (state == TradingState.HALTED) {
      return deny(DenialReason.TRADING_HALTED);
    }
    return state == TradingState.ACTIVE
        || Reduction.isReducing(side, lots, positionLots, workingLots)
        || deny(DenialReason.TRADING_REDUCING);
  }

  private boolean admitsHours(long nowNanos) {
    if (!flow.hasHours()) {
      return true;
    }
    boolean isOpen = nowNanos >= openNanos && nowNanos <= closeNanos;
    boolean isLoud =
        isOpen
            && nowNanos - openNanos >= flow.quietAfterOpenNanos()
            && closeNanos - nowNanos >= flow.quietBeforeCloseNanos();
    return isLoud || deny(DenialReason.OUTSIDE_HOURS);
  }

  private boolean admitsFlow(long nowNanos, int openOrders) {
    if (openOrders >= flow.maxOpenOrders()) {
      return deny(DenialReason.OPEN_ORDERS_ABOVE_LIMIT);
    }
    return !flow.hasRate() || rate.hasRoom(nowNanos) || deny(DenialReason.RATE_ABOVE_LIMIT);
  }

  private boolean admitsAccount(
      int instrument,
      Side side,
      long lots,
      long limitTicks,
      long triggerTicks,
      KnownAccount known) {
    if (!exposure.admits(instrument, side, lots, known)) {
      return deny(exposure.denial());
    }
    return kind != BuyingPower.Kind.CASH
        || cash.admits(instrument, side, lots, limitTicks, triggerTicks, known)
        || deny(cash.denial());
  }

  private boolean deny(DenialReason reason) {
    denial = reason;
    return false;
  }
}
