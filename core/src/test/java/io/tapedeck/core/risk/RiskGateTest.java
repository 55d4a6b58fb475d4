package io.tapedeck.core.risk;

import static io.tapedeck.core.fixture.Instruments.coarse;
import static io.tapedeck.core.fixture.Instruments.share;
import static io.tapedeck.core.market.Side.BUY;
import static io.tapedeck.core.market.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.DenialReason;
import io.tapedeck.core.order.TradingState;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RiskGateTest {
  private static final long NONE = Missing.VALUE;
  private static final String ADMITTED = "admitted";

  private final Instrument share = share("XYZ");

  private static BigDecimal of(String number) {
    return new BigDecimal(number);
  }

  private RiskGate gate(RiskSpec spec) {
    return new RiskGate(share, spec.in(share));
  }

  private static String answer(
      RiskGate gate, Side side, long lots, long limit, long trigger, long held, long working) {
    return gate.admits(side, lots, limit, trigger, held, working, 10_000)
        ? ADMITTED
        : gate.denial().name();
  }

  @Test
  void aTriggerMustBeAPriceTheVenueKnows() {
    Instrument coarse = coarse("XYZ", 5, 10);
    RiskGate gate = new RiskGate(coarse, RiskLimits.NONE);

    assertThat(answer(gate, BUY, 10, NONE, 10_005, 0, 0)).isEqualTo(ADMITTED);
    assertThat(answer(gate, BUY, 10, NONE, 0, 0, 0)).isEqualTo("TRIGGER_NOT_POSITIVE");
    assertThat(answer(gate, BUY, 10, NONE, 10_003, 0, 0)).isEqualTo("TRIGGER_OFF_INCREMENT");
    assertThat(answer(gate, BUY, 10, 10_003, 10_003, 0, 0)).isEqualTo("PRICE_OFF_INCREMENT");
  }

  @Test
  void aStopIsWorthItsTriggerToTheNotionalLimit() {
    RiskGate gate = gate(new RiskSpec(RiskSpec.UNLIMITED, RiskSpec.UNLIMITED, of("1000")));

    // 10 × 100.00 = 1000 at the last price, 10 × 100.01 = 1000.10 at the trigger
    assertThat(answer(gate, BUY, 10, NONE, NONE, 0, 0)).isEqualTo(ADMITTED);
    assertThat(answer(gate, BUY, 10, NONE, 10_001, 0, 0)).isEqualTo("ORDER_NOTIONAL_ABOVE_LIMIT");
    assertThat(answer(gate, BUY, 10, 9_999, 10_001, 0, 0)).isEqualTo(ADMITTED); // its limit counts
  }

  @Test
  void aPositionNotionalCountsWhatIsHeldWorkingAndOrdered() {
    RiskGate gate = gate(RiskSpec.NONE.withPositionNotional(of("5000")));

    // (30 + 10 + 10) × 100.00 = 5000
    assertThat(answer(gate, BUY, 10, NONE, NONE, 30, 10)).isEqualTo(ADMITTED);
    assertThat(answer(gate, BUY, 11, NONE, NONE, 30, 10))
        .isEqualTo("POSITION_NOTIONAL_ABOVE_LIMIT");
    // a limit above the market is what may be paid: 50 × 100.01 = 5000.50
    assertThat(answer(gate, BUY, 10, 10_001, NONE, 30, 10))
        .isEqualTo("POSITION_NOTIONAL_ABOVE_LIMIT");
    // a limit below it does not make the position cheap
    assertThat(answer(gate, BUY, 11, 5_000, NONE, 30, 10))
        .isEqualTo("POSITION_NOTIONAL_ABOVE_LIMIT");
  }

  @Test
  void aPositionThatGrewAboveItsNotionalCanBeReducedButNotTurnedBeyondIt() {
    RiskGate gate = gate(RiskSpec.NONE.withPositionNotional(of("5000")));

    assertThat(answer(gate, SELL, 100, NONE, NONE, 80, 0)).isEqualTo(ADMITTED); // -20 × 100
    assertThat(answer(gate, SELL, 131, NONE, NONE, 80, 0))
        .isEqualTo("POSITION_NOTIONAL_ABOVE_LIMIT"); // -51 × 100
  }

  @Test
  void aNotionalWithoutAnyPriceIsUnknown() {
    RiskGate gate = gate(RiskSpec.NONE.withPositionNotional(of("5000")));

    assertThat(gate.admits(BUY, 1, NONE, NONE, 0, 0, NONE)).isFalse();
    assertThat(gate.denial()).isEqualTo(DenialReason.NOTIONAL_UNKNOWN);
    assertThat(gate.admits(BUY, 1, 10_000, NONE, 0, 0, NONE)).isTrue();
  }

  @Test
  void pricesFurtherFromTheLastThanTheCollarAreDenied() {
    RiskGate gate = gate(RiskSpec.NONE.withCollarBps(of("50"))); // 0.5 % of 100.00 is 0.50

    assertThat(answer(gate, BUY, 1, 10_050, NONE, 0, 0)).isEqualTo(ADMITTED);
    assertThat(answer(gate, BUY, 1, 9_950, NONE, 0, 0)).isEqualTo(ADMITTED);
    assertThat(answer(gate, BUY, 1, 10_051, NONE, 0, 0)).isEqualTo("PRICE_OUTSIDE_COLLAR");
    assertThat(answer(gate, SELL, 1, 9_949, NONE, 0, 0)).isEqualTo("PRICE_OUTSIDE_COLLAR");
    assertThat(answer(gate, SELL, 1, NONE, 9_949, 0, 0)).isEqualTo("PRICE_OUTSIDE_COLLAR");
    assertThat(answer(gate, SELL, 1, NONE, NONE, 0, 0)).isEqualTo(ADMITTED);
  }

  @Test
  void aCollarNeedsAPriceToBeAround() {
    RiskGate gate = gate(RiskSpec.NONE.withCollarBps(of("50")));

    assertThat(gate.admits(BUY, 1, 10_000, NONE, 0, 0, NONE)).isFalse();
    assertThat(gate.denial()).isEqualTo(DenialReason.PRICE_UNKNOWN);
  }

  @Test
  void aRestrictedInstrumentCanOnlyBeReduced() {
    RiskGate gate = gate(RiskSpec.NONE.withRestricted(List.of("XYZ", "ABC")));

    assertThat(answer(gate, BUY, 1, NONE, NONE, 0, 0)).isEqualTo("INSTRUMENT_RESTRICTED");
    assertThat(answer(gate, SELL, 1, NONE, NONE, 0, 0)).isEqualTo("INSTRUMENT_RESTRICTED");
    assertThat(answer(gate, SELL, 10, NONE, NONE, 30, 20)).isEqualTo(ADMITTED);
    assertThat(answer(gate, SELL, 11, NONE, NONE, 30, 20)).isEqualTo("INSTRUMENT_RESTRICTED");
    assertThat(answer(gate, BUY, 30, NONE, NONE, -30, 0)).isEqualTo(ADMITTED);
  }

  @Test
  void limitsOfAUserBecomeLotsAndMoneyOfTheInstrument() {
    RiskSpec spec =
        new RiskSpec(of("5"), of("7"), of("1000"))
            .withPositionNotional(of("2000.5"))
            .withCollarBps(of("12.5"))
            .withRestricted(List.of("ZZZ"));

    assertThat(spec.in(share))
        .isEqualTo(
            new RiskLimits(5, 7, 100_000_000_000L, 200_050_000_000L, 125_000, TradingState.ACTIVE));
    assertThat(RiskSpec.NONE.in(share)).isEqualTo(RiskLimits.NONE);
  }

  @Test
  void theOrderOfTheRestrictedListDoesNotMatter() {
    assertThat(RiskSpec.NONE.withRestricted(List.of("B", "A", "B")))
        .isEqualTo(RiskSpec.NONE.withRestricted(List.of("A", "B")));
  }

  @Test
  void limitsThatAreNotPositiveAreRefused() {
    assertThatThrownBy(() -> RiskSpec.NONE.withCollarBps(BigDecimal.ZERO))
        .hasMessage("collarBps must be positive, was 0");
    assertThatThrownBy(() -> RiskSpec.NONE.withCollarBps(of("0.00001")))
        .hasMessage("collarBps must have at most 4 decimals, was 0.00001");
    assertThatThrownBy(() -> ExposureSpec.NONE.withLeverage(of("-2")))
        .hasMessage("maxLeverage must be positive, was -2");
    assertThatThrownBy(() -> OrderFlow.NONE.withRate(0, 1))
        .hasMessage("maxOrders must be from 1 to 1000000, was 0");
    assertThatThrownBy(() -> BuyingPower.margin(0))
        .hasMessage("initial margin of a MARGIN account must be from 1 to 1000000 ppm, was 0");
  }
}
