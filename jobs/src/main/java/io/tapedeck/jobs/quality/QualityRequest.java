package io.tapedeck.jobs.quality;

import io.tapedeck.jobs.job.DateRange;
import java.util.List;

/**
 * Which part of a lake must be how good.
 *
 * @param symbols instruments to look at, all if empty
 * @param required instruments that must have rows on every session of the dates; the others only
 *     between their first and their last date
 * @param dates session dates; of {@link DateRange#ALL} those that the lake has
 */
public record QualityRequest(
    List<String> symbols, List<String> required, DateRange dates, QualityLimits limits) {
  public QualityRequest {
    symbols = symbols.stream().distinct().sorted().toList();
    required = required.stream().distinct().sorted().toList();
  }
}
