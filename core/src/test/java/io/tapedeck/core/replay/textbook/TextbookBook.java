package io.tapedeck.core.replay.textbook;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The standing quote, and what we took of each level of it. */
final class TextbookBook {
  /** A size that is not shown is as large as one likes. */
  static final long UNLIMITED = Long.MAX_VALUE / 4;

  private final TextbookRules rules;
  private final TreeMap<Integer, Long> takenFromAsk = new TreeMap<>();
  private final TreeMap<Integer, Long> takenFromBid = new TreeMap<>();
  private TextbookTape.Quote quote;
  private boolean isBidNew;
  private boolean isAskNew;

  TextbookBook(TextbookRules rules) {
    this.rules = rules;
  }

  void show(TextbookTape.Quote newQuote) {
    isAskNew =
        quote == null
            || !Objects.equals(quote.ask(), newQuote.ask())
            || !Objects.equals(quote.askLots(), newQuote.askLots());
    isBidNew =
        quote == null
            || !Objects.equals(quote.bid(), newQuote.bid())
            || !Objects.equals(quote.bidLots(), newQuote.bidLots());
    if (isAskNew) {
      takenFromAsk.clear();
    }
    if (isBidNew) {
      takenFromBid.clear();
    }
    quote = newQuote;
  }

  /** What was quoted before a night does not stand after the close that begins it. */
  void turnTo(long nanos) {
    if (quote != null && rules.hasNightBetween(quote.time(), nanos)) {
      quote = null;
      takenFromAsk.clear();
      takenFromBid.clear();
    }
  }

  boolean isKnown() {
    return quote != null;
  }

  TextbookTape.Quote quote() {
    return quote;
  }

  /** The touch a taker of this side meets; null if there is none. */
  Long touch(int sign) {
    if (quote == null) {
      return null;
    }
    return sign > 0 ? quote.ask() : quote.bid();
  }

  /** The touch that orders of this side make. */
  Long ownTouch(int sign) {
    return touch(-sign);
  }

  /** Whether the last quote changed the touch that orders of this side make. */
  boolean isOwnNew(int sign) {
    return sign > 0 ? isBidNew : isAskNew;
  }

  /** The size displayed at the touch that orders of this side make; null where none is shown. */
  Long ownLots(int sign) {
    return sign > 0 ? quote.bidLots() : quote.askLots();
  }

  private Long lots(int sign) {
    return sign > 0 ? quote.askLots() : quote.bidLots();
  }

  /** Whether there is a next level of some size behind the touch. */
  boolean hasLevels(int sign) {
    return lots(sign) != null && rules.share(lots(sign)) > 0;
  }

  /** Lots left for a taker of this side at a level; 0 is the touch. */
  long left(int sign, int level) {
    if (lots(sign) == null) {
      return UNLIMITED;
    }
    return Math.max(rules.share(lots(sign)) - taken(sign).getOrDefault(level, 0L), 0);
  }

  void take(int sign, int level, long lots) {
    taken(sign).merge(level, lots, Long::sum);
  }

  private Map<Integer, Long> taken(int sign) {
    return sign > 0 ? takenFromAsk : takenFromBid;
  }
}
