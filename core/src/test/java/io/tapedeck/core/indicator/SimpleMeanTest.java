package io.tapedeck.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SimpleMeanTest {
  @Test
  void theMeanOfThreeFollowsTheLastThreeValues() {
    SimpleMean mean = new SimpleMean(3);
    mean.add(1);
    mean.add(2);

    assertThat(mean.isWarm()).isFalse();
    assertThat(mean.value()).isNaN();

    mean.add(6); // (1 + 2 + 6) / 3
    assertThat(mean.isWarm()).isTrue();
    assertThat(mean.value()).isEqualTo(9 * (1.0 / 3));
    mean.add(-2); // (2 + 6 - 2) / 3
    assertThat(mean.value()).isEqualTo(6 * (1.0 / 3));
  }

  /** The vector and its ten-day means are those of {@link PublishedVector}. */
  @Test
  void itAgreesWithThePublishedVector() {
    SimpleMean mean = new SimpleMean(10);
    for (int day = 0; day < PublishedVector.CLOSE_CENTS.length; day++) {
      mean.add(PublishedVector.CLOSE_CENTS[day]);
      if (day >= 9) {
        assertThat(mean.value())
            .isCloseTo(PublishedVector.SMA10_CENTS[day - 9], within(PublishedVector.ROUNDING));
      }
    }
  }

  @Property
  void itIsOneExpressionOfTheExactSumHoweverTheWindowWasReached(
      @ForAll @Size(min = 1, max = 60)
          List<@LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) Long> values,
      @ForAll @IntRange(min = 1, max = 20) int window) {
    SimpleMean mean = new SimpleMean(window);
    for (int i = 0; i < values.size(); i++) {
      mean.add(values.get(i));
      if (i + 1 >= window) {
        long sum = values.subList(i + 1 - window, i + 1).stream().mapToLong(Long::longValue).sum();
        assertThat(mean.value()).isEqualTo((double) sum * (1.0 / window));
      }
    }
  }

  @Test
  void aSumBeyond64BitsIsRefused() {
    SimpleMean mean = new SimpleMean(2);
    mean.add(Long.MAX_VALUE);

    assertThatThrownBy(() -> mean.add(Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
  }
}
