package io.tapedeck.core.ledger;

import static io.tapedeck.core.account.CostMethod.AVERAGE;
import static io.tapedeck.core.fixture.Clock.nanos;
import static io.tapedeck.core.fixture.Clock.session;
import static io.tapedeck.core.fixture.Instruments.quoted;
import static io.tapedeck.core.fixture.Instruments.share;
import static io.tapedeck.core.market.Side.BUY;
import static io.tapedeck.core.market.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tapedeck.core.account.DailyEquity;
import io.tapedeck.core.account.FinancingCharges;
import io.tapedeck.core.account.MarginFraction;
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

class BooksTest {
  private static final MarginFraction QUARTER = MarginFraction.of(new BigDecimal("0.25"));

  private final List<RoundTrip> trips = new ArrayList<>();
  private final Books books = books(quoted(share("XYZ")));
  private long now = nanos("09:30:00");

  private Books books(Universe universe) {
    Ledger ledger = new Ledger(universe, usd("5000.00"), AVERAGE, trips::add);
    return new Books(ledger, new Marks(MarkRule.AUTO, universe), (nanos, equity) -> {});
  }

  private static long usd(String amount) {
    return Currency.USD.money(new BigDecimal(amount));
  }

  /** A quote whose middle is this many ticks. */
  private void quote(long midTicks) {
    books.pass(++now);
    books.onQuote(0, midTicks - 1, midTicks + 1);
    books.settle(now);
  }

  private record Mark(long equity, long maintenance) {}

  @Test
  void theRequirementFollowsThePriceUntilEquityIsBelowIt() {
    List<Mark> marks = new ArrayList<>();
    books.watch(QUARTER, (nanos, equity, maintenance) -> marks.add(new Mark(equity, maintenance)));
    quote(10_000);
    books.post(now, 0, 0, BUY, 10_000, 100, 0); // 10 000.00 with 5 000.00: cash −5 000.00
    quote(10_000);
    quote(6_668); // 6 668.00 − 5 000.00 = 1 668.00 against a quarter, 1 667.00
    quote(6_666); // 1 666.00 against 1 666.50: the call is below 5 000.00 / 0.75 = 6 666.67
    quote(6_666);

    assertThat(marks)
        .containsExactly(
            new Mark(usd("5000.00"), 0),
            new Mark(usd("5000.00"), usd("2500.00")),
            new Mark(usd("1668.00"), usd("1667.00")),
            new Mark(usd("1666.00"), usd("1666.50")),
            new Mark(usd("1666.00"), usd("1666.50"))); // at every mark, not only on changes
  }

  @Test
  void longAndShortPositionsBothRequireMargin() {
    Books two = books(quoted(share("AAA"), share("BBB")));
    two.post(now, 0, 0, BUY, 5_001, 3, 0);
    two.post(now, 0, 1, SELL, 2_001, 7, 0); // neither is quoted yet: the fills are the marks

    assertThat(two.netValue()).isEqualTo(usd("9.96")); // 150.03 − 140.07
    assertThat(two.grossValue()).isEqualTo(usd("290.10"));
    assertThat(two.requirement(MarginFraction.of(new BigDecimal("0.5"))))
        .isEqualTo(usd("145.05")); // 75.015 + 70.035
    assertThat(two.requirement(new MarginFraction(1, 7)))
        .isEqualTo(2_143_285_715L + 2_001_000_000L); // 150.03 / 7 up to the unit, 140.07 / 7
    assertThat(two.equity()).isEqualTo(usd("5000.00"));
    assertThat(two.maintenanceRequirement()).isZero();
  }

  /** Longs pay 1 in 10 000 a day, shorts are paid half of that, borrowed cash costs 2 in 10 000. */
  private static final class Charges implements FinancingCharges {
    @Override
    public long onPosition(int instrument, long signedValue, int days) {
      return signedValue / (signedValue > 0 ? 10_000 : 20_000) * days;
    }

    @Override
    public long onCash(long cash, int days) {
      return cash < 0 ? -cash / 5_000 * days : 0;
    }
  }

