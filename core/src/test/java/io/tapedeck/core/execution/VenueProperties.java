package io.tapedeck.core.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.execution.QueueModelSpec.Kind;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * What holds for any tape and any orders: no fill beyond a limit, OrderQty = filled + leaves, the
 * lots of each print and touch used once, post-only never a taker, triggered only at the trigger.
 */
class VenueProperties {
  private static final int STEPS = 240;

  private static void holds(long seed, ExecutionSpec spec, boolean hasQuotes, boolean hasAuctions) {
    assertThat(new RandomFloor(seed, spec, hasQuotes, hasAuctions).run(STEPS).fills()).isPositive();
  }

  @Property(tries = 300)
  void onQuotesAndPrints(@ForAll long seed) {
    holds(seed, ExecutionSpec.STANDARD, true, false);
  }

  @Property(tries = 300)
  void onPrintsAlone(@ForAll long seed) {
    holds(seed, ExecutionSpec.STANDARD, false, false);
  }

  @Property(tries = 300)
  void withFlaggedAuctions(@ForAll long seed) {
    holds(seed, ExecutionSpec.STANDARD, true, true);
  }

  @Property(tries = 300)
  void withResidualsCanceled(@ForAll long seed) {
    holds(seed, ExecutionSpec.STANDARD.withResidual(ResidualRule.CANCELS), true, false);
  }

  @Property(tries = 300)
  void withQueuesAndAShareOfTheMarket(@ForAll long seed, @ForAll Kind kind) {
    ExecutionSpec spec =
        ExecutionSpec.STANDARD
            .withQueue(QueueModelSpec.of(kind))
            .withMaxParticipation(new BigDecimal("0.5"));
    holds(seed, spec, true, false);
  }
}
