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

  TextbookAuctions(TextbookDesk desk, TextbookRules rules, TextbookContingencies contingencies) {
    this.desk = desk;
    this.rules = rules;
    this.contingencies = contingencies;
  }

  /** The official print: orders share it at its price, without slippage. */
  void atOfficialPrint(TextbookTape.Print print) {
    boolean opens = print.auction() == TextbookTape.Auction.OPENING;
    long left = rules.share(print.lots());
    for (TextbookOrder order :
        waiting(opens ? TimeInForce.AT_THE_OPENING : TimeInForce.AT_THE_CLOSE)) {
      left -= fill(order, print.price(), print.price(), left);
      cancelRest(order);
    }
  }

  /** The first quote of a session whose tape flags no auctions: what the touch shows. */
  void openAtQuote(TextbookBook book) {
    if (opensHere()) {
      waiting(TimeInForce.AT_THE_OPENING).forEach(order -> atTouch(order, book));
    }
  }

  /** The first print of such a session; returns the lots taken of it. */
  long openAtPrint(TextbookTape.Print print) {
    long taken = 0;
    if (opensHere()) {
      for (TextbookOrder order : waiting(TimeInForce.AT_THE_OPENING)) {
        taken += atPrice(order, print.price(), rules.share(print.lots()) - taken);
      }
    }
    return taken;
  }

  private boolean opensHere() {
    return !rules.hasAuctions && rules.isInSession(desk.clock());
  }

  /** The close of a session whose tape flags no auctions; bars have their own. */
  void closeAtStanding(TextbookBook book, Long lastPrint) {
    for (TextbookOrder order : waiting(TimeInForce.AT_THE_CLOSE)) {
      if (rules.hasQuotes) {
        atTouch(order, book);
        cancelRest(order);
      } else if (lastPrint != null) {
        atPrice(order, lastPrint, TextbookBook.UNLIMITED);
      }
      cancelRest(order);
    }
  }

  /** A quote without the side an order takes from is none for it. */
  private void atTouch(TextbookOrder order, TextbookBook book) {
    Long touch = book.touch(order.sign);
    if (touch != null) {
      book.take(order.sign, 0, atPrice(order, touch, book.left(order.sign, 0)));
    }
  }

  /** Fills at a price plus slippage; what is left is canceled. Returns the lots filled. */
  long atPrice(TextbookOrder order, long price, long available) {
    long slipped = price + order.sign * rules.slippageTicks(price);
    long paid = order.allows(slipped) ? slipped : order.limit;
    long filled = fill(order, price, paid, available);
    cancelRest(order);
    return filled;
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
