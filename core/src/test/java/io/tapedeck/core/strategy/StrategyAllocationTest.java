package io.tapedeck.core.strategy;

import static io.tapedeck.core.strategy.Market.size;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.Allocation;
import io.tapedeck.core.fixture.Instruments;
import io.tapedeck.core.indicator.Seeding;
import io.tapedeck.core.market.BarPrice;
import io.tapedeck.core.market.BarView;
import io.tapedeck.core.market.QuoteView;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.market.TradeView;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.order.OrderSink;
import io.tapedeck.core.order.OrderStatus;
import io.tapedeck.core.order.OrderTicket;
import io.tapedeck.core.order.TimeInForce;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shipped strategy, over sessions of quotes, trades and bars, with orders answered. */
class StrategyAllocationTest {
  private static final int SESSIONS = 200;
  private static final int EVENTS = 500;
  private static final long MINUTE = 60_000_000_000L;
  private static final Universe PAIR =
      Instruments.quoted(Instruments.share("A"), Instruments.share("B"));
  private static final List<Session> DAYS =
      LongStream.range(0, SESSIONS)
          .mapToObj(
              day ->
                  new Session(
                      LocalDate.ofEpochDay(day),
                      day * 1_000 * MINUTE,
                      (day * 1_000 + 500) * MINUTE))
          .toList();

