package io.tapedeck.core.replay.textbook;

import io.tapedeck.core.order.CancelReason;
import io.tapedeck.core.order.TimeInForce;
import java.util.Comparator;
import java.util.List;

/** Orders that take part in an auction and in nothing else. */
final class TextbookAuctions {
  private static final Comparator<TextbookOrder> BY_ARRIVAL =
      Comparator.comparing((TextbookOrder order) -> !order.isMarket())
          .thenComparing(order -> order.place);

  private final TextbookDesk desk;
  private final TextbookRules rules;
  private final TextbookContingencies contingencies;
  private boolean wasOpenedForBuys;
  private boolean wasOpenedForSells;
  private boolean wasClosed;

  TextbookAuctions(TextbookDesk desk, TextbookRules rules, TextbookContingencies contingencies) {
    this.desk = desk;
    this.rules = rules;
    this.contingencies = contingencies;
  }

  /** Whether an order came for an opening that was held already. */
  boolean isOver(TextbookOrder order) {
    return order.lasting == TimeInForce.AT_THE_OPENING && wasOpened(order.sign);
  }

  private boolean wasOpened(int sign) {
    return sign > 0 ? wasOpenedForBuys : wasOpenedForSells;
  }

  /** The official print: orders share it at its price, without slippage. */
  void atOfficialPrint(TextbookTape.Print print) {
    boolean opens = print.auction() == TextbookTape.Auction.OPENING;
    if (opens ? wasOpenedForBuys : wasClosed) {
      return;
    }
    TimeInForce auction = opens ? TimeInForce.AT_THE_OPENING : TimeInForce.AT_THE_CLOSE;
    long left = rules.share(print.lots());
    for (TextbookOrder order : waiting(auction)) {
      left -= fill(order, print.price(), print.price(), left);
    }
    waiting(auction).forEach(this::cancelRest);
    if (opens) {
      wasOpenedForBuys = true;
      wasOpenedForSells = true;
    } else {
      wasClosed = true;
    }
  }

  /** The first quote of a session whose tape flags no auctions: what the touch shows. */
  void openAtQuote(TextbookBook book) {
    if (!opensHere()) {
      return;
    }
    if (book.touch(+1) != null && !wasOpenedForBuys) {
      wasOpenedForBuys = true;
      atTouch(TimeInForce.AT_THE_OPENING, book, +1).forEach(this::cancelRest);
    }
    if (book.touch(-1) != null && !wasOpenedForSells) {
      wasOpenedForSells = true;
      atTouch(TimeInForce.AT_THE_OPENING, book, -1).forEach(this::cancelRest);
    }
  }

  /** The first print of such a session; returns the lots taken of it. */
  long openAtPrint(TextbookTape.Print print) {
    long taken = 0;
    if (opensHere() && !wasOpenedForBuys) {
      for (TextbookOrder order : waiting(TimeInForce.AT_THE_OPENING)) {
        taken += fillSlipped(order, print.price(), rules.share(print.lots()) - taken);
      }
      waiting(TimeInForce.AT_THE_OPENING).forEach(this::cancelRest);
      wasOpenedForBuys = true;
      wasOpenedForSells = true;
    }
    return taken;
  }

  private boolean opensHere() {
    return !rules.hasAuctions && rules.isInSession(desk.clock());
  }

  /** The session ends: an opening that was not held is not held any more. */
  void endOpening() {
    waiting(TimeInForce.AT_THE_OPENING).forEach(this::cancelRest);
    wasOpenedForBuys = false;
    wasOpenedForSells = false;
  }

  /** The close of a session whose tape flags no auctions; bars have their own. */
  void closeAtStanding(TextbookBook book, Long lastPrint) {
    if (rules.hasQuotes) {
      atTouch(TimeInForce.AT_THE_CLOSE, book, +1);
      atTouch(TimeInForce.AT_THE_CLOSE, book, -1);
    } else if (lastPrint != null) {
      waiting(TimeInForce.AT_THE_CLOSE)
          .forEach(order -> fillSlipped(order, lastPrint, TextbookBook.UNLIMITED));
    }
    waiting(TimeInForce.AT_THE_CLOSE).forEach(this::cancelRest);
  }

  /** The time for the official closing is over. */
  void endClosing() {
    if (rules.hasAuctions && !wasClosed) {
      waiting(TimeInForce.AT_THE_CLOSE).forEach(this::cancelRest);
    }
    wasClosed = false;
  }

  private List<TextbookOrder> atTouch(TimeInForce auction, TextbookBook book, int sign) {
    Long touch = book.touch(sign);
    List<TextbookOrder> orders =
        waiting(auction).stream().filter(order -> order.sign == sign).toList();
    for (TextbookOrder order : orders) {
      if (touch != null) {
        book.take(sign, 0, fillSlipped(order, touch, book.left(sign, 0)));
      }
    }
    return orders;
  }

  /** Fills at a price plus slippage; what is left is canceled. Returns the lots filled. */
  long atPrice(TextbookOrder order, long price, long available) {
    long filled = fillSlipped(order, price, available);
    cancelRest(order);
    return filled;
  }

  private long fillSlipped(TextbookOrder order, long price, long available) {
    long slipped = price + order.sign * rules.slippageTicks(price);
    return fill(order, price, order.allows(slipped) ? slipped : order.limit, available);
  }

  private long fill(TextbookOrder order, long price, long paid, long available) {
    long lots = order.allows(price) ? Math.min(available, contingencies.permit(order)) : 0;
    if (lots > 0) {
      desk.fill(order, paid, lots, "TAKER");
    }
    return lots;
  }

  private void cancelRest(TextbookOrder order) {
    if (!order.isDone()) {
      desk.cancel(order, CancelReason.AUCTION_UNFILLED);
    }
  }

  List<TextbookOrder> waiting(TimeInForce auction) {
    return desk
        .all(order -> order.is(TextbookOrder.State.AUCTION) && order.lasting == auction)
        .stream()
        .sorted(BY_ARRIVAL)
        .toList();
  }
}
