package org.relaycheck.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What Jazzer calls with each input that it makes; {@code plugin/src/fuzz/run.sh} starts it. It
 * needs nothing of Jazzer's to compile.
 */
public final class FileReadingFuzzer {

  private static FileReading reading = FileReading.POLICY;
  private static Path folder = Path.of("");

  private FileReadingFuzzer() {}

  /**
   * Called once.
   *
   * @param arguments what is read, by the name of its saved inputs, and a folder for files
   */
  public static void fuzzerInitialize(String[] arguments) throws IOException {
    reading = FileReading.valueOf(arguments[0].toUpperCase(Locale.ROOT));
    folder = Files.createDirectories(Path.of(arguments[1]));
    // what is made once, such as the tables of settings, is no part of the first input's time
    reading.read(new byte[0], folder);
  }

  /** Called for each input. */
  public static void fuzzerTestOneInput(byte[] input) {
    reading.read(input, folder);
  }
}
