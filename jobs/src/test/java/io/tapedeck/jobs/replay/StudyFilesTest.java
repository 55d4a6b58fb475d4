package io.tapedeck.jobs.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.account.PositionView;
import io.tapedeck.core.cost.FeeBps;
import io.tapedeck.core.feed.ArrayFeed;
import io.tapedeck.core.market.AssetClass;
import io.tapedeck.core.market.Currency;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.QuoteColumns;
import io.tapedeck.core.market.QuoteView;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.market.Universe.Listing;
import io.tapedeck.core.order.OrderSink;
import io.tapedeck.core.order.TimeInForce;
import io.tapedeck.core.replay.DeskSpec;
import io.tapedeck.core.replay.MarketSpec;
import io.tapedeck.core.replay.Replay;
import io.tapedeck.core.replay.ReplayLane;
import io.tapedeck.core.replay.RunCalendar;
import io.tapedeck.core.replay.RunOutcome;
import io.tapedeck.core.replay.RunRecorder;
import io.tapedeck.core.replay.RunSpec;
import io.tapedeck.core.strategy.Strategy;
import io.tapedeck.core.strategy.StrategySpec;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Two strategies share an account of 10 000.00 over three sessions, fees 10 bps; each order fills
 * at the quote after the one it was decided on.
 *
 * <ul>
 *   <li>"up" buys ten AAA: decided at a mid of 10.01, paid 10.06, fee 0.1006; a day later it sells
 *       them: decided at 11.01, got 11.00, fee 0.11. Net 9.40 − 0.2106 = 9.1894.
 *   <li>"down" sells five BBB: decided at 20.02, got 20.00, fee 0.10; two days later it buys them
 *       back: decided at 20.52, paid 20.54, fee 0.1027. Net −2.70 − 0.2027 = −2.9027.
 * </ul>
 *
 * <p>Equity at the closes: 30 January, marked at 10.05 and 20.02: 10 000 − 0.10 − 0.1006 − 0.10 −
 * 0.10 = 9 999.5994. 31 January: 10 000 + 9.1894 − 0.10 − 0.10 = 10 008.9894. 1 February: 10 000 +
 * 9.1894 − 2.9027 = 10 006.2867.
 */
class StudyFilesTest {
  private static final long SECOND = 1_000_000_000L;
  private static final int EIGHT_SESSIONS = 8; // of a year, so that its quarter has two
  private static final List<Session> SESSIONS =
      List.of(session("1970-01-30"), session("1970-01-31"), session("1970-02-01"));

  /** Trades one way when its instrument is first bid this, and back when it is bid that. */
  private record There(int instrument, Side side, long lots, long inTicks, long outTicks)
      implements StrategySpec {
    @Override
    public Strategy create(Universe universe) {
      return new Strategy() {
        @Override
        public void onQuote(QuoteView quote, PositionView position, OrderSink orders) {
          boolean isFlat = position.lots() == 0;
          if (quote.instrument() != instrument) {
            return;
          }
          if (isFlat && quote.bidTicks() == inTicks && position.workingLots() == 0) {
            orders.market(side, lots, TimeInForce.GTC);
          } else if (!isFlat && quote.bidTicks() == outTicks && position.workingLots() == 0) {
            orders.market(side.opposite(), lots, TimeInForce.GTC);
          }
        }
      };
    }
  }

  /** Fails at the first close. */
  private static final class Broken implements Strategy {
    @Override
    public void onSessionClose(Session session, PositionView position, OrderSink orders) {
      throw new IllegalStateException("broken");
    }
  }

  @Test
  void ratiosRollOverAQuarterOfAYear() {
    // of two returns a and b the ratio is √8 × (a + b) / 2 / (|a − b| / √2) = 2 (a + b) / |a − b|;
    // returns −0.4006 / 10 000, 9.39 / 9 999.5994 and −2.7027 / 10 008.9894:
    // 2 × 8.9897762e-4 / 9.7909762e-4 and 2 × 6.6901036e-4 / 1.20906488e-3
    assertThat(texts().get("rolling_sharpe.csv"))
        .isEqualTo(
            """
            account,date,sharpe
            shared,1970-01-31,1.836339097
            shared,1970-02-01,1.106657496
            """);
  }

  @Test
  void drawdownsAreListedDeepestFirst() {
    // 2.7027 / 10 008.9894, never made good; 0.4006 / 10 000 from the start
    assertThat(texts().get("drawdowns.csv"))
        .isEqualTo(
            """
            account,peak,trough,recovery,depth,depth_money,sessions_to_trough,sessions
            shared,1970-01-31,1970-02-01,,0.000270027,2.7027,1,1
            shared,,1970-01-30,1970-01-31,0.00004006,0.4006,1,2
            """);
  }

  @Test
  void eachMonthHasItsReturn() {
    // 8.9894 / 10 000; −2.7027 / 10 008.9894
    assertThat(texts().get("monthly_returns.csv"))
        .isEqualTo(
            """
            account,month,return
            shared,1970-01,0.00089894
            shared,1970-02,-0.000270027
            """);
  }

