package io.tapedeck.core.risk;

import static io.tapedeck.core.fixture.Instruments.share;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.TradingState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/**
 * What holds for any sequence of orders, fills and late reports; AAA is at 100.00, BBB at 50.00.
 */
class AccountGateProperties {
  private static final int STEPS = 150;
  private static final long EQUITY_DOLLARS = 4_000;
  private static final long[] DOLLARS = {100, 50};

  private final List<Instrument> shares = List.of(share("AAA"), share("BBB"));

  private static long money(long dollars) {
    return Known.usd(String.valueOf(dollars));
  }

  private static BigDecimal of(String number) {
    return new BigDecimal(number);
  }

  /** Gross 8000, net 5000, leverage 1.8 (7200), one instrument 1.2 (4800), position 60 lots. */
  private static RiskSpec limits() {
    return new RiskSpec(RiskSpec.UNLIMITED, of("60"), RiskSpec.UNLIMITED)
        .withExposure(new ExposureSpec(of("8000"), of("5000"), of("1.8"), of("1.2")));
  }

  private static long gross(long... lots) {
    return Math.abs(lots[0]) * DOLLARS[0] + Math.abs(lots[1]) * DOLLARS[1];
  }

  private static long net(long... lots) {
    return lots[0] * DOLLARS[0] + lots[1] * DOLLARS[1];
  }

  private static void assertWithinLimits(long aaa, long bbb) {
    assertThat(gross(aaa, bbb)).isLessThanOrEqualTo(7_200);
    assertThat(Math.abs(net(aaa, bbb))).isLessThanOrEqualTo(5_000);
    assertThat(Math.abs(aaa)).isLessThanOrEqualTo(48); // 4800 of 100
    assertThat(Math.abs(bbb)).isLessThanOrEqualTo(60);
  }

  @Property(tries = 300)
  void nothingThatMayStillFillExceedsALimit(@ForAll long seed) {
    DelayedDesk desk = new DelayedDesk(shares, limits(), seed);
    desk.start(0, money(EQUITY_DOLLARS));
    Known known = desk.known;
    for (int i = 0; i < STEPS; i++) {
      desk.step();

      assertWithinLimits(desk.trueLots[0], desk.trueLots[1]);
      // every corner of what may fill: all buys or all sells, of each
      for (int corner = 0; corner < 4; corner++) {
        long[] lots = new long[2];
        for (int one = 0; one < 2; one++) {
          boolean isBought = (corner >> one & 1) == 0;
          lots[one] =
              known.lots[one] + (isBought ? known.workingBuys[one] : -known.workingSells[one]);
        }
        assertWithinLimits(lots[0], lots[1]);
      }
    }
    assertThat(desk.admitted).isPositive();
  }

  @Property(tries = 300)
  void aMarginAccountAlwaysCoversItsInitialRequirement(@ForAll long seed) {
    DelayedDesk desk =
        new DelayedDesk(shares, RiskSpec.NONE.withBuyingPower(BuyingPower.margin(250_000)), seed);
    desk.start(0, money(1_000)); // a quarter of 4000
    for (int i = 0; i < STEPS; i++) {
      desk.step();
      assertThat(gross(desk.trueLots)).isLessThanOrEqualTo(4_000);
    }
    assertThat(desk.admitted).isPositive();
  }

  @Property(tries = 300)
  void aCashAccountNeverOwesCashNorShares(@ForAll long seed) {
    DelayedDesk desk =
        new DelayedDesk(shares, RiskSpec.NONE.withBuyingPower(BuyingPower.cash(1_000_000)), seed);
    desk.start(money(3_000), Missing.VALUE);
    desk.hold(1, 40);
    for (int i = 0; i < STEPS; i++) {
      desk.step();
      assertThat(desk.trueCash).isNotNegative();
      assertThat(desk.trueLots[0]).isNotNegative();
      assertThat(desk.trueLots[1]).isNotNegative();
    }
    assertThat(desk.admitted).isPositive();
  }

  @Property(tries = 300)
  void aReducingAccountNeverIncreasesOrTurnsAPosition(
      @ForAll long seed,
      @ForAll @LongRange(min = 1, max = 80) long aaa,
      @ForAll @LongRange(min = -80, max = -1) long bbb) {
    DelayedDesk desk = new DelayedDesk(shares, RiskSpec.NONE, seed);
    desk.hold(0, aaa);
    desk.hold(1, bbb);
    desk.gate().become(TradingState.REDUCING);
    long longLots = aaa;
    long shortLots = bbb;
    for (int i = 0; i < STEPS; i++) {
      desk.step();
      assertThat(desk.trueLots[0]).isBetween(0L, longLots);
      assertThat(desk.trueLots[1]).isBetween(shortLots, 0L);
      longLots = desk.trueLots[0];
      shortLots = desk.trueLots[1];
    }
  }

  @Property(tries = 200)
  void whatWasAskedBeforeDoesNotChangeAnAnswer(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    RiskSpec spec = limits().withCollarBps(of("40")).withPositionNotional(of("4000"));
    AccountGate used = new AccountGate(shares, spec);
    for (int i = 0; i < 50; i++) {
      Known known =
          new Known(2).at(0, 10_000).at(1, random.nextInt(4) == 0 ? Missing.VALUE : 5_000);
      known.holds(0, random.nextLong(-60, 60)).holds(1, random.nextLong(-60, 60));
      known.works(0, random.nextLong(20), random.nextLong(20));
      known.equity = random.nextInt(4) == 0 ? Missing.VALUE : money(random.nextLong(5_000));
      Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
      long lots = random.nextLong(-1, 40);
      long limitTicks = random.nextLong(9_940, 10_060);
      AccountGate fresh = new AccountGate(shares, spec);

      boolean isAdmitted = used.admits(i, 0, side, lots, limitTicks, Missing.VALUE, known);

      assertThat(fresh.admits(i, 0, side, lots, limitTicks, Missing.VALUE, known))
          .isEqualTo(isAdmitted);
      if (!isAdmitted) {
        assertThat(fresh.denial()).isEqualTo(used.denial());
      }
    }
  }

  @Property
  void noWindowHoldsMoreOrdersThanItsRate(
      @ForAll @Size(min = 1, max = 60) List<@LongRange(min = 0, max = 30) Long> pauses,
      @ForAll @IntRange(min = 1, max = 5) int most,
      @ForAll @LongRange(min = 1, max = 50) long window) {
    AccountGate gate =
        new AccountGate(shares, RiskSpec.NONE.withFlow(OrderFlow.NONE.withRate(most, window)));
    Known known = new Known(2);
    List<Long> sent = new ArrayList<>();
    long now = 0;
    for (long pause : pauses) {
      now += pause;
      long nanos = now;
      long within = sent.stream().filter(earlier -> earlier > nanos - window).count();

      boolean isAdmitted = gate.admits(now, 0, Side.BUY, 1, Missing.VALUE, Missing.VALUE, known);

      assertThat(isAdmitted).isEqualTo(within < most);
      if (isAdmitted) {
        sent.add(now);
      }
    }
  }
}
