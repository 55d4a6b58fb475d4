package io.tapedeck.core.execution;

import static io.tapedeck.core.Allocation.A_FEW_OBJECTS_BYTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.Allocation;
import io.tapedeck.core.cost.FeeModel;
import io.tapedeck.core.cost.NoFees;
import io.tapedeck.core.fixture.Instruments;
import io.tapedeck.core.market.BarColumns;
import io.tapedeck.core.market.BarPrice;
import io.tapedeck.core.market.EventKind;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.market.Universe.Listing;
import io.tapedeck.core.order.FillPermit;
import io.tapedeck.core.order.Liquidity;
import io.tapedeck.core.order.OrderListener;
import io.tapedeck.core.order.OrderTerms;
import io.tapedeck.core.order.OrderType;
import io.tapedeck.core.order.TimeInForce;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many thousands of bars and orders cost the venue no more objects than a few do. */
class BarVenueAllocationTest {
  private static final long ROUNDS = 10_000;
  private static final long LENGTH = 60;

  private final BarColumns bars = new BarColumns(EventKind.BAR_OPEN, 2);
  private final OrderTerms order = new OrderTerms();
  private long fills;
  private long triggers;
  private long points;
  private long nanos;
  private long id;

  private Venue venue(BarFillSpec spec) {
    Listing share = new Listing(Instruments.share("XYZ"), false, false, true, false, "");
    FeeModel[] fees = {new NoFees().in(share.instrument())};
    OrderListener counting =
        new OrderListener() {
          @Override
          public void onTriggered(long timeNanos, long orderId) {
            triggers++;
          }

          @Override
          public void onFilled(
              long timeNanos,
              long orderId,
              int instrument,
              Side side,
              long priceTicks,
              long lots,
              long slippageTicks,
              long fee,
              Liquidity liquidity,
              long leavesLots) {
            fills++;
          }
        };
    return new Venue(
        new Universe(List.of(share)),
        ExecutionSpec.STANDARD.withBars(spec),
        false,
        new SlippageModel[] {new SlippageBps(10_000).in(share.instrument(), 7)},
        fees,
        7,
        FillPermit.ALL,
        Aftermath.NONE,
        counting,
        (instrument, time, doubledTicks) -> points++);
  }

  private void send(Venue venue, OrderTerms terms) {
    venue.arrive(nanos, ++id, terms);
  }

  private void add(BarPrice price, long spread) {
    bars.add(
        0,
        0,
        0,
        nanos,
        nanos + LENGTH,
        Missing.VALUE,
        price,
        1_000 + spread,
        1_010 + spread,
        990 + spread,
        1_005 + spread,
        400);
  }

  private void work(Venue venue, BarPrice price) {
    for (long round = 0; round < ROUNDS; round++) {
      venue.openSession(nanos, nanos + LENGTH);
      send(venue, order.of(0, 0, Side.BUY, 5).lasting(TimeInForce.AT_THE_OPENING, 0));
      send(venue, order.of(0, 0, Side.SELL, 5).lasting(TimeInForce.AT_THE_CLOSE, 0));
      send(venue, order.of(0, 0, Side.BUY, 9));
      send(venue, order.of(0, 0, Side.BUY, 9).typed(OrderType.LIMIT).limit(995));
      send(venue, order.of(0, 0, Side.SELL, 3).typed(OrderType.STOP).trigger(994));
      send(venue, order.of(0, 0, Side.SELL, 3).typed(OrderType.TRAILING_STOP).trail(3, 0));
      bars.clear();
      add(price, 0);
      venue.onBarOpen(bars, 0, 0);
      if (price == BarPrice.BID) {
        add(BarPrice.ASK, 2);
        venue.onBarOpen(bars, 1, 0);
      }
      nanos += LENGTH;
      venue.closeSession(nanos);
      while (venue.nextPointNanos() <= nanos) {
        venue.onPoint(venue.nextPointNanos());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NEXT_OPEN,   TOUCH,       OHLC,        LAST",
    "SAME_CLOSE,  PENETRATE,   OLHC,        BID",
    "NEXT_CLOSE,  PROBABILITY, ADAPTIVE,    BID",
    "MID,         TOUCH,       PESSIMISTIC, LAST",
    "RANDOM,      PROBABILITY, OHLC,        MID"
  })
  void whateverTheModes(BarMarketMode market, BarLimitMode limit, BarPath path, BarPrice price) {
    double probability = limit == BarLimitMode.PROBABILITY ? 0.5 : 1;
    Venue venue = venue(new BarFillSpec(market, limit, probability, path));
    work(venue, price); // loads classes, compiles, grows queues to their working size

    assertThat(fills).isGreaterThan(4 * ROUNDS);
    assertThat(triggers).isGreaterThan(ROUNDS);
    assertThat(points).isGreaterThanOrEqualTo(4 * ROUNDS);
    assertThat(Allocation.bytes(() -> work(venue, price))).isLessThan(A_FEW_OBJECTS_BYTES);
  }
}
