package io.tapedeck.core.replay.textbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.order.CancelReason;
import io.tapedeck.core.order.RejectReason;
import io.tapedeck.core.order.ReplaceReason;
import io.tapedeck.core.replay.textbook.RandomRun.Kind;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Random runs are worth comparing only if everything happens in them. */
class RandomRunTest {
  @Test
  void everyEventAndEveryReasonHappensOften() {
    TreeMap<String, Integer> counts = new TreeMap<>();
    for (Kind kind : Kind.values()) {
      for (long seed = 0; seed < 150; seed++) {
        RandomRun run = seed % 3 == 0 ? RandomRun.onMargin(seed, kind) : RandomRun.of(seed, kind);
        run.rules().luck = new KeyedLuck(run.luckSeed());
        for (Happening one :
            new TextbookReplay(run.tape(), run.wishes(), run.rules()).run().history()) {
          counts.merge(one.kind(), 1, Integer::sum);
          counts.merge(one.kind() + " " + one.reason(), 1, Integer::sum);
          counts.merge(kind + " " + one.kind(), 1, Integer::sum);
        }
      }
    }
    for (CancelReason reason : CancelReason.values()) {
      if (reason != CancelReason.POST_ONLY_WOULD_TAKE) { // one run in a thousand
        assertThat(counts).containsKey("CANCELED " + reason);
      }
    }
    for (RejectReason reason : RejectReason.values()) {
      assertThat(counts).containsKey("REJECTED " + reason);
    }
    for (ReplaceReason reason : ReplaceReason.values()) {
      assertThat(counts).containsKey("REPLACED " + reason);
    }
    for (Kind kind : Kind.values()) {
      assertThat(counts)
          .containsKeys(kind + " FILL", kind + " TRIGGERED", kind + " EXPIRED", kind + " CANCELED");
    }
    assertThat(counts)
        .containsKeys("FILL MAKER", "FILL TAKER", "CANCEL_REJECTED", "AMEND_DENIED AMEND_PENDING");
  }
}
