package io.tapedeck.core.strategy;

import java.util.Collection;
import java.util.Comparator;

/** The known name that a mistyped one is nearest to. */
final class NearestName {
  private NearestName() {}

  /** The name at the smallest edit distance; the first of several. At least one is known. */
  static String of(String mistyped, Collection<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(name -> distance(mistyped, name)))
        .orElseThrow();
  }

  /**
   * Insertions, deletions and substitutions of single letters that turn one text into the other.
   *
   * <p>Source: V. I. Levenshtein, "Binary codes capable of correcting deletions, insertions and
   * reversals", Soviet Physics Doklady 10(8), 707-710 (1966).
   */
  static int distance(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[above.length];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int substituted = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(substituted, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[to.length()];
  }
}
