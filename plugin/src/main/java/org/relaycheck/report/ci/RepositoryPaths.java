package org.relaycheck.report.ci;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files as a repository names them: from its top, with slashes.
 *
 * @param top the folder that has all of the repository; absolute
 */
public record RepositoryPaths(Path top) {

  /** A file in a work tree and a submodule, a folder elsewhere. */
  private static final String SIGN = ".git";

  /** Those of the repository that a folder is in; without one, of that folder. */
  public static RepositoryPaths around(Path folder) {
    Path full = folder.toAbsolutePath().normalize();
    for (Path at = full; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(SIGN))) {
        return new RepositoryPaths(at);
      }
    }
    return new RepositoryPaths(full);
  }

  /** The name in the repository; of a file elsewhere, its whole path. */
  String name(String file) {
    Path full = Path.of(file).toAbsolutePath().normalize();
    return (full.startsWith(top) ? top.relativize(full) : full).toString().replace('\\', '/');
  }
}
