package org.relaycheck.goal.remediate;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.relaycheck.yaml.ChangedText;
import org.relaycheck.yaml.TextChange;

/**
 * The lines in which a changed text differs. Where that is, is known from the changes: to look for
 * it in a whole file would take the square of their number. Only LF ends a line, as git sees it.
 */
final class LineDiff {

  /** More lines than a person would want to see woven into each other. */
  private static final int MOST_WOVEN = 400;

  private final ChangedText text;
  private final String mark;
  private final int[] starts;
  private final List<String> before;
  private final Patch<String> patch = new Patch<>();
  private int shift;

  /** A text before which a mark stands, if any. */
  LineDiff(ChangedText text, String mark) {
    this.text = text;
    this.mark = mark;
    this.before = lines(mark + text.before());
    this.starts = new int[before.size() + 1];
    for (int i = 0; i < before.size(); i++) {
      starts[i + 1] = starts[i] + before.get(i).length() - (i == 0 ? mark.length() : 0);
    }
    deltas();
  }

  /** Its lines without the changes, with their ends. */
  List<String> before() {
    return before;
  }

  Patch<String> patch() {
    return patch;
  }

  static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      int next = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(from, next));
      from = next;
    }
    return lines;
  }

  /** Changes that touch the same line belong together. */
  private void deltas() {
    List<TextChange> together = new ArrayList<>();
    int end = 0;
    for (TextChange change : text.changes()) {
      if (!together.isEmpty() && line(change.from()) >= end) {
        region(together, end);
        together.clear();
      }
      together.add(change);
      end = Math.min(line(change.to()) + 1, before.size());
    }
    if (!together.isEmpty()) {
      region(together, end);
    }
  }

  /** The number of the line in which an offset lies; behind the last, where that has an end. */
  private int line(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    int line = found < 0 ? -found - 2 : found;
    boolean unended = !before.isEmpty() && !before.get(before.size() - 1).endsWith("\n");
    return unended ? Math.min(line, before.size() - 1) : line;
  }

  private void region(List<TextChange> changes, int end) {
    int start = line(changes.get(0).from());
    String after = text.part(starts[start], starts[Math.max(start, end)], changes);
    differ(
        start,
        before.subList(start, Math.max(start, end)),
        lines(start == 0 ? mark + after : after));
  }

  private void differ(int start, List<String> old, List<String> now) {
    int shared = Math.min(old.size(), now.size());
    int head = 0;
    while (head < shared && old.get(head).equals(now.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < shared - head
        && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
      tail++;
    }
    List<String> gone = old.subList(head, old.size() - tail);
    List<String> come = now.subList(head, now.size() - tail);
    if (gone.isEmpty() || come.isEmpty() || gone.size() + come.size() > MOST_WOVEN) {
      add(start + head, gone, come);
    } else {
      for (AbstractDelta<String> delta : DiffUtils.diff(gone, come).getDeltas()) {
        int at = start + head + delta.getSource().getPosition();
        add(at, delta.getSource().getLines(), delta.getTarget().getLines());
      }
    }
  }

  private void add(int at, List<String> gone, List<String> come) {
    if (!gone.isEmpty() || !come.isEmpty()) {
      patch.addDelta(new ChangeDelta<>(new Chunk<>(at, gone), new Chunk<>(at + shift, come)));
      shift += come.size() - gone.size();
    }
  }
}
