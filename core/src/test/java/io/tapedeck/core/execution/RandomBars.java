package io.tapedeck.core.execution;

import io.tapedeck.core.cost.FeeModel;
import io.tapedeck.core.cost.NoFees;
import io.tapedeck.core.fixture.Instruments;
import io.tapedeck.core.market.BarColumns;
import io.tapedeck.core.market.BarPrice;
import io.tapedeck.core.market.EventKind;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.market.Universe.Listing;
import io.tapedeck.core.order.FillPermit;
import io.tapedeck.core.order.Liquidity;
import io.tapedeck.core.order.OrderListener;
import io.tapedeck.core.order.OrderTerms;
import io.tapedeck.core.order.OrderType;
import io.tapedeck.core.order.TimeInForce;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Plays random orders against random bars, and keeps what was filled with what was asked. */
final class RandomBars {
  static final long LENGTH = 12;
  static final long FIRST = 100;
  static final String SHARE = "0.7";

  /** A bar; the second way of the pair is a tick above, if it is one of bids and asks. */
  record Bar(long open, long high, long low, long close, long lots) {
    static Bar over(long open, long close, long above, long below, long lots) {
      return new Bar(
          open, Math.max(open, close) + above, Math.min(open, close) - below, close, lots);
    }
  }

  /** An order, and when it arrives after the first bar's open. */
  record Wish(
      long after, OrderType type, Side side, long lots, long limit, long trigger, TimeInForce tif) {
    OrderTerms terms() {
      OrderTerms order = new OrderTerms().of(0, 0, side, lots).typed(type);
      order.limit(type.hasLimit() ? limit : 0);
      if (type == OrderType.TRAILING_STOP) {
        order.trail(1 + trigger % 5, 0);
      } else if (type.isTriggered()) {
        order.trigger(trigger);
      }
      return order.lasting(type.isTriggered() ? TimeInForce.GTC : tif, 0);
    }
  }

  /** A fill; {@code bar} is the one that was open. */
  record Fill(long nanos, int bar, long order, Side side, long ticks, long slippage, long lots) {
    /** What was paid before slippage. */
    long cleanTicks() {
      return ticks - side.sign() * slippage;
    }
  }

  private final BarFillSpec spec;
  private final boolean isPair;
  private final boolean hasNeighbour;
  private final boolean isBatched;
  private final List<Fill> fills = new ArrayList<>();
  private int bar = -1;

  private RandomBars(BarFillSpec spec, boolean isPair, boolean hasNeighbour, boolean isBatched) {
    this.spec = spec;
    this.isPair = isPair;
    this.hasNeighbour = hasNeighbour;
    this.isBatched = isBatched;
  }

  /** Bars of trades, each by itself. */
  static List<Fill> play(BarFillSpec spec, List<Bar> bars, List<Wish> wishes) {
    return new RandomBars(spec, false, false, false).run(bars, wishes);
  }

  /** Bars of bids and asks. */
  static List<Fill> playPairs(BarFillSpec spec, List<Bar> bars, List<Wish> wishes) {
    return new RandomBars(spec, true, false, false).run(bars, wishes);
  }

  /** Bars of trades, all in one batch. */
  static List<Fill> playBatched(BarFillSpec spec, List<Bar> bars, List<Wish> wishes) {
    return new RandomBars(spec, false, false, true).run(bars, wishes);
  }

  /** Bars of trades, beside another instrument with bars of another length. */
  static List<Fill> playBesideANeighbour(BarFillSpec spec, List<Bar> bars, List<Wish> wishes) {
    return new RandomBars(spec, false, true, false).run(bars, wishes);
  }

