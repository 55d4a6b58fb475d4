package io.tapedeck.jobs.replay.golden;

import io.tapedeck.core.account.AccountSpec;
import io.tapedeck.core.bar.BarRule;
import io.tapedeck.core.cost.FeeBps;
import io.tapedeck.core.cost.FeeMakerTaker;
import io.tapedeck.core.cost.FeePerShare;
import io.tapedeck.core.cost.FinancingSpec;
import io.tapedeck.core.execution.BarFillSpec;
import io.tapedeck.core.execution.BarLimitMode;
import io.tapedeck.core.execution.BarMarketMode;
import io.tapedeck.core.execution.BarPath;
import io.tapedeck.core.execution.ExecutionSpec;
import io.tapedeck.core.execution.LatencySpec;
import io.tapedeck.core.execution.QueueModelSpec;
import io.tapedeck.core.execution.SlippageBps;
import io.tapedeck.core.indicator.Seeding;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.replay.DeskSpec;
import io.tapedeck.core.replay.MarketSpec;
import io.tapedeck.core.replay.RunCalendar;
import io.tapedeck.core.replay.RunSpec;
import io.tapedeck.core.replay.SizingPlan;
import io.tapedeck.core.risk.BuyingPower;
import io.tapedeck.core.risk.PercentOfEquity;
import io.tapedeck.core.risk.PositionGuardSpec;
import io.tapedeck.core.risk.RiskSpec;
import io.tapedeck.core.risk.Threshold;
import io.tapedeck.core.strategy.BollingerReversion;
import io.tapedeck.core.strategy.BuyAndHold;
import io.tapedeck.core.strategy.EmaCross;
import io.tapedeck.core.strategy.MarketMaker;
import io.tapedeck.core.strategy.OpeningRangeBreakout;
import io.tapedeck.core.strategy.PairsZscore;
import io.tapedeck.core.strategy.PriceSource;
import io.tapedeck.core.strategy.SessionHolder;
import java.math.BigDecimal;

/** The runs, each with what is assumed about it in words. */
final class GoldenRuns {
  private static final long MILLI = 1_000_000L;
  private static final long MINUTE = 60_000_000_000L;

  /** 0.005 a share, at least 1.00 an execution, at most 1 % of it. */
  private static final FeePerShare PER_SHARE =
      new FeePerShare(amount("0.005"), BigDecimal.ONE, BigDecimal.valueOf(100));

  /** Half the value to open, a quarter to hold. */
  private static final AccountSpec MARGIN = AccountSpec.margin(amount("0.5"), amount("0.25"));

  private GoldenRuns() {}

  static GoldenRun marketMaker(String name, QueueModelSpec queue, RunCalendar calendar) {
    MarketMaker.Params maker = new MarketMaker.Params(amount("1000"), amount("5000"), 0, 0, 0, 0);
    MarketSpec market =
        MarketSpec.FRICTIONLESS
            .withLatency(LatencySpec.constant(MILLI, 2 * MILLI, MILLI))
            .withFees(new FeeMakerTaker(amount("-1.4"), amount("2.1")))
            .withExecution(
                ExecutionSpec.STANDARD.withQueue(queue).withMaxParticipation(amount("0.25")));
    return new GoldenRun(
        name,
        """
        A market maker joins both sides of the touch of BAC with 1000 shares, post-only, and holds 5000
        at most. Latency 1 ms to know a tick, 2 ms to the venue, 1 ms back.
        A maker's fill is paid 1.4 bps, a taker's pays 2.1 bps. At most a quarter of a print is ours.
        Queue model %s."""
            .formatted(
                queue.kind() + (queue.exponent() == 1 ? "" : ", exponent " + queue.exponent())),
        RunSpec.of(maker, calendar, market, DeskSpec.unlimited(amount("100000"))));
  }

  static GoldenRun pairs(RunCalendar calendar) {
    PairsZscore.Params pairs =
        new PairsZscore.Params(
            40, 1.5, 0, PairsZscore.Spread.LOG, 1, amount("1000"), PriceSource.BAR);
    MarketSpec market =
        MarketSpec.FRICTIONLESS
            .withLatency(LatencySpec.constant(MILLI, 5 * MILLI, 5 * MILLI))
            .withFees(PER_SHARE)
            .withFinancing(
                new FinancingSpec(
                    BigDecimal.ZERO,
                    BigDecimal.valueOf(300),
                    BigDecimal.valueOf(500),
                    BigDecimal.ZERO,
                    360));
    DeskSpec desk =
        DeskSpec.unlimited(amount("50000"))
            .withAccount(MARGIN)
            .withRisk(RiskSpec.NONE.withBuyingPower(BuyingPower.margin(500_000)));
    return new GoldenRun(
        "pairs-bac-ibm",
        """
        The log spread of BAC and IBM, dollar for dollar, is bought 1.5 deviations below and sold 1.5
        above its mean of 40 five-minute bars of trades, 1000 BAC a time, and left at the mean.
        Market orders, latency 1 ms to know a tick, 5 ms to the venue, 5 ms back; 0.005 a share, at
        least 1.00 and at most 1 % a fill. Margin account: half the value to open, a quarter to hold.
        Short positions pay 3 % a year, cash below zero 5 %, by days of 360.""",
        RunSpec.of(pairs, calendar, market, desk).withBars(BarRule.parse("5m")));
  }

