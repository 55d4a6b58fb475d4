package io.tapedeck.jobs.job;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.core.account.AccountKind;
import io.tapedeck.core.account.AccountSpec;
import io.tapedeck.core.account.CostMethod;
import io.tapedeck.core.account.LiquidationRule;
import io.tapedeck.core.bar.BarLength;
import io.tapedeck.core.bar.BarRule;
import io.tapedeck.core.cost.DutyBps;
import io.tapedeck.core.cost.FeeBps;
import io.tapedeck.core.cost.FeeMakerTaker;
import io.tapedeck.core.cost.FeePerShare;
import io.tapedeck.core.cost.FeeSchedule;
import io.tapedeck.core.cost.FeeSum;
import io.tapedeck.core.cost.FeeTiered;
import io.tapedeck.core.cost.FinancingSpec;
import io.tapedeck.core.cost.NoFees;
import io.tapedeck.core.execution.BarFillSpec;
import io.tapedeck.core.execution.BarLimitMode;
import io.tapedeck.core.execution.BarMarketMode;
import io.tapedeck.core.execution.BarPath;
import io.tapedeck.core.execution.Delay;
import io.tapedeck.core.execution.ExecutionSpec;
import io.tapedeck.core.execution.FixedDelay;
import io.tapedeck.core.execution.LogNormalDelay;
import io.tapedeck.core.execution.NoSlippage;
import io.tapedeck.core.execution.NoisySlippage;
import io.tapedeck.core.execution.QueueModelSpec;
import io.tapedeck.core.execution.RecordedDelay;
import io.tapedeck.core.execution.ResidualRule;
import io.tapedeck.core.execution.ShiftedExponentialDelay;
import io.tapedeck.core.execution.SlippageBps;
import io.tapedeck.core.execution.SlippageSpec;
import io.tapedeck.core.execution.SlippageSpread;
import io.tapedeck.core.execution.SlippageSquareRoot;
import io.tapedeck.core.execution.SlippageTicks;
import io.tapedeck.core.execution.SlippageVolumeShare;
import io.tapedeck.core.execution.TriggerSource;
import io.tapedeck.core.execution.UniformDelay;
import io.tapedeck.core.execution.VenueDelays;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.TradingState;
import io.tapedeck.core.replay.DeskSpec;
import io.tapedeck.core.replay.SizingPlan;
import io.tapedeck.core.risk.ExposureScaleSpec;
import io.tapedeck.core.risk.FixedNotional;
import io.tapedeck.core.risk.FixedSize;
import io.tapedeck.core.risk.LossLimit;
import io.tapedeck.core.risk.PercentOfEquity;
import io.tapedeck.core.risk.PositionGuardSpec;
import io.tapedeck.core.risk.RiskPerTrade;
import io.tapedeck.core.risk.RiskSpec;
import io.tapedeck.core.risk.SizingSpec;
import io.tapedeck.core.risk.TargetWeight;
import io.tapedeck.core.risk.Threshold;
import io.tapedeck.core.risk.VolatilityTarget;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every model as a job file writes it, against its record made by hand. */
class ModelKeysTest {
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000_000_000;
  private static final String LEAST =
      """
      lake: lake
      universe: [BAC]
      strategy: {name: sma-cross}
      """;

  @Test
  void delaysAreConstantOrDrawn() {
    assertThat(entry("5ms")).isEqualTo(new FixedDelay(5 * MILLI));
    assertThat(entry("{constant: 5ms}")).isEqualTo(new FixedDelay(5 * MILLI));
    assertThat(entry("{uniform: {min: 1ms, max: 3ms}}"))
        .isEqualTo(new UniformDelay(MILLI, 3 * MILLI));
    assertThat(entry("{exponential: {min: 1ms, mean: 2ms}}"))
        .isEqualTo(new ShiftedExponentialDelay(MILLI, 2 * MILLI));
    assertThat(entry("{lognormal: 2ms, sigma: 0.5, cap: 50ms}"))
        .isEqualTo(new LogNormalDelay(2 * MILLI, 0.5, 50 * MILLI));
  }

  @Test
  void delaysDifferByVenueAndTheOthersShareOne() {
    assertThat(entry("{per_venue: {XNAS: 1ms, ARCA: {uniform: {min: 0, max: 1ms}}, other: 9ms}}"))
        .isEqualTo(
            new VenueDelays(
                new TreeMap<>(
                    Map.of("XNAS", new FixedDelay(MILLI), "ARCA", new UniformDelay(0, MILLI))),
                new FixedDelay(9 * MILLI)));
  }

