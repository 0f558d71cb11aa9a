package org.relaycheck.yaml;

import java.util.List;

/**
 * A text and its changes, all of which are made at once.
 *
 * @param before the text
 * @param changes in their order; no two touch the same character
 */
public record ChangedText(String before, List<TextChange> changes) {

  public ChangedText {
    changes = List.copyOf(changes);
  }

  /** The text with all changes. */
  public String after() {
    return part(0, before.length(), changes);
  }

  /** A part of the text with the changes in it. */
  public String part(int from, int to, List<TextChange> inside) {
    StringBuilder after = new StringBuilder();
    int done = from;
    for (TextChange change : inside) {
      after.append(before, done, change.from()).append(change.text());
      done = change.to();
    }
    return after.append(before, done, to).toString();
  }
}
