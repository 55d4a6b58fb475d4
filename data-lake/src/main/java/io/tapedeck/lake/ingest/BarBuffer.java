package io.tapedeck.lake.ingest;

import io.tapedeck.core.market.BarColumns;
import io.tapedeck.core.market.BarPrice;
import io.tapedeck.core.market.EventColumns;
import io.tapedeck.core.market.EventKind;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Missing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Bars, of which of several with one close the first is kept; each is two events. */
final class BarBuffer implements RowBuffer {
  private static final int E9_DECIMALS = 9;

  private final BarPrice price;
  private final SortedMap<Long, Bar> byClose = new TreeMap<>();

  BarBuffer(BarPrice price) {
    this.price = price;
  }

  /** A bar; prices in 1e-9, volume null where there is none. */
  private record Bar(
      long openNanos,
      long closeNanos,
      long openE9,
      long highE9,
      long lowE9,
      long closeE9,
      BigDecimal volume) {}

  @Override
  public void add(ParsedRow row) {
    byClose.putIfAbsent(
        row.eventTimeNanos,
        new Bar(
            row.openTimeNanos,
            row.eventTimeNanos,
            row.openE9,
            row.highE9,
            row.lowE9,
            row.closeE9,
            row.volume));
  }

  @Override
  public List<EventColumns> columns(int instrumentIndex, int stream, Instrument instrument) {
    List<EventColumns> both = new ArrayList<>();
    for (byte kind : new byte[] {EventKind.BAR, EventKind.BAR_OPEN}) {
      BarColumns columns = new BarColumns(kind, Math.max(1, byClose.size()));
      byClose.values().forEach(bar -> add(columns, bar, instrumentIndex, stream, instrument));
      both.add(columns);
    }
    return both;
  }

  private void add(BarColumns out, Bar bar, int index, int stream, Instrument instrument) {
    out.add(
        index,
        stream,
        bar.openNanos(),
        bar.openNanos(),
        bar.closeNanos(),
        Missing.VALUE,
        price,
        instrument.ticks(bar.openE9()),
        instrument.ticks(bar.highE9()),
        instrument.ticks(bar.lowE9()),
        instrument.ticks(bar.closeE9()),
        lots(bar.volume(), instrument));
  }

  /** A volume may be larger than what fits in 64 bits of 1e-9. */
  private static long lots(BigDecimal volume, Instrument instrument) {
    if (volume == null) {
      return Missing.VALUE;
    }
    BigDecimal lot = BigDecimal.valueOf(instrument.sizeQuantumE9(), E9_DECIMALS);
    return volume.divide(lot, 0, RoundingMode.UNNECESSARY).longValueExact();
  }
}
