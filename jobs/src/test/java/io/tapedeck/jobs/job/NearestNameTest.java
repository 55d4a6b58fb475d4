package io.tapedeck.jobs.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {
  @Test
  void countsInsertionsDeletionsReplacementsAndSwaps() {
    assertThat(NearestName.edits("slippage", "slipage")).isEqualTo(1);
    assertThat(NearestName.edits("form", "from")).isEqualTo(1); // two neighbours swapped
    assertThat(NearestName.edits("", "abc")).isEqualTo(3);
    assertThat(NearestName.edits("Fast", "fast")).isZero();
  }

  @Test
  void suggestsNothingWhenNothingIsNear() {
    assertThat(NearestName.of("colour", List.of("seed", "mark"))).isEmpty();
    assertThat(NearestName.hint("colour", List.of("seed", "mark"))).isEqualTo("known: mark, seed");
  }
}