  static GoldenRun openingRange(RunCalendar calendar) {
    OpeningRangeBreakout.Params breakout =
        new OpeningRangeBreakout.Params(30, 0.5, 1, 5, amount("200"), PriceSource.AUTO);
    MarketSpec market =
        MarketSpec.FRICTIONLESS
            .withLatency(LatencySpec.constant(MILLI, 5 * MILLI, 5 * MILLI))
            .withFees(PER_SHARE)
            .withSlippage(new SlippageBps(5_000));
    return new GoldenRun(
        "opening-range-spy",
        """
        Two stop orders for 200 SPY, one cent outside of the range of the first 30 minutes, one cancels
        the other; each with a stop-loss half a range and a take-profit one range from its trigger,
        each of which makes the other smaller; flat five minutes before the close. The tape has trades
        only. Latency 1 ms to know a tick, 5 ms to the venue, 5 ms back; takers pay 0.5 bps of slippage;
        0.005 a share, at least 1.00 and at most 1 % a fill.""",
        RunSpec.of(breakout, calendar, market, DeskSpec.unlimited(amount("100000"))));
  }

  static GoldenRun reversion(RunCalendar calendar) {
    BollingerReversion.Params bands =
        new BollingerReversion.Params(60, 2, amount("100000"), PriceSource.BAR, true);
    MarketSpec market =
        MarketSpec.FRICTIONLESS
            .withLatency(LatencySpec.constant(5 * MILLI, 20 * MILLI, 20 * MILLI))
            .withFees(new FeeBps(amount("0.2")))
            .withFinancing(
                new FinancingSpec(
                    BigDecimal.valueOf(100),
                    BigDecimal.valueOf(-20),
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    360));
    DeskSpec desk =
        DeskSpec.unlimited(amount("10000"))
            .withAccount(AccountSpec.margin(amount("0.05"), amount("0.02")))
            .withRisk(RiskSpec.NONE.withBuyingPower(BuyingPower.margin(50_000)))
            .withPositionGuard(
                PositionGuardSpec.NONE
                    .withStopLoss(Threshold.ofBps(amount("40")))
                    .withMaxHeldNanos(24 * 60 * MINUTE));
    return new GoldenRun(
        "reversion-eurusd",
        """
        Long 100 000 EURUSD below the lower Bollinger band of 60 bars of bids of 15 minutes, two
        deviations wide, short above the upper one, flat at the mean. A position is closed at a loss of 40 bps, or
        after a day. Latency 5 ms to know a quote, 20 ms to the venue, 20 ms back; 0.2 bps of
        commission; over night long positions pay 1 % a year and short ones earn 0.2 %, by days of
        360. Margin account: a twentieth to open, a fiftieth to hold.""",
        RunSpec.of(bands, calendar, market, desk).withBars(BarRule.parse("15m")));
  }

  static GoldenRun trend(RunCalendar calendar) {
    EmaCross.Params cross =
        new EmaCross.Params(20, 50, BigDecimal.ZERO, PriceSource.AUTO, Seeding.SMA, false);
    DeskSpec desk =
        cashDesk()
            .withPositionGuard(
                PositionGuardSpec.NONE.withStopLoss(Threshold.ofShare(amount("0.15"))));
    return new GoldenRun(
        "trend-eth-daily",
        """
        Long ETH with 95 % of equity while the exponential mean of 20 daily closes is above that of 50,
        else flat; a position is closed when it has lost 15 % of what it cost. Market orders fill at the
        open of the next day; inside a day the worst extreme comes first. 10 bps of fee, 5 bps of
        slippage. Cash account.""",
        RunSpec.of(cross, calendar, dailyBars(), desk).withBenchmark("ETH/USD"));
  }

  static GoldenRun holdEth(RunCalendar calendar) {
    return new GoldenRun(
        "hold-eth-daily",
        """
        95 % of equity is put into ETH from the second day's open on, as its volume allows, and kept;
        costs as in trend-eth-daily, with which it is compared.""",
        RunSpec.of(new BuyAndHold.Params(BigDecimal.ZERO), calendar, dailyBars(), cashDesk())
            .withBenchmark("ETH/USD"));
  }

  private static MarketSpec dailyBars() {
    return MarketSpec.FRICTIONLESS
        .withFees(new FeeBps(BigDecimal.TEN))
        .withSlippage(new SlippageBps(50_000))
        .withExecution(
            ExecutionSpec.STANDARD.withBars(
                new BarFillSpec(
                    BarMarketMode.NEXT_OPEN, BarLimitMode.PENETRATE, 1, BarPath.PESSIMISTIC)));
  }

  private static DeskSpec cashDesk() {
    return DeskSpec.unlimited(amount("10000"))
        .withAccount(AccountSpec.CASH)
        .withRisk(RiskSpec.NONE.withBuyingPower(BuyingPower.cash(100_000)))
        .withSizing(
            SizingPlan.of(
                new PercentOfEquity(
                    BigDecimal.valueOf(95), BigDecimal.ZERO, BigDecimal.valueOf(15))));
  }

  static GoldenRun nights(RunCalendar calendar) {
    SessionHolder.Params nights =
        new SessionHolder.Params(
            Side.BUY, SessionHolder.Auction.CLOSE, SessionHolder.Auction.OPEN, 1, amount("500"));
    MarketSpec market =
        MarketSpec.FRICTIONLESS
            .withLatency(LatencySpec.constant(MILLI, 5 * MILLI, 5 * MILLI))
            .withFees(PER_SHARE)
            .withSlippage(new SlippageBps(10_000));
    return new GoldenRun(
        "nights-ibm",
        """
        500 IBM are bought in each closing auction and sold in the next opening one, at the prices of
        the official prints; books stay open two minutes after the close. Latency 1 ms to know a
        tick, 5 ms to the venue, 5 ms back; 0.005 a share, at least 1.00 and at most 1 % a fill. Takers
        pay 1 bps of slippage, but not in auctions.""",
        RunSpec.of(
            nights,
            calendar.withClosingAuction(2 * MINUTE),
            market,
            DeskSpec.unlimited(amount("200000"))));
  }

  private static BigDecimal amount(String text) {
    return new BigDecimal(text);
  }
}
