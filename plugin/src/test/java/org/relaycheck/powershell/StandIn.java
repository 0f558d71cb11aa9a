package org.relaycheck.powershell;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that stands in for powershell.exe: the behaviour's name, then PowerShell's arguments.
 */
public final class StandIn {

  private static final int MINUTES = 5;

  private StandIn() {}

  /** Refuses any arguments but the golden ones, which are spelled out here on purpose. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> given = List.of(arguments).subList(1, arguments.length);
    if (!given.equals(Golden.arguments())) {
      System.err.println("powershell.exe was called with " + given);
      System.exit(64);
    }
    Behaviour.valueOf(arguments[0]).play(new Process());
  }

  private static final class Process implements Stage {

    @Override
    public InputStream in() {
      return System.in;
    }

    @Override
    public void out(byte[] bytes) throws IOException {
      write(System.out, bytes);
    }

    @Override
    public void err(byte[] bytes) throws IOException {
      write(System.err, bytes);
    }

    private static void write(PrintStream to, byte[] bytes) throws IOException {
      to.write(bytes);
      to.flush();
      if (to.checkError()) {
        throw new IOException("nobody listens");
      }
    }

    @Override
    public void exit(int code) {
      System.exit(code);
    }

    /** Not for ever: where the parent is gone already, this would wait for the system to end. */
    @Override
    public void stay() {
      ProcessHandle.current()
          .parent()
          .orElseThrow()
          .onExit()
          .orTimeout(MINUTES, TimeUnit.MINUTES)
          .join();
    }
  }

  /** The arguments as they were agreed. */
  static final class Golden {

    private Golden() {}

    static List<String> arguments() throws IOException {
      try (InputStream file = StandIn.class.getResourceAsStream("/powershell/command.txt")) {
        String line = new String(file.readAllBytes(), StandardCharsets.US_ASCII).strip();
        List<String> words = List.of(line.split(" "));
        return words.subList(1, words.size());
      }
    }
  }
}
