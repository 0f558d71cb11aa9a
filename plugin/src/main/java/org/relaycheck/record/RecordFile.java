package org.relaycheck.record;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.relaycheck.catalogue.WholeListing;
import org.relaycheck.live.AskingStage;
import org.relaycheck.state.Place;

/**
 * A file that is fit to be read: there, of a bearable size, and text throughout.
 *
 * @param path where it is
 * @param shown what messages call it
 * @param charset what it is encoded in
 * @param first its first character that is not blank
 */
record RecordFile(Path path, String shown, Charset charset, char first) {

  private static final long MOST_BYTES = 64L * 1024 * 1024;
  private static final int BEGINNING = 4096;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** Goes through the whole file once, in small pieces, so that no reader meets a bad byte. */
  static RecordFile of(Path path) throws IOException, UnusableRecordException {
    String shown = path.toString().replace(File.separatorChar, '/');
    fit(path, shown);
    Charset charset;
    try (InputStream bytes = Files.newInputStream(path)) {
      charset = ByteOrderMark.charset(bytes.readNBytes(ByteOrderMark.BYTES));
    }
    TextEncodingCheck check = new TextEncodingCheck(shown, charset);
    try (InputStream bytes = Files.newInputStream(path)) {
      return new RecordFile(path, shown, charset, check.first(bytes));
    }
  }

  private static void fit(Path path, String shown) throws IOException, UnusableRecordException {
    if (!Files.exists(path)) {
      throw new UnusableRecordException(
          AskingStage.FILE,
          shown + " does not exist",
          "record the host, for example with mvn relay:record, or, in the Exchange Management Shell,"
              + " with "
              + WholeListing.of("EX01")
              + " - or fix 'recorded' in the connections");
    }
    if (!Files.isRegularFile(path)) {
      throw new UnusableRecordException(
          AskingStage.FILE,
          shown + " is not a file",
          "name one file as 'recorded', for example recorded/EX01.xml");
    }
    if (Files.size(path) > MOST_BYTES) {
      throw new UnusableRecordException(
          AskingStage.FILE,
          shown + " is larger than 64 MB, which is the most that is read",
          "record fewer hosts in one file; for Export-Clixml, select the properties first");
    }
  }

  /** Some bytes from its beginning, enough to tell what it is. */
  byte[] beginning() throws IOException {
    try (InputStream bytes = Files.newInputStream(path)) {
      return bytes.readNBytes(BEGINNING);
    }
  }

  /** The text from its beginning, without a byte order mark. */
  BufferedReader open() throws IOException {
    BufferedReader text =
        new BufferedReader(new InputStreamReader(Files.newInputStream(path), charset.newDecoder()));
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    return text;
  }

  /** What cannot be used at a place, both from 1. */
  UnusableRecordException unusable(int line, int column, Problem problem) {
    return new UnusableRecordException(
        new Place(shown, line, column) + "  " + problem.why(), problem.fix());
  }

  /** What cannot be used as a whole. */
  UnusableRecordException unusable(Problem problem) {
    return new UnusableRecordException(shown + "  " + problem.why(), problem.fix());
  }

  /**
   * What is wrong.
   *
   * @param why what happened
   * @param fix what to do
   */
  record Problem(String why, String fix) {

    /** A name that a thing has two values of, and nobody can tell which holds. */
    static Problem twice(String name) {
      return new Problem("'" + name + "' is there twice", "record it again, one answer a file");
    }
  }
}