  private Venue venue() {
    List<Listing> listings = new ArrayList<>();
    listings.add(new Listing(Instruments.share("XYZ"), false, false, true, false, ""));
    if (hasNeighbour) {
      listings.add(0, new Listing(Instruments.share("ABC"), false, false, true, false, ""));
    }
    Universe universe = new Universe(listings);
    FeeModel[] fees = new FeeModel[universe.size()];
    for (int i = 0; i < fees.length; i++) {
      fees[i] = new NoFees().in(universe.instrument(i));
    }
    ExecutionSpec execution =
        ExecutionSpec.STANDARD.withBars(spec).withMaxParticipation(new BigDecimal(SHARE));
    OrderListener listener =
        new OrderListener() {
          @Override
          public void onFilled(
              long timeNanos,
              long orderId,
              int instrument,
              Side side,
              long priceTicks,
              long lots,
              long slippageTicks,
              long fee,
              Liquidity liquidity,
              long leavesLots) {
            fills.add(new Fill(timeNanos, bar, orderId, side, priceTicks, slippageTicks, lots));
          }
        };
    SlippageModel[] slippages = new SlippageModel[universe.size()];
    for (int i = 0; i < slippages.length; i++) {
      slippages[i] = new SlippageBps(50_000).in(universe.instrument(i), 3);
    }
    return new Venue(
        universe,
        execution,
        false,
        slippages,
        fees,
        3,
        FillPermit.ALL,
        Aftermath.NONE,
        listener,
        PointListener.NONE);
  }

  private List<Fill> run(List<Bar> bars, List<Wish> wishes) {
    Venue venue = venue();
    int own = hasNeighbour ? 1 : 0;
    BarColumns columns = columns(own, bars);
    long end = FIRST + LENGTH * bars.size();
    for (long nanos = FIRST; nanos <= end; nanos++) {
      while (venue.nextPointNanos() <= nanos) {
        venue.onPoint(nanos);
      }
      for (int i = 0; i < wishes.size(); i++) {
        if (FIRST + wishes.get(i).after() == nanos) {
          OrderTerms order = wishes.get(i).terms();
          OrderTerms placed = new OrderTerms().of(own, 0, order.side(), order.lots());
          placed.typed(order.type()).limit(order.limitTicks()).trigger(order.triggerTicks());
          placed.trail(order.trailTicks(), 0).lasting(order.timeInForce(), 0);
          venue.arrive(nanos, i + 1, placed);
        }
      }
      if (hasNeighbour && (nanos - FIRST) % 7 == 0) {
        venue.onBarOpen(neighbour(nanos), 0, 1);
      }
      int next = (int) ((nanos - FIRST) / LENGTH);
      if ((nanos - FIRST) % LENGTH == 0 && next < bars.size()) {
        open(venue, columns, own, bars.get(next), next);
      }
    }
    return fills;
  }

  private void open(Venue venue, BarColumns columns, int own, Bar opening, int index) {
    bar = index;
    if (isBatched) {
      venue.onBarOpen(columns, index, 0);
      return;
    }
    BarColumns one = new BarColumns(EventKind.BAR_OPEN, 2);
    add(one, own, index, isPair ? BarPrice.BID : BarPrice.LAST, opening, 0);
    venue.onBarOpen(one, 0, 0);
    if (isPair) {
      add(one, own, index, BarPrice.ASK, opening, 1);
      venue.onBarOpen(one, 1, 0);
    }
  }

  private static BarColumns columns(int own, List<Bar> bars) {
    BarColumns columns = new BarColumns(EventKind.BAR_OPEN, bars.size());
    for (int i = 0; i < bars.size(); i++) {
      add(columns, own, i, BarPrice.LAST, bars.get(i), 0);
    }
    return columns;
  }

  private static void add(
      BarColumns columns, int own, int index, BarPrice price, Bar bar, long spread) {
    long open = FIRST + index * LENGTH;
    columns.add(
        own,
        price == BarPrice.ASK ? 1 : 0,
        index,
        open,
        open + LENGTH,
        Missing.VALUE,
        price,
        bar.open() + spread,
        bar.high() + spread,
        bar.low() + spread,
        bar.close() + spread,
        bar.lots());
  }

  private static BarColumns neighbour(long nanos) {
    BarColumns columns = new BarColumns(EventKind.BAR_OPEN, 1);
    columns.add(0, 9, nanos, nanos, nanos + 7, Missing.VALUE, BarPrice.LAST, 5, 9, 2, 6, 40);
    return columns;
  }
}
