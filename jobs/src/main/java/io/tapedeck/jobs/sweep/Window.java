package io.tapedeck.jobs.sweep;

import io.tapedeck.core.contract.Require;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * The dates of a run, and what they are for.
 *
 * @param label all, train or test
 * @param first first session date
 * @param last last session date, included
 */
public record Window(String label, LocalDate first, LocalDate last) implements Serializable {
  public static final String ALL = "all";
  public static final String TRAIN = "train";
  public static final String TEST = "test";

  public Window {
    Require.that(
        !first.isAfter(last), "window %s begins (%s) after it ends (%s)", label, first, last);
  }
}
