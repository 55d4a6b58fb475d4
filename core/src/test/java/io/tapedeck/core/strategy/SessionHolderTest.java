package io.tapedeck.core.strategy;

import static io.tapedeck.core.market.Side.BUY;
import static io.tapedeck.core.market.Side.SELL;
import static io.tapedeck.core.strategy.Market.size;
import static io.tapedeck.core.strategy.SessionHolder.Auction.CLOSE;
import static io.tapedeck.core.strategy.SessionHolder.Auction.OPEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.core.fixture.Instruments;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.strategy.SessionHolder.Auction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Session n opens at 10 n and closes at 10 n + 5. */
class SessionHolderTest {
  private static Market market(Auction enter, Auction exit, int sessions) {
    return new Market(
        new SessionHolder.Params(BUY, enter, exit, sessions, size("10")),
        Market.barsOf(Instruments.share("DAY")));
  }

  private static Market opens(Market market, int session) {
    return market.opens(10L * session, 10L * session + 5);
  }

  private static Market shuts(Market market, int session) {
    return market.shuts(10L * session, 10L * session + 5);
  }

  @Test
  void overnightItBuysAtTheCloseAndSellsAtTheNextOpen() {
    Market market = market(CLOSE, OPEN, 1);
    opens(market, 1);
    assertThat(market.asked()).containsExactly("0: #1 BUY 10 AT_THE_CLOSE");

    market.fills(0, 1, BUY, 100, 10);
    shuts(market, 1);
    assertThat(market.asked()).last().isEqualTo("0: #2 SELL 10 AT_THE_OPENING");

    // the exit is still working when the next close is asked for
    opens(market.works(0, -10), 2);
    assertThat(market.asked()).last().isEqualTo("0: #3 BUY 10 AT_THE_CLOSE");
    assertThat(market.asked()).hasSize(3);
  }

  @Test
  void aClosingPrintThatComesAfterTheCloseIsStillSoldAtTheOpen() {
    Market market = market(CLOSE, OPEN, 1);
    shuts(opens(market, 1), 1);
    assertThat(market.asked()).hasSize(1);

    market.fills(0, 1, BUY, 100, 7).fills(0, 1, BUY, 100, 3);
    assertThat(market.asked().subList(1, 3))
        .containsExactly("0: #2 SELL 7 AT_THE_OPENING", "0: #3 SELL 3 AT_THE_OPENING");
  }

  @Test
  void withinTheDayItBuysAtTheOpenAndSellsAtTheClose() {
    Market market = market(OPEN, CLOSE, 0);
    opens(market, 1);
    assertThat(market.asked()).isEmpty(); // too late for the first opening

    shuts(market, 1);
    assertThat(market.asked()).containsExactly("0: #1 BUY 10 AT_THE_OPENING");
    opens(market, 2).fills(0, 1, BUY, 100, 10);
    assertThat(market.asked()).last().isEqualTo("0: #2 SELL 10 AT_THE_CLOSE");
    market.fills(0, 2, SELL, 101, 10);
    shuts(market, 2);
    assertThat(market.asked()).last().isEqualTo("0: #3 BUY 10 AT_THE_OPENING");
  }

  @Test
  void fromCloseToCloseItRestsASessionInBetween() {
    Market market = market(CLOSE, CLOSE, 2);
    opens(market, 1).fills(0, 1, BUY, 100, 10);
    opens(shuts(market, 1), 2);
    assertThat(market.asked()).hasSize(1);

    opens(shuts(market, 2), 3);
    assertThat(market.asked()).last().isEqualTo("0: #2 SELL 10 AT_THE_CLOSE");
    market.fills(0, 2, SELL, 100, 10);
    opens(shuts(market, 3), 4);
    assertThat(market.asked()).last().isEqualTo("0: #3 BUY 10 AT_THE_CLOSE");
  }

  @Test
  void whatAnExitLeavesOverMakesTheNextEntrySmaller() {
    Market market = market(CLOSE, OPEN, 1);
    shuts(opens(market, 1).fills(0, 1, BUY, 100, 10), 1);
    market.fills(0, 2, SELL, 100, 6); // the rest of the exit was canceled

    opens(market, 2);
    assertThat(market.asked()).last().isEqualTo("0: #3 BUY 6 AT_THE_CLOSE"); // 4 and 6
  }

