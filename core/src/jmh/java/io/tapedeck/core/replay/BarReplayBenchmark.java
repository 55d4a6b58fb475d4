package io.tapedeck.core.replay;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.TapeBatch;
import io.tapedeck.core.market.Universe;
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
 * How many bars a second does one lane take: bars of a minute without ticks, a market order with a
 * target and a stop whenever it is flat; without models and with all of them? And how many does a
 * textbook's loop take?
 *
 * <p>Command: {@code mvn -o -Pjmh -pl core test-compile exec:exec -Djmh="BarReplay -prof gc"}.
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
public class BarReplayBenchmark {
  private static final long OFFSET_TICKS = 30;
  private static final int LOTS = 10;
  private static final int ODD_BATCH = 1_000;
  private static final int FEWEST_FILLS = 100;
  private static final double CENT = 0.01;

  private static final Universe UNIVERSE = BarTape.universe();

  private BarTape tape;
  private List<TapeBatch> batches;

  @Setup
  public void load() {
    tape = new BarTape();
    batches = tape.batches(Replay.BATCH_EVENTS);
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
    public void check(BarReplayBenchmark benchmark) {
      spec = spec(models);
      RunResult result = result(spec, benchmark.batches);
      requireTrading(result);
      requireSame(result, result(spec, benchmark.tape.batches(ODD_BATCH)));
      if (models == Models.NONE) {
        requireAgreement(result, benchmark.tape);
      }
    }
  }

  private static RunSpec spec(Models models) {
    BracketTrader.Params trader = new BracketTrader.Params(LOTS, OFFSET_TICKS);
    RunSpec spec = models == Models.NONE ? Assumptions.none(trader) : Assumptions.all(trader);
    return spec.withCalendar(RunCalendar.of(BarTape.sessions(), 365));
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

  private static void requireAgreement(RunResult result, BarTape tape) {
    TextbookBars textbook = textbook();
    double profit = textbook.run(tape.bars()) - Assumptions.START_CASH.doubleValue();
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

  private static TextbookBars textbook() {
    return new TextbookBars(LOTS, OFFSET_TICKS, Assumptions.START_CASH.doubleValue());
  }

  @Benchmark
  @OperationsPerInvocation(BarTape.BARS)
  public RunOutcome lane(Run run) {
    return replay(run.spec, batches);
  }

  @Benchmark
  @OperationsPerInvocation(BarTape.BARS)
  public double textbookLoop() {
    return textbook().run(tape.bars());
  }
}
