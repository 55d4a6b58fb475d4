package io.tapedeck.jobs.job;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a replay and a sweep have in common: the data, the strategy and all that is assumed about
 * the market's answer.
 *
 * @param name for people; not part of what determines a run
 * @param data lake or files
 * @param universe symbols, in order and distinct; empty means all that the files have
 * @param account one account for all, or one for each instrument
 * @param tables kinds of ticks to replay; empty means those that exist for a symbol
 * @param dates session dates; {@link DateRange#ALL} if the job names none
 * @param hours which hours of a session are replayed
 * @param strategies they share the account and act in this order, parameters as written; at least
 *     one
 * @param terms what is assumed about the market and the desk
 * @param tapeBars which bars of the lake are replayed; empty unless {@code tables} has bars
 */
public record JobSpec(
    String name,
    DataSource data,
    List<String> universe,
    Account account,
    Set<TickKind> tables,
    DateRange dates,
    Hours hours,
    List<StrategyChoice> strategies,
    RunTerms terms,
    Optional<TapeBars> tapeBars) {
  /** Whether instruments share one account. */
  public enum Account {
    PER_INSTRUMENT,
    SHARED
  }

  /** A kind of ticks, named as its table. */
  public enum TickKind {
    TRADES,
    QUOTES,
    SIGNALS,
    BARS
  }

  /** Which events of a session are replayed. */
  public enum Hours {
    /** From open to close, both included. */
    REGULAR,
    ALL
  }

  public JobSpec {
    universe = List.copyOf(universe);
    tables = Collections.unmodifiableSet(new LinkedHashSet<>(tables));
    strategies = List.copyOf(strategies);
  }

  /**
   * Binds the shared keys and leaves all others to the caller, who ends with {@link
   * Fields#refuseOthers}.
   *
   * @throws UsageException if a value is wrong or one that is needed is missing
   */
  public static JobSpec bind(Fields job) {
    DataSource data = DataSource.bind(job);
    AccountKeys account = AccountKeys.bind(job);
    Set<TickKind> tables = tables(job);
    List<String> universe = universe(job, data);
    refuseForeignBenchmark(job, universe, account.scope());
    return new JobSpec(
        job.text("name").orElse(""),
        data,
        universe,
        account.scope(),
        tables,
        DateRange.bind(job, "dates").orElse(DateRange.ALL),
        job.choice("session", Hours.class).orElse(Hours.REGULAR),
        StrategyChoice.bind(job),
        RunTerms.bind(job, account),
        tapeBars(job, tables));
  }

  /** The strategies by name, in order. */
  public List<NamedStrategy> named() {
    return strategies.stream().map(StrategyChoice::strategy).toList();
  }

  /** All strategies in one word: {@code sma-cross}, or {@code sma-cross+ema-cross}. */
  public static String title(List<NamedStrategy> strategies) {
    return strategies.stream().map(NamedStrategy::title).collect(Collectors.joining("+"));
  }

  /** A run is compared with an instrument that is on its own tape. */
  private static void refuseForeignBenchmark(Fields job, List<String> universe, Account scope) {
    String benchmark = job.text("benchmark").orElse("");
    if (benchmark.isEmpty() || universe.isEmpty()) {
      return;
    }
    if (!universe.contains(benchmark)) {
      throw job.refusal("benchmark", "must be a symbol of the universe, was '" + benchmark + "'");
    }
    if (scope == Account.PER_INSTRUMENT && universe.size() > 1) {
      throw job.refusal("benchmark", "is only on the tape of its own account: use account: shared");
    }
  }

  /** Naming bars of the tape is asking for them. */
  private static Optional<TapeBars> tapeBars(Fields job, Set<TickKind> tables) {
    Optional<TapeBars> bars =
        job.node("tape_bars").map(node -> TapeBars.bind(node, job.path("tape_bars")));
    boolean isAsked = tables.contains(TickKind.BARS);
    if (bars.isPresent() && !isAsked && !tables.isEmpty()) {
      throw job.refusal("tape_bars", "is for bars, and tables names none: add bars to it");
    }
    return isAsked && bars.isEmpty() ? Optional.of(TapeBars.DAILY) : bars;
  }

  private static List<String> universe(Fields job, DataSource data) {
    List<String> symbols = job.texts("universe");
    if (symbols.stream().distinct().count() < symbols.size()) {
      throw job.refusal("universe", "names a symbol twice: " + String.join(", ", symbols));
    }
    if (symbols.isEmpty() && data instanceof DataSource.InLake) {
      throw job.missing("universe", "name the symbols, as in universe: [BAC, IBM]");
    }
    return symbols;
  }

  private static Set<TickKind> tables(Fields job) {
    Set<TickKind> kinds = new LinkedHashSet<>();
    for (String text : job.texts("tables")) {
      Mark mark = job.node("tables").orElseThrow().mark();
      kinds.add(Scalars.choice(text, TickKind.class, job.path("tables"), mark));
    }
    return kinds;
  }
}