  @Test
  void delaysAreReadFromARecording(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("delays.csv");
    Files.writeString(file, "time,delay\n1970-01-01T00:00:01Z,2ms\n2000000000,3000000\n");
    Path wrong = Files.writeString(folder.resolve("wrong.csv"), "1,2ms\nsoon,3\n");

    assertThat(entry("{recorded: " + file + ", between: linear}"))
        .isEqualTo(
            new RecordedDelay(
                new long[] {SECOND, 2 * SECOND},
                new long[] {2 * MILLI, 3 * MILLI},
                RecordedDelay.Between.LINEAR));
    assertThatThrownBy(() -> entry("{recorded: " + wrong + "}"))
        .hasMessageContaining("line 2 of " + wrong + " must be time,delay: was 'soon,3'");
  }

  @Test
  void executionHasItsOptions() {
    ExecutionSpec execution =
        market(
                "execution: {residual: walks, queue: {power_prob3: 2}, triggers: last,"
                    + " bars: {market: next-close, limit: probability, touch_probability: 0.3,"
                    + " path: pessimistic}}")
            .execution();

    assertThat(execution)
        .isEqualTo(
            new ExecutionSpec(
                ResidualRule.WALKS,
                new QueueModelSpec(QueueModelSpec.Kind.POWER_PROB3, 2),
                TriggerSource.LAST,
                new BarFillSpec(
                    BarMarketMode.NEXT_CLOSE, BarLimitMode.PROBABILITY, 0.3, BarPath.PESSIMISTIC),
                ONE));
    assertThat(market("execution: {queue: log_prob2, max_participation: 0.10}").execution())
        .isEqualTo(
            ExecutionSpec.STANDARD
                .withQueue(QueueModelSpec.of(QueueModelSpec.Kind.LOG_PROB2))
                .withMaxParticipation(new BigDecimal("0.1")));
  }

  @Test
  void slippageIsOneOfSeveral() {
    assertThat(slippage("none")).isEqualTo(new NoSlippage());
    assertThat(slippage("{bps: 0.5}")).isEqualTo(new SlippageBps(5_000)); // 0.5 × 10 000
    assertThat(slippage("{ticks: 2}")).isEqualTo(new SlippageTicks(2));
    assertThat(slippage("{spread: 0.25}")).isEqualTo(new SlippageSpread(2_500));
    assertThat(slippage("{volume_share: 0.025, price_impact: 0.1}"))
        .isEqualTo(SlippageVolumeShare.ZIPLINE);
    assertThat(slippage("{square_root: 1, daily_volatility: 0.02, daily_volume: 1e6}"))
        .isEqualTo(new SlippageSquareRoot(1, 0.02, 1e6));
    assertThat(slippage("{noisy: {base: {spread: 0.5}, sigma_bps: 2}}"))
        .isEqualTo(new NoisySlippage(new SlippageSpread(5_000), 2));
  }

  @Test
  void feesAreASchedule() {
    FeeMakerTaker retail = new FeeMakerTaker(new BigDecimal("-1"), new BigDecimal("3.5"));

    assertThat(fees("none")).isEqualTo(new NoFees());
    assertThat(fees("{bps: 1.5}")).isEqualTo(new FeeBps(new BigDecimal("1.5")));
    assertThat(fees("{per_share: 0.005}"))
        .isEqualTo(new FeePerShare(new BigDecimal("0.005"), ZERO, new BigDecimal("10000")));
    assertThat(fees("{maker_taker: {maker_bps: -1, taker_bps: 3.5}}")).isEqualTo(retail);
    assertThat(
            fees(
                "{tiered: [{from: 0, maker_bps: -1, taker_bps: 3.5},"
                    + " {from: 1e6, maker_bps: -2, taker_bps: 3}]}"))
        .isEqualTo(
            new FeeTiered(
                List.of(
                    new FeeTiered.Tier(ZERO, retail),
                    new FeeTiered.Tier(
                        new BigDecimal("1e6"),
                        new FeeMakerTaker(new BigDecimal("-2"), new BigDecimal("3"))))));
    assertThat(fees("{duty: buy, bps: 50}")).isEqualTo(new DutyBps(Side.BUY, new BigDecimal("50")));
    assertThat(fees("[{bps: 1}, {duty: {side: sell, bps: 0.2}}]"))
        .isEqualTo(
            new FeeSum(List.of(new FeeBps(ONE), new DutyBps(Side.SELL, new BigDecimal("0.2")))));
  }

