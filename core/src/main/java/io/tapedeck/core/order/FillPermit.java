package io.tapedeck.core.order;

/** How much of an order may fill at this moment; what binds orders to each other is asked here. */
@FunctionalInterface
public interface FillPermit {
  /** Every order may fill as it is. */
  FillPermit ALL = (orderId, wantedLots) -> wantedLots;

  /**
   * Lots of the wanted ones that may fill now.
   *
   * @param wantedLots positive
   * @return from zero to {@code wantedLots}
   */
  long lots(long orderId, long wantedLots);
}
