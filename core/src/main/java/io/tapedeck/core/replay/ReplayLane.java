package io.tapedeck.core.replay;

import io.tapedeck.core.market.TapeBatch;
import io.tapedeck.core.market.Universe;

/**
 * One run in progress: steps through batches of the tape and keeps all its state between them.
 * Batches may be cut anywhere without changing a bit of the outcome. Not thread-safe.
 */
public interface ReplayLane {
  /**
   * A reference-engine lane over these instruments. Parameters that do not fit them make a run that
   * has failed.
   *
   * @throws IllegalArgumentException if the instruments do not share a currency and a calendar
   */
  static ReplayLane of(RunSpec spec, Universe universe, RunListener listener) {
    return LaneAssembly.lane(spec, universe, listener);
  }

  /** Steps through a batch; a lane that has failed ignores it. */
  void accept(TapeBatch batch);

  /** Drains what is still underway until the last session's close and sums up. Called once. */
  RunOutcome finish();
}
