package io.tapedeck.jobs.identity;

import io.tapedeck.core.market.Session;
import io.tapedeck.core.replay.RunSpec;
import io.tapedeck.core.strategy.StrategySpec;
import io.tapedeck.jobs.job.JobSpec;
import io.tapedeck.jobs.job.RunTerms;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * All that the runs of a job have in common beside their strategies and their tape.
 *
 * @param account whether instruments share an account
 * @param hours which hours of a session are replayed
 * @param tapeBars bars of the tape that are replayed: length, prices and source; empty for none
 * @param terms what is assumed about the market and the desk
 */
public record Assumptions(
    JobSpec.Account account, JobSpec.Hours hours, String tapeBars, RunTerms terms)
    implements Serializable {
  public static Assumptions of(JobSpec job) {
    String tapeBars =
        job.tapeBars()
            .map(bars -> bars.length() + " " + bars.prices() + " " + bars.source())
            .orElse("");
    return new Assumptions(job.account(), job.hours(), tapeBars.strip(), job.terms());
  }

  /** The run of these strategies under these assumptions. */
  public RunSpec spec(List<StrategySpec> strategies, List<Session> sessions, int sessionsPerYear) {
    return terms.spec(strategies, sessions, sessionsPerYear);
  }

  public BigDecimal startCash() {
    return terms.desk().startCash();
  }

  /** For canonical JSON; what determines the outcome and nothing else. */
  Map<String, Object> identity() {
    Map<String, Object> identity = CanonicalTerms.of((Record) terms);
    identity.put("account", account.name());
    identity.put("hours", hours.name());
    identity.put("tape_bars", tapeBars);
    return identity;
  }

  /** The same as canonical JSON, for people who compare runs. */
  public String json() {
    return CanonicalJson.of(identity());
  }
}
