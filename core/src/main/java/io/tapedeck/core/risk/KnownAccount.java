package io.tapedeck.core.risk;

import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Side;

/**
 * What the trader knows of the account when it decides: as reported and delivered, never ahead of
 * it. {@link Missing#VALUE} is what is not known.
 */
public interface KnownAccount {
  /** Signed lots. */
  long lots(int instrument);

  /** Lots that working buys may still fill; not negative. */
  long workingBuyLots(int instrument);

  /** Lots that working sells may still fill; not negative. */
  long workingSellLots(int instrument);

  /** The price an order of this side would meet: the touch it would take, else the last trade. */
  long priceTicks(int instrument, Side side);

  /** Twice the price at which a position is valued. */
  long doubledTicks(int instrument);

  /** Money. */
  long cash();

  /** Money: cash and the value of all positions. */
  long equity();

  /** Money that working buys may still spend, see {@link CashReserve}. */
  long reservedCash();

  /** Orders sent and not known to be done. */
  int openOrders();
}
