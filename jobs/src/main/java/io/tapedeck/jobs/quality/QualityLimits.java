package io.tapedeck.jobs.quality;

import io.tapedeck.core.contract.Require;
import java.util.ArrayList;
import java.util.List;

/**
 * How good the ticks of a session must be.
 *
 * @param maxCrossed largest share of crossed quotes, from 0 to 1
 * @param maxOneSided largest share of quotes with one side, from 0 to 1
 * @param maxQuarantined largest share of damaged rows in the source files, from 0 to 1
 * @param maxOutOfSession largest share of events outside the session, from 0 to 1
 * @param maxGapNanos longest time without an event inside the session, nanoseconds; positive
 * @param minRows fewest rows of a session; not negative
 */
public record QualityLimits(
    double maxCrossed,
    double maxOneSided,
    double maxQuarantined,
    double maxOutOfSession,
    long maxGapNanos,
    long minRows) {
  private static final double NANOS_PER_SECOND = 1e9;

  public QualityLimits {
    requireShare("maxCrossed", maxCrossed);
    requireShare("maxOneSided", maxOneSided);
    requireShare("maxQuarantined", maxQuarantined);
    requireShare("maxOutOfSession", maxOutOfSession);
    Require.that(maxGapNanos > 0, "maxGap must be positive, was %s ns", maxGapNanos);
    Require.that(minRows >= 0, "minRows must not be negative, was %s", minRows);
  }

  /** What is not good enough about a session with rows; none if it is good. */
  List<QualityFinding> judge(SessionQuality session) {
    List<QualityFinding> findings = new ArrayList<>();
    if (session.rows() < minRows) {
      findings.add(
          finding(session, QualityFinding.Kind.ROWS, (double) session.rows(), (double) minRows));
    }
    atMost(findings, session, QualityFinding.Kind.CROSSED, session.crossedShare(), maxCrossed);
    atMost(findings, session, QualityFinding.Kind.ONE_SIDED, session.oneSidedShare(), maxOneSided);
    atMost(
        findings,
        session,
        QualityFinding.Kind.GAP,
        session.longestGapSeconds(),
        maxGapNanos / NANOS_PER_SECOND);
    atMost(
        findings,
        session,
        QualityFinding.Kind.OUT_OF_SESSION,
        session.outOfSessionShare(),
        maxOutOfSession);
    atMost(
        findings,
        session,
        QualityFinding.Kind.QUARANTINED,
        session.quarantinedShare(),
        maxQuarantined);
    return findings;
  }

  private static void atMost(
      List<QualityFinding> findings,
      SessionQuality session,
      QualityFinding.Kind what,
      double value,
      double limit) {
    if (value > limit) {
      findings.add(finding(session, what, value, limit));
    }
  }

  private static QualityFinding finding(
      SessionQuality session, QualityFinding.Kind what, double value, double limit) {
    return new QualityFinding(session.symbol(), session.date(), what, value, limit);
  }

  private static void requireShare(String name, double share) {
    Require.that(share >= 0 && share <= 1, "%s must be from 0 to 1, was %s", name, share);
  }
}
