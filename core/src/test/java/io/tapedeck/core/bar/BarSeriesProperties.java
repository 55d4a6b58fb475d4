package io.tapedeck.core.bar;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.fixture.Instruments;
import io.tapedeck.core.market.Instrument;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What every rule keeps, over sessions of a hundred seconds with a pause between them. */
class BarSeriesProperties {
  private static final long SECOND = 1_000_000_000L;
  private static final long SESSION = 100 * SECOND;
  private static final long DAY = 150 * SECOND;
  private static final Instrument SHARE = Instruments.share("XYZ");

  /** A print of a day whose session lasts a hundred seconds, both ends included. */
  private record Print(long nanos, long priceTicks, long lots) {
    long day() {
      return nanos / DAY;
    }

    long closeNanos() {
      return day() * DAY + SESSION;
    }
  }

  @Provide
  Arbitrary<List<Print>> tape() {
    Arbitrary<Print> prints =
        Combinators.combine(
                Arbitraries.longs().between(0, 3),
                Arbitraries.longs().between(0, 200),
                Arbitraries.longs().between(9_000, 11_000),
                Arbitraries.longs().between(0, 60))
            .as((day, half, price, lots) -> new Print(day * DAY + half * SECOND / 2, price, lots));
    return prints
        .list()
        .ofMaxSize(80)
        .map(list -> list.stream().sorted((a, b) -> Long.compare(a.nanos(), b.nanos())).toList());
  }

  @Provide
  Arbitrary<String> rules() {
    return Arbitraries.of(
        "1s",
        "7s",
        "1m",
        "1 ticks",
        "5 ticks",
        "1 volume",
        "100 volume",
        "1 notional",
        "7500.01 notional");
  }

  private static List<BarRecorder.Bar> built(String rule, List<Print> tape, List<Integer> pauses) {
    BarRecorder recorder = new BarRecorder();
    BarSeries series = BarRule.parse(rule).series(SHARE, recorder);
    long day = -1;
    for (int i = 0; i < tape.size(); i++) {
      Print print = tape.get(i);
      if (print.day() != day) {
        day = print.day();
        series.open(day * DAY, day * DAY + SESSION);
      }
      if (pauses.contains(i)) {
        series.advanceTo(print.nanos()); // time passes without a tick, as at the end of a batch
      }
      series.add(print.nanos(), print.priceTicks(), print.lots());
    }
    series.finish();
    return recorder.bars;
  }

  @Property
  void barsConserveTicksVolumeAndRange(
      @ForAll("rules") String rule, @ForAll("tape") List<Print> tape) {
    List<BarRecorder.Bar> bars = built(rule, tape, List.of());
    int first = 0;
    for (BarRecorder.Bar bar : bars) {
      List<Print> prints = tape.subList(first, first + (int) bar.count());
      first += (int) bar.count();
      assertThat(bar.open()).isEqualTo(prints.get(0).priceTicks());
      assertThat(bar.close()).isEqualTo(prints.get(prints.size() - 1).priceTicks());
      assertThat(prints).extracting(Print::priceTicks).contains(bar.high(), bar.low());
      assertThat(prints).allMatch(p -> p.priceTicks() <= bar.high() && p.priceTicks() >= bar.low());
      assertThat(bar.lots()).isEqualTo(prints.stream().mapToLong(Print::lots).sum());
      assertThat(prints).allMatch(p -> p.nanos() >= bar.openNanos());
      assertThat(prints).allMatch(p -> p.nanos() <= bar.closeNanos());
      assertThat(prints).allMatch(p -> p.day() == prints.get(0).day());
    }
    assertThat(first).isEqualTo(tape.size());
  }

  @Property
  void aTimeBarDoesNotHoldThePrintAtItsEndUnlessTheSessionEndsThere(
      @ForAll @IntRange(min = 1, max = 60) int seconds, @ForAll("tape") List<Print> tape) {
    int first = 0;
    for (BarRecorder.Bar bar : built(seconds + "s", tape, List.of())) {
      first += (int) bar.count();
      Print last = tape.get(first - 1);
      assertThat(last.nanos() < bar.closeNanos() || last.nanos() == last.closeNanos()).isTrue();
      assertThat(bar.closeNanos() - bar.openNanos()).isLessThanOrEqualTo(seconds * SECOND);
    }
  }

  @Property
  void aMeasuredBarReachesItsThresholdWithItsLastPrintOrEndsWithItsSession(
      @ForAll @IntRange(min = 1, max = 300) int threshold, @ForAll("tape") List<Print> tape) {
    assertReached(tape, threshold + " ticks", threshold, print -> BigDecimal.ONE);
    assertReached(
        tape, threshold + " volume", threshold, print -> BigDecimal.valueOf(print.lots()));
    int money = threshold * 100;
    assertReached(
        tape,
        money + " notional",
        money,
        print -> SHARE.price(print.priceTicks()).multiply(SHARE.size(print.lots())));
  }

  private static void assertReached(
      List<Print> tape, String rule, long threshold, Function<Print, BigDecimal> measure) {
    BigDecimal target = BigDecimal.valueOf(threshold);
    int first = 0;
    for (BarRecorder.Bar bar : built(rule, tape, List.of())) {
      List<Print> prints = tape.subList(first, first + (int) bar.count());
      first += (int) bar.count();
      BigDecimal sum = BigDecimal.ZERO;
      for (Print print : prints.subList(0, prints.size() - 1)) {
        sum = sum.add(measure.apply(print));
      }
      Print last = prints.get(prints.size() - 1);
      assertThat(sum).isLessThan(target);
      if (sum.add(measure.apply(last)).compareTo(target) >= 0) {
        assertThat(bar.closeNanos()).isEqualTo(last.nanos());
      } else {
        assertThat(bar.closeNanos()).isEqualTo(last.closeNanos());
        assertThat(first == tape.size() || tape.get(first).day() > last.day()).isTrue();
      }
      assertThat(bar.openNanos()).isEqualTo(prints.get(0).nanos());
    }
  }

  @Property
  void whereTimePassesBetweenTicksChangesNoBar(
      @ForAll("rules") String rule,
      @ForAll("tape") List<Print> tape,
      @ForAll @Size(max = 20) List<@IntRange(max = 79) Integer> pauses) {
    assertThat(built(rule, tape, pauses)).isEqualTo(built(rule, tape, List.of()));
  }

  @Property
  void theNextCloseIsThatOfTheBarThatIsThenHandedOver(
      @ForAll("rules") String rule, @ForAll("tape") List<Print> tape) {
    BarRecorder recorder = new BarRecorder();
    BarSeries series = BarRule.parse(rule).series(SHARE, recorder);
    series.open(0, SESSION);
    for (Print print : tape) {
      if (print.day() == 0) {
        series.add(print.nanos(), print.priceTicks(), print.lots());
      }
    }
    long close = series.nextCloseNanos();
    int before = recorder.bars.size();
    series.finish();
    if (close == Long.MAX_VALUE) {
      assertThat(recorder.bars).hasSize(before);
    } else {
      assertThat(recorder.bars.get(before).closeNanos()).isEqualTo(close);
    }
    assertThat(series.nextCloseNanos()).isEqualTo(Long.MAX_VALUE);
  }
}
