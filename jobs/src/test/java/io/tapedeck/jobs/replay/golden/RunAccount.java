package io.tapedeck.jobs.replay.golden;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import io.tapedeck.core.account.DailyEquity;
import io.tapedeck.core.account.RoundTrip;
import io.tapedeck.core.market.Currency;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.metrics.RunMetrics;
import io.tapedeck.core.order.Liquidity;
import io.tapedeck.core.replay.FillRecord;
import io.tapedeck.core.replay.ReplayLane;
import io.tapedeck.core.replay.RiskRecord;
import io.tapedeck.core.replay.RunOutcome;
import io.tapedeck.core.replay.RunRecorder;
import io.tapedeck.core.replay.RunResult;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collector;

/** What came of a run, as a page of text that can be compared and read. */
final class RunAccount {
  private static final int SHOWN = 3;
  private static final int MOST_DAYS = 15;
  private static final MathContext DIGITS = new MathContext(10);
  private static final long SECOND_NANOS = 1_000_000_000L;

  private final GoldenRun run;
  private final RealTape tape;
  private final Universe universe;
  private final Currency currency;
  private final RunRecorder record = RunRecorder.ofFills();
  private final StringBuilder text = new StringBuilder();

  RunAccount(GoldenRun run, RealTape tape) {
    this.run = run;
    this.tape = tape;
    universe = tape.source().universe();
    currency = universe.instrument(0).currency();
  }

  ReplayLane lane() {
    return ReplayLane.of(run.spec(), universe, record);
  }

  String text(RunOutcome outcome) {
    if (!(outcome instanceof RunOutcome.Completed completed)) {
      throw new AssertionError(run.name() + " did not complete: " + outcome);
    }
    RunResult result = completed.result();
    line(run.name());
    line("");
    run.words().lines().forEach(this::line);
    line("");
    tape();
    row("fingerprint", String.format(Locale.ROOT, "%016x", result.fingerprint()));
    row("warnings", result.warnings().toString());
    orders(result);
    money(result.metrics());
    metrics(result.metrics());
    sessions(result.daily());
    trips(result);
    fills(record.fills());
    return text.toString();
  }

  private void tape() {
    for (Universe.Listing listing : universe.listings()) {
      Instrument one = listing.instrument();
      row(
          one.symbol(),
          "tick %s, lot %s, price increment %d ticks, has%s%s%s%s"
              .formatted(
                  plain(one.price(1)),
                  plain(one.size(1)),
                  one.priceIncrementTicks(),
                  listing.hasQuotes() ? " quotes" : "",
                  listing.hasTrades() ? " trades" : "",
                  listing.hasBars() ? " bars" : "",
                  listing.hasAuctions() ? " auctions" : ""));
    }
    row(
        "tape",
        "%d rows, %s to %s"
            .formatted(tape.source().rows(), tape.source().first(), tape.source().last()));
    line("");
  }

  private void orders(RunResult result) {
    line("");
    var counts = result.counts();
    row("events", "" + counts.events());
    row("decisions", "" + counts.decisions());
    row("orders sent", "" + counts.sent());
    row("filled", "%d, in part %d".formatted(counts.filled(), counts.partlyFilled()));
    row("by status", count(record.orders(), order -> order.status() + dash(order.reason())));
    row("by type", count(record.orders(), order -> order.type() + " " + order.timeInForce()));
    row(
        "fills",
        count(
            record.fills(),
            fill ->
                universe.instrument(fill.instrument()).symbol()
                    + " "
                    + fill.side()
                    + " "
                    + fill.liquidity()));
    row("guards", count(record.riskEvents(), RunAccount::guard));
  }

  private static String guard(RiskRecord event) {
    return event.event() + " " + event.reason();
  }

  private static String dash(String reason) {
    return reason.isEmpty() ? "" : "-" + reason;
  }

  private void money(RunMetrics metrics) {
    line("");
    row("start equity", money(metrics.startEquity()));
    row("realised", money(metrics.realised()));
    row("unrealised", money(metrics.unrealised()));
    row("fees", money(metrics.fees()));
    row("financing", money(metrics.financing()));
    row("end equity", money(metrics.endEquity()));
    row("slippage", money(metrics.slippage()));
    row("spread cost", money(metrics.spreadCost()));
    row("shortfall", money(metrics.implementationShortfall()));
    row("maker notional", money(notional(Liquidity.MAKER)));
    row("taker notional", money(notional(Liquidity.TAKER)));
  }

  private long notional(Liquidity liquidity) {
    return record.fills().stream()
        .filter(fill -> fill.liquidity() == liquidity)
        .mapToLong(
            fill ->
                universe
                    .instrument(fill.instrument())
                    .moneyScale()
                    .notional(fill.priceTicks(), fill.lots()))
        .sum();
  }

