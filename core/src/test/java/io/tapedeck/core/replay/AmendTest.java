package io.tapedeck.core.replay;

import static io.tapedeck.core.fixture.Instruments.quoted;
import static io.tapedeck.core.fixture.Instruments.share;
import static io.tapedeck.core.market.Side.BUY;
import static io.tapedeck.core.order.TimeInForce.GTC;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.account.AccountSpec;
import io.tapedeck.core.fixture.Scenario;
import io.tapedeck.core.fixture.Script;
import io.tapedeck.core.fixture.Tape;
import io.tapedeck.core.order.DenialReason;
import io.tapedeck.core.order.OrderStatus;
import io.tapedeck.core.risk.RiskSpec;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An order is changed on its way and in its place. */
class AmendTest {
  private static final long MILLIS = 1_000_000;

  private final Tape tape = new Tape(quoted(share("XYZ")));
  private final Scenario scenario = new Scenario(tape);
  private final Script script = new Script();

  private List<String> changes() {
    return scenario.run(script).orders().stream()
        .filter(line -> !line.contains(" sent ") && !line.contains(" accepted "))
        .toList();
  }

  private void quotes(String... touches) {
    for (int second = 0; second < touches.length; second++) {
      String[] sides = touches[second].split(" / ");
      tape.quote("09:30:0" + second, sides[0], sides[1]);
    }
  }

  @Test
  void aSmallerOrderKeepsItsPlace() {
    quotes("100.00x50 / 100.02x50", "100.00x50 / 100.03x50", "99.98x50 / 100.00x5");
    script
        .at(
            "09:30:00",
            (position, orders) -> {
              orders.limit(BUY, 10, 10_000, GTC);
              orders.limit(BUY, 10, 10_000, GTC);
            })
        .at("09:30:01", (position, orders) -> orders.amend(1, 5, 10_000, 0));

    assertThat(changes())
        .containsExactly(
            "09:30:01 replaced #1 5 at 100.00 REQUESTED leaves 5",
            "09:30:02 filled #1 BUY 5 @ 100.00 MAKER leaves 0");
    assertThat(script.heard())
        .contains("order #1 NEW: lots 0 working 15", "fill #1 BUY 5: lots 5 working 10");
  }

  @Test
  void aLargerOrderGoesToTheBack() {
    quotes("100.00x50 / 100.02x50", "100.00x50 / 100.03x50", "99.98x50 / 100.00x5");
    script
        .at(
            "09:30:00",
            (position, orders) -> {
              orders.limit(BUY, 10, 10_000, GTC);
              orders.limit(BUY, 10, 10_000, GTC);
            })
        .at("09:30:01", (position, orders) -> orders.amend(1, 11, 10_000, 0));

    assertThat(changes())
        .containsExactly(
            "09:30:01 replaced #1 11 at 100.00 REQUESTED leaves 11",
            "09:30:02 filled #2 BUY 5 @ 100.00 MAKER leaves 5");
  }

  @Test
  void aRepricedOrderMayTakeAgain() {
    quotes("100.00x50 / 100.02x50", "100.00x50 / 100.03x50", "100.00x50 / 100.04x50");
    script
        .at("09:30:00", (position, orders) -> orders.limit(BUY, 10, 9_990, GTC))
        .at("09:30:01", (position, orders) -> orders.amend(1, 10, 10_010, 0));

    // fresh at its new price: it takes at the touch, not at its limit
    assertThat(changes())
        .containsExactly(
            "09:30:01 replaced #1 10 at 100.10 REQUESTED leaves 10",
            "09:30:02 filled #1 BUY 10 @ 100.04 TAKER leaves 0");
  }

  @Test
  void racesAreDecidedByArrival() {
    tape.quote("09:30:00", "100.00x50", "100.02x50")
        .quote("09:30:01", "100.00x50", "100.02x50")
        .quote("09:30:01.004", "99.98x50", "100.00x50") // fills the first
        .quote("09:30:01.006", "99.88x50", "99.90x50"); // would fill the second as it was
    script
        .at(
            "09:30:00",
            (position, orders) -> {
              orders.limit(BUY, 10, 10_000, GTC);
              orders.limit(BUY, 10, 9_990, GTC);
            })
        .at(
            "09:30:01",
            (position, orders) -> {
              orders.amend(1, 10, 9_900, 0);
              orders.amend(2, 10, 9_900, 0);
            });
    scenario.latencyNanos(0, 5 * MILLIS, 0);

    assertThat(changes())
        .containsExactly(
            "09:30:01.004 filled #1 BUY 10 @ 100.00 MAKER leaves 0",
            "09:30:01.005 too late for #1",
            "09:30:01.005 replaced #2 10 at 99.00 REQUESTED leaves 10");
  }

