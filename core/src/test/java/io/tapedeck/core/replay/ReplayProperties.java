package io.tapedeck.core.replay;

import static io.tapedeck.core.fixture.Clock.session;
import static io.tapedeck.core.fixture.Instruments.quoted;
import static io.tapedeck.core.fixture.Instruments.share;
import static io.tapedeck.core.fixture.Instruments.tradesOnly;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.account.AccountSpec;
import io.tapedeck.core.account.RoundTrip;
import io.tapedeck.core.cost.FeeBps;
import io.tapedeck.core.execution.LatencySpec;
import io.tapedeck.core.execution.UniformDelay;
import io.tapedeck.core.fixture.Auditor;
import io.tapedeck.core.fixture.EventLog;
import io.tapedeck.core.fixture.RandomTape;
import io.tapedeck.core.fixture.RandomTrader;
import io.tapedeck.core.fixture.Scenario;
import io.tapedeck.core.fixture.Tape;
import io.tapedeck.core.fixture.Told;
import io.tapedeck.core.market.Currency;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.metrics.CostBreakdown;
import io.tapedeck.core.metrics.RunAnalysis;
import io.tapedeck.core.metrics.RunMetrics;
import io.tapedeck.core.order.TradingState;
import io.tapedeck.core.risk.AccountGuardSpec;
import io.tapedeck.core.risk.LossLimit;
import io.tapedeck.core.risk.PositionGuardSpec;
import io.tapedeck.core.risk.RiskSpec;
import io.tapedeck.core.risk.Threshold;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for any strategy on any tape. */
class ReplayProperties {
  private static final long MILLISECOND = 1_000_000L;
  private static final long START_CASH = 1_000_000_000_000L;
  private static final int EVENTS = 120;
  private static final String ROUGH_CASH = "40.00";

  private static final List<Universe> UNIVERSES =
      List.of(quoted(share("AAA")), tradesOnly(share("AAA")), quoted(share("AAA"), share("BBB")));

  /** A market with its delays, and the luck of its tape and of its trader. */
  record Market(
      Universe universe, long tapeSeed, long traderSeed, long feed, long entry, long response) {
    Tape tape(boolean hasTies) {
      return RandomTape.of(tapeSeed, universe, EVENTS, hasTies);
    }

    Scenario over(Tape tape) {
      return new Scenario(tape)
          .sessions(
              session("2026-01-05", "09:30:00", "16:00:00"),
              session("2026-01-06", "09:30:00", "16:00:00"))
          .slippageBps("7")
          .fees(new FeeBps(new BigDecimal("2.5")))
          .risk(new RiskSpec(BigDecimal.valueOf(11), BigDecimal.valueOf(25), RiskSpec.UNLIMITED))
          .latencyNanos(feed * MILLISECOND, entry * MILLISECOND, response * MILLISECOND);
    }
  }

  /**
   * Two traders on an account that is called, halted, closed and financed, with drawn delays and
   * bars.
   */
  private static Scenario rough(Market market, Tape tape) {
    UniformDelay delay = new UniformDelay(0, market.entry() * MILLISECOND);
    LossLimit daily = LossLimit.at(Threshold.ofMoney(BigDecimal.valueOf(4))).flattening();
    LossLimit drawdown =
        LossLimit.at(Threshold.ofMoney(BigDecimal.valueOf(3))).becoming(TradingState.REDUCING);
    return market
        .over(tape)
        .latency(new LatencySpec(delay, delay, delay))
        .seed(market.tapeSeed())
        .beside(new RandomTrader(market.traderSeed() ^ 1))
        .bars("2s")
        .startCash(ROUGH_CASH)
        .account(AccountSpec.margin(new BigDecimal("0.50"), new BigDecimal("0.49")))
        .accountGuard(AccountGuardSpec.NONE.withDailyLoss(daily).withDrawdown(drawdown))
        .positionGuard(
            PositionGuardSpec.NONE
                .withStopLoss(Threshold.ofMoney(BigDecimal.ONE))
                .withMaxHeldNanos(20_000_000_000L));
  }

