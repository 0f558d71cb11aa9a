package org.relaycheck.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Changes of a text that are being gathered; each speaks of the text as it was before all of them.
 */
public final class TextChanges {

  private static final int COMMENT = 0;
  private static final int VALUE = 1;
  private static final int ENTRY = 2;
  private static final int REPLACED = 3;

  private final List<Ranked> all = new ArrayList<>();

  /** What is put in at one place stands in the order of the ranks. */
  private record Ranked(int rank, TextChange change) {

    int from() {
      return change.from();
    }
  }

  /** Further lines before the one that begins at an offset; those of the deepest entry first. */
  void lines(int at, int depth, String lines) {
    add(-depth, at, at, lines);
  }

  /** Lines of comment, with their ends, above a line. */
  void comments(int at, String lines) {
    if (!lines.isEmpty()) {
      add(COMMENT, at, at, lines);
    }
  }

  /** Another text between two offsets. */
  void replace(int from, int to, String text) {
    add(from == to ? VALUE : REPLACED, from, to, text);
  }

  /** A further entry behind another on its line. */
  public void entry(int at, String text) {
    add(ENTRY, at, at, text);
  }

  private void add(int rank, int from, int to, String text) {
    all.add(new Ranked(rank, new TextChange(from, to, text)));
  }

  /** In the order of the text; what lies in a piece that is replaced goes with it. */
  public List<TextChange> sorted() {
    all.sort(Comparator.comparingInt(Ranked::from).thenComparingInt(Ranked::rank));
    List<TextChange> sorted = new ArrayList<>();
    int end = 0;
    for (Ranked one : all) {
      if (one.from() >= end) {
        sorted.add(one.change());
        end = one.change().to();
      }
    }
    return sorted;
  }
}
