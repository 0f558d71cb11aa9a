package org.relaycheck.yaml;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The right name that a wrong one is nearest to: one slip of the fingers for each three letters.
 */
public final class Suggestion {

  private static final int MOST_LISTED = 16;
  private static final int LETTERS_A_SLIP = 3;

  /** Words that were keys before, with the word for the same thing today. */
  private static final Map<String, String> FORMER =
      Map.of("door", "powershell", "doors", "powershell", "remedy", "remediation");

  private Suggestion() {}

  /** To end a message: the nearest name, or all of them if they are few. */
  public static String ending(String given, Collection<String> names) {
    Optional<String> instead = instead(given, names);
    if (instead.isPresent()) {
      return "; " + instead.get();
    }
    List<String> all = List.copyOf(new TreeSet<>(names));
    return all.isEmpty() || all.size() > MOST_LISTED
        ? ""
        : "; expected one of " + String.join(", ", all);
  }

  /**
   * What to write instead: today's word for a former one, or the nearest; empty if none is near.
   */
  public static Optional<String> instead(String given, Collection<String> names) {
    String today = FORMER.getOrDefault(given, "");
    return names.contains(today)
        ? Optional.of("it is called '" + today + "' now")
        : nearest(given, names).map(near -> "did you mean '" + near + "'?");
  }

  /** The nearest name, the first in order among equals; empty if none is near. */
  public static Optional<String> nearest(String given, Collection<String> names) {
    Optional<String> best = Optional.empty();
    int least = Math.max(1, given.length() / LETTERS_A_SLIP) + 1;
    for (String name : new TreeSet<>(names)) {
      if (Math.abs(name.length() - given.length()) < least) {
        int distance = distance(folded(given), folded(name));
        if (distance < least) {
          least = distance;
          best = Optional.of(name);
        }
      }
    }
    return best;
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** Letters to insert, delete, change or swap with their neighbour (Damerau, Levenshtein). */
  static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] =
            i == 0 || j == 0 ? i + j : cheapest(cost, i, j, a.charAt(i - 1) == b.charAt(j - 1));
        if (i > 1 && j > 1 && swapped(a, b, i, j)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cheapest(int[][] cost, int i, int j, boolean same) {
    int changed = cost[i - 1][j - 1] + (same ? 0 : 1);
    return Math.min(changed, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
  }

  private static boolean swapped(String a, String b, int i, int j) {
    return a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
