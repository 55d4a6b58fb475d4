package io.tapedeck.jobs.job;

import io.tapedeck.core.execution.FixedDelay;
import io.tapedeck.core.execution.QueueModelSpec;
import io.tapedeck.core.risk.LossLimit;
import io.tapedeck.core.risk.RiskSpec;
import io.tapedeck.core.risk.Threshold;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Values that stand for what is left out, as job files would write them. */
final class SettingText {
  private static final String NONE = "none";

  private SettingText() {}

  static String of(SettingForm setting, Object value) {
    if (value instanceof Long nanos && SettingForm.isDuration(setting.component())) {
      return nanos == Long.MAX_VALUE ? NONE : Durations.text(nanos);
    }
    if (value instanceof FixedDelay delay) {
      return Durations.text(delay.nanos());
    }
    if (value instanceof BigDecimal number) {
      return number.compareTo(RiskSpec.UNLIMITED) == 0 ? NONE : number.toPlainString();
    }
    if (value instanceof Integer count) {
      return count == Integer.MAX_VALUE ? NONE : count.toString();
    }
    if (value instanceof Double number) {
      return number % 1 == 0 ? String.valueOf(Math.round(number)) : number.toString();
    }
    if (value instanceof Threshold threshold) {
      return Thresholds.text(threshold);
    }
    if (value instanceof LossLimit limit) {
      return Thresholds.text(limit.threshold());
    }
    if (value instanceof QueueModelSpec queue) {
      return queue.kind().name().toLowerCase(Locale.ROOT);
    }
    if (value instanceof List<?> list && list.isEmpty()) {
      return NONE;
    }
    return value instanceof Record ? "as below" : value.toString().toLowerCase(Locale.ROOT);
  }
}
