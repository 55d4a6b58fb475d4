package io.tapedeck.core.replay;

import static io.tapedeck.core.fixture.Instruments.coarse;
import static io.tapedeck.core.fixture.Instruments.quoted;
import static io.tapedeck.core.market.Side.BUY;
import static io.tapedeck.core.market.Side.SELL;
import static io.tapedeck.core.order.TimeInForce.GTC;
import static io.tapedeck.core.risk.RiskSpec.UNLIMITED;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.fixture.Scenario;
import io.tapedeck.core.fixture.Script;
import io.tapedeck.core.fixture.Tape;
import io.tapedeck.core.order.DenialReason;
import io.tapedeck.core.risk.RiskSpec;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DenialTest {
  private final Tape tape = new Tape(quoted(coarse("XYZ", 5, 10)));
  private final Scenario scenario = new Scenario(tape).startCash("1000000");
  private final Script script = new Script();

  private static RiskSpec limits(String orderSize, String position, String notional) {
    return new RiskSpec(limit(orderSize), limit(position), limit(notional));
  }

  private static BigDecimal limit(String text) {
    return text.equals("none") ? UNLIMITED : new BigDecimal(text);
  }

  private List<String> denials() {
    return scenario.run(script).orders().stream().filter(line -> line.contains("denied")).toList();
  }

  @Test
  void termsTheVenueDoesNotKnowAreDenied() {
    tape.quote("09:30:00", "100.00x500", "100.05x500").quote("09:30:01", "100.00", "100.05");
    script.at(
        "09:30:00",
        (position, orders) -> {
          orders.market(BUY, 0, GTC);
          orders.market(BUY, -10, GTC);
          orders.market(BUY, 15, GTC);
          orders.limit(BUY, 10, 0, GTC);
          orders.limit(BUY, 10, 10_003, GTC);
          orders.limit(BUY, 10, 9_000, GTC);
        });

    assertThat(denials())
        .containsExactly(
            "09:30:00 denied #1 SIZE_NOT_POSITIVE",
            "09:30:00 denied #2 SIZE_NOT_POSITIVE",
            "09:30:00 denied #3 SIZE_OFF_INCREMENT",
            "09:30:00 denied #4 PRICE_NOT_POSITIVE",
            "09:30:00 denied #5 PRICE_OFF_INCREMENT");
  }

  @Test
  void anOrderAboveItsSizeLimitIsDenied() {
    tape.quote("09:30:00", "100.00x500", "100.05x500");
    scenario.risk(limits("50", "none", "none"));
    script.at(
        "09:30:00",
        (position, orders) -> {
          orders.market(BUY, 50, GTC);
          orders.market(BUY, 60, GTC);
        });

    assertThat(denials()).containsExactly("09:30:00 denied #2 ORDER_SIZE_ABOVE_LIMIT");
  }

  @Test
  void notionalIsMeasuredAtTheLimitOrAtTheTouchTheOrderWouldTake() {
    tape.quote("09:30:00", "100.00x500", "100.05x500");
    scenario.risk(limits("none", "none", "5000"));
    script.at(
        "09:30:00",
        (position, orders) -> {
          orders.market(SELL, 50, GTC); // 50 × 100.00 = 5 000.00
          orders.market(BUY, 50, GTC); // 50 × 100.05 = 5 002.50
          orders.limit(BUY, 50, 10_000, GTC); // 5 000.00
          orders.limit(SELL, 50, 10_005, GTC); // 5 002.50
        });

    assertThat(denials())
        .containsExactly(
            "09:30:00 denied #2 ORDER_NOTIONAL_ABOVE_LIMIT",
            "09:30:00 denied #4 ORDER_NOTIONAL_ABOVE_LIMIT");
  }

  @Test
  void aNotionalLimitNeedsAKnownPrice() {
    tape.signal("09:29:00", +1)
        .quote("09:29:00", null, "100.05x500")
        .trade("09:30:00", "100.10x500")
        .quote("09:31:00", "100.00x500", "100.05x500");
    scenario.risk(limits("none", "none", "5000"));
    script
        .at(
            "09:29:00",
            (position, orders) -> {
              orders.market(BUY, 10, GTC);
              orders.market(SELL, 10, GTC); // no bid, no trade yet
            })
        .at("09:30:00", (position, orders) -> orders.market(SELL, 10, GTC));

    assertThat(denials()).containsExactly("09:29:00 denied #2 NOTIONAL_UNKNOWN");
  }

  @Test
  void thePositionLimitCountsTheWorstCaseOfEachSide() {
    tape.quote("09:30:00", "100.00x500", "100.05x500")
        .quote("09:30:01", "100.00x500", "100.05x500")
        .quote("09:30:02", "100.00x500", "100.05x500");
    scenario.risk(limits("none", "100", "none"));
    script
        .at(
            "09:30:00",
            (position, orders) -> {
              orders.market(BUY, 60, GTC);
              orders.limit(BUY, 40, 9_000, GTC);
              orders.limit(BUY, 10, 9_000, GTC); // 60 + 40 + 10 working
              orders.limit(SELL, 100, 11_000, GTC); // the other side counts for itself
              orders.limit(SELL, 10, 11_000, GTC);
            })
        .at(
            "09:30:01",
            (position, orders) -> { // 60 held, 40 to buy and 100 to sell working
              orders.market(BUY, 10, GTC);
              orders.market(SELL, 60, GTC); // 60 − 100 − 60 = −100
              orders.market(SELL, 10, GTC);
            });

    assertThat(denials())
        .containsExactly(
            "09:30:00 denied #3 POSITION_ABOVE_LIMIT",
            "09:30:00 denied #5 POSITION_ABOVE_LIMIT",
            "09:30:01 denied #6 POSITION_ABOVE_LIMIT",
            "09:30:01 denied #8 POSITION_ABOVE_LIMIT");
  }

  @Test
  void theGateCountsWhatIsReportedAndNotWhatTheVenueKnows() {
    tape.quote("09:30:00", "100.00x500", "100.05x500")
        .quote("09:30:00.008", "100.00x500", "100.05x500")
        .quote("09:30:00.020", "100.00x500", "100.05x500");
    scenario.risk(limits("none", "100", "none")).latencyNanos(0, 5_000_000, 5_000_000);
    script
        .at("09:30:00", (position, orders) -> orders.market(BUY, 100, GTC))
        // filled at .005 and not known: a sale may still assume nothing of it
        .at("09:30:00.008", (position, orders) -> orders.market(SELL, 110, GTC))
        .at("09:30:00.020", (position, orders) -> orders.market(SELL, 110, GTC));

    assertThat(denials()).containsExactly("09:30:00.008 denied #2 POSITION_ABOVE_LIMIT");
  }

  @Test
  void aDeniedOrderNeverReachesTheVenueAndIsHeardOfAtOnce() {
    tape.quote("09:30:00", "100.00x500", "100.05x500").quote("09:30:01", "100.00", "100.05");
    script.at("09:30:00", (position, orders) -> orders.market(BUY, 7, GTC));

    var told = scenario.latencyNanos(0, 5_000_000, 5_000_000).run(script);

    assertThat(told.orders()).containsExactly("09:30:00 denied #1 SIZE_OFF_INCREMENT");
    assertThat(script.heard())
        .containsSubsequence(
            "09:30:00 XYZ quote of 09:30:00: lots 0 working 0",
            "order #1 DENIED: lots 0 working 0",
            "09:30:01 XYZ quote of 09:30:01: lots 0 working 0");
    assertThat(told.result().counts().denied())
        .isEqualTo(Map.of(DenialReason.SIZE_OFF_INCREMENT, 1L));
    assertThat(told.result().counts().sent()).isZero();
  }
}
