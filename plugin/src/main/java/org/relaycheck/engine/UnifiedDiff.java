package org.relaycheck.engine;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A unified diff that git applies in a folder.
 *
 * @param root the folder, absolute
 */
record UnifiedDiff(Path root) {

  private static final int CONTEXT = 3;

  /** Of all files, sorted; nothing if none differs. */
  String of(Drafts drafts) {
    StringBuilder diff = new StringBuilder();
    new TreeMap<>(drafts.changed())
        .forEach(
            (file, text) -> {
              String before = Drafts.original(file);
              String after = Drafts.marked(before) ? before.charAt(0) + text : text;
              diff.append(of(name(file), lines(before), lines(after)));
            });
    return diff.toString();
  }

  private String name(Path file) {
    String name = root.relativize(file).toString().replace('\\', '/');
    // with a tab git sees where a name with blanks ends
    return name.indexOf(' ') < 0 ? name : name + "\t";
  }

  private static String of(String name, List<String> before, List<String> after) {
    List<String> diff =
        UnifiedDiffUtils.generateUnifiedDiff(
            "a/" + name, "b/" + name, before, DiffUtils.diff(before, after), CONTEXT);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < diff.size(); i++) {
      String line = diff.get(i);
      text.append(line);
      if (i < 2 || line.startsWith("@@")) {
        text.append('\n');
      } else if (!line.endsWith("\n")) {
        text.append("\n\\ No newline at end of file\n");
      }
    }
    return text.toString();
  }

  /** Lines with their ends, as git sees them: only LF ends one. */
  private static List<String> lines(String text) {
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
}
