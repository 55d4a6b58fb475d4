package io.tapedeck.lake.scan;

import io.tapedeck.core.market.FeedException;
import io.tapedeck.core.market.Missing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.vectorized.ColumnVector;

/**
 * Turns a column of decimals into whole ticks or lots, exactly.
 *
 * <p>A value is an unscaled integer u of scale s; in units of 1e-9 it is u × 10^(9-s), and in
 * quanta q that divided by q. A value that does not divide is refused, not rounded.
 */
final class QuantumColumn {
  private static final int E9_DECIMALS = 9;
  private static final int LONG_DIGITS = 18;

  private final String unit;
  private final long quantumE9;

  /**
   * A column in these units.
   *
   * @param unit tick or lot, for messages
   * @param quantumE9 the unit in 1e-9; positive
   */
  QuantumColumn(String unit, long quantumE9) {
    this.unit = unit;
    this.quantumE9 = quantumE9;
  }

  /**
   * Whole units; {@link Missing#VALUE} for a null.
   *
   * @throws FeedException naming row and value if it is not a whole number of units
   */
  void copy(ParquetRows rows, int index, long[] out) {
    DecimalType type = (DecimalType) rows.type(index);
    if (type.precision() > LONG_DIGITS) {
      copyWide(rows, index, type, out);
    } else {
      copyNarrow(rows, index, type.scale(), out);
    }
  }

  /**
   * Whole units of one row; {@link Missing#VALUE} for a null.
   *
   * @throws FeedException naming row and value if it is not a whole number of units
   */
  long at(ParquetRows rows, int index, int row) {
    ColumnVector column = rows.column(index);
    if (column.isNullAt(row)) {
      return Missing.VALUE;
    }
    DecimalType type = (DecimalType) rows.type(index);
    return type.precision() > LONG_DIGITS
        ? units(
            column.getDecimal(row, type.precision(), type.scale()).toJavaBigDecimal(),
            rows,
            index,
            row)
        : units(column.getLong(row), type.scale(), rows, index, row);
  }

  /** Prices and sizes repeat: a value equal to the one before is not divided again. */
  private void copyNarrow(ParquetRows rows, int index, int scale, long[] out) {
    ColumnVector column = rows.column(index);
    int count = rows.rows();
    boolean hasNull = column.hasNull();
    long previous = 0;
    long units = 0;
    for (int row = 0; row < count; row++) {
      if (hasNull && column.isNullAt(row)) {
        out[row] = Missing.VALUE;
        continue;
      }
      long unscaled = column.getLong(row);
      if (unscaled != previous) {
        units = units(unscaled, scale, rows, index, row);
        previous = unscaled;
      }
      out[row] = units;
    }
  }

  private long units(long unscaled, int scale, ParquetRows rows, int index, int row) {
    if (scale == E9_DECIMALS) {
      long units = unscaled / quantumE9;
      if (units * quantumE9 != unscaled) {
        throw unfit(BigDecimal.valueOf(unscaled, scale), rows, index, row);
      }
      return units;
    }
    return units(BigDecimal.valueOf(unscaled, scale), rows, index, row);
  }

  private void copyWide(ParquetRows rows, int index, DecimalType type, long[] out) {
    ColumnVector column = rows.column(index);
    for (int row = 0; row < rows.rows(); row++) {
      out[row] =
          column.isNullAt(row)
              ? Missing.VALUE
              : units(
                  column.getDecimal(row, type.precision(), type.scale()).toJavaBigDecimal(),
                  rows,
                  index,
                  row);
    }
  }

  private long units(BigDecimal value, ParquetRows rows, int index, int row) {
    try {
      return value
          .divide(BigDecimal.valueOf(quantumE9, E9_DECIMALS), 0, RoundingMode.UNNECESSARY)
          .longValueExact();
    } catch (ArithmeticException e) {
      throw unfit(value, rows, index, row);
    }
  }

  private FeedException unfit(BigDecimal value, ParquetRows rows, int index, int row) {
    return FeedException.unfit(
        rows.place(row),
        rows.name(index)
            + " "
            + value.toPlainString()
            + " is not a whole number of "
            + unit
            + "s of "
            + BigDecimal.valueOf(quantumE9, E9_DECIMALS).stripTrailingZeros().toPlainString()
            + " that fits in 64 bits; correct the quanta of the instrument, or the source");
  }
}
