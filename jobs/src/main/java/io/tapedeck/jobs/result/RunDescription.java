package io.tapedeck.jobs.result;

import io.tapedeck.core.replay.RunWarning;
import io.tapedeck.jobs.identity.BoundParameters;
import io.tapedeck.jobs.identity.RunIdentity;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What `runs` says of a run beside its outcome.
 *
 * @param identity all that determines it but the parameters
 * @param parameters bound or refused
 * @param strategies names or labels of the strategies, in order
 * @param symbols instruments of the account, in order
 * @param currency code of the currency of its money
 * @param warnings gaps known before it started
 * @param tableVersions versions of the tables that were read
 * @param level which details are kept
 */
public record RunDescription(
    RunIdentity identity,
    BoundParameters parameters,
    List<String> strategies,
    List<String> symbols,
    String currency,
    Set<RunWarning> warnings,
    Map<String, Long> tableVersions,
    RecordLevel level) {
  public String runId() {
    return identity.runId(parameters);
  }
}