  static List<StrategySpec> strategies() {
    PriceSource auto = PriceSource.AUTO;
    return List.of(
        new BuyAndHold.Params(size("1")),
        new SmaCross.Params(2, 9, size("1"), auto, true),
        new EmaCross.Params(2, 9, size("1"), PriceSource.LAST, Seeding.SMA, true),
        new BandReversion.Params(9, size("10"), size("1"), auto, true),
        new SignalFollower.Params(size("1"), 0, true),
        new MacdTrend.Params(3, 9, 4, size("1"), PriceSource.BAR, Seeding.SMA, true),
        new RsiReversal.Params(5, 40, 50, 60, size("0"), auto, true),
        new BollingerReversion.Params(9, 1, size("1"), auto, true),
        new DonchianBreakout.Params(9, 4, size("0"), PriceSource.BAR, true),
        new OpeningRangeBreakout.Params(30, 1, 2, 5, size("1"), auto),
        new MomentumRotation.Params(3, 1, 2, 1, 1, auto),
        new PairsZscore.Params(20, 1, 0, PairsZscore.Spread.LOG, 0, size("1"), auto),
        new PairsZscore.Params(20, 1, 0, PairsZscore.Spread.LINEAR, 1, size("1"), auto),
        new MarketMaker.Params(size("1"), size("5"), 0, 0.1, 0, 0),
        new SessionHolder.Params(
            Side.BUY, SessionHolder.Auction.CLOSE, SessionHolder.Auction.OPEN, 1, size("1")));
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void sixHundredThousandEventsAllocateNothing(StrategySpec spec) {
    Desk desk = new Desk();
    Strategy strategy = spec.create(PAIR);
    strategy.onStart(desk);
    desk.sessions(strategy, 20);
    long asked = desk.asked;

    assertThat(Allocation.bytes(() -> desk.sessions(strategy, SESSIONS)))
        .isLessThan(Allocation.A_FEW_OBJECTS_BYTES);
    boolean isPassive = spec instanceof BuyAndHold.Params || spec instanceof SignalFollower.Params;
    assertThat(desk.asked - asked).isGreaterThan(isPassive ? -1 : SESSIONS / 4);
  }

  /** One event that is told again and again, and orders that are counted, accepted and filled. */
  private static final class Desk
      implements QuoteView, TradeView, BarView, OrderSink, OrderTicket, Timers {
    private final Known known = new Known(2);
    private final long[] timer = new long[3]; // instants by tag
    private long asked;
    private long lastId;
    private long nanos;
    private long price;
    private int instrument;

    void sessions(Strategy strategy, int count) {
      for (int day = 0; day < count; day++) {
        Session session = DAYS.get(day);
        strategy.onSessionOpen(session, known, this);
        for (int event = 1; event <= EVENTS; event++) {
          nanos = session.openNanos() + event * MINUTE;
          tell(strategy, event);
        }
        strategy.onSessionClose(session, known, this);
      }
    }

    private void tell(Strategy strategy, int event) {
      for (instrument = 0; instrument < 2; instrument++) {
        price = 10_000L + event * 37L % 101 - instrument * (event * 11L % 23);
        strategy.onQuote(this, known, this);
        strategy.onTrade(this, known, this);
        strategy.onBar(this, known, this);
      }
      instrument = 0;
      for (int tag = 1; tag < timer.length; tag++) {
        if (timer[tag] == nanos) {
          strategy.onTimer(nanos, tag, known, this);
        }
      }
      strategy.onOrder(lastId, OrderStatus.NEW, known, this);
      if (event % 50 == 0) {
        strategy.onFill(lastId, Side.BUY, price, 1, known, this);
        strategy.onOrder(lastId, OrderStatus.FILLED, known, this);
      }
    }

    @Override
    public void at(long timerNanos, long tag) {
      timer[(int) tag] = timerNanos;
    }

    @Override
    public void every(long intervalNanos, long tag) {
      throw new UnsupportedOperationException("no shipped strategy asks for it");
    }

    @Override
    public int instrument() {
      return instrument;
    }

    @Override
    public long eventTimeNanos() {
      return nanos;
    }

    @Override
    public long receiveTimeNanos() {
      return nanos;
    }

    @Override
    public long bidTicks() {
      return price - 1;
    }

    @Override
    public long bidLots() {
      return 1;
    }

    @Override
    public long askTicks() {
      return price + 1;
    }

    @Override
    public long askLots() {
      return 1;
    }

    @Override
    public long priceTicks() {
      return price;
    }

    @Override
    public long lots() {
      return 1;
    }

    @Override
    public long aggressor() {
      return 0;
    }

    @Override
    public BarPrice price() {
      return BarPrice.LAST;
    }

    @Override
    public long openTimeNanos() {
      return nanos - MINUTE;
    }

    @Override
    public long openTicks() {
      return price;
    }

    @Override
    public long highTicks() {
      return price + 2;
    }

    @Override
    public long lowTicks() {
      return price - 2;
    }

    @Override
    public long closeTicks() {
      return price;
    }

    @Override
    public long target(long signedLots) {
      asked++;
      return NO_ORDER;
    }

    @Override
    public long targetWeight(double weight) {
      asked++;
      return NO_ORDER;
    }

    @Override
    public long lean(double strength, long stopDistanceTicks) {
      asked++;
      return NO_ORDER;
    }

    @Override
    public OrderTicket order(Side side, long lots) {
      return this;
    }

    @Override
    public void amend(long orderId, long lots, long limitTicks, long triggerTicks) {
      asked++;
    }

    @Override
    public void cancel(long orderId) {
      asked++;
    }

    @Override
    public OrderSink on(int other) {
      return this;
    }

    @Override
    public OrderTicket limit(long priceTicks) {
      return this;
    }

    @Override
    public OrderTicket stop(long triggerTicks) {
      return this;
    }

    @Override
    public OrderTicket ifTouched(long triggerTicks) {
      return this;
    }

    @Override
    public OrderTicket trailingTicks(long offsetTicks) {
      return this;
    }

    @Override
    public OrderTicket trailingBps(long offsetBpsE4) {
      return this;
    }

    @Override
    public OrderTicket lasting(TimeInForce timeInForce) {
      return this;
    }

    @Override
    public OrderTicket goodTill(long tillNanos) {
      return this;
    }

    @Override
    public OrderTicket postOnly() {
      return this;
    }

    @Override
    public OrderTicket reduceOnly() {
      return this;
    }

    @Override
    public OrderTicket oneCancelsOther(long orderId) {
      return this;
    }

    @Override
    public OrderTicket after(long parentId) {
      return this;
    }

    @Override
    public OrderTicket afterAll(long parentId) {
      return this;
    }

    @Override
    public OrderTicket takeProfit(long limitTicks) {
      return this;
    }

    @Override
    public OrderTicket stopLoss(long triggerTicks) {
      return this;
    }

    @Override
    public long send() {
      asked++;
      return ++lastId;
    }
  }
}
