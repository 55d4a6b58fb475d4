package io.tapedeck.core.risk;

import static io.tapedeck.core.fixture.Instruments.share;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.market.AssetClass;
import io.tapedeck.core.market.Currency;
import io.tapedeck.core.market.Instrument;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Ticks of a cent, lots of a share, and money in cents: a tick of a lot is one. */
class PositionGuardTest {
  private static final int XYZ = 3;

  private final Instrument share =
      new Instrument(
          "XYZ",
          AssetClass.EQUITY,
          new Currency("USC", 2),
          10_000_000L,
          1_000_000_000L,
          1,
          1,
          1,
          "XNYS");
  private final KnownBasis basis = new KnownBasis(share.moneyScale());
  private final Deeds deeds = new Deeds();

  private PositionGuard guard(PositionGuardSpec spec) {
    return new PositionGuard(XYZ, share, spec, deeds, deeds);
  }

  private void fill(PositionGuard guard, long nanos, long signedLots, long ticks) {
    basis.onFill(signedLots, ticks);
    guard.onPosition(nanos, basis.lots(), basis.basis());
  }

  private static void price(PositionGuard guard, long nanos, long ticks) {
    guard.onPrice(nanos, 2 * ticks);
  }

  private static Threshold bps(long bps) {
    return Threshold.ofBps(BigDecimal.valueOf(bps));
  }

  private static Threshold money(String amount) {
    return Threshold.ofMoney(new BigDecimal(amount));
  }

  @Test
  void aStopLossClosesOnceWhenALongPositionLostItsShare() {
    PositionGuard guard = guard(PositionGuardSpec.NONE.withStopLoss(bps(100)));
    fill(guard, 1, 10, 10_000); // cost 1000.00, 1 % is 10.00

    price(guard, 2, 9_901);
    assertThat(deeds.asked).isEmpty();
    price(guard, 3, 9_900);
    price(guard, 4, 9_000);

    assertThat(deeds.reported).containsExactly("3 CLOSED 3 STOP_LOSS_REACHED 1000/1000");
    assertThat(deeds.asked).containsExactly("flatten 3 STOP_LOSS_REACHED");
  }

  @Test
  void aStopLossOfAShortPositionIsAboveItsEntry() {
    PositionGuard guard = guard(PositionGuardSpec.NONE.withStopLoss(money("5.00")));
    fill(guard, 1, -10, 10_000);

    price(guard, 2, 9_000);
    price(guard, 3, 10_049);
    assertThat(deeds.asked).isEmpty();
    guard.onPrice(4, 20_099); // a mid of 100.495: 4.95 lost
    assertThat(deeds.asked).isEmpty();
    price(guard, 5, 10_050);

    assertThat(deeds.reported).containsExactly("5 CLOSED 3 STOP_LOSS_REACHED 500/500");
  }

  @Test
  void theStopFollowsTheAverageOfWhatWasPaid() {
    PositionGuard guard = guard(PositionGuardSpec.NONE.withStopLoss(bps(100)));
    fill(guard, 1, 10, 10_000);
    fill(guard, 2, 10, 11_000); // 20 cost 2100.00, 1 % is 21.00: at 103.95

    price(guard, 3, 10_396);
    assertThat(deeds.asked).isEmpty();
    price(guard, 4, 10_395);

    assertThat(deeds.reported).containsExactly("4 CLOSED 3 STOP_LOSS_REACHED 2100/2100");
  }

  @Test
  void aProfitIsTakenWhenItsGoalIsReached() {
    PositionGuard guard =
        guard(PositionGuardSpec.NONE.withTakeProfit(bps(200)).withStopLoss(bps(100)));
    fill(guard, 1, -10, 10_000);

    price(guard, 2, 9_801);
    price(guard, 3, 9_800);

    assertThat(deeds.reported).containsExactly("3 CLOSED 3 TAKE_PROFIT_REACHED 2000/2000");
  }

  @Test
  void aTrailingStopFollowsTheBestPrice() {
    PositionGuard guard = guard(PositionGuardSpec.NONE.withTrailing(bps(500)));
    price(guard, 1, 10_000);
    fill(guard, 2, 10, 10_010);

    price(guard, 3, 9_501); // 4.99 below 100.00
    price(guard, 4, 12_000); // now 5 % of 120.00 is 6.00
    price(guard, 5, 11_401);
    assertThat(deeds.asked).isEmpty();
    price(guard, 6, 11_400);

    assertThat(deeds.reported).containsExactly("6 CLOSED 3 TRAILING_STOP_REACHED 6000/6000");
  }

