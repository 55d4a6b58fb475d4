package io.tapedeck.core.ledger;

import static io.tapedeck.core.account.CostMethod.AVERAGE;
import static io.tapedeck.core.fixture.Clock.session;
import static io.tapedeck.core.fixture.Instruments.quoted;
import static io.tapedeck.core.fixture.Instruments.share;
import static io.tapedeck.core.market.Side.BUY;
import static io.tapedeck.core.market.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tapedeck.core.account.FinancingCharges;
import io.tapedeck.core.account.MarkRule;
import io.tapedeck.core.account.RoundTrip;
import io.tapedeck.core.market.Currency;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.Universe;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttributionTest {
  private final Universe universe = quoted(share("XYZ"));
  private final List<RoundTrip> trips = new ArrayList<>();
  private final Attribution attribution = Attribution.of(universe, 3, AVERAGE, trips::add);
  private final Books books = books(MarkRule.MID);

  private Books books(MarkRule rule) {
    return new Books(
        new Ledger(universe, usd("1000.00"), AVERAGE, trip -> {}),
        attribution,
        new Marks(rule, universe),
        (nanos, equity) -> {});
  }

  private static long usd(String amount) {
    return Currency.USD.money(new BigDecimal(amount));
  }

  private static void quote(Books quoted, long nanos, long bidTicks, long askTicks) {
    quoted.pass(nanos);
    quoted.onQuote(0, bidTicks, askTicks);
    quoted.settle(nanos);
  }

  @Test
  void oneBuysWhatAnotherSellsAndTheAccountIsFlat() {
    books.post(1, 0, 0, BUY, 10_000, 10, usd("0.10")); // −1 000.10
    books.post(2, 1, 0, SELL, 10_100, 10, usd("0.20")); // +1 009.80
    quote(books, 3, 10_299, 10_301);

    assertThat(books.ledger().lots(0)).isZero();
    assertThat(books.equity()).isEqualTo(usd("1009.70")); // the account has realised 10.00
    assertThat(attribution.ledger(0).lots(0)).isEqualTo(10);
    assertThat(attribution.ledger(0).realised()).isZero();
    assertThat(attribution.ledger(1).lots(0)).isEqualTo(-10);
    assertThat(books.strategyProfit(0)).isEqualTo(usd("29.90")); // 10 × 3.00 − 0.10
    assertThat(books.strategyProfit(1)).isEqualTo(usd("-20.20")); // 10 × −2.00 − 0.20
    assertThat(books.strategyProfit(2)).isZero();
  }

  @Test
  void roundTripsAreTheStrategies() {
    books.post(1, 0, 0, BUY, 10_000, 10, 0);
    books.post(2, 1, 0, SELL, 10_100, 10, 0);
    quote(books, 3, 9_899, 9_901);
    books.post(4, 1, 0, BUY, 10_000, 10, 0);

    assertThat(trips)
        .containsExactly(
            new RoundTrip(
                0,
                SELL,
                2,
                4,
                10,
                10_100.0,
                10_000.0,
                usd("10.00"),
                0,
                false,
                1,
                0,
                usd("20.00"))); // at 99.00, while the account was flat
    assertThat(books.openTrips())
        .containsExactly(
            new RoundTrip(
                0, BUY, 1, 3, 10, 10_000.0, 9_900.0, usd("-10.00"), 0, true, 0, usd("10.00"), 0));
  }

  @Test
  void whoHoldsAgainstTheNetIsValuedAtThePriceOfTheNet() {
    Books liquidation = books(MarkRule.LIQUIDATION);
    liquidation.post(1, 0, 0, BUY, 10_000, 10, 0);
    liquidation.post(2, 1, 0, SELL, 10_000, 4, 0);
    quote(liquidation, 3, 9_990, 10_030);

    // the net of 6 would be sold at the bid, 99.90
    assertThat(liquidation.equity()).isEqualTo(usd("999.40"));
    assertThat(liquidation.strategyProfit(0)).isEqualTo(usd("-1.00"));
    assertThat(liquidation.strategyProfit(1)).isEqualTo(usd("0.40"));
  }

  @Test
  void financingIsSharedByLotsAmongThoseOnTheSideOfTheNet() {
    FinancingCharges charges =
        new FinancingCharges() {
          @Override
          public long onPosition(int instrument, long signedValue, int days) {
            return 100L * days;
          }

          @Override
          public long onCash(long cash, int days) {
            return 7L * days;
          }
        };
    Session monday = session("2026-01-05", "09:30:00", "16:00:00");
    books.post(1, 0, 0, BUY, 10_000, 1, 0);
    books.post(2, 1, 0, SELL, 10_000, 2, 0);
    books.post(3, 2, 0, BUY, 10_000, 2, 0); // the net is long 1: a third and two thirds of 100
    books.chargeFinancing(monday, LocalDate.of(2026, 1, 6), charges);

    assertThat(attribution.ledger(0).financing()).isEqualTo(33);
    assertThat(attribution.ledger(1).financing()).isZero();
    assertThat(attribution.ledger(2).financing()).isEqualTo(67);
    assertThat(books.ledger().financing()).isEqualTo(107);
    assertThat(books.strategyProfit(0) + books.strategyProfit(1) + books.strategyProfit(2))
        .isEqualTo(books.equity() - usd("1000.00") + 7);
  }

  @Test
  void oneStrategyNeedsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Attribution.of(universe, 1, AVERAGE, trips::add))
        .withMessage("attribution needs at least 2 strategies, was 1");
  }
}
