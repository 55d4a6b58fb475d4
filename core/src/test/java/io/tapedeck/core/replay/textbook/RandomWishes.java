package io.tapedeck.core.replay.textbook;

import io.tapedeck.core.order.OrderType;
import io.tapedeck.core.order.TimeInForce;
import io.tapedeck.core.replay.textbook.RandomRun.Kind;
import io.tapedeck.core.replay.textbook.Wish.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/**
 * Strategies that want all sorts of things. A plain script has targets and nothing that binds
 * orders to each other; a rich one has everything but targets.
 */
final class RandomWishes {
  private final Random random;
  private final Kind kind;
  private final TextbookRules rules;
  private final TextbookTape tape;
  private final boolean isPlain;
  private final List<List<Terms>> sent = new ArrayList<>();
  private final TreeSet<Long> instants = new TreeSet<>();

  RandomWishes(Random random, Kind kind, TextbookRules rules, TextbookTape tape) {
    this.random = random;
    this.kind = kind;
    this.rules = rules;
    this.tape = tape;
    isPlain = random.nextInt(4) == 0;
    for (int strategy = 0; strategy < rules.strategies; strategy++) {
      sent.add(new ArrayList<>());
    }
    rules.sessions.forEach(session -> instants.add(session.closeNanos()));
  }

  List<Wish> wishes() {
    List<Wish> wishes = new ArrayList<>();
    for (int at = 0; at < tape.events().size(); at++) {
      for (int strategy = 0; strategy < rules.strategies; strategy++) {
        while (random.nextInt(3 * rules.strategies) == 0) {
          wishes.add(isPlain ? plain(at, strategy) : rich(at, strategy));
        }
      }
    }
    return wishes;
  }

  private Wish plain(int at, int strategy) {
    return switch (random.nextInt(4)) {
      case 0 -> new Wish.Target(at, strategy, random.nextInt(41) - 20L);
      case 1 -> new Wish.Cancel(at, strategy, 1 + random.nextInt(10));
      default -> send(at, strategy, terms(at));
    };
  }

  private Wish rich(int at, int strategy) {
    List<Terms> own = sent.get(strategy);
    int number = own.isEmpty() ? 0 : Math.max(own.size() - random.nextInt(8), 1);
    int choice = random.nextInt(8);
    if (choice == 0 && number > 0) {
      return new Wish.Cancel(at, strategy, number);
    } else if (choice <= 2 && number > 0 && own.get(number - 1) != null) {
      return amend(at, strategy, number, own.get(number - 1));
    } else if (choice == 3) {
      return bracket(at, strategy);
    }
    return send(at, strategy, linked(strategy, flagged(terms(at))));
  }

  private Wish send(int at, int strategy, Terms terms) {
    sent.get(strategy).add(terms.after() == 0 ? terms : null);
    return new Wish.Send(at, strategy, terms);
  }

  private Wish bracket(int at, int strategy) {
    Terms entry = terms(at);
    int exits = 1 + random.nextInt(3);
    long profit = (exits & 1) == 0 ? 0 : exit(at, entry.sign());
    long loss = (exits & 2) == 0 ? 0 : exit(at, -entry.sign());
    sent.get(strategy).add(entry);
    for (int exit = 0; exit < Integer.bitCount(exits); exit++) {
      sent.get(strategy).add(null); // children are not amended
    }
    return new Wish.Bracket(at, strategy, entry, profit, loss);
  }

  private long exit(int at, int sign) {
    long exit = price(at) + sign * (1L + random.nextInt(6));
    return exit - exit % rules.incrementTicks;
  }

  private Wish amend(int at, int strategy, int number, Terms old) {
    boolean keepsPrices = random.nextInt(3) == 0;
    long limit = keepsPrices ? old.limit() : near(at);
    long trigger = keepsPrices ? old.trigger() : near(at);
    return new Wish.Amend(
        at,
        strategy,
        number,
        lots(),
        old.type().hasLimit() ? limit : 0,
        old.trigger() == 0 ? 0 : trigger);
  }

