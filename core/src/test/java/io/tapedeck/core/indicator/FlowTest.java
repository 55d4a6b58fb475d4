package io.tapedeck.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.core.market.Missing;
import org.junit.jupiter.api.Test;

/** Indicators of volume: mean prices and imbalances. */
class FlowTest {
  @Test
  void theMeanPriceOfASessionStartsAnewWithTheNext() {
    SessionVwap vwap = new SessionVwap.Spec().create();
    assertThat(vwap.value()).isNaN();
    vwap.add(1, 100, 10);
    vwap.add(1, 103, 20); // (1 000 + 2 060) / 30
    assertThat(vwap.value()).isEqualTo(102.0);
    vwap.add(2, 200, 0);
    assertThat(vwap.isWarm()).isFalse();
    assertThat(vwap.value()).isNaN();
    vwap.add(2, 200, 5);
    assertThat(vwap.value()).isEqualTo(200.0);
  }

  @Test
  void theRollingMeanPriceIsThatOfTheLastTrades() {
    RollingVwap vwap = new RollingVwap.Spec(2).create();
    vwap.add(100, 10);
    assertThat(vwap.value()).isNaN();
    vwap.add(103, 20); // (1 000 + 2 060) / 30
    assertThat(vwap.value()).isEqualTo(102.0);
    vwap.add(98, 30); // (2 060 + 2 940) / 50
    assertThat(vwap.value()).isEqualTo(100.0);
    vwap.add(50, 0);
    vwap.add(50, 0); // nothing was traded
    assertThat(vwap.value()).isNaN();
  }

  @Test
  void aTurnoverBeyond64BitsIsExact() {
    RollingVwap vwap = new RollingVwap.Spec(2).create();
    vwap.add(Long.MAX_VALUE / 2, Long.MAX_VALUE / 4);
    vwap.add(10, 3);
    vwap.add(20, 1); // (30 + 20) / 4

    assertThat(vwap.value()).isEqualTo(12.5);
  }

  @Test
  void tradesWithoutASizeHaveNoMeanPrice() {
    SessionVwap session = new SessionVwap.Spec().create();
    RollingVwap rolling = new RollingVwap.Spec(2).create();

    assertThatThrownBy(() -> session.add(1, 100, Missing.VALUE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> rolling.add(100, -1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theImbalanceOfAQuoteIsTheShareOfItsLargerSide() {
    QuoteImbalance imbalance = new QuoteImbalance.Spec().create();
    assertThat(imbalance.isWarm()).isFalse();
    imbalance.add(300, 100);
    assertThat(imbalance.value()).isEqualTo(0.5); // 200 / 400
    imbalance.add(0, 100);
    assertThat(imbalance.value()).isEqualTo(-1.0);
    imbalance.add(0, 0);
    assertThat(imbalance.value()).isNaN();
    imbalance.add(300, Missing.VALUE);
    assertThat(imbalance.value()).isNaN();
    assertThat(imbalance.isWarm()).isFalse();
    assertThatThrownBy(() -> imbalance.add(-1, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theImbalanceOfTradesIsTheShareOfItsLargerAggressor() {
    TradeImbalance imbalance = new TradeImbalance.Spec(3).create();
    imbalance.add(+1, 50);
    imbalance.add(-1, 30);
    assertThat(imbalance.value()).isNaN();
    imbalance.add(+1, 20); // (50 - 30 + 20) / 100
    assertThat(imbalance.value()).isEqualTo(0.4);
    imbalance.add(0, 50); // an auction: (-30 + 20) / 100
    assertThat(imbalance.value()).isEqualTo(-0.1);
    imbalance.add(Missing.VALUE, 130); // unknown: 20 / 200
    assertThat(imbalance.value()).isEqualTo(0.1);
    assertThatThrownBy(() -> imbalance.add(2, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> imbalance.add(1, Missing.VALUE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theChannelSpansTheLastBars() {
    DonchianChannel channel = new DonchianChannel.Spec(2).create();
    channel.add(15, 10);
    assertThat(channel.upper()).isNaN();
    channel.add(14, 11);
    assertThat(channel.upper()).isEqualTo(15.0);
    assertThat(channel.lower()).isEqualTo(10.0);
    assertThat(channel.middle()).isEqualTo(12.5);
    channel.add(13, 12); // the first bar has left
    assertThat(channel.upper()).isEqualTo(14.0);
    assertThat(channel.lower()).isEqualTo(11.0);
  }
}
