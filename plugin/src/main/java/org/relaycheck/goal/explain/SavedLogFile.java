package org.relaycheck.goal.explain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.relaycheck.explain.log.LogEntry;
import org.relaycheck.explain.log.LogText;

/**
 * A log as people save it: UTF-8, or UTF-16 with its mark, as programs of Windows write it.
 *
 * @param path of the file
 */
record SavedLogFile(Path path) {

  private static final long MOST = 64L << 20;
  private static final int MARK = 3;

  /** So that a reader sees that something happens. */
  private static final int STEP = 500_000;

  /**
   * Reads all of it.
   *
   * @param entries takes each entry
   * @param progress is told how it goes, if it is long
   * @return how many lines there are
   */
  int read(Consumer<LogEntry> entries, Consumer<String> progress) throws WrongQuestionException {
    check();
    try (PushbackInputStream in = new PushbackInputStream(Files.newInputStream(path), MARK);
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, charset(in)))) {
      LogText text = new LogText(path.toString(), entries);
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.indexOf('\0') >= 0) {
          throw wrong(" is not a text file; save it as text, such as UTF-8");
        }
        text.line(++number, line);
        if (number % STEP == 0) {
          progress.accept(path + ": " + number + " lines read so far");
        }
      }
      text.end();
      return number;
    } catch (IOException unread) {
      throw wrong(" cannot be read (" + unread.getMessage() + ")");
    }
  }

  private void check() throws WrongQuestionException {
    try {
      if (Files.notExists(path)) {
        throw wrong(": there is no such file; name the log that you saved, such as mail.log");
      }
      if (Files.isDirectory(path)) {
        throw wrong(" is a folder; name one file in it");
      }
      if (Files.size(path) > MOST) {
        throw wrong(" is larger than 64 MB; keep only the hours that matter");
      }
    } catch (AccessDeniedException denied) {
      throw wrong(" may not be read by this user; look at its permissions");
    } catch (IOException unread) {
      throw wrong(" cannot be read (" + unread.getMessage() + ")");
    }
  }

  private WrongQuestionException wrong(String what) {
    return new WrongQuestionException("relay.log: " + path + what);
  }

  /** Takes a mark away if there is one. */
  private static Charset charset(PushbackInputStream in) throws IOException {
    byte[] start = in.readNBytes(MARK);
    boolean utf8 = start.length == MARK && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB;
    boolean big = start.length > 1 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF;
    boolean little = start.length > 1 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE;
    if (utf8) {
      return StandardCharsets.UTF_8;
    }
    int mark = big || little ? 2 : 0;
    in.unread(start, mark, start.length - mark);
    if (big) {
      return StandardCharsets.UTF_16BE;
    }
    return little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
  }
}
