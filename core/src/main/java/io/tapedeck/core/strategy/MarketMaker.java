package io.tapedeck.core.strategy;

import io.tapedeck.core.account.PositionView;
import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.QuoteView;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.order.OrderSink;
import io.tapedeck.core.order.OrderStatus;
import java.math.BigDecimal;

/**
 * Quotes both sides with limit orders that never take: at the touch, or half a spread from the mid;
 * either way lower by a skew for each lot held, so that it sells sooner what it has too much of.
 * Quotes follow the market by amends, once they are off by more than a tolerance, and last for the
 * day. Position and quotes together never exceed the largest inventory.
 *
 * <p>Bids are rounded down and offers up to the price increment, and kept from crossing the touch.
 *
 * <p>Source: M. Avellaneda and S. Stoikov, "High-frequency trading in a limit order book",
 * Quantitative Finance 8(3), 217-224 (2008): the reservation price is linear in the inventory.
 */
public final class MarketMaker implements Strategy {
  /**
   * Parameters of one run.
   *
   * @param size of each quote, in units; positive
   * @param maxInventory largest position either way, in units; at least {@code size}
   * @param halfSpreadTicks from the mid to a quote, in ticks; not negative, 0 joins the touch
   * @param skewTicks by which both quotes are lower for each lot held; not negative
   * @param toleranceIncrements by which a quote may be off before it is amended; not negative
   * @param restMillis from one order or amend of a side to the next; not negative
   */
  public record Params(
      @Parameter(value = "size of each quote", unit = "units", range = "positive") BigDecimal size,
      @Parameter(value = "largest position", unit = "units", range = "at least size")
          BigDecimal maxInventory,
      @Parameter(
              value = "from the mid to a quote",
              unit = "ticks",
              range = "positive, or 0: at the touch",
              standard = "0")
          double halfSpreadTicks,
      @Parameter(
              value = "both quotes lower for each lot held",
              unit = "ticks",
              range = "not negative",
              standard = "0")
          double skewTicks,
      @Parameter(
              value = "how far off a quote may be",
              unit = "price increments",
              range = "not negative",
              standard = "0")
          int toleranceIncrements,
      @Parameter(
              value = "shortest time from one word of a side to the next",
              unit = "milliseconds",
              range = "not negative",
              standard = "0")
          int restMillis)
      implements StrategySpec {
    public Params {
      Require.that(size != null && size.signum() > 0, "size must be positive, was %s", size);
      Require.that(
          maxInventory != null && maxInventory.compareTo(size) >= 0,
          "maxInventory must be at least size (%s), was %s",
          size,
          maxInventory);
      requireTicks("halfSpreadTicks", halfSpreadTicks);
      requireTicks("skewTicks", skewTicks);
      Require.that(
          toleranceIncrements >= 0,
          "toleranceIncrements must not be negative, was %d",
          toleranceIncrements);
      Require.that(restMillis >= 0, "restMillis must not be negative, was %d", restMillis);
    }

    private static void requireTicks(String name, double ticks) {
      boolean isInRange = ticks >= 0 && ticks < Double.POSITIVE_INFINITY;
      Require.that(isInRange, "%s must not be negative, was %s", name, ticks);
    }

    @Override
    public Strategy create(Universe universe) {
      return new MarketMaker(this, universe);
    }
  }

  /** Makes it known as market-maker. */
  public static final class Provider implements StrategyProvider {
    @Override
    public String name() {
      return "market-maker";
    }

    @Override
    public String summary() {
      return "Quotes both sides post-only, skewed by inventory and within a largest one.";
    }

    @Override
    public Class<? extends StrategySpec> parameters() {
      return Params.class;
    }
  }

  private static final long MILLI_NANOS = 1_000_000L;

  private final Params params;
  private final long[] quoteLots;
  private final long[] maxLots;
  private final long[] step; // the price increment, in ticks
  private final MakerQuote[] bids;
  private final MakerQuote[] offers;

  private MarketMaker(Params params, Universe universe) {
    this.params = params;
    quoteLots = universe.orderLots(params.size());
    maxLots = universe.orderLots(params.maxInventory());
    step = new long[quoteLots.length];
    bids = new MakerQuote[quoteLots.length];
    offers = new MakerQuote[quoteLots.length];
    for (int i = 0; i < step.length; i++) {
      Instrument instrument = universe.instrument(i);
      Require.that(
          universe.hasQuotes(i),
          "a market maker needs quotes of %s, and the tape has none",
          instrument.symbol());
      step[i] = instrument.priceIncrementTicks();
      long toleranceTicks = step[i] * params.toleranceIncrements();
      long restNanos = params.restMillis() * MILLI_NANOS;
      bids[i] = new MakerQuote(Side.BUY, toleranceTicks, restNanos);
      offers[i] = new MakerQuote(Side.SELL, toleranceTicks, restNanos);
    }
  }

  @Override
  public void onQuote(QuoteView quote, PositionView position, OrderSink orders) {
    if (!quote.isTwoSided()) {
      return;
    }
    int i = quote.instrument();
    long held = position.lots();
    double centre = (double) quote.doubledMidTicks() / 2.0 - params.skewTicks() * (double) held;
    double half = params.halfSpreadTicks();
    if (half == 0) {
      half = (double) (quote.askTicks() - quote.bidTicks()) / 2.0;
    }
    long bid = step[i] * (long) Math.floor((centre - half) / (double) step[i]);
    long offer = step[i] * (long) Math.ceil((centre + half) / (double) step[i]);
    long nanos = quote.receiveTimeNanos();
    long highestBid = step[i] * Math.floorDiv(quote.askTicks() - 1, step[i]);
    long lowestOffer = step[i] * (Math.floorDiv(quote.bidTicks(), step[i]) + 1);
    bids[i].want(Math.min(bid, highestBid), room(i, held), nanos, orders);
    offers[i].want(Math.max(offer, lowestOffer), room(i, -held), nanos, orders);
  }

  /** Lots that a side may quote, given what its fills have made of the position. */
  private long room(int instrument, long heldItsWay) {
    return Math.min(quoteLots[instrument], maxLots[instrument] - heldItsWay);
  }

  @Override
  public void onFill(
      long orderId,
      Side side,
      long priceTicks,
      long lots,
      PositionView position,
      OrderSink orders) {
    for (int i = 0; i < step.length; i++) {
      bids[i].onFill(orderId, lots);
      offers[i].onFill(orderId, lots);
    }
  }

  @Override
  public void onOrder(long orderId, OrderStatus status, PositionView position, OrderSink orders) {
    for (int i = 0; i < step.length; i++) {
      bids[i].onOrder(orderId, status);
      offers[i].onOrder(orderId, status);
    }
  }
}
