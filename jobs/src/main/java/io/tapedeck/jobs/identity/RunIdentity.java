package io.tapedeck.jobs.identity;

import io.tapedeck.core.replay.EngineVersion;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that determines the outcome of a run except its parameters; with them it makes run ids.
 *
 * <p>A run id is the SHA-256 of {@link #json}. Not in it: versions of tables, the place of the
 * lake, which details are recorded, how work is cut into units.
 *
 * @param strategy name of the strategy
 * @param strategyDigest of its class files
 * @param assumptions about the market's answer
 * @param tape what is replayed
 * @param engineSemantics version of the engine's rules
 */
public record RunIdentity(
    String strategy,
    String strategyDigest,
    Assumptions assumptions,
    TapeIdentity tape,
    int engineSemantics)
    implements Serializable {
  /** The identity under this engine. */
  public static RunIdentity of(
      String strategy, String strategyDigest, Assumptions assumptions, TapeIdentity tape) {
    return new RunIdentity(strategy, strategyDigest, assumptions, tape, EngineVersion.SEMANTICS);
  }

  /** The canonical JSON of a run. */
  public String json(BoundParameters parameters) {
    Map<String, Object> identity = common();
    identity.put("parameters", parameters.values());
    return CanonicalJson.of(identity);
  }

  /** The same without parameters. */
  public String commonJson() {
    return CanonicalJson.of(common());
  }

  /** The id of a run: 64 hexadecimal digits. */
  public String runId(BoundParameters parameters) {
    return Sha256.of(json(parameters));
  }

  private Map<String, Object> common() {
    Map<String, Object> identity = new TreeMap<>(assumptions.identity());
    identity.putAll(tape.identity());
    identity.put("strategy", strategy);
    identity.put("strategy_digest", strategyDigest);
    identity.put("engine", engineSemantics);
    return identity;
  }
}
