package io.tapedeck.jobs.quality;

import java.util.List;

/**
 * Whether a part of a lake is good enough.
 *
 * @param sessions dates on which any of the instruments should have traded
 * @param findings what is not, by symbol and date; none if it is
 * @param tapes what there is, by symbol and date
 */
public record QualityReport(
    int sessions, List<QualityFinding> findings, List<SessionQuality> tapes) {
  public QualityReport {
    findings = List.copyOf(findings);
    tapes = List.copyOf(tapes);
  }

  public boolean isPassed() {
    return findings.isEmpty();
  }
}
