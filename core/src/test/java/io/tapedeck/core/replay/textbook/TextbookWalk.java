package io.tapedeck.core.replay.textbook;

import java.util.List;

/** The way of one bar: its points, when they are reached, and the volume let out on the way. */
final class TextbookWalk {
  private final TextbookTape.Bar bar;
  private final List<Long> points;
  private final long most;
  private long taken;

  /**
   * A way that begins.
   *
   * @param together the bar itself, and the one of the other side where there are two
   * @param position lots held at the venue before the bar opens
   */
  TextbookWalk(
      TextbookTape.Bar bar, List<TextbookTape.Bar> together, TextbookRules rules, long position) {
    this.bar = bar;
    points = points(bar, together, rules.barPath, position);
    most = bar.lots() == null ? TextbookBook.UNLIMITED : rules.share(bar.lots());
  }

  private static List<Long> points(
      TextbookTape.Bar bar,
      List<TextbookTape.Bar> together,
      TextbookRules.BarPath path,
      long position) {
    long up = together.stream().mapToLong(one -> one.high() - one.open()).sum();
    long down = together.stream().mapToLong(one -> one.open() - one.low()).sum();
    List<Long> highFirst = List.of(bar.open(), bar.high(), bar.low(), bar.close());
    List<Long> lowFirst = List.of(bar.open(), bar.low(), bar.high(), bar.close());
    return switch (path) {
      case OHLC -> highFirst;
      case OLHC -> lowFirst;
      case ADAPTIVE -> up <= down ? highFirst : lowFirst;
      case PESSIMISTIC -> {
        if (position == 0) {
          yield List.of(bar.open(), bar.high(), bar.low(), bar.high(), bar.close());
        }
        yield position > 0 ? lowFirst : highFirst;
      }
    };
  }

  TextbookTape.Bar bar() {
    return bar;
  }

  int size() {
    return points.size();
  }

  boolean isLast(int point) {
    return point == size() - 1;
  }

  long price(int point) {
    return points.get(point);
  }

  long time(int point) {
    return bar.openTime() + (bar.time() - bar.openTime()) * point / (size() - 1);
  }

  /** The worst price for a side between two, the first of them of the bar, that the bar has. */
  long worst(int sign, long here, long own) {
    return sign > 0
        ? Math.max(here, Math.min(own, bar.high()))
        : Math.min(here, Math.max(own, bar.low()));
  }

  /** The middle of its time. */
  long middle() {
    return bar.openTime() + (bar.time() - bar.openTime()) / 2;
  }

  /** Lots still to be had when this point is reached, or on the leg to it. */
  long left(int point) {
    if (most == TextbookBook.UNLIMITED) {
      return most;
    }
    long quarters = isLast(point) ? 4 : Math.min(point + 1, 3);
    return Math.max(most * quarters / 4 - taken, 0);
  }

  void take(long lots) {
    taken += lots;
  }
}
