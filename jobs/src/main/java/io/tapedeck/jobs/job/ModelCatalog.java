package io.tapedeck.jobs.job;

import io.tapedeck.core.account.AccountKind;
import io.tapedeck.core.account.AccountSpec;
import io.tapedeck.core.account.MarkRule;
import io.tapedeck.core.bar.BarRule;
import io.tapedeck.core.contract.Require;
import io.tapedeck.core.cost.FeeSchedule;
import io.tapedeck.core.cost.FinancingSpec;
import io.tapedeck.core.describe.Model;
import io.tapedeck.core.execution.Delay;
import io.tapedeck.core.execution.ExecutionSpec;
import io.tapedeck.core.execution.LatencySpec;
import io.tapedeck.core.execution.QueueModelSpec;
import io.tapedeck.core.execution.RecordedDelay;
import io.tapedeck.core.execution.SlippageSpec;
import io.tapedeck.core.execution.VenueDelays;
import io.tapedeck.core.risk.AccountGuardSpec;
import io.tapedeck.core.risk.ExposureScaleSpec;
import io.tapedeck.core.risk.LossLimit;
import io.tapedeck.core.risk.PositionGuardSpec;
import io.tapedeck.core.risk.RiskSpec;
import io.tapedeck.core.risk.SizingSpec;
import io.tapedeck.core.strategy.ParameterDescription;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** All models a job can choose from, generated from the records they are. */
public final class ModelCatalog {
  private final List<ModelDescription> models = new ArrayList<>();
  private final Set<String> described = new LinkedHashSet<>();

  private ModelCatalog() {}

  /** Every model, in the order of a job file's keys. */
  public static List<ModelDescription> all() {
    ModelCatalog catalog = new ModelCatalog();
    catalog.group("latency", LatencySpec.class, LatencySpec.NONE);
    catalog.group("execution", ExecutionSpec.class, ExecutionSpec.STANDARD);
    catalog.family("slippage", SlippageSpec.class);
    catalog.family("fees", FeeSchedule.class);
    catalog.group("financing", FinancingSpec.class, FinancingSpec.NONE);
    catalog.family("account.kind", AccountKind.class);
    catalog.group("account", AccountSpec.class, AccountSpec.UNCONSTRAINED);
    catalog.group("risk", RiskSpec.class, RiskSpec.NONE);
    catalog.group("risk", AccountGuardSpec.class, AccountGuardSpec.NONE);
    catalog.group("risk.positions", PositionGuardSpec.class, PositionGuardSpec.NONE);
    catalog.family("sizing", SizingSpec.class);
    catalog.group("sizing.scale", ExposureScaleSpec.class, null);
    catalog.family("bars", BarRule.class);
    catalog.choices("mark", MarkRule.class);
    return List.copyOf(catalog.models);
  }

  /** A group of settings, then whatever may stand under each. */
  private void group(String key, Class<?> type, Object standard) {
    RecordForm form = RecordForm.of(type);
    List<ParameterDescription> settings = form.describe(standard);
    models.add(new ModelDescription(key, "", form.summary(), settings));
    form.settings().forEach(setting -> below(key, setting, form.standard(setting, standard)));
  }

  private void family(String key, Class<?> type) {
    ModelFamily.of(type).kinds().forEach((name, kind) -> kind(key, name, kind));
  }

  private void kind(String key, String name, Class<?> kind) {
    Model model = kind.getAnnotation(Model.class);
    if (kind == RecordedDelay.class || kind == VenueDelays.class) {
      models.add(new ModelDescription(key, name, model.value(), DelayKeys.describe(kind)));
      return;
    }
    RecordForm form = RecordForm.of(kind);
    models.add(new ModelDescription(key, name, form.summary(), form.describe(null)));
    form.settings().forEach(setting -> below(key + "." + name, setting, null));
  }

  /** What a setting may be: each family and each enum is described where it is met first. */
  private void below(String key, SettingForm setting, Object standard) {
    Class<?> type = setting.component().getType();
    String path = key + "." + setting.name();
    if (type == List.class) {
      ParameterizedType list = (ParameterizedType) setting.component().getGenericType();
      Class<?> element = (Class<?>) list.getActualTypeArguments()[0];
      if (element.isRecord()) {
        group(path, element, null);
      }
      return;
    }
    if (type == QueueModelSpec.class) {
      choices(path, QueueModelSpec.Kind.class);
    } else if (isDescribed(type) && described.add(type.getName())) {
      if (type.isEnum()) {
        choices(path, type);
      } else if (type.isSealed()) {
        family(type == Delay.class ? key + ".*" : path, type);
      } else {
        group(path, type, type == LossLimit.class ? null : standard);
      }
    }
  }

  private static boolean isDescribed(Class<?> type) {
    boolean isWordless = type.isEnum() && constant(type.getEnumConstants()[0]) == null;
    boolean isSettled = type.isRecord() && type.getAnnotation(Model.class) == null;
    boolean isModel = type.isEnum() || type.isRecord() || type.isSealed();
    boolean isTopLevel = type == SlippageSpec.class || type == FeeSchedule.class;
    return isModel && !isWordless && !isSettled && !isTopLevel;
  }

  /** Each constant of an enum, with its sentence. */
  private void choices(String key, Class<?> type) {
    for (Object choice : type.getEnumConstants()) {
      Model model = constant(choice);
      Require.that(model != null, "%s of %s must carry @Model", choice, type.getName());
      List<ParameterDescription> settings =
          choice instanceof QueueModelSpec.Kind kind && kind.hasExponent()
              ? List.of(QueueKeys.exponent())
              : List.of();
      models.add(
          new ModelDescription(
              key, choice.toString().toLowerCase(Locale.ROOT), model.value(), settings));
    }
  }

  private static Model constant(Object choice) {
    try {
      return choice.getClass().getField(((Enum<?>) choice).name()).getAnnotation(Model.class);
    } catch (NoSuchFieldException everyConstantIsAField) {
      throw new IllegalStateException(everyConstantIsAField);
    }
  }
}
