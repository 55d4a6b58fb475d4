package io.tapedeck.jobs.grid;

import io.tapedeck.core.contract.Require;
import java.io.Serializable;

/**
 * A sample of a parameter space without replacement: {@code count} combinations that meet the
 * condition, in the order of {@link KeyedPermutation}.
 *
 * @param count positive; all combinations are taken if there are fewer
 * @param seed any
 */
public record Draws(long count, long seed) implements Serializable {
  public Draws {
    Require.that(count > 0, "count of draws must be positive, was %d", count);
  }
}
