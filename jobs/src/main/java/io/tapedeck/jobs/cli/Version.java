package io.tapedeck.jobs.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The versions of Tapedeck and of the Java it runs on. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {
      "tapedeck " + ours(), "Java " + Runtime.version() + ", " + System.getProperty("os.arch")
    };
  }

  /** The version in the jar's manifest. */
  static String ours() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("(not packaged)");
  }
}
