package io.tapedeck.core.replay.textbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.account.DailyEquity;
import io.tapedeck.core.cost.FeeBps;
import io.tapedeck.core.execution.LatencySpec;
import io.tapedeck.core.execution.SlippageBps;
import io.tapedeck.core.market.AssetClass;
import io.tapedeck.core.market.Currency;
import io.tapedeck.core.market.EventKind;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.QuoteColumns;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.market.TapeBatch;
import io.tapedeck.core.market.TradeColumns;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.order.CancelReason;
import io.tapedeck.core.order.Liquidity;
import io.tapedeck.core.replay.DeskSpec;
import io.tapedeck.core.replay.MarketSpec;
import io.tapedeck.core.replay.ReplayLane;
import io.tapedeck.core.replay.RunCalendar;
import io.tapedeck.core.replay.RunListener;
import io.tapedeck.core.replay.RunOutcome;
import io.tapedeck.core.replay.RunResult;
import io.tapedeck.core.replay.RunSpec;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The engine and the textbook, told the same story, tell the same outcome: orders, fills, books.
 */
class EngineAgreesWithTextbookProperties {
  private static final Instrument COIN =
      new Instrument(
          "COIN", AssetClass.CRYPTO, Currency.USD, 100_000, 1_000, 1, 1, 1, "24/7"); // 0.0001, 1e-6
  private static final long SECOND = 1_000_000_000L;
  private static final List<Session> SESSIONS =
      List.of(
          new Session(LocalDate.of(2026, 1, 5), 0, 60 * SECOND),
          new Session(LocalDate.of(2026, 1, 6), 70 * SECOND, 130 * SECOND));

  @Property(tries = 400)
  void onQuotesAndTrades(@ForAll long seed) {
    agree(seed, true);
  }

  @Property(tries = 400)
  void onTradesAlone(@ForAll long seed) {
    agree(seed, false);
  }

  private static void agree(long seed, boolean hasQuotes) {
    Random random = new Random(seed);
    TextbookTape tape = new RandomTape(random, hasQuotes).tape();
    long[] delays = {0, 1, SECOND / 2, 3 * SECOND};
    LatencySpec latency =
        LatencySpec.constant(
            delays[random.nextInt(4)], delays[random.nextInt(4)], delays[random.nextInt(4)]);
    BigDecimal feeBps = BigDecimal.valueOf(random.nextInt(4), 1);
    long slippage = random.nextInt(3) * 15_000L;
    TextbookReplay expected =
        new TextbookReplay(
                tape,
                new TextbookReplay.Setting(
                    latency.feed().constantNanos(),
                    latency.entry().constantNanos(),
                    latency.response().constantNanos(),
                    feeBps,
                    BigDecimal.valueOf(slippage, 4),
                    new BigDecimal("0.0001"),
                    hasQuotes,
                    BigDecimal.valueOf(100_000),
                    SESSIONS.stream().map(Session::closeNanos).toList()))
            .run();
    RunSpec spec =
        RunSpec.of(
            new TextbookScript(tape.wishes()),
            RunCalendar.of(SESSIONS, 365),
            MarketSpec.FRICTIONLESS
                .withLatency(latency)
                .withFees(new FeeBps(feeBps))
                .withSlippage(new SlippageBps(slippage)),
            DeskSpec.unlimited(BigDecimal.valueOf(100_000)));

    History actual = new History();
    RunResult result = replay(spec, tape, hasQuotes, actual);

    for (int line = 0; line < Math.min(actual.lines.size(), expected.history().size()); line++) {
      assertThat(actual.lines.get(line)).as("line " + line).isEqualTo(expected.history().get(line));
    }
    assertThat(actual.lines).hasSameSizeAs(expected.history());
    assertThat(result.daily().stream().map(DailyEquity::equity).toList())
        .isEqualTo(expected.dailyEquity().stream().map(Currency.USD::money).toList());
    DailyEquity last = result.daily().get(result.daily().size() - 1);
    assertThat(last.cash()).isEqualTo(Currency.USD.money(expected.ledger().cash()));
    assertThat(last.realised()).isEqualTo(Currency.USD.money(expected.ledger().realised()));
    assertThat(last.fees()).isEqualTo(Currency.USD.money(expected.ledger().fees()));
    assertThat(result.metrics().maxDrawdownMoney())
        .isEqualTo(Currency.USD.money(expected.drawdown()));
  }

  private static RunResult replay(
      RunSpec spec, TextbookTape tape, boolean hasQuotes, History history) {
    Universe universe = new Universe(List.of(new Universe.Listing(COIN, hasQuotes, true)));
    ReplayLane lane = ReplayLane.of(spec, universe, history);
    TapeBatch batch = new TapeBatch(16);
    long seq = 0;
    for (TextbookTape.Event event : tape.events()) {
      append(batch, event, seq++);
      if (batch.size() == 7) {
        lane.accept(batch);
        batch.clear();
      }
    }
    if (batch.size() > 0) {
      lane.accept(batch);
    }
    RunOutcome outcome = lane.finish();
    assertThat(outcome).isInstanceOf(RunOutcome.Completed.class);
    return ((RunOutcome.Completed) outcome).result();
  }

  private static void append(TapeBatch batch, TextbookTape.Event event, long seq) {
    if (event instanceof TextbookTape.Quote quote) {
      QuoteColumns one = new QuoteColumns(1);
      one.add(
          0,
          1,
          seq,
          quote.time(),
          Missing.VALUE,
          COIN.ticks(quote.bid()),
          COIN.lots(quote.bidSize()),
          COIN.ticks(quote.ask()),
          COIN.lots(quote.askSize()));
      batch.append(EventKind.QUOTE, one, 0);
    } else if (event instanceof TextbookTape.Print print) {
      TradeColumns one = new TradeColumns(1);
      one.add(
          0,
          0,
          seq,
          print.time(),
          Missing.VALUE,
          COIN.ticks(print.price()),
          COIN.lots(print.size()),
          print.aggressor());
      batch.append(EventKind.TRADE, one, 0);
    }
  }

  /** Writes down what the engine says, in the textbook's words. */
  private static final class History implements RunListener {
    private final List<String> lines = new ArrayList<>();

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
      lines.add(
          String.join(
              " ",
              timeNanos + " FILL " + orderId,
              side.name(),
              TextbookReplay.text(COIN.size(lots))
                  + "@"
                  + TextbookReplay.text(COIN.price(priceTicks)),
              "fee " + TextbookReplay.text(Currency.USD.amount(fee)),
              liquidity.name(),
              "leaves " + TextbookReplay.text(COIN.size(leavesLots))));
    }

    @Override
    public void onCanceled(long timeNanos, long orderId, CancelReason reason, long leavesLots) {
      end(timeNanos, "CANCEL", orderId, leavesLots);
    }

    @Override
    public void onExpired(long timeNanos, long orderId, long leavesLots) {
      end(timeNanos, "EXPIRE", orderId, leavesLots);
    }

    private void end(long timeNanos, String what, long orderId, long leavesLots) {
      lines.add(
          timeNanos
              + " "
              + what
              + " "
              + orderId
              + " leaves "
              + TextbookReplay.text(COIN.size(leavesLots)));
    }
  }
}
