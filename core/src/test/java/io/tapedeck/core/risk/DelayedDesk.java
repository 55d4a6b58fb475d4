package io.tapedeck.core.risk;

import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Sends random orders through a gate at prices that stand still, fills and cancels them at random,
 * and reports each fill some time later: what is known lags behind what is true.
 */
final class DelayedDesk {
  private static final int INSTRUMENTS = 2;
  private static final int MOST_LOTS = 30;

  final Known known = new Known(INSTRUMENTS).at(0, 10_000).at(1, 5_000);
  final long[] trueLots = new long[INSTRUMENTS];
  long trueCash;
  int admitted;

  private final List<Instrument> instruments;
  private final AccountGate gate;
  private final CashReserve reserve;
  private final BuyingPower power;
  private final SplittableRandom random;
  private final List<Working> working = new ArrayList<>();

  /** An order at the venue; {@code knownLeaves} is what reports say is open. */
  private static final class Working {
    private int instrument;
    private Side side;
    private long limitTicks;
    private long knownLeaves;
    private long trueLeaves;
  }

  DelayedDesk(List<Instrument> instruments, RiskSpec spec, long seed) {
    this.instruments = instruments;
    gate = new AccountGate(instruments, spec);
    power = spec.buyingPower();
    reserve = new CashReserve(instruments, power);
    random = new SplittableRandom(seed);
  }

  AccountGate gate() {
    return gate;
  }

  void start(long cash, long equity) {
    known.cash = cash;
    trueCash = cash;
    known.equity = equity;
  }

  void hold(int instrument, long signedLots) {
    known.lots[instrument] = signedLots;
    trueLots[instrument] = signedLots;
  }

  void step() {
    int dice = random.nextInt(4);
    if (dice <= 1) {
      send();
    } else if (!working.isEmpty()) {
      Working order = working.get(random.nextInt(working.size()));
      if (dice == 2) {
        fill(order, 1 + random.nextLong(MOST_LOTS));
      } else if (random.nextInt(3) > 0) {
        report(order);
      } else {
        cancel(order);
      }
    }
  }

  private void send() {
    Working order = new Working();
    order.instrument = random.nextInt(INSTRUMENTS);
    order.side = random.nextBoolean() ? Side.BUY : Side.SELL;
    order.knownLeaves = 1 + random.nextLong(MOST_LOTS);
    order.trueLeaves = order.knownLeaves;
    long last = known.ticks[order.instrument];
    order.limitTicks = random.nextBoolean() ? last - 50 + random.nextLong(100) : Missing.VALUE;
    if (gate.admits(
        0,
        order.instrument,
        order.side,
        order.knownLeaves,
        order.limitTicks,
        Missing.VALUE,
        known)) {
      admitted++;
      working.add(order);
      leaves(order, 0, order.knownLeaves);
    }
  }

  /** At its limit, which is the worst it can get, or at the price that stands still. */
  private void fill(Working order, long most) {
    long lots = Math.min(most, order.trueLeaves);
    order.trueLeaves -= lots;
    trueLots[order.instrument] += order.side.sign() * lots;
    trueCash += cashFlow(order, lots);
  }

  private long cashFlow(Working order, long lots) {
    long ticks = Missing.is(order.limitTicks) ? known.ticks[order.instrument] : order.limitTicks;
    long notional = instruments.get(order.instrument).moneyScale().notional(ticks, lots);
    long fee = Share.ceil(notional, power.feeReserveBpsE4());
    return -order.side.sign() * notional - fee;
  }

  private void report(Working order) {
    long lots = order.knownLeaves - order.trueLeaves;
    known.lots[order.instrument] += order.side.sign() * lots;
    known.cash += cashFlow(order, lots);
    leaves(order, order.knownLeaves, order.trueLeaves);
    order.knownLeaves = order.trueLeaves;
    if (order.trueLeaves == 0) {
      working.remove(order);
    }
  }

  private void cancel(Working order) {
    report(order);
    leaves(order, order.knownLeaves, 0);
    working.remove(order);
  }

  private void leaves(Working order, long before, long now) {
    if (order.side == Side.BUY) {
      known.workingBuys[order.instrument] += now - before;
      reserve.onLeaves(order.instrument, order.limitTicks, before, now);
    } else {
      known.workingSells[order.instrument] += now - before;
    }
    known.reservedCash = reserve.money(known);
  }
}
