package io.tapedeck.core.market;

/** The best bid and offer; a side that is absent has a price of {@link Missing#VALUE}. */
public interface QuoteView extends EventView {
  long bidTicks();

  /** Displayed size at the bid; {@link Missing#VALUE} where the source shows none. */
  long bidLots();

  long askTicks();

  /** Displayed size at the offer; {@link Missing#VALUE} where the source shows none. */
  long askLots();

  /** Whether both sides are present and the bid is below the offer. */
  default boolean isTwoSided() {
    return !Missing.is(bidTicks()) && !Missing.is(askTicks()) && bidTicks() < askTicks();
  }

  /** Bid plus offer: twice the mid, a whole number of ticks. Only of a quote with both sides. */
  default long doubledMidTicks() {
    return bidTicks() + askTicks();
  }
}