  private void metrics(RunMetrics metrics) {
    line("");
    row("total return", number(metrics.totalReturn()));
    row("cagr", number(metrics.cagr()));
    row("volatility", number(metrics.volatility()));
    row("sharpe", number(metrics.sharpe()));
    row("sortino", number(metrics.sortino()));
    row("calmar", number(metrics.calmar()));
    row("max drawdown", number(metrics.maxDrawdown()) + ", " + money(metrics.maxDrawdownMoney()));
    row("hit rate", number(metrics.hitRate()));
    row("profit factor", number(metrics.profitFactor()));
    row("expectancy", number(metrics.expectancy() / (double) currency.money(BigDecimal.ONE)));
    row("turnover", number(metrics.turnover()));
    row("exposure", number(metrics.exposure()));
    row("round trips", "%d, open %d".formatted(metrics.roundTrips(), metrics.openTrades()));
    row("beta, alpha", number(metrics.beta()) + ", " + number(metrics.alpha()));
  }

  private void sessions(List<DailyEquity> daily) {
    line("");
    line("sessions: equity, cash, realised, fees, financing, traded");
    daily.stream().limit(MOST_DAYS).forEach(this::session);
    if (daily.size() > MOST_DAYS) {
      line("  ... and " + (daily.size() - MOST_DAYS) + " more, the last of which is");
      session(daily.get(daily.size() - 1));
    }
  }

  private void session(DailyEquity day) {
    row(
        "  " + day.date(),
        List.of(
                day.equity(),
                day.cash(),
                day.realised(),
                day.fees(),
                day.financing(),
                day.notionalTraded())
            .stream()
            .map(this::money)
            .collect(joining(" ")));
  }

  private void trips(RunResult result) {
    line("");
    line("round trips: entry to exit, profit, fees, largest loss and profit on the way");
    List<RoundTrip> closed = record.roundTrips();
    closed.stream().limit(SHOWN).forEach(this::trip);
    if (closed.size() > SHOWN) {
      line("  ...");
    }
    closed.stream().skip(Math.max(SHOWN, closed.size() - SHOWN)).forEach(this::trip);
    result.openTrades().forEach(this::trip);
  }

  private void trip(RoundTrip trip) {
    Instrument instrument = universe.instrument(trip.instrument());
    line(
        "  %s %s %s from %s at %s to %s at %s: %s, %s, %s %s%s"
            .formatted(
                trip.side(),
                plain(instrument.size(trip.maxLots())),
                instrument.symbol(),
                time(trip.entryTimeNanos()),
                price(instrument, trip.entryTicks()),
                time(trip.exitTimeNanos()),
                price(instrument, trip.exitTicks()),
                money(trip.profit()),
                money(trip.fees()),
                money(trip.maxAdverse()),
                money(trip.maxFavourable()),
                trip.isOpen() ? " (open)" : ""));
  }

  private static String price(Instrument instrument, double ticks) {
    return number(ticks * instrument.price(1).doubleValue());
  }

  private void fills(List<FillRecord> fills) {
    line("");
    line("fills: the first and the last");
    fills.stream().limit(SHOWN).forEach(this::fill);
    if (fills.size() > SHOWN) {
      line("  ...");
    }
    fills.stream().skip(Math.max(SHOWN, fills.size() - SHOWN)).forEach(this::fill);
  }

  private void fill(FillRecord fill) {
    Instrument instrument = universe.instrument(fill.instrument());
    line(
        "  %s order %d %s %s %s at %s, %s, slippage %s, fee %s, leaves %s"
            .formatted(
                time(fill.timeNanos()),
                fill.orderId(),
                fill.side(),
                plain(instrument.size(fill.lots())),
                instrument.symbol(),
                plain(instrument.price(fill.priceTicks())),
                fill.liquidity(),
                plain(instrument.price(fill.slippageTicks())),
                money(fill.fee()),
                plain(instrument.size(fill.leavesLots()))));
  }

  private static <T> String count(List<T> all, Function<T, String> name) {
    Collector<T, ?, Map<String, Long>> tally = groupingBy(name, TreeMap::new, counting());
    return all.size()
        + all.stream().collect(tally).entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(joining(", ", ": ", ""));
  }

  private String money(long money) {
    return plain(currency.amount(money));
  }

  private static String number(double value) {
    return Double.isNaN(value) || Double.isInfinite(value)
        ? Double.toString(value)
        : plain(new BigDecimal(value).round(DIGITS));
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  private static String time(long nanos) {
    return Instant.ofEpochSecond(
            Math.floorDiv(nanos, SECOND_NANOS), Math.floorMod(nanos, SECOND_NANOS))
        .toString();
  }

  private void row(String name, String value) {
    text.append(String.format(Locale.ROOT, "%-16s %s%n", name, value).replace("\r", ""));
  }

  private void line(String words) {
    text.append(words).append('\n');
  }
}
