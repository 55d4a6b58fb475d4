package io.tapedeck.core.replay;

import static io.tapedeck.core.fixture.Instruments.quoted;
import static io.tapedeck.core.fixture.Instruments.share;
import static io.tapedeck.core.market.Side.BUY;
import static io.tapedeck.core.market.Side.SELL;
import static io.tapedeck.core.order.TimeInForce.GTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tapedeck.core.fixture.Clock;
import io.tapedeck.core.fixture.Scenario;
import io.tapedeck.core.fixture.Script;
import io.tapedeck.core.fixture.Tape;
import io.tapedeck.core.market.AssetClass;
import io.tapedeck.core.market.Currency;
import io.tapedeck.core.market.Instrument;
import org.junit.jupiter.api.Test;

/** Several instruments share one account. */
class PortfolioTest {
  private final Tape tape = new Tape(quoted(share("AAA"), share("BBB")));
  private final Scenario scenario = new Scenario(tape);
  private final Script script = new Script();

  @Test
  void instrumentsShareCashAndKeepTheirOwnPositions() {
    tape.of("AAA")
        .quote("09:30:00", "10.00x50", "10.02x50")
        .quote("09:30:02", "10.00x50", "10.02x50")
        .of("BBB")
        .quote("09:30:01", "20.00x50", "20.02x50")
        .quote("09:30:03", "20.00x50", "20.02x50");
    script.at(
        "09:30:01",
        (position, orders) -> {
          orders.on(0).market(BUY, 10, GTC);
          orders.market(SELL, 5, GTC);
          assertThat(position.of(0).workingLots()).isEqualTo(10);
          assertThat(position.workingLots()).isEqualTo(-5);
        });

    var told = scenario.run(script);

    assertThat(told.fills())
        .containsExactly(
            "09:30:02 filled #1 BUY 10 @ 10.02 TAKER leaves 0",
            "09:30:03 filled #2 SELL 5 @ 20.00 TAKER leaves 0");
    // 10 000.00 − 10 × 10.02 + 5 × 20.00 = 9 999.80
    var day = told.result().daily().get(0);
    assertThat(day.cash()).isEqualTo(999_980_000_000L);
    // + 10 × 10.01 − 5 × 20.01 = 9 999.85
    assertThat(day.equity()).isEqualTo(999_985_000_000L);
  }

  @Test
  void equityIsMarkedOnWholeSecondsAtFillsAndAtTheClose() {
    tape.of("AAA")
        .quote("09:30:00.100", "10.00x50", "10.02x50")
        .quote("09:30:00.200", "10.00x50", "10.02x50") // buys 10 @ 10.02: equity −0.10
        .quote("09:30:00.300", "9.00x50", "9.02x50") // within a second: not evaluated
        .quote("09:30:00.400", "10.00x50", "10.04x50") // stands at 09:30:01: mid 10.02
        .quote("09:30:03", "10.10x50", "10.14x50") // belongs to 09:30:03: mid 10.12
        .quote("09:30:03.500", "10.20x50", "10.24x50"); // stands at 09:30:04: mid 10.22
    script.at("09:30:00.100", (position, orders) -> orders.market(BUY, 10, GTC));

    var told = scenario.run(script);

    assertThat(told.marks())
        .containsExactly(
            "09:30:00.200 9999.90", // 10 × (10.01 − 10.02)
            "09:30:01 10000.00",
            "09:30:03 10001.00",
            "09:30:04 10002.00");
    assertThat(told.result().metrics().maxDrawdownMoney()).isEqualTo(10_000_000L); // 0.10
  }

  @Test
  void aSecondIsMarkedWhenALaterEventShowsThatItPassed() {
    tape.of("AAA")
        .quote("09:30:00.100", "10.00x50", "10.02x50")
        .quote("09:30:00.200", "10.00x50", "10.02x50")
        .quote("09:30:00.400", "10.10x50", "10.12x50")
        .of("BBB")
        .quote("09:30:07.500", "20.00x50", "20.02x50");
    script.at("09:30:00.100", (position, orders) -> orders.market(BUY, 10, GTC));

    assertThat(scenario.run(script).marks())
        .containsExactly("09:30:00.200 9999.90", "09:30:01 10000.90");
  }

  @Test
  void withOneInstrumentEveryEventIsAMark() {
    Tape alone = new Tape(quoted(share("AAA")));
    alone
        .quote("09:30:00.100", "10.00x50", "10.02x50")
        .quote("09:30:00.200", "10.00x50", "10.02x50")
        .quote("09:30:00.300", "9.00x50", "9.02x50")
        .quote("09:30:00.400", "10.00x50", "10.04x50");
    script.at("09:30:00.100", (position, orders) -> orders.market(BUY, 10, GTC));

    var told = new Scenario(alone).run(script);

    assertThat(told.marks())
        .containsExactly("09:30:00.200 9999.90", "09:30:00.300 9989.90", "09:30:00.400 10000.00");
    assertThat(told.result().metrics().maxDrawdownMoney()).isEqualTo(1_010_000_000L); // 10.10
    // from the last mark at the peak, .100, to the recovery, .400
    assertThat(told.result().metrics().maxDrawdownNanos()).isEqualTo(300_000_000L);
  }

  @Test
  void instrumentsOfOneRunShareCurrencyAndCalendar() {
    Instrument other =
        new Instrument(
            "SAP",
            AssetClass.EQUITY,
            Currency.of("EUR"),
            10_000_000L,
            1_000_000_000L,
            1,
            1,
            1,
            "XETR");
    Tape mixed = new Tape(quoted(share("AAA"), other));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Scenario(mixed).run(script))
        .withMessageContaining("AAA is in USD on calendar XNYS and SAP is in EUR on calendar XETR");
  }

  @Test
  void sessionEventsComeToEachInstrument() {
    tape.of("AAA").quote("09:30:00", "10.00x50", "10.02x50");

    scenario.sessions(Clock.day()).run(script);

    assertThat(script.heard().stream().filter(line -> line.startsWith("open"))).hasSize(2);
  }
}