  @Test
  void aTrailingStopOfAShortPositionFollowsTheLowestPrice() {
    PositionGuard guard = guard(PositionGuardSpec.NONE.withTrailing(money("3.00")));
    fill(guard, 1, -10, 10_000);

    price(guard, 2, 9_000);
    price(guard, 3, 8_000);
    price(guard, 4, 8_029);
    assertThat(deeds.asked).isEmpty();
    price(guard, 5, 8_030);

    assertThat(deeds.reported).containsExactly("5 CLOSED 3 TRAILING_STOP_REACHED 300/300");
  }

  @Test
  void aPositionIsHeldSoLongAndNoLonger() {
    PositionGuard guard = guard(PositionGuardSpec.NONE.withMaxHeldNanos(1_000));
    fill(guard, 500, 10, 10_000);
    fill(guard, 900, 5, 10_000); // adding does not start the clock anew

    price(guard, 1_499, 10_000);
    assertThat(deeds.asked).isEmpty();
    guard.onTime(1_500);

    assertThat(deeds.reported).containsExactly("1500 CLOSED 3 TIME_STOP_REACHED 1000/1000");
  }

  @Test
  void aPositionIsHeldThroughSoManyOpens() {
    PositionGuard guard = guard(PositionGuardSpec.NONE.withMaxHeldSessions(2));
    guard.onSessionOpen();
    fill(guard, 1, 10, 10_000);

    guard.onSessionOpen();
    price(guard, 2, 10_000);
    assertThat(deeds.asked).isEmpty();
    guard.onSessionOpen();
    price(guard, 3, 10_000);

    assertThat(deeds.reported).containsExactly("3 CLOSED 3 SESSION_STOP_REACHED 2/2");
  }

  @Test
  void aGuardIsArmedAgainWhenThePositionWasFlat() {
    PositionGuard guard = guard(PositionGuardSpec.NONE.withStopLoss(bps(100)));
    fill(guard, 1, 10, 10_000);
    price(guard, 2, 9_900);
    fill(guard, 3, -5, 9_900);
    fill(guard, 4, 10, 9_900);
    price(guard, 5, 5_000); // still the position that was to be closed
    assertThat(deeds.asked).hasSize(1);

    fill(guard, 6, -15, 5_000);
    price(guard, 7, 1_000);
    assertThat(deeds.asked).hasSize(1);
    fill(guard, 8, 10, 1_000);
    price(guard, 9, 990);

    assertThat(deeds.reported)
        .containsExactly(
            "2 CLOSED 3 STOP_LOSS_REACHED 1000/1000", "9 CLOSED 3 STOP_LOSS_REACHED 100/100");
  }

  @Test
  void aTurnedPositionIsANewOne() {
    PositionGuard guard = guard(PositionGuardSpec.NONE.withTrailing(money("5.00")));
    fill(guard, 1, 10, 10_000);
    price(guard, 2, 12_000);
    fill(guard, 3, -20, 12_000); // 10 short: the best price starts at 120.00

    price(guard, 4, 12_049);
    assertThat(deeds.asked).isEmpty();
    price(guard, 5, 12_050);

    assertThat(deeds.reported).containsExactly("5 CLOSED 3 TRAILING_STOP_REACHED 500/500");
  }

  @Test
  void ofSeveralReasonsTheLossIsNamed() {
    PositionGuard guard =
        guard(
            PositionGuardSpec.NONE
                .withStopLoss(bps(100))
                .withTrailing(bps(100))
                .withMaxHeldNanos(1));
    price(guard, 0, 10_000);
    fill(guard, 1, 10, 10_000);

    price(guard, 5, 9_000);

    assertThat(deeds.reported).containsExactly("5 CLOSED 3 STOP_LOSS_REACHED 10000/1000");
  }

  @Test
  void theBasisOfAPartialCloseIsItsShareAndATurnStartsAnew() {
    KnownBasis cost = new KnownBasis(share("ABC").moneyScale());

    cost.onFill(3, 10_000); // 300.00
    cost.onFill(-1, 20_000);
    assertThat(cost.basis()).isEqualTo(Known.usd("200"));
    cost.onFill(-5, 12_000); // 2 closed, 3 short at 120.00
    assertThat(cost.lots()).isEqualTo(-3);
    assertThat(cost.basis()).isEqualTo(Known.usd("-360"));
    cost.onFill(3, 1);
    assertThat(cost.basis()).isZero();
  }
}
