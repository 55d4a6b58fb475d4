package io.tapedeck.jobs.cli;

import io.tapedeck.jobs.job.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The demo's trades and job, and where a checkout keeps what it builds. */
final class DemoFiles {
  private static final String TRADES = "bitstamp_trades_from_20131125_usd.csv";
  private static final String JOB = "demo.yaml";

  private DemoFiles() {}

  /** The trades that Maven unpacked beside the classes. */
  static Path trades() {
    Path file = buildFolder().resolve("demo-data").resolve(TRADES);
    if (!Files.isRegularFile(file)) {
      throw UsageException.of(
          file + " is missing: run mvn -pl jobs -am generate-test-resources, with network");
    }
    return file;
  }

  /** Where the demo keeps its lake unless told otherwise: it is not under version control. */
  static Path defaultLake() {
    return buildFolder().resolve("demo");
  }

  /** The text of the demo's job file. */
  static String job() {
    try (InputStream in = DemoFiles.class.getResourceAsStream(JOB)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the demo's job file cannot be read", e);
    }
  }

  /** The folder target of the module, from where our classes were loaded. */
  private static Path buildFolder() {
    try {
      Path code =
          Path.of(DemoFiles.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      for (Path folder = code; folder != null; folder = folder.getParent()) {
        if (folder.endsWith("target")) {
          return folder;
        }
      }
      throw UsageException.of(
          "the demo needs a checkout, built by jobs/bin/tapedeck; our classes are in " + code);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a place of classes that is no path", e);
    }
  }
}
