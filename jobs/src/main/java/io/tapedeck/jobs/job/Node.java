package io.tapedeck.jobs.job;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A piece of a job file, with its place. Every scalar is text: what it means is the binder's. */
public sealed interface Node {
  /** Where it begins. */
  Mark mark();

  /** What it is, for messages: "a list". */
  String kind();

  /**
   * A word, number or quoted text.
   *
   * @param text as written, without quotes
   */
  record Scalar(String text, Mark mark) implements Node {
    /** Whether nothing was written after the key. */
    public boolean isMissing() {
      return text.isEmpty() || text.equals("~");
    }

    @Override
    public String kind() {
      return isMissing() ? "nothing" : "'" + text + "'";
    }
  }

  /** A list. */
  record Sequence(List<Node> items, Mark mark) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** Keys with values, in the order of the file. */
  record Mapping(Map<String, Entry> entries, Mark mark) implements Node {
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    @Override
    public String kind() {
      return "a group of keys";
    }
  }

  /**
   * A key of a mapping.
   *
   * @param keyMark where the key stands
   * @param value what it is set to
   */
  record Entry(Mark keyMark, Node value) {}
}
