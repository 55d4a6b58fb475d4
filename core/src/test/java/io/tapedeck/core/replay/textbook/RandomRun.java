package io.tapedeck.core.replay.textbook;

import io.tapedeck.core.market.Session;
import io.tapedeck.core.replay.textbook.TextbookRules.BarLimit;
import io.tapedeck.core.replay.textbook.TextbookRules.BarMarket;
import io.tapedeck.core.replay.textbook.TextbookRules.BarPath;
import io.tapedeck.core.replay.textbook.TextbookRules.Costing;
import io.tapedeck.core.replay.textbook.TextbookRules.Queue;
import io.tapedeck.core.replay.textbook.TextbookRules.Residual;
import io.tapedeck.core.replay.textbook.TextbookRules.Triggers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** A random tape, random rules, and wishes of all sorts: the same for the same seed. */
record RandomRun(TextbookTape tape, List<Wish> wishes, TextbookRules rules, long luckSeed) {
  enum Kind {
    QUOTES,
    PRINTS,
    BARS,
    BID_ASK_BARS;

    boolean isBars() {
      return this == BARS || this == BID_ASK_BARS;
    }
  }

  static final long SECOND = 1_000_000_000L;
  static final List<Session> SESSIONS =
      List.of(
          new Session(LocalDate.of(2026, 1, 5), 0, 60 * SECOND),
          new Session(LocalDate.of(2026, 1, 6), 70 * SECOND, 130 * SECOND));

  private static final long[] TICK_DELAYS = {0, 1, SECOND / 2, 3 * SECOND};
  // with bars of three seconds no arrival falls into the last leg of one
  private static final long[] BAR_DELAYS = {0, 1, 3 * SECOND / 2, 15 * SECOND / 4};

  /** A run whose cash is no limit. */
  static RandomRun of(long seed, Kind kind) {
    Random random = new Random(seed);
    return of(random, kind, rules(random, kind));
  }

  /** A run of an account no larger than a dozen lots, which the broker watches. */
  static RandomRun onMargin(long seed, Kind kind) {
    Random random = new Random(seed);
    TextbookRules rules = rules(random, kind);
    rules.startCash = new BigDecimal("0.00001");
    rules.maintenance = BigDecimal.valueOf(1 + random.nextInt(4), 1);
    return of(random, kind, rules);
  }

  private static RandomRun of(Random random, Kind kind, TextbookRules rules) {
    TextbookTape tape = new RandomTape(random, kind, rules).tape();
    List<Wish> wishes = new RandomWishes(random, kind, rules, tape).wishes();
    return new RandomRun(tape, wishes, rules, random.nextLong());
  }

  private static TextbookRules rules(Random random, Kind kind) {
    TextbookRules rules = new TextbookRules();
    rules.sessions = SESSIONS;
    rules.hasQuotes = kind == Kind.QUOTES;
    rules.tickLot = new BigDecimal("0.0000000001"); // ticks of 0.0001, lots of 0.000001
    rules.feeBps = BigDecimal.valueOf(random.nextInt(4), 1);
    rules.slippageBps = BigDecimal.valueOf(random.nextInt(3) * 15L, 1);
    rules.responseNanos = TICK_DELAYS[random.nextInt(4)];
    rules.strategies = 1 + random.nextInt(3);
    rules.costing = Costing.values()[random.nextInt(2)];
    if (kind.isBars()) {
      barRules(random, rules);
    } else {
      tickRules(random, rules);
    }
    return rules;
  }

  private static void tickRules(Random random, TextbookRules rules) {
    rules.feedNanos = TICK_DELAYS[random.nextInt(4)];
    rules.entryNanos = TICK_DELAYS[random.nextInt(4)];
    rules.hasAuctions = random.nextInt(3) == 0;
    rules.closingAuctionNanos = 2 * SECOND;
    rules.incrementTicks = 1L + random.nextInt(2);
    if (rules.hasQuotes) {
      rules.triggers = Triggers.values()[random.nextInt(3)];
      rules.residual = Residual.values()[random.nextInt(3)];
      rules.queue = Queue.values()[random.nextInt(Queue.values().length)];
      rules.queueExponent = 1 + random.nextInt(3);
    }
    if (rules.residual == Residual.RESTS && random.nextInt(3) == 0) {
      rules.participation = BigDecimal.valueOf(1 + random.nextInt(9), 1);
    }
  }

  private static void barRules(Random random, TextbookRules rules) {
    rules.entryNanos = BAR_DELAYS[random.nextInt(4)];
    rules.barPath = BarPath.values()[random.nextInt(4)];
    rules.barLimit = BarLimit.values()[random.nextInt(3)];
    rules.touchProbability = 0.5;
    boolean isFlatPathPossible = rules.barPath == BarPath.PESSIMISTIC;
    rules.barMarket =
        isFlatPathPossible ? BarMarket.NEXT_OPEN : BarMarket.values()[random.nextInt(5)];
    if (random.nextInt(3) == 0) {
      rules.participation = BigDecimal.valueOf(1 + random.nextInt(9), 1);
    }
  }
}
