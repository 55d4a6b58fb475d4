package io.tapedeck.jobs.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.strategy.SmaCross;
import io.tapedeck.jobs.grid.ParameterSet;
import io.tapedeck.jobs.grid.ParameterValue;
import io.tapedeck.jobs.job.Fields;
import io.tapedeck.jobs.job.JobSpec;
import io.tapedeck.jobs.job.YamlTree;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunIdentityTest {
  /** Each is another run than any other. */
  private static final String OTHER_TERMS =
      """
      account: shared
      account: cash
      account: {kind: margin, initial: 0.5, maintenance: 0.25}
      account: {kind: margin, initial: 0.5, maintenance: 0.5}
      account: {cost_method: fifo}
      session: ALL
      tape_bars: 1d
      tape_bars: 5m
      tape_bars: {length: 5m, prices: bid_ask}
      start_cash: 10
      fees: {bps: 1}
      fees: {maker_taker: {maker_bps: 1, taker_bps: 1}}
      fees: [{bps: 1}, {duty: {side: buy, bps: 50}}]
      fees: [{duty: {side: buy, bps: 50}}, {bps: 1}]
      slippage_bps: 5
      slippage: {ticks: 5}
      slippage: {noisy: {base: {ticks: 5}, sigma_bps: 1}}
      latency: {feed: 1ns}
      latency: {entry: 1ns}
      latency: {response: 1ns}
      latency: {entry: {uniform: {min: 1ns, max: 2ns}}}
      latency: {entry: {per_venue: {XNAS: 1ns}}}
      latency: {entry: {per_venue: {XNYS: 1ns}}}
      execution: {residual: walks}
      execution: {queue: log_prob}
      execution: {queue: {power_prob: 2}}
      execution: {queue: {power_prob: 3}}
      execution: {triggers: last}
      execution: {max_participation: 0.1}
      execution: {bars: {market: next_close}}
      execution: {bars: {limit: probability, touch_probability: 0.5}}
      execution: {bars: {path: pessimistic}}
      financing: {short_bps: 25}
      financing: {day_count: 360}
      risk: {max_order_size: 10}
      risk: {restricted: [BAC]}
      risk: {max_gross: 10}
      risk: {max_orders: 10}
      risk: {max_orders: 10, per: 2s}
      risk: {fee_reserve_bps: 10}
      risk: {daily_loss: 2%}
      risk: {daily_loss: {at: 2%, then: reducing}}
      risk: {max_drawdown: 2%}
      risk: {positions: {stop_loss: 2%}}
      risk: {positions: {stop_loss: 2}}
      risk: {positions: {max_held: 2h}}
      sizing: {size: 10}
      sizing: {notional: 10}
      sizing: {scale: {annual_volatility: 0.1, window: 20}}
      mark: last
      bars: 1m
      bars: 100 ticks
      benchmark: BAC
      warm_up: 2
      closing_auction: 10m
      seed: 2""";

  /** Two ways to say one thing. */
  private static final String SAME_TERMS =
      """
      fees: {bps: 1.50} === fees: {bps: {bps: 1.5}}
      fees: [{bps: 1}] === fees: {sum: [{bps: 1.0}]}
      slippage_bps: 0.5 === slippage: {bps: 0.50}
      slippage: {bps: 0} === slippage: none
      latency: {entry: 1ms} === latency: {entry: {constant: 1000us}}
      execution: {queue: power_prob} === execution: {queue: {power_prob: 1}}
      execution: {max_participation: 1.0} === seed: 1
      risk: {restricted: [B, A, B]} === risk: {restricted: [A, B]}
      risk: {daily_loss: 2%} === risk: {daily_loss: {at: 200 bps, then: HALTED, positions: kept}}
      bars: 60s === bars: 1m
      tape_bars: 1d === tables: [bars]
      account: per-instrument === account: {kind: unconstrained, scope: per_instrument}
      start_cash: 1e5 === start_cash: 100_000.00""";

  private static final String NO_LOSS =
      "{'positions':'KEPT','state':'HALTED','threshold':{'kind':'NONE','value':0}}";
  private static final Assumptions ASSUMPTIONS = assume("");
  private static final TapeIdentity TAPE =
      new TapeIdentity(
          LocalDate.of(2013, 10, 7), LocalDate.of(2013, 10, 11), "[[\"BAC\"]]", "t0", "c0");
  private static final ParameterReader READER = new ParameterReader(new SmaCross.Provider());

  @Test
  void anIdIsTheDigestOfAReadableText() {
    RunIdentity identity = new RunIdentity("sma-cross", "d0", ASSUMPTIONS, TAPE, 1);
    BoundParameters parameters = bind("fast", "10", "slow", "30", "size", "100");

    assertThat(identity.json(parameters))
        .isEqualTo(
            ("{'account':'PER_INSTRUMENT','bars':[],'benchmark':'','calendar':'c0',"
                    + "'closing_auction_nanos':300000000000,'desk':{"
                    + "'account':{'cost_method':'AVERAGE','kind':{'kind':'unconstrained'},"
                    + "'liquidation':'ALL'},"
                    + "'account_guard':{'daily_loss':"
                    + NO_LOSS
                    + ",'drawdown':"
                    + NO_LOSS
                    + "},'position_guard':{'max_held_nanos':9223372036854775807,"
                    + "'max_held_sessions':2147483647,'stop_loss':{'kind':'NONE','value':0},"
                    + "'take_profit':{'kind':'NONE','value':0},"
                    + "'trailing':{'kind':'NONE','value':0}},"
                    + "'risk':{'buying_power':{'fee_reserve_bps_e4':0,'initial_ppm':0,"
                    + "'kind':'UNCONSTRAINED'},'collar_bps':9223372036854775807,"
                    + "'exposure':{'max_concentration':9223372036854775807,"
                    + "'max_gross':9223372036854775807,'max_leverage':9223372036854775807,"
                    + "'max_net':9223372036854775807},'flow':{'max_open_orders':2147483647,"
                    + "'max_orders':2147483647,'quiet_after_open_nanos':0,"
                    + "'quiet_before_close_nanos':0,'window_nanos':1000000000},"
                    + "'max_order_notional':9223372036854775807,"
                    + "'max_order_size':9223372036854775807,"
                    + "'max_position':9223372036854775807,"
                    + "'max_position_notional':9223372036854775807,'restricted':[]},"
                    + "'sizing':{'rule':[],'scale':[]},'start_cash':100000},'engine':1,"
                    + "'first':'2013-10-07','hours':'REGULAR','last':'2013-10-11','market':{"
                    + "'execution':{'bars':{'limit':'TOUCH','market':'NEXT_OPEN','path':'OHLC',"
                    + "'touch_probability':1},'max_participation':1,"
                    + "'queue':{'exponent':1,'kind':'NONE'},'residual':'RESTS',"
                    + "'triggers':'AUTO'},'fees':{'kind':'none'},'financing':{"
                    + "'credit_annual_bps':0,'day_count':365,'debit_annual_bps':0,"
                    + "'long_annual_bps':0,'short_annual_bps':0},'latency':{"
                    + "'entry':{'kind':'constant','nanos':0},"
                    + "'feed':{'kind':'constant','nanos':0},"
                    + "'response':{'kind':'constant','nanos':0}},'mark':'AUTO',"
                    + "'slippage':{'kind':'none'}},'parameters':{'allowShort':false,'fast':10,"
                    + "'price':'AUTO','size':100,'slow':30},'seed':1,'strategy':'sma-cross',"
                    + "'strategy_digest':'d0','tape':'t0','tape_bars':'','universe':'[[\\'BAC\\']]',"
                    + "'warm_up_sessions':0}")
                .replace('\'', '"'));
    assertThat(identity.runId(parameters)).isEqualTo(Sha256.of(identity.json(parameters)));
    assertThat(identity.runId(parameters)).matches("[0-9a-f]{64}");
  }

  @Test
  void theIdOfThisRunNeverChanges() {
    RunIdentity identity = new RunIdentity("sma-cross", "d0", ASSUMPTIONS, TAPE, 1);

    assertThat(identity.runId(bind("fast", "10", "slow", "30", "size", "100")))
        .isEqualTo("4db026aef0616f8112cd8f5dcbf17d7d66f557fc8c1a00f1def910e54fc0e3bd");
  }

  @Test
  void equalParametersHaveOneIdHoweverTheyAreWritten() {
    RunIdentity identity = new RunIdentity("sma-cross", "d0", ASSUMPTIONS, TAPE, 1);
    String id = identity.runId(bind("fast", "10", "slow", "30", "size", "100"));

    assertThat(identity.runId(bind("slow", "30.0", "fast", "1e1", "size", "100.00"))).isEqualTo(id);
    assertThat(
            identity.runId(bind("fast", "10", "slow", "30", "size", "100", "allowShort", "false")))
        .as("a standard value that is written out")
        .isEqualTo(id);
  }

  @Test
  void everythingThatChangesTheOutcomeChangesTheId() {
    BoundParameters parameters = bind("fast", "10", "slow", "30", "size", "100");
    RunIdentity identity = new RunIdentity("sma-cross", "d0", ASSUMPTIONS, TAPE, 1);
    List<String> ids = new ArrayList<>();
    ids.add(identity.runId(parameters));
    ids.add(identity.runId(bind("fast", "11", "slow", "30", "size", "100")));
    Stream.of(
            new RunIdentity("ema-cross", "d0", ASSUMPTIONS, TAPE, 1),
            new RunIdentity("sma-cross", "d1", ASSUMPTIONS, TAPE, 1),
            new RunIdentity("sma-cross", "d0", ASSUMPTIONS, TAPE, 2),
            with(new TapeIdentity(TAPE.first(), TAPE.last(), "[[\"BAC\"]]", "t1", "c0")),
            with(new TapeIdentity(TAPE.first(), TAPE.last(), "[[\"BAC\"]]", "t0", "c1")),
            with(new TapeIdentity(TAPE.first(), TAPE.last(), "[[\"IBM\"]]", "t0", "c0")),
            with(
                new TapeIdentity(TAPE.first(), TAPE.last().plusDays(1), "[[\"BAC\"]]", "t0", "c0")))
        .forEach(other -> ids.add(other.runId(parameters)));
    List<String> terms = OTHER_TERMS.lines().toList();
    terms.forEach(line -> ids.add(with(assume(line)).runId(parameters)));

    assertThat(ids).doesNotHaveDuplicates().hasSize(2 + 7 + terms.size());
  }

  @Test
  void oneAssumptionHasOneIdHoweverItIsWritten() {
    BoundParameters parameters = bind("fast", "10", "slow", "30", "size", "100");
    for (String pair : SAME_TERMS.lines().toList()) {
      String[] sides = pair.split(" === ", -1);

      assertThat(with(assume(sides[0])).runId(parameters))
          .as(pair)
          .isEqualTo(with(assume(sides[1])).runId(parameters));
    }
  }

  @Test
  void strategiesThatChangePlacesAreAnotherRun() {
    assertThat(title("[{name: sma-cross, as: a}, {name: ema-cross, as: b}]"))
        .isEqualTo("a=sma-cross+b=ema-cross");
    assertThat(title("[{name: ema-cross}, {name: sma-cross}]")).isEqualTo("ema-cross+sma-cross");
  }

  @Test
  void numbersHaveOneText() {
    assertThat(CanonicalJson.of(new BigDecimal("1.500"))).isEqualTo("1.5");
    assertThat(CanonicalJson.of(new BigDecimal("1E+3"))).isEqualTo("1000");
    assertThat(CanonicalJson.of(new BigDecimal("0.00"))).isEqualTo("0");
    assertThat(CanonicalJson.of(0.1)).isEqualTo("0.1");
    assertThat(CanonicalJson.of(1.0 / 3)).isEqualTo("0.3333333333333333");
    assertThat(CanonicalJson.of(2e-3)).isEqualTo("0.002");
    assertThat(CanonicalJson.of(Map.of("b", 1L, "a", List.of("x\"\u00e9", true))))
        .isEqualTo("{\"a\":[\"x\\\"\\u00e9\",true],\"b\":1}");
  }

  @Test
  void aRefusedSetSaysWhyAndKeepsItsValues() {
    BoundParameters refused = bind("fast", "30", "slow", "10", "size", "100");

    assertThat(refused.isRefused()).isTrue();
    assertThat(refused.refusal()).contains("slow must be above fast");
    assertThat(refused.json()).isEqualTo("{\"fast\":30,\"size\":100,\"slow\":10}");
  }

  @Test
  void theClassesOfAStrategyAreItsOwnAndItsIndicators() {
    assertThat(ClassDigest.of(SmaCross.Params.class))
        .matches("[0-9a-f]{64}")
        .isEqualTo(ClassDigest.of(SmaCross.class))
        .isNotEqualTo(ClassDigest.of(io.tapedeck.core.strategy.BuyAndHold.class));
  }

  private static Assumptions assume(String line) {
    return Assumptions.of(
        JobSpec.bind(
            Fields.of(
                YamlTree.parse(
                    "lake: l\nuniverse: [BAC]\nstrategy: {name: sma-cross}\n" + line,
                    "job.yaml"))));
  }

  private static String title(String strategies) {
    return JobSpec.title(
        JobSpec.bind(
                Fields.of(
                    YamlTree.parse(
                        "lake: l\nuniverse: [BAC]\nstrategies: " + strategies, "job.yaml")))
            .named());
  }

  private static RunIdentity with(TapeIdentity tape) {
    return new RunIdentity("sma-cross", "d0", ASSUMPTIONS, tape, 1);
  }

  private static RunIdentity with(Assumptions assumptions) {
    return new RunIdentity("sma-cross", "d0", assumptions, TAPE, 1);
  }

  private static BoundParameters bind(String... namesAndValues) {
    List<String> names = new ArrayList<>();
    List<ParameterValue> values = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      names.add(namesAndValues[i]);
      values.add(ParameterValue.parse(namesAndValues[i + 1]));
    }
    return READER.bind(new ParameterSet(names, values));
  }
}
