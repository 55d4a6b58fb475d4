package io.tapedeck.jobs.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.core.account.MarkRule;
import io.tapedeck.core.cost.DutyBps;
import io.tapedeck.core.cost.FeeBps;
import io.tapedeck.core.cost.NoFees;
import io.tapedeck.core.execution.FixedDelay;
import io.tapedeck.core.execution.LatencySpec;
import io.tapedeck.core.execution.SlippageBps;
import io.tapedeck.core.execution.UniformDelay;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.risk.RiskSpec;
import io.tapedeck.core.strategy.SmaCross;
import io.tapedeck.jobs.grid.ParameterSet;
import io.tapedeck.jobs.grid.ParameterValue;
import io.tapedeck.jobs.job.JobSpec;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunIdentityTest {
  private static final Assumptions ASSUMPTIONS =
      new Assumptions(
          JobSpec.Account.PER_INSTRUMENT,
          JobSpec.Hours.REGULAR,
          new BigDecimal("100000"),
          new NoFees(),
          SlippageBps.NONE,
          LatencySpec.NONE,
          RiskSpec.NONE,
          MarkRule.AUTO,
          1);
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
            "{\"account\":\"PER_INSTRUMENT\",\"calendar\":\"c0\",\"engine\":1,\"execution\":"
                + "{\"arrival\":\"NEXT_EVENT\",\"entry_nanos\":0,\"feed_nanos\":0,"
                + "\"response_nanos\":0,\"slippage_bps_e4\":0},\"fees\":{},"
                + "\"first\":\"2013-10-07\",\"hours\":\"REGULAR\",\"last\":\"2013-10-11\","
                + "\"mark\":\"AUTO\",\"parameters\":{\"allowShort\":false,\"fast\":10,"
                + "\"price\":\"AUTO\",\"size\":100,\"slow\":30},\"risk\":{"
                + "\"max_order_notional\":9223372036854775807,"
                + "\"max_order_size\":9223372036854775807,"
                + "\"max_position\":9223372036854775807},\"seed\":1,\"start_cash\":100000,"
                + "\"strategy\":\"sma-cross\",\"strategy_digest\":\"d0\",\"tape\":\"t0\","
                + "\"universe\":\"[[\\\"BAC\\\"]]\"}");
    assertThat(identity.runId(parameters)).isEqualTo(Sha256.of(identity.json(parameters)));
    assertThat(identity.runId(parameters)).matches("[0-9a-f]{64}");
  }

  @Test
  void theIdOfThisRunNeverChanges() {
    RunIdentity identity = new RunIdentity("sma-cross", "d0", ASSUMPTIONS, TAPE, 1);

    assertThat(identity.runId(bind("fast", "10", "slow", "30", "size", "100")))
        .isEqualTo("44ec1f5a0a4607feaf1c2e9e14c9cd8f969e42bfe1d982fbfe42b6469d3820a1");
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
    assumptions().forEach(other -> ids.add(with(other).runId(parameters)));

    assertThat(ids).doesNotHaveDuplicates().hasSize(2 + 7 + 9);
  }

  @Test
  void anAssumptionThatTheTextCannotTellHasNoIdentity() {
    FixedDelay none = new FixedDelay(0);
    LatencySpec jitter = new LatencySpec(none, new UniformDelay(1, 2), none);
    Assumptions a = ASSUMPTIONS;
    Assumptions delayed = changed(a.hours(), a.startCash(), jitter, a.risk(), a.mark(), 1);
    Assumptions taxed =
        new Assumptions(
            a.account(),
            a.hours(),
            a.startCash(),
            new DutyBps(Side.BUY, BigDecimal.ONE),
            a.slippage(),
            a.latency(),
            a.risk(),
            a.mark(),
            1);
    BoundParameters parameters = bind("fast", "10", "slow", "30", "size", "100");

    assertThatThrownBy(() -> with(delayed).runId(parameters))
        .hasMessageContaining("a constant delay is needed here, was UniformDelay");
    assertThatThrownBy(() -> with(taxed).runId(parameters))
        .hasMessageContaining("a fee schedule without an identity: DutyBps");
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

    assertThat(refused.spec()).isEmpty();
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

  private static List<Assumptions> assumptions() {
    LatencySpec feed = LatencySpec.constant(1, 0, 0);
    LatencySpec entry = LatencySpec.constant(0, 1, 0);
    RiskSpec risk = new RiskSpec(BigDecimal.TEN, RiskSpec.UNLIMITED, RiskSpec.UNLIMITED);
    Assumptions a = ASSUMPTIONS;
    return List.of(
        new Assumptions(
            JobSpec.Account.SHARED,
            a.hours(),
            a.startCash(),
            a.fees(),
            a.slippage(),
            a.latency(),
            a.risk(),
            a.mark(),
            1),
        changed(JobSpec.Hours.ALL, a.startCash(), a.latency(), a.risk(), a.mark(), 1),
        changed(a.hours(), BigDecimal.TEN, a.latency(), a.risk(), a.mark(), 1),
        changed(a.hours(), a.startCash(), feed, a.risk(), a.mark(), 1),
        changed(a.hours(), a.startCash(), entry, a.risk(), a.mark(), 1),
        changed(a.hours(), a.startCash(), a.latency(), risk, a.mark(), 1),
        changed(a.hours(), a.startCash(), a.latency(), a.risk(), MarkRule.LAST, 1),
        changed(a.hours(), a.startCash(), a.latency(), a.risk(), a.mark(), 2),
        new Assumptions(
            a.account(),
            a.hours(),
            a.startCash(),
            new FeeBps(BigDecimal.ONE),
            new SlippageBps(5),
            a.latency(),
            a.risk(),
            a.mark(),
            1));
  }

  private static Assumptions changed(
      JobSpec.Hours hours,
      BigDecimal cash,
      LatencySpec latency,
      RiskSpec risk,
      MarkRule mark,
      long seed) {
    return new Assumptions(
        ASSUMPTIONS.account(),
        hours,
        cash,
        ASSUMPTIONS.fees(),
        ASSUMPTIONS.slippage(),
        latency,
        risk,
        mark,
        seed);
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
