package io.tapedeck.jobs.cli;

import io.tapedeck.jobs.job.Node;
import io.tapedeck.jobs.job.Overrides;
import io.tapedeck.jobs.job.YamlTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * A job file with what overrides it, to be mixed into verbs that run jobs. Precedence: command
 * line, job file, environment, default.
 */
public final class JobOptions {
  @Parameters(
      arity = "0..1",
      paramLabel = "JOB",
      description = "Job file (YAML); may be left out if --set gives every key.")
  private Path file;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Sets a key of the job, as in strategy.parameters.fast=10; may be repeated.")
  private List<String> overrides = new ArrayList<>();

  @Mixin private LakeOption lake;

  /** What the messages call the job. */
  public String source() {
    return file == null ? "command line" : file.toString();
  }

  /** Whether the command line describes a job: by a file or by keys. */
  boolean areGiven() {
    return file != null || !overrides.isEmpty();
  }

  /** The lake of the command line, else of the environment; what a job says does not count. */
  String lakeRoot(Console console) {
    return lake.root(console);
  }

  /** All keys of the job. */
  public Node.Mapping read(Console console) {
    Node.Mapping keys = file == null ? YamlTree.parse("{}", "command line") : YamlTree.read(file);
    Node.Mapping job = Overrides.apply(keys, overrides);
    if (lake.given().isPresent()) {
      return Overrides.with(job, "lake", lake.given().get(), "--lake");
    }
    boolean readsFiles = job.entries().containsKey("data");
    return console
        .environment(LakeOption.VARIABLE)
        .filter(root -> !readsFiles)
        .map(root -> Overrides.withDefault(job, "lake", root, LakeOption.VARIABLE))
        .orElse(job);
  }
}
