package io.tapedeck.core.replay;

import static io.tapedeck.core.fixture.Clock.nanos;
import static io.tapedeck.core.fixture.Instruments.quoted;
import static io.tapedeck.core.fixture.Instruments.share;
import static io.tapedeck.core.market.Side.BUY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.fixture.Scenario;
import io.tapedeck.core.fixture.Script;
import io.tapedeck.core.fixture.Tape;
import io.tapedeck.core.order.Liquidity;
import io.tapedeck.core.order.OrderStatus;
import io.tapedeck.core.order.OrderType;
import io.tapedeck.core.order.TimeInForce;
import org.junit.jupiter.api.Test;

class RunRecorderTest {
  private static final long DECISION = 10_000 + 10_002; // bid plus offer when it was decided

  private final Tape tape =
      new Tape(quoted(share("XYZ")))
          .quote("09:30:00", "100.00x5", "100.02x5")
          .quote("09:30:01", "100.00x5", "100.02x4")
          .quote("09:30:02", "100.00x5", "100.04x2");
  private final Script script =
      new Script()
          .at(
              "09:30:00",
              (position, orders) -> {
                orders.market(BUY, 9, TimeInForce.DAY);
                orders.limit(BUY, 1, 9_000, TimeInForce.IOC);
                orders.market(BUY, 0, TimeInForce.GTC);
              });

  private RunRecorder record(RunRecorder recorder) {
    new Scenario(tape).outcome(script, recorder, tape.size(), tape.size());
    return recorder;
  }

  @Test
  void anOrderIsRecordedAsTheVenueLeftIt() {
    assertThat(record(RunRecorder.ofFills()).orders())
        .containsExactly(
            order(1, OrderType.MARKET, 9, 0, TimeInForce.DAY)
                .became(OrderStatus.EXPIRED, "16:00:00", "")
                .filled(6, 4 * 10_002 + 2 * 10_004),
            order(2, OrderType.LIMIT, 1, 9_000, TimeInForce.IOC)
                .became(OrderStatus.CANCELED, "09:30:01", "IMMEDIATE_OR_CANCEL")
                .filled(0, 0),
            order(3, OrderType.MARKET, 0, 0, TimeInForce.GTC)
                .became(OrderStatus.DENIED, "09:30:00", "SIZE_NOT_POSITIVE")
                .filled(0, 0));
  }

  private static Expected order(
      long id, OrderType type, long lots, long limitTicks, TimeInForce timeInForce) {
    return new Expected(id, type, lots, limitTicks, timeInForce, null, "", "");
  }

  private record Expected(
      long id,
      OrderType type,
      long lots,
      long limitTicks,
      TimeInForce timeInForce,
      OrderStatus status,
      String lastTime,
      String reason) {
    Expected became(OrderStatus newStatus, String time, String newReason) {
      return new Expected(id, type, lots, limitTicks, timeInForce, newStatus, time, newReason);
    }

    /** Decided at 09:30:00, when the mid was DECISION / 2. */
    OrderRecord filled(long filledLots, long tickLots) {
      return new OrderRecord(
          id,
          0,
          0,
          type,
          BUY,
          lots,
          limitTicks,
          0,
          0,
          0,
          timeInForce,
          0,
          false,
          false,
          0,
          0,
          false,
          status,
          filledLots,
          tickLots,
          (double) tickLots / filledLots,
          0,
          DECISION,
          nanos("09:30:00"),
          nanos(lastTime),
          reason);
    }
  }

  @Test
  void eachFillIsRecorded() {
    assertThat(record(RunRecorder.ofFills()).fills())
        .containsExactly(
            new FillRecord(nanos("09:30:01"), 1, 0, BUY, 10_002, 4, 0, 0, Liquidity.TAKER, 5),
            new FillRecord(nanos("09:30:02"), 1, 0, BUY, 10_004, 2, 0, 0, Liquidity.TAKER, 3));
  }

  @Test
  void equityIsRecordedOnlyWhenEverythingIs() {
    assertThat(record(RunRecorder.ofFills()).equity()).isEmpty();
  }

  @Test
  void everyChangeOfEquityIsRecorded() {
    // 4 bought at 100.02, mid 100.01: −0.04
    // 2 bought at 100.04, mid 100.02: 6 × 100.02 − 4 × 100.02 − 2 × 100.04 = −0.04, no change
    assertThat(record(RunRecorder.ofEverything()).equity())
        .containsExactly(new EquityPoint(nanos("09:30:01"), 999_996_000_000L));
  }
}
