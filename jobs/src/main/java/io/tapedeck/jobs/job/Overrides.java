package io.tapedeck.jobs.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values given as {@code key.path=value} that take the place of a job file's. */
public final class Overrides {
  private Overrides() {}

  /**
   * The file's keys with these overrides applied, the later ones last. A value is YAML: {@code
   * universe=[BAC, IBM]} sets a list.
   *
   * @throws UsageException if one is not of the form key.path=value
   */
  public static Node.Mapping apply(Node.Mapping root, List<String> overrides) {
    Node.Mapping result = root;
    for (String override : overrides) {
      result = apply(result, override);
    }
    return result;
  }

  /** The same keys with this one set to a text. */
  public static Node.Mapping with(Node.Mapping root, String key, String text, String from) {
    return set(root, List.of(key), new Node.Scalar(text, Mark.of(from)), Mark.of(from));
  }

  /** The same keys with one more, unless it is there already. */
  public static Node.Mapping withDefault(Node.Mapping root, String key, String text, String from) {
    return root.entries().containsKey(key) ? root : with(root, key, text, from);
  }

  private static Node.Mapping apply(Node.Mapping root, String override) {
    int equals = override.indexOf('=');
    if (equals <= 0) {
      throw UsageException.of("--set needs key.path=value, was '" + override + "'");
    }
    List<String> path = List.of(override.substring(0, equals).strip().split("\\.", -1));
    Mark mark = Mark.of("--set " + override);
    if (path.contains("")) {
      throw UsageException.at(mark, "the key path has an empty part");
    }
    Node value = YamlTree.value(override.substring(equals + 1), mark.source());
    return set(root, path, value, mark);
  }

  private static Node.Mapping set(Node.Mapping node, List<String> path, Node value, Mark mark) {
    String key = path.get(0);
    Map<String, Node.Entry> entries = new LinkedHashMap<>(node.entries());
    if (path.size() == 1) {
      entries.put(key, new Node.Entry(mark, value));
    } else {
      Node.Entry old = entries.get(key);
      Node.Mapping inner =
          old != null && old.value() instanceof Node.Mapping mapping
              ? mapping
              : new Node.Mapping(Map.of(), mark);
      Mark keyMark = old == null ? mark : old.keyMark();
      entries.put(
          key, new Node.Entry(keyMark, set(inner, path.subList(1, path.size()), value, mark)));
    }
    return new Node.Mapping(entries, node.mark());
  }
}