  @Test
  void financingIsByTheYear() {
    assertThat(market("financing: {short_bps: 25, credit_bps: -10, day_count: 360}").financing())
        .isEqualTo(new FinancingSpec(ZERO, new BigDecimal("25"), ZERO, new BigDecimal("-10"), 360));
  }

  @Test
  void theAccountIsAWordOrAGroup() {
    assertThat(desk("account: cash").account()).isEqualTo(AccountSpec.CASH);
    assertThat(
            desk("account: {kind: margin, initial: 0.5, maintenance: 0.25, cost_method: fifo}")
                .account())
        .isEqualTo(
            new AccountSpec(
                new AccountKind.Margin(new BigDecimal("0.5"), new BigDecimal("0.25")),
                CostMethod.FIFO,
                LiquidationRule.ALL));
    JobSpec job = bind("account: {scope: shared, kind: cash}");
    assertThat(job.account()).isEqualTo(JobSpec.Account.SHARED);
    assertThat(job.terms().desk().account()).isEqualTo(AccountSpec.CASH);
  }

  @Test
  void riskHoldsLimitsOfOrdersOfTheAccountAndOfPositions() {
    DeskSpec desk =
        desk(
            """
            risk:
              max_position_notional: 1e6
              collar_bps: 50.5
              restricted: [GME, AMC]
              max_leverage: 2
              max_orders: 100
              per: 10s
              quiet_before_close: 5m
              fee_reserve_bps: 1.5
              daily_loss: 2%
              max_drawdown: {at: 5000, then: reducing, positions: flattened}
              positions: {stop_loss: 50 bps, take_profit: 1000, max_held: 2h, max_held_sessions: 3}
            """);

    RiskSpec risk = desk.risk();
    assertThat(risk.maxOrderSize()).isEqualTo(RiskSpec.UNLIMITED);
    assertThat(risk.maxPositionNotional()).isEqualByComparingTo("1000000");
    assertThat(risk.collarBps()).isEqualByComparingTo("50.5");
    assertThat(risk.restricted()).containsExactly("AMC", "GME");
    assertThat(risk.exposure().maxLeverage()).isEqualByComparingTo("2");
    assertThat(risk.flow().maxOrders()).isEqualTo(100);
    assertThat(risk.flow().windowNanos()).isEqualTo(10 * SECOND);
    assertThat(risk.flow().quietBeforeCloseNanos()).isEqualTo(300 * SECOND);
    assertThat(risk.buyingPower().feeReserveBpsE4()).isEqualTo(15_000); // 1.5 × 10 000
    assertThat(desk.accountGuard().dailyLoss())
        .isEqualTo(LossLimit.at(Threshold.ofShare(new BigDecimal("0.02"))));
    assertThat(desk.accountGuard().drawdown())
        .isEqualTo(
            LossLimit.at(Threshold.ofMoney(new BigDecimal("5000")))
                .becoming(TradingState.REDUCING)
                .flattening());
    assertThat(desk.positionGuard())
        .isEqualTo(
            PositionGuardSpec.NONE
                .withStopLoss(Threshold.ofShare(new BigDecimal("0.0050")))
                .withTakeProfit(Threshold.ofMoney(new BigDecimal("1000")))
                .withMaxHeldNanos(7_200 * SECOND)
                .withMaxHeldSessions(3));
  }

