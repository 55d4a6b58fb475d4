package io.tapedeck.core.replay.textbook;

import java.math.BigDecimal;
import java.util.List;

/** A tape of one instrument and a script of wishes, in decimals. */
record TextbookTape(List<Event> events, List<Wish> wishes) {
  /** A market event; a null price kind says which it is. */
  sealed interface Event {
    long time();
  }

  record Quote(long time, BigDecimal bid, BigDecimal bidSize, BigDecimal ask, BigDecimal askSize)
      implements Event {}

  /** A print; {@code aggressor} is +1, -1 or 0 for unknown. */
  record Print(long time, BigDecimal price, BigDecimal size, int aggressor) implements Event {}

  /** What the trader wants when the {@code at}-th event, from 0, is delivered to it. */
  sealed interface Wish {
    int at();
  }

  record Target(int at, BigDecimal position) implements Wish {}

  record Market(int at, int sign, BigDecimal size, String timeInForce) implements Wish {}

  record Limit(int at, int sign, BigDecimal size, BigDecimal price, String timeInForce)
      implements Wish {}

  /** Cancels the order that was the {@code order}-th to be sent, from 1. */
  record Cancel(int at, long order) implements Wish {}
}
