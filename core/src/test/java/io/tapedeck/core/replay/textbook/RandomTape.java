package io.tapedeck.core.replay.textbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A short, busy market around 100 and a trader who wants all sorts of things; ties in time are
 * common.
 */
final class RandomTape {
  private static final long SECOND = 1_000_000_000L;
  private static final String[] TIMES_IN_FORCE = {"GTC", "GTC", "DAY", "IOC", "FOK"};

  private final Random random;
  private final boolean hasQuotes;
  private long bidTicks = 1_000_000;
  private long spreadTicks = 2;
  private BigDecimal bidSize;
  private BigDecimal askSize;

  RandomTape(Random random, boolean hasQuotes) {
    this.random = random;
    this.hasQuotes = hasQuotes;
    bidSize = size();
    askSize = size();
  }

  TextbookTape tape() {
    List<TextbookTape.Event> events = new ArrayList<>();
    long time = SECOND;
    while (time < 129 * SECOND && events.size() < 120) {
      boolean isQuote = hasQuotes && (events.isEmpty() || random.nextInt(3) > 0);
      boolean follows = !events.isEmpty() && events.get(events.size() - 1).time() == time;
      // at one time trades come before quotes, as the ranks say
      if (!isQuote && follows && events.get(events.size() - 1) instanceof TextbookTape.Quote) {
        time += SECOND;
      }
      events.add(isQuote ? quote(time) : print(time));
      if (random.nextInt(3) > 0) {
        time += random.nextInt(4) * SECOND / 2;
        time += random.nextInt(2);
      }
    }
    List<TextbookTape.Wish> wishes = new ArrayList<>();
    for (int at = 0; at < events.size(); at++) {
      while (random.nextInt(4) == 0) {
        wishes.add(wish(at));
      }
    }
    return new TextbookTape(events, wishes);
  }

  private TextbookTape.Quote quote(long time) {
    switch (random.nextInt(4)) {
      case 0 -> bidTicks += random.nextInt(7) - 3L;
      case 1 -> spreadTicks = 1L + random.nextInt(4);
      case 2 -> bidSize = size();
      default -> askSize = random.nextBoolean() ? size() : askSize;
    }
    return new TextbookTape.Quote(
        time, price(bidTicks), bidSize, price(bidTicks + spreadTicks), askSize);
  }

  private TextbookTape.Print print(long time) {
    if (!hasQuotes) {
      bidTicks += random.nextInt(5) - 2L;
    }
    return new TextbookTape.Print(
        time, price(bidTicks - 2 + random.nextInt(7)), size(), random.nextInt(3) - 1);
  }

  private TextbookTape.Wish wish(int at) {
    int sign = random.nextBoolean() ? 1 : -1;
    String timeInForce = TIMES_IN_FORCE[random.nextInt(TIMES_IN_FORCE.length)];
    return switch (random.nextInt(6)) {
      case 0 -> new TextbookTape.Target(at, size().multiply(BigDecimal.valueOf(sign)));
      case 1 -> new TextbookTape.Target(at, BigDecimal.ZERO);
      case 2 -> new TextbookTape.Market(at, sign, size(), timeInForce);
      case 3 -> new TextbookTape.Cancel(at, 1 + random.nextInt(10));
      default ->
          new TextbookTape.Limit(
              at, sign, size(), price(bidTicks - 3 + random.nextInt(9)), timeInForce);
    };
  }

  private BigDecimal size() {
    return BigDecimal.valueOf(1 + random.nextInt(5_000_000), 6);
  }

  private static BigDecimal price(long ticks) {
    return BigDecimal.valueOf(ticks, 4);
  }
}
