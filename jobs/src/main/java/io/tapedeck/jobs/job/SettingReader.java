package io.tapedeck.jobs.job;

import io.tapedeck.core.bar.BarLength;
import io.tapedeck.core.execution.QueueModelSpec;
import io.tapedeck.core.risk.LossLimit;
import io.tapedeck.core.risk.Threshold;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;

/** Reads the value of a setting by the type of its component. */
final class SettingReader {
  private static final int PARTS_DECIMALS = 4;

  private SettingReader() {}

  /**
   * The value of a node.
   *
   * @param path what messages call it
   * @param otherwise where a group of keys takes what it does not name from; null for nowhere
   */
  static Object read(Node node, String path, RecordComponent component, Object otherwise) {
    if (SettingForm.isDuration(component)) {
      return Scalars.nanos(node, path);
    }
    if (SettingForm.isInParts(component)) {
      return Scalars.counted(node, path, PARTS_DECIMALS);
    }
    if (component.getType() == List.class) {
      ParameterizedType list = (ParameterizedType) component.getGenericType();
      return list(node, path, (Class<?>) list.getActualTypeArguments()[0]);
    }
    return read(node, path, component.getType(), otherwise);
  }

  private static Object read(Node node, String path, Class<?> type, Object otherwise) {
    if (type == long.class) {
      return Scalars.whole(node, path, Long.MIN_VALUE, Long.MAX_VALUE);
    }
    if (type == int.class) {
      return (int) Scalars.whole(node, path, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
    if (type == double.class) {
      return Scalars.decimal(node, path).doubleValue();
    }
    if (type == BigDecimal.class) {
      return Scalars.decimal(node, path);
    }
    if (type.isEnum()) {
      return choice(node, path, type);
    }
    if (type == Threshold.class) {
      return Thresholds.threshold(node, path);
    }
    if (type == LossLimit.class) {
      return Thresholds.lossLimit(node, path);
    }
    if (type == QueueModelSpec.class) {
      return QueueKeys.queue(node, path);
    }
    if (type == BarLength.class) {
      return BarKeys.length(node, path);
    }
    return type.isSealed()
        ? ModelFamily.of(type).bind(node, path)
        : RecordForm.of(type).bind(Fields.of(node, path), otherwise);
  }

  /** What a value of this type is called in a list of models. */
  static String kind(Class<?> type) {
    if (type == Threshold.class) {
      return "an amount, or a share as in 2%";
    }
    if (type == LossLimit.class) {
      return "an amount, a share as in 2%, or a group";
    }
    if (type == BarLength.class) {
      return "a length such as 1m";
    }
    return type.isSealed() || type == QueueModelSpec.class ? "one of those below" : "a group";
  }

  private static Object list(Node node, String path, Class<?> type) {
    if (type == String.class) {
      return Fields.texts(node, path);
    }
    if (node instanceof Node.Sequence sequence) {
      return sequence.items().stream().map(item -> read(item, path, type, null)).toList();
    }
    throw UsageException.at(node.mark(), path + " must be a list, was " + node.kind());
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Object choice(Node node, String path, Class<?> type) {
    return Scalars.choice(Scalars.text(node, path), (Class) type, path, node.mark());
  }
}
