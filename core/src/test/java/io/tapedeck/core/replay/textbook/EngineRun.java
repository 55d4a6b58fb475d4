package io.tapedeck.core.replay.textbook;

import io.tapedeck.core.account.AccountSpec;
import io.tapedeck.core.account.CostMethod;
import io.tapedeck.core.account.DailyEquity;
import io.tapedeck.core.account.MarkRule;
import io.tapedeck.core.account.PositionView;
import io.tapedeck.core.chance.Draw;
import io.tapedeck.core.chance.Purpose;
import io.tapedeck.core.cost.FeeBps;
import io.tapedeck.core.cost.FinancingSpec;
import io.tapedeck.core.execution.BarFillSpec;
import io.tapedeck.core.execution.BarLimitMode;
import io.tapedeck.core.execution.BarMarketMode;
import io.tapedeck.core.execution.BarPath;
import io.tapedeck.core.execution.ExecutionSpec;
import io.tapedeck.core.execution.LatencySpec;
import io.tapedeck.core.execution.QueueModelSpec;
import io.tapedeck.core.execution.ResidualRule;
import io.tapedeck.core.execution.SlippageBps;
import io.tapedeck.core.execution.TriggerSource;
import io.tapedeck.core.market.AssetClass;
import io.tapedeck.core.market.BarView;
import io.tapedeck.core.market.Currency;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.QuoteView;
import io.tapedeck.core.market.TapeBatch;
import io.tapedeck.core.market.TradeView;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.order.OrderSink;
import io.tapedeck.core.replay.DeskSpec;
import io.tapedeck.core.replay.MarketSpec;
import io.tapedeck.core.replay.ReplayLane;
import io.tapedeck.core.replay.RunCalendar;
import io.tapedeck.core.replay.RunListener;
import io.tapedeck.core.replay.RunOutcome;
import io.tapedeck.core.replay.RunResult;
import io.tapedeck.core.replay.RunSpec;
import io.tapedeck.core.strategy.Strategy;
import io.tapedeck.core.strategy.StrategySpec;
import java.util.ArrayList;
import java.util.List;

/**
 * A random run on the engine: the tape in columns, the rules as a spec, the wishes as strategies.
 */
final class EngineRun {
  /** What the engine says of a run. */
  record Answer(List<Happening> history, RunResult result) {}

  private static final String SYMBOL = "COIN";
  private static final int SESSIONS_PER_YEAR = 365;

  private EngineRun() {}

  /** The textbook's luck is the engine's draws. */
  static TextbookRules.Luck luck(long seed) {
    return new TextbookRules.Luck() {
      @Override
      public long tick(long orderId, long barOpenNanos, long low, long high) {
        long key = Draw.key(seed, Purpose.BAR_PRICE, SYMBOL);
        return Draw.between(key, orderId, barOpenNanos, low, high);
      }

      @Override
      public boolean isFilledAtTouch(long orderId, long barOpenNanos, double probability) {
        long key = Draw.key(seed, Purpose.BAR_LIMIT, SYMBOL);
        return Draw.uniform(key, orderId, barOpenNanos) < probability;
      }
    };
  }

  static Answer of(RandomRun run) {
    return of(run, EngineTape.rows(run.tape()).size(), 7);
  }

  /** How many rows the tape has: a bar is two of them. */
  static int rowsOf(RandomRun run) {
    return EngineTape.rows(run.tape()).size();
  }

  /** When a row of the tape is seen by the venue. */
  static long nanosOf(RandomRun run, int row) {
    return EngineTape.rows(run.tape()).get(row).time();
  }

