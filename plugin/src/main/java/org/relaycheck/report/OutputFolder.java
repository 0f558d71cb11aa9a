package org.relaycheck.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.util.List;
import java.util.Set;
import org.relaycheck.report.file.OutputException;
import org.relaycheck.report.file.OutputFile;
import org.relaycheck.report.file.OwnerOnlyAccess;
import org.relaycheck.report.json.JsonReport;

/**
 * The folder that a run writes to.
 *
 * <p>A file appears under its name when it is whole. Only names of ours are ever deleted; the
 * folder and whatever else is in it stay.
 */
public final class OutputFolder {

  /** The name of the patch of the policy that accepts what was found. */
  public static final String ADOPTION = "adopt.patch";

  /** The outcome comes last: who finds it finds everything else. */
  private static final List<ReportFormat> REPORTS =
      List.of(
          new JsonReport(),
          new MarkdownReport(),
          new JUnitReport(),
          new OutcomeVariables(),
          new OutcomeFile());

  /** Folders of scripts, one file a host. */
  private static final List<String> SCRIPTS = List.of("remedy", "rollback");

  /** Waivers to choose from, which {@code check} never reads here. */
  private static final List<String> WAIVERS = List.of("waive/stubs.yaml", "waive/snapshot.yaml");

  private static final String SCRIPT_NAMES = "*.{ps1,sql,part}";

  /** Folders of what tells who may relay, or changes it: for their owner alone. */
  private static final Set<String> PRIVATE = Set.of("remedy", "rollback", "recorded");

  private final Path folder;

  public OutputFolder(Path folder) {
    this.folder = folder;
  }

  /** What writes a file. */
  public interface Content {

    /** Writes all of it. */
    void to(Writer out) throws IOException;
  }

  /**
   * Deletes what the last run wrote, so that nothing old is taken for this run's.
   *
   * @throws OutputException with the path and what to do
   */
  public void clear() {
    for (ReportFormat report : REPORTS) {
      OutputFile file = new OutputFile(folder.resolve(report.fileName()));
      file.delete();
    }
    new OutputFile(folder.resolve(ADOPTION)).delete();
    SCRIPTS.forEach(name -> clear(folder.resolve(name)));
    if (Files.isDirectory(folder.resolve("waive"), LinkOption.NOFOLLOW_LINKS)) {
      WAIVERS.forEach(name -> new OutputFile(folder.resolve(name)).delete());
    }
  }

  /**
   * Deletes one file of ours.
   *
   * @throws OutputException with the path and what to do
   */
  public void delete(String name) {
    new OutputFile(folder.resolve(name)).delete();
  }

  /** Not through a link: what it leads to is somebody else's. */
  private static void clear(Path scripts) {
    if (Files.isDirectory(scripts, LinkOption.NOFOLLOW_LINKS)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(scripts, SCRIPT_NAMES)) {
        for (Path script : found) {
          new OutputFile(script).delete();
        }
      } catch (IOException failed) {
        throw OutputException.of(scripts, failed);
      }
    }
  }

  /**
   * Writes every report.
   *
   * @throws OutputException with the path and what to do
   */
  public void write(CheckRun run) {
    REPORTS.forEach(report -> write(report.fileName(), out -> report.write(run, out)));
  }

  /**
   * Writes one file in UTF-8.
   *
   * @param name its name in the folder, such as {@code report.json} or {@code remedy/EX01.ps1}
   * @throws OutputException with the path and what to do
   */
  public void write(String name, Content content) {
    Path file = folder.resolve(name).normalize();
    if (!file.startsWith(folder.normalize())) {
      throw new IllegalArgumentException(name + " leads out of the folder");
    }
    Path inside = folder.normalize().relativize(file);
    boolean secret = PRIVATE.contains(inside.getName(0).toString());
    try {
      create(folder);
      for (int depth = 1; depth < inside.getNameCount(); depth++) {
        own(folder.normalize().resolve(inside.subpath(0, depth)), secret);
      }
    } catch (IOException failed) {
      throw OutputException.of(file, failed);
    }
    new OutputFile(file).write(content, secret ? OwnerOnlyAccess.file() : new FileAttribute<?>[0]);
  }

  /** A folder inside, which is ours: a link would lead to somebody else's. */
  private static void own(Path folder, boolean secret) throws IOException {
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      BasicFileAttributes found =
          Files.readAttributes(folder, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      // a junction of Windows is no symbolic link, and something other
      if (found.isSymbolicLink() || found.isOther()) {
        throw OutputException.link(folder);
      }
    }
    Files.createDirectories(folder);
    if (secret) {
      OwnerOnlyAccess.keep(folder);
    }
  }

  /** Makes a folder; one that is a link is taken as it is, which createDirectories() would not. */
  public static void create(Path folder) throws IOException {
    Path whole = folder.toAbsolutePath();
    if (!Files.isDirectory(whole)) {
      Files.createDirectories(whole);
    }
  }
}
