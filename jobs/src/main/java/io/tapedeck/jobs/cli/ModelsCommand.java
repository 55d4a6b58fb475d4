package io.tapedeck.jobs.cli;

import io.tapedeck.core.strategy.ParameterDescription;
import io.tapedeck.jobs.job.ModelCatalog;
import io.tapedeck.jobs.job.ModelDescription;
import io.tapedeck.jobs.job.NearestName;
import io.tapedeck.jobs.job.UsageException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the models that a job chooses from, with their settings, units and ranges. */
@Command(
    name = "models",
    description = {
      "Lists the models of latency, execution, cost, account, risk and size, with their settings;",
      "needs no Spark. A model is written {name: {setting: value, ...}}, or with the value of its",
      "first setting beside its name: {name: value, setting: value}."
    },
    footer = {
      "",
      "Examples:",
      "  tapedeck models",
      "  tapedeck models --of fees",
      "  tapedeck models --json"
    })
final class ModelsCommand implements Verb {
  @Option(
      names = "--of",
      paramLabel = "KEY",
      description = "Only those under this key of a job, as in execution.queue.")
  private String of = "";

  @Override
  public ExitCode run(Console console) {
    List<ModelDescription> models =
        ModelCatalog.all().stream().filter(model -> isUnder(model.key())).toList();
    refuseIfEmpty(models);
    String key = "";
    for (ModelDescription model : models) {
      if (!model.key().equals(key)) {
        console.print((key.isEmpty() ? "" : "\n") + model.key());
      }
      key = model.key();
      String name = model.name().isEmpty() ? "" : model.name() + ": ";
      console.print("  " + name + model.summary());
      settings(console, model.parameters());
    }
    console.json(Map.of("models", models));
    return ExitCode.DONE;
  }

  private void refuseIfEmpty(List<ModelDescription> models) {
    if (models.isEmpty()) {
      List<String> keys =
          ModelCatalog.all().stream().map(ModelDescription::key).distinct().toList();
      throw UsageException.of("no models under " + of + ": " + NearestName.hint(of, keys));
    }
  }

  private boolean isUnder(String key) {
    return of.isEmpty() || key.equals(of) || key.startsWith(of + ".");
  }

  /** Name, default and meaning of each setting; never cut, for it is written nowhere else. */
  private static void settings(Console console, List<ParameterDescription> settings) {
    int widest = settings.stream().mapToInt(each -> each.name().length()).reduce(0, Math::max);
    for (ParameterDescription each : settings) {
      String standard = each.isMandatory() ? "required" : each.standard();
      String head =
          String.format(Locale.ROOT, "    %-" + widest + "s  %-9s ", each.name(), standard);
      Wrapped.beside(head, each.meaning() + ": " + each.domain()).forEach(console::print);
    }
  }
}
