package org.relaycheck.mojo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.relaycheck.compare.FailOn;
import org.relaycheck.goal.GoalRequest;

/**
 * Where the files before a change are: a checkout, in which they lie where those of the change do,
 * or policy files, with the connections and waivers beside them.
 *
 * @param place of the change
 * @param order what the run was given
 */
record BaseFiles(WorkingFolder place, CommonParameters order) {

  /** The files; empty if nothing is named. */
  Optional<GoalRequest.Paths> find(List<String> base) throws MojoExecutionException {
    if (base.isEmpty() && order.threshold() == FailOn.NEW_BY_CHANGE) {
      throw new MojoExecutionException(
          "relay.failOn is new-by-change, which needs the policy before the change: name it with"
              + " \"-Drelay.base=../base\"");
    }
    if (base.isEmpty()) {
      return Optional.empty();
    }
    Path first = place.path(base.get(0));
    if (base.size() == 1 && isCheckout(first)) {
      return Optional.of(paths(first, order.files(), first));
    }
    Path beside = Files.isDirectory(first) ? first : first.resolveSibling("");
    return Optional.of(paths(place.path("."), base, beside));
  }

  /** Whether the policy is in a folder where it is here. */
  private boolean isCheckout(Path folder) throws MojoExecutionException {
    return Files.isDirectory(folder)
        && order.files().stream().noneMatch(given -> Path.of(plain(given)).isAbsolute())
        && order.files().stream().allMatch(given -> Files.exists(folder.resolve(plain(given))));
  }

  /** A pattern's part before its first sign. */
  private static String plain(String given) {
    int sign = given.replace('?', '*').indexOf('*');
    return sign < 0
        ? given
        : given.substring(0, given.replace('\\', '/').lastIndexOf('/', sign) + 1);
  }

  private GoalRequest.Paths paths(Path from, List<String> given, Path beside)
      throws MojoExecutionException {
    Path connections = inBase(beside, order.paths().connections());
    Optional<Path> waivers =
        Optional.ofNullable(order.paths().waivers()).map(named -> inBase(beside, named));
    Set<Path> others = new HashSet<>(Set.of(connections));
    waivers.ifPresent(others::add);
    PolicyFileSearch search =
        new PolicyFileSearch(
            one -> place.path(from.toAbsolutePath().resolve(one.strip()).toString()),
            others,
            "relay.base");
    Set<Path> files = new LinkedHashSet<>();
    for (String one : given) {
      files.addAll(search.find(one));
    }
    return new GoalRequest.Paths(new ArrayList<>(files), connections, waivers, place.registered());
  }

  /** A file of the base, or that of the change where the base has none. */
  private Path inBase(Path folder, String given) {
    Path named = Path.of(given.strip());
    Path there = named.isAbsolute() ? named : folder.resolve(named);
    return Files.exists(there) ? place.path(there.toAbsolutePath().toString()) : place.path(given);
  }
}