  @Test
  void aCancelAndAnAmendAreFirstInFirstOut() {
    quotes("100.00x50 / 100.02x50", "100.00x50 / 100.02x50");
    script
        .at("09:30:00", (position, orders) -> orders.limit(BUY, 10, 9_990, GTC))
        .at(
            "09:30:01",
            (position, orders) -> {
              orders.cancel(1);
              orders.amend(1, 20, 9_990, 0);
            });
    scenario.latencyNanos(0, 5 * MILLIS, 0);

    assertThat(changes())
        .containsExactly(
            "09:30:01.005 canceled #1 REQUESTED leaves 10", "09:30:01.005 too late for #1");
  }

  @Test
  void oneAmendIsUnderWayAtATime() {
    quotes("100.00x50 / 100.02x50", "100.00x50 / 100.02x50", "100.00x50 / 100.02x50");
    script
        .at("09:30:00", (position, orders) -> orders.limit(BUY, 10, 9_990, GTC))
        .at(
            "09:30:01",
            (position, orders) -> {
              orders.amend(1, 20, 9_990, 0);
              assertThat(position.workingLots()).isEqualTo(20);
              orders.amend(1, 5, 9_990, 0);
            })
        .at("09:30:02", (position, orders) -> orders.amend(1, 5, 9_990, 0));

    var told = scenario.run(script);

    assertThat(told.orders())
        .containsExactly(
            "09:30:00 sent #1 BUY 10 at 99.90 GTC",
            "09:30:00 accepted #1",
            "09:30:01 not amended #1 AMEND_PENDING",
            "09:30:01 replaced #1 20 at 99.90 REQUESTED leaves 20",
            "09:30:02 replaced #1 5 at 99.90 REQUESTED leaves 5");
    assertThat(told.result().counts().denied()).containsEntry(DenialReason.AMEND_PENDING, 1L);
  }

  @Test
  void anAmendToWhatIsFilledCancels() {
    quotes("100.00x50 / 100.02x50", "100.00x50 / 100.02x6", "100.00x50 / 100.10x50");
    script
        .at("09:30:00", (position, orders) -> orders.limit(BUY, 10, 10_002, GTC))
        .at("09:30:01", (position, orders) -> orders.amend(1, 6, 10_002, 0));

    var told = scenario.run(script);

    assertThat(told.orders())
        .endsWith(
            "09:30:01 filled #1 BUY 6 @ 100.02 TAKER leaves 4",
            "09:30:01 canceled #1 AMENDED_BELOW_FILLED leaves 4");
    assertThat(told.result().counts().partlyFilled()).isEqualTo(1);
  }

  @Test
  void onlyAnOpenOrderIsAmendedAndOnlyToTermsOfItsKind() {
    quotes("100.00x50 / 100.02x50", "100.00x50 / 100.02x50");
    script
        .at(
            "09:30:00",
            (position, orders) -> {
              orders.market(BUY, 10, GTC);
              orders.limit(BUY, 10, 9_990, GTC);
              orders.order(BUY, 10).stop(10_500).send();
            })
        .at(
            "09:30:01",
            (position, orders) -> {
              orders.amend(1, 5, 0, 0);
              orders.amend(2, 5, 0, 0); // without its limit
              orders.amend(2, 5, 9_990, 9_990); // with a trigger
              orders.amend(3, 5, 9_990, 10_500); // with a limit
              orders.amend(3, 0, 0, 10_500);
              orders.amend(3, 5, 0, -1);
            });

    assertThat(changes())
        .endsWith(
            "09:30:01 not amended #1 ORDER_NOT_OPEN",
            "09:30:01 not amended #2 TERMS_CONTRADICTORY",
            "09:30:01 not amended #2 TERMS_CONTRADICTORY",
            "09:30:01 not amended #3 TERMS_CONTRADICTORY",
            "09:30:01 not amended #3 SIZE_NOT_POSITIVE",
            "09:30:01 not amended #3 TRIGGER_NOT_POSITIVE");
  }

