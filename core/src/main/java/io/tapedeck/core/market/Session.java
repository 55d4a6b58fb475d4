package io.tapedeck.core.market;

import io.tapedeck.core.contract.Require;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * A trading session of an exchange; both ends belong to it.
 *
 * @param date the exchange's session date
 * @param openNanos first nanosecond, since the epoch, UTC
 * @param closeNanos last nanosecond: the close of XNYS is 16:00:00.000000000; a market that never
 *     closes ends one nanosecond before the next session opens
 */
public record Session(LocalDate date, long openNanos, long closeNanos) implements Serializable {
  public Session {
    Require.that(
        openNanos < closeNanos,
        "session %s must open (%d) before it closes (%d)",
        date,
        openNanos,
        closeNanos);
  }

  public boolean contains(long nanos) {
    return nanos >= openNanos && nanos <= closeNanos;
  }
}
