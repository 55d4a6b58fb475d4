package io.tapedeck.core.replay;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.execution.QueueModelSpec;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.market.TapeBatch;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.order.Liquidity;
import io.tapedeck.core.strategy.MarketMaker;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many events a second does one lane with a maker take: a touch and its trades, an order on
 * each side that never takes and follows the touch by amends; without models, with drawn latency
 * and a queue model, and with all models? And how many does a textbook's loop take, which has none?
 *
 * <p>Command: {@code mvn -o -Pjmh -pl core test-compile exec:exec -Djmh="Maker -prof gc"}.
 *
 * <p>Before it is timed, the lane must trade, and agree with itself in other batches; without
 * models also with the textbook, on the lots filled and on what was earned.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 2,
    jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"})
public class MakerBenchmark {
  private static final long SIZE = 10;
  private static final long MOST = 50;
  private static final double SKEW = 0.04;
  private static final int ODD_BATCH = 1_000;
  private static final int FEWEST_FILLS = 100;
  private static final double CENT = 0.01;
  private static final Universe UNIVERSE = MakerTape.universe();

  private MakerTape tape;
  private List<TapeBatch> batches;

  @Setup
  public void load() {
    tape = new MakerTape();
    batches = tape.batches(Replay.BATCH_EVENTS);
  }

  /** What a lane assumes; queue models come with drawn latency. */
  public enum Models {
    NONE,
    RISK_ADVERSE,
    POWER_PROB,
    ALL
  }

  /** The lane's own state: the textbook has no models to choose from. */
  @State(Scope.Thread)
  public static class Run {
    @Param({"NONE", "RISK_ADVERSE", "POWER_PROB", "ALL"})
    Models models;

    private RunSpec spec;

    @Setup
    public void check(MakerBenchmark benchmark) {
      spec = spec(models);
      FilledLots filled = new FilledLots();
      RunResult result = result(replay(spec, benchmark.batches, filled));
      Require.that(result.counts().filled() > FEWEST_FILLS, "it must trade: %s", result.counts());
      RunResult inOddBatches =
          result(replay(spec, benchmark.tape.batches(ODD_BATCH), RunListener.NONE));
      Require.that(
          result.fingerprint() == inOddBatches.fingerprint(),
          "batches of %d gave other results",
          ODD_BATCH);
      if (models == Models.NONE) {
        requireAgreement(result, filled.lots, benchmark.tape);
      }
    }
  }

  /** Counts what was filled. */
  private static final class FilledLots implements RunListener {
    private long lots;

    @Override
    public void onFilled(
        long timeNanos,
        long orderId,
        int instrument,
        Side side,
        long priceTicks,
        long newLots,
        long slippageTicks,
        long fee,
        Liquidity liquidity,
        long leavesLots) {
      lots += newLots;
    }
  }

  private static RunSpec spec(Models models) {
    MarketMaker.Params maker =
        new MarketMaker.Params(BigDecimal.valueOf(SIZE), BigDecimal.valueOf(MOST), 0, SKEW, 0, 0);
    return switch (models) {
      case NONE -> Assumptions.none(maker);
      case RISK_ADVERSE -> queueing(Assumptions.none(maker), QueueModelSpec.Kind.RISK_ADVERSE);
      case POWER_PROB -> queueing(Assumptions.none(maker), QueueModelSpec.Kind.POWER_PROB);
      case ALL -> queueing(Assumptions.allWithBars(maker), QueueModelSpec.Kind.POWER_PROB);
    };
  }

  private static RunSpec queueing(RunSpec spec, QueueModelSpec.Kind kind) {
    MarketSpec market = spec.market();
    return spec.withMarket(
        market
            .withLatency(Assumptions.latency())
            .withExecution(market.execution().withQueue(QueueModelSpec.of(kind))));
  }

  private static void requireAgreement(RunResult result, long filledLots, MakerTape tape) {
    TextbookMaker textbook = textbook();
    double profit = textbook.run(tape) - Assumptions.START_CASH.doubleValue();
    Require.that(
        filledLots == textbook.filledLots() && Math.abs(profit(result) - profit) < CENT,
        "the lane filled %d lots and earned %s, the textbook %d and %s",
        filledLots,
        profit(result),
        textbook.filledLots(),
        profit);
  }

  private static double profit(RunResult result) {
    return UNIVERSE.instrument(0).currency().amount(result.strategyProfits().get(0)).doubleValue();
  }

  private static RunResult result(RunOutcome outcome) {
    if (outcome instanceof RunOutcome.Completed completed) {
      return completed.result();
    }
    throw new IllegalStateException("the run failed: " + outcome);
  }

  private static RunOutcome replay(RunSpec spec, List<TapeBatch> tape, RunListener listener) {
    ReplayLane lane = ReplayLane.of(spec, UNIVERSE, listener);
    for (TapeBatch batch : tape) {
      lane.accept(batch);
    }
    return lane.finish();
  }

  private static TextbookMaker textbook() {
    return new TextbookMaker(
        SIZE, MOST, SKEW, QuoteTape.sessions(), Assumptions.START_CASH.doubleValue());
  }

  @Benchmark
  @OperationsPerInvocation(QuoteTape.EVENTS)
  public RunOutcome lane(Run run) {
    return replay(run.spec, batches, RunListener.NONE);
  }

  @Benchmark
  @OperationsPerInvocation(QuoteTape.EVENTS)
  public double textbookLoop() {
    return textbook().run(tape);
  }
}
