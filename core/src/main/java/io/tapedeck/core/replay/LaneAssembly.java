package io.tapedeck.core.replay;

import io.tapedeck.core.account.AccountKind;
import io.tapedeck.core.account.AccountSpec;
import io.tapedeck.core.account.MarginFraction;
import io.tapedeck.core.blotter.Blotter;
import io.tapedeck.core.blotter.Contingencies;
import io.tapedeck.core.chance.Purpose;
import io.tapedeck.core.contract.Require;
import io.tapedeck.core.cost.FeeModel;
import io.tapedeck.core.execution.SlippageModel;
import io.tapedeck.core.execution.Venue;
import io.tapedeck.core.ledger.Attribution;
import io.tapedeck.core.ledger.Books;
import io.tapedeck.core.ledger.Ledger;
import io.tapedeck.core.ledger.Marks;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.replay.RunOutcome.FailureReason;
import io.tapedeck.core.risk.AccountGate;
import io.tapedeck.core.risk.AccountGuard;
import io.tapedeck.core.risk.AccountGuardSpec;
import io.tapedeck.core.risk.BuyingPower;
import io.tapedeck.core.risk.RiskSpec;
import io.tapedeck.core.strategy.Strategy;
import java.util.List;
import java.util.Locale;

/** Wires the stages of one run: first the market's side, then the trader's. */
final class LaneAssembly {
  private final RunSpec spec;
  private final Universe universe;
  private final RunJournal journal;
  private final DueBound bound = new DueBound();
  private final CommandQueue commands = new CommandQueue(bound);
  private final ReportQueue reports = new ReportQueue(bound);
  private final Blotter blotter;
  private final Contingencies contingencies;
  private final Books books;
  private final Toll toll;
  private final Clearing clearing;
  private final Cascade cascade;
  private final Venue venue;
  private final AccountWatch watch;

  private LaneAssembly(RunSpec spec, Universe universe, RunListener listener) {
    this.spec = spec;
    this.universe = universe;
    journal = new RunJournal(listener);
    blotter = new Blotter(universe.size(), spec.strategies().size());
    contingencies = new Contingencies(blotter, universe.size());
    books = books();
    toll = new Toll(universe, blotter, books.marks(), listener);
    clearing =
        new Clearing(
            journal, blotter, contingencies, books, toll, reports, line(Purpose.RESPONSE_LATENCY));
    cascade = new Cascade(blotter, contingencies, clearing);
    venue = venue();
    cascade.serve(venue);
    watch = new AccountWatch(books);
  }

  /**
   * A lane at its start, or one that has failed already if the parameters do not fit.
   *
   * @throws IllegalArgumentException if the instruments do not share a currency and a calendar
   */
  static ReplayLane lane(RunSpec spec, Universe universe, RunListener listener) {
    requireOneAccount(universe);
    Strategy[] strategies = new Strategy[spec.strategies().size()];
    try {
      for (int i = 0; i < strategies.length; i++) {
        strategies[i] = spec.strategies().get(i).create(universe);
      }
    } catch (IllegalArgumentException unfit) {
      return failed(FailureReason.INVALID_PARAMETERS, String.valueOf(unfit.getMessage()));
    } catch (Exception | LinkageError broken) {
      return failed(FailureReason.STRATEGY_ERROR, broken.toString());
    }
    try {
      return new LaneAssembly(spec, universe, listener).assemble(strategies);
    } catch (IllegalArgumentException | ArithmeticException unfit) {
      return failed(FailureReason.INVALID_PARAMETERS, String.valueOf(unfit.getMessage()));
    }
  }

  private static ReplayLane failed(FailureReason reason, String detail) {
    return new FailedLane(new RunOutcome.Failed(reason, detail));
  }

  private static void requireOneAccount(Universe universe) {
    Instrument first = universe.instrument(0);
    for (int i = 1; i < universe.size(); i++) {
      Instrument other = universe.instrument(i);
      Require.that(
          other.currency().equals(first.currency()) && other.calendar().equals(first.calendar()),
          "%s is in %s on calendar %s and %s is in %s on calendar %s: instruments of one run share"
              + " both; replay them in separate runs",
          first.symbol(),
          first.currency().code(),
          first.calendar(),
          other.symbol(),
          other.currency().code(),
          other.calendar());
    }
  }

  private Books books() {
    AccountSpec account = spec.desk().account();
    Marks marks = new Marks(spec.market().mark(), universe);
    int strategies = spec.strategies().size();
    if (strategies == 1) {
      Ledger ledger = new Ledger(universe, startCash(), account.costMethod(), journal::onRoundTrip);
      return new Books(ledger, marks, journal);
    }
    Ledger ledger = new Ledger(universe, startCash(), account.costMethod(), netted -> {});
    Attribution attribution =
        Attribution.of(universe, strategies, account.costMethod(), journal::onRoundTrip);
    return new Books(ledger, attribution, marks, journal);
  }

  private long startCash() {
    return universe.instrument(0).currency().money(spec.desk().startCash());
  }

