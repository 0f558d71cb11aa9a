package org.relaycheck.report.history;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.relaycheck.compare.Outcome;
import org.relaycheck.report.CheckRun;
import org.relaycheck.report.OutputFolder;
import org.relaycheck.report.text.VisibleText;

/**
 * A folder in which each run leaves a file of one line, so that two at once are in nobody's way.
 *
 * @param folder need not be there
 */
public record RunHistory(Path folder) {

  /** More runs than anybody looks back. */
  private static final int MOST_RUNS = 200;

  /** Of a fleet with thousands of findings a run's line has megabytes. */
  private static final long MOST_BYTES = 16L << 20;

  private static final Pattern NAME =
      Pattern.compile("relay-[0-9]{8}T[0-9]{9}Z-[0-9a-f]{8}\\.jsonl");

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final int SUFFIX = 8;

  /** The run beside what the folder tells; what cannot be read there is a warning. */
  public CheckRun compared(CheckRun run) {
    List<HistoryLine> lines = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    if (Files.exists(folder)) {
      try {
        for (Path file : files(true)) {
          read(file, lines, warnings);
        }
      } catch (IOException unread) {
        warnings.add("the history in " + folder + " could not be read: " + reason(unread));
      }
    }
    lines.sort(Comparator.comparing(HistoryLine::time));
    return run.beside(HistoryComparison.of(run, folder.toString(), lines, warnings));
  }

  private static void read(Path file, List<HistoryLine> lines, List<String> warnings) {
    try {
      Optional<HistoryLine> line = HistoryLine.parse(Files.readString(file));
      line.ifPresentOrElse(
          lines::add,
          () ->
              warnings.add(
                  file.getFileName() + " of the history is damaged and was left out; delete it"));
    } catch (NoSuchFileException taken) {
      // another run has taken it out meanwhile, as one of too many
    } catch (IOException unread) {
      warnings.add(file.getFileName() + " of the history was left out: " + reason(unread));
    }
  }

  /**
   * Leaves what the next run is compared with, and takes out what is too much; a run that compared
   * nothing because a file is wrong leaves nothing.
   *
   * @return why that was not possible, if it was not
   */
  public Optional<String> keep(CheckRun run) {
    Optional<HistoryComparison> compared = run.history();
    if (compared.isEmpty() || run.outcome() == Outcome.ERROR) {
      return Optional.empty();
    }
    Instant time = run.stamp().written();
    HistoryLine line = new HistoryLine(time, run.outcome(), compared.get().kept());
    String suffix = UUID.randomUUID().toString().substring(0, SUFFIX);
    Path file = folder.resolve("relay-" + STAMP.format(time) + "-" + suffix + ".jsonl");
    try {
      OutputFolder.create(folder);
      write(line.text(), file);
      for (Path old : files(false)) {
        Files.deleteIfExists(old);
      }
      return Optional.empty();
    } catch (IOException failed) {
      return Optional.of(
          "the history in "
              + folder
              + " could not be written, so the next run is compared with an earlier one: "
              + reason(failed));
    }
  }

  private static void write(String text, Path file) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.writeString(part, text);
      try {
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException other) {
        Files.move(part, file);
      }
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** The newest files that are within the bounds, or the older ones that are not; oldest first. */
  private List<Path> files(boolean within) throws IOException {
    List<Path> all = new ArrayList<>();
    try (DirectoryStream<Path> found =
        Files.newDirectoryStream(
            folder, file -> NAME.matcher(file.getFileName().toString()).matches())) {
      found.forEach(all::add);
    }
    all.sort(Comparator.reverseOrder());
    int kept = 0;
    long bytes = 0;
    while (kept < Math.min(MOST_RUNS, all.size())) {
      bytes += all.get(kept).toFile().length();
      if (kept > 0 && bytes > MOST_BYTES) {
        break;
      }
      kept++;
    }
    List<Path> files =
        new ArrayList<>(within ? all.subList(0, kept) : all.subList(kept, all.size()));
    files.sort(Comparator.naturalOrder());
    return files;
  }

  private static String reason(IOException failed) {
    String told = failed.getMessage() == null ? "" : " (" + failed.getMessage() + ")";
    return VisibleText.of(failed.getClass().getSimpleName() + told);
  }
}
