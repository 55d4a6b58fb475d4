package io.tapedeck.jobs.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A term that is not the same in all runs.
 *
 * @param section what it is about
 * @param key its name inside the section, nested names joined by dots
 * @param values one for each run; null where the run has no such term
 */
public record Difference(Section section, String key, List<String> values) {
  public Difference {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }
}
