package org.relaycheck.mojo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The files that {@code relay.policy} names: each itself, those of a folder, and what a pattern
 * finds, sorted by their paths.
 *
 * @param path makes a path of what a user gives
 * @param others files of ours that are no policies
 * @param property the parameter, for messages
 */
record PolicyFileSearch(Function<String, Path> path, Set<Path> others, String property) {

  /** That of {@code relay.policy}. */
  PolicyFileSearch(Function<String, Path> path, Set<Path> others) {
    this(path, others, "relay.policy");
  }

  private static final List<String> USUAL = List.of("relay-connections.yaml", "relay-waivers.yaml");
  private static final String EXAMPLE = ", such as policies or policies/*.yaml";

  /**
   * The files of one entry.
   *
   * @throws MojoExecutionException if a folder has none, or a pattern finds none
   */
  List<Path> find(String given) throws MojoExecutionException {
    return isPattern(given) ? matching(given) : named(given);
  }

  private List<Path> named(String given) throws MojoExecutionException {
    Path named = path.apply(given);
    if (!Files.isDirectory(named)) {
      return List.of(named);
    }
    List<Path> files = files(named, 1);
    if (files.isEmpty()) {
      throw new MojoExecutionException(
          "" + property + " names the folder '" + given + "', in which no .yaml file is a policy");
    }
    return files;
  }

  private List<Path> matching(String given) throws MojoExecutionException {
    String pattern = given.replace('\\', '/');
    String fixed = pattern.substring(0, pattern.lastIndexOf('/', firstSign(pattern)) + 1);
    String moving = pattern.substring(fixed.length());
    Path folder = path.apply(fixed);
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + moving);
    List<Path> found =
        Files.isDirectory(folder)
            ? files(folder, depth(moving)).stream()
                .filter(file -> matcher.matches(folder.relativize(file)))
                .toList()
            : List.of();
    if (found.isEmpty()) {
      throw new MojoExecutionException(
          property
              + " names '"
              + given
              + "', which matches no policy; expected files, a"
              + " folder or a pattern"
              + EXAMPLE);
    }
    return found;
  }

  private List<Path> files(Path folder, int depth) {
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files
          .filter(Files::isRegularFile)
          .filter(this::isPolicy)
          .sorted()
          .collect(Collectors.toList());
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  private boolean isPolicy(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return (name.endsWith(".yaml") || name.endsWith(".yml"))
        && !USUAL.contains(name)
        && !others.contains(file);
  }

  /** No deeper than the pattern reaches, for there may be much below. */
  private static int depth(String pattern) {
    return pattern.contains("**") ? Integer.MAX_VALUE : pattern.split("/").length;
  }

  private static boolean isPattern(String given) {
    return given.indexOf('*') >= 0 || given.indexOf('?') >= 0;
  }

  private static int firstSign(String pattern) {
    int star = pattern.indexOf('*');
    int mark = pattern.indexOf('?');
    return star < 0 || (mark >= 0 && mark < star) ? mark : star;
  }
}
