package io.tapedeck.core.replay.textbook;

import io.tapedeck.core.order.OrderType;
import io.tapedeck.core.order.TimeInForce;

/**
 * What a strategy wants when the {@code at}-th event, from 0, is delivered to it: the same list is
 * played by the textbook and by a strategy of the engine. Orders are named by their number among
 * those the strategy has sent, from 1; a wish that names one not yet sent is dropped.
 */
sealed interface Wish {
  int at();

  /** Index of the strategy. */
  int strategy();

  record Target(int at, int strategy, long lots) implements Wish {}

  record Send(int at, int strategy, Terms terms) implements Wish {}

  /** An entry and its exits; zero for an exit that is not wanted. */
  record Bracket(int at, int strategy, Terms terms, long takeProfit, long stopLoss)
      implements Wish {}

  record Amend(int at, int strategy, int order, long lots, long limit, long trigger)
      implements Wish {}

  record Cancel(int at, int strategy, int order) implements Wish {}

  /** Terms of an order; zero is none everywhere. */
  record Terms(
      int sign,
      long lots,
      OrderType type,
      long limit,
      long trigger,
      long trailTicks,
      long trailBpsE4,
      TimeInForce lasting,
      long expire,
      boolean isPostOnly,
      boolean isReduceOnly,
      int after,
      boolean isAfterAll,
      int cancels) {
    static Terms market(int sign, long lots) {
      return new Terms(
          sign, lots, OrderType.MARKET, 0, 0, 0, 0, TimeInForce.GTC, 0, false, false, 0, false, 0);
    }

    static Terms limit(int sign, long lots, long limit) {
      return market(sign, lots).typed(OrderType.LIMIT, limit, 0);
    }

    static Terms stop(int sign, long lots, long trigger) {
      return market(sign, lots).typed(OrderType.STOP, 0, trigger);
    }

    Terms typed(OrderType newType, long newLimit, long newTrigger) {
      return new Terms(
          sign,
          lots,
          newType,
          newLimit,
          newTrigger,
          trailTicks,
          trailBpsE4,
          lasting,
          expire,
          isPostOnly,
          isReduceOnly,
          after,
          isAfterAll,
          cancels);
    }

    Terms trailing(long ticks, long bpsE4) {
      return new Terms(
          sign,
          lots,
          OrderType.TRAILING_STOP,
          0,
          0,
          ticks,
          bpsE4,
          lasting,
          expire,
          isPostOnly,
          isReduceOnly,
          after,
          isAfterAll,
          cancels);
    }

    Terms lasting(TimeInForce newLasting, long newExpire) {
      return new Terms(
          sign,
          lots,
          type,
          limit,
          trigger,
          trailTicks,
          trailBpsE4,
          newLasting,
          newExpire,
          isPostOnly,
          isReduceOnly,
          after,
          isAfterAll,
          cancels);
    }

    Terms flagged(boolean postOnly, boolean reduceOnly) {
      return new Terms(
          sign,
          lots,
          type,
          limit,
          trigger,
          trailTicks,
          trailBpsE4,
          lasting,
          expire,
          postOnly,
          reduceOnly,
          after,
          isAfterAll,
          cancels);
    }

    Terms linked(int newAfter, boolean afterAll, int newCancels) {
      return new Terms(
          sign,
          lots,
          type,
          limit,
          trigger,
          trailTicks,
          trailBpsE4,
          lasting,
          expire,
          isPostOnly,
          isReduceOnly,
          newAfter,
          afterAll,
          newCancels);
    }
  }
}
