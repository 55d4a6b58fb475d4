package io.tapedeck.core.replay.textbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One line of a run's history, in words both engines share; what a kind does not have is zero.
 *
 * @param kind ACCEPTED, REJECTED, TRIGGERED, REPLACED, FILL, CANCELED, EXPIRED, CANCEL_REJECTED,
 *     DENIED or AMEND_DENIED
 * @param price ticks, of a fill
 * @param lots filled, or OrderQty from now on
 * @param fee in the currency, 8 decimals
 * @param leaves lots still open, or left when it ended
 * @param reason an enum's name: why, or MAKER and TAKER for a fill
 */
record Happening(
    long time,
    long order,
    String kind,
    long price,
    long lots,
    BigDecimal fee,
    long leaves,
    String reason) {
  private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(8);

  static Happening of(long time, long order, String kind, long lots, long leaves, String reason) {
    return new Happening(time, order, kind, 0, lots, NOTHING, leaves, reason);
  }

  static Happening fill(
      long time, long order, long price, long lots, BigDecimal fee, long leaves, String liquidity) {
    return new Happening(
        time,
        order,
        "FILL",
        price,
        lots,
        fee.setScale(8, RoundingMode.UNNECESSARY),
        leaves,
        liquidity);
  }

  /** The same history, with orders that end together for one reason in the order of their ids. */
  static List<Happening> inOrder(List<Happening> history) {
    List<Happening> sorted = new ArrayList<>();
    int from = 0;
    for (int to = 1; to <= history.size(); to++) {
      if (to == history.size() || !history.get(to).endsWith(history.get(from))) {
        List<Happening> together = new ArrayList<>(history.subList(from, to));
        together.sort(Comparator.comparingLong(Happening::order));
        sorted.addAll(together);
        from = to;
      }
    }
    return sorted;
  }

  private boolean endsWith(Happening other) {
    boolean ends = kind.equals("EXPIRED") || (kind.equals("CANCELED") && reason.equals("RISK"));
    return ends && time == other.time && kind.equals(other.kind) && reason.equals(other.reason);
  }
}