  @Test
  void theGateSeesTheAmendedOrderInsteadOfTheOldOne() {
    quotes("100.00x50 / 100.02x50", "100.00x50 / 100.02x50", "100.00x50 / 100.02x50");
    script
        .at(
            "09:30:00",
            (position, orders) -> {
              orders.limit(BUY, 10, 9_990, GTC);
              orders.limit(BUY, 15, 9_980, GTC);
            })
        .at(
            "09:30:01",
            (position, orders) -> {
              orders.amend(1, 21, 9_990, 0); // more than 20 in one order
              orders.amend(1, 16, 9_990, 0); // 15 + 16 are more than 30
              orders.amend(1, 15, 9_991, 0); // 15 + 15 are not
            })
        .at("09:30:02", (position, orders) -> orders.amend(2, 1, 9_980, 0));
    scenario.risk(new RiskSpec(BigDecimal.valueOf(20), BigDecimal.valueOf(30), RiskSpec.UNLIMITED));

    assertThat(changes())
        .containsExactly(
            "09:30:01 not amended #1 ORDER_SIZE_ABOVE_LIMIT",
            "09:30:01 not amended #1 POSITION_ABOVE_LIMIT",
            "09:30:01 replaced #1 15 at 99.91 REQUESTED leaves 15",
            "09:30:02 replaced #2 1 at 99.80 REQUESTED leaves 1");
  }

  @Test
  void aCashAccountPaysForAHigherLimit() {
    quotes("9.98x50 / 10.00x50", "9.98x50 / 10.00x50", "9.98x50 / 10.00x50");
    script
        .at("09:30:00", (position, orders) -> orders.limit(BUY, 100, 900, GTC))
        .at(
            "09:30:01",
            (position, orders) -> {
              orders.amend(1, 100, 1_001, 0); // 1 001.00 of 1 000.00
              orders.amend(1, 100, 950, 0); // 950.00
              orders.limit(BUY, 6, 900, GTC); // 54.00 of the 50.00 that are left
              orders.limit(BUY, 5, 900, GTC); // 45.00
            });
    scenario.account(AccountSpec.CASH).startCash("1000.00").latencyNanos(0, 5 * MILLIS, 0);

    var told = scenario.run(script);

    assertThat(told.orders())
        .contains(
            "09:30:01 not amended #1 CASH_INSUFFICIENT",
            "09:30:01 denied #2 CASH_INSUFFICIENT",
            "09:30:01 sent #3 BUY 5 at 9.00 GTC",
            "09:30:01.005 replaced #1 100 at 9.50 REQUESTED leaves 100");
  }

  @Test
  void requestsWithoutAnAnswerShowInTheRecords() {
    tape.quote("15:59:58", "100.00x50", "100.02x50")
        .quote("15:59:59", "100.00x50", "100.02x50")
        .quote("15:59:59.998", "100.00x50", "100.02x50")
        .quote("15:59:59.999", "99.98x50", "99.99x3");
    script
        .at(
            "15:59:58",
            (position, orders) -> {
              orders.limit(BUY, 10, 9_990, GTC);
              orders.limit(BUY, 10, 9_999, GTC);
              orders.limit(BUY, 10, 9_980, GTC);
              orders.limit(BUY, 10, 9_970, GTC);
            })
        .at("15:59:59", (position, orders) -> orders.amend(4, 12, 9_970, 0))
        .at(
            "15:59:59.998",
            (position, orders) -> {
              orders.amend(1, 20, 9_990, 0);
              orders.cancel(2);
            });
    RunRecorder recorder = RunRecorder.ofFills();

    scenario.latencyNanos(0, 5 * MILLIS, 0).outcome(script, recorder, tape.size(), tape.size());

    // the second fills 3 of its 10 at .999, its cancel would arrive 3 ms after the close
    assertThat(recorder.orders())
        .extracting(OrderRecord::status)
        .containsExactly(
            OrderStatus.PENDING_REPLACE,
            OrderStatus.PENDING_CANCEL,
            OrderStatus.NEW,
            OrderStatus.NEW);
    assertThat(recorder.orders())
        .extracting(OrderRecord::filledLots)
        .containsExactly(0L, 3L, 0L, 0L);
    assertThat(recorder.orders().get(3).orderLots()).isEqualTo(12);
    assertThat(recorder.orders().get(3).reason()).isEqualTo("REQUESTED");
  }
}