  @Provide
  Arbitrary<Market> markets() {
    Arbitrary<Long> delay = Arbitraries.of(0L, 0L, 1L, 40L, 250L, 900L);
    return Combinators.combine(
            Arbitraries.of(UNIVERSES),
            Arbitraries.longs(),
            Arbitraries.longs(),
            delay,
            delay,
            delay)
        .as(Market::new);
  }

  @Property(tries = 150)
  void whereBatchesAreCutChangesNothing(
      @ForAll("markets") Market market, @ForAll @IntRange(min = 1, max = 40) int batchSize) {
    Tape tape = market.tape(true);
    Told whole = market.over(tape).run(new RandomTrader(market.traderSeed()));

    Told cut = market.over(tape).run(new RandomTrader(market.traderSeed()), EVENTS, batchSize);

    assertThat(cut.outcome()).isEqualTo(whole.outcome()); // fingerprint and bits of all metrics
    assertThat(cut.orders()).isEqualTo(whole.orders());
    assertThat(cut.marks()).isEqualTo(whole.marks());
    assertThat(cut.log().roundTrips()).isEqualTo(whole.log().roundTrips());
  }

  @Property(tries = 150)
  void whereBatchesAreCutChangesNothingInARoughMarket(
      @ForAll("markets") Market market, @ForAll @IntRange(min = 1, max = 40) int batchSize) {
    Tape tape = market.tape(true);
    Told whole = rough(market, tape).run(new RandomTrader(market.traderSeed()));

    Told cut = rough(market, tape).run(new RandomTrader(market.traderSeed()), EVENTS, batchSize);

    assertThat(cut.outcome()).isEqualTo(whole.outcome());
    assertThat(cut.orders()).isEqualTo(whole.orders());
    assertThat(cut.log().riskEvents()).isEqualTo(whole.log().riskEvents());
    assertThat(cut.log().roundTrips()).isEqualTo(whole.log().roundTrips());
  }

  @Property(tries = 150)
  void whatIsListedOfARunAddsUpToItsMetrics(@ForAll("markets") Market market) {
    Tape tape = market.tape(true);
    RunRecorder record = RunRecorder.ofFills();
    RunOutcome outcome =
        rough(market, tape).outcome(new RandomTrader(market.traderSeed()), record, EVENTS, EVENTS);

    Assume.that(outcome instanceof RunOutcome.Completed);
    RunResult result = ((RunOutcome.Completed) outcome).result();
    RunAnalysis study = RunStudy.of(result, record, market.universe(), 252);

    assertThat(study.shortfall().total().total())
        .isEqualTo(result.metrics().implementationShortfall());
    CostBreakdown costs = study.costs().total();
    assertThat(costs.fees()).isEqualTo(result.metrics().fees());
    assertThat(costs.slippage()).isEqualTo(result.metrics().slippage());
    assertThat(costs.spread()).isEqualTo(result.metrics().spreadCost());
    assertThat(study.trips().total().tally().closed()).isEqualTo(result.metrics().roundTrips());
  }

  @Property(tries = 150)
  void theFutureCannotChangeThePastOfARoughMarket(
      @ForAll("markets") Market market, @ForAll @IntRange(min = 1, max = EVENTS - 1) int cut) {
    Tape tape = market.tape(true);
    EventLog whole = rough(market, tape).run(new RandomTrader(market.traderSeed())).log();

    EventLog past =
        rough(market, tape).run(new RandomTrader(market.traderSeed()), cut, EVENTS).log();

    long firstUnseenNanos = tape.nanosOf(cut);
    assertThat(past.ordersBefore(firstUnseenNanos)).isEqualTo(whole.ordersBefore(firstUnseenNanos));
  }

