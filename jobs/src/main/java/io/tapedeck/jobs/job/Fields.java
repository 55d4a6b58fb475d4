package io.tapedeck.jobs.job;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the values of one group of keys, each once and typed. Asking for a key makes it known;
 * {@link #refuseOthers} then refuses every key that nobody asked for, so a binder never lists its
 * keys twice.
 */
public final class Fields {
  private final Node.Mapping mapping;
  private final String path;
  private final Set<String> known = new TreeSet<>();

  private Fields(Node.Mapping mapping, String path) {
    this.mapping = mapping;
    this.path = path;
  }

  /** The top of a job file. */
  public static Fields of(Node.Mapping root) {
    return new Fields(root, "");
  }

  /** The keys inside a value; {@code path} is how messages call it. */
  public static Fields of(Node node, String path) {
    if (node instanceof Node.Mapping mapping) {
      return new Fields(mapping, path);
    }
    throw UsageException.at(node.mark(), path + " must be a group of keys, was " + node.kind());
  }

  public Mark mark() {
    return mapping.mark();
  }

  /** The keys as they stand. */
  public Node.Mapping mapping() {
    return mapping;
  }

  /** What messages call the group; empty for the whole job. */
  String path() {
    return path;
  }

  /** The full path of a key, for messages. */
  public String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /** The value of a key as it stands, if it has one. */
  public Optional<Node> node(String key) {
    known.add(key);
    return Optional.ofNullable(mapping.entries().get(key)).map(Node.Entry::value);
  }

  public boolean has(String key) {
    return node(key).isPresent();
  }

  /** The keys that are there, in the order of the file. */
  public List<String> names() {
    return List.copyOf(mapping.entries().keySet());
  }

  /** The keys inside a key, if it is there. */
  public Optional<Fields> group(String key) {
    return node(key).map(node -> of(node, path(key)));
  }

  /** A text, if it is there. */
  public Optional<String> text(String key) {
    return node(key).map(node -> Scalars.text(node, path(key)));
  }

  /** A list of texts; one text alone is a list of it. Empty if it is not there. */
  public List<String> texts(String key) {
    return node(key).map(node -> texts(node, path(key))).orElse(List.of());
  }

  public Optional<Long> integer(String key, long least, long most) {
    return node(key).map(node -> Scalars.whole(node, path(key), least, most));
  }

  /** An exact decimal number, not negative. */
  public Optional<BigDecimal> amount(String key) {
    return node(key).map(node -> Scalars.amount(node, path(key)));
  }

  public Optional<LocalDate> date(String key) {
    return node(key)
        .map(
            node -> Scalars.parsed(node, path(key), "a date such as 2013-10-07", LocalDate::parse));
  }

  /** A duration in nanoseconds, not negative, written with its unit: 5ms, 250us, 0ns, 1.5s. */
  public Optional<Long> nanos(String key) {
    return node(key).map(node -> Scalars.nanos(node, path(key)));
  }

  /** One of an enum's constants, in any case. */
  public <E extends Enum<E>> Optional<E> choice(String key, Class<E> type) {
    return text(key)
        .map(text -> Scalars.choice(text, type, path(key), node(key).orElseThrow().mark()));
  }

  /** Makes a key known without reading it: another verb's. */
  public Fields alsoKnown(String... keys) {
    known.addAll(List.of(keys));
    return this;
  }

  /**
   * Refuses keys that nobody asked for.
   *
   * @throws UsageException naming the first one, its place and the nearest known key
   */
  public void refuseOthers() {
    mapping.entries().forEach(this::refuseUnlessKnown);
  }

  /** A refusal of a key's value, with its place. */
  public UsageException refusal(String key, String message) {
    Mark place = node(key).map(Node::mark).orElse(mapping.mark());
    return UsageException.at(place, path(key) + " " + message);
  }

  /** A refusal of a key that must be there and is not. */
  public UsageException missing(String key, String remedy) {
    return UsageException.at(mapping.mark(), path(key) + " is missing: " + remedy);
  }

  static List<String> texts(Node node, String path) {
    return node instanceof Node.Sequence sequence
        ? sequence.items().stream().map(item -> Scalars.text(item, path)).toList()
        : List.of(Scalars.text(node, path));
  }

  private void refuseUnlessKnown(String key, Node.Entry entry) {
    if (!known.contains(key)) {
      throw UsageException.at(
          entry.keyMark(), "unknown key " + path(key) + ": " + NearestName.hint(key, known));
    }
  }
}
