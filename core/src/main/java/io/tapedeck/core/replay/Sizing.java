package io.tapedeck.core.replay;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.BarView;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.order.DenialReason;
import io.tapedeck.core.risk.ExposureScale;
import io.tapedeck.core.risk.SizingModel;
import io.tapedeck.core.risk.TargetWeight;
import java.math.BigDecimal;

/** Turns weights and signals into lots, from what is known, and scales what is wanted. */
final class Sizing {
  /** Weights are shares of equity, up to this. */
  private static final double LARGEST_WEIGHT = 10;

  private final KnownView known;
  private final SizingModel[] weights;
  private final SizingModel[] rules;
  private final ExposureScale[] scales;
  private long lots;
  private DenialReason refusal = DenialReason.SIZE_UNKNOWN;

  Sizing(SizingPlan plan, Universe universe, KnownView known, double barsPerYear) {
    this.known = known;
    int size = universe.size();
    TargetWeight most = new TargetWeight(BigDecimal.valueOf((long) LARGEST_WEIGHT));
    weights = new SizingModel[size];
    rules = new SizingModel[plan.rule().isEmpty() ? 0 : size];
    scales = new ExposureScale[plan.scale().isEmpty() ? 0 : size];
    for (int i = 0; i < size; i++) {
      weights[i] = most.in(universe.instrument(i), barsPerYear);
      if (rules.length > 0) {
        rules[i] = plan.rule().get(0).in(universe.instrument(i), barsPerYear);
      }
      if (scales.length > 0) {
        scales[i] = plan.scale().get(0).in(universe.instrument(i), barsPerYear);
      }
    }
  }

  /** A bar became known; a mid or a side of the quote serves as well as a last price. */
  void learnBar(BarView bar) {
    int instrument = bar.instrument();
    if (rules.length > 0) {
      rules[instrument].onBar(bar.highTicks(), bar.lowTicks(), bar.closeTicks());
    }
    if (scales.length > 0) {
      scales[instrument].onBar(bar.closeTicks());
    }
  }

  /** Whether a weight can be told in {@link #lots}; if not, {@link #refusal} says why. */
  boolean ofWeight(int instrument, double weight) {
    Require.that(
        Math.abs(weight) <= LARGEST_WEIGHT, "a weight must be from -10 to 10 times equity");
    return size(weights[instrument], instrument, weight / LARGEST_WEIGHT, 0);
  }

  /** Whether a signal can be told in {@link #lots}; if not, {@link #refusal} says why. */
  boolean ofSignal(int instrument, double strength, long stopDistanceTicks) {
    if (rules.length == 0) {
      throw new IllegalStateException(
          "the strategy leaves its size to the run, and the run has no sizing: give it one");
    }
    return size(rules[instrument], instrument, strength, stopDistanceTicks);
  }

  private boolean size(SizingModel model, int instrument, double strength, long stopTicks) {
    long equity = strength == 0 ? 0 : known.equity();
    long wanted =
        model.targetLots(
            strength,
            stopTicks == 0 ? Missing.VALUE : stopTicks,
            equity,
            known.doubledTicks(instrument));
    if (Missing.is(wanted)) {
      refusal = model.denial();
      return false;
    }
    return scaled(instrument, wanted);
  }

  /** Whether a wanted target can be scaled into {@link #lots}. */
  boolean scaled(int instrument, long wantedLots) {
    lots = scales.length == 0 ? wantedLots : scales[instrument].scaled(wantedLots);
    refusal = DenialReason.WARMING_UP;
    return !Missing.is(lots);
  }

  /** The last target that could be told, signed. */
  long lots() {
    return lots;
  }

  /** Why the last target could not be told. */
  DenialReason refusal() {
    return refusal;
  }
}
