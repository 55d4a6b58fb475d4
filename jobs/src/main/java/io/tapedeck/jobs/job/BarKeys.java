package io.tapedeck.jobs.job;

import io.tapedeck.core.bar.BarLength;
import io.tapedeck.core.bar.BarRule;
import java.util.List;
import java.util.Optional;

/** Bars: those a run builds from ticks, and those a tape has. */
final class BarKeys {
  private BarKeys() {}

  /** {@code bars: 1m}, {@code 100 ticks}, {@code 5000 volume} or {@code 1e6 notional}. */
  static List<BarRule> rule(Fields job) {
    return job.node("bars").map(node -> List.of(rule(node, job.path("bars")))).orElse(List.of());
  }

  private static BarRule rule(Node node, String path) {
    try {
      return BarRule.parse(Scalars.text(node, path));
    } catch (IllegalArgumentException refused) {
      throw UsageException.at(node.mark(), path + ": " + refused.getMessage());
    }
  }

  static BarLength length(Node node, String path) {
    try {
      return BarLength.parse(Scalars.text(node, path));
    } catch (IllegalArgumentException refused) {
      throw UsageException.at(node.mark(), path + ": " + refused.getMessage());
    }
  }

  /** {@code bar_length: 1d}: which bars of the lake are replayed. */
  static Optional<BarLength> tape(Fields job) {
    return job.node("bar_length").map(node -> length(node, job.path("bar_length")));
  }
}
