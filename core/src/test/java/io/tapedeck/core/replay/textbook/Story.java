package io.tapedeck.core.replay.textbook;

import io.tapedeck.core.market.BarPrice;
import io.tapedeck.core.market.Session;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A short tape told event by event, with what the trader wants at each; times are in seconds. The
 * session is open from 0 to 100 s, one tick times one lot is a cent, and nothing takes time.
 */
final class Story {
  static final long SECOND = 1_000_000_000L;

  final TextbookRules rules = new TextbookRules();
  private final List<TextbookTape.Event> events = new ArrayList<>();
  private final List<Wish> wishes = new ArrayList<>();

  Story() {
    rules.sessions = List.of(new Session(LocalDate.of(2026, 1, 5), 0, 100 * SECOND));
  }

  static Story onQuotes() {
    return new Story();
  }

  static Story onPrints() {
    Story story = new Story();
    story.rules.hasQuotes = false;
    return story;
  }

  Story quote(long seconds, long bid, long bidLots, long ask, long askLots) {
    events.add(new TextbookTape.Quote(seconds * SECOND, bid, bidLots, ask, askLots));
    return this;
  }

  Story print(long seconds, long price, long lots, int aggressor) {
    events.add(new TextbookTape.Print(seconds * SECOND, price, lots, aggressor));
    return this;
  }

  Story official(long seconds, TextbookTape.Auction auction, long price, long lots) {
    events.add(new TextbookTape.Print(seconds * SECOND, price, lots, 0, auction));
    return this;
  }

  /** A bar of 12 seconds, with a volume or null. */
  Story bar(long opens, long open, long high, long low, long close, Long lots) {
    return bar(BarPrice.LAST, opens, open, high, low, close, lots);
  }

  Story bar(BarPrice kind, long opens, long open, long high, long low, long close, Long lots) {
    long from = opens * SECOND;
    long to = from + 12 * SECOND;
    events.add(new TextbookTape.Bar(from, to, kind, open, high, low, close, lots));
    return this;
  }

  /** Wants this order when the event told last is known. */
  Story sends(Wish.Terms terms) {
    wishes.add(new Wish.Send(now(), 0, terms));
    return this;
  }

  Story brackets(Wish.Terms terms, long takeProfit, long stopLoss) {
    wishes.add(new Wish.Bracket(now(), 0, terms, takeProfit, stopLoss));
    return this;
  }

  Story amends(int order, long lots, long limit, long trigger) {
    wishes.add(new Wish.Amend(now(), 0, order, lots, limit, trigger));
    return this;
  }

  Story cancels(int order) {
    wishes.add(new Wish.Cancel(now(), 0, order));
    return this;
  }

  Story targets(long lots) {
    wishes.add(new Wish.Target(now(), 0, lots));
    return this;
  }

  Story strategySends(int strategy, Wish.Terms terms) {
    wishes.add(new Wish.Send(now(), strategy, terms));
    return this;
  }

  private int now() {
    return events.size() - 1;
  }

  TextbookReplay run() {
    return new TextbookReplay(new TextbookTape(events), wishes, rules).run();
  }

  /** What happened, without the acceptances. */
  List<String> told() {
    return run().history().stream()
        .filter(one -> !one.kind().equals("ACCEPTED"))
        .map(Story::line)
        .toList();
  }

  private static String line(Happening one) {
    String seconds = BigDecimal.valueOf(one.time(), 9).stripTrailingZeros().toPlainString() + "s ";
    String what = seconds + one.kind() + " " + one.order();
    return switch (one.kind()) {
      case "FILL" ->
          what
              + " %d@%d %s leaves %d"
                  .formatted(one.lots(), one.price(), one.reason(), one.leaves());
      case "REPLACED" ->
          what + " lots %d leaves %d %s".formatted(one.lots(), one.leaves(), one.reason());
      case "CANCELED" -> what + " leaves %d %s".formatted(one.leaves(), one.reason());
      case "EXPIRED" -> what + " leaves " + one.leaves();
      case "REJECTED", "DENIED", "AMEND_DENIED" -> what + " " + one.reason();
      default -> what;
    };
  }
}
