package io.tapedeck.core.execution;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.describe.Model;
import io.tapedeck.core.describe.Setting;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.market.Universe.Listing;
import java.io.Serializable;
import java.math.BigDecimal;

/**
 * What a run assumes of how the market fills its orders.
 *
 * @param residual what marketable orders do with what the touch cannot give
 * @param queue how the place of resting orders in their queues is estimated; needs quotes
 * @param triggers which price triggers armed orders
 * @param bars how orders meet bars where there are no ticks
 * @param maxParticipation the share of a print, of a displayed size or of a bar's volume that our
 *     orders may take together; above 0, at most 1, with at most 9 decimals. Each share is rounded
 *     down to whole lots
 */
@Model("How the market fills orders.")
public record ExecutionSpec(
    @Setting("what marketable orders do with what the touch cannot give") ResidualRule residual,
    @Setting("place of resting orders in their queues; needs quotes") QueueModelSpec queue,
    @Setting("which price triggers armed orders") TriggerSource triggers,
    @Setting("how orders meet bars where there are no ticks") BarFillSpec bars,
    @Setting(
            value = "share of a print, displayed size or bar volume that orders may take",
            range = "above 0, at most 1, 9 decimals")
        BigDecimal maxParticipation)
    implements Serializable {
  /** Rests are kept, no queue, all of what is shown, each order triggered by what it would meet. */
  public static final ExecutionSpec STANDARD =
      new ExecutionSpec(
          ResidualRule.RESTS,
          QueueModelSpec.NONE,
          TriggerSource.AUTO,
          BarFillSpec.STANDARD,
          BigDecimal.ONE);

  public ExecutionSpec {
    Require.that(
        residual != null && queue != null && triggers != null && bars != null,
        "residual rule, queue model, trigger source and bar fills must be given");
    Require.that(
        maxParticipation != null
            && maxParticipation.signum() > 0
            && maxParticipation.compareTo(BigDecimal.ONE) <= 0
            && maxParticipation.stripTrailingZeros().scale() <= Participation.DECIMALS,
        "participation must be above 0 and at most 1 with at most 9 decimals, was %s",
        maxParticipation);
    maxParticipation = maxParticipation.stripTrailingZeros();
    Require.that(
        residual != ResidualRule.WALKS || maxParticipation.compareTo(BigDecimal.ONE) == 0,
        "an order that may take a share of %s of the touch cannot walk beyond it:"
            + " let residuals rest or be canceled, or set the participation to 1",
        maxParticipation);
  }

  public ExecutionSpec withResidual(ResidualRule newResidual) {
    return new ExecutionSpec(newResidual, queue, triggers, bars, maxParticipation);
  }

  public ExecutionSpec withQueue(QueueModelSpec newQueue) {
    return new ExecutionSpec(residual, newQueue, triggers, bars, maxParticipation);
  }

  public ExecutionSpec withTriggers(TriggerSource newTriggers) {
    return new ExecutionSpec(residual, queue, newTriggers, bars, maxParticipation);
  }

  public ExecutionSpec withBars(BarFillSpec newBars) {
    return new ExecutionSpec(residual, queue, triggers, newBars, maxParticipation);
  }

  public ExecutionSpec withMaxParticipation(BigDecimal newMaxParticipation) {
    return new ExecutionSpec(residual, queue, triggers, bars, newMaxParticipation);
  }

  /**
   * Refuses a tape that cannot give what is assumed here.
   *
   * @throws IllegalArgumentException naming the instrument and the remedy
   */
  public void requireFits(Universe universe) {
    for (Listing listing : universe.listings()) {
      if (!listing.isFilledByBars()) {
        requireFits(listing);
      }
    }
  }

  private void requireFits(Listing listing) {
    String symbol = listing.instrument().symbol();
    Require.that(
        queue.isNone() || listing.hasQuotes(),
        "queue model %s needs quotes of %s: add them to the tape, or use NONE",
        queue.kind(),
        symbol);
    Require.that(
        triggers != TriggerSource.MID || listing.hasQuotes(),
        "triggers at the MID need quotes of %s: add them to the tape, or use LAST or AUTO",
        symbol);
    Require.that(
        triggers != TriggerSource.LAST || listing.hasTrades(),
        "triggers at the LAST trade need trades of %s: add them to the tape, or use MID or AUTO",
        symbol);
  }
}
