package io.tapedeck.core.risk;

import static io.tapedeck.core.fixture.Instruments.share;
import static io.tapedeck.core.market.Side.BUY;
import static io.tapedeck.core.market.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.TradingState;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountGateTest {
  private static final String ADMITTED = "admitted";
  private static final int AAA = 0;
  private static final int BBB = 1;
  private static final long SECOND = 1_000_000_000L;

  private final List<Instrument> shares = List.of(share("AAA"), share("BBB"));

  /** AAA at 100.00 and BBB at 50.00. */
  private final Known known = new Known(2).at(AAA, 10_000).at(BBB, 5_000);

  private AccountGate gate(RiskSpec spec) {
    return new AccountGate(shares, spec);
  }

  private AccountGate gate(ExposureSpec exposure) {
    return gate(RiskSpec.NONE.withExposure(exposure));
  }

  private static BigDecimal of(String number) {
    return new BigDecimal(number);
  }

  private String market(AccountGate gate, long nanos, int instrument, Side side, long lots) {
    return gate.admits(nanos, instrument, side, lots, Missing.VALUE, Missing.VALUE, known)
        ? ADMITTED
        : gate.denial().name();
  }

  private String market(AccountGate gate, int instrument, Side side, long lots) {
    return market(gate, 0, instrument, side, lots);
  }

  private String limit(AccountGate gate, int instrument, Side side, long lots, long ticks) {
    return gate.admits(0, instrument, side, lots, ticks, Missing.VALUE, known)
        ? ADMITTED
        : gate.denial().name();
  }

  @Test
  void withoutLimitsOnlyTermsAreChecked() {
    AccountGate gate = gate(RiskSpec.NONE);

    assertThat(market(gate, AAA, BUY, 1_000_000_000)).isEqualTo(ADMITTED);
    assertThat(market(gate, AAA, BUY, 0)).isEqualTo("SIZE_NOT_POSITIVE");
  }

  @Test
  void theLimitsOfEachInstrumentHold() {
    AccountGate gate = gate(new RiskSpec(of("10"), of("25"), RiskSpec.UNLIMITED));
    known.holds(BBB, 20);

    assertThat(market(gate, AAA, BUY, 11)).isEqualTo("ORDER_SIZE_ABOVE_LIMIT");
    assertThat(market(gate, AAA, BUY, 10)).isEqualTo(ADMITTED);
    assertThat(market(gate, BBB, BUY, 6)).isEqualTo("POSITION_ABOVE_LIMIT");
  }

  @Test
  void aReducingAccountTakesOnlyWhatBringsAPositionTowardsZero() {
    AccountGate gate = gate(RiskSpec.NONE);
    known.holds(AAA, 100).works(AAA, 0, 60).holds(BBB, -10);

    gate.become(TradingState.REDUCING);

    assertThat(market(gate, AAA, BUY, 1)).isEqualTo("TRADING_REDUCING");
    assertThat(market(gate, AAA, SELL, 40)).isEqualTo(ADMITTED); // 60 working + 40 = 100 held
    assertThat(market(gate, AAA, SELL, 41)).isEqualTo("TRADING_REDUCING");
    assertThat(market(gate, BBB, BUY, 10)).isEqualTo(ADMITTED);
    assertThat(market(gate, BBB, SELL, 1)).isEqualTo("TRADING_REDUCING");
  }

  @Test
  void aHaltedAccountTakesNothingUntilItIsActiveAgain() {
    AccountGate gate = gate(RiskSpec.NONE);
    known.holds(AAA, 100);

    gate.become(TradingState.HALTED);
    assertThat(market(gate, AAA, SELL, 1)).isEqualTo("TRADING_HALTED");

    gate.become(TradingState.ACTIVE);
    assertThat(market(gate, AAA, SELL, 1)).isEqualTo(ADMITTED);
  }

  @Test
  void quietTimesAfterTheOpenAndBeforeTheCloseTakeNoOrders() {
    AccountGate gate = gate(RiskSpec.NONE.withFlow(OrderFlow.NONE.withQuietTimes(300, 600)));
    assertThat(market(gate, 5_000, AAA, BUY, 1)).isEqualTo("OUTSIDE_HOURS"); // no session yet

    gate.onSession(10_000, 20_000);

    assertThat(market(gate, 9_999, AAA, BUY, 1)).isEqualTo("OUTSIDE_HOURS");
    assertThat(market(gate, 10_299, AAA, BUY, 1)).isEqualTo("OUTSIDE_HOURS");
    assertThat(market(gate, 10_300, AAA, BUY, 1)).isEqualTo(ADMITTED);
    assertThat(market(gate, 19_400, AAA, BUY, 1)).isEqualTo(ADMITTED);
    assertThat(market(gate, 19_401, AAA, BUY, 1)).isEqualTo("OUTSIDE_HOURS");
    assertThat(market(gate, 20_001, AAA, BUY, 1)).isEqualTo("OUTSIDE_HOURS");
  }

  @Test
  void aWindowHoldsSoManyOrdersAndNoMore() {
    AccountGate gate = gate(RiskSpec.NONE.withFlow(OrderFlow.NONE.withRate(2, SECOND)));

    assertThat(market(gate, 0, AAA, BUY, 1)).isEqualTo(ADMITTED);
    assertThat(market(gate, 600_000_000L, BBB, BUY, 1)).isEqualTo(ADMITTED);
    assertThat(market(gate, 999_999_999L, AAA, BUY, 1)).isEqualTo("RATE_ABOVE_LIMIT");
    // (0 s, 1 s] holds one order only: the first is out, and what was denied never counted
    assertThat(market(gate, SECOND, AAA, BUY, 1)).isEqualTo(ADMITTED);
    assertThat(market(gate, SECOND, AAA, BUY, 1)).isEqualTo("RATE_ABOVE_LIMIT");
    assertThat(market(gate, 1_600_000_000L, AAA, BUY, 1)).isEqualTo(ADMITTED);
  }

  @Test
  void anOrderTooManyIsDeniedWhileTheOthersAreOpen() {
    AccountGate gate = gate(RiskSpec.NONE.withFlow(OrderFlow.NONE.withOpenOrders(3)));

    known.openOrders = 2;
    assertThat(market(gate, AAA, BUY, 1)).isEqualTo(ADMITTED);
    known.openOrders = 3;
    assertThat(market(gate, AAA, BUY, 1)).isEqualTo("OPEN_ORDERS_ABOVE_LIMIT");
  }

  @Test
  void grossExposureAddsLongAndShortInTheWorstCaseOfEach() {
    AccountGate gate = gate(ExposureSpec.NONE.withGross(of("10000")));
    // AAA: long 30, worst case 30 + 20 = 50 × 100 = 5000; BBB: short 40, worst -40 - 10: 2500
    known.holds(AAA, 30).works(AAA, 20, 5).holds(BBB, -40).works(BBB, 0, 10);

    assertThat(market(gate, AAA, BUY, 25)).isEqualTo(ADMITTED); // 7500 + 2500
    assertThat(market(gate, AAA, BUY, 26)).isEqualTo("EXPOSURE_GROSS_ABOVE_LIMIT");
    assertThat(market(gate, BBB, SELL, 50)).isEqualTo(ADMITTED); // 5000 + 5000
    assertThat(market(gate, BBB, SELL, 51)).isEqualTo("EXPOSURE_GROSS_ABOVE_LIMIT");
  }

  @Test
  void exposureThatPricesMadeTooLargeCanStillBeReduced() {
    AccountGate gate = gate(ExposureSpec.NONE.withGross(of("10000")));
    known.holds(AAA, 150); // 15 000

    assertThat(market(gate, AAA, BUY, 1)).isEqualTo("EXPOSURE_GROSS_ABOVE_LIMIT");
    assertThat(market(gate, BBB, BUY, 1)).isEqualTo("EXPOSURE_GROSS_ABOVE_LIMIT");
    assertThat(market(gate, AAA, SELL, 150)).isEqualTo(ADMITTED);
    // turning 150 long into 150 short is no larger; 151 short is
    assertThat(market(gate, AAA, SELL, 300)).isEqualTo(ADMITTED);
    assertThat(market(gate, AAA, SELL, 301)).isEqualTo("EXPOSURE_GROSS_ABOVE_LIMIT");
  }

  @Test
  void netExposureCountsBothLegsAndRefusesToLoseOne() {
    AccountGate gate = gate(ExposureSpec.NONE.withNet(of("2000")));
    known.holds(AAA, 100).holds(BBB, -180); // +10 000 - 9 000 = +1 000

    assertThat(market(gate, AAA, BUY, 10)).isEqualTo(ADMITTED); // +2 000
    assertThat(market(gate, AAA, BUY, 11)).isEqualTo("EXPOSURE_NET_ABOVE_LIMIT");
    assertThat(market(gate, BBB, BUY, 20)).isEqualTo(ADMITTED); // +2 000, though it reduces BBB
    assertThat(market(gate, BBB, BUY, 21)).isEqualTo("EXPOSURE_NET_ABOVE_LIMIT");
    assertThat(market(gate, AAA, SELL, 30)).isEqualTo(ADMITTED); // -2 000
    assertThat(market(gate, AAA, SELL, 31)).isEqualTo("EXPOSURE_NET_ABOVE_LIMIT");
  }

  @Test
  void leverageIsGrossExposureOverKnownEquity() {
    AccountGate gate = gate(ExposureSpec.NONE.withLeverage(of("1.5")));
    known.holds(BBB, 100).equity("10000"); // 5000 of 15 000

    assertThat(market(gate, AAA, BUY, 100)).isEqualTo(ADMITTED);
    assertThat(market(gate, AAA, BUY, 101)).isEqualTo("LEVERAGE_ABOVE_LIMIT");
    known.equity("9999.99");
    assertThat(market(gate, AAA, BUY, 100)).isEqualTo("LEVERAGE_ABOVE_LIMIT");
  }

  @Test
  void noEquityBearsNoLeverageButLetsGo() {
    AccountGate gate = gate(ExposureSpec.NONE.withLeverage(of("1.5")));
    known.holds(AAA, 10).equity("-5");

    assertThat(market(gate, AAA, BUY, 1)).isEqualTo("LEVERAGE_ABOVE_LIMIT");
    assertThat(market(gate, AAA, SELL, 10)).isEqualTo(ADMITTED);
  }

  @Test
  void oneInstrumentMayBeOnlySoMuchOfTheEquity() {
    AccountGate gate = gate(ExposureSpec.NONE.withConcentration(of("0.25")));
    known.holds(BBB, 1_000).equity("10000"); // BBB at 50 000 is above it already

    assertThat(market(gate, AAA, BUY, 25)).isEqualTo(ADMITTED); // 2500
    assertThat(market(gate, AAA, SELL, 26)).isEqualTo("CONCENTRATION_ABOVE_LIMIT");
    assertThat(market(gate, BBB, BUY, 1)).isEqualTo("CONCENTRATION_ABOVE_LIMIT");
    assertThat(market(gate, BBB, SELL, 1)).isEqualTo(ADMITTED);
  }

  @Test
  void whatCannotBeMeasuredIsDenied() {
    AccountGate gate = gate(ExposureSpec.NONE.withLeverage(of("2")));
    assertThat(market(gate, AAA, BUY, 1)).isEqualTo("EQUITY_UNKNOWN");

    known.equity("1000").at(BBB, Missing.VALUE);
    assertThat(market(gate, AAA, BUY, 1)).isEqualTo(ADMITTED); // BBB is not held: no price needed

    known.holds(BBB, 1);
    assertThat(market(gate, AAA, BUY, 1)).isEqualTo("PRICE_UNKNOWN");
    assertThat(market(gate, BBB, SELL, 1)).isEqualTo(ADMITTED);
  }

  @Test
  void anExposureTooLargeToCountIsAboveAnyLimit() {
    AccountGate gate = gate(ExposureSpec.NONE.withGross(of("90000000000")));

    assertThat(market(gate, AAA, BUY, Long.MAX_VALUE)).isEqualTo("EXPOSURE_GROSS_ABOVE_LIMIT");
  }

  @Test
  void aCashAccountBuysWithCashThatNoWorkingBuyMaySpend() {
    // 10 bps put aside: 10 × 100.00 cost 1000 + 1
    AccountGate gate = gate(RiskSpec.NONE.withBuyingPower(BuyingPower.cash(100_000)));
    known.cash("1501").reserved("500");

    assertThat(market(gate, AAA, BUY, 10)).isEqualTo(ADMITTED);
    known.cash("1500.99999999");
    assertThat(market(gate, AAA, BUY, 10)).isEqualTo("CASH_INSUFFICIENT");
    assertThat(limit(gate, AAA, BUY, 10, 9_999)).isEqualTo(ADMITTED); // at its limit: 1000.8999
    assertThat(limit(gate, AAA, BUY, 9, 11_200)).isEqualTo("CASH_INSUFFICIENT"); // 1009.008
  }

  @Test
  void aCashAccountSellsWhatItHoldsAndIsNotSellingYet() {
    AccountGate gate = gate(RiskSpec.NONE.withBuyingPower(BuyingPower.cash(0)));
    known.holds(AAA, 50).works(AAA, 100, 20);

    assertThat(market(gate, AAA, SELL, 30)).isEqualTo(ADMITTED);
    assertThat(market(gate, AAA, SELL, 31)).isEqualTo("SHORT_NOT_ALLOWED"); // buys may not fill
    assertThat(market(gate, BBB, SELL, 1)).isEqualTo("SHORT_NOT_ALLOWED");
  }

  @Test
  void aCashAccountCannotBuyAtAPriceItDoesNotKnow() {
    AccountGate gate = gate(RiskSpec.NONE.withBuyingPower(BuyingPower.cash(0)));
    known.cash("1000").at(AAA, Missing.VALUE);

    assertThat(market(gate, AAA, BUY, 1)).isEqualTo("PRICE_UNKNOWN");
    assertThat(limit(gate, AAA, BUY, 10, 10_000)).isEqualTo(ADMITTED);
  }

  @Test
  void aMarginAccountCoversTheInitialRequirementOfItsWorstCase() {
    AccountGate gate = gate(RiskSpec.NONE.withBuyingPower(BuyingPower.margin(500_000)));
    known.holds(AAA, 100).works(AAA, 0, 20).equity("7500"); // half of 15 000

    assertThat(market(gate, BBB, SELL, 100)).isEqualTo(ADMITTED); // 10 000 + 5 000
    assertThat(market(gate, BBB, SELL, 101)).isEqualTo("MARGIN_INSUFFICIENT");
  }

  @Test
  void aMarginAccountCanAlwaysReduce() {
    AccountGate gate = gate(RiskSpec.NONE.withBuyingPower(BuyingPower.margin(500_000)));
    known.holds(AAA, 100).equity("1");

    assertThat(market(gate, AAA, SELL, 100)).isEqualTo(ADMITTED);
    assertThat(market(gate, AAA, BUY, 1)).isEqualTo("MARGIN_INSUFFICIENT");
    known.equity = Missing.VALUE;
    assertThat(market(gate, AAA, SELL, 100)).isEqualTo(ADMITTED);
    assertThat(market(gate, AAA, BUY, 1)).isEqualTo("EQUITY_UNKNOWN");
  }
}
