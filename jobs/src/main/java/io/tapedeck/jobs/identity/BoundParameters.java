package io.tapedeck.jobs.identity;

import io.tapedeck.core.strategy.StrategySpec;
import java.util.List;
import java.util.SortedMap;

/**
 * A parameter set as the strategies of a job take it, or refuse it.
 *
 * @param values every parameter, standard values included: text, truth or decimal number
 * @param specs the strategies' records, in their order; empty if one refuses the set
 * @param refusal why it does; empty if none does
 */
public record BoundParameters(
    SortedMap<String, Object> values, List<StrategySpec> specs, String refusal) {
  public BoundParameters {
    specs = List.copyOf(specs);
  }

  /** Whether a strategy refuses the set. */
  public boolean isRefused() {
    return specs.isEmpty();
  }

  /** The values as canonical JSON. */
  public String json() {
    return CanonicalJson.of(values);
  }
}
