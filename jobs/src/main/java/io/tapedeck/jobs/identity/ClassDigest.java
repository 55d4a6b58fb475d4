package io.tapedeck.jobs.identity;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The digest of a strategy's class files: another digest, another strategy, whatever its name.
 *
 * <p>Counted are the class that declares the parameter record, and every class reachable from it
 * through the class references of constant pools (nested classes, the strategy, what it calls) that
 * is
 *
 * <ul>
 *   <li>in {@code io.tapedeck.core.strategy} or {@code io.tapedeck.core.indicator}, or
 *   <li>outside {@code io.tapedeck} and in the same jar or folder as the parameter record.
 * </ul>
 *
 * <p>The rest of the kernel is covered by its semantics version; the JDK and other libraries are
 * not covered. The digest is that of the sorted names and bytes, so it needs the same compiler to
 * be the same.
 */
public final class ClassDigest {
  private static final String OURS = "io/tapedeck/";
  private static final List<String> COUNTED =
      List.of("io/tapedeck/core/strategy/", "io/tapedeck/core/indicator/");

  private final ClassLoader loader;
  private final String root;
  private final Map<String, byte[]> counted = new TreeMap<>();

  private ClassDigest(ClassLoader loader, String root) {
    this.loader = loader;
    this.root = root;
  }

  /** The digest of the classes behind this parameter record. */
  public static String of(Class<?> parameters) {
    String start = outermost(parameters).getName().replace('.', '/');
    ClassLoader loader = parameters.getClassLoader();
    URL url = loader.getResource(file(start));
    if (url == null) {
      throw new IllegalArgumentException("the class file of " + start + " cannot be found");
    }
    String root = url.toString().substring(0, url.toString().length() - file(start).length());
    ClassDigest digest = new ClassDigest(loader, root);
    digest.collect(start);
    return digest.sum();
  }

  private static Class<?> outermost(Class<?> type) {
    Class<?> outermost = type;
    while (outermost.getEnclosingClass() != null) {
      outermost = outermost.getEnclosingClass();
    }
    return outermost;
  }

  private void collect(String start) {
    Deque<String> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      String name = open.remove();
      if (!counted.containsKey(name) && isCounted(name)) {
        byte[] bytes = bytes(name);
        counted.put(name, bytes);
        open.addAll(references(bytes));
      }
    }
  }

  private boolean isCounted(String name) {
    if (name.startsWith(OURS)) {
      return COUNTED.stream().anyMatch(name::startsWith);
    }
    URL url = loader.getResource(file(name));
    return url != null && url.toString().equals(root + file(name));
  }

  private String sum() {
    MessageDigest digest = Sha256.digest();
    counted.forEach(
        (name, bytes) -> {
          digest.update((name + ":" + bytes.length + ":").getBytes(StandardCharsets.UTF_8));
          digest.update(bytes);
        });
    return Sha256.hex(digest, new byte[0]);
  }

  private byte[] bytes(String name) {
    try (InputStream file = loader.getResourceAsStream(file(name))) {
      if (file == null) {
        throw new IllegalArgumentException("the class file of " + name + " cannot be found");
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("the class file of " + name + " cannot be read", e);
    }
  }

  private static String file(String name) {
    return name + ".class";
  }

  /** Names of the classes a class file's constant pool refers to; of arrays, their elements. */
  static List<String> references(byte[] classFile) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile))) {
      in.skipNBytes(8); // magic and version
      int size = in.readUnsignedShort();
      String[] texts = new String[size];
      List<Integer> classes = new ArrayList<>();
      for (int i = 1; i < size; i++) {
        int tag = in.readUnsignedByte();
        switch (tag) {
          case 1 -> texts[i] = in.readUTF();
          case 7 -> classes.add(in.readUnsignedShort());
          case 5, 6 -> { // long and double take two places
            in.skipNBytes(8);
            i++;
          }
          case 8, 16, 19, 20 -> in.skipNBytes(2);
          case 15 -> in.skipNBytes(3);
          default -> in.skipNBytes(4);
        }
      }
      return classes.stream()
          .map(index -> texts[index])
          .map(name -> name.startsWith("[") ? name.replaceAll("^\\[+L?|;$", "") : name)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("not a class file", e);
    }
  }
}