  private Line line(Purpose purpose) {
    boolean isEntry = purpose == Purpose.ENTRY_LATENCY;
    return new Line(
        isEntry ? spec.market().latency().entry() : spec.market().latency().response(),
        universe,
        spec.seed(),
        purpose);
  }

  private Venue venue() {
    MarketSpec market = spec.market();
    List<Instrument> instruments = instruments();
    return new Venue(
        universe,
        market.execution(),
        !market.latency().entry().isNone(),
        instruments.stream()
            .map(instrument -> market.slippage().in(instrument, spec.seed()))
            .toArray(SlippageModel[]::new),
        instruments.stream().map(market.fees()::in).toArray(FeeModel[]::new),
        spec.seed(),
        contingencies,
        cascade,
        clearing,
        (instrument, nanos, doubledTicks) -> books.onPoint(instrument, doubledTicks));
  }

  private List<Instrument> instruments() {
    return universe.listings().stream().map(Universe.Listing::instrument).toList();
  }

  private ReplayLane assemble(Strategy[] strategies) {
    RunCalendar calendar = spec.calendar();
    BenchmarkTrack benchmark =
        new BenchmarkTrack(spec.benchmark(), universe, books.marks(), calendar.sessions().size());
    KnownView known = new KnownView(universe, strategies.length, startCash());
    OrderGate gate = gate(known);
    OrderEntry entry = entry(gate, known);
    DeskOrders deskOrders =
        new DeskOrders(gate.account(), entry, blotter, known, strategies.length, universe.size());
    watchAccount(deskOrders, entry);
    TimerQueue timers = new TimerQueue(bound);
    KernelBars bars = new KernelBars(spec.bars(), universe, bound);
    Desk[][] desks = new Desk[strategies.length][];
    for (int s = 0; s < desks.length; s++) {
      desks[s] = Desk.forAll(s, universe.size(), known, blotter, entry);
    }
    PositionWatch guards =
        new PositionWatch(spec.desk().positionGuard(), universe, known, deskOrders, journal);
    Overnight overnight =
        new Overnight(spec.market().financing(), books, reports, calendar.sessions());
    return new ReferenceLane(
        new SessionSchedule(calendar.sessions(), auctionNanos(calendar)),
        new MarketSide(
            venue,
            books,
            blotter,
            contingencies,
            cascade,
            commands,
            clearing,
            watch,
            overnight,
            toll,
            benchmark,
            journal),
        new Trader(strategies, desks, known, blotter, entry, timers, bars, guards),
        reports,
        bars,
        timers,
        bound,
        new Arrivals(spec.market().latency().feed(), universe, spec.seed()),
        new RunSummary(spec, universe, books, venue, toll, benchmark, journal));
  }

  /** Books wait for closing auctions where the tape tells which prints are theirs. */
  private long auctionNanos(RunCalendar calendar) {
    boolean isFlagged = universe.listings().stream().anyMatch(Universe.Listing::hasAuctions);
    return isFlagged ? calendar.closingAuctionNanos() : 0;
  }

  private OrderGate gate(KnownView known) {
    BuyingPower power = buyingPower();
    RiskSpec risk = spec.desk().risk().withBuyingPower(power);
    List<Instrument> instruments = instruments();
    return new OrderGate(
        new AccountGate(instruments, risk),
        new KnownBooks(known, blotter, instruments, power),
        blotter,
        spec.calendar().warmUpSessions());
  }

  /** The account's kind decides, and what the risk limits say of fees to put aside. */
  private BuyingPower buyingPower() {
    AccountKind kind = spec.desk().account().kind();
    if (kind instanceof AccountKind.Cash) {
      return BuyingPower.cash(spec.desk().risk().buyingPower().feeReserveBpsE4());
    }
    return kind instanceof AccountKind.Margin margin
        ? BuyingPower.margin(margin.initialFraction().movePointRight(6).longValueExact())
        : BuyingPower.UNCONSTRAINED;
  }

  private OrderEntry entry(OrderGate gate, KnownView known) {
    return new OrderEntry(
        gate,
        new Sizing(spec.desk().sizing(), universe, known, BarsPerYear.of(spec, universe)),
        line(Purpose.ENTRY_LATENCY),
        blotter,
        contingencies,
        known,
        commands,
        reports,
        toll,
        journal);
  }

  private void watchAccount(DeskOrders deskOrders, OrderEntry entry) {
    AccountGuardSpec limits = spec.desk().accountGuard();
    AccountGuard guard =
        new AccountGuard(limits, universe.instrument(0).currency(), watch, journal);
    BrokerOrders broker =
        new BrokerOrders(
            venue, books, blotter, contingencies, cascade, toll, journal, universe.size());
    watch.serve(guard, deskOrders, broker, entry);
    MarginFraction maintenance = spec.desk().account().maintenanceMargin();
    if (!limits.equals(AccountGuardSpec.NONE) || !maintenance.equals(MarginFraction.NONE)) {
      books.watch(maintenance, watch);
    }
  }

  /** What a run that broke off says of why. */
  static String detail(long nanos, Throwable cause) {
    return String.format(Locale.ROOT, "%s, at %d ns of the tape", cause, nanos);
  }
}
