package io.tapedeck.core.execution;

import io.tapedeck.core.market.Auction;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.OrderTerms;
import io.tapedeck.core.order.OrderType;
import io.tapedeck.core.order.TimeInForce;
import java.util.List;
import java.util.SplittableRandom;

/** A random tape and a random trader on one venue, told to a {@link Watch}. */
final class RandomFloor {
  private static final int SESSION_STEPS = 60;

  private static final List<OrderType> TYPES = List.of(OrderType.values());
  private static final List<TimeInForce> TIMES = List.of(TimeInForce.values());

  private final SplittableRandom random;
  private final Floor floor;
  private final Watch watch;
  private final boolean hasQuotes;
  private final boolean hasAuctions;
  private long sent;

  RandomFloor(long seed, ExecutionSpec spec, boolean hasQuotes, boolean hasAuctions) {
    random = new SplittableRandom(seed);
    this.hasQuotes = hasQuotes;
    this.hasAuctions = hasAuctions;
    watch = new Watch();
    Floor fresh = hasAuctions ? Floor.flagged() : hasQuotes ? Floor.quoted() : Floor.printed();
    floor = (random.nextBoolean() ? fresh.matchingOnArrival() : fresh).with(spec);
    floor.slipping(5 * random.nextLong(0, 2)).telling(watch);
  }

  Watch run(int steps) {
    for (int step = 0; step < steps; step++) {
      if (step % SESSION_STEPS == 0) {
        floor.open();
      }
      step();
      if (step % SESSION_STEPS == SESSION_STEPS - 1) {
        watch.quietEvent();
        floor.close().endAuctions();
        watch.night();
      }
    }
    return watch;
  }

  private void step() {
    switch (random.nextInt(6)) {
      case 0, 1 -> {
        if (hasQuotes) {
          quote();
        } else {
          print();
        }
      }
      case 2 -> print();
      case 3 -> change();
      case 4 -> {
        watch.quietEvent();
        floor.expire();
      }
      default -> send();
    }
  }

  private void quote() {
    long bid = random.nextLong(95, 105);
    long ask = bid + random.nextLong(1, 4);
    long bidLots = random.nextLong(0, 12);
    long askLots = random.nextLong(0, 12);
    boolean isOneSided = random.nextInt(10) == 0;
    watch.quote(bid, bidLots, isOneSided ? Missing.VALUE : ask, askLots);
    floor.quote(bid, bidLots, isOneSided ? Missing.VALUE : ask, askLots);
  }

  private void print() {
    long ticks = random.nextLong(95, 108);
    long lots = random.nextLong(1, 20);
    byte auction = hasAuctions ? (byte) Math.max(0, random.nextInt(0, 12) - 9) : Auction.NONE;
    watch.print(ticks, lots);
    floor.print(ticks, lots, random.nextInt(-1, 2), auction);
  }

  private void send() {
    OrderType type = TYPES.get(random.nextInt(TYPES.size()));
    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
    long lots = random.nextLong(1, 15);
    OrderTerms order = (side == Side.BUY ? Floor.buy(lots) : Floor.sell(lots)).typed(type);
    if (type.hasLimit()) {
      order.limit(random.nextLong(94, 109));
    }
    if (type == OrderType.TRAILING_STOP) {
      order.trail(random.nextLong(1, 4), 0);
    } else if (type.isTriggered()) {
      order.trigger(random.nextLong(94, 109));
    }
    TimeInForce tif = timeInForce(type);
    order.lasting(tif, tif == TimeInForce.GTD ? floor.nanos() + random.nextLong(0, 30) : 0);
    if (type.hasLimit() && !tif.isImmediate() && !tif.isAuction() && random.nextBoolean()) {
      order.postOnly();
    }
    watch.sent(++sent, order);
    floor.send(order);
  }

  private TimeInForce timeInForce(OrderType type) {
    TimeInForce tif = TIMES.get(random.nextInt(TIMES.size()));
    boolean isForbidden = type.isTriggered() && (tif.isImmediate() || tif.isAuction());
    return isForbidden ? TimeInForce.GTC : tif;
  }

  /** Cancels or amends some order, which may be done. */
  private void change() {
    if (sent == 0) {
      return;
    }
    watch.quietEvent();
    long id = random.nextLong(1, sent + 1);
    Side side = watch.side(id);
    if (random.nextBoolean()) {
      floor.cancel(id, side);
    } else {
      long limit = random.nextLong(94, 109);
      floor.amend(id, side, random.nextLong(1, 15), limit, random.nextLong(94, 109));
    }
  }
}
