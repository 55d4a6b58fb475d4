package io.tapedeck.jobs.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.core.bar.BarRule;
import io.tapedeck.core.execution.FixedDelay;
import io.tapedeck.core.execution.RecordedDelay;
import io.tapedeck.jobs.job.Fields;
import io.tapedeck.jobs.job.JobSpec;
import io.tapedeck.jobs.job.RunTerms;
import io.tapedeck.jobs.job.YamlTree;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Everything a run assumes is in the text that its id is made from. */
class CanonicalTermsTest {
  /** Jobs that between them use every model there is. */
  private static final String EVERY_MODEL =
      """
      latency: {feed: 1ms, entry: {uniform: {min: 1ms, max: 2ms}}, response: {exponential: {min: 1ms, mean: 2ms}}}
      latency: {entry: {lognormal: 2ms, sigma: 0.5, cap: 9ms}, feed: {per_venue: {XNAS: 1ms}}}
      slippage: {noisy: {base: {bps: 1}, sigma_bps: 1}}
      slippage: {ticks: 1}
      slippage: {spread: 1}
      slippage: {volume_share: 0.1, price_impact: 1}
      slippage: {square_root: 1, daily_volatility: 0.1, daily_volume: 100}
      fees: [{bps: 1}, {per_share: 1}, {maker_taker: {maker_bps: 1, taker_bps: 2}}, {duty: buy, bps: 1}, {tiered: [{from: 0, maker_bps: 1, taker_bps: 2}]}]
      account: cash
      account: {kind: margin, initial: 0.5, maintenance: 0.25}
      sizing: {size: 1, scale: {annual_volatility: 0.1, window: 20}}
      sizing: {notional: 1}
      sizing: {percent_of_equity: 1}
      sizing: {risk_per_trade: 1, atr_multiple: 1, atr_window: 2}
      sizing: {volatility_target: 0.1, window: 20, max_leverage: 1}
      sizing: {target_weight: 1}
      bars: 1m
      bars: 2 ticks
      bars: 2 volume
      bars: 2 notional
      seed: 1""";

  @Test
  void everyComponentOfEveryRecordOfAssumptionsIsInTheText() {
    Map<String, Set<String>> told = new TreeMap<>();
    EVERY_MODEL.lines().map(CanonicalTermsTest::terms).forEach(terms -> collect(terms, told));

    Set<Class<?>> reached = reachable(RunTerms.class);
    assertThat(reached).hasSizeGreaterThan(40);
    for (Class<?> type : reached) {
      Set<String> names = new TreeSet<>();
      for (RecordComponent component : type.getRecordComponents()) {
        names.add(snakeCase(component.getName()));
      }
      assertThat(told.get(type.getName()))
          .as("%s: used by a job above, with a text for each component", type.getName())
          .isNotNull()
          .containsAll(names);
    }
  }

  /** Walks a record beside its text; fails where the text has not what the record has. */
  private static void collect(RunTerms terms, Map<String, Set<String>> told) {
    collect(terms, CanonicalTerms.of((Record) terms), told);
  }

  private static void collect(Object value, Object text, Map<String, Set<String>> told) {
    if (value instanceof BarRule) {
      assertThat(text).isEqualTo(value.toString());
      Set<String> names = told.computeIfAbsent(value.getClass().getName(), name -> new TreeSet<>());
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        names.add(component.getName());
      }
    } else if (value instanceof Record record) {
      Map<?, ?> texts = (Map<?, ?>) text;
      Set<String> names = told.computeIfAbsent(value.getClass().getName(), name -> new TreeSet<>());
      for (RecordComponent component : record.getClass().getRecordComponents()) {
        String name = snakeCase(component.getName());
        assertThat(texts.containsKey(name)).as("%s of %s", name, record).isTrue();
        names.add(name);
        collect(read(component, record), texts.get(name), told);
      }
    } else if (value instanceof List<?> list) {
      assertThat((List<?>) text).hasSameSizeAs(list);
      for (int i = 0; i < list.size(); i++) {
        collect(list.get(i), ((List<?>) text).get(i), told);
      }
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((key, each) -> collect(each, ((Map<?, ?>) text).get(key), told));
    } else {
      assertThat(text).as("text of %s", value).hasToString(value.toString());
    }
  }

  /** All records that assumptions may be made of. */
  private static Set<Class<?>> reachable(Class<?> root) {
    Set<Class<?>> reached = new TreeSet<>((a, b) -> a.getName().compareTo(b.getName()));
    Deque<Type> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      Type next = open.remove();
      if (next instanceof ParameterizedType generic) {
        open.addAll(Arrays.asList(generic.getActualTypeArguments()));
      } else if (next instanceof Class<?> type && type.isSealed() && !type.isEnum()) {
        open.addAll(Arrays.asList(type.getPermittedSubclasses()));
      } else if (next instanceof Class<?> type && type.isRecord() && isOwn(type)) {
        if (reached.add(type)) {
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getGenericType)
              .forEach(open::add);
        }
      } else {
        assertThat(hasText(next)).as("a canonical text for %s", next).isTrue();
      }
    }
    return reached;
  }

  /** The length of a bar is part of the text of its rule. */
  private static boolean isOwn(Class<?> type) {
    return type != io.tapedeck.core.bar.BarLength.class;
  }

  private static boolean hasText(Type type) {
    return type instanceof Class<?> plain
        && (plain.isPrimitive()
            || plain.isEnum()
            || plain == String.class
            || plain == BigDecimal.class
            || plain == io.tapedeck.core.bar.BarLength.class
            || plain == RecordedDelay.class);
  }

  @Test
  void aRecordingIsTheDigestOfItsNumbers() {
    Map<String, Object> step = recorded(RecordedDelay.Between.STEP, 2, 3);

    assertThat(step)
        .containsEntry("kind", "recorded")
        .containsEntry("between", "STEP")
        .containsEntry("recordings", 2)
        .containsEntry("digest", Sha256.of("[[1,2],[2,3]]"));
    assertThat(recorded(RecordedDelay.Between.STEP, 2, 4)).isNotEqualTo(step);
    assertThat(recorded(RecordedDelay.Between.LINEAR, 2, 3)).isNotEqualTo(step);
  }

  private record Holder(Object value) {}

  @Test
  void whatHasNoTextIsRefused() {
    assertThatThrownBy(() -> CanonicalTerms.of(new Holder('x')))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("an assumption without a canonical text: x");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> recorded(RecordedDelay.Between between, long... delays) {
    Holder holder = new Holder(new RecordedDelay(new long[] {1, 2}, delays, between));
    assertThat(CanonicalTerms.of(new Holder(new FixedDelay(1))).get("value"))
        .isEqualTo(Map.of("kind", "constant", "nanos", 1L));
    return (Map<String, Object>) CanonicalTerms.of(holder).get("value");
  }

  private static RunTerms terms(String line) {
    return JobSpec.bind(
            Fields.of(
                YamlTree.parse(
                    "lake: l\nuniverse: [BAC]\nstrategy: {name: sma-cross}\n" + line, "job.yaml")))
        .terms();
  }

  private static Object read(RecordComponent component, Record record) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(component + " cannot be read", e);
    }
  }

  private static String snakeCase(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(java.util.Locale.ROOT);
  }
}
