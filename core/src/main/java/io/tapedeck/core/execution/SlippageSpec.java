package io.tapedeck.core.execution;

import io.tapedeck.core.market.Instrument;
import java.io.Serializable;

/**
 * What a user writes down about slippage, before it is known in which units an instrument counts.
 */
public sealed interface SlippageSpec extends Serializable
    permits NoSlippage,
        SlippageBps,
        SlippageTicks,
        SlippageSpread,
        SlippageVolumeShare,
        SlippageSquareRoot,
        NoisySlippage {
  /**
   * The same slippage in this instrument's ticks and lots. Each instrument has a model of its own:
   * nothing of one gets into another's.
   *
   * @param seed of the run
   */
  SlippageModel in(Instrument instrument, long seed);

  /** Whether it is zero, always. */
  default boolean isNone() {
    return false;
  }

  /** Whether it understates what it costs where bid or ask are not known: worth a warning. */
  default boolean needsQuotes() {
    return false;
  }

  /** Whether it assumes its worst where the volume is not known: worth a warning. */
  default boolean needsVolume() {
    return false;
  }

  /** Whether luck decides, so that orders and fills must be told by their numbers. */
  default boolean isRandom() {
    return false;
  }
}
