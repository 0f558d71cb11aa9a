package org.relaycheck.powershell;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.relaycheck.live.Asked;
import org.relaycheck.live.Connection;
import org.relaycheck.live.Stage;

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
  public static Map<Connection, Asked> read(byte[] file, List<Connection> hosts) {
    Map<Connection, Asked> all = result(file).each(hosts, Optional.empty());
    all.replaceAll((host, asked) -> formed(asked));
    return all;
  }

  private static Asked formed(Asked asked) {
    return asked instanceof Asked.Answered answered
        ? new Asked.Answered(answered.answer(), "a file of the collector")
        : asked;
  }

  private static Interview.Result result(byte[] file) {
    Optional<String> nonce = begin(file);
    if (nonce.isEmpty()) {
      return failed("the file is not one that the collector wrote");
    }
    FrameScanner scanner = new FrameScanner(nonce.get());
    scanner.accept(file, 0, file.length);
    Frame frame = scanner.frame();
    if (frame instanceof Frame.Whole whole) {
      return Interview.read(whole, false);
    }
    return failed(
        "the collector's file is not whole"
            + (frame instanceof Frame.Broken broken ? ": " + broken.why() : ""));
  }

  private static Interview.Result failed(String why) {
    return new Interview.Result(
        Optional.empty(),
        Optional.of(
            new Asked.Failed(
                why, "run the collector again, with -Out and this path", Stage.FORMAT)));
  }

  private static Optional<String> begin(byte[] file) {
    String head = new String(file, 0, Math.min(file.length, HEAD), StandardCharsets.ISO_8859_1);
    Matcher begin = BEGIN.matcher(head);
    return begin.find() ? Optional.of(begin.group(1)) : Optional.empty();
  }
}
