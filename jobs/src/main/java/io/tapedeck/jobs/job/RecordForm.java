package io.tapedeck.jobs.job;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.describe.Model;
import io.tapedeck.core.strategy.ParameterDescription;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How a record of settings is written in a job file; made from its {@link Model} and the settings
 * of its components, those of records inside it included.
 */
final class RecordForm {
  private final Class<?> type;
  private final RecordComponent[] components;

  private RecordForm(Class<?> type) {
    this.type = type;
    this.components = type.getRecordComponents();
  }

  static RecordForm of(Class<?> type) {
    Require.that(type.isRecord(), "settings must be a record, was %s", type);
    return new RecordForm(type);
  }

  /** Name of the model; empty for a group without alternatives. */
  String name() {
    return model().name();
  }

  String summary() {
    return model().value();
  }

  private Model model() {
    Model model = type.getAnnotation(Model.class);
    Require.that(model != null, "%s must carry @Model", type.getName());
    return model;
  }

  /** All settings, in the order of the record. */
  List<SettingForm> settings() {
    List<SettingForm> settings = new ArrayList<>();
    for (RecordComponent component : components) {
      if (SettingForm.isSetting(component)) {
        settings.add(SettingForm.of(component));
      } else if (component.getType().isRecord()) {
        settings.addAll(of(component.getType()).settings());
      }
    }
    return settings;
  }

  /**
   * All settings for people.
   *
   * @param otherwise the record whose values stand for what is left out; null for none
   */
  List<ParameterDescription> describe(Object otherwise) {
    return settings().stream()
        .map(
            setting -> {
              Object standard = standard(setting, otherwise);
              return setting.describe(standard == null ? "" : SettingText.of(setting, standard));
            })
        .toList();
  }

  /** The value of a setting in a record, or in one inside it; null if there is no record. */
  Object standard(SettingForm setting, Object record) {
    if (record == null) {
      return null;
    }
    for (RecordComponent component : components) {
      Object value = component(component, record);
      if (isSame(component, setting.component())) {
        return value;
      }
      if (!SettingForm.isSetting(component) && component.getType().isRecord()) {
        Object inside = of(component.getType()).standard(setting, value);
        if (inside != null) {
          return inside;
        }
      }
    }
    return null;
  }

  private static boolean isSame(RecordComponent one, RecordComponent other) {
    return one.getDeclaringRecord() == other.getDeclaringRecord()
        && one.getName().equals(other.getName());
  }

  /**
   * The record of a group of keys.
   *
   * @param otherwise the record that gives what the group does not name; null for none
   * @throws UsageException if a key is unknown, missing, of the wrong type or out of range
   */
  Object bind(Fields group, Object otherwise) {
    refuseOthers(group, "");
    return make(group, otherwise, "");
  }

  /** Refuses keys that are neither settings nor the given one, before any is missed. */
  void refuseOthers(Fields group, String leading) {
    group.alsoKnown(leading);
    settings().forEach(setting -> group.alsoKnown(setting.name()));
    group.refuseOthers();
  }

  /**
   * The same, and other keys are left to the caller.
   *
   * @param leading key under which the first setting is found; empty for its own name
   */
  Object make(Fields group, Object otherwise, String leading) {
    Object[] values = new Object[components.length];
    List<String> given = new ArrayList<>();
    for (int i = 0; i < components.length; i++) {
      Object old = otherwise == null ? null : component(components[i], otherwise);
      values[i] = value(group, components[i], old, i == 0 ? leading : "", given);
    }
    try {
      return instance(values);
    } catch (IllegalArgumentException | ArithmeticException refused) {
      throw refusal(group, given.isEmpty() ? "" : culprit(values, given, otherwise), refused);
    }
  }

  private Object value(
      Fields group, RecordComponent component, Object old, String leading, List<String> given) {
    if (!SettingForm.isSetting(component)) {
      boolean isInside = component.getType().isRecord();
      return isInside ? of(component.getType()).make(group, old, "") : old;
    }
    SettingForm setting = SettingForm.of(component);
    String key = leading.isEmpty() ? setting.name() : leading;
    Node node = group.node(key).orElse(null);
    if (node != null) {
      given.add(key);
      return setting.read(node, group.path(key), old);
    }
    if (old != null) {
      return old;
    }
    if (setting.hasStandard()) {
      return setting.standard(group.mark());
    }
    throw group.missing(key, setting.meaning());
  }

  /** The key whose value alone is refused; empty if none or only all together are. */
  private String culprit(Object[] values, List<String> given, Object otherwise) {
    if (given.size() == 1) {
      return given.get(0);
    }
    for (int i = 0; i < components.length && otherwise != null; i++) {
      Object[] one = Arrays.stream(components).map(each -> component(each, otherwise)).toArray();
      one[i] = values[i];
      try {
        instance(one);
      } catch (IllegalArgumentException | ArithmeticException refused) {
        return SettingForm.isSetting(components[i]) ? SettingForm.of(components[i]).name() : "";
      }
    }
    return "";
  }

  /** A refusal that calls settings as job files do. */
  private UsageException refusal(Fields group, String key, RuntimeException refused) {
    String message = String.valueOf(refused.getMessage());
    for (RecordComponent component : components) {
      if (SettingForm.isSetting(component)) {
        message =
            message.replaceAll(
                "\\b" + component.getName() + "\\b", SettingForm.of(component).name());
      }
    }
    Mark place = group.node(key).map(Node::mark).orElse(group.mark());
    String path = key.isEmpty() ? group.path() : group.path(key);
    return UsageException.at(place, path + ": " + message);
  }

  private Object instance(Object[] values) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw new IllegalStateException(type + " cannot be made", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be made", e);
    }
  }

  /** The value of a component. */
  static Object component(RecordComponent component, Object record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }
}
