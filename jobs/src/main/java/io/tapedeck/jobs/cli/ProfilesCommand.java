package io.tapedeck.jobs.cli;

import io.tapedeck.lake.ingest.Profiles;
import io.tapedeck.lake.ingest.SourceFormat;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** Lists the built-in formats of files. */
@Command(
    name = "profiles",
    description = "Lists the file formats that are built in; needs no Spark.",
    footer = {"", "Examples:", "  tapedeck profiles", "  tapedeck profiles --json"})
final class ProfilesCommand implements Verb {
  /** A profile as the JSON answer shows it. */
  record Listed(String name, String description) {}

  @Override
  public ExitCode run(Console console) {
    List<Listed> profiles = Profiles.all().stream().map(ProfilesCommand::listed).toList();
    int width = profiles.stream().mapToInt(each -> each.name().length()).max().orElse(0);
    profiles.forEach(
        each ->
            console.print(
                each.name() + " ".repeat(width - each.name().length() + 2) + each.description()));
    console.json(Map.of("profiles", profiles));
    return ExitCode.DONE;
  }

  private static Listed listed(SourceFormat format) {
    return new Listed(format.name(), format.description());
  }
}
