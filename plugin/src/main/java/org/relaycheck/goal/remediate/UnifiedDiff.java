package org.relaycheck.goal.remediate;

import com.github.difflib.UnifiedDiffUtils;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.relaycheck.yaml.ChangedText;

/**
 * A unified diff that git applies in a folder.
 *
 * @param root the folder, absolute
 * @param files those that the drafts are of
 */
record UnifiedDiff(Path root, PolicyFiles files) {

  private static final int CONTEXT = 3;

  /** Writes all files, sorted; nothing of one that does not differ. */
  void write(PolicyDrafts drafts, Writer out) throws IOException {
    for (Map.Entry<Path, ChangedText> file : new TreeMap<>(drafts.changed()).entrySet()) {
      LineDiff diff = new LineDiff(file.getValue(), files.mark(file.getKey()));
      String name = name(file.getKey());
      write(
          UnifiedDiffUtils.generateUnifiedDiff(
              "a/" + name, "b/" + name, diff.before(), diff.patch(), CONTEXT),
          out);
    }
  }

  private String name(Path file) {
    String name = root.relativize(file).toString().replace('\\', '/');
    // with a tab git sees where a name with blanks ends
    return name.indexOf(' ') < 0 ? name : name + "\t";
  }

  private static void write(List<String> diff, Writer out) throws IOException {
    for (int i = 0; i < diff.size(); i++) {
      String line = diff.get(i);
      out.write(line);
      if (i < 2 || line.startsWith("@@")) {
        out.write('\n');
      } else if (!line.endsWith("\n")) {
        out.write("\n\\ No newline at end of file\n");
      }
    }
  }
}
