package io.tapedeck.core.execution;

/** Calls the aftermath of an event until nothing more follows from it. */
final class Settlement {
  private final Aftermath aftermath;
  private boolean isUnderWay;
  private boolean isAsked;

  Settlement(Aftermath aftermath) {
    this.aftermath = aftermath;
  }

  /** Commands given by the aftermath itself are settled by the call under way. */
  void settle(long nanos) {
    isAsked = true;
    if (isUnderWay) {
      return;
    }
    isUnderWay = true;
    while (isAsked) {
      isAsked = false;
      aftermath.settle(nanos);
    }
    isUnderWay = false;
  }
}
