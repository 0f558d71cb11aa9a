package org.relaycheck.report.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.relaycheck.report.text.VisibleText;

/** The output folder, or a file in it, that cannot be written; the message is for users. */
public final class OutputException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private static final String ELSEWHERE =
      ", or write elsewhere: \"-Drelay.outputDirectory=target/relay-2\"";

  private OutputException(String message, Throwable cause) {
    super(VisibleText.of(message), cause);
  }

  private OutputException(String message) {
    super(VisibleText.of(message));
  }

  static OutputException folderInTheWay(Path path) {
    return new OutputException(
        path
            + " is a folder, and a report has to be written there; move the folder away"
            + ELSEWHERE);
  }

  /** A folder of ours that is a link: what it leads to is somebody else's. */
  public static OutputException link(Path folder) {
    return new OutputException(
        folder
            + " is a link, and has to be a folder, because what is written there is for its"
            + " owner alone; remove the link"
            + ELSEWHERE);
  }

  /** A folder that another run writes to. */
  static OutputException busy(Path folder, String other) {
    return new OutputException(
        "another run"
            + other
            + " is writing to "
            + folder
            + "; wait until it has ended"
            + ELSEWHERE);
  }

  /** A file in the way that this run reads. */
  public static OutputException read(Path file) {
    return new OutputException(
        file + " is read by this run, which therefore does not replace it" + ELSEWHERE);
  }

  /** A file in the way that is not what it would be replaced by. */
  public static OutputException notOurs(Path file, String expected) {
    return new OutputException(
        file + " is in the way; replaced are only " + expected + "; move it away" + ELSEWHERE);
  }

  /** What became of a file. */
  public static OutputException of(Path path, IOException failed) {
    String happened = path + " could not be written: ";
    if (failed instanceof AccessDeniedException) {
      String right = "; let the user who runs Maven write there, close what has it open";
      return new OutputException(happened + "access was denied" + right + ELSEWHERE, failed);
    }
    if (failed instanceof FileAlreadyExistsException file) {
      String where = file.getFile() + " is a file, and has to be a folder; move it away";
      return new OutputException(happened + where + ELSEWHERE, failed);
    }
    String reason = reason(failed) + "; see that the disk has room and can be written";
    return new OutputException(happened + reason + ELSEWHERE, failed);
  }

  /** What a file system tells: its exceptions' messages are mostly a path. */
  private static String reason(IOException failed) {
    String told = failed instanceof FileSystemException f ? f.getReason() : failed.getMessage();
    return told == null ? failed.getClass().getSimpleName() : told;
  }
}
