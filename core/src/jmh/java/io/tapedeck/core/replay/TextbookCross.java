package io.tapedeck.core.replay;

import io.tapedeck.core.market.QuoteColumns;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * The cross of two simple means as textbooks write a backtester: an object for each event, a list
 * of listeners, a priority queue of orders, windows of boxed numbers, the equity curve as a list,
 * and money in doubles.
 */
final class TextbookCross {
  private static final double TICK = 0.01;

  /** Something that happened. */
  private interface Event {
    long nanos();
  }

  private record Quoted(long nanos, double bid, double ask) implements Event {
    double mid() {
      return (bid + ask) / 2;
    }
  }

  private record Signalled(long nanos, int side) implements Event {}

  private record Ordered(long nanos, double size) implements Event {}

  private record Filled(long nanos, double size, double price) implements Event {}

  /** Hears of everything. */
  private interface Listener {
    void on(Event event);
  }

  private final int fast;
  private final int slow;
  private final double size;
  private final ArrayDeque<Event> events = new ArrayDeque<>();
  private final PriorityQueue<Ordered> orders =
      new PriorityQueue<>(Comparator.comparingLong(Ordered::nanos));
  private final List<Listener> listeners = new ArrayList<>();
  private final ArrayDeque<Double> fastWindow = new ArrayDeque<>();
  private final ArrayDeque<Double> slowWindow = new ArrayDeque<>();
  private final Map<String, Double> positions = new HashMap<>();
  private final List<Double> curve = new ArrayList<>();
  private double fastSum;
  private double slowSum;
  private int side;
  private double cash;
  private double underway;
  private double peak;
  private double drawdown;
  private int fills;

  TextbookCross(int fast, int slow, double size, double startCash) {
    this.fast = fast;
    this.slow = slow;
    this.size = size;
    cash = startCash;
    peak = startCash;
    listeners.add(this::match);
    listeners.add(this::post);
    listeners.add(this::mark);
    listeners.add(this::decide);
    listeners.add(this::send);
  }

  /** Replays quotes and returns the equity at the end. */
  double run(QuoteColumns quotes) {
    for (int row = 0; row < quotes.size(); row++) {
      feed(
          new Quoted(
              quotes.eventTimeNanos(row),
              quotes.bidTicks(row) * TICK,
              quotes.askTicks(row) * TICK));
    }
    return curve.get(curve.size() - 1);
  }

  int fills() {
    return fills;
  }

  double drawdown() {
    return drawdown;
  }

  private void feed(Event first) {
    events.add(first);
    for (Event event = events.poll(); event != null; event = events.poll()) {
      for (Listener listener : listeners) {
        listener.on(event);
      }
    }
  }

  private void match(Event event) {
    if (event instanceof Quoted quote) {
      while (!orders.isEmpty() && orders.peek().nanos() < event.nanos()) {
        double ordered = orders.poll().size();
        double price = ordered > 0 ? quote.ask() : quote.bid();
        post(new Filled(event.nanos(), ordered, price)); // before the quote is marked
      }
    }
  }

  private void post(Event event) {
    if (event instanceof Filled fill) {
      cash -= fill.size() * fill.price();
      positions.merge(QuoteTape.SYMBOL, fill.size(), Double::sum);
      underway -= fill.size();
      fills++;
    }
  }

  private void mark(Event event) {
    if (event instanceof Quoted quote) {
      double equity = cash + positions.getOrDefault(QuoteTape.SYMBOL, 0.0) * quote.mid();
      peak = Math.max(peak, equity);
      drawdown = Math.max(drawdown, peak - equity);
      curve.add(equity);
    }
  }

  private void decide(Event event) {
    if (event instanceof Quoted quote) {
      fastSum = slide(fastWindow, fast, fastSum, quote.mid());
      slowSum = slide(slowWindow, slow, slowSum, quote.mid());
      if (slowWindow.size() == slow) {
        // equal means differ by the rounding of running sums: what is that close changes nothing
        double gap = fastSum / fast - slowSum / slow;
        int wanted = Math.abs(gap) < 1e-8 ? side : gap > 0 ? 1 : -1;
        if (wanted != side) {
          side = wanted;
          events.add(new Signalled(quote.nanos(), wanted));
        }
      }
    }
  }

  private static double slide(ArrayDeque<Double> window, int length, double sum, double value) {
    window.add(value);
    return window.size() > length ? sum + value - window.poll() : sum + value;
  }

  private void send(Event event) {
    if (event instanceof Signalled signal) {
      double held = positions.getOrDefault(QuoteTape.SYMBOL, 0.0);
      double missing = signal.side() * size - held - underway;
      if (missing != 0) {
        orders.add(new Ordered(signal.nanos(), missing));
        underway += missing;
      }
    }
  }
}
