package io.tapedeck.lake.ingest;

import io.tapedeck.core.market.Missing;
import java.math.BigDecimal;

/**
 * A table row on its way; one object re-filled row by row. Prices and sizes are in 1e-9, times in
 * nanoseconds since the epoch; {@link Missing#VALUE} and null stand for what is absent.
 */
final class ParsedRow {
  long line;
  String symbol;
  String venue;
  long epochDay;
  long eventTimeNanos;
  long receiveTimeNanos = Missing.VALUE;
  long seq;

  long priceE9;
  long sizeE9;
  long aggressor;
  String conditions;

  long bidE9;
  long bidSizeE9;
  long askE9;
  long askSizeE9;

  String bar;
  String priceKind;
  long openTimeNanos = Missing.VALUE; // of a bar
  long openE9;
  long highE9;
  long lowE9;
  long closeE9;
  BigDecimal volume;
  Double vwap;
  long tradeCount;

  String strategy;
  int side;
  Double strength;
  long horizonNanos;
  String payload;
}
