package io.tapedeck.core.replay.textbook;

import io.tapedeck.core.account.DailyEquity;
import io.tapedeck.core.account.MarkRule;
import io.tapedeck.core.account.PositionView;
import io.tapedeck.core.chance.Draw;
import io.tapedeck.core.chance.Purpose;
import io.tapedeck.core.cost.FeeBps;
import io.tapedeck.core.execution.LatencySpec;
import io.tapedeck.core.execution.SlippageBps;
import io.tapedeck.core.market.AssetClass;
import io.tapedeck.core.market.Auction;
import io.tapedeck.core.market.BarColumns;
import io.tapedeck.core.market.BarPrice;
import io.tapedeck.core.market.BarView;
import io.tapedeck.core.market.Currency;
import io.tapedeck.core.market.EventColumns;
import io.tapedeck.core.market.EventKind;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.QuoteColumns;
import io.tapedeck.core.market.QuoteView;
import io.tapedeck.core.market.TapeBatch;
import io.tapedeck.core.market.TradeColumns;
import io.tapedeck.core.market.TradeView;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.order.OrderSink;
import io.tapedeck.core.replay.ReplayLane;
import io.tapedeck.core.replay.RunListener;
import io.tapedeck.core.replay.RunOutcome;
import io.tapedeck.core.replay.RunResult;
import io.tapedeck.core.replay.RunSpec;
import io.tapedeck.core.risk.RiskSpec;
import io.tapedeck.core.strategy.Strategy;
import io.tapedeck.core.strategy.StrategySpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A random run on the engine: the tape in columns, the rules as a spec, the wishes as strategies.
 */
final class EngineRun {
  /** What the engine says of a run. */
  record Answer(List<Happening> history, RunResult result) {}

  static final Instrument COIN =
      new Instrument(
          "COIN", AssetClass.CRYPTO, Currency.USD, 100_000, 1_000, 1, 1, 1, "24/7"); // 0.0001, 1e-6

  private static final int SESSIONS_PER_YEAR = 365;

  private EngineRun() {}

  /** The textbook's luck is the engine's draws. */
  static TextbookRules.Luck luck(long seed) {
    return new TextbookRules.Luck() {
      @Override
      public long tick(long orderId, long low, long high) {
        long key = Draw.key(seed, Purpose.BAR_PRICE, COIN.symbol());
        return Draw.between(key, orderId, 0, low, high);
      }

      @Override
      public boolean isFilledAtTouch(long orderId, long bar, double probability) {
        long key = Draw.key(seed, Purpose.BAR_LIMIT, COIN.symbol());
        return Draw.uniform(key, orderId, bar) < probability;
      }
    };
  }

  static Answer of(RandomRun run) {
    Recorder recorder = new Recorder();
    ReplayLane lane = ReplayLane.of(spec(run), universe(run), recorder);
    TapeBatch batch = new TapeBatch(16);
    for (Row row : rows(run.tape())) {
      batch.append(row.columns().kind(), row.columns(), 0);
      if (batch.size() == 7) {
        lane.accept(batch);
        batch.clear();
      }
    }
    if (batch.size() > 0) {
      lane.accept(batch);
    }
    RunOutcome outcome = lane.finish();
    if (outcome instanceof RunOutcome.Completed completed) {
      return new Answer(Happening.inOrder(recorder.history()), completed.result());
    }
    throw new AssertionError("the engine says " + outcome);
  }

  private static RunSpec spec(RandomRun run) {
    TextbookRules rules = run.rules();
    long slippageBpsE4 = rules.slippageBps.movePointRight(4).longValueExact();
    return new RunSpec(
        strategies(run).get(0),
        rules.sessions,
        SESSIONS_PER_YEAR,
        rules.startCash,
        new LatencySpec(rules.feedNanos, rules.entryNanos, rules.responseNanos),
        new FeeBps(rules.feeBps),
        new SlippageBps(slippageBpsE4),
        RiskSpec.NONE,
        MarkRule.AUTO);
  }

