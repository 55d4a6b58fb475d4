package io.tapedeck.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.core.market.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

class TripSummaryTest {
  // strategy, instrument, side, net, fees, adverse, favourable, entry, exit
  private static final TripFacts WINNER = new TripFacts(0, 0, Side.BUY, 80, 20, 30, 150, 0, 100);
  private static final TripFacts LOSER = new TripFacts(1, 0, Side.SELL, -50, 10, 60, 40, 50, 250);
  private static final TripFacts SMALL = new TripFacts(1, 2, Side.BUY, 10, 10, 10, 20, 300, 600);
  private static final List<TripFacts> TRIPS = List.of(WINNER, LOSER, SMALL);

  @Test
  void excursionsAreSummedUpOverTrips() {
    Excursions excursions = Excursions.of(TRIPS);

    assertThat(excursions.trips()).isEqualTo(3);
    assertThat(excursions.meanAdverse()).isCloseTo(100.0 / 3, within(1e-12)); // 30 + 60 + 10
    assertThat(excursions.medianAdverse()).isEqualTo(30.0);
    assertThat(excursions.largestAdverse()).isEqualTo(60);
    assertThat(excursions.largestAdverseOfWinners()).isEqualTo(30);
    assertThat(excursions.meanFavourable()).isEqualTo(70.0); // (150 + 40 + 20) / 3
    assertThat(excursions.medianFavourable()).isEqualTo(40.0);
    assertThat(excursions.largestFavourable()).isEqualTo(150);
    assertThat(excursions.largestFavourableOfLosers()).isEqualTo(40);
    assertThat(excursions.edgeRatio()).isEqualTo(2.1); // 210 / 100
    // gross 100, -40, 20: given back 50 + 80 + 0
    assertThat(excursions.meanGivenBack()).isCloseTo(130.0 / 3, within(1e-12));
    assertThat(excursions.meanHeldNanos()).isEqualTo(200.0); // (100 + 200 + 300) / 3
  }

  @Test
  void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
    assertThat(Excursions.of(List.of(WINNER, LOSER)).medianAdverse()).isEqualTo(45.0);
  }

  @Test
  void withoutTripsThereIsNoMean() {
    Excursions none = Excursions.of(List.of());

    assertThat(none.meanAdverse()).isNaN();
    assertThat(none.medianFavourable()).isNaN();
    assertThat(none.edgeRatio()).isNaN();
    assertThat(none.largestAdverse()).isZero();
  }

  @Test
  void tripsAreBrokenDownByStrategyInstrumentAndSide() {
    Breakdown<TripSummary> trips = Breakdown.of(TRIPS, TripSummary::of);

    assertThat(trips.total().tally().netProfit()).isEqualTo(40); // 80 - 50 + 10
    assertThat(trips.total().fees()).isEqualTo(40);
    assertThat(trips.byStrategy().keySet()).containsExactly(0, 1);
    assertThat(trips.byStrategy().get(1).tally().netProfit()).isEqualTo(-40); // -50 + 10
    assertThat(trips.byStrategy().get(1).tally().hitRate()).isEqualTo(0.5);
    assertThat(trips.byStrategy().get(1).tally().profitFactor()).isEqualTo(0.2); // 10 / 50
    assertThat(trips.byStrategy().get(1).tally().expectancy()).isEqualTo(-20.0);
    assertThat(trips.byStrategy().get(0).tally().profitFactor()).isNaN(); // it never lost
    assertThat(trips.byInstrument().keySet()).containsExactly(0, 2);
    assertThat(trips.byInstrument().get(0).fees()).isEqualTo(30);
    assertThat(trips.bySide().keySet()).containsExactly(Side.BUY, Side.SELL);
    assertThat(trips.bySide().get(Side.SELL).excursions().largestAdverse()).isEqualTo(60);
  }
}
