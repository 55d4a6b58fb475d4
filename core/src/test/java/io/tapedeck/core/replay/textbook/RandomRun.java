package io.tapedeck.core.replay.textbook;

import io.tapedeck.core.market.Session;
import io.tapedeck.core.replay.textbook.TextbookRules.BarLimit;
import io.tapedeck.core.replay.textbook.TextbookRules.BarMarket;
import io.tapedeck.core.replay.textbook.TextbookRules.BarPath;
import io.tapedeck.core.replay.textbook.TextbookRules.Costing;
import io.tapedeck.core.replay.textbook.TextbookRules.Financing;
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
          new Session(LocalDate.of(2026, 1, 8), 70 * SECOND, 130 * SECOND));

  private static final long[] TICK_DELAYS = {0, 1, SECOND / 2, 3 * SECOND};
  private static final long[] BAR_DELAYS = {0, 1, 3 * SECOND / 2, 15 * SECOND / 4};

  /** A run whose cash is no limit. */
  static RandomRun of(long seed, Kind kind) {
    Random random = new Random(seed);
    return of(random, kind, rules(random, kind));
  }

  /** A run of an account worth a dozen lots at most, which the broker watches. */
  static RandomRun onMargin(long seed, Kind kind) {
    Random random = new Random(seed);
    TextbookRules rules = rules(random, kind);
    rules.startCash = new BigDecimal(random.nextBoolean() ? "0.00001" : "0.000003");
    rules.maintenance = BigDecimal.valueOf(2 + random.nextInt(20), 2);
    rules.initialMargin = rules.maintenance.add(BigDecimal.valueOf(random.nextInt(3), 3));
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
    rules.responseNanos = delay(random, TICK_DELAYS);
    rules.strategies = 1 + random.nextInt(3);
    rules.costing = any(random, Costing.values());
    if (random.nextBoolean()) {
      rules.financing = new Financing(rate(random), rate(random), rate(random), rate(random), 360);
    }
    if (kind.isBars()) {
      barRules(random, rules);
    } else {
      tickRules(random, rules);
    }
    return rules;
  }

  /** Up to a tenth of it a day, of either sign. */
  private static BigDecimal rate(Random random) {
    return BigDecimal.valueOf(random.nextInt(100_000) - 30_000L);
  }

  static <T> T any(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }

  private static long delay(Random random, long[] usual) {
    return random.nextInt(4) > 0
        ? usual[random.nextInt(usual.length)]
        : (long) (random.nextDouble() * 4 * SECOND);
  }

  private static void tickRules(Random random, TextbookRules rules) {
    rules.feedNanos = delay(random, TICK_DELAYS);
    rules.entryNanos = delay(random, TICK_DELAYS);
    rules.hasAuctions = random.nextInt(3) == 0;
    rules.closingAuctionNanos = 2 * SECOND;
    rules.incrementTicks = 1L + random.nextInt(2);
    if (rules.hasQuotes) {
      rules.triggers = any(random, Triggers.values());
      rules.residual = any(random, Residual.values());
      rules.queue = any(random, Queue.values());
      rules.queueExponent = 1 + random.nextInt(3);
    }
    if (rules.residual == Residual.RESTS && random.nextInt(3) == 0) {
      rules.participation = BigDecimal.valueOf(1 + random.nextInt(9), 1);
    }
  }

  private static void barRules(Random random, TextbookRules rules) {
    rules.entryNanos = delay(random, BAR_DELAYS);
    rules.barPath = any(random, BarPath.values());
    rules.barLimit = any(random, BarLimit.values());
    rules.touchProbability = 0.5;
    boolean isFlatPathPossible = rules.barPath == BarPath.PESSIMISTIC;
    rules.barMarket = isFlatPathPossible ? BarMarket.NEXT_OPEN : any(random, BarMarket.values());
    if (random.nextInt(3) == 0) {
      rules.participation = BigDecimal.valueOf(1 + random.nextInt(9), 1);
    }
  }
}
