package io.tapedeck.core.risk;

import io.tapedeck.core.market.Currency;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Side;
import java.math.BigDecimal;
import java.util.Arrays;

/** A known account that a test writes down; nothing is held, worked, priced or owned at first. */
final class Known implements KnownAccount {
  final long[] lots;
  final long[] workingBuys;
  final long[] workingSells;
  final long[] ticks;
  long cash;
  long equity = Missing.VALUE;
  long reservedCash;
  int openOrders;

  Known(int instruments) {
    lots = new long[instruments];
    workingBuys = new long[instruments];
    workingSells = new long[instruments];
    ticks = new long[instruments];
    Arrays.fill(ticks, Missing.VALUE);
  }

  static long usd(String amount) {
    return Currency.USD.money(new BigDecimal(amount));
  }

  Known holds(int instrument, long signedLots) {
    lots[instrument] = signedLots;
    return this;
  }

  Known works(int instrument, long buyLots, long sellLots) {
    workingBuys[instrument] = buyLots;
    workingSells[instrument] = sellLots;
    return this;
  }

  Known at(int instrument, long priceTicks) {
    ticks[instrument] = priceTicks;
    return this;
  }

  Known equity(String amount) {
    equity = usd(amount);
    return this;
  }

  Known cash(String amount) {
    cash = usd(amount);
    return this;
  }

  Known reserved(String amount) {
    reservedCash = usd(amount);
    return this;
  }

  @Override
  public long lots(int instrument) {
    return lots[instrument];
  }

  @Override
  public long workingBuyLots(int instrument) {
    return workingBuys[instrument];
  }

  @Override
  public long workingSellLots(int instrument) {
    return workingSells[instrument];
  }

  @Override
  public long priceTicks(int instrument, Side side) {
    return ticks[instrument];
  }

  @Override
  public long doubledTicks(int instrument) {
    return Missing.is(ticks[instrument]) ? Missing.VALUE : 2 * ticks[instrument];
  }

  @Override
  public long cash() {
    return cash;
  }

  @Override
  public long equity() {
    return equity;
  }

  @Override
  public long reservedCash() {
    return reservedCash;
  }

  @Override
  public int openOrders() {
    return openOrders;
  }
}