  @Test
  void tripsAreBrokenDown() {
    // 9.1894 − 2.9027 = 6.2867, half of it 3.14335; 9.1894 / 2.9027 = 3.165811141;
    // up at worst 10 × (10.05 − 10.06), at best 10 × (11.01 − 10.06); down at worst its own exit
    assertThat(texts().get("breakdown.csv"))
        .isEqualTo(
            """
            account,by,of,trips,net_profit,hit_rate,profit_factor,expectancy,fees,\
            mean_adverse,largest_adverse,mean_favourable,largest_favourable
            shared,total,,2,6.2867,0.5,3.165811141,3.14335,0.4133,1.4,2.7,4.75,9.5
            shared,strategy,up,1,9.1894,1,,9.1894,0.2106,0.1,0.1,9.5,9.5
            shared,strategy,down,1,-2.9027,0,0,-2.9027,0.2027,2.7,2.7,0,0
            shared,instrument,AAA,1,9.1894,1,,9.1894,0.2106,0.1,0.1,9.5,9.5
            shared,instrument,BBB,1,-2.9027,0,0,-2.9027,0.2027,2.7,2.7,0,0
            shared,side,BUY,1,9.1894,1,,9.1894,0.2106,0.1,0.1,9.5,9.5
            shared,side,SELL,1,-2.9027,0,0,-2.9027,0.2027,2.7,2.7,0,0
            """);
  }

  @Test
  void costsAreOfTheFills() {
    // half spreads: AAA ten at 0.01 twice, BBB five at 0.02 twice; bought: 0.1006 + 0.1027
    assertThat(texts().get("costs.csv"))
        .isEqualTo(
            """
            account,by,of,fees,slippage,spread
            shared,total,,0.4133,0,0.4
            shared,strategy,up,0.2106,0,0.2
            shared,strategy,down,0.2027,0,0.2
            shared,instrument,AAA,0.2106,0,0.2
            shared,instrument,BBB,0.2027,0,0.2
            shared,side,BUY,0.2033,0,0.2
            shared,side,SELL,0.21,0,0.2
            """);
  }

  @Test
  void eachOrderHasItsShortfall() {
    // 10 × 0.05 + 0.1006 of 100.10; 5 × 0.02 + 0.10 of 100.10; 10 × 0.01 + 0.11 of 110.10;
    // 5 × 0.02 + 0.1027 of 102.60
    assertThat(texts().get("shortfall.csv"))
        .isEqualTo(
            """
            account,symbol,order_id,strategy,side,paper_notional,delay,execution,fee,\
            opportunity,total,total_bps
            shared,AAA,1,up,BUY,100.1,0,0.5,0.1006,0,0.6006,60
            shared,BBB,2,down,SELL,100.1,0,0.1,0.1,0,0.2,19.98001998
            shared,AAA,3,up,SELL,110.1,0,0.1,0.11,0,0.21,19.073569482
            shared,BBB,4,down,BUY,102.6,0,0.1,0.1027,0,0.2027,19.756335283
            """);
  }

  @Test
  void aRunThatFailedHasNoLine() {
    ReplayedRun run = replay(universe -> new Broken());

    assertThat(run.record().fills()).isNotEmpty();
    assertThat(StudyFiles.texts(List.of(run)).values())
        .allSatisfy(text -> assertThat(text.lines()).hasSize(1));
  }

  private static Map<String, String> texts() {
    return StudyFiles.texts(List.of(replay(new There(1, Side.SELL, 5, 2_000, 2_050))));
  }

  private static ReplayedRun replay(StrategySpec down) {
    Universe universe = universe();
    StrategySpec up = new There(0, Side.BUY, 10, 1_000, 1_100);
    RunRecorder record = RunRecorder.ofFills();
    RunSpec spec =
        RunSpec.of(
                up,
                RunCalendar.of(SESSIONS, EIGHT_SESSIONS),
                MarketSpec.FRICTIONLESS.withFees(new FeeBps(BigDecimal.TEN)),
                DeskSpec.unlimited(new BigDecimal("10000.00")))
            .withStrategies(List.of(up, down));
    RunOutcome outcome =
        Replay.run(feed(universe), List.of(ReplayLane.of(spec, universe, record))).get(0);
    return new ReplayedRun(
        "shared",
        List.of("up", "down"),
        universe,
        SESSIONS,
        EIGHT_SESSIONS,
        outcome,
        record,
        Set.of(),
        List.of());
  }

  private static ArrayFeed feed(Universe universe) {
    QuoteColumns aaa = new QuoteColumns(4);
    quote(aaa, 0, 0, 1, 1_000, 1_002);
    quote(aaa, 0, 0, 2, 1_004, 1_006);
    quote(aaa, 0, 1, 1, 1_100, 1_102);
    quote(aaa, 0, 1, 2, 1_100, 1_102);
    QuoteColumns bbb = new QuoteColumns(4);
    quote(bbb, 1, 0, 3, 2_000, 2_004);
    quote(bbb, 1, 0, 4, 2_000, 2_004);
    quote(bbb, 1, 2, 1, 2_050, 2_054);
    quote(bbb, 1, 2, 2, 2_050, 2_054);
    return ArrayFeed.of(universe, aaa, bbb);
  }

  private static void quote(
      QuoteColumns quotes, int instrument, int session, int second, long bid, long ask) {
    long nanos = SESSIONS.get(session).openNanos() + second * SECOND;
    quotes.add(instrument, instrument, quotes.size(), nanos, Missing.VALUE, bid, 50, ask, 50);
  }

  private static Session session(String date) {
    long openNanos = LocalDate.parse(date).toEpochDay() * 86_400 * SECOND;
    return new Session(LocalDate.parse(date), openNanos, openNanos + 1_000 * SECOND);
  }

  private static Universe universe() {
    return new Universe(
        List.of(
            new Listing(instrument("AAA"), true, false),
            new Listing(instrument("BBB"), true, false)));
  }

  private static Instrument instrument(String symbol) {
    return new Instrument(
        symbol,
        AssetClass.EQUITY,
        Currency.USD,
        10_000_000, // a tick of 0.01
        SECOND, // a lot of one share
        1,
        1,
        1,
        "24/7");
  }
}