  /** The run on the first rows of its tape, in batches of some rows. */
  static Answer of(RandomRun run, int rows, int batchSize) {
    Recorder recorder = new Recorder();
    ReplayLane lane = ReplayLane.of(spec(run, recorder), universe(run), recorder);
    TapeBatch batch = new TapeBatch(16);
    for (EngineTape.Row row : EngineTape.rows(run.tape()).subList(0, rows)) {
      batch.append(row.columns().kind(), row.columns(), 0);
      if (batch.size() == batchSize) {
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

  private static RunSpec spec(RandomRun run, HappeningRecorder recorder) {
    TextbookRules rules = run.rules();
    RunCalendar calendar =
        RunCalendar.of(rules.sessions, SESSIONS_PER_YEAR)
            .withClosingAuction(rules.hasAuctions ? rules.closingAuctionNanos : 0);
    long slippageBpsE4 = rules.slippageBps.movePointRight(4).longValueExact();
    MarketSpec market =
        new MarketSpec(
            LatencySpec.constant(rules.feedNanos, rules.entryNanos, rules.responseNanos),
            execution(rules),
            new SlippageBps(slippageBpsE4),
            new FeeBps(rules.feeBps),
            financing(rules.financing),
            MarkRule.AUTO);
    DeskSpec desk = DeskSpec.unlimited(rules.startCash).withAccount(account(rules));
    return new RunSpec(
        strategies(run, recorder), calendar, market, desk, List.of(), "", run.luckSeed());
  }

  private static FinancingSpec financing(TextbookRules.Financing rates) {
    return new FinancingSpec(
        rates.onLong(), rates.onShort(), rates.debit(), rates.credit(), rates.year());
  }

  private static ExecutionSpec execution(TextbookRules rules) {
    QueueModelSpec.Kind queue = QueueModelSpec.Kind.valueOf(rules.queue.name());
    BarLimitMode limit = BarLimitMode.valueOf(rules.barLimit.name());
    return new ExecutionSpec(
        ResidualRule.valueOf(rules.residual.name()),
        new QueueModelSpec(queue, queue.hasExponent() ? rules.queueExponent : 1),
        TriggerSource.valueOf(rules.triggers.name()),
        new BarFillSpec(
            BarMarketMode.valueOf(rules.barMarket.name()),
            limit,
            limit == BarLimitMode.PROBABILITY ? rules.touchProbability : 1,
            BarPath.valueOf(rules.barPath.name())),
        rules.participation);
  }

  private static AccountSpec account(TextbookRules rules) {
    AccountSpec account =
        rules.maintenance == null
            ? AccountSpec.UNCONSTRAINED
            : AccountSpec.margin(rules.initialMargin, rules.maintenance);
    boolean isFifo = rules.costing == TextbookRules.Costing.FIFO;
    return account.withCostMethod(isFifo ? CostMethod.FIFO : CostMethod.AVERAGE);
  }

  private static Universe universe(RandomRun run) {
    boolean hasBars = run.tape().events().stream().anyMatch(TextbookTape.Bar.class::isInstance);
    TextbookRules rules = run.rules();
    Instrument coin =
        new Instrument(
            SYMBOL,
            AssetClass.CRYPTO,
            Currency.USD,
            100_000, // 0.0001
            1_000, // 0.000001
            rules.incrementTicks,
            1,
            1,
            "24/7");
    return new Universe(
        List.of(
            new Universe.Listing(coin, rules.hasQuotes, !hasBars, hasBars, rules.hasAuctions, "")));
  }

  private static List<StrategySpec> strategies(RandomRun run, HappeningRecorder recorder) {
    List<StrategySpec> strategies = new ArrayList<>();
    for (int strategy = 0; strategy < run.rules().strategies; strategy++) {
      strategies.add(new Playing(run.wishes(), strategy, recorder));
    }
    return strategies;
  }

  /** The wishes of one strategy as a strategy of the engine. */
  private record Playing(List<Wish> wishes, int strategy, HappeningRecorder recorder)
      implements StrategySpec {
    @Override
    public Strategy create(Universe universe) {
      WishPlayer player = new WishPlayer(wishes, strategy, recorder::isDenied);
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

  /** The last line of the books. */
  static DailyEquity last(RunResult result) {
    return result.daily().get(result.daily().size() - 1);
  }
}
