package io.tapedeck.jobs.job;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.cost.FeeSchedule;
import io.tapedeck.core.cost.FeeSum;
import io.tapedeck.core.describe.Model;
import io.tapedeck.core.execution.Delay;
import io.tapedeck.core.execution.FixedDelay;
import io.tapedeck.core.execution.RecordedDelay;
import io.tapedeck.core.execution.VenueDelays;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The models that may stand in one place, by their names; the permitted records of a sealed
 * interface.
 *
 * <p>A model is written {@code {name: {setting: value, ...}}}, or {@code {name: value, setting:
 * value, ...}} with the value of its first setting beside its name, or {@code name} alone where it
 * has no settings.
 */
final class ModelFamily {
  private final Class<?> type;
  private final Map<String, Class<?>> kinds = new LinkedHashMap<>();

  private ModelFamily(Class<?> type) {
    this.type = type;
    for (Class<?> kind : type.getPermittedSubclasses()) {
      Model model = kind.getAnnotation(Model.class);
      Require.that(
          model != null && !model.name().isEmpty(), "%s must carry @Model with a name", kind);
      kinds.put(model.name(), kind);
    }
  }

  static ModelFamily of(Class<?> type) {
    Require.that(type.isSealed(), "models must be of a sealed interface, was %s", type);
    return new ModelFamily(type);
  }

  /** The records of the models by name, in the order of the interface. */
  Map<String, Class<?>> kinds() {
    return kinds;
  }

  /**
   * The model of a node.
   *
   * @param path what messages call it
   * @throws UsageException if it is none, or a setting of it is wrong
   */
  Object bind(Node node, String path) {
    if (node instanceof Node.Mapping mapping) {
      Fields group = Fields.of(mapping, path);
      Object model = bind(group);
      group.refuseOthers();
      return model;
    }
    if (node instanceof Node.Sequence && type == FeeSchedule.class) {
      return RecordForm.of(FeeSum.class).make(listOf(node, path), null, path);
    }
    return word(node, path);
  }

  /** The model of a group, whose other keys are left to the caller. */
  Object bind(Fields group, String... others) {
    String name = named(group, Set.of(others));
    Class<?> kind = kinds.get(name);
    Node value = group.node(name).orElseThrow();
    if (kind == VenueDelays.class) {
      return DelayKeys.perVenue(Fields.of(value, group.path(name)));
    }
    if (kind == RecordedDelay.class) {
      return DelayKeys.recorded(group, name);
    }
    RecordForm form = RecordForm.of(kind);
    if (value instanceof Node.Mapping) {
      return form.bind(Fields.of(value, group.path(name)), null);
    }
    group.alsoKnown(others);
    form.refuseOthers(group, name);
    return form.make(group, null, name);
  }

  private Object word(Node node, String path) {
    String text = Scalars.text(node, path);
    Class<?> kind = kinds.get(text);
    if (kind != null && kind.isRecord() && RecordForm.of(kind).settings().isEmpty()) {
      Node.Mapping nothing = new Node.Mapping(Map.of(), node.mark());
      return RecordForm.of(kind).make(Fields.of(nothing, path), null, "");
    }
    if (type == Delay.class && kind == null && !text.matches("[a-z_]+")) {
      return new FixedDelay(Scalars.nanos(node, path));
    }
    throw UsageException.at(node.mark(), path + " must be " + forms() + ", was '" + text + "'");
  }

  /** The one key that names a model such that all others are its settings. */
  private String named(Fields group, Set<String> others) {
    List<String> names = group.names().stream().filter(kinds::containsKey).toList();
    if (names.size() == 1) {
      return names.get(0);
    }
    List<String> fitting = names.stream().filter(name -> fits(name, group, others)).toList();
    if (fitting.size() == 1) {
      return fitting.get(0);
    }
    String path = group.path();
    if (!names.isEmpty()) {
      throw UsageException.at(
          group.mark(), path + " names " + String.join(" and ", names) + ": give one of them");
    }
    List<String> unknown = group.names().stream().filter(key -> !others.contains(key)).toList();
    throw UsageException.at(
        group.mark(),
        path
            + " must be "
            + forms()
            + unknown.stream()
                .map(key -> NearestName.of(key, kinds.keySet()))
                .flatMap(java.util.Optional::stream)
                .findFirst()
                .map(guess -> "; did you mean '" + guess + "'?")
                .orElse(""));
  }

  private boolean fits(String name, Fields group, Set<String> others) {
    Set<String> known = new TreeSet<>(others);
    known.add(name);
    Class<?> kind = kinds.get(name);
    if (kind.isRecord()) {
      RecordForm.of(kind).settings().forEach(setting -> known.add(setting.name()));
    }
    return known.containsAll(group.names());
  }

  private static Fields listOf(Node node, String path) {
    Map<String, Node.Entry> only = new LinkedHashMap<>();
    only.put(path, new Node.Entry(node.mark(), node));
    return Fields.of(new Node.Mapping(only, node.mark()), "");
  }

  /** How the models are written: {@code none, {bps: ...} or {per_share: ...}}. */
  private String forms() {
    List<String> forms = new ArrayList<>();
    if (type == Delay.class) {
      forms.add("a duration with its unit, such as 5ms, 250us or 1s");
    }
    kinds.forEach(
        (name, kind) -> {
          boolean isWord = kind.isRecord() && RecordForm.of(kind).settings().isEmpty();
          forms.add(isWord ? name : "{" + name + ": ...}");
        });
    return forms.stream().limit(forms.size() - 1L).collect(Collectors.joining(", "))
        + " or "
        + forms.get(forms.size() - 1);
  }
}
