package io.tapedeck.jobs.result;

/** How much of a run is kept; each level keeps what the one before does. */
public enum RecordLevel {
  /** Its row in `runs` and its metrics. */
  METRICS(0),
  /** And the books at each session close. */
  DAILY(1),
  /** And orders, fills, round trips and refusals. */
  FILLS(2),
  /** And the equity curve. */
  FULL(3);

  private final int detail;

  RecordLevel(int detail) {
    this.detail = detail;
  }

  /** More for a level that keeps more. */
  int detail() {
    return detail;
  }

  public boolean includes(RecordLevel other) {
    return detail >= other.detail;
  }
}
