package io.tapedeck.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EquityTrackTest {
  private final EquityTrack track = new EquityTrack(1_000);

  @Test
  void theDeepestFallIsMeasuredInMoneyAndAgainstItsOwnPeak() {
    track.mark(0, 1_000);
    track.mark(1, 900); // 100 of 1 000
    track.mark(2, 2_000);
    track.mark(3, 1_850); // 150 of 2 000: more money, a smaller share

    assertThat(track.maxDrawdownMoney()).isEqualTo(150);
    assertThat(track.maxDrawdown()).isEqualTo(0.1);
  }

  @Test
  void aDrawdownLastsFromTheLastMarkAtThePeakToTheRecovery() {
    track.mark(0, 1_100);
    track.mark(10, 1_100);
    track.mark(20, 1_050);
    track.mark(35, 1_100);
    track.mark(40, 1_090);
    track.mark(50, 1_200);

    assertThat(track.maxDrawdownNanos()).isEqualTo(25); // 10 to 35; the next one 35 to 50
  }

  @Test
  void aDrawdownThatDoesNotRecoverLastsToTheLastMark() {
    track.mark(0, 1_000);
    track.mark(10, 990);
    track.mark(70, 995);
    track.mark(90, 995);

    assertThat(track.maxDrawdownNanos()).isEqualTo(90);
    assertThat(track.lastMarkNanos()).isEqualTo(90);
  }

  @Test
  void aFallAtTheVeryFirstMarkCountsFromTheStart() {
    track.mark(5, 950);

    assertThat(track.maxDrawdownMoney()).isEqualTo(50);
    assertThat(track.maxDrawdownNanos()).isZero();
  }

  @Test
  void theDrawdownNowIsFromThePeakSoFar() {
    track.mark(0, 1_200);
    track.mark(1, 900);
    track.mark(2, 1_050);

    assertThat(track.drawdownMoney()).isEqualTo(150);
    assertThat(track.maxDrawdownMoney()).isEqualTo(300);
  }

  @Test
  void aSessionStartsFromTheLastMarkBeforeIt() {
    track.openSession();
    assertThat(track.sessionStartEquity()).isEqualTo(1_000);

    track.mark(0, 1_100);
    assertThat(track.sessionStartEquity()).isEqualTo(1_000);

    track.openSession();
    track.mark(1, 1_050);
    assertThat(track.sessionStartEquity()).isEqualTo(1_100);
  }
}
