package io.tapedeck.jobs.sweep;

import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.replay.RunWarning;
import io.tapedeck.core.strategy.StrategyProvider;
import io.tapedeck.jobs.grid.Grid;
import io.tapedeck.jobs.identity.Assumptions;
import io.tapedeck.jobs.identity.ParameterReader;
import io.tapedeck.jobs.identity.RunIdentity;
import io.tapedeck.jobs.identity.Sha256;
import io.tapedeck.jobs.identity.TapeIdentity;
import io.tapedeck.jobs.job.JobSpec;
import io.tapedeck.jobs.job.NamedStrategy;
import io.tapedeck.jobs.job.Strategies;
import io.tapedeck.lake.scan.PinnedScan;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * All that the tasks of a sweep need to know, beside their unit; travels to them once.
 *
 * @param strategies by name, in their order
 * @param strategyDigest of their class files
 * @param assumptions about the market's answer
 * @param grid parameter sets
 * @param accounts instruments of each account
 * @param windows dates of the runs
 * @param scan of all instruments and dates
 * @param calendarTerms sessions a year by calendar
 * @param gaps what is not known of an instrument, by symbol
 */
public record SweepContext(
    List<NamedStrategy> strategies,
    String strategyDigest,
    Assumptions assumptions,
    Grid grid,
    List<List<String>> accounts,
    List<Window> windows,
    PinnedScan scan,
    Map<String, Integer> calendarTerms,
    Map<String, Set<RunWarning>> gaps)
    implements Serializable {
  /** All strategies in one word. */
  String strategy() {
    return JobSpec.title(strategies);
  }

  /** The part of the tape that runs of this account replay in this window. */
  PinnedScan tape(List<String> symbols, Window window) {
    return scan.restrictTo(symbols, window.first(), window.last());
  }

  /** The sessions of a run. */
  List<Session> sessions(PinnedScan tape) {
    return tape.sessions(tape.symbols().get(0));
  }

  /** The sessions that ticks must lie in; empty for all hours. */
  List<Session> regularHours(PinnedScan tape) {
    return assumptions.hours() == JobSpec.Hours.REGULAR ? sessions(tape) : List.of();
  }

  int sessionsPerYear(PinnedScan tape) {
    return calendarTerms.get(first(tape).calendar());
  }

  /** What all runs of an account and window have in common. */
  RunIdentity identity(PinnedScan tape) {
    return RunIdentity.of(
        strategy(),
        strategyDigest,
        assumptions,
        TapeIdentity.of(tape, sessions(tape), sessionsPerYear(tape)));
  }

  String currency(PinnedScan tape) {
    return first(tape).currency().code();
  }

  Set<RunWarning> gaps(List<String> symbols) {
    EnumSet<RunWarning> all = EnumSet.noneOf(RunWarning.class);
    symbols.forEach(symbol -> all.addAll(gaps.getOrDefault(symbol, Set.of())));
    return all;
  }

  /** Versions of the tables that were read. */
  Map<String, Long> tableVersions() {
    Map<String, Long> versions = new TreeMap<>();
    scan.versions().forEach((table, version) -> versions.put(table.folder(), version));
    return versions;
  }

  /** Accounts and windows with the rows to decode for them. */
  List<SweepPlanner.Share> shares() {
    List<SweepPlanner.Share> shares = new ArrayList<>();
    for (List<String> account : accounts) {
      for (Window window : windows) {
        shares.add(new SweepPlanner.Share(account, window, tape(account, window).rows()));
      }
    }
    return shares;
  }

  /** The text whose digest is the sweep's id: the question and the contents it is asked of. */
  Map<String, Object> question() {
    List<Object> runs = new ArrayList<>();
    for (List<String> account : accounts) {
      for (Window window : windows) {
        Map<String, Object> terms = new TreeMap<>();
        terms.put("window", window.label());
        terms.put("symbols", account);
        terms.put("identity", Sha256.of(identity(tape(account, window)).commonJson()));
        runs.add(terms);
      }
    }
    Map<String, Object> question = new TreeMap<>();
    question.put("strategy", strategy());
    question.put("grid", grid.terms());
    question.put("runs", runs);
    return question;
  }

  /** Reads parameters on the machine this is called on. */
  ParameterReader parameters() {
    return ParameterReader.of(strategies, SweepContext::provider);
  }

  static StrategyProvider provider(String name) {
    return Strategies.found().all().stream()
        .filter(provider -> provider.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "strategy " + name + " is not on this machine's class path; give its --jars"));
  }

  private static Instrument first(PinnedScan tape) {
    return tape.universe().instrument(0);
  }
}
