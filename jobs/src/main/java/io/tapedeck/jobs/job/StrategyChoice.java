package io.tapedeck.jobs.job;

/**
 * The strategy of a job, its parameters as written: a replay binds them to one record, a sweep
 * expands them first.
 *
 * @param name name of a strategy
 * @param nameMark where it is named
 * @param parameters the keys under {@code strategy.parameters}; may have none
 */
public record StrategyChoice(String name, Mark nameMark, Fields parameters) {
  static final String PATH = "strategy.parameters";

  /** The choice under the key {@code strategy}, which must be there. */
  static StrategyChoice bind(Fields job) {
    Fields strategy =
        job.group("strategy")
            .orElseThrow(
                () ->
                    job.missing(
                        "strategy", "give strategy: {name: ...}; see: tapedeck strategies"));
    String name =
        strategy
            .text("name")
            .orElseThrow(() -> strategy.missing("name", "see: tapedeck strategies"));
    Mark mark = strategy.node("name").orElseThrow().mark();
    Fields parameters =
        strategy
            .group("parameters")
            .orElseGet(
                () -> Fields.of(new Node.Mapping(java.util.Map.of(), strategy.mark()), PATH));
    strategy.refuseOthers();
    return new StrategyChoice(name, mark, parameters);
  }
}
