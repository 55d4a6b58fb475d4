package io.tapedeck.jobs.job;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.describe.Setting;
import io.tapedeck.core.strategy.ParameterDescription;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A setting of a model as job files write it; made from a record's component. */
final class SettingForm {
  private static final String DURATION = "anos";
  private static final String PARTS = "E4";

  private final RecordComponent component;
  private final Setting setting;

  private SettingForm(RecordComponent component, Setting setting) {
    this.component = component;
    this.setting = setting;
  }

  static boolean isSetting(RecordComponent component) {
    return component.getAnnotation(Setting.class) != null;
  }

  static SettingForm of(RecordComponent component) {
    Setting setting = component.getAnnotation(Setting.class);
    Require.that(setting != null, "%s must carry @Setting", component);
    return new SettingForm(component, setting);
  }

  /** As job files write it: the component's name in lower case unless it says another. */
  String name() {
    return setting.name().isEmpty() ? snakeCase(bare(component.getName())) : setting.name();
  }

  RecordComponent component() {
    return component;
  }

  boolean hasStandard() {
    return !setting.standard().isEmpty();
  }

  /** The value that is used when none is given, where the record says so. */
  Object standard(Mark place) {
    return SettingReader.read(new Node.Scalar(setting.standard(), place), name(), component, null);
  }

  /**
   * The value of a node.
   *
   * @param path what messages call it
   * @param otherwise where a group of keys takes what it does not name from; null for nowhere
   */
  Object read(Node node, String path, Object otherwise) {
    return SettingReader.read(node, path, component, otherwise);
  }

  /** What it means, for a refusal. */
  String meaning() {
    return setting.value();
  }

  /**
   * For people.
   *
   * @param standard the text that stands for no value; empty to take the record's word
   */
  ParameterDescription describe(String standard) {
    return new ParameterDescription(
        name(),
        type(component),
        setting.unit(),
        setting.range(),
        standard.isEmpty() ? setting.standard().toLowerCase(Locale.ROOT) : standard,
        setting.value());
  }

  static boolean isDuration(RecordComponent component) {
    return component.getType() == long.class && component.getName().endsWith(DURATION);
  }

  static boolean isInParts(RecordComponent component) {
    return component.getType() == long.class && component.getName().endsWith(PARTS);
  }

  static String snakeCase(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  private static String bare(String name) {
    return name.replaceAll("(?<=.)(Nanos|" + PARTS + ")$", "");
  }

  private static String type(RecordComponent component) {
    Class<?> type = component.getType();
    if (isDuration(component)) {
      return "a duration";
    }
    if (isInParts(component) || type == double.class || type == BigDecimal.class) {
      return "a number";
    }
    if (type == long.class || type == int.class) {
      return "a whole number";
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
          .collect(Collectors.joining(", "));
    }
    return type == List.class ? "a list" : SettingReader.kind(type);
  }
}
