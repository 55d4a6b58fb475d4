package io.tapedeck.core.replay;

import static io.tapedeck.core.fixture.Clock.session;
import static io.tapedeck.core.fixture.Instruments.share;
import static io.tapedeck.core.market.Side.BUY;
import static io.tapedeck.core.order.TimeInForce.AT_THE_CLOSE;
import static io.tapedeck.core.order.TimeInForce.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.fixture.Scenario;
import io.tapedeck.core.fixture.Script;
import io.tapedeck.core.fixture.Tape;
import io.tapedeck.core.market.Auction;
import io.tapedeck.core.market.Universe;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The official closing print comes after the close, and the books wait for it. */
class ClosingAuctionTest {
  private static final long TEN_MINUTES = 600_000_000_000L;

  private final Universe universe =
      new Universe(List.of(new Universe.Listing(share("XYZ"), true, true, false, true, "")));
  private final Tape tape = new Tape(universe);
  private final Scenario scenario = new Scenario(tape).closingAuctionNanos(TEN_MINUTES);
  private final Script script = new Script();

  @Test
  void theBooksOfASessionCloseWithItsAuction() {
    tape.quote("15:59:00", "100.00x50", "100.02x50")
        .auction("16:00:05", "100.50x6", Auction.CLOSING)
        .quote("16:05:00", "101.00x50", "101.02x50");
    script.at(
        "15:59:00",
        (position, orders) -> {
          orders.market(BUY, 10, AT_THE_CLOSE);
          orders.limit(BUY, 10, 9_000, DAY);
        });

    var told = scenario.run(script);

    assertThat(told.orders())
        .containsExactly(
            "15:59:00 sent #1 BUY 10 AT_THE_CLOSE",
            "15:59:00 sent #2 BUY 10 at 90.00 DAY",
            "15:59:00 accepted #1",
            "15:59:00 accepted #2",
            "16:00:00 expired #2 leaves 10",
            "16:00:05 filled #1 BUY 6 @ 100.50 TAKER leaves 4",
            "16:00:05 canceled #1 AUCTION_UNFILLED leaves 4");
    // 6 × (101.01 − 100.50) at the mid of 16:05
    assertThat(told.result().daily().get(0).equity()).isEqualTo(1_000_306_000_000L);
    assertThat(script.heard().get(script.heard().size() - 1))
        .isEqualTo("close 2026-01-05: lots 6 working 0");
  }

  @Test
  void anAuctionThatNeverComesCancelsWhenItsTimeIsOver() {
    tape.quote("15:59:00", "100.00x50", "100.02x50");
    script.at("15:59:00", (position, orders) -> orders.market(BUY, 10, AT_THE_CLOSE));

    assertThat(scenario.run(script).orders())
        .endsWith("16:10:00 canceled #1 AUCTION_UNFILLED leaves 10");
  }

  @Test
  void theNextOpenDoesNotWait() {
    tape.quote("15:59:00", "100.00x50", "100.02x50")
        .quote("2026-01-06 00:00:00", "100.00x50", "100.02x50");
    scenario
        .sessions(
            session("2026-01-05", "00:00:00", "23:59:59"),
            session("2026-01-06", "00:00:00", "23:59:59"))
        .closingAuctionNanos(TEN_MINUTES);

    scenario.run(script);

    assertThat(script.heard())
        .containsExactly(
            "open 2026-01-05: lots 0 working 0",
            "15:59:00 XYZ quote of 15:59:00: lots 0 working 0",
            "close 2026-01-05: lots 0 working 0",
            "open 2026-01-06: lots 0 working 0",
            "00:00:00 XYZ quote of 00:00:00: lots 0 working 0",
            "close 2026-01-06: lots 0 working 0");
  }
}
