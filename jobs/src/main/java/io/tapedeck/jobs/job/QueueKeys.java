package io.tapedeck.jobs.job;

import io.tapedeck.core.execution.QueueModelSpec;
import io.tapedeck.core.execution.QueueModelSpec.Kind;
import io.tapedeck.core.strategy.ParameterDescription;
import java.util.List;

/** Queue models: {@code log_prob}, or {@code {power_prob: 2}} with an exponent. */
final class QueueKeys {
  private QueueKeys() {}

  static QueueModelSpec queue(Node node, String path) {
    if (!(node instanceof Node.Mapping)) {
      return QueueModelSpec.of(kind(Scalars.text(node, path), path, node.mark()));
    }
    Fields group = Fields.of(node, path);
    List<String> names = group.names();
    if (names.size() != 1) {
      throw UsageException.at(
          node.mark(), path + " must be one model with its exponent, as in {power_prob: 2}");
    }
    String name = names.get(0);
    Kind kind = kind(name, path, node.mark());
    Node value = group.node(name).orElseThrow();
    try {
      return new QueueModelSpec(kind, Scalars.decimal(value, group.path(name)).doubleValue());
    } catch (IllegalArgumentException refused) {
      throw UsageException.at(value.mark(), group.path(name) + ": " + refused.getMessage());
    }
  }

  /** The exponent of the models that have one, for people. */
  static ParameterDescription exponent() {
    return new ParameterDescription("n", "a number", "", "above 0", "1", "exponent");
  }

  private static Kind kind(String text, String path, Mark mark) {
    return Scalars.choice(text, Kind.class, path, mark);
  }
}
