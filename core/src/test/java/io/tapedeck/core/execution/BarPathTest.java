package io.tapedeck.core.execution;

import static io.tapedeck.core.execution.BarFloor.buy;
import static io.tapedeck.core.execution.BarFloor.buyAt;
import static io.tapedeck.core.execution.BarFloor.buyStop;
import static io.tapedeck.core.execution.BarFloor.sell;
import static io.tapedeck.core.execution.BarFloor.sellAt;
import static io.tapedeck.core.execution.BarFloor.sellStop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.core.market.BarColumns;
import io.tapedeck.core.market.BarPrice;
import io.tapedeck.core.market.EventKind;
import io.tapedeck.core.market.FeedException;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.CancelReason;
import org.junit.jupiter.api.Test;

/** The way through a bar, and what brackets find on it. Bars are open from 100 to 112. */
class BarPathTest {
  @Test
  void theWayGoesOverTheHighOrOverTheLowFirst() {
    assertThat(BarFloor.of(BarPath.OHLC).bar(50, 60, 40, 55).points())
        .containsExactly("100 100", "104 120", "108 80", "112 110");
    assertThat(BarFloor.of(BarPath.OLHC).bar(50, 60, 40, 55).points())
        .containsExactly("100 100", "104 80", "108 120", "112 110");
  }

  @Test
  void theAdaptiveWayGoesToTheNearerExtremeFirstAndToTheHighWhereBothAreAsNear() {
    BarFloor floor = BarFloor.of(BarPath.ADAPTIVE);

    floor.bar(50, 60, 41, 55).bar(50, 59, 40, 55).bar(50, 60, 40, 55);

    assertThat(floor.points())
        .containsExactly(
            "100 100", "104 82", "108 120", "112 110", // down 9, up 10: low first
            "112 100", "116 118", "120 80", "124 110", // up 9, down 10: high first
            "124 100", "128 120", "132 80", "136 110"); // 10 and 10: high first
  }

  @Test
  void thePessimisticWayGoesAgainstThePositionFirst() {
    BarFloor floor = BarFloor.of(BarPath.PESSIMISTIC);

    floor.holding(5).bar(50, 60, 40, 55).holding(-5).bar(50, 60, 40, 55);

    assertThat(floor.points())
        .containsExactly(
            "100 100", "104 80", "108 120", "112 110", "112 100", "116 120", "120 80", "124 110");
  }

  @Test
  void withoutAPositionThePessimisticWayGoesToTheHighTwice() {
    BarFloor floor = BarFloor.of(BarPath.PESSIMISTIC).bar(50, 60, 40, 55);

    assertThat(floor.points())
        .containsExactly("100 100", "103 120", "106 80", "109 120", "112 110");
  }

