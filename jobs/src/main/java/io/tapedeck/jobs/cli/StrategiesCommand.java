package io.tapedeck.jobs.cli;

import io.tapedeck.core.strategy.ParameterDescription;
import io.tapedeck.core.strategy.StrategyProvider;
import io.tapedeck.jobs.job.Strategies;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** Lists the strategies with their parameters, units and ranges. */
@Command(
    name = "strategies",
    description = "Lists the strategies with their parameters; needs no Spark.",
    footer = {
      "",
      "Examples:",
      "  tapedeck strategies",
      "  tapedeck --jars my-strategies.jar strategies --json"
    })
final class StrategiesCommand implements Verb {
  /** A strategy as the JSON answer shows it. */
  record Listed(String name, String summary, String type, List<ParameterDescription> parameters) {}

  @Override
  public ExitCode run(Console console) {
    Strategies found = Strategies.found();
    List<Listed> strategies = found.all().stream().map(each -> listed(found, each)).toList();
    for (Listed strategy : strategies) {
      console.print(strategy.name() + ": " + strategy.summary());
      table(strategy.parameters()).lines("  ").forEach(console::print);
      console.print("");
    }
    console.json(Map.of("strategies", strategies));
    return ExitCode.DONE;
  }

  private static Listed listed(Strategies found, StrategyProvider provider) {
    return new Listed(
        provider.name(),
        provider.summary(),
        provider.parameters().getName(),
        found.parameters(provider.name()));
  }

  private static TextTable table(List<ParameterDescription> parameters) {
    TextTable table = TextTable.of("parameter", "is", "range", "unit", "default", "meaning");
    for (ParameterDescription each : parameters) {
      table.row(
          each.name(),
          each.type(),
          each.range(),
          each.unit(),
          each.isMandatory() ? "required" : each.standard(),
          each.meaning());
    }
    return table;
  }
}
