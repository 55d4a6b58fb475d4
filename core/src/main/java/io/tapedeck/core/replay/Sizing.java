package io.tapedeck.core.replay;

import io.tapedeck.core.market.BarPrice;
import io.tapedeck.core.market.BarView;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.order.DenialReason;
import io.tapedeck.core.risk.ExposureScale;
import io.tapedeck.core.risk.PortfolioWeight;
import io.tapedeck.core.risk.SizingModel;

/** Turns weights and signals into lots, from what is known, and scales what is wanted. */
final class Sizing {
  private final KnownView known;
  private final PortfolioWeight[] weights;
  private final SizingModel[] rules;
  private final ExposureScale[] scales;
  private final BarPrice[] prices;
  private long lots;
  private DenialReason refusal = DenialReason.SIZE_UNKNOWN;

  Sizing(SizingPlan plan, Universe universe, KnownView known, double barsPerYear) {
    this.known = known;
    int size = universe.size();
    weights = new PortfolioWeight[size];
    prices = new BarPrice[size];
    rules = new SizingModel[plan.rule().isEmpty() ? 0 : size];
    scales = new ExposureScale[plan.scale().isEmpty() ? 0 : size];
    for (int i = 0; i < size; i++) {
      weights[i] = new PortfolioWeight(universe.instrument(i));
      if (rules.length > 0) {
        rules[i] = plan.rule().get(0).in(universe.instrument(i), barsPerYear);
      }
      if (scales.length > 0) {
        scales[i] = plan.scale().get(0).in(universe.instrument(i), barsPerYear);
      }
    }
  }

  /** A bar became known; bars of the first price that is known of an instrument count. */
  void learnBar(BarView bar) {
    int instrument = bar.instrument();
    if (prices[instrument] == null) {
      prices[instrument] = bar.price();
    }
    if (prices[instrument] != bar.price()) {
      return;
    }
    if (rules.length > 0) {
      rules[instrument].onBar(bar.highTicks(), bar.lowTicks(), bar.closeTicks());
    }
    if (scales.length > 0) {
      scales[instrument].onBar(bar.closeTicks());
    }
  }

  /** Whether a weight can be told in {@link #lots}; if not, {@link #refusal} says why. */
  boolean ofWeight(int instrument, double weight) {
    long equity = weight == 0 ? 0 : known.equity();
    long wanted = weights[instrument].targetLots(weight, equity, known.doubledTicks(instrument));
    refusal = DenialReason.SIZE_UNKNOWN;
    return !Missing.is(wanted) && scaled(instrument, wanted);
  }

  /** Whether a signal can be told in {@link #lots}; if not, {@link #refusal} says why. */
  boolean ofSignal(int instrument, double strength, long stopDistanceTicks) {
    if (rules.length == 0) {
      throw new IllegalStateException(
          "the strategy leaves its size to the run, and the run has no sizing: give it one");
    }
    SizingModel model = rules[instrument];
    long wanted =
        model.targetLots(
            strength,
            stopDistanceTicks == 0 ? Missing.VALUE : stopDistanceTicks,
            strength == 0 ? 0 : known.equity(),
            known.doubledTicks(instrument));
    refusal = model.denial();
    return !Missing.is(wanted) && scaled(instrument, wanted);
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