  @Test
  void aShortHolderSellsFirst() {
    Market market =
        new Market(
            new SessionHolder.Params(SELL, CLOSE, OPEN, 1, size("10")),
            Market.barsOf(Instruments.share("DAY")));
    shuts(opens(market, 1).fills(0, 1, SELL, 100, 10), 1);

    assertThat(market.asked())
        .containsExactly("0: #1 SELL 10 AT_THE_CLOSE", "0: #2 BUY 10 AT_THE_OPENING");
  }

  @Test
  void eachInstrumentIsAskedForOnceASession() {
    Market market = new Market(new SessionHolder.Params(BUY, CLOSE, OPEN, 1, size("10")));

    assertThat(opens(market, 1).asked())
        .containsExactly("0: #1 BUY 100 AT_THE_CLOSE", "1: #2 BUY 10 AT_THE_CLOSE");
  }

  @Test
  void overnightIsStandard() {
    assertThat(StrategyCatalog.build(new SessionHolder.Provider(), Map.of("size", "10")))
        .isEqualTo(new SessionHolder.Params(BUY, CLOSE, OPEN, 1, size("10")));
  }

  @Test
  void leavingBeforeEnteringIsRefused() {
    assertThatThrownBy(() -> new SessionHolder.Params(BUY, CLOSE, OPEN, 0, size("1")))
        .hasMessage("sessions from CLOSE to OPEN must be at least 1, was 0");
    assertThatThrownBy(() -> new SessionHolder.Params(BUY, OPEN, CLOSE, -1, size("1")))
        .hasMessage("sessions from OPEN to CLOSE must be at least 0, was -1");
  }

  /** Fills orders in their auction, in full, and remembers in which sessions. */
  private static final class Exchange {
    final Market market;
    final List<String> fills = new ArrayList<>();
    private final List<String> working = new ArrayList<>();
    private int heard;

    Exchange(Market market) {
      this.market = market;
    }

    private void hear() {
      for (; heard < market.asked().size(); heard++) {
        String order = market.asked().get(heard);
        working.add(order);
        market.works(0, lots(order));
      }
    }

    void auction(Auction auction, int session) {
      hear();
      String ending = auction == OPEN ? "AT_THE_OPENING" : "AT_THE_CLOSE";
      for (String order : List.copyOf(working)) {
        if (order.endsWith(ending)) {
          long lots = lots(order);
          working.remove(order);
          fills.add((lots > 0 ? "in " : "out ") + session);
          market.works(0, -lots).fills(0, 0, Side.of(lots), 100, Math.abs(lots));
          hear();
          assertThat(market.held(0)).isBetween(0L, 10L);
        }
      }
    }

    /** Of "0: #1 BUY 10 ...": 10. */
    private static long lots(String order) {
      String[] words = order.split(" ", -1);
      return Side.valueOf(words[2]).sign() * Long.parseLong(words[3]);
    }
  }

  @Property(tries = 300)
  void everyPositionIsHeldForExactlySoManySessions(
      @ForAll Auction enter,
      @ForAll Auction exit,
      @ForAll @IntRange(max = 6) int sessions,
      @ForAll @IntRange(min = 10, max = 40) int days,
      @ForAll boolean closesAfterTheBell) {
    Assume.that(sessions > 0 || (enter == OPEN && exit == CLOSE));
    Exchange exchange = new Exchange(market(enter, exit, sessions));
    for (int day = 1; day <= days; day++) {
      opens(exchange.market, day);
      exchange.auction(OPEN, day);
      if (!closesAfterTheBell) {
        exchange.auction(CLOSE, day);
      }
      shuts(exchange.market, day);
      exchange.auction(CLOSE, day);
    }

    List<String> expected = new ArrayList<>();
    int day = enter == OPEN ? 2 : 1; // nothing is asked for before the first session opens
    while (day <= days) {
      expected.add("in " + day);
      day += sessions;
      if (day <= days) {
        expected.add("out " + day);
      }
      day += enter == CLOSE && exit == OPEN ? 0 : 1; // the same day's close comes after its open
    }
    assertThat(exchange.fills).isEqualTo(expected);
  }
}