  private static Universe universe(RandomRun run) {
    boolean hasBars = run.tape().events().stream().anyMatch(TextbookTape.Bar.class::isInstance);
    boolean hasQuotes = run.rules().hasQuotes;
    return new Universe(
        List.of(
            new Universe.Listing(COIN, hasQuotes, !hasBars, hasBars, run.rules().hasAuctions, "")));
  }

  static List<StrategySpec> strategies(RandomRun run) {
    List<StrategySpec> strategies = new ArrayList<>();
    for (int strategy = 0; strategy < run.rules().strategies; strategy++) {
      strategies.add(new Playing(run.wishes(), strategy));
    }
    return strategies;
  }

  /** The wishes of one strategy as a strategy of the engine. */
  private record Playing(List<Wish> wishes, int strategy) implements StrategySpec {
    @Override
    public Strategy create(Universe universe) {
      WishPlayer player = new WishPlayer(wishes, strategy);
      return new Strategy() {
        @Override
        public void onQuote(QuoteView quote, PositionView position, OrderSink orders) {
          player.deliver(orders);
        }

        @Override
        public void onTrade(TradeView trade, PositionView position, OrderSink orders) {
          player.deliver(orders);
        }

        @Override
        public void onBar(BarView bar, PositionView position, OrderSink orders) {
          player.deliver(orders);
        }
      };
    }
  }

  private static final class Recorder extends HappeningRecorder implements RunListener {}

  /** One row of the tape, in columns of its own. */
  private record Row(long time, EventColumns columns) {}

  /** Rows in the total order; a bar comes twice, at its open and at its close. */
  private static List<Row> rows(TextbookTape tape) {
    List<Row> rows = new ArrayList<>();
    long seq = 0;
    for (TextbookTape.Event event : tape.events()) {
      if (event instanceof TextbookTape.Quote quote) {
        rows.add(new Row(quote.time(), columns(quote, seq)));
      } else if (event instanceof TextbookTape.Print print) {
        rows.add(new Row(print.time(), columns(print, seq)));
      } else if (event instanceof TextbookTape.Bar bar) {
        rows.add(new Row(bar.openTime(), columns(bar, EventKind.BAR_OPEN, seq)));
        rows.add(new Row(bar.time(), columns(bar, EventKind.BAR, seq)));
      }
      seq++;
    }
    rows.sort(
        Comparator.comparingLong(Row::time)
            .thenComparing(row -> EventKind.rank(row.columns().kind()))
            .thenComparing(row -> row.columns().stream(0))
            .thenComparing(row -> row.columns().seq(0)));
    return rows;
  }

  private static QuoteColumns columns(TextbookTape.Quote quote, long seq) {
    QuoteColumns one = new QuoteColumns(1);
    one.add(
        0,
        1,
        seq,
        quote.time(),
        Missing.VALUE,
        known(quote.bid()),
        known(quote.bidLots()),
        known(quote.ask()),
        known(quote.askLots()));
    return one;
  }

  private static TradeColumns columns(TextbookTape.Print print, long seq) {
    TradeColumns one = new TradeColumns(1);
    byte auction =
        switch (print.auction()) {
          case NONE -> Auction.NONE;
          case OPENING -> Auction.OPENING;
          case CLOSING -> Auction.CLOSING;
        };
    one.add(
        0,
        0,
        seq,
        print.time(),
        Missing.VALUE,
        print.price(),
        print.lots(),
        print.aggressor(),
        auction);
    return one;
  }

  private static BarColumns columns(TextbookTape.Bar bar, byte kind, long seq) {
    BarColumns one = new BarColumns(kind, 1);
    one.add(
        0,
        bar.kind() == BarPrice.BID ? 1 : 0, // offers come first, as buys do
        seq,
        bar.openTime(),
        bar.time(),
        Missing.VALUE,
        bar.kind(),
        bar.open(),
        bar.high(),
        bar.low(),
        bar.close(),
        known(bar.lots()));
    return one;
  }

  private static long known(Long value) {
    return value == null ? Missing.VALUE : value;
  }

  /** The last line of the books. */
  static DailyEquity last(RunResult result) {
    return result.daily().get(result.daily().size() - 1);
  }
}
