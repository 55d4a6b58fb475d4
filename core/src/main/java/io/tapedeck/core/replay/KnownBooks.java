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
  private long replacedId = OrderView.NO_ORDER;

  KnownBooks(
      KnownView known, Blotter blotter, List<Instrument> instruments, BuyingPower buyingPower) {
    this.known = known;
    this.blotter = blotter;
    reserve = new CashReserve(instruments, buyingPower);
  }

  /** Shows the account without this working order, which another is to replace; none is all. */
  void without(long orderId) {
    replacedId = orderId;
  }

  @Override
  public long lots(int instrument) {
    return known.account().lots(instrument);
  }

  @Override
  public long workingBuyLots(int instrument) {
    return blotter.working().of(Side.BUY, instrument) - replacedLots(Side.BUY, instrument);
  }

  @Override
  public long workingSellLots(int instrument) {
    return blotter.working().of(Side.SELL, instrument) - replacedLots(Side.SELL, instrument);
  }

  private long replacedLots(Side side, int instrument) {
    boolean isReplaced =
        replacedId != OrderView.NO_ORDER
            && blotter.order(replacedId).side() == side
            && blotter.instrument(replacedId) == instrument;
    return isReplaced ? blotter.knownLeavesLots(replacedId) : 0;
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
      if (id != replacedId && blotter.isKnownOpen(id) && blotter.status(id) != OrderStatus.DENIED) {
        reserve(id, blotter.order(id));
      }
    }
    return reserve.money(this);
  }

  private void reserve(long id, OrderView order) {
    if (order.side() == Side.BUY && !order.isReduceOnly()) {
      long known = blotter.knownPriceTicks(id);
      long priceTicks = known == 0 ? Missing.VALUE : known;
      reserve.onLeaves(order.instrument(), priceTicks, 0, blotter.knownLeavesLots(id));
    }
  }

  @Override
  public int openOrders() {
    return blotter.openOrders() - (replacedId == OrderView.NO_ORDER ? 0 : 1);
  }
}
