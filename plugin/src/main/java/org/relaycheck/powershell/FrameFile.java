package org.relaycheck.powershell;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.relaycheck.live.AskingStage;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.HostConnection;

/** A file that the stand-alone collector wrote: one frame, whatever its nonce. */
public final class FrameFile {

  private static final int HEAD = 4096;
  private static final Pattern BEGIN = Pattern.compile("RELAY-BEGIN ([0-9A-Za-z]{1,64}) 1");

  private FrameFile() {}

  /** Whether the beginning of a file looks like one. */
  public static boolean is(byte[] beginning) {
    return begin(beginning).isPresent();
  }

  /** What the file says about each host; it tells itself when it was read. */
  public static Map<HostConnection, HostAnswer> read(byte[] file, List<HostConnection> hosts) {
    Map<HostConnection, HostAnswer> all = result(file).each(hosts, Optional.empty());
    all.replaceAll((host, asked) -> formed(asked));
    return all;
  }

  private static HostAnswer formed(HostAnswer asked) {
    return asked instanceof HostAnswer.Answered answered
        ? new HostAnswer.Answered(answered.answer(), "a file of the collector")
        : asked;
  }

  private static ShellInterview.Result result(byte[] file) {
    Optional<String> nonce = begin(file);
    if (nonce.isEmpty()) {
      return failed("the file is not one that the collector wrote");
    }
    FrameScanner scanner = new FrameScanner(nonce.get());
    scanner.accept(file, 0, file.length);
    AnswerFrame frame = scanner.frame();
    if (frame instanceof AnswerFrame.Whole whole) {
      return ShellInterview.read(whole, false);
    }
    return failed(
        "the collector's file is not whole"
            + (frame instanceof AnswerFrame.Broken broken ? ": " + broken.why() : ""));
  }

  private static ShellInterview.Result failed(String why) {
    return new ShellInterview.Result(
        Optional.empty(),
        Optional.of(
            new HostAnswer.Failed(
                why, "run the collector again, with -Out and this path", AskingStage.FORMAT)));
  }

  private static Optional<String> begin(byte[] file) {
    String head = new String(file, 0, Math.min(file.length, HEAD), StandardCharsets.ISO_8859_1);
    Matcher begin = BEGIN.matcher(head);
    return begin.find() ? Optional.of(begin.group(1)) : Optional.empty();
  }
}