  private Terms terms(int at) {
    int sign = random.nextBoolean() ? 1 : -1;
    Terms terms = Terms.market(sign, lots());
    OrderType type =
        random.nextInt(3) > 0
            ? (random.nextBoolean() ? OrderType.MARKET : OrderType.LIMIT)
            : RandomRun.any(random, OrderType.values());
    if (type == OrderType.TRAILING_STOP) {
      boolean byTicks = random.nextBoolean();
      long offset = 1L + random.nextInt(6);
      return timed(at, terms.trailing(byTicks ? offset : 0, byTicks ? 0 : offset * 7_000));
    }
    long limit = type.hasLimit() ? near(at) : 0;
    return timed(at, terms.typed(type, limit, type.isTriggered() ? near(at) : 0));
  }

  private Terms timed(int at, Terms terms) {
    boolean mayTakeAtOnce = !kind.isBars() || rules.entryNanos == 0;
    return switch (random.nextInt(9)) {
      case 0, 1 -> terms.lasting(TimeInForce.DAY, 0);
      case 2 -> terms.lasting(TimeInForce.GTD, instant(at));
      case 3 -> auctioned(terms, TimeInForce.AT_THE_OPENING);
      case 4 -> auctioned(terms, TimeInForce.AT_THE_CLOSE);
      case 5 ->
          terms.type().isTriggered() || !mayTakeAtOnce
              ? terms
              : terms.lasting(random.nextBoolean() ? TimeInForce.IOC : TimeInForce.FOK, 0);
      default -> terms;
    };
  }

  private Terms auctioned(Terms terms, TimeInForce auction) {
    boolean mayTakePart = !terms.type().isTriggered() && random.nextBoolean();
    return mayTakePart ? terms.lasting(auction, 0) : terms;
  }

  /** Often the very instant of an event, and of one order only. */
  private long instant(int at) {
    int later = Math.min(at + random.nextInt(12), tape.events().size() - 1);
    long instant = tape.events().get(later).time();
    while (!instants.add(instant)) {
      instant += 1 + random.nextInt(1_000);
    }
    return instant;
  }

  private Terms flagged(Terms terms) {
    boolean mayPost =
        terms.type().hasLimit() && !terms.lasting().isImmediate() && !terms.lasting().isAuction();
    return terms.flagged(mayPost && random.nextInt(4) == 0, random.nextInt(5) == 0);
  }

  private Terms linked(int strategy, Terms terms) {
    int count = sent.get(strategy).size();
    if (count == 0) {
      return terms;
    }
    int recent = Math.max(count - random.nextInt(4), 1);
    boolean isSimple = !terms.lasting().isAuction() && !terms.lasting().isImmediate();
    boolean isFilledOnArrival =
        rules.barMarket == TextbookRules.BarMarket.SAME_CLOSE && kind.isBars();
    return switch (random.nextInt(6)) {
      case 0 -> terms.linked(0, false, recent);
      case 1 ->
          isSimple && !(isFilledOnArrival && terms.type() == OrderType.MARKET)
              ? terms.linked(recent, random.nextBoolean(), 0)
              : terms;
      default -> terms;
    };
  }

  private long lots() {
    return 1L + random.nextInt(30);
  }

  /** Mostly, but not always, a price the venue understands. */
  private long near(int at) {
    long near = price(at) - 4 + random.nextInt(9);
    return random.nextInt(12) == 0 ? near : near - near % rules.incrementTicks;
  }

  private long price(int at) {
    TextbookTape.Event event = tape.events().get(at);
    if (event instanceof TextbookTape.Quote quote) {
      return quote.bid() == null ? quote.ask() : quote.bid() + 1;
    }
    return event instanceof TextbookTape.Print print
        ? print.price()
        : ((TextbookTape.Bar) event).close();
  }
}
