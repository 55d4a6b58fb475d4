package io.tapedeck.jobs.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.core.feed.ArrayFeed;
import io.tapedeck.core.market.AssetClass;
import io.tapedeck.core.market.Currency;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.TradeColumns;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.market.Universe.Listing;
import io.tapedeck.core.replay.RunOutcome;
import io.tapedeck.core.replay.RunWarning;
import io.tapedeck.core.strategy.StrategySpec;
import io.tapedeck.jobs.cli.Json;
import io.tapedeck.jobs.job.Fields;
import io.tapedeck.jobs.job.JobSpec;
import io.tapedeck.jobs.job.Strategies;
import io.tapedeck.jobs.job.YamlTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayJobTest {
  private static final long SECOND = 1_000_000_000L;
  private static final Session DAY = new Session(LocalDate.of(1970, 1, 1), 1, 1_000 * SECOND);

  /** Trades of AAA at 10.00, 10.00, 12.00 and of BBB at 20.00, 20.00, 19.00; ticks of 0.01. */
  private static final class TwoInstruments implements TapeLibrary {
    private final Universe all =
        new Universe(
            List.of(
                new Listing(instrument("AAA"), false, true),
                new Listing(instrument("BBB"), false, true)));

    @Override
    public List<String> symbols() {
      return List.of("AAA", "BBB");
    }

    @Override
    public Tape open(List<String> symbols) {
      ArrayFeed feed =
          ArrayFeed.of(all, trades(0, 1_000, 1_000, 1_200), trades(1, 2_000, 2_000, 1_900));
      return new Tape(
          new SelectedFeed(feed, SelectedFeed.select(all, symbols, kind -> true), 2),
          6,
          List.of(DAY),
          252,
          Set.of(RunWarning.DEFAULT_INSTRUMENT),
          List.of());
    }

    private static TradeColumns trades(int instrument, long... priceTicks) {
      TradeColumns trades = new TradeColumns(priceTicks.length);
      for (int i = 0; i < priceTicks.length; i++) {
        long time = (i + 1) * SECOND;
        trades.add(instrument, instrument, i, time, Missing.VALUE, priceTicks[i], 500, 0);
      }
      return trades;
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

  @Test
  void eachInstrumentHasARunOfItsOwn() {
    List<ReplayedRun> runs = replay("account: per_instrument");

    assertThat(runs).extracting(ReplayedRun::account).containsExactly("AAA", "BBB");
    // bought at the second trade: 100 × (12.00 − 10.00) = 200; 100 × (19.00 − 20.00) = −100
    assertThat(endEquity(runs.get(0))).isEqualTo("100200");
    assertThat(endEquity(runs.get(1))).isEqualTo("99900");
    assertThat(runs.get(1).universe().size()).isEqualTo(1);
  }

  @Test
  void aSharedAccountHoldsAll() {
    List<ReplayedRun> runs = replay("account: shared");

    assertThat(runs).extracting(ReplayedRun::account).containsExactly("shared");
    assertThat(endEquity(runs.get(0))).isEqualTo("100100"); // 200 − 100
  }

  @Test
  void warningsOfTheTapeAndOfTheRunAreBothTold() {
    assertThat(replay("seed: 1").get(0).warnings())
        .contains(RunWarning.DEFAULT_INSTRUMENT, RunWarning.NO_FEES, RunWarning.NO_SLIPPAGE);
  }

  @Test
  void filesHoldExactDecimalsAndReplaceOnlyTheirOwnNames(@TempDir Path folder) throws Exception {
    Path other = Files.writeString(folder.resolve("notes.txt"), "mine");
    Files.writeString(folder.resolve("fills.csv"), "old");

    List<Path> files = ResultFiles.write(folder, replay("fees: {bps: 1}"), Json.pretty(List.of()));

    assertThat(files)
        .extracting(file -> file.getFileName().toString())
        .containsExactly(
            "orders.csv",
            "fills.csv",
            "round_trips.csv",
            "daily.csv",
            "risk_events.csv",
            "rolling_sharpe.csv",
            "drawdowns.csv",
            "monthly_returns.csv",
            "breakdown.csv",
            "costs.csv",
            "shortfall.csv",
            "metrics.json");
    assertThat(other).hasContent("mine");
    // 100 × 10.00 = 1 000.00 at 1 bp is a fee of 0.10
    assertThat(Files.readString(folder.resolve("fills.csv")))
        .isEqualTo(
            """
            account,symbol,order_id,time,side,price,size,slippage,fee,liquidity,leaves_size
            AAA,AAA,1,1970-01-01T00:00:02Z,BUY,10,100,0,0.1,TAKER,0
            BBB,BBB,1,1970-01-01T00:00:02Z,BUY,20,100,0,0.2,TAKER,0
            """);
    assertThat(folder.toFile().list()).hasSize(13);
  }

  @Test
  void csvCellsAreQuotedWhereTheyMustBe() {
    CsvText csv = new CsvText("a", "b");
    csv.add("x,y", "say \"hi\"");

    assertThat(csv).hasToString("a,b\n\"x,y\",\"say \"\"hi\"\"\"\n");
  }

  @Test
  void aSelectionOfWhatIsNotThereIsRefused() {
    assertThatThrownBy(() -> new TwoInstruments().open(List.of("CCC")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("CCC");
  }

  private static String endEquity(ReplayedRun run) {
    RunOutcome.Completed completed = (RunOutcome.Completed) run.outcome();
    return Amounts.money(run.currency(), completed.result().metrics().endEquity());
  }

  private static List<ReplayedRun> replay(String line) {
    Fields keys =
        Fields.of(
            YamlTree.parse(
                "lake: none\nuniverse: [AAA, BBB]\n"
                    + "strategy: {name: buy-and-hold, parameters: {size: 100}}\n"
                    + line,
                "job.yaml"));
    JobSpec job = JobSpec.bind(keys);
    List<StrategySpec> strategies = Strategies.found().bind(job.strategies());
    List<Long> progress = new ArrayList<>();
    List<ReplayedRun> runs =
        new ReplayJob(job, strategies)
            .run(new TwoInstruments(), (events, of) -> progress.add(events));
    assertThat(progress).isNotEmpty();
    return runs;
  }
}
