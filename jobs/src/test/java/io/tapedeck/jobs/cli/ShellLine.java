package io.tapedeck.jobs.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A command as a document shows it, cut into words as the shell and then our launcher cut it. */
final class ShellLine {
  private static final Set<String> OPTIONS_OF_SPARK =
      Set.of(
          "--master",
          "--conf",
          "--driver-memory",
          "--executor-memory",
          "--jars",
          "--properties-file");

  private ShellLine() {}

  /** Whether it starts us. */
  static boolean isTapedeck(String line) {
    return line.matches("(jobs/bin/)?tapedeck( .*)?");
  }

  /** The words that reach the main class: without redirection, comment and Spark's options. */
  static String[] words(String line) {
    List<String> words = new ArrayList<>();
    List<String> all = split(line);
    for (int i = 1; i < all.size(); i++) {
      String word = all.get(i);
      if (word.equals(">") || word.startsWith("#")) {
        break;
      }
      if (OPTIONS_OF_SPARK.contains(word)) {
        i++;
      } else {
        words.add(word);
      }
    }
    return words.toArray(String[]::new);
  }

  /** Words apart by spaces; single quotes keep theirs. */
  private static List<String> split(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean isQuoted = false;
    for (char c : (line + " ").toCharArray()) {
      if (c == '\'') {
        isQuoted = !isQuoted;
      } else if (c != ' ' || isQuoted) {
        word.append(c);
      } else if (!word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    return words;
  }
}
