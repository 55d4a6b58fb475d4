package io.tapedeck.core.indicator;

import java.util.List;

/**
 * One defined expression of a series, tick by tick or column by column.
 *
 * <p>Every indicator has an {@code add} with one argument for each of its {@link #inputs}, in that
 * order, and a method for each of its {@link #outputs}, whose value is that after the last row
 * added and NaN as long as it is not defined. Inputs are whole numbers (ticks, doubled ticks,
 * lots); sums of them are exact, and what leaves its width throws {@link ArithmeticException}.
 *
 * <p>{@link #column} is the same over rows: it goes on from the rows added before, so a column has
 * the same bits however it is cut into batches, and the same as streaming. Indicators allocate
 * nothing after construction and are not thread-safe.
 */
public interface Indicator {
  /** Names of the inputs, in order. */
  List<String> inputs();

  /** Names of the outputs, in order. */
  List<String> outputs();

  /** Whether every output has been reached by enough rows to be defined. */
  boolean isWarm();

  /**
   * Adds rows and writes the outputs after each of them.
   *
   * @param inputs a column for each input, in order
   * @param from first row
   * @param to row after the last
   * @param outputs a column for each output, in order; rows outside the range stay
   */
  void column(long[][] inputs, int from, int to, double[][] outputs);
}
