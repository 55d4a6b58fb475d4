package io.tapedeck.jobs.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Properties;

/**
 * A script or a style sheet that a report carries inside it, with the digest that lets a browser
 * run it and nothing else.
 *
 * @param content as it stands between the tags
 */
record Asset(String content) {
  private static final String CHARTS = "/META-INF/resources/webjars/uplot/";
  private static final String CHARTS_POM = "/META-INF/maven/org.webjars.npm/uplot/pom.properties";

  /** A file beside this class. */
  static Asset own(String name) throws IOException {
    return new Asset(read(name));
  }

  /** A file of the chart library uPlot, under its licence notice. */
  static Asset ofCharts(String name) throws IOException {
    Properties pom = new Properties();
    try (InputStream in = resource(CHARTS_POM)) {
      pom.load(in);
    }
    String folder = CHARTS + pom.getProperty("version") + "/";
    return new Asset("/*\n" + read(folder + "LICENSE") + "*/\n" + read(folder + name));
  }

  /** The source expression of a content security policy that allows exactly this content. */
  String policySource() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String read(String name) throws IOException {
    try (InputStream in = resource(name)) {
      // browsers read line ends as \n before they compare digests
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
  }

  private static InputStream resource(String name) throws IOException {
    InputStream in = Asset.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException(
          "report asset " + name + " is not on the class path: build the project again");
    }
    return in;
  }
}
