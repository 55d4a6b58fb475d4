package io.tapedeck.jobs.cli;

import io.tapedeck.jobs.job.UsageException;
import java.math.BigDecimal;

/** Shares as people write them: 0.1% or 0.001. */
final class Shares {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Shares() {}

  /**
   * A share from 0 to 1, or a percentage.
   *
   * @throws UsageException naming the option, if it is neither
   */
  static double parse(String option, String text) {
    boolean isPercentage = text.endsWith("%");
    try {
      BigDecimal number =
          new BigDecimal(isPercentage ? text.substring(0, text.length() - 1).strip() : text);
      double share =
          isPercentage ? number.doubleValue() / HUNDRED.doubleValue() : number.doubleValue();
      if (share >= 0 && share <= 1) {
        return share;
      }
    } catch (NumberFormatException malformed) {
      // falls through to the refusal, which is the same
    }
    throw UsageException.of(
        option + " must be from 0% to 100%, as 0.1% or 0.001, was '" + text + "'");
  }
}
