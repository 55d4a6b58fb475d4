package io.tapedeck.core.strategy;

import io.tapedeck.core.contract.Require;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The strategies that can be named: the shipped ones and those of other jars on the class path.
 *
 * <p>The one place where parameters are text: {@link #build} makes their record, once.
 */
public final class StrategyCatalog {
  private final SortedMap<String, StrategyProvider> providers;

  private StrategyCatalog(SortedMap<String, StrategyProvider> providers) {
    this.providers = providers;
  }

  /**
   * The strategies that this loader's {@code META-INF/services} name.
   *
   * @throws IllegalArgumentException if two have one name, or one cannot be loaded
   */
  public static StrategyCatalog load(ClassLoader loader) {
    SortedMap<String, StrategyProvider> providers = new TreeMap<>();
    try {
      for (StrategyProvider provider : ServiceLoader.load(StrategyProvider.class, loader)) {
        StrategyProvider other = providers.putIfAbsent(provider.name(), provider);
        Require.that(
            other == null,
            "two strategies are named %s: %s and %s; rename one",
            provider.name(),
            other == null ? "" : other.getClass().getName(),
            provider.getClass().getName());
      }
    } catch (ServiceConfigurationError e) {
      throw new IllegalArgumentException("a strategy cannot be loaded: " + e.getMessage(), e);
    }
    return new StrategyCatalog(providers);
  }

  /** All names, in order. */
  public List<String> names() {
    return List.copyOf(providers.keySet());
  }

  /**
   * The strategy of this name.
   *
   * @throws IllegalArgumentException if there is none; names the nearest
   */
  public StrategyProvider provider(String name) {
    StrategyProvider provider = providers.get(name);
    Require.that(!providers.isEmpty(), "no strategy %s: none is known", name);
    if (provider == null) {
      throw new IllegalArgumentException(
          "no strategy %s; did you mean %s? Known: %s"
              .formatted(
                  name,
                  NearestName.of(name, providers.keySet()),
                  String.join(", ", providers.keySet())));
    }
    return provider;
  }

  /** The parameters of this strategy, in the order of its record. */
  public List<ParameterDescription> parameters(String name) {
    return ParameterDescription.of(provider(name).parameters());
  }

  /**
   * The record of a strategy's parameters.
   *
   * @param texts values by parameter; those not given take their standard
   * @throws ParameterException if one is unknown, missing, unreadable or out of range
   */
  public StrategySpec build(String name, Map<String, String> texts) {
    return build(provider(name), texts);
  }

  /**
   * The record of the parameters of a strategy that need not be listed.
   *
   * @param texts values by parameter; those not given take their standard
   * @throws ParameterException if one is unknown, missing, unreadable or out of range
   */
  public static StrategySpec build(StrategyProvider provider, Map<String, String> texts) {
    String name = provider.name();
    Class<? extends StrategySpec> spec = provider.parameters();
    List<ParameterDescription> parameters = ParameterDescription.of(spec);
    refuseUnknown(name, parameters, texts);
    RecordComponent[] components = spec.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      ParameterDescription parameter = parameters.get(i);
      String text = texts.getOrDefault(parameter.name(), parameter.standard());
      if (text.isEmpty() && parameter.isMandatory()) {
        throw ParameterException.missing(name, parameter);
      }
      values[i] =
          ParameterText.read(components[i].getType(), text)
              .orElseThrow(() -> ParameterException.unreadable(name, parameter, text));
    }
    return instance(name, spec, values);
  }

  private static void refuseUnknown(
      String name, List<ParameterDescription> parameters, Map<String, String> texts) {
    List<String> known = parameters.stream().map(ParameterDescription::name).toList();
    for (String given : new TreeMap<>(texts).keySet()) {
      if (!known.contains(given)) {
        throw known.isEmpty()
            ? ParameterException.none(name, given)
            : ParameterException.unknown(name, given, NearestName.of(given, known));
      }
    }
  }

  private static StrategySpec instance(
      String name, Class<? extends StrategySpec> spec, Object[] values) {
    Class<?>[] types =
        Arrays.stream(spec.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<? extends StrategySpec> constructor = spec.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw ParameterException.refused(name, e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("parameters of " + name + " cannot be made: " + spec, e);
    }
  }
}
