package org.relaycheck.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.relaycheck.report.ci.RepositoryPaths;
import org.relaycheck.report.file.OutputException;
import org.relaycheck.report.file.OutputFile;
import org.relaycheck.report.file.OwnerOnlyAccess;

/**
 * The folder that a run writes to.
 *
 * <p>A file appears under its name when it is whole. Only names of ours are ever deleted; the
 * folder and whatever else is in it stay.
 */
public final class OutputFolder {

  /** Whatever is chosen; the outcome comes last: who finds it finds everything else. */
  private static final List<ReportFormat> OUTCOME =
      List.of(new OutcomeVariables(), new OutcomeFile());

  /** Folders of what tells who may relay: for their owner alone. */
  private static final Set<String> PRIVATE = Set.of("recorded");

  private final Path folder;
  private final Set<ReportFile> reports;
  private final Set<Path> swept = new HashSet<>();

  /** One with the usual reports. */
  public OutputFolder(Path folder) {
    this(folder, ReportFile.USUAL);
  }

  /** One with these reports. */
  public OutputFolder(Path folder, Set<ReportFile> reports) {
    this.folder = folder;
    this.reports = Collections.unmodifiableSet(EnumSet.copyOf(reports));
  }

  /** What writes a file. */
  public interface Content {

    /** Writes all of it. */
    void to(Writer out) throws IOException;
  }

  /**
   * Deletes the reports of the last run, so that nothing old is taken for this run's. Scripts and
   * rollbacks are kept, see {@link RemediationFolder}.
   *
   * @throws OutputException with the path and what to do
   */
  public void clear() {
    for (ReportFile report : ReportFile.values()) {
      delete(report.fileName());
    }
    OUTCOME.forEach(report -> delete(report.fileName()));
  }

  /**
   * Deletes one file of ours.
   *
   * @throws OutputException with the path and what to do
   */
  public void delete(String name) {
    new OutputFile(folder.resolve(name)).delete();
  }

  /**
   * Writes the chosen reports, and the outcome.
   *
   * @throws OutputException with the path and what to do
   */
  public void write(CheckRun run) {
    RepositoryPaths paths = RepositoryPaths.around(Path.of(""));
    List<ReportFormat> formats = new ArrayList<>();
    reports.forEach(report -> formats.add(report.format(paths)));
    formats.addAll(OUTCOME);
    formats.forEach(report -> write(report.fileName(), out -> report.write(run, out)));
  }

  /**
   * Writes one file in UTF-8.
   *
   * @param name its name in the folder, such as {@code report.json} or {@code recorded/EX01.xml}
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
      sweep(file.resolveSibling(""));
    } catch (IOException failed) {
      throw OutputException.of(file, failed);
    }
    new OutputFile(file).write(content, secret ? OwnerOnlyAccess.file() : new FileAttribute<?>[0]);
  }

  /** Before anything is written there: several may write at a time. */
  private void sweep(Path written) {
    synchronized (swept) {
      if (swept.add(written)) {
        OutputFile.sweep(written);
      }
    }
  }

  /** A folder inside, which is ours: a link would lead to somebody else's. */
  static void own(Path folder, boolean secret) throws IOException {
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
