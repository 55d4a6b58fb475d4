package io.tapedeck.jobs.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.core.account.MarkRule;
import io.tapedeck.core.cost.FeeBps;
import io.tapedeck.core.cost.FeePerShare;
import io.tapedeck.core.cost.NoFees;
import io.tapedeck.core.execution.LatencySpec;
import io.tapedeck.core.execution.NoSlippage;
import io.tapedeck.core.execution.SlippageBps;
import io.tapedeck.core.risk.RiskSpec;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobSpecTest {
  private static final String LEAST =
      """
      lake: lake
      universe: [BAC]
      strategy: {name: sma-cross}
      """;

  @Test
  void everyKeyIsBoundToItsType() {
    JobSpec job =
        bind(
            """
            name: sma on BAC
            lake: s3a://ticks/lake
            universe: [BAC, NO]
            account: shared
            tables: [trades, quotes]
            dates: {from: 2013-10-07, to: 2013-10-11}
            session: ALL
            strategy: {name: sma-cross, parameters: {fast: 10}}
            start_cash: 250_000.50
            fees: {bps: 1.25}
            slippage_bps: 0.5
            latency: {feed: 0ms, entry: 5ms, response: 250us}
            risk: {max_order_size: 100, max_order_notional: 1e6}
            mark: last
            seed: 7
            """);

    assertThat(job.name()).isEqualTo("sma on BAC");
    assertThat(job.data()).isEqualTo(new DataSource.InLake("s3a://ticks/lake"));
    assertThat(job.universe()).containsExactly("BAC", "NO");
    assertThat(job.account()).isEqualTo(JobSpec.Account.SHARED);
    assertThat(job.tables()).containsExactly(JobSpec.TickKind.TRADES, JobSpec.TickKind.QUOTES);
    assertThat(job.dates())
        .isEqualTo(new DateRange(LocalDate.of(2013, 10, 7), LocalDate.of(2013, 10, 11)));
    assertThat(job.hours()).isEqualTo(JobSpec.Hours.ALL);
    assertThat(job.strategies().get(0).name()).isEqualTo("sma-cross");
    assertThat(job.terms().desk().startCash()).isEqualByComparingTo("250000.50");
    assertThat(job.terms().market().fees()).isEqualTo(new FeeBps(new BigDecimal("1.25")));
    assertThat(job.terms().market().slippage())
        .isEqualTo(new SlippageBps(5_000)); // 0.5 bps × 10 000
    assertThat(job.terms().market().latency())
        .isEqualTo(LatencySpec.constant(0, 5_000_000, 250_000));
    assertThat(job.terms().desk().risk().maxOrderSize()).isEqualByComparingTo("100");
    assertThat(job.terms().desk().risk().maxPosition()).isEqualTo(RiskSpec.UNLIMITED);
    assertThat(job.terms().desk().risk().maxOrderNotional()).isEqualByComparingTo("1000000");
    assertThat(job.terms().market().mark()).isEqualTo(MarkRule.LAST);
    assertThat(job.terms().seed()).isEqualTo(7);
  }

  @Test
  void theDefaultsAreTheDocumentedOnes() {
    JobSpec job = bind(LEAST);

    assertThat(job.account()).isEqualTo(JobSpec.Account.PER_INSTRUMENT);
    assertThat(job.tables()).isEmpty();
    assertThat(job.dates().isAll()).isTrue();
    assertThat(job.hours()).isEqualTo(JobSpec.Hours.REGULAR);
    assertThat(job.terms().desk().startCash()).isEqualByComparingTo("100000");
    assertThat(job.terms().market().fees()).isEqualTo(new NoFees());
    assertThat(job.terms().market().slippage()).isEqualTo(new NoSlippage());
    assertThat(job.terms().market().latency()).isEqualTo(LatencySpec.NONE);
    assertThat(job.terms().desk().risk()).isEqualTo(RiskSpec.NONE);
    assertThat(job.terms().market().mark()).isEqualTo(MarkRule.AUTO);
    assertThat(job.terms().seed()).isEqualTo(1);
  }

  @Test
  void feesPerShareHaveAMinimumAndACap() {
    assertThat(
            bind(LEAST + "fees: {per_share: 0.005, minimum: 1.00, cap_bps: 100}")
                .terms()
                .market()
                .fees())
        .isEqualTo(
            new FeePerShare(
                new BigDecimal("0.005"), new BigDecimal("1.00"), new BigDecimal("100")));
  }

  @Test
  void filesNeedNoLakeAndNoUniverse() {
    JobSpec job =
        bind(
            """
            data: {csv: [a.csv, b.csv], profile: bitstamp, symbol: BTC/USD}
            strategy: {name: x}
            """);

    assertThat(job.data())
        .isEqualTo(
            new DataSource.InFiles(java.util.List.of("a.csv", "b.csv"), "bitstamp", "", "BTC/USD"));
    assertThat(job.universe()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          start_csh: 5              | job.yaml:4:1: unknown key start_csh: did you mean 'start_cash'?
          colour: red               | unknown key colour: known: account, bars, benchmark,
          start_cash: lots          | job.yaml:4:13: start_cash must be a number that is not negative, such as 0.005, was 'lots'
          start_cash: 0             | start_cash must be positive, was 0
          start_cash: -5            | start_cash must be a number that is not negative
          start_cash: [1]           | start_cash must be a single value, was a list
          start_cash:               | start_cash must be a single value, was nothing
          seed: 1.5                 | seed must be a whole number
          mark: close               | mark must be one of auto, last, mid, liquidation, was 'close'
          account: sharde           | account must be one of per_instrument, shared, unconstrained, cash or a group such as {kind: margin, initial: 0.5, maintenance: 0.25}, was 'sharde'
          tables: [trade]           | tables must be one of trades, quotes, signals, bars, was 'trade'
          dates: {from: 2013-13-01} | dates.from must be a date such as 2013-10-07, was '2013-13-01'
          'dates: {from: 2013-10-08, to: 2013-10-07}' | dates.from (2013-10-08) must not be after to (2013-10-07)
          dates: {form: 2013-10-08} | unknown key dates.form: did you mean 'from'?
          dates: 2013-10-07         | dates must be a group of keys, was '2013-10-07'
          latency: {entry: 5}       | latency.entry must be a duration with its unit, such as 5ms, 250us or 1s, was '5'
          latency: {entry: 0.5ns}   | latency.entry must be a duration with its unit
          latency: {exit: 5ms}      | unknown key latency.exit
          fees: {bps: 10001}        | job.yaml:4:13: fees.bps: fee must be from 0 to 10000 bps with at most 4 decimals, was 10001
          fees: {bps: 0.00001}      | fees.bps: fee must be from 0 to 10000 bps with at most 4 decimals, was 0.00001
          'fees: {bps: 1, per_share: 1}' | fees names bps and per_share: give one of them
          fees: {minimum: 1}        | fees must be none, {bps: ...}, {per_share: ...}
          fees: {pbs: 1}            | or {sum: ...}; did you mean 'bps'?
          fees: cheap               | fees must be none, {bps: ...}, {per_share: ...}, {maker_taker: ...}, {tiered: ...}, {duty: ...} or {sum: ...}, was 'cheap'
          slippage_bps: -1          | slippage_bps must be a number that is not negative
          risk: {max_position: 0}   | job.yaml:4:22: risk.max_position: max_position must be positive, was 0
          risk: {max_size: 5}       | unknown key risk.max_size
          data: {csv: x}            | give lake or data, not both
          """)
  void aWrongValueIsRefusedWithItsPlaceAndTheRemedy(String line, String message) {
    assertThatThrownBy(() -> bind(LEAST + line))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'universe: [BAC]\nstrategy: {name: x}'    | lake is missing: give --lake FOLDER, lake: or data:
          'lake: l\nstrategy: {name: x}'            | universe is missing: name the symbols
          'lake: l\nuniverse: [BAC, BAC]\nstrategy: {name: x}' | universe names a symbol twice
          'lake: l\nuniverse: [BAC]'                | strategy is missing
          'lake: l\nuniverse: [BAC]\nstrategy: {}'  | strategy.name is missing: see: tapedeck strategies
          'lake: l\nuniverse: [BAC]\nstrategy: {name: x, params: {}}' | did you mean 'parameters'?
          'data: {csv: a}\nstrategy: {name: x}'     | data.profile is missing: give a profile
          'data: {csv: a, profile: p, mapping: m}\nstrategy: {name: x}' | not both
          'data: {profile: p}\nstrategy: {name: x}' | data.csv is missing
          """)
  void whatIsMissingIsNamed(String text, String message) {
    assertThatThrownBy(() -> bind(text.replace("\\n", "\n")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(message);
  }

  private static JobSpec bind(String text) {
    Fields fields = Fields.of(YamlTree.parse(text, "job.yaml"));
    JobSpec job = JobSpec.bind(fields);
    fields.refuseOthers();
    return job;
  }
}
