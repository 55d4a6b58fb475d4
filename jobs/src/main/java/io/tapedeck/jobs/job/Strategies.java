package io.tapedeck.jobs.job;

import io.tapedeck.core.strategy.StrategyProvider;
import io.tapedeck.core.strategy.StrategySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/**
 * The strategies on the class path, those of a user's jar included, and how what a job says of
 * their parameters becomes their record.
 */
public final class Strategies {
  private final Map<String, StrategyProvider> byName = new TreeMap<>();

  private Strategies(Iterable<StrategyProvider> providers) {
    for (StrategyProvider provider : providers) {
      StrategyProvider other = byName.putIfAbsent(provider.name(), provider);
      if (other != null) {
        throw UsageException.of(
            "two strategies are called '"
                + provider.name()
                + "': "
                + other.getClass().getName()
                + " and "
                + provider.getClass().getName()
                + "; rename one");
      }
    }
  }

  /** All that a {@link ServiceLoader} finds from this thread's class loader. */
  public static Strategies found() {
    return new Strategies(ServiceLoader.load(StrategyProvider.class));
  }

  /** By name. */
  public List<StrategyProvider> all() {
    return List.copyOf(byName.values());
  }

  /**
   * The strategy a job names.
   *
   * @throws UsageException if there is none, naming the nearest
   */
  public StrategyProvider of(StrategyChoice choice) {
    StrategyProvider provider = byName.get(choice.name());
    if (provider == null) {
      throw UsageException.at(
          choice.nameMark(),
          "unknown strategy "
              + choice.name()
              + ": "
              + NearestName.hint(choice.name(), byName.keySet())
              + " A strategy of your own needs --jars FILE.jar");
    }
    return provider;
  }

  /**
   * The record of one parameter set.
   *
   * @throws UsageException if a parameter is unknown, missing, of the wrong type or out of range
   */
  public StrategySpec bind(StrategyChoice choice) {
    return ParameterBinder.of(of(choice).parameters()).bind(choice.parameters());
  }

  /** The parameters of a strategy, in their record's order. */
  public static List<ParameterText> parameters(StrategyProvider provider) {
    return new ArrayList<>(ParameterBinder.of(provider.parameters()).describe());
  }
}
