package io.tapedeck.core.execution;

import static io.tapedeck.core.Allocation.A_FEW_OBJECTS_BYTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.Allocation;
import io.tapedeck.core.cost.FeeModel;
import io.tapedeck.core.cost.NoFees;
import io.tapedeck.core.fixture.Instruments;
import io.tapedeck.core.market.Auction;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.order.CancelReason;
import io.tapedeck.core.order.FillPermit;
import io.tapedeck.core.order.Liquidity;
import io.tapedeck.core.order.OrderListener;
import io.tapedeck.core.order.OrderTerms;
import io.tapedeck.core.order.OrderType;
import io.tapedeck.core.order.ReplaceReason;
import io.tapedeck.core.order.TimeInForce;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many thousands of events and orders cost the venue no more objects than a few do. */
class VenueAllocationTest {
  private static final long ROUNDS = 5_000;

  /** Counts, so that there is something to check before anything is measured. */
  private static final class Counting implements OrderListener {
    private long fills;
    private long triggers;
    private long tooLate;
    private long expired;

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

    @Override
    public void onTriggered(long timeNanos, long orderId) {
      triggers++;
    }

    @Override
    public void onCancelRejected(long timeNanos, long orderId) {
      tooLate++;
    }

    @Override
    public void onExpired(long timeNanos, long orderId, long leavesLots) {
      expired++;
    }
  }

  private final Counting heard = new Counting();
  private final OrderTerms order = new OrderTerms();
  private long nanos;
  private long id;

  private Venue venue(ExecutionSpec spec) {
    Universe universe = Instruments.quoted(Instruments.share("XYZ"));
    FeeModel[] fees = {new NoFees().in(universe.instrument(0))};
    SlippageModel[] slippages = {new SlippageBps(10_000).in(Instruments.share("XYZ"), 7)};
    return new Venue(
        universe,
        spec,
        true,
        slippages,
        fees,
        7,
        FillPermit.ALL,
        Aftermath.NONE,
        heard,
        PointListener.NONE);
  }

  private void send(Venue venue, OrderTerms terms) {
    venue.arrive(++nanos, ++id, terms);
  }

  private void work(Venue venue) {
    for (long round = 0; round < ROUNDS; round++) {
      venue.openSession(++nanos, Long.MAX_VALUE);
      send(venue, order.of(0, 0, Side.BUY, 5).lasting(TimeInForce.AT_THE_OPENING, 0));
      venue.onQuote(0, ++nanos, 9_999, 5 + round % 7, 10_001, 5 + round % 5);
      send(venue, order.of(0, 0, Side.BUY, 9));
      send(venue, order.of(0, 0, Side.BUY, 9).typed(OrderType.LIMIT).limit(9_999).postOnly());
      send(venue, order.of(0, 0, Side.SELL, 3).typed(OrderType.STOP).trigger(9_995));
      send(venue, order.of(0, 0, Side.SELL, 3).typed(OrderType.TRAILING_STOP).trail(3, 0));
      venue.amend(++nanos, id - 2, 0, Side.BUY, 8, 9_999, 0, ReplaceReason.REQUESTED);
      venue.onTrade(0, ++nanos, 9_999, 9, -1, Auction.NONE);
      venue.onTrade(0, ++nanos, 9_998, 3, -1, Auction.NONE);
      venue.onQuote(0, ++nanos, 9_999, 2, 10_003, 50);
      venue.onTrade(0, ++nanos, 9_990, 3, 1, Auction.NONE);
      venue.onQuote(0, ++nanos, 9_990, 50, 9_994, 50);
      venue.cancel(++nanos, id - 2, 0, Side.BUY, CancelReason.REQUESTED);
      send(venue, order.of(0, 0, Side.SELL, 2).lasting(TimeInForce.AT_THE_CLOSE, 0));
      send(
          venue,
          order.of(0, 0, Side.BUY, 2).typed(OrderType.LIMIT).limit(1).lasting(TimeInForce.DAY, 0));
      venue.closeSession(++nanos);
    }
  }

  private void allocatesNothing(ExecutionSpec spec) {
    Venue venue = venue(spec);
    work(venue); // loads classes, compiles, grows queues to their working size

    assertThat(heard.fills).isGreaterThan(4 * ROUNDS);
    assertThat(heard.triggers).isEqualTo(2 * ROUNDS);
    assertThat(heard.tooLate).isEqualTo(ROUNDS);
    assertThat(heard.expired).isEqualTo(ROUNDS);
    assertThat(Allocation.bytes(() -> work(venue))).isLessThan(A_FEW_OBJECTS_BYTES);
  }

  @ParameterizedTest
  @EnumSource(QueueModelSpec.Kind.class)
  void whateverTheQueueModel(QueueModelSpec.Kind kind) {
    allocatesNothing(ExecutionSpec.STANDARD.withQueue(QueueModelSpec.of(kind)));
  }

  @ParameterizedTest
  @EnumSource(ResidualRule.class)
  void whateverTheResidualRule(ResidualRule rule) {
    allocatesNothing(ExecutionSpec.STANDARD.withResidual(rule));
  }

  @ParameterizedTest
  @EnumSource(
      value = TriggerSource.class,
      names = {"AUTO", "MID", "LAST"})
  void whateverTriggers(TriggerSource source) {
    allocatesNothing(ExecutionSpec.STANDARD.withTriggers(source));
  }

  @Test
  void withAShareOfTheMarket() {
    allocatesNothing(ExecutionSpec.STANDARD.withMaxParticipation(new BigDecimal("0.5")));
  }
}
