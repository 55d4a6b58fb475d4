package io.tapedeck.jobs.job;

import io.tapedeck.core.strategy.ParameterDescription;
import io.tapedeck.core.strategy.StrategyCatalog;
import io.tapedeck.core.strategy.StrategyProvider;
import io.tapedeck.core.strategy.StrategySpec;
import java.util.List;

/**
 * The strategies a job can name, those of a user's jar included: {@link StrategyCatalog} with the
 * places of the job file in its refusals.
 */
public final class Strategies {
  private final StrategyCatalog catalog;

  private Strategies(StrategyCatalog catalog) {
    this.catalog = catalog;
  }

  /** All that this thread's class loader finds. */
  public static Strategies found() {
    return new Strategies(StrategyCatalog.load(Thread.currentThread().getContextClassLoader()));
  }

  /** All strategies, by name. */
  public List<StrategyProvider> all() {
    return catalog.names().stream().map(catalog::provider).toList();
  }

  /** The parameters of a strategy, in their record's order. */
  public List<ParameterDescription> parameters(String name) {
    return catalog.parameters(name);
  }

  /**
   * The strategy a job names.
   *
   * @throws UsageException if there is none, naming the nearest
   */
  public StrategyProvider of(StrategyChoice choice) {
    List<String> names = catalog.names();
    if (!names.contains(choice.name())) {
      throw UsageException.at(
          choice.nameMark(),
          "unknown strategy "
              + choice.name()
              + ": "
              + NearestName.hint(choice.name(), names)
              + "; a jar of your own is given with --jars");
    }
    return catalog.provider(choice.name());
  }

  /**
   * The record of a job that gives each parameter one value.
   *
   * @throws UsageException if the strategy or a parameter is unknown, or a parameter is missing, of
   *     the wrong type or out of range
   */
  public StrategySpec bind(StrategyChoice choice) {
    return new ParameterBinder(of(choice)).bind(choice.parameters());
  }

  /** The records of all strategies of such a job, in their order. */
  public List<StrategySpec> bind(List<StrategyChoice> choices) {
    return choices.stream().map(this::bind).toList();
  }
}
