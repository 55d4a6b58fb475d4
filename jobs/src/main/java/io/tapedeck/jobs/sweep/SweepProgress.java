package io.tapedeck.jobs.sweep;

/** Hears how far a sweep is; called from another thread. */
public interface SweepProgress {
  SweepProgress SILENT = (share, tickLanes) -> {};

  /**
   * Some work is done.
   *
   * @param share of the work of this run of the sweep, from 0 to 1
   * @param tickLanes ticks times parameter sets so far
   */
  void update(double share, long tickLanes);
}
