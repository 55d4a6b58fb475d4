package io.tapedeck.core.execution;

import io.tapedeck.core.chance.Purpose;
import io.tapedeck.core.contract.Require;
import io.tapedeck.core.describe.Model;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.MoneyScale;
import java.util.Arrays;

/**
 * Delays that were measured. Before the first recording its delay holds, after the last one that
 * one's; of several at one instant the last one counts from then on.
 *
 * <p>Between two recordings, {@link Between#LINEAR}: {@code d₁ + (d₂ - d₁)(t - t₁) / (t₂ - t₁)},
 * rounded half to even in whole nanoseconds, exact through 128 bits.
 *
 * <p>Source of the linear rule: hftbacktest, IntpOrderLatency (which truncates a double instead, so
 * it may differ by a nanosecond). Its negative delays, which stand for refused orders, are not
 * taken: a delay is a delay.
 *
 * <p>Arrays are copied in and out: a value like any other, equal to one of equal content.
 */
@Model(name = "recorded", value = "Delays that were measured, by the time the message set out.")
public final class RecordedDelay implements Delay {
  /** What holds between two recordings. */
  public enum Between {
    /** The earlier one. */
    STEP,
    /** The straight line from one to the other. */
    LINEAR
  }

  private static final long serialVersionUID = 1;

  private final long[] atNanos;
  private final long[] delayNanos;
  private final Between between;

  /**
   * Delays that were measured.
   *
   * @param atNanos when the messages set out, in nanoseconds since the epoch; at least one, in
   *     order
   * @param delayNanos how long each was under way; as many, none negative
   * @param between what holds between two recordings
   */
  public RecordedDelay(long[] atNanos, long[] delayNanos, Between between) {
    Require.that(
        atNanos.length > 0 && atNanos.length == delayNanos.length,
        "recorded delays need as many delays as times and at least one, were %d and %d",
        delayNanos.length,
        atNanos.length);
    Require.that(between != null, "what holds between recorded delays must be given");
    this.atNanos = atNanos.clone();
    this.delayNanos = delayNanos.clone();
    this.between = between;
    requireOrder(this.atNanos);
    for (int i = 0; i < delayNanos.length; i++) {
      Require.that(
          this.delayNanos[i] >= 0,
          "recorded delays must not be negative, was %d ns at %d",
          delayNanos[i],
          atNanos[i]);
    }
  }

  private static void requireOrder(long[] atNanos) {
    for (int i = 1; i < atNanos.length; i++) {
      Require.that(
          atNanos[i] >= atNanos[i - 1],
          "recorded delays must be in order of time, was %d after %d",
          atNanos[i],
          atNanos[i - 1]);
    }
    Require.that(
        atNanos[atNanos.length - 1] - atNanos[0] >= 0,
        "recorded delays must lie within 292 years, were from %d to %d",
        atNanos[0],
        atNanos[atNanos.length - 1]);
  }

  /** When the messages set out, in nanoseconds since the epoch; a copy. */
  public long[] atNanos() {
    return atNanos.clone();
  }

  /** How long each was under way; a copy. */
  public long[] delayNanos() {
    return delayNanos.clone();
  }

  /** What holds between two recordings. */
  public Between between() {
    return between;
  }

  @Override
  public DelayModel in(String venue, Instrument instrument, long seed, Purpose purpose) {
    return between == Between.LINEAR
        ? (timeNanos, number) -> onTheLine(timeNanos)
        : (timeNanos, number) -> delayNanos[Math.max(0, lastUntil(timeNanos))];
  }

  private long onTheLine(long timeNanos) {
    int before = lastUntil(timeNanos);
    if (before < 0 || before == atNanos.length - 1) {
      return delayNanos[Math.max(0, before)];
    }
    long from = delayNanos[before];
    return from
        + MoneyScale.proportion(
            delayNanos[before + 1] - from,
            timeNanos - atNanos[before],
            atNanos[before + 1] - atNanos[before]);
  }

  /** The last recording not after this time, or -1; by bisection. */
  private int lastUntil(long timeNanos) {
    int low = 0;
    int high = atNanos.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (atNanos[middle] <= timeNanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  @Override
  public boolean isNone() {
    for (long nanos : delayNanos) {
      if (nanos > 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RecordedDelay that
        && between == that.between
        && Arrays.equals(atNanos, that.atNanos)
        && Arrays.equals(delayNanos, that.delayNanos);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(atNanos) + Arrays.hashCode(delayNanos);
  }

  @Override
  public String toString() {
    return "RecordedDelay[recordings=" + atNanos.length + ", between=" + between + "]";
  }
}