  @Test
  void sizingIsARuleAndAScale() {
    assertThat(sizing("{size: 100}")).isEqualTo(new FixedSize(new BigDecimal("100")));
    assertThat(sizing("{notional: 1e4}")).isEqualTo(new FixedNotional(new BigDecimal("1e4")));
    assertThat(sizing("{percent_of_equity: 10, fee_reserve_bps: 5}"))
        .isEqualTo(
            new PercentOfEquity(new BigDecimal("10"), new BigDecimal("0"), new BigDecimal("5")));
    assertThat(sizing("{risk_per_trade: 1, atr_multiple: 2, atr_window: 14}"))
        .isEqualTo(new RiskPerTrade(ONE, 2, 14));
    assertThat(sizing("{volatility_target: 0.1, window: 20, max_leverage: 2}"))
        .isEqualTo(new VolatilityTarget(0.1, 20, 2));
    assertThat(sizing("{target_weight: 0.25}")).isEqualTo(new TargetWeight(new BigDecimal("0.25")));
    assertThat(desk("sizing: {size: 100, scale: {annual_volatility: 0.1, window: 20}}").sizing())
        .isEqualTo(
            SizingPlan.of(new FixedSize(new BigDecimal("100")))
                .scaledBy(new ExposureScaleSpec(0.1, 20, 1)));
    assertThat(desk("sizing: {scale: {annual_volatility: 0.1, window: 20, cap: 2}}").sizing())
        .isEqualTo(SizingPlan.NONE.scaledBy(new ExposureScaleSpec(0.1, 20, 2)));
  }

  @Test
  void barsBenchmarkAndWarmUp() {
    RunTerms terms =
        bind("bars: 100 ticks\nbenchmark: BAC\nwarm_up: 5\nclosing_auction: 10m").terms();

    assertThat(terms.bars()).containsExactly(new BarRule.TickBars(100));
    assertThat(terms.benchmark()).isEqualTo("BAC");
    assertThat(terms.warmUpSessions()).isEqualTo(5);
    assertThat(terms.closingAuctionNanos()).isEqualTo(600 * SECOND);
  }

  @Test
  void barsOfTheTapeAreAskedForByTheirLength() {
    assertThat(bind("").tapeBars()).isEmpty();
    assertThat(bind("tables: [bars]").tapeBars()).contains(TapeBars.DAILY);
    assertThat(bind("tape_bars: 5m").tapeBars())
        .contains(new TapeBars(BarLength.parse("5m"), TapeBars.Prices.LAST, ""));
    assertThat(bind("tape_bars: {length: 1h, prices: bid_ask, source: built}").tapeBars())
        .contains(new TapeBars(BarLength.parse("1h"), TapeBars.Prices.BID_ASK, "built"));
  }

