package io.tapedeck.jobs.report.page;

import java.io.IOException;

/** A part of the page under a heading of its own, which the list of sections names. */
interface Section {
  /** Its anchor. */
  String id();

  /** Its heading. */
  String heading();

  /** Whether there is anything to show; a section that is not there is not listed. */
  boolean isThere();

  /** What stands under its heading. */
  void write(Html html) throws IOException;
}
