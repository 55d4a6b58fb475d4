package io.tapedeck.jobs.job;

import io.tapedeck.core.strategy.ParameterDescription;
import java.util.List;

/**
 * A replaceable model, or a group of settings, for people; generated from the kernel's records.
 *
 * @param key where it stands in a job file: {@code execution.queue}
 * @param name how it is written there; empty for a group of settings without alternatives
 * @param summary what it does, in one sentence
 * @param parameters its settings, in order
 */
public record ModelDescription(
    String key, String name, String summary, List<ParameterDescription> parameters) {
  public ModelDescription {
    parameters = List.copyOf(parameters);
  }
}
