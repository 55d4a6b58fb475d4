package io.tapedeck.core.replay;

import io.tapedeck.core.account.CostMethod;
import io.tapedeck.core.blotter.Blotter;
import io.tapedeck.core.contract.Require;
import io.tapedeck.core.cost.FeeModel;
import io.tapedeck.core.execution.SlippageModel;
import io.tapedeck.core.execution.Venue;
import io.tapedeck.core.ledger.Books;
import io.tapedeck.core.ledger.Ledger;
import io.tapedeck.core.ledger.Marks;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.replay.RunOutcome.FailureReason;
import io.tapedeck.core.risk.RiskGate;
import io.tapedeck.core.strategy.Strategy;
import java.util.Locale;

/** Wires the stages of one run. */
final class LaneAssembly {
  private LaneAssembly() {}

  /**
   * A lane at its start, or one that has failed already if the parameters do not fit.
   *
   * @throws IllegalArgumentException if the instruments do not share a currency and a calendar
   */
  static ReplayLane lane(RunSpec spec, Universe universe, RunListener listener) {
    requireOneAccount(universe);
    Strategy strategy;
    try {
      strategy = spec.strategy().create(universe);
    } catch (IllegalArgumentException unfit) {
      return failed(FailureReason.INVALID_PARAMETERS, String.valueOf(unfit.getMessage()));
    } catch (Exception | LinkageError broken) {
      return failed(FailureReason.STRATEGY_ERROR, broken.toString());
    }
    try {
      return assemble(spec, universe, listener, strategy);
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

  private static ReplayLane assemble(
      RunSpec spec, Universe universe, RunListener listener, Strategy strategy) {
    int instruments = universe.size();
    long startCash = universe.instrument(0).currency().money(spec.startCash());
    RunJournal journal = new RunJournal(listener);
    Blotter blotter = new Blotter(instruments);
    Ledger ledger = new Ledger(universe, startCash, CostMethod.AVERAGE, journal::onRoundTrip);
    Books books = new Books(ledger, new Marks(spec.mark(), universe), journal);
    CommandQueue commands = new CommandQueue();
    ReportQueue reports = new ReportQueue();
    Clearing clearing =
        new Clearing(journal, blotter, books, reports, spec.latency().response().constantNanos());
    Venue venue =
        new Venue(
            universe, spec.latency(), slippages(spec, universe), fees(spec, universe), clearing);
    KnownView known = new KnownView(instruments, startCash);
    OrderEntry entry =
        new OrderEntry(
            gates(spec, universe),
            spec.latency().entry().constantNanos(),
            blotter,
            known,
            commands,
            reports,
            journal);
    Desk[] desks = Desk.forAll(instruments, known, blotter, entry);
    return new ReferenceLane(
        spec,
        new MarketSide(venue, books, blotter, commands, journal),
        new Trader(strategy, known, blotter, entry, desks),
        reports,
        new RunSummary(spec, books, venue, journal));
  }

  private static SlippageModel[] slippages(RunSpec spec, Universe universe) {
    Require.that(
        !spec.slippage().isRandom(),
        "slippage without luck is needed here, was %s",
        spec.slippage());
    return universe.listings().stream()
        .map(listing -> spec.slippage().in(listing.instrument(), 0))
        .toArray(SlippageModel[]::new);
  }

  private static FeeModel[] fees(RunSpec spec, Universe universe) {
    return universe.listings().stream()
        .map(listing -> spec.fees().in(listing.instrument()))
        .toArray(FeeModel[]::new);
  }

  private static RiskGate[] gates(RunSpec spec, Universe universe) {
    return universe.listings().stream()
        .map(listing -> new RiskGate(listing.instrument(), spec.risk().in(listing.instrument())))
        .toArray(RiskGate[]::new);
  }

  /** What a run that broke off says of why. */
  static String detail(long nanos, Throwable cause) {
    return String.format(Locale.ROOT, "%s, at %d ns of the tape", cause, nanos);
  }
}
