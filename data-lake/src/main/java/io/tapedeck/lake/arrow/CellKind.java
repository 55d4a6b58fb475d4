package io.tapedeck.lake.arrow;

import org.apache.arrow.vector.types.pojo.ArrowType;

/** What the cells of a column are, and how {@link ArrowCells} writes them as text. */
public enum CellKind {
  /** utf8, large_utf8 or utf8_view, as it is. */
  TEXT,
  /** Integers of any width, in digits. */
  WHOLE,
  /** Floats and decimals: the exact value; a whole one without a point, negative zero as 0. */
  NUMBER,
  /** Timestamps with a time zone: nanoseconds since the epoch, in digits. */
  TIME,
  /** Timestamps without a time zone, which name no instant: nanoseconds all the same. */
  LOCAL_TIME,
  /** Durations: nanoseconds, in digits. */
  SPAN,
  /** Dates, as YYYY-MM-DD. */
  DATE,
  /** Booleans: true or false. */
  FLAG,
  /** A column of nulls. */
  NOTHING,
  /** Anything else: lists, structs, maps, bytes, times of day. It has no text. */
  OTHER;

  static CellKind of(ArrowType type) {
    return switch (type.getTypeID()) {
      case Utf8, LargeUtf8, Utf8View -> TEXT;
      case Int -> WHOLE;
      case FloatingPoint, Decimal -> NUMBER;
      case Timestamp -> ((ArrowType.Timestamp) type).getTimezone() == null ? LOCAL_TIME : TIME;
      case Duration -> SPAN;
      case Date -> DATE;
      case Bool -> FLAG;
      case Null -> NOTHING;
      default -> OTHER;
    };
  }
}
