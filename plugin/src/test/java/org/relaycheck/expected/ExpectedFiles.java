package org.relaycheck.expected;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares what was made with files that hold what is expected, byte for byte, or writes those
 * anew. A test that uses it has its tag, by which one command finds them all.
 */
public final class ExpectedFiles {

  /** Of each test that compares with files that can be written anew. */
  public static final String TAG = "expected";

  private static final String REGENERATE =
      "mvn -o -q -pl policies,plugin test -Dquick -Dgroups=" + TAG + " \"-Drelay.regenerate=true\"";

  /**
   * What people read explains more than what machines read, and JUnit's XML little, and a page
   * least.
   */
  private static final List<String> EXPLAINING =
      List.of("console.txt", ".txt", ".md", ".sql", ".ps1", ".yaml", ".json", "", ".xml", ".html");

  private static final int CONTEXT = 2;
  private static final int MOST_LINES = 80;

  private ExpectedFiles() {}

  /** Whether this run writes the files anew. */
  public static boolean areWrittenAnew() {
    return System.getProperty("relay.regenerate") != null;
  }

  /** Whether a file holds this text. */
  public static void assertSame(Path file, String made) {
    String name = file.getFileName().toString();
    assertSame(file.toAbsolutePath().getParent(), Set.of(name), Map.of(name, made));
  }

  /**
   * Whether the files of a folder hold these texts.
   *
   * @param there the names of the files that are there and that something must have made
   * @param made the texts by the names of their files
   */
  public static void assertSame(Path folder, Set<String> there, Map<String, String> made) {
    if (areWrittenAnew()) {
      write(folder, there, made);
    }
    String difference = difference(folder, there, made);
    if (!difference.isEmpty()) {
      throw new AssertionError(difference);
    }
  }

  static void write(Path folder, Set<String> there, Map<String, String> made) {
    try {
      for (String name : there) {
        if (!made.containsKey(name)) {
          Files.deleteIfExists(folder.resolve(name));
        }
      }
      for (Map.Entry<String, String> file : made.entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.resolveSibling("."));
        Files.writeString(path, file.getValue());
      }
    } catch (IOException unwritten) {
      throw new UncheckedIOException(unwritten);
    }
  }

  /** What differs in the file that explains most, and the names of the others; empty if nothing. */
  static String difference(Path folder, Set<String> there, Map<String, String> made) {
    Set<String> names = new TreeSet<>(there);
    names.addAll(made.keySet());
    List<String> different =
        names.stream()
            .filter(name -> !Arrays.equals(bytes(folder.resolve(name)), bytes(made, name)))
            .sorted(Comparator.comparing(ExpectedFiles::rank))
            .toList();
    if (different.isEmpty()) {
      return "";
    }
    List<String> lines = new ArrayList<>();
    lines.add("what was made is not what this file holds: " + folder.resolve(different.get(0)));
    lines.addAll(unified(folder, different.get(0), made));
    if (different.size() > 1) {
      lines.add("also different: " + String.join(", ", different.subList(1, different.size())));
    }
    lines.add("If this is meant, write the files anew and read the difference:");
    lines.add("  " + REGENERATE);
    return String.join("\n", lines);
  }

  private static List<String> unified(Path folder, String name, Map<String, String> made) {
    List<String> before = lines(bytes(folder.resolve(name)));
    List<String> after = lines(bytes(made, name));
    List<String> all =
        UnifiedDiffUtils.generateUnifiedDiff(
            Files.exists(folder.resolve(name)) ? "expected/" + name : "no file yet",
            made.containsKey(name) ? "made/" + name : "nothing made",
            before,
            DiffUtils.diff(before, after),
            CONTEXT);
    if (all.size() <= MOST_LINES) {
      return all;
    }
    List<String> most = new ArrayList<>(all.subList(0, MOST_LINES));
    most.add("... and " + (all.size() - MOST_LINES) + " more lines");
    return most;
  }

  /** The end of a line is shown where it is not the usual one, and an end that is missing. */
  private static List<String> lines(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8).replace("\r", "\\r");
    return text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
  }

  private static int rank(String name) {
    for (int rank = 0; rank < EXPLAINING.size(); rank++) {
      String end = EXPLAINING.get(rank);
      if (!end.isEmpty() && name.endsWith(end)) {
        return rank;
      }
    }
    return EXPLAINING.indexOf("");
  }

  private static byte[] bytes(Map<String, String> made, String name) {
    return made.getOrDefault(name, "").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }
}
