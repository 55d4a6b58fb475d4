package io.tapedeck.lake.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.TradeColumns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class TieOrderProperties {
  private record Key(long nanos, int stream, long seq) {}

  @Property
  void rowsOfOneTimeComeInTheOrderOfStreamAndSeqAndTheOthersStay(
      @ForAll @Size(max = 60) List<@IntRange(max = 2) Integer> gaps,
      @ForAll @Size(min = 60, max = 60) List<@IntRange(max = 3) Integer> streams) {
    TradeColumns sortedByTimeAndSeq = new TradeColumns(1);
    List<Key> keys = new ArrayList<>();
    long nanos = 0;
    for (int seq = 0; seq < gaps.size(); seq++) {
      nanos += gaps.get(seq);
      keys.add(new Key(nanos, streams.get(seq), seq));
      sortedByTimeAndSeq.add(
          0, streams.get(seq), seq, nanos, Missing.VALUE, 1_000 + seq, 1, Missing.VALUE);
    }

    TradeColumns sorted = new TradeColumns(1);
    TieOrder.sort(sortedByTimeAndSeq, sorted);

    keys.sort(
        Comparator.comparingLong(Key::nanos)
            .thenComparingInt(Key::stream)
            .thenComparingLong(Key::seq));
    assertThat(keys(sorted)).isEqualTo(keys);
    assertThat(TieOrder.holds(sorted)).isTrue();
    assertThat(TieOrder.holds(sortedByTimeAndSeq)).isEqualTo(keys(sortedByTimeAndSeq).equals(keys));
    for (int row = 0; row < sorted.size(); row++) {
      assertThat(sorted.priceTicks(row)).isEqualTo(1_000 + sorted.seq(row)); // values travel along
    }
  }

  @Property
  void theLastRunIsWhereTheLastTimeBegins(
      @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 1) Integer> gaps) {
    TradeColumns columns = new TradeColumns(1);
    long nanos = 0;
    for (int seq = 0; seq < gaps.size(); seq++) {
      nanos += gaps.get(seq);
      columns.add(0, 0, seq, nanos, Missing.VALUE, 1, 1, Missing.VALUE);
    }

    int run = TieOrder.lastRun(columns);

    assertThat(columns.eventTimeNanos(run)).isEqualTo(nanos);
    assertThat(run == 0 || columns.eventTimeNanos(run - 1) < nanos).isTrue();
  }

  private static List<Key> keys(TradeColumns columns) {
    List<Key> keys = new ArrayList<>();
    for (int row = 0; row < columns.size(); row++) {
      keys.add(new Key(columns.eventTimeNanos(row), columns.stream(row), columns.seq(row)));
    }
    return keys;
  }
}
