package io.tapedeck.jobs.cli;

import io.tapedeck.core.strategy.StrategyProvider;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
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
  @Override
  public ExitCode run(Console console) {
    List<StrategyProvider> providers =
        ServiceLoader.load(StrategyProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .sorted(Comparator.comparing(StrategyProvider::name))
            .toList();
    providers.forEach(provider -> console.print(provider.name() + "  " + provider.summary()));
    console.json(providers.stream().map(StrategyProvider::name).toList());
    return ExitCode.DONE;
  }
}
