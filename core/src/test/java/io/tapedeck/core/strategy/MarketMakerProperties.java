package io.tapedeck.core.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.fixture.Instruments;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.OrderStatus;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** However late the venue is heard, whatever fills: the inventory and the touch are respected. */
class MarketMakerProperties {
  private static final long MAX_LOTS = 25;
  private static final long STEP = 5;

  /** An order as the venue has it. */
  private static final class Working {
    final Side side;
    long lots;
    long filled;

    Working(Side side, long lots) {
      this.side = side;
      this.lots = lots;
    }
  }

  /** Takes every order at once, and reports when it is told to. */
  private static final class Venue {
    final Market market;
    final Map<Long, Working> orders = new TreeMap<>();
    final Deque<Runnable> reports = new ArrayDeque<>();
    long heldLots;
    private int heard;

    Venue(Market market) {
      this.market = market;
    }

    void quote(long bid, long ask) {
      market.quote(0, bid, ask);
      for (; heard < market.asked().size(); heard++) {
        String wish = market.asked().get(heard);
        String[] words = wish.split(" ", -1);
        if (words[1].equals("amend")) {
          amend(Long.parseLong(words[2].substring(1)), Long.parseLong(words[4]));
          check(Long.parseLong(words[6]), bid, ask, Long.parseLong(words[2].substring(1)));
        } else if (words[1].equals("cancel")) {
          end(Long.parseLong(words[2].substring(1)), OrderStatus.CANCELED);
        } else {
          long id = Long.parseLong(words[1].substring(1));
          orders.put(id, new Working(Side.valueOf(words[2]), Long.parseLong(words[3])));
          reports.add(() -> market.reports(0, id, OrderStatus.NEW));
          check(Long.parseLong(words[5]), bid, ask, id);
        }
      }
    }

    private void check(long price, long bid, long ask, long id) {
      assertThat(price % STEP).isZero();
      Working order = orders.get(id);
      if (order != null) {
        assertThat(price).matches(p -> order.side == Side.BUY ? p < ask : p > bid);
      }
    }

    private void amend(long id, long lots) {
      Working order = orders.get(id);
      if (order != null && lots > order.filled) {
        order.lots = lots;
        reports.add(() -> market.reports(0, id, OrderStatus.NEW));
      } else if (order != null) {
        end(id, OrderStatus.CANCELED);
      }
    }

    private void end(long id, OrderStatus status) {
      if (orders.remove(id) != null) {
        reports.add(() -> market.reports(0, id, status));
      }
    }

    void fill(long id, long lots) {
      Working order = orders.get(id);
      long filled = Math.min(lots, order.lots - order.filled);
      order.filled += filled;
      heldLots += order.side.sign() * filled;
      reports.add(() -> market.fills(0, id, order.side, 100, filled));
      if (order.filled == order.lots) {
        end(id, OrderStatus.FILLED);
      }
    }

    /** The largest position that fills can lead to, on this side. */
    long worst(Side side) {
      return side.sign() * heldLots
          + orders.values().stream()
              .filter(order -> order.side == side)
              .mapToLong(order -> order.lots - order.filled)
              .sum();
    }
  }

  @Property(tries = 300)
  void positionAndQuotesStayWithinTheLargestInventory(
      @ForAll long seed,
      @ForAll @IntRange(max = 8) int halfSpread,
      @ForAll @IntRange(max = 3) int skew,
      @ForAll @IntRange(max = 2) int tolerance) {
    MarketMaker.Params params =
        new MarketMaker.Params(
            Market.size("10"),
            Market.size(Long.toString(MAX_LOTS)),
            halfSpread,
            skew,
            tolerance,
            0);
    Venue venue =
        new Venue(new Market(params, Instruments.quoted(Instruments.coarse("XYZ", STEP, 1))));
    Random random = new Random(seed);
    for (int event = 0; event < 200; event++) {
      switch (random.nextInt(4)) {
        case 0, 1 -> {
          long bid = STEP * (20 + random.nextInt(10));
          venue.market.at(event * 10_000_000L);
          venue.quote(bid, bid + STEP * (1 + random.nextInt(3)));
        }
        case 2 -> {
          if (!venue.orders.isEmpty()) {
            Object[] ids = venue.orders.keySet().toArray();
            venue.fill((Long) ids[random.nextInt(ids.length)], 1 + random.nextInt(6));
          }
        }
        default -> {
          if (!venue.reports.isEmpty()) {
            venue.reports.remove().run();
          }
        }
      }
      assertThat(venue.worst(Side.BUY)).isLessThanOrEqualTo(MAX_LOTS);
      assertThat(venue.worst(Side.SELL)).isLessThanOrEqualTo(MAX_LOTS);
    }
  }
}
