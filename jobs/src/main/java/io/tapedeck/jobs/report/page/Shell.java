package io.tapedeck.jobs.report.page;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is around every page: a policy that lets its own styles and scripts in and nothing else, the
 * styles, and the scripts at its end.
 *
 * @param title of the window
 * @param styles in order
 * @param scripts in order
 */
record Shell(String title, List<Asset> styles, List<Asset> scripts) {
  /** Opens the page up to its body. */
  void open(Html html, String meta) throws IOException {
    html.doctype();
    html.open("html", "lang", "en").open("head");
    html.empty("meta", "charset", "utf-8");
    html.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy());
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.empty("meta", "name", "color-scheme", "content", "light dark");
    html.element("title", title + " – Tapedeck");
    if (!meta.isEmpty()) {
      html.verbatim("script", meta, "type", "application/json", "id", ReportMeta.ELEMENT);
    }
    for (Asset style : styles) {
      html.verbatim("style", style.content());
    }
    html.close().open("body");
  }

  /** Writes the scripts and closes the page. */
  void close(Html html) throws IOException {
    for (Asset script : scripts) {
      html.verbatim("script", script.content());
    }
    html.close().close();
  }

  private String policy() {
    return "default-src 'none'; base-uri 'none'; form-action 'none'; style-src "
        + sources(styles)
        + "; script-src "
        + sources(scripts);
  }

  private static String sources(List<Asset> assets) {
    return assets.stream().map(Asset::policySource).collect(Collectors.joining(" "));
  }
}
