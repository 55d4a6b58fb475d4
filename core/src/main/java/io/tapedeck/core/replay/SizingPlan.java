package io.tapedeck.core.replay;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.risk.ExposureScaleSpec;
import io.tapedeck.core.risk.SizingSpec;
import java.io.Serializable;
import java.util.List;

/**
 * How a run turns signals into sizes, and scales what is wanted.
 *
 * @param rule what a signal of full strength is worth; at most one, none if no strategy leans
 * @param scale by how much targets, weights and signals shrink as markets grow wilder; at most one
 */
public record SizingPlan(List<SizingSpec> rule, List<ExposureScaleSpec> scale)
    implements Serializable {
  public static final SizingPlan NONE = new SizingPlan(List.of(), List.of());

  public SizingPlan {
    rule = List.copyOf(rule);
    scale = List.copyOf(scale);
    Require.that(
        rule.size() <= 1 && scale.size() <= 1,
        "a run sizes by one rule and one scale, was told %s and %s",
        rule,
        scale);
  }

  public static SizingPlan of(SizingSpec rule) {
    return new SizingPlan(List.of(rule), List.of());
  }

  public SizingPlan scaledBy(ExposureScaleSpec newScale) {
    return new SizingPlan(rule, List.of(newScale));
  }
}
