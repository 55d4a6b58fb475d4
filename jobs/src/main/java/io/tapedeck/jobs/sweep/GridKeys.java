package io.tapedeck.jobs.sweep;

import io.tapedeck.jobs.grid.Axis;
import io.tapedeck.jobs.grid.Draws;
import io.tapedeck.jobs.grid.Grid;
import io.tapedeck.jobs.grid.ParameterSet;
import io.tapedeck.jobs.grid.ParameterSpace;
import io.tapedeck.jobs.grid.ParameterValue;
import io.tapedeck.jobs.grid.Where;
import io.tapedeck.jobs.job.Fields;
import io.tapedeck.jobs.job.Mark;
import io.tapedeck.jobs.job.NearestName;
import io.tapedeck.jobs.job.Node;
import io.tapedeck.jobs.job.StrategyChoice;
import io.tapedeck.jobs.job.UsageException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads a grid from a job file: values under {@code strategy.parameters}, and the keys {@code
 * where}, {@code points} and {@code draws}. Beside others a strategy's parameters are called by its
 * name or label: {@code sma_cross.fast}.
 *
 * <pre>
 * parameters:
 *   fast: [5, 10, 20]
 *   slow: {from: 20, to: 200, step: 20}
 *   band: {from: 0.1, to: 10, points: 5, scale: log}
 *   size: 100
 * where: fast < slow
 * points: [{fast: 1, slow: 2, band: 1}]
 * draws: {count: 500, seed: 7}
 * </pre>
 */
final class GridKeys {
  private final List<String> known;

  private GridKeys(List<String> known) {
    this.known = known;
  }

  /** The grid of these keys; {@code known} are all parameters of the strategies. */
  static Grid bind(List<StrategyChoice> strategies, Fields job, List<String> known) {
    GridKeys keys = new GridKeys(known);
    ParameterSpace space = keys.space(strategies);
    List<ParameterSet> points = keys.points(job);
    Optional<Draws> draws = draws(job);
    List<String> names = new ArrayList<>(space.names());
    points.forEach(point -> names.addAll(point.names()));
    Mark mark = job.node("where").map(Node::mark).orElse(job.mark());
    return checked(
        mark,
        () -> {
          Where where =
              job.text("where").map(text -> Where.parse(text, names)).orElse(Where.ALWAYS);
          return Grid.of(space, points, draws, where);
        });
  }

  private ParameterSpace space(List<StrategyChoice> strategies) {
    List<String> names = new ArrayList<>();
    List<Axis> axes = new ArrayList<>();
    for (StrategyChoice choice : strategies) {
      Fields parameters = choice.parameters();
      for (String name : parameters.names()) {
        Node node = parameters.node(name).orElseThrow();
        String qualified = choice.strategy().qualified(name);
        requireKnown(qualified, node.mark());
        names.add(qualified);
        axes.add(checked(node.mark(), () -> axis(node, parameters.path(name))));
      }
    }
    return new ParameterSpace(names, axes);
  }

  private static Axis axis(Node node, String path) {
    if (node instanceof Node.Scalar scalar) {
      return Axis.fixed(value(scalar, path));
    }
    if (node instanceof Node.Sequence sequence) {
      return Axis.of(sequence.items().stream().map(item -> value(item, path)).toList());
    }
    Fields range = Fields.of(node, path);
    BigDecimal from = number(range, "from");
    BigDecimal to = number(range, "to");
    boolean isLog = range.text("scale").map(scale -> isLog(range, scale)).orElse(false);
    Axis axis =
        isLog
            ? Axis.logRange(
                from,
                to,
                range
                    .integer("points", 2, 10_000)
                    .orElseThrow(() -> range.missing("points", "say how many values"))
                    .intValue())
            : new Axis.Range(from, to, number(range, "step"));
    range.refuseOthers();
    return axis;
  }

  private static boolean isLog(Fields range, String scale) {
    if (!scale.equals("log") && !scale.equals("linear")) {
      throw range.refusal("scale", "must be log or linear, was '" + scale + "'");
    }
    return scale.equals("log");
  }

  private List<ParameterSet> points(Fields job) {
    Node node = job.node("points").orElse(null);
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof Node.Sequence sequence)) {
      throw job.refusal("points", "must be a list of groups such as [{fast: 1, slow: 2}]");
    }
    return sequence.items().stream().map(this::point).toList();
  }

  private ParameterSet point(Node node) {
    Fields point = Fields.of(node, "points");
    List<ParameterValue> values = new ArrayList<>();
    for (String name : point.names()) {
      Node value = point.node(name).orElseThrow();
      requireKnown(name, value.mark());
      values.add(value(value, point.path(name)));
    }
    return new ParameterSet(point.names(), values);
  }

  private static Optional<Draws> draws(Fields job) {
    return job.group("draws")
        .map(
            draws -> {
              long count =
                  draws
                      .integer("count", 1, 100_000_000)
                      .orElseThrow(() -> draws.missing("count", "say how many sets to draw"));
              long seed = draws.integer("seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(1L);
              draws.refuseOthers();
              return new Draws(count, seed);
            });
  }

  private void requireKnown(String name, Mark mark) {
    if (!known.contains(name)) {
      throw UsageException.at(
          mark, "unknown parameter " + name + ": " + NearestName.hint(name, known));
    }
  }

  private static ParameterValue value(Node node, String path) {
    if (node instanceof Node.Scalar scalar && !scalar.isMissing()) {
      String plain = scalar.text().replaceAll("(?<=\\d)_(?=\\d)", "");
      return ParameterValue.parse(plain);
    }
    throw UsageException.at(node.mark(), path + " must hold single values, found " + node.kind());
  }

  private static BigDecimal number(Fields range, String key) {
    String text =
        range
            .text(key)
            .orElseThrow(
                () ->
                    range.missing(
                        key, "a range is {from, to, step} or {from, to, points, scale: log}"));
    return ParameterValue.parse(text.replace("_", ""))
        .number()
        .orElseThrow(() -> range.refusal(key, "must be a number, was '" + text + "'"));
  }

  /** Refusals of values become refusals of the place that gave them. */
  private static <T> T checked(Mark mark, Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException refused) {
      throw UsageException.at(mark, refused.getMessage());
    }
  }
}