  @Test
  void betweenBarsThereIsNoPoint() {
    BarFloor floor = BarFloor.of(BarPath.OHLC);
    assertThat(floor.venue().nextPointNanos()).isEqualTo(Long.MAX_VALUE);

    floor.open(50, 60, 40, 55);
    assertThat(floor.venue().nextPointNanos()).isEqualTo(104);

    floor.close();
    assertThat(floor.venue().nextPointNanos()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void barsThatOverlapAreRefused() {
    BarFloor floor = BarFloor.of(BarPath.OHLC).open(50, 60, 40, 55);

    assertThatThrownBy(() -> floor.with(BarPrice.LAST, 50, 60, 40, 55, 9))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining("bars of XYZ: the bar that opens at 100 ns meets the one from 100");
  }

  /** Long at the open of 50, out at 58 or at 43. */
  private static Bracket longAtTheOpen(BarPath path) {
    BarFloor floor = BarFloor.of(path);
    Bracket bracket = Bracket.on(floor, sellAt(1, 58), sellStop(1, 43));
    floor.send(buy(1)).bar(50, 60, 40, 55).holding(1).bar(55, 59, 54, 55);
    return bracket;
  }

  @Test
  void whichExitOfABracketIsMetInItsEntryBarIsAMatterOfThePath() {
    assertThat(longAtTheOpen(BarPath.OHLC).fills())
        .containsExactly("100 #1 BUY @ 50", "104 #11 SELL @ 58");
    assertThat(longAtTheOpen(BarPath.OLHC).fills())
        .containsExactly("100 #1 BUY @ 50", "104 #12 SELL @ 43");
    assertThat(longAtTheOpen(BarPath.ADAPTIVE).fills())
        .containsExactly("100 #1 BUY @ 50", "104 #11 SELL @ 58"); // 10 and 10: high first
    assertThat(longAtTheOpen(BarPath.PESSIMISTIC).fills())
        .containsExactly("100 #1 BUY @ 50", "106 #12 SELL @ 43"); // high, then low
  }

  @Test
  void aShortBracketInItsEntryBarIsItsMirror() {
    for (BarPath path : BarPath.values()) {
      BarFloor floor = BarFloor.of(path);
      Bracket bracket = Bracket.on(floor, buyAt(1, 43), buyStop(1, 58));
      floor.send(sell(1)).bar(50, 60, 40, 55);

      assertThat(bracket.fills())
          .containsExactly(
              "100 #1 SELL @ 50",
              switch (path) {
                case OHLC, ADAPTIVE -> "104 #12 BUY @ 58";
                case OLHC -> "104 #11 BUY @ 43";
                case PESSIMISTIC -> "103 #12 BUY @ 58";
              });
    }
  }

  @Test
  void aBracketThatStandsWhenABarOpensIsHurtFirstOnThePessimisticWay() {
    BarFloor floor = BarFloor.of(BarPath.PESSIMISTIC);
    Bracket bracket = Bracket.on(floor, sellAt(1, 58), sellStop(1, 43));

    floor.send(buy(1)).bar(50, 52, 48, 50).holding(1).bar(50, 60, 40, 55);

    assertThat(bracket.fills()).containsExactly("100 #1 BUY @ 50", "116 #12 SELL @ 43");
  }

  @Test
  void exitsThatAreReleasedOnTheWayTakePartFromThereOn() {
    BarFloor floor = BarFloor.of(BarPath.OHLC);
    Bracket bracket = Bracket.on(floor, sellAt(1, 58), sellStop(1, 53));

    floor.send(buyStop(1, 55)).bar(50, 60, 40, 55); // in at 55 on the way up to 60

    assertThat(bracket.fills()).containsExactly("104 #1 BUY @ 55", "104 #11 SELL @ 58");
  }

  @Test
  void whatTheWayHasPassedBeforeTheReleaseIsNoExit() {
    // in at 45 on the way down from 60: the target at 58 has been passed, the stop is to come
    BarFloor floor = BarFloor.of(BarPath.OHLC);
    Bracket bracket = Bracket.on(floor, sellAt(1, 58), sellStop(1, 42));

    floor.send(buyAt(1, 45)).bar(50, 60, 40, 55);

    assertThat(bracket.fills()).containsExactly("108 #1 BUY @ 45", "108 #12 SELL @ 42");
  }

  @Test
  void aTargetBelowTheReleaseFillsThereAtItsOwnPrice() {
    BarFloor floor = BarFloor.of(BarPath.OHLC);
    Bracket bracket = Bracket.on(floor, sellAt(1, 52), sellStop(1, 30));

    floor.send(buyStop(1, 55)).bar(50, 60, 40, 55);

    assertThat(bracket.fills()).containsExactly("104 #1 BUY @ 55", "104 #11 SELL @ 52");
  }

  @Test
  void onThePessimisticWayATargetWaitsForTheNextBarAndAStopDoesNot() {
    // flat: high first, in at 55 on the way up; the target at 58 is passed twice, the stop not met
    BarFloor floor = BarFloor.of(BarPath.PESSIMISTIC);
    Bracket bracket = Bracket.on(floor, sellAt(1, 58), sellStop(1, 39));

    floor.send(buyStop(1, 55)).bar(50, 60, 40, 55);
    assertThat(bracket.fills()).containsExactly("103 #1 BUY @ 55");

    floor.holding(1).bar(55, 59, 50, 55); // low at 116, high at 120

    assertThat(bracket.fills()).containsExactly("103 #1 BUY @ 55", "120 #11 SELL @ 58");
  }

  @Test
  void theReturnToTheHighMeetsTheStopOfAShortEnteredAtTheLow() {
    BarFloor floor = BarFloor.of(BarPath.PESSIMISTIC);
    Bracket bracket = Bracket.on(floor, buyAt(1, 30), buyStop(1, 58));

    floor.send(sellStop(1, 42)).bar(50, 60, 40, 41); // in at 42 on the way down

    assertThat(bracket.fills()).containsExactly("106 #1 SELL @ 42", "109 #12 BUY @ 58");
  }

  @Test
  void anOrderThatIsCanceledOnTheWayIsNotMetLaterOnTheSameLeg() {
    BarFloor floor = BarFloor.of(BarPath.OHLC);
    floor.followedBy(
        nanos -> {
          if (nanos == 104 && floor.lines().size() == 1) {
            floor.venue().cancel(nanos, 2, 0, Side.SELL, CancelReason.OCO_SIBLING_FILLED);
          }
        });

    floor.send(sellAt(1, 55)).send(sellAt(2, 58)).bar(50, 60, 40, 55);

    assertThat(floor.lines())
        .containsExactly(
            "104 filled #1 SELL 1 @ 55 MAKER leaves 0",
            "104 canceled #2 OCO_SIBLING_FILLED leaves 2");
  }

  @Test
  void barsOfAnInstrumentWithTicksFillNothing() {
    BarColumns bars = new BarColumns(EventKind.BAR_OPEN, 1);
    bars.add(0, 0, 0, 100, 112, BarFloor.NONE, BarPrice.LAST, 50, 60, 40, 55, BarFloor.NONE);
    Floor floor = Floor.printed().send(Floor.buy(1));

    floor.venue().onBarOpen(bars, 0, 0);

    assertThat(floor.lines()).isEmpty();
    assertThat(floor.venue().nextPointNanos()).isEqualTo(Long.MAX_VALUE);
  }
}
