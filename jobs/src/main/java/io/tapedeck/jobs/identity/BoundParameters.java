package io.tapedeck.jobs.identity;

import io.tapedeck.core.strategy.StrategySpec;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A parameter set as a strategy takes it, or refuses it.
 *
 * @param values every parameter, standard values included: text, truth or decimal number
 * @param spec the strategy's record, unless it refuses the set
 * @param refusal why it does; empty if it does not
 */
public record BoundParameters(
    SortedMap<String, Object> values, Optional<StrategySpec> spec, String refusal) {
  /** The values as canonical JSON. */
  public String json() {
    return CanonicalJson.of(values);
  }
}
