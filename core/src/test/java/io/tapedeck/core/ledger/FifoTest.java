package io.tapedeck.core.ledger;

import static io.tapedeck.core.account.CostMethod.FIFO;
import static io.tapedeck.core.fixture.Instruments.quoted;
import static io.tapedeck.core.fixture.Instruments.share;
import static io.tapedeck.core.market.Side.BUY;
import static io.tapedeck.core.market.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.account.CostMethod;
import io.tapedeck.core.account.RoundTrip;
import io.tapedeck.core.market.Currency;
import io.tapedeck.core.market.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FifoTest {
  private final List<RoundTrip> trips = new ArrayList<>();
  private Ledger ledger = ledger(FIFO);
  private long nanos;

  private Ledger ledger(CostMethod method) {
    return new Ledger(quoted(share("XYZ")), usd("100000.00"), method, trips::add);
  }

  private static long usd(String amount) {
    return Currency.USD.money(new BigDecimal(amount));
  }

  /** Posts a fill and returns what it realises. */
  private long fill(Side side, long lots, String price, String fee) {
    long before = ledger.realised();
    long priceTicks = new BigDecimal(price).movePointRight(2).longValueExact();
    ledger.post(nanos++, 0, side, priceTicks, lots, usd(fee));
    return ledger.realised() - before;
  }

  private long buy(long lots, String price) {
    return fill(BUY, lots, price, "0");
  }

  private long sell(long lots, String price) {
    return fill(SELL, lots, price, "0");
  }

  private List<RoundTrip> openTrips(String markPrice) {
    List<RoundTrip> open = new ArrayList<>();
    long doubledTicks = 2 * new BigDecimal(markPrice).movePointRight(2).longValueExact();
    ledger.addOpenTrips(0, nanos, doubledTicks, open);
    return open;
  }

  @AfterEach
  void cashPlusBasisIsStartPlusRealisedLessFees() {
    assertThat(ledger.cash() + ledger.basis())
        .isEqualTo(usd("100000.00") + ledger.realised() - ledger.fees());
  }

  /**
   * Source: OneMarketData, "Realized P&L on the FIFO basis", onetick-py documentation, use case
   * {@code realized_profit}; sizes, prices and profits up to the fifth sale.
   */
  @Test
  void theWorkedExampleOfOneTickComesOutAsPublished() {
    buy(700, "1.00");
    buy(20, "2.00");
    buy(570, "3.00");

    assertThat(sell(600, "2.50")).isEqualTo(usd("900.00")); // 600 × 1.50
    assertThat(sell(100, "4.00")).isEqualTo(usd("300.00")); // 100 × 3.00
    assertThat(sell(100, "5.00")).isEqualTo(usd("220.00")); // 20 × 3.00 + 80 × 2.00
    assertThat(sell(100, "6.00")).isEqualTo(usd("300.00"));
    assertThat(sell(100, "7.00")).isEqualTo(usd("400.00"));
    assertThat(ledger.realised()).isEqualTo(usd("2120.00"));
    assertThat(ledger.lots(0)).isEqualTo(290);
    assertThat(ledger.basis(0)).isEqualTo(usd("870.00")); // 290 × 3.00
  }

  /** Source: OneMarketData, onetick-py documentation, {@code Source.pnl_realized}, simple usage. */
  @Test
  void theSecondExampleOfOneTickClosesPartsOfTwoLots() {
    buy(20, "5.00");
    buy(30, "4.00");
    assertThat(sell(15, "3.00")).isEqualTo(usd("-30.00")); // 15 × −2.00
    buy(50, "10.00");
    assertThat(sell(18, "7.00")).isEqualTo(usd("49.00")); // 5 × 2.00 + 13 × 3.00
    assertThat(sell(6, "9.00")).isEqualTo(usd("30.00")); // 6 × 5.00
    buy(40, "8.00");

    assertThat(ledger.basis(0)).isEqualTo(usd("864.00")); // 11 × 4 + 50 × 10 + 40 × 8
  }

  /**
   * Source: PersonalFinanceLab, "How to Record Gains and Losses": 125 of 250 shares are sold; the
   * oldest cost 10.00 and 10.10, the average 10.24.
   */
  @Test
  void theTwoMethodsDifferAsThePublishedExampleSays() {
    for (CostMethod method : CostMethod.values()) {
      ledger = ledger(method);
      buy(100, "10.00");
      buy(100, "10.10");
      buy(50, "11.00"); // 2 560.00 for 250
      sell(125, "15.00"); // 1 875.00

      // 100 × 10.00 + 25 × 10.10 = 1 252.50, or 125 × 10.24 = 1 280.00
      assertThat(ledger.realised()).isEqualTo(method == FIFO ? usd("622.50") : usd("595.00"));
      assertThat(ledger.basis(0)).isEqualTo(method == FIFO ? usd("1307.50") : usd("1280.00"));
    }
  }

  @Test
  void aRoundTripIsWhatOneFillClosedOfWhatAnotherOpened() {
    fill(BUY, 10, "100.00", "0.10");
    fill(BUY, 30, "101.00", "0.90");
    fill(SELL, 20, "103.00", "0.40"); // 10 of the first lot, 10 of the second

    assertThat(trips)
        .containsExactly(
            new RoundTrip(
                0,
                BUY,
                0,
                2,
                10,
                10_000.0,
                10_300.0,
                usd("30.00"),
                usd("0.30"), // 0.10 and half of 0.40
                false,
                0,
                0,
                usd("30.00")),
            new RoundTrip(
                0,
                BUY,
                1,
                2,
                10,
                10_100.0,
                10_300.0,
                usd("20.00"),
                usd("0.50"), // a third of 0.90 and half of 0.40
                false,
                0,
                0,
                usd("20.00")));
    assertThat(openTrips("100.00"))
        .containsExactly(
            new RoundTrip(
                0,
                BUY,
                1,
                3,
                20,
                10_100.0,
                10_000.0,
                usd("-20.00"),
                usd("0.60"),
                true,
                0,
                usd("20.00"),
                usd("40.00"))); // at the sale's 103.00: 20 × 2.00
  }

  @Test
  void aFillThatTurnsThePositionClosesEveryLotAndOpensOne() {
    fill(SELL, 10, "50.00", "0");
    fill(SELL, 5, "51.00", "0");
    long realised = fill(BUY, 20, "49.00", "0.20");

    assertThat(realised).isEqualTo(usd("20.00")); // 10 × 1.00 + 5 × 2.00
    assertThat(ledger.lots(0)).isEqualTo(5);
    assertThat(ledger.basis(0)).isEqualTo(usd("245.00"));
    assertThat(trips).extracting(RoundTrip::side).containsExactly(SELL, SELL);
    assertThat(trips).extracting(RoundTrip::fees).containsExactly(usd("0.10"), usd("0.05"));
    assertThat(openTrips("49.00")).extracting(RoundTrip::fees).containsExactly(usd("0.05"));
  }

  @Test
  void partOfALotTakesItsRoundedShareAndTheLastPartTheRest() {
    fill(BUY, 3, "100.00", "0.00000100"); // a fee of 100 units over 3 lots: 33, then half of 67
    sell(1, "100.00");
    sell(1, "100.00"); // 33.5 units: half to even, 34
    sell(1, "100.00");

    assertThat(trips).extracting(RoundTrip::fees).containsExactly(33L, 34L, 33L);
  }

  @Test
  void excursionsBelongToTheLotsThatWereHeld() {
    buy(10, "100.00");
    ledger.position(0).observe(2 * 9_900); // 99.00: the first lot only
    buy(10, "104.00");
    ledger.position(0).observe(2 * 10_150);
    ledger.position(0).observe(2 * 10_500);
    sell(20, "103.00");

    // first: 10 × (99 − 100) to 10 × (105 − 100); second: 10 × (101.50 − 104) to 10 × (105 − 104)
    assertThat(trips).extracting(RoundTrip::maxAdverse).containsExactly(usd("10.00"), usd("25.00"));
    assertThat(trips)
        .extracting(RoundTrip::maxFavourable)
        .containsExactly(usd("50.00"), usd("10.00"));
  }
}
