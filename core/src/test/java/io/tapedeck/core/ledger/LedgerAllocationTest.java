package io.tapedeck.core.ledger;

import static io.tapedeck.core.fixture.Instruments.quoted;
import static io.tapedeck.core.fixture.Instruments.share;
import static io.tapedeck.core.market.Side.BUY;
import static io.tapedeck.core.market.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.tapedeck.core.account.CostMethod;
import io.tapedeck.core.account.MarginFraction;
import io.tapedeck.core.account.MarkRule;
import io.tapedeck.core.market.Universe;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;

/** What is done a million times allocates what is done a thousand times. */
class LedgerAllocationTest {
  private static final long FEW = 1_000;
  private static final long MANY = 1_000_000;

  /** Rings grow to their working size once. */
  private static final long GROWTH_BYTES = 16_384;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Universe universe = quoted(share("XYZ"));
  private long watched;

  private long bytes(LongConsumer work, long times) {
    long before = threads.getCurrentThreadAllocatedBytes();
    work.accept(times);
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private void allocatesNothing(LongConsumer work) {
    work.accept(MANY); // loads classes, compiles
    long few = bytes(work, FEW);
    long many = bytes(work, MANY);

    assertThat(many - few).isBetween(-GROWTH_BYTES, GROWTH_BYTES);
  }

  private Books sharedBooks(CostMethod method) {
    Books books =
        new Books(
            new Ledger(universe, 0, method, trip -> {}),
            Attribution.of(universe, 2, method, trip -> {}),
            new Marks(MarkRule.LIQUIDATION, universe),
            (nanos, equity) -> {});
    // a denominator that takes the product into 128 bits
    MarginFraction fraction = MarginFraction.of(new BigDecimal("0.123456789012345678"));
    books.watch(fraction, (nanos, equity, maintenance) -> watched += maintenance);
    return books;
  }

  @Test
  void ofWatchedMarksOfSeveralStrategies() {
    Books books = sharedBooks(CostMethod.FIFO);
    books.post(0, 0, 0, BUY, 10_000, 30, 0);
    books.post(0, 1, 0, SELL, 10_000, 10, 0);
    allocatesNothing(
        times -> {
          for (long i = 0; i < times; i++) {
            books.onQuote(0, 9_000 + i % 100, 9_100 + i % 100);
            books.settle(i);
          }
        });
    assertThat(watched).isPositive();
  }

  @Test
  void ofOpeningAndAveragingAPosition() {
    Books books = sharedBooks(CostMethod.AVERAGE);
    books.post(0, 0, 0, BUY, 10_000, 30, 0);
    books.post(0, 1, 0, BUY, 10_000, 30, 0);
    allocatesNothing(
        times -> {
          for (long i = 0; i < times; i++) {
            books.post(i, 0, 0, BUY, 10_000 + i % 7, 3, 1);
            books.settle(i);
            books.post(i, 0, 0, SELL, 10_000 - i % 7, 3, 1);
            books.settle(i);
            books.ledger().finance(0, i % 3);
          }
        });
  }

  @Test
  void ofLotsThatComeAndGo() {
    LotQueue queue = new LotQueue();
    allocatesNothing(
        times -> {
          for (long i = 0; i < times; i++) {
            queue.add(i, 10_000 + i % 50, 2, 20_000, 3);
            if (queue.size() > 500) {
              queue.take(2, queue.basis(0), queue.fee(0));
            }
          }
        });
    assertThat(queue.size()).isEqualTo(500);
  }
}
