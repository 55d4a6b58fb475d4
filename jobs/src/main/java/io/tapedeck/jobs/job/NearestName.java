package io.tapedeck.jobs.job;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which known name a user meant. */
public final class NearestName {
  private NearestName() {}

  /**
   * The known name with the fewest edits from this one, if they are few for its length, or it
   * begins so; ties go to the first in the alphabet.
   */
  public static Optional<String> of(String name, Collection<String> known) {
    int few = Math.max(2, name.length() / 3);
    return known.stream()
        .filter(candidate -> edits(name, candidate) <= few || abbreviates(name, candidate))
        .min(
            Comparator.<String>comparingInt(candidate -> edits(name, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** A sentence to end a refusal with: the guess, or all that is known. */
  public static String hint(String name, Collection<String> known) {
    return of(name, known)
        .map(guess -> "did you mean '" + guess + "'?")
        .orElseGet(() -> "known: " + String.join(", ", known.stream().sorted().toList()));
  }

  private static boolean abbreviates(String name, String candidate) {
    return name.length() >= 3 && candidate.startsWith(name.substring(0, name.length() - 1));
  }

  /** Levenshtein's distance, where swapping two neighbours counts as one edit; case is ignored. */
  static int edits(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cheapest(int[][] cost, String a, String b, int i, int j) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int best = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
    best = Math.min(best, cost[i - 1][j - 1] + (same ? 0 : 1));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