  @Test
  void severalStrategiesShareTheAccount() {
    JobSpec job =
        bind(
            """
            lake: lake
            universe: [BAC]
            strategies:
              - {name: sma-cross, parameters: {fast: 10, slow: 50, size: 1}}
              - {name: sma-cross, as: slow, parameters: {fast: 100, slow: 500, size: 1}}
            """,
            "");

    assertThat(job.strategies()).extracting(StrategyChoice::name).containsOnly("sma-cross");
    assertThat(JobSpec.title(job.named())).isEqualTo("sma-cross+slow=sma-cross");
    assertThat(Strategies.found().bind(job.strategies())).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'latency: {entry: {unifrm: {}}}' | job.yaml:4:18: latency.entry must be a duration with its unit, such as 5ms, 250us or 1s, {constant: ...}, {uniform: ...}
          'latency: {entry: {unifrm: {}}}' | did you mean 'uniform'?
          'latency: {entry: {uniform: {min: 1ms}}}' | latency.entry.uniform.max is missing: longest
          'latency: {entry: {uniform: {min: 2ms, max: 1ms}}}' | latency.entry.uniform: a uniform delay must go from 0 ns
          'latency: {entry: {uniform: {min: 1ms, mx: 2ms}}}' | job.yaml:4:39: unknown key latency.entry.uniform.mx: did you mean 'max'?
          'latency: {entry: {uniform: {min: 1ms, max: 2ms, mean: 3ms}}}' | unknown key latency.entry.uniform.mean
          'latency: {entry: {recorded: nowhere.csv}}' | latency.entry.recorded cannot be read
          'execution: {residual: walk}' | execution.residual must be one of rests, walks, cancels, was 'walk'
          'execution: {queue: {power_prob: -1}}' | job.yaml:4:33: execution.queue.power_prob: exponent of POWER_PROB must be positive
          'execution: {queue: {log_prob: 2}}' | exponent 2.0 has no meaning with LOG_PROB
          'execution: {max_participation: 2}' | job.yaml:4:32: execution.max_participation: participation must be above 0 and at most 1
          'execution: {max_participation: 0.5, residual: walks}' | cannot walk beyond it
          'execution: {bars: {limit: touch, touch_probability: 0.5}}' | job.yaml:4:53: execution.bars.touch_probability: touch probability 0.5 has no meaning with TOUCH
          'slippage: {tiks: 1}' | slippage must be none, {bps: ...}, {ticks: ...}
          'slippage: {tiks: 1}' | did you mean 'ticks'?
          'slippage: {ticks: 1.5}' | slippage.ticks must be a whole number
          'slippage: {bps: 0.00001}' | slippage.bps must be a number with at most 4 decimals, was '0.00001'
          'slippage: {bps: 1, ticks: 1}' | slippage names bps and ticks: give one of them
          'slippage: {spread: 1, spred: 2}' | unknown key slippage.spred
          'slippage: {noisy: {base: none}}' | slippage.noisy.sigma_bps is missing
          'slippage: {bps: 1}\nslippage_bps: 1' | job.yaml:5:15: slippage_bps and slippage are given
          'fees: {tiered: [{from: 1, maker_bps: 0, taker_bps: 1}]}' | fees.tiered: the first tier must start at 0
          'fees: {tiered: {from: 0}}' | unknown key fees.tiered.from
          'fees: [{bps: 1}, {bsp: 1}]' | job.yaml:4:18: fees must be none
          'fees: [{bps: 1}, {duty: {side: left, bps: 1}}]' | fees.duty.side must be one of buy, sell, was 'left'
          'financing: {day_count: 366}' | job.yaml:4:24: financing.day_count: a year of financing must have 360 or 365 days, was 366
          'financing: {short: 25}' | unknown key financing.short: did you mean 'short_bps'?
          'account: {kind: margin, initial: 0.5}' | account.maintenance is missing: equity below which the account is called
          'account: {kind: margin, initial: 2, maintenance: 1}' | initial must be above 0 and at most 1 (0.25 is a leverage of 4), was 2
          'account: {kind: margn}' | account.kind must be one of unconstrained, cash, margin, was 'margn'
          'account: {kind: cash, initial: 1}' | unknown key account.initial
          'risk: {daily_loss: two}' | job.yaml:4:20: risk.daily_loss must be an amount, or a share such as 2%, was 'two'
          'risk: {daily_loss: {at: 2%, then: active}}' | a loss limit must reduce or halt trading, was ACTIVE
          'risk: {positions: {stop_los: 1%}}' | unknown key risk.positions.stop_los: did you mean 'stop_loss'?
          'risk: {max_orders: 0, per: 1s}' | job.yaml:4:20: risk.max_orders: max_orders must be from 1 to 1000000, was 0
          'sizing: {volatility_target: 0.1, window: 1, max_leverage: 1}' | sizing: window of
          'sizing: {percent: 10}' | sizing must be {size: ...}, {notional: ...}
          'sizing: {scale: {window: 20}}' | sizing.scale.annual_volatility is missing
          'bars: 1 minute' | bars: a bar must look like 1m, 100 ticks, 5000 volume or 1e6 notional, was 1 minute
          'benchmark: SPY' | benchmark must be a symbol of the universe, was 'SPY'
          'warm_up: 2 days' | warm_up must be a whole number from 0 to 100000, was '2 days'
          'tape_bars: 2d' | tape_bars: a bar must last whole seconds from 1s to 1d
          'tape_bars: 1d\ntables: [trades]' | job.yaml:4:12: tape_bars is for bars, and tables names none
          'strategies: []' | strategies and strategy are given
          """)
  void aWrongModelIsRefusedWithItsPlaceAndTheRemedy(String line, String message) {
    assertThatThrownBy(() -> bind(line.replace("\\n", "\n")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(message);
  }

  private static Delay entry(String text) {
    return market("latency: {entry: " + text + "}").latency().entry();
  }

  private static SlippageSpec slippage(String text) {
    return market("slippage: " + text).slippage();
  }

  private static FeeSchedule fees(String text) {
    return market("fees: " + text).fees();
  }

  private static SizingSpec sizing(String text) {
    return desk("sizing: " + text).sizing().rule().get(0);
  }

  private static io.tapedeck.core.replay.MarketSpec market(String lines) {
    return bind(lines).terms().market();
  }

  private static DeskSpec desk(String lines) {
    return bind(lines).terms().desk();
  }

  private static JobSpec bind(String lines) {
    return bind(LEAST, lines);
  }

  private static JobSpec bind(String least, String lines) {
    Fields fields = Fields.of(YamlTree.parse(least + lines, "job.yaml"));
    JobSpec job = JobSpec.bind(fields);
    fields.refuseOthers();
    return job;
  }
}