  @Property(tries = 150)
  void theBooksOfARoughMarketAgreeWithAnAudit(@ForAll("markets") Market market) {
    Tape tape = market.tape(false);
    long cash = Currency.USD.money(new BigDecimal(ROUGH_CASH));
    Auditor auditor = new Auditor(tape, cash);

    RunOutcome outcome =
        rough(market, tape).outcome(new RandomTrader(market.traderSeed()), auditor, EVENTS, EVENTS);

    assertThat(outcome).isInstanceOf(RunOutcome.Completed.class);
    RunResult result = ((RunOutcome.Completed) outcome).result();
    long change = result.metrics().endEquity() - result.metrics().startEquity();
    assertThat(result.strategyProfits().stream().mapToLong(profit -> profit).sum())
        .isEqualTo(change);
  }

  @Property(tries = 150)
  void theFutureCannotChangeThePast(
      @ForAll("markets") Market market, @ForAll @IntRange(min = 1, max = EVENTS - 1) int cut) {
    Tape tape = market.tape(true);
    EventLog whole = market.over(tape).run(new RandomTrader(market.traderSeed())).log();

    EventLog past = market.over(tape).run(new RandomTrader(market.traderSeed()), cut, EVENTS).log();

    long firstUnseenNanos = tape.nanosOf(cut);
    assertThat(past.ordersBefore(firstUnseenNanos)).isEqualTo(whole.ordersBefore(firstUnseenNanos));
  }

  @Property(tries = 150)
  void theBooksAgreeWithAnAuditAtEveryEvent(@ForAll("markets") Market market) {
    Tape tape = market.tape(false);
    Auditor auditor = new Auditor(tape, START_CASH);

    RunOutcome outcome =
        market.over(tape).outcome(new RandomTrader(market.traderSeed()), auditor, EVENTS, EVENTS);

    assertThat(outcome).isInstanceOf(RunOutcome.Completed.class);
    assertThat(auditor.audits()).isPositive();
  }

  @Property(tries = 150)
  void profitsAddUpToTheChangeOfEquity(@ForAll("markets") Market market) {
    Tape tape = market.tape(true);
    Told told = market.over(tape).run(new RandomTrader(market.traderSeed()));

    RunMetrics metrics = told.result().metrics();
    long change = metrics.endEquity() - metrics.startEquity();
    assertThat(metrics.realised() + metrics.unrealised() - metrics.fees()).isEqualTo(change);
    long ofTrips =
        Stream.concat(told.log().roundTrips().stream(), told.result().openTrades().stream())
            .mapToLong(RoundTrip::netProfit)
            .sum();
    assertThat(ofTrips).isEqualTo(change);
  }

  @Property(tries = 150)
  void theTraderKnowsWhatWasReportedAndNoMore(@ForAll("markets") Market market) {
    Tape tape = market.tape(false);
    Auditor auditor = new Auditor(tape, START_CASH);
    long responseNanos = market.response() * MILLISECOND;
    RandomTrader trader =
        new RandomTrader(
            market.traderSeed(),
            (nanos, instrument, position) ->
                assertThat(position.lots())
                    .isEqualTo(auditor.filledLots(instrument, nanos - responseNanos)));

    RunOutcome outcome = market.over(tape).outcome(trader, auditor, EVENTS, EVENTS);

    assertThat(outcome).isInstanceOf(RunOutcome.Completed.class);
  }

  @Property(tries = 50)
  void theSameRunHasTheSameFingerprintAndAnotherTraderAnother(@ForAll("markets") Market market) {
    Tape tape = market.tape(true);
    Told one = market.over(tape).run(new RandomTrader(market.traderSeed()));
    Told same = market.over(tape).run(new RandomTrader(market.traderSeed()));
    Told other = market.over(tape).run(new RandomTrader(market.traderSeed() + 1));

    assertThat(same.result()).isEqualTo(one.result());
    boolean isSameStory = other.orders().equals(one.orders());
    assertThat(other.result().fingerprint() == one.result().fingerprint()).isEqualTo(isSameStory);
  }
}
