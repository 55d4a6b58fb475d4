package io.tapedeck.jobs.replay;

import io.tapedeck.core.market.Currency;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.replay.RunOutcome;
import io.tapedeck.core.replay.RunRecorder;
import io.tapedeck.core.replay.RunWarning;
import java.util.List;
import java.util.Set;

/**
 * One run and what came of it.
 *
 * @param account the symbol, or "shared"
 * @param strategies names or labels of its strategies, in order
 * @param universe its instruments
 * @param sessions its sessions, in order
 * @param sessionsPerYear of its calendar
 * @param outcome completed or failed
 * @param record orders, fills and round trips
 * @param warnings of the tape and of the run, in the order of {@link RunWarning}
 * @param notes what else the tape has to say
 */
public record ReplayedRun(
    String account,
    List<String> strategies,
    Universe universe,
    List<Session> sessions,
    int sessionsPerYear,
    RunOutcome outcome,
    RunRecorder record,
    Set<RunWarning> warnings,
    List<String> notes) {
  /** The currency of its money; all its instruments share it. */
  public Currency currency() {
    return universe.instrument(0).currency();
  }

  public Instrument instrument(int index) {
    return universe.instrument(index);
  }

  public boolean isCompleted() {
    return outcome instanceof RunOutcome.Completed;
  }
}
