package io.tapedeck.core.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.core.market.Universe;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParameterDescriptionTest {
  private record Bare(int window) implements StrategySpec {
    @Override
    public Strategy create(Universe universe) {
      throw new UnsupportedOperationException("only described");
    }
  }

  private record Listed(@Parameter("windows") List<Integer> windows) implements StrategySpec {
    @Override
    public Strategy create(Universe universe) {
      throw new UnsupportedOperationException("only described");
    }
  }

  private static final class NoRecord implements StrategySpec {
    @Override
    public Strategy create(Universe universe) {
      throw new UnsupportedOperationException("only described");
    }
  }

  @Test
  void aComponentWithoutAnAnnotationIsRefused() {
    assertThatThrownBy(() -> ParameterDescription.of(Bare.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("window of .*Bare must carry @Parameter");
  }

  @Test
  void aComponentOfATypeThatTextCannotBecomeIsRefused() {
    assertThatThrownBy(() -> ParameterDescription.of(Listed.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be int, long, double, boolean, BigDecimal, String or an enum");
  }

  @Test
  void parametersThatAreNoRecordAreRefused() {
    assertThatThrownBy(() -> ParameterDescription.of(NoRecord.class))
        .hasMessageContaining("must be a record");
  }

  @Test
  void theDomainIsOnePhrase() {
    assertThat(new ParameterDescription("n", "a number", "bps", "from 0", "", "m").domain())
        .isEqualTo("a number (bps, from 0)");
    assertThat(new ParameterDescription("n", "a number", "", "from 0", "1", "m").domain())
        .isEqualTo("a number (from 0)");
    assertThat(new ParameterDescription("n", "text", "", "", "x", "m").domain()).isEqualTo("text");
  }
}
