package io.tapedeck.jobs.replay;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.Feed;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.replay.RunWarning;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A feed with what a run needs to know about it.
 *
 * @param feed ticks of some instruments; closed with this tape
 * @param rows events on it, those outside the hours replayed included; 0 if unknown
 * @param sessions sessions of the dates to replay, in order; at least one
 * @param sessionsPerYear of their calendar
 * @param warnings gaps in what is known of the instruments
 * @param notes anything else a user should know, in sentences
 */
public record Tape(
    Feed feed,
    long rows,
    List<Session> sessions,
    int sessionsPerYear,
    Set<RunWarning> warnings,
    List<String> notes)
    implements AutoCloseable {
  public Tape {
    sessions = List.copyOf(sessions);
    Require.that(!sessions.isEmpty(), "the dates to replay hold no session: choose others");
    warnings = warnings.isEmpty() ? Set.of() : EnumSet.copyOf(warnings);
    notes = List.copyOf(notes);
  }

  @Override
  public void close() {
    feed.close();
  }
}
