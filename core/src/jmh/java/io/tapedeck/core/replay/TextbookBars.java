package io.tapedeck.core.replay;

import io.tapedeck.core.market.BarColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Brackets on bars as textbooks write a backtester: an object for each bar and order, the equity
 * curve as a list, and money in doubles. Entries fill at the next open; inside a bar the price goes
 * from the open over the high and the low to the close, and the first exit it comes to fills there,
 * or at an open beyond it.
 */
final class TextbookBars {
  private static final double TICK = 0.01;

  private record Bar(long number, double open, double high, double low, double close) {}

  private record Order(int side, double size, double target, double stop)
      implements Comparable<Order> {
    @Override
    public int compareTo(Order other) {
      return Double.compare(size, other.size);
    }
  }

  private final double size;
  private final double offset;
  private final PriorityQueue<Order> entries = new PriorityQueue<>();
  private final List<Order> exits = new ArrayList<>();
  private final List<Double> curve = new ArrayList<>();
  private double cash;
  private double position;
  private int fills;

  TextbookBars(double size, long offsetTicks, double startCash) {
    this.size = size;
    offset = offsetTicks * TICK;
    cash = startCash;
  }

  /** Replays bars and returns the equity at the end. */
  double run(BarColumns bars) {
    for (int row = 0; row < bars.size(); row++) {
      on(
          new Bar(
              row,
              bars.openTicks(row) * TICK,
              bars.highTicks(row) * TICK,
              bars.lowTicks(row) * TICK,
              bars.closeTicks(row) * TICK));
    }
    return curve.get(curve.size() - 1);
  }

  int fills() {
    return fills;
  }

  private void on(Bar bar) {
    exitAtOpen(bar);
    while (!entries.isEmpty()) {
      Order entry = entries.poll();
      fill(entry.side() * entry.size(), bar.open());
      exits.add(entry);
    }
    exitInside(bar.high());
    exitInside(bar.low());
    exitInside(bar.close());
    curve.add(cash + position * bar.close());
    if (position == 0 && entries.isEmpty()) {
      int side = bar.close() >= bar.open() ? 1 : -1;
      double target = bar.close() + side * offset;
      entries.add(new Order(side, size, target, bar.close() - side * offset));
    }
  }

  private void exitAtOpen(Bar bar) {
    for (Order exit : List.copyOf(exits)) {
      if (isThere(exit.side() * (bar.open() - exit.target()))
          || isThere(exit.side() * (exit.stop() - bar.open()))) {
        close(exit, bar.open());
      }
    }
  }

  private void exitInside(double point) {
    for (Order exit : List.copyOf(exits)) {
      if (isThere(exit.side() * (point - exit.target()))) {
        close(exit, exit.target());
      } else if (isThere(exit.side() * (exit.stop() - point))) {
        close(exit, exit.stop());
      }
    }
  }

  /** Prices are sums of cents in binary: what is this close is there. */
  private static boolean isThere(double beyond) {
    return beyond > -TICK / 10;
  }

  private void close(Order exit, double price) {
    fill(-exit.side() * exit.size(), price);
    exits.remove(exit);
  }

  private void fill(double signed, double price) {
    cash -= signed * price;
    position += signed;
    fills++;
  }
}
