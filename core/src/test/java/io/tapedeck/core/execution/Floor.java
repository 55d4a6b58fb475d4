package io.tapedeck.core.execution;

import io.tapedeck.core.cost.FeeModel;
import io.tapedeck.core.cost.NoFees;
import io.tapedeck.core.fixture.Instruments;
import io.tapedeck.core.market.Auction;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.market.Universe.Listing;
import io.tapedeck.core.order.CancelReason;
import io.tapedeck.core.order.FillPermit;
import io.tapedeck.core.order.OrderListener;
import io.tapedeck.core.order.OrderTerms;
import io.tapedeck.core.order.ReplaceReason;
import java.util.List;

/**
 * A venue with one share on it, and a clock that goes one nanosecond on with each event or command.
 * Prices are in ticks, sizes in lots; the first order is number 1.
 */
final class Floor {
  static final long NONE = Missing.VALUE;

  private final Listing listing;
  private ExecutionSpec spec = ExecutionSpec.STANDARD;
  private boolean isMatchingOnArrival;
  private SlippageSpec slippage = new NoSlippage();
  private FillPermit permit = FillPermit.ALL;
  private Aftermath aftermath = Aftermath.NONE;
  private final Heard heard = new Heard();
  private OrderListener listener = heard;
  private Venue venue;
  private long nanos;
  private long orders;

  private Floor(boolean hasQuotes, boolean hasAuctions) {
    listing = new Listing(Instruments.share("XYZ"), hasQuotes, true, false, hasAuctions, "");
  }

  /** With quotes and trades on the tape. */
  static Floor quoted() {
    return new Floor(true, false);
  }

  /** With trades only. */
  static Floor printed() {
    return new Floor(false, false);
  }

  /** With quotes and trades, of which the official ones are flagged. */
  static Floor flagged() {
    return new Floor(true, true);
  }

  Floor with(ExecutionSpec newSpec) {
    spec = newSpec;
    return this;
  }

  /** Arriving orders meet the standing book. */
  Floor matchingOnArrival() {
    isMatchingOnArrival = true;
    return this;
  }

  Floor slipping(long bps) {
    slippage = new SlippageBps(bps * 10_000);
    return this;
  }

  Floor permitting(FillPermit newPermit) {
    permit = newPermit;
    return this;
  }

  Floor followedBy(Aftermath newAftermath) {
    aftermath = newAftermath;
    return this;
  }

  Floor telling(OrderListener newListener) {
    listener = newListener;
    return this;
  }

  Venue venue() {
    if (venue == null) {
      Universe universe = new Universe(List.of(listing));
      FeeModel[] fees = {new NoFees().in(listing.instrument())};
      SlippageModel[] slippages = {slippage.in(listing.instrument(), 7)};
      venue =
          new Venue(
              universe,
              spec,
              isMatchingOnArrival,
              slippages,
              fees,
              7,
              permit,
              aftermath,
              listener,
              PointListener.NONE);
    }
    return venue;
  }

  long nanos() {
    return nanos;
  }

  List<String> lines() {
    return heard.lines();
  }

  List<String> accepted() {
    return heard.accepted();
  }

  static OrderTerms buy(long lots) {
    return new OrderTerms().of(0, 0, Side.BUY, lots);
  }

  static OrderTerms sell(long lots) {
    return new OrderTerms().of(0, 0, Side.SELL, lots);
  }

  Floor quote(long bidTicks, long bidLots, long askTicks, long askLots) {
    venue().onQuote(0, ++nanos, bidTicks, bidLots, askTicks, askLots);
    return this;
  }

  Floor print(long ticks, long lots, int aggressor) {
    return print(ticks, lots, aggressor, Auction.NONE);
  }

  Floor print(long ticks, long lots, int aggressor, byte auction) {
    venue().onTrade(0, ++nanos, ticks, lots, aggressor, auction);
    return this;
  }

  Floor send(OrderTerms order) {
    venue().arrive(++nanos, ++orders, order);
    return this;
  }

  Floor release(OrderTerms order) {
    venue().release(++nanos, ++orders, order);
    return this;
  }

  Floor cancel(long orderId, Side side) {
    venue().cancel(++nanos, orderId, 0, side, CancelReason.REQUESTED);
    return this;
  }

  Floor amend(long orderId, Side side, long lots, long limitTicks, long triggerTicks) {
    venue()
        .amend(++nanos, orderId, 0, side, lots, limitTicks, triggerTicks, ReplaceReason.REQUESTED);
    return this;
  }

  Floor open() {
    venue().openSession(++nanos, Long.MAX_VALUE);
    return this;
  }

  Floor close() {
    venue().closeSession(++nanos);
    return this;
  }

  Floor endAuctions() {
    venue().endAuctions(++nanos);
    return this;
  }

  Floor expire() {
    venue().expire(++nanos);
    return this;
  }
}
