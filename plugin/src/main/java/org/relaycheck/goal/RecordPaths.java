package org.relaycheck.goal;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.relaycheck.yaml.FileProblem;
import org.relaycheck.yaml.PolicyException;

/** Files that a user names as records: each by itself, all of a folder, or those of a pattern. */
public final class RecordPaths {

  private static final String WILD = "*?[{";
  private static final String EXPECTED =
      "expected are files such as EX01.txt, a folder that holds some, or a pattern such as"
          + " listings/*.txt";

  private final Function<String, Path> folder;

  /**
   * Paths in a place.
   *
   * @param folder makes a relative path start there
   */
  public RecordPaths(Function<String, Path> folder) {
    this.folder = folder;
  }

  /**
   * The files, each once, those of a folder or a pattern sorted.
   *
   * @throws PolicyException if a folder or a pattern leads to none
   */
  public List<Path> of(List<String> names) throws PolicyException {
    List<Path> files = new ArrayList<>();
    List<FileProblem> problems = new ArrayList<>();
    for (String name : names) {
      List<Path> found = found(name.replace(File.separatorChar, '/'));
      found.stream().filter(file -> !files.contains(file)).forEach(files::add);
      if (found.isEmpty()) {
        problems.add(
            FileProblem.placeless("relay.records: " + name + " leads to no file; " + EXPECTED));
      }
    }
    if (!problems.isEmpty()) {
      throw new PolicyException(problems);
    }
    return files;
  }

  private List<Path> found(String name) {
    int wild = wild(name);
    if (wild < 0) {
      return Files.isDirectory(folder.apply(name))
          ? walked(name + "/", 1, "*")
          : List.of(folder.apply(name));
    }
    int cut = name.lastIndexOf('/', wild);
    String pattern = name.substring(cut + 1);
    int depth = pattern.contains("**") ? Integer.MAX_VALUE : pattern.split("/", -1).length;
    return walked(name.substring(0, cut + 1), depth, pattern);
  }

  private static int wild(String name) {
    return IntStream.range(0, name.length())
        .filter(at -> WILD.indexOf(name.charAt(at)) >= 0)
        .findFirst()
        .orElse(-1);
  }

  /** Neither what is hidden, nor files of ours. */
  private List<Path> walked(String prefix, int depth, String pattern) {
    Path start = folder.apply(prefix.isEmpty() ? "." : prefix);
    PathMatcher wanted = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    try (Stream<Path> all = Files.walk(start, depth)) {
      return all.filter(Files::isRegularFile)
          .map(start::relativize)
          .filter(file -> wanted.matches(file) && !isOther(file))
          .sorted()
          .map(file -> folder.apply(prefix + file))
          .toList();
    } catch (IOException unread) {
      return List.of();
    }
  }

  private static boolean isOther(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.startsWith(".") || name.endsWith(".yaml") || name.endsWith(".yml");
  }
}
