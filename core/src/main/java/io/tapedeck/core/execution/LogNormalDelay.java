package io.tapedeck.core.execution;

import io.tapedeck.core.chance.Draw;
import io.tapedeck.core.chance.Purpose;
import io.tapedeck.core.contract.Require;
import io.tapedeck.core.describe.Model;
import io.tapedeck.core.describe.Setting;
import io.tapedeck.core.market.Instrument;

/**
 * Mostly near its median, at times much longer: {@code min(cap, median × exp(σ Z))}, Z standard
 * normal, rounded to the nearest nanosecond. Without the cap its mean is {@code median × exp(σ² /
 * 2)}.
 *
 * @param medianNanos half of all delays are shorter; positive
 * @param sigma σ, the standard deviation of the delay's natural logarithm; from 0 to 10
 * @param capNanos no delay is longer; at least {@code medianNanos}, at most a day
 */
@Model(name = "lognormal", value = "Mostly near its median, at times much longer.")
public record LogNormalDelay(
    @Setting(value = "half of all delays are shorter", range = "above 0") long medianNanos,
    @Setting(value = "deviation of the delay's natural logarithm", range = "from 0 to 10")
        double sigma,
    @Setting(value = "no delay is longer", range = "from median to a day") long capNanos)
    implements Delay {
  private static final double LARGEST_SIGMA = 10;

  public LogNormalDelay {
    Require.that(medianNanos > 0, "median delay must be positive, was %d ns", medianNanos);
    Require.that(
        sigma >= 0 && sigma <= LARGEST_SIGMA,
        "sigma of a delay must be from 0 to 10, was %s",
        sigma);
    Require.that(
        capNanos >= medianNanos && capNanos <= LONGEST_NANOS,
        "the cap must be from the median (%d ns) to a day, was %d ns",
        medianNanos,
        capNanos);
    sigma += 0.0; // -0 is 0: equal delays are equal records
  }

  @Override
  public DelayModel in(String venue, Instrument instrument, long seed, Purpose purpose) {
    long key = Draw.key(seed, purpose, instrument.symbol());
    return (timeNanos, number) ->
        Math.min(
            capNanos,
            Math.round(medianNanos * StrictMath.exp(sigma * Draw.normal(key, number, 0))));
  }

  @Override
  public boolean isNone() {
    return false;
  }
}
