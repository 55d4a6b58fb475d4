package io.tapedeck.core.replay;

import io.tapedeck.core.blotter.Blotter;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.OrderStatus;
import io.tapedeck.core.order.OrderView;
import io.tapedeck.core.risk.BuyingPower;
import io.tapedeck.core.risk.CashReserve;
import io.tapedeck.core.risk.KnownAccount;
import java.util.List;

/** The account as the gate asks for it: what was reported, and what is working. */
final class KnownBooks implements KnownAccount {
  private final KnownView known;
  private final Blotter blotter;
  private final CashReserve reserve;

  KnownBooks(
      KnownView known, Blotter blotter, List<Instrument> instruments, BuyingPower buyingPower) {
    this.known = known;
    this.blotter = blotter;
    reserve = new CashReserve(instruments, buyingPower);
  }

  @Override
  public long lots(int instrument) {
    return known.account().lots(instrument);
  }

  @Override
  public long workingBuyLots(int instrument) {
    return blotter.working().of(Side.BUY, instrument);
  }

  @Override
  public long workingSellLots(int instrument) {
    return blotter.working().of(Side.SELL, instrument);
  }

  @Override
  public long priceTicks(int instrument, Side side) {
    return known.priceTicks(instrument, side);
  }

  @Override
  public long doubledTicks(int instrument) {
    return known.doubledTicks(instrument);
  }

  @Override
  public long cash() {
    return known.cash();
  }

  @Override
  public long equity() {
    return known.equity();
  }

  /** Asked for by cash accounts only, once an order: what is open is gone through. */
  @Override
  public long reservedCash() {
    reserve.clear();
    for (long id = blotter.oldestId(); id < blotter.nextId(); id++) {
      if (blotter.isKnownOpen(id) && blotter.status(id) != OrderStatus.DENIED) {
        reserve(id, blotter.order(id));
      }
    }
    return reserve.money(this);
  }

  private void reserve(long id, OrderView order) {
    if (order.side() == Side.BUY && !order.isReduceOnly()) {
      long trigger = order.triggerTicks() == 0 ? Missing.VALUE : order.triggerTicks();
      long priceTicks = order.type().hasLimit() ? order.limitTicks() : trigger;
      reserve.onLeaves(order.instrument(), priceTicks, 0, blotter.knownLeavesLots(id));
    }
  }

  @Override
  public int openOrders() {
    return blotter.openOrders();
  }
}
