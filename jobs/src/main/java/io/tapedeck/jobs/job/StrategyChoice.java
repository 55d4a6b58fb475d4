package io.tapedeck.jobs.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A strategy of a job, its parameters as written: a replay binds them to one record, a sweep
 * expands them first.
 *
 * @param strategy its name and label
 * @param nameMark where it is named
 * @param parameters the keys under its {@code parameters}; may have none
 */
public record StrategyChoice(NamedStrategy strategy, Mark nameMark, Fields parameters) {
  private static final String KEY = "strategy";
  private static final String LIST = "strategies";

  public String name() {
    return strategy.name();
  }

  /** The choice under {@code strategy}, or those under {@code strategies}; at least one. */
  static List<StrategyChoice> bind(Fields job) {
    Optional<Node> list = job.node(LIST);
    if (list.isEmpty()) {
      Fields strategy = job.group(KEY).orElseThrow(() -> missing(job));
      return List.of(one(strategy, new NamedStrategy("", name(strategy))));
    }
    if (job.has(KEY)) {
      throw job.refusal(LIST, "and strategy are given: remove one of them");
    }
    if (!(list.get() instanceof Node.Sequence sequence) || sequence.items().isEmpty()) {
      throw job.refusal(LIST, "must be a list such as [{name: ..., parameters: {...}}]");
    }
    return several(sequence, job.path(LIST));
  }

  private static UsageException missing(Fields job) {
    return job.missing(KEY, "give strategy: {name: ...}; see: tapedeck strategies");
  }

  private static List<StrategyChoice> several(Node.Sequence sequence, String path) {
    List<StrategyChoice> choices = new ArrayList<>();
    for (Node item : sequence.items()) {
      Fields strategy = Fields.of(item, path);
      String label = strategy.text("as").orElse("");
      if (!label.matches("([A-Za-z_][A-Za-z0-9_]*)?")) {
        throw strategy.refusal("as", "must be letters, digits and '_', was '" + label + "'");
      }
      NamedStrategy named = NamedStrategy.beside(label, name(strategy));
      if (choices.stream().anyMatch(other -> other.strategy.label().equals(named.label()))) {
        throw UsageException.at(
            item.mark(), path + " has " + named.label() + " twice: tell them apart with as: NAME");
      }
      choices.add(one(strategy, named));
    }
    return choices;
  }

  private static StrategyChoice one(Fields strategy, NamedStrategy named) {
    Mark mark = strategy.node("name").orElseThrow().mark();
    Fields parameters =
        strategy
            .group("parameters")
            .orElseGet(
                () ->
                    Fields.of(
                        new Node.Mapping(Map.of(), strategy.mark()), strategy.path("parameters")));
    strategy.refuseOthers();
    return new StrategyChoice(named, mark, parameters);
  }

  private static String name(Fields strategy) {
    return strategy
        .text("name")
        .orElseThrow(() -> strategy.missing("name", "see: tapedeck strategies"));
  }
}
