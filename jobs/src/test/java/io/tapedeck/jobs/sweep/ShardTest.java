package io.tapedeck.jobs.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {
  @Test
  void theSharesOfSevenChunksAmongThreeHaveEachChunkOnce() {
    List<List<Integer>> shares =
        Stream.of("1/3", "2/3", "3/3")
            .map(Shard::parse)
            .map(shard -> IntStream.range(0, 7).filter(shard::holds).boxed().toList())
            .toList();

    assertThat(shares).containsExactly(List.of(0, 3, 6), List.of(1, 4), List.of(2, 5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/2", "3/2", "1/0", "1", "1/", "/2", "-1/2", "1/2/3", "a/b", "", "1 /2"})
  void whatIsNoShareIsRefused(String text) {
    assertThatThrownBy(() -> Shard.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a shard is i/n with i from 1 to n, as 2/8; was");
  }
}
