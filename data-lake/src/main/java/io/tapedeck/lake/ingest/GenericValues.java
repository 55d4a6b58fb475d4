package io.tapedeck.lake.ingest;

import io.tapedeck.core.market.Missing;
import io.tapedeck.lake.table.LakeTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/** Reads the prices, sizes and other values of a row by a mapping. */
final class GenericValues {
  private final GenericMapping mapping;
  private final ColumnIndex columns;
  private final Units.Checker units;
  private final TextPool texts;
  private final BarTimes barTimes;
  private long rounded;
  private boolean isRounded;
  private int[] fields; // in the order of GenericMapping.fields

  GenericValues(GenericMapping mapping, ColumnIndex columns, IntakePlan plan, TextPool texts) {
    this.mapping = mapping;
    this.columns = columns;
    this.units = plan.units().checker();
    this.texts = texts;
    barTimes = mapping.bars() == null ? null : new BarTimes(mapping.bars(), plan::calendar);
  }

  void resolve() throws RefusedFileException {
    var names = GenericMapping.fields(mapping.table());
    fields = new int[names.size()];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = columns.of(mapping.columns().get(names.get(i)));
    }
  }

  /** How many rows were rounded. */
  long rounded() {
    return rounded;
  }

  RowVerdict read(Line line, ParsedRow row) {
    isRounded = false;
    RowVerdict verdict =
        mapping.table() == LakeTable.TRADES
            ? trade(line, row)
            : mapping.table() == LakeTable.QUOTES ? quote(line, row) : bar(line, row);
    if (verdict == RowVerdict.KEPT && isRounded) {
      rounded++;
    }
    return verdict;
  }

  private RowVerdict trade(Line line, ParsedRow row) {
    row.priceE9 = price(line, fields[0]);
    row.sizeE9 = size(line, fields[1]);
    RowVerdict verdict = TradeRules.check(row, units);
    if (verdict != RowVerdict.KEPT) {
      return verdict;
    }
    row.aggressor = Missing.VALUE;
    if (!columns.isNull(line, fields[2])) {
      Integer sign = mapping.side().signs().get(text(line, fields[2]));
      if (sign == null) {
        return RowVerdict.BAD_SIDE;
      }
      row.aggressor = sign;
    }
    row.conditions = columns.isNull(line, fields[3]) ? null : text(line, fields[3]);
    return RowVerdict.KEPT;
  }

  /** One side may be missing, not both; the size of a missing side is dropped. */
  private RowVerdict quote(Line line, ParsedRow row) {
    row.bidE9 = columns.isNull(line, fields[0]) ? Missing.VALUE : price(line, fields[0]);
    row.bidSizeE9 = Missing.is(row.bidE9) ? Missing.VALUE : size(line, fields[1]);
    row.askE9 = columns.isNull(line, fields[2]) ? Missing.VALUE : price(line, fields[2]);
    row.askSizeE9 = Missing.is(row.askE9) ? Missing.VALUE : size(line, fields[3]);
    if (Missing.is(row.bidE9) && Missing.is(row.askE9)) {
      return RowVerdict.BAD_PRICE;
    }
    RowVerdict bid = side(row.symbol, row.bidE9, row.bidSizeE9);
    return bid == RowVerdict.KEPT ? side(row.symbol, row.askE9, row.askSizeE9) : bid;
  }

  private RowVerdict side(String symbol, long priceE9, long sizeE9) {
    if (Missing.is(priceE9)) {
      return RowVerdict.KEPT;
    }
    RowVerdict price = TradeRules.price(symbol, priceE9, units);
    return price != RowVerdict.KEPT || Missing.is(sizeE9)
        ? price
        : TradeRules.size(symbol, sizeE9, units);
  }

  private RowVerdict bar(Line line, ParsedRow row) {
    row.bar = mapping.bars().length();
    row.priceKind = mapping.bars().priceKind();
    row.openE9 = price(line, fields[0]);
    row.highE9 = price(line, fields[1]);
    row.lowE9 = price(line, fields[2]);
    row.closeE9 = price(line, fields[3]);
    for (long priceE9 : new long[] {row.openE9, row.highE9, row.lowE9, row.closeE9}) {
      RowVerdict verdict = TradeRules.price(row.symbol, priceE9, units);
      if (verdict != RowVerdict.KEPT) {
        return verdict;
      }
    }
    boolean agrees =
        row.lowE9 <= Math.min(row.openE9, row.closeE9)
            && row.highE9 >= Math.max(row.openE9, row.closeE9);
    if (!agrees) {
      return RowVerdict.BAD_BAR;
    }
    RowVerdict verdict = barTimes.place(row);
    return verdict == RowVerdict.KEPT ? barNumbers(line, row) : verdict;
  }

  private RowVerdict barNumbers(Line line, ParsedRow row) {
    row.volume = null;
    row.vwap = null;
    row.tradeCount = Missing.VALUE;
    if (!columns.isNull(line, fields[4])) {
      BigDecimal volume = number(line, fields[4]);
      if (volume == null || volume.signum() < 0) {
        return RowVerdict.BAD_SIZE;
      }
      volume = volume.scaleByPowerOfTen(mapping.sizeShift());
      int decimals = mapping.roundTo().size();
      if (decimals >= 0 && volume.scale() > decimals) {
        volume = volume.setScale(decimals, RoundingMode.HALF_EVEN);
        isRounded = true;
      }
      if (volume.scale() > 9) {
        return RowVerdict.TOO_FINE;
      }
      if (volume.precision() - volume.scale() > 19) {
        return RowVerdict.TOO_LARGE;
      }
      if (!units.size(row.symbol, volume)) {
        return RowVerdict.OFF_QUANTUM;
      }
      row.volume = volume;
    }
    if (!columns.isNull(line, fields[5])) {
      BigDecimal vwap = number(line, fields[5]);
      if (vwap == null) {
        return RowVerdict.BAD_NUMBER;
      }
      row.vwap = vwap.scaleByPowerOfTen(mapping.priceShift()).doubleValue();
    }
    if (!columns.isNull(line, fields[6])) {
      row.tradeCount = Decimals.whole(line.bytes, line.start(fields[6]), line.end(fields[6]));
      return row.tradeCount < 0 ? RowVerdict.BAD_NUMBER : RowVerdict.KEPT;
    }
    return RowVerdict.KEPT;
  }

  private long price(Line line, int field) {
    return decimal(line, field, mapping.priceShift(), mapping.roundTo().price());
  }

  private long size(Line line, int field) {
    return columns.isNull(line, field)
        ? Missing.VALUE
        : decimal(line, field, mapping.sizeShift(), mapping.roundTo().size());
  }

  private long decimal(Line line, int field, int shift, int roundTo) {
    long e9 = Decimals.e9(line.bytes, line.start(field), line.end(field), shift);
    boolean isFiner =
        roundTo >= 0
            && (e9 == Decimals.TOO_FINE
                || (!Decimals.isCode(e9) && e9 % Decimals.power(9 - roundTo) != 0));
    if (!isFiner) {
      return e9;
    }
    isRounded = true;
    BigDecimal value = number(line, field).scaleByPowerOfTen(shift);
    return value.setScale(roundTo, RoundingMode.HALF_EVEN).movePointRight(9).longValueExact();
  }

  /** A decimal of modest length; null if it is none. */
  private static BigDecimal number(Line line, int field) {
    int length = line.end(field) - line.start(field);
    if (length > 64) {
      return null;
    }
    try {
      BigDecimal value =
          new BigDecimal(
                  new String(line.bytes, line.start(field), length, StandardCharsets.US_ASCII))
              .stripTrailingZeros();
      return Math.abs((long) value.scale()) > 64 ? null : value;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private String text(Line line, int field) {
    return texts.text(line.bytes, line.start(field), line.end(field));
  }
}
