package io.tapedeck.core.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.core.fixture.Instruments;
import io.tapedeck.core.market.Universe;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MomentumRotationTest {
  private static final Universe THREE =
      Market.barsOf(Instruments.share("A"), Instruments.share("B"), Instruments.share("C"));
  private static final long DAY = 86_400_000_000_000L;

  private int days;

  /** Returns over two sessions; the best two are held. */
  private static Market market(int skip, int every) {
    return new Market(new MomentumRotation.Params(2, skip, every, 2, 1, PriceSource.AUTO), THREE);
  }

  /** A session in which A, B and C close at these prices; 0 for no price. */
  private Market day(Market market, long... closeTicks) {
    long open = ++days * DAY;
    market.opens(open, open + DAY / 2);
    for (int i = 0; i < closeTicks.length; i++) {
      if (closeTicks[i] > 0) {
        market.closes(i, closeTicks[i]);
      }
    }
    return market.shuts(open, open + DAY / 2);
  }

  @Test
  void itHoldsTheBestByTheirReturnAndSellsBeforeItBuys() {
    Market market = market(0, 1);
    day(market, 100, 100, 100);
    day(market, 105, 100, 120);
    assertThat(market.asked()).isEmpty(); // a return of two sessions needs three closes

    day(market, 110, 90, 105); // +10 %, -10 %, +5 %
    assertThat(market.asked()).containsExactly("0: weight 0.5", "2: weight 0.5");

    day(market, 100, 130, 130); // since the second: -4.8 %, +30 %, +8.3 %
    assertThat(market.asked().subList(2, 5))
        .containsExactly("0: target 0", "1: weight 0.5", "2: weight 0.5");
  }

  @Test
  void itRanksEverySoManySessionsOnly() {
    Market market = market(0, 2);
    day(market, 100, 100, 100);
    day(market, 100, 100, 100);
    day(market, 110, 105, 100);
    day(market, 100, 100, 200); // not asked
    assertThat(market.asked()).containsExactly("0: weight 0.5", "1: weight 0.5");

    day(market, 100, 120, 200); // over the last two sessions: -9.1 %, +14.3 %, +100 %
    assertThat(market.asked().subList(2, 5))
        .containsExactly("0: target 0", "1: weight 0.5", "2: weight 0.5");
  }

  @Test
  void theLatestSessionsMayBeLeftOut() {
    Market market = market(1, 1);
    day(market, 100, 100, 100);
    day(market, 100, 100, 100);
    day(market, 101, 102, 103);
    assertThat(market.asked()).isEmpty();

    day(market, 900, 100, 100); // still ranked by the session before: C, then B
    assertThat(market.asked()).containsExactly("1: weight 0.5", "2: weight 0.5");
  }

  @Test
  void theFirstOfEqualsComesFirst() {
    Market market = market(0, 1);
    day(market, 100, 100, 100);
    day(market, 100, 100, 100);
    day(market, 100, 100, 100);

    assertThat(market.asked()).containsExactly("0: weight 0.5", "1: weight 0.5");
  }

  @Test
  void anInstrumentWithoutAPriceIsNotRankedAndTheRestStaysInCash() {
    Market market = market(0, 1);
    day(market, 0, 100, 100);
    day(market, 100, 100, 100);
    day(market, 900, 101, 0);

    assertThat(market.asked()).containsExactly("1: weight 0.5");
  }

  @Test
  void termsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> new MomentumRotation.Params(0, 0, 1, 1, 1, PriceSource.AUTO))
        .hasMessage("lookback must be at least 1 session, was 0");
    assertThatThrownBy(() -> new MomentumRotation.Params(1, 0, 1, 1, 0, PriceSource.AUTO))
        .hasMessage("exposure must be positive, was 0.0");
    assertThatThrownBy(
            () -> new MomentumRotation.Params(1, 0, 1, 4, 1, PriceSource.AUTO).create(THREE))
        .hasMessage("hold must be at most the 3 instruments of the run, was 4");
  }

  @Property(tries = 200)
  void neverMoreThanTheExposureIsHeld(
      @ForAll @Size(min = 3, max = 25)
          List<@Size(3) List<@LongRange(min = 0, max = 120) Long>> sessions,
      @ForAll @IntRange(min = 1, max = 4) int every) {
    Market market = market(0, every);
    for (List<Long> closes : sessions) {
      day(market, closes.stream().mapToLong(close -> close).toArray());
      double held = 0;
      for (int i = 0; i < 3; i++) {
        String prefix = i + ": ";
        String last =
            market.asked().stream()
                .filter(wish -> wish.startsWith(prefix))
                .reduce("", (before, wish) -> wish);
        held += last.endsWith("weight 0.5") ? 0.5 : 0;
      }
      assertThat(held).isLessThanOrEqualTo(1);
    }
  }
}
