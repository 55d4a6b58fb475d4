package io.tapedeck.jobs.job;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Reads YAML into {@link Node}s from the parser's events alone: nothing is resolved or constructed,
 * so that the symbols ON, NO and 005930 stay text. Tags, anchors, aliases and duplicate keys are
 * refused.
 */
public final class YamlTree {
  private static final int MAX_DEPTH = 32;
  private static final int MAX_CHARACTERS = 8 * 1024 * 1024;

  private final String source;
  private final Iterator<Event> events;
  private final boolean hasLines;

  private YamlTree(String source, boolean hasLines, Iterator<Event> events) {
    this.source = source;
    this.hasLines = hasLines;
    this.events = events;
  }

  /**
   * The keys of a file.
   *
   * @throws UsageException if it cannot be read or is not a YAML mapping
   */
  public static Node.Mapping read(Path file) {
    try {
      return parse(Files.readString(file), file.toString());
    } catch (NoSuchFileException missing) {
      throw UsageException.of(file + " does not exist: give the path of a job file");
    } catch (CharacterCodingException notUtf8) {
      throw UsageException.of(file + " is not UTF-8 text: save it as UTF-8");
    } catch (IOException unreadable) {
      throw UsageException.of(file + " cannot be read: " + unreadable);
    }
  }

  /**
   * The keys of a text.
   *
   * @param source what messages call the text
   */
  public static Node.Mapping parse(String text, String source) {
    Node root = of(text, source, true);
    if (root instanceof Node.Mapping mapping) {
      return mapping;
    }
    throw UsageException.at(root.mark(), "expected keys such as 'strategy:', found " + root.kind());
  }

  /** A single value, as an option sets it; its place is the option. */
  static Node value(String text, String option) {
    return of(text, option, false);
  }

  private static Node of(String text, String source, boolean hasLines) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MAX_CHARACTERS);
    options.setNestingDepthLimit(MAX_DEPTH);
    try {
      Yaml yaml = new Yaml(new SafeConstructor(options));
      Iterator<Event> events = yaml.parse(new StringReader(text)).iterator();
      return new YamlTree(source, hasLines, events).document();
    } catch (MarkedYAMLException broken) {
      throw UsageException.at(
          placeOf(broken, source, hasLines), "not YAML: " + broken.getProblem());
    } catch (YAMLException broken) {
      throw UsageException.of(source + ": not YAML: " + broken.getMessage());
    }
  }

  private static Mark placeOf(MarkedYAMLException broken, String source, boolean hasLines) {
    org.yaml.snakeyaml.error.Mark mark = broken.getProblemMark();
    return mark == null || !hasLines
        ? Mark.of(source)
        : new Mark(source, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private Node document() {
    Event event = next();
    while (event.is(Event.ID.StreamStart) || event.is(Event.ID.DocumentStart)) {
      event = next();
    }
    if (event.is(Event.ID.StreamEnd)) {
      return new Node.Scalar("", Mark.of(source));
    }
    Node root = node(event, 0);
    next();
    if (!next().is(Event.ID.StreamEnd)) {
      throw UsageException.at(root.mark(), "only one YAML document is read: remove the others");
    }
    return root;
  }

  private Node node(Event event, int depth) {
    Mark mark = mark(event);
    refuseReferences(event, mark);
    if (depth > MAX_DEPTH) {
      throw UsageException.at(mark, "nested deeper than " + MAX_DEPTH + " levels");
    }
    if (event instanceof ScalarEvent scalar) {
      refuseTag(scalar.getTag(), mark);
      return new Node.Scalar(scalar.getValue(), mark);
    }
    CollectionStartEvent collection = (CollectionStartEvent) event;
    refuseTag(collection.getTag(), mark);
    return event.is(Event.ID.SequenceStart) ? sequence(mark, depth) : mapping(mark, depth);
  }

  private Node sequence(Mark mark, int depth) {
    List<Node> items = new ArrayList<>();
    for (Event event = next(); !event.is(Event.ID.SequenceEnd); event = next()) {
      items.add(node(event, depth + 1));
    }
    return new Node.Sequence(items, mark);
  }

  private Node mapping(Mark mark, int depth) {
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    for (Event event = next(); !event.is(Event.ID.MappingEnd); event = next()) {
      Node key = node(event, depth + 1);
      if (!(key instanceof Node.Scalar name) || name.isMissing()) {
        throw UsageException.at(key.mark(), "a key must be a word, found " + key.kind());
      }
      Node.Entry entry = new Node.Entry(name.mark(), node(next(), depth + 1));
      Node.Entry earlier = entries.putIfAbsent(name.text(), entry);
      if (earlier != null) {
        throw UsageException.at(
            name.mark(),
            "key '" + name.text() + "' is given twice, first at line " + earlier.keyMark().line());
      }
    }
    return new Node.Mapping(entries, mark);
  }

  private Event next() {
    return events.next();
  }

  private Mark mark(Event event) {
    return hasLines
        ? new Mark(source, event.getStartMark().getLine() + 1, event.getStartMark().getColumn() + 1)
        : Mark.of(source);
  }

  private static void refuseReferences(Event event, Mark mark) {
    if (event.is(Event.ID.Alias) || (event instanceof NodeEvent node && node.getAnchor() != null)) {
      throw UsageException.at(mark, "YAML anchors and aliases are not read: write the value out");
    }
  }

  private static void refuseTag(String tag, Mark mark) {
    if (tag != null) {
      throw UsageException.at(mark, "YAML tags are not read: remove " + tag);
    }
  }
}
