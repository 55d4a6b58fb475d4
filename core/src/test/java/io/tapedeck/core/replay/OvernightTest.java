package io.tapedeck.core.replay;

import static io.tapedeck.core.fixture.Clock.session;
import static io.tapedeck.core.fixture.Instruments.quoted;
import static io.tapedeck.core.fixture.Instruments.share;
import static io.tapedeck.core.market.Side.BUY;
import static io.tapedeck.core.market.Side.SELL;
import static io.tapedeck.core.order.TimeInForce.GTC;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.account.AccountSpec;
import io.tapedeck.core.cost.FinancingSpec;
import io.tapedeck.core.fixture.Scenario;
import io.tapedeck.core.fixture.Script;
import io.tapedeck.core.fixture.Tape;
import io.tapedeck.core.market.Session;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/**
 * What holding costs from one session to the next: at 365 basis points a year of 365 days, a tenth
 * of a per mille a day. The second of January 2026 is a Friday.
 */
class OvernightTest {
  private static final Session FRIDAY = session("2026-01-02", "09:30:00", "16:00:00");
  private static final Session MONDAY = session("2026-01-05", "09:30:00", "16:00:00");
  private static final Session TUESDAY = session("2026-01-06", "09:30:00", "16:00:00");

  private final Tape tape = new Tape(quoted(share("XYZ")));
  private final Scenario scenario = new Scenario(tape).sessions(FRIDAY, MONDAY, TUESDAY);
  private final Script script = new Script();

  private static FinancingSpec rates(String ofLong, String ofShort, String debit, String credit) {
    return new FinancingSpec(
        new BigDecimal(ofLong),
        new BigDecimal(ofShort),
        new BigDecimal(debit),
        new BigDecimal(credit),
        365);
  }

  private void onFriday(Script.Action action) {
    tape.quote("2026-01-02 09:30:00", "100.00x500", "100.02x500")
        .quote("2026-01-02 09:30:01", "100.00x500", "100.02x500");
    script.at("2026-01-02 09:30:00", action);
  }

  @Test
  void aShortPaysForItsBorrowThreeDaysOverTheWeekendAndOneOverTheNight() {
    onFriday((position, orders) -> orders.market(SELL, 10, GTC));

    var told = scenario.financing(rates("0", "365", "0", "0")).run(script);

    // 10 × 100.01 = 1 000.10 at the mark; three days 0.30003, one day 0.10001, the last is free
    var daily = told.result().daily();
    assertThat(daily.get(0).financing()).isEqualTo(30_003_000L);
    assertThat(daily.get(1).financing()).isEqualTo(40_004_000L);
    assertThat(daily.get(2).financing()).isEqualTo(40_004_000L);
    // 10 000.00 + 1 000.00 − 1 000.10 − 0.30003
    assertThat(daily.get(0).equity()).isEqualTo(999_959_997_000L);
    assertThat(told.result().metrics().financing()).isEqualTo(40_004_000L);
  }

  @Test
  void cashBelowZeroPaysAndCashAboveEarns() {
    onFriday((position, orders) -> orders.market(BUY, 110, GTC));
    tape.quote("2026-01-05 09:30:00", "100.00x500", "100.02x500")
        .quote("2026-01-05 09:30:01", "100.00x500", "100.02x500");
    script.at("2026-01-05 09:30:00", (position, orders) -> orders.market(SELL, 110, GTC));

    var told = scenario.financing(rates("0", "0", "730", "365")).run(script);

    // 10 000.00 − 110 × 100.02 = −1 002.20; three days at 0.2 per mille: 0.60132
    var daily = told.result().daily();
    assertThat(daily.get(0).cash()).isEqualTo(-100_280_132_000L);
    // −1 002.80132 + 110 × 100.00 = 9 997.19868; a day at 0.1 per mille earns 0.999719868
    assertThat(daily.get(1).cash()).isEqualTo(999_719_868_000L + 99_971_986L); // rounded down
    assertThat(daily.get(1).financing()).isEqualTo(60_132_000L - 99_971_986L);
  }

  @Test
  void theChargeIsKnownBeforeTheNextSession() {
    onFriday((position, orders) -> orders.market(BUY, 10, GTC));
    tape.quote("2026-01-05 09:30:00", "100.00x500", "100.02x500");
    script.at(
        "2026-01-05 09:30:00",
        (position, orders) ->
            // 10 000.00 − 1 000.20 − 3 × 0.10001
            assertThat(position.cash()).isEqualTo(899_949_997_000L));

    assertThat(scenario.financing(rates("365", "0", "0", "0")).run(script).result().daily())
        .hasSize(3);
  }

  @Test
  void strategiesShareWhatTheirSideOfTheNetCosts() {
    Script other = new Script();
    onFriday((position, orders) -> orders.market(BUY, 30, GTC));
    other.at("2026-01-02 09:30:00", (position, orders) -> orders.market(BUY, 10, GTC));

    var result = scenario.beside(other).financing(rates("365", "0", "0", "0")).run(script).result();

    // 40 × 100.01 = 4 000.40; four days cost 1.60016, three quarters of it the first's
    // 30 × −0.01 − 1.20012 and 10 × −0.01 − 0.40004
    assertThat(result.strategyProfits()).containsExactly(-150_012_000L, -50_004_000L);
    assertThat(result.metrics().endEquity() - result.metrics().startEquity())
        .isEqualTo(-200_016_000L);
  }

  @Test
  void whatIsNotHeldOverNightIsFree() {
    onFriday((position, orders) -> orders.market(BUY, 10, GTC));
    tape.quote("2026-01-02 09:30:02", "100.00x500", "100.02x500");
    script.at("2026-01-02 09:30:01", (position, orders) -> orders.market(SELL, 10, GTC));

    var told = scenario.financing(rates("365", "365", "365", "0")).run(script);

    assertThat(told.result().metrics().financing()).isZero();
  }

  @Test
  void onMarginFreeFinancingIsAWarning() {
    onFriday((position, orders) -> orders.market(BUY, 10, GTC));
    scenario.account(AccountSpec.margin(new BigDecimal("0.5"), new BigDecimal("0.25")));

    assertThat(scenario.run(script).result().warnings()).contains(RunWarning.NO_FINANCING);
    assertThat(
            new Scenario(tape)
                .sessions(FRIDAY)
                .account(AccountSpec.margin(new BigDecimal("0.5"), new BigDecimal("0.25")))
                .financing(rates("0", "0", "100", "0"))
                .run(new Script())
                .result()
                .warnings())
        .doesNotContain(RunWarning.NO_FINANCING);
  }
}
