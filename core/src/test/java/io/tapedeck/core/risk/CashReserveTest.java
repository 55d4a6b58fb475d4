package io.tapedeck.core.risk;

import static io.tapedeck.core.fixture.Instruments.share;
import static io.tapedeck.core.risk.Known.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.market.Missing;
import java.util.List;
import org.junit.jupiter.api.Test;

class CashReserveTest {
  private final Known known = new Known(2).at(0, 10_000).at(1, 5_000);
  private final CashReserve reserve =
      new CashReserve(List.of(share("AAA"), share("BBB")), BuyingPower.cash(1_000_000)); // 1 %

  @Test
  void limitsReserveTheirPriceAndMarketsTheLastKnownOne() {
    reserve.onLeaves(0, 9_000, 0, 10); // 10 × 90 + 9 = 909
    reserve.onLeaves(1, Missing.VALUE, 0, 4); // 4 × 50 + 2 = 202

    assertThat(reserve.money(known)).isEqualTo(usd("1111"));
    known.at(0, 20_000).at(1, 6_000); // the market order alone follows: 240 + 2.40
    assertThat(reserve.money(known)).isEqualTo(usd("1151.40"));
  }

  @Test
  void whatFilledOrEndedIsReservedNoLonger() {
    reserve.onLeaves(0, 9_000, 0, 10);
    reserve.onLeaves(0, 9_100, 0, 5); // 455 + 4.55
    reserve.onLeaves(1, Missing.VALUE, 0, 4);

    reserve.onLeaves(0, 9_000, 10, 7); // 630 + 6.30
    reserve.onLeaves(1, Missing.VALUE, 4, 0);
    assertThat(reserve.money(known)).isEqualTo(usd("1095.85"));

    reserve.onLeaves(0, 9_000, 7, 0);
    reserve.onLeaves(0, 9_100, 5, 0);
    assertThat(reserve.money(known)).isZero();
  }

  @Test
  void aWorkingMarketBuyWithoutAPriceCannotBeReservedFor() {
    reserve.onLeaves(1, Missing.VALUE, 0, 4);
    known.at(1, Missing.VALUE);

    assertThat(reserve.money(known)).isEqualTo(Missing.VALUE);
    reserve.clear();
    assertThat(reserve.money(known)).isZero();
  }
}
