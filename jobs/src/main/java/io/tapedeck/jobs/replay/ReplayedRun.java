package io.tapedeck.jobs.replay;

import io.tapedeck.core.market.Currency;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.replay.RunOutcome;
import io.tapedeck.core.replay.RunWarning;
import java.util.Set;

/**
 * One run and what came of it.
 *
 * @param account the symbol, or "shared"
 * @param universe its instruments
 * @param outcome completed or failed
 * @param warnings of the tape and of the run, in the order of {@link RunWarning}
 */
public record ReplayedRun(
    String account, Universe universe, RunOutcome outcome, Set<RunWarning> warnings) {
  /** The currency of its money. */
  public Currency currency() {
    return universe.instrument(0).currency();
  }

  public boolean isCompleted() {
    return outcome instanceof RunOutcome.Completed;
  }
}
