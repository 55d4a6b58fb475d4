package io.tapedeck.core.replay.textbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.replay.textbook.RandomRun.Kind;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds of the engine for all orders on all kinds of tape, whatever the rules are. */
class EngineRunProperties {
  private static RandomRun run(long seed, Kind kind) {
    return seed % 4 == 0 ? RandomRun.onMargin(seed, kind) : RandomRun.of(seed, kind);
  }

  @Property(tries = 200)
  void whereBatchesAreCutChangesNothing(
      @ForAll long seed, @ForAll Kind kind, @ForAll @IntRange(min = 1, max = 40) int batchSize) {
    RandomRun run = run(seed, kind);
    EngineRun.Answer whole = EngineRun.of(run);

    EngineRun.Answer cut = EngineRun.of(run, EngineRun.rowsOf(run), batchSize);

    assertThat(cut.result()).isEqualTo(whole.result()); // with its fingerprint
    assertThat(cut.history()).isEqualTo(whole.history());
  }

  @Property(tries = 200)
  void theFutureCannotChangeThePast(
      @ForAll long seed, @ForAll Kind kind, @ForAll @IntRange(max = 99) int percent) {
    RandomRun run = run(seed, kind);
    int known = EngineRun.rowsOf(run) * percent / 100;
    long firstUnseenNanos = EngineRun.nanosOf(run, known);

    EngineRun.Answer past = EngineRun.of(run, known, 7);

    assertThat(before(firstUnseenNanos, past))
        .isEqualTo(before(firstUnseenNanos, EngineRun.of(run)));
  }

  private static List<Happening> before(long nanos, EngineRun.Answer answer) {
    return answer.history().stream().filter(one -> one.time() < nanos).toList();
  }

  @Property(tries = 200)
  void whatIsDeniedNeverReachesTheVenueAndOrderQtyIsCumQtyAndLeavesQty(
      @ForAll long seed, @ForAll Kind kind) {
    OrderBooks books = new OrderBooks();

    EngineRun.of(run(seed, kind)).history().forEach(books::hear);

    assertThat(books.complaints()).isEmpty();
  }
}
