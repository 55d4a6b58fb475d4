package io.tapedeck.jobs.job;

import io.tapedeck.core.bar.BarLength;
import io.tapedeck.core.bar.BarRule;
import java.util.List;

/** Bars that a run builds from ticks. */
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
}
