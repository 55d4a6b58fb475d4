package io.tapedeck.jobs.cli;

import io.tapedeck.jobs.job.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.deploy.history.HistoryServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves Spark's pages of jobs that have ended, from their event logs. Ends when it is stopped. */
@Command(
    name = "history",
    description = {
      "Serves Spark's pages of jobs that have ended, out of their event logs, to this machine only.",
      "Jobs write one under --conf spark.eventLog.enabled=true --conf spark.eventLog.dir=file:DIR."
    },
    footer = {
      "",
      "Examples:",
      "  tapedeck history --dir spark-events",
      "  tapedeck history --dir spark-events --port 18081 --json"
    })
final class HistoryCommand implements Verb {
  /** Spark binds its pages to this address, and to all addresses without it. */
  static final String ADDRESS = "SPARK_LOCAL_IP";

  private static final int MOST_PORT = 65_535;

  @Option(names = "--dir", paramLabel = "DIR", description = "The folder of the event logs.")
  private Path folder;

  @Option(names = "--port", paramLabel = "PORT", description = "Default: 18080; 0 for any.")
  private int port = 18_080;

  @Override
  public ExitCode run(Console console) {
    if (folder == null || !Files.isDirectory(folder)) {
      throw UsageException.of(
          "--dir must be a folder of event logs, was " + (folder == null ? "left out" : folder));
    }
    if (port < 0 || port > MOST_PORT) {
      throw UsageException.of("--port must be 0 to 65535, was " + port);
    }
    String address =
        console
            .environment(ADDRESS)
            .orElseThrow(
                () ->
                    UsageException.of(
                        "the pages would be served to every machine: start jobs/bin/tapedeck"
                            + " history, or set "
                            + ADDRESS));
    serve(console, address);
    return ExitCode.DONE;
  }

  private void serve(Console console, String address) {
    String logs = folder.toAbsolutePath().normalize().toUri().toString();
    System.setProperty("spark.history.fs.logDirectory", logs);
    System.setProperty("spark.history.ui.port", Integer.toString(port));
    String url = "http://" + address + ":" + port + "/";
    console.note("tapedeck history: " + url + " shows " + logs + "; stop it with Ctrl-C");
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("url", url);
    answer.put("dir", logs);
    console.json(answer);
    HistoryServer.main(new String[0]);
  }
}