  @Test
  void aWeekendIsFinancedForThreeDays() {
    Session friday = session("2026-01-09", "09:30:00", "16:00:00");
    now = friday.openNanos();
    books.openSession(friday);
    books.post(now, 0, 0, BUY, 10_000, 80, 0); // cash 5 000.00 − 8 000.00
    quote(10_200); // value 8 160.00
    books.pass(friday.closeNanos());
    books.chargeFinancing(friday, LocalDate.of(2026, 1, 12), new Charges());
    DailyEquity day = books.closeSession(friday, friday.closeNanos());

    // 8 160.00 / 10 000 × 3 = 2.448 and 3 000.00 / 5 000 × 3 = 1.80
    assertThat(day.financing()).isEqualTo(usd("4.248"));
    assertThat(day.cash()).isEqualTo(usd("-3004.248"));
    assertThat(day.equity()).isEqualTo(usd("5155.752"));
    assertThat(books.ledger().interest()).isEqualTo(usd("1.80"));
    assertThat(books.ledger().cash() + books.ledger().basis())
        .isEqualTo(usd("5000.00") - usd("4.248"));
    assertThat(books.strategyProfit(0)).isEqualTo(usd("157.552")); // 160.00 − 2.448
  }

  @Test
  void aShortPositionIsPaidFromTuesdayToWednesday() {
    Session tuesday = session("2026-01-06", "09:30:00", "16:00:00");
    books.openSession(tuesday);
    books.post(tuesday.openNanos(), 0, 0, SELL, 10_000, 10, 0);
    books.chargeFinancing(tuesday, LocalDate.of(2026, 1, 7), new Charges());

    assertThat(books.closeSession(tuesday, tuesday.closeNanos()).financing())
        .isEqualTo(usd("-0.05"));
  }

  @Test
  void financingNeedsALaterSession() {
    Session friday = session("2026-01-09", "09:30:00", "16:00:00");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> books.chargeFinancing(friday, friday.date(), new Charges()))
        .withMessage("session 2026-01-09 must be followed by a later one, not 2026-01-09");
  }

  @Test
  void aTripRemembersHowFarItWasDownAndUp() {
    quote(10_000);
    books.post(now, 0, 0, BUY, 10_010, 10, 0); // the mark is 100.00: down 10 × 0.10 at once
    quote(10_000);
    quote(9_900); // −11.00
    books.post(now, 0, 0, BUY, 9_900, 10, 0); // 20 for 1 991.00
    quote(9_850); // 1 970.00: −21.00
    quote(10_150); // 2 030.00: +39.00
    books.post(now, 0, 0, SELL, 10_100, 10, 0); // half of the basis, 995.50: +14.50
    quote(10_300); // 14.50 + 1 030.00 − 995.50: +49.00
    quote(9_700); // 14.50 + 970.00 − 995.50: −11.00
    books.post(now, 0, 0, SELL, 9_700, 10, 0);

    assertThat(trips).hasSize(1);
    assertThat(trips.get(0).profit()).isEqualTo(usd("-11.00"));
    assertThat(trips.get(0).maxAdverse()).isEqualTo(usd("21.00"));
    assertThat(trips.get(0).maxFavourable()).isEqualTo(usd("49.00"));
  }

  @Test
  void aShortTripIsDownWhenThePriceIsUp() {
    books.post(now, 0, 0, SELL, 10_000, 10, usd("1.00"));
    quote(10_300);
    quote(9_900);
    RoundTrip open = books.openTrips().get(0);

    assertThat(open.maxAdverse()).isEqualTo(usd("30.00")); // before the fee
    assertThat(open.maxFavourable()).isEqualTo(usd("10.00"));
    assertThat(open.profit()).isEqualTo(usd("10.00"));
  }

  @Test
  void askingForEquityBetweenMarksIsNoMark() {
    books.post(now, 0, 0, BUY, 10_000, 10, 0);
    books.onQuote(0, 8_999, 9_001);
    assertThat(books.equity()).isEqualTo(usd("4900.00"));
    books.onQuote(0, 9_999, 10_001);
    books.settle(now);

    assertThat(books.openTrips().get(0).maxAdverse()).isZero();
  }

  @Test
  void theDaysLossIsMeasuredFromTheSessionsStart() {
    books.post(now, 0, 0, BUY, 10_000, 10, 0);
    quote(10_500);
    books.openSession(session("2026-01-06", "09:30:00", "16:00:00"));
    quote(10_200);

    assertThat(books.track().sessionStartEquity()).isEqualTo(usd("5050.00"));
    assertThat(books.track().equity()).isEqualTo(usd("5020.00"));
    assertThat(books.track().drawdownMoney()).isEqualTo(usd("30.00"));
  }
}
