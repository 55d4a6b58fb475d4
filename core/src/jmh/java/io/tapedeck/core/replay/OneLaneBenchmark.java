package io.tapedeck.core.replay;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.QuoteColumns;
import io.tapedeck.core.market.TapeBatch;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.strategy.PriceSource;
import io.tapedeck.core.strategy.SmaCross;
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
 * How many ticks a second does one general lane take: a cross of two simple means on the quotes of
 * one instrument, market orders, equity marked at each quote? And how many does the same strategy
 * take in a textbook's loop?
 *
 * <p>Command: {@code mvn -o -Pjmh -pl core test-compile exec:exec -Djmh="OneLane -prof gc"}.
 *
 * <p>Before it is timed, the lane must trade, and agree with itself in other batches; without
 * models also with the textbook, on the number of fills and on what was earned.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 2,
    jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"})
public class OneLaneBenchmark {
  private static final int FAST = 100;
  private static final int SLOW = 1_000;
  private static final int LOTS = 10;
  private static final int ODD_BATCH = 1_000;
  private static final int FEWEST_FILLS = 100;
  private static final double CENT = 0.01;

  private static final Universe UNIVERSE = QuoteTape.universe();

  private QuoteColumns quotes;
  private List<TapeBatch> batches;

  @Setup
  public void load() {
    quotes = QuoteTape.quotes();
    batches = QuoteTape.batches(quotes, Replay.BATCH_EVENTS);
  }

  /** What a lane assumes. */
  public enum Models {
    NONE,
    ALL
  }

  /** The lane's own state: the textbook has no models to choose from. */
  @State(Scope.Thread)
  public static class Run {
    @Param({"NONE", "ALL"})
    Models models;

    private RunSpec spec;

    @Setup
    public void check(OneLaneBenchmark tape) {
      spec = spec(models);
      RunResult result = result(spec, tape.batches);
      requireTrading(result);
      requireSame(result, result(spec, QuoteTape.batches(tape.quotes, ODD_BATCH)));
      if (models == Models.NONE) {
        requireAgreement(result, tape.quotes);
      }
    }
  }

  private static RunSpec spec(Models models) {
    SmaCross.Params cross =
        new SmaCross.Params(FAST, SLOW, BigDecimal.valueOf(LOTS), PriceSource.MID, true);
    return models == Models.NONE ? Assumptions.none(cross) : Assumptions.allWithBars(cross);
  }

  private static void requireTrading(RunResult result) {
    Require.that(result.counts().filled() > FEWEST_FILLS, "it must trade: %s", result.counts());
  }

  private static void requireSame(RunResult result, RunResult inOddBatches) {
    Require.that(
        result.fingerprint() == inOddBatches.fingerprint(),
        "batches of %d gave other results",
        ODD_BATCH);
  }

  private static void requireAgreement(RunResult result, QuoteColumns quotes) {
    TextbookCross textbook = textbook();
    double profit = textbook.run(quotes) - Assumptions.START_CASH.doubleValue();
    Require.that(
        result.counts().filled() == textbook.fills() && Math.abs(profit(result) - profit) < CENT,
        "the lane filled %d orders and earned %s, the textbook %d and %s",
        result.counts().filled(),
        profit(result),
        textbook.fills(),
        profit);
  }

  private static double profit(RunResult result) {
    return UNIVERSE.instrument(0).currency().amount(result.strategyProfits().get(0)).doubleValue();
  }

  private static RunResult result(RunSpec spec, List<TapeBatch> tape) {
    RunOutcome outcome = replay(spec, tape);
    if (outcome instanceof RunOutcome.Completed completed) {
      return completed.result();
    }
    throw new IllegalStateException("the run failed: " + outcome);
  }

  private static RunOutcome replay(RunSpec spec, List<TapeBatch> tape) {
    ReplayLane lane = ReplayLane.of(spec, UNIVERSE, RunListener.NONE);
    for (TapeBatch batch : tape) {
      lane.accept(batch);
    }
    return lane.finish();
  }

  private static TextbookCross textbook() {
    return new TextbookCross(FAST, SLOW, LOTS, Assumptions.START_CASH.doubleValue());
  }

  @Benchmark
  @OperationsPerInvocation(QuoteTape.EVENTS)
  public RunOutcome lane(Run run) {
    return replay(run.spec, batches);
  }

  @Benchmark
  @OperationsPerInvocation(QuoteTape.EVENTS)
  public double textbookLoop() {
    return textbook().run(quotes);
  }
}
