package io.tapedeck.core.market;

/** A print on the tape. */
public interface TradeView extends EventView {
  long priceTicks();

  long lots();

  /**
   * Which side took: +1 a buyer, -1 a seller, 0 neither (an auction); {@link Missing#VALUE} where
   * unknown.
   */
  long aggressor();
}
