package io.tapedeck.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplayTextTest {
  @Test
  void threeFiguresStandInALineAndFewerWhereTheyAreLong() {
    Map<String, Object> figures = new LinkedHashMap<>();
    for (String name : new String[] {"a", "b", "c", "d", "e", "f"}) {
      figures.put(name, 1L);
    }
    assertThat(ReplayText.metrics(figures)).hasSize(2);

    // 9,999,999,999,999,999,999.00 has 28 characters: beside a name two fit into a line, not three
    figures.put("f", new BigDecimal("9999999999999999999"));

    assertThat(ReplayText.metrics(figures))
        .hasSize(3)
        .allMatch(line -> line.length() + 2 <= Console.WIDTH);
  }
}
