package io.tapedeck.core.execution;

import io.tapedeck.core.market.Side;

/** Where one instrument is between its auctions. */
final class AuctionState {
  private final boolean isFlagged;
  private boolean isOpen;
  private boolean isBuyOpeningOver;
  private boolean isSellOpeningOver;
  private boolean isClosingOver;
  private boolean isAwaitingEvent;

  /**
   * Before the first session.
   *
   * @param isFlagged whether the tape flags official prints
   */
  AuctionState(boolean isFlagged) {
    this.isFlagged = isFlagged;
  }

  void openSession() {
    isOpen = true;
    isClosingOver = false;
    await();
  }

  /** From now on orders for the opening are for the next session's. */
  void closeSession() {
    isOpen = false;
    isBuyOpeningOver = false;
    isSellOpeningOver = false;
    await();
  }

  void endOpening() {
    isBuyOpeningOver = true;
    isSellOpeningOver = true;
    await();
  }

  void endOpening(Side side) {
    isBuyOpeningOver |= side == Side.BUY;
    isSellOpeningOver |= side == Side.SELL;
    await();
  }

  boolean isOpeningOver(Side side) {
    return side == Side.BUY ? isBuyOpeningOver : isSellOpeningOver;
  }

  boolean isOpeningOver() {
    return isBuyOpeningOver && isSellOpeningOver;
  }

  /** Whether an ordinary event may still be the opening of a side. */
  boolean isAwaitingEvent() {
    return isAwaitingEvent;
  }

  private void await() {
    isAwaitingEvent = isOpen && !isFlagged && !isOpeningOver();
  }

  /** From now on orders for the close are for the next session's. */
  void endClosing() {
    isClosingOver = true;
  }

  boolean isClosingOver() {
    return isClosingOver;
  }
}
