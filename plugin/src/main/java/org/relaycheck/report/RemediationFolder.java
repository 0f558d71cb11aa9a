package org.relaycheck.report;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relaycheck.report.file.OutputException;
import org.relaycheck.report.file.OutputFile;
import org.relaycheck.report.file.OwnerOnlyAccess;
import org.relaycheck.script.AllScripts;

/**
 * The folder in which each run that writes scripts makes one of its own, named after its moment.
 *
 * <p>Nothing in it is ever deleted: a rollback is worth most when the fault that its script brought
 * is found, which is after later runs. All of it is for its owner alone.
 */
public final class RemediationFolder {

  /** The name of the patch of the policy that accepts what was found. */
  public static final String ADOPTION = "adopt.patch";

  /** What the names of rollbacks begin with. */
  public static final String ROLLBACK = "rollback/";

  /** The name of the waivers to choose from. */
  public static final String STUBS = "waive/stubs.yaml";

  /** The name of the waivers that accept all. */
  public static final String SNAPSHOT = "waive/snapshot.yaml";

  /** The file that names the newest run's folder. */
  private static final String LATEST = "latest.txt";

  /** The file that tells where the rollbacks of each host are. */
  private static final String INDEX = "rollbacks.txt";

  /** Without colons, which Windows takes for something else. */
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path all;
  private final Instant now;
  private @Nullable Path run;

  /**
   * Makes nothing yet: a run that finds nothing to fix leaves no folder.
   *
   * @param all the folder of all runs
   * @param now the moment of this one
   */
  public RemediationFolder(Path all, Instant now) {
    this.all = all;
    this.now = now;
  }

  /** The folder of this run; nothing if nothing was written. */
  public Optional<Path> run() {
    return Optional.ofNullable(run);
  }

  /**
   * Writes one file in UTF-8, as a whole or not at all.
   *
   * @param name its name in the folder of this run, such as {@code rollback/EX01.ps1}
   * @throws OutputException with the path and what to do
   */
  public void write(String name, OutputFolder.Content content) {
    Path made = run == null ? make() : run;
    Path file = made.resolve(name).normalize();
    if (!file.startsWith(made.normalize())) {
      throw new IllegalArgumentException(name + " leads out of the folder");
    }
    try {
      Path folder = file.resolveSibling("");
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        Files.createDirectories(folder);
        OwnerOnlyAccess.keep(folder);
      }
    } catch (IOException failed) {
      throw OutputException.of(file, failed);
    }
    new OutputFile(file).write(content, OwnerOnlyAccess.file());
  }

  /** A run of the same second has a folder of its own. */
  private Path make() {
    try {
      OutputFolder.own(all, true);
      String name = NAME.format(now);
      for (int number = 1; ; number++) {
        Path folder = all.resolve(number == 1 ? name : name + "-" + number);
        try {
          run = Files.createDirectory(folder);
          OwnerOnlyAccess.keep(folder);
          return folder;
        } catch (FileAlreadyExistsException taken) {
          // the next number
        }
      }
    } catch (IOException failed) {
      throw OutputException.of(all, failed);
    }
  }

  /**
   * Says what is newest, and where the rollbacks of each host are; comes after all else of a run.
   *
   * @throws OutputException with the path and what to do
   */
  public void close() {
    if (run == null) {
      return;
    }
    String newest = run.getFileName() + "\n";
    List<Rollback> rollbacks = rollbacks();
    keep(LATEST, out -> out.write(newest));
    keep(
        INDEX,
        out -> {
          for (Rollback one : rollbacks) {
            out.write(one + "\n");
          }
        });
  }

  private void keep(String name, OutputFolder.Content content) {
    new OutputFile(all.resolve(name)).write(content, OwnerOnlyAccess.file());
  }

  /**
   * A rollback.
   *
   * @param file its name, which is the host's
   * @param run the folder of its run
   */
  private record Rollback(String file, String run) {

    @Override
    public String toString() {
      return file + "  " + run + "/" + ROLLBACK + file;
    }
  }

  /** Of all runs that are there, by host, the newest first. */
  private List<Rollback> rollbacks() {
    List<Rollback> found = new ArrayList<>();
    for (Path folder : inside(all)) {
      Path rollbacks = folder.resolve(ROLLBACK);
      if (Files.isDirectory(rollbacks, LinkOption.NOFOLLOW_LINKS)) {
        inside(rollbacks).stream()
            .map(RemediationFolder::name)
            .filter(file -> !file.equals(AllScripts.FILE))
            .forEach(file -> found.add(new Rollback(file, name(folder))));
      }
    }
    found.sort(
        Comparator.comparing(Rollback::file)
            .thenComparing(Rollback::run, Comparator.reverseOrder()));
    return found;
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private static List<Path> inside(Path folder) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
      inside.forEach(found::add);
      return found;
    } catch (IOException failed) {
      throw OutputException.of(folder, failed);
    }
  }
}
