package org.relaycheck.powershell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program that stands in for powershell.exe, looks for the secret that it is told among all that
 * the system shows of all processes, and answers where it stands.
 */
public final class Witness {

  private Witness() {}

  public static void main(String[] arguments) throws IOException {
    Received received = Received.from(System.in);
    List<String> guises = List.of(received.secret(), CannedAnswer.b64(received.secret()));
    List<String> seen;
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      seen =
          processes
              .filter(process -> process.getFileName().toString().matches("[0-9]+"))
              .flatMap(process -> Stream.of("cmdline", "environ").map(process::resolve))
              .filter(file -> guises.stream().anyMatch(text(file)::contains))
              .map(Path::toString)
              .toList();
    }
    String answer =
        seen.isEmpty() && !received.secret().isEmpty()
            ? CannedAnswer.connector()
            : CannedAnswer.gaveUp("looking around", "seen in " + seen);
    System.out.print(CannedAnswer.frame(received.nonce(), answer));
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException goneOrOfAnotherUser) {
      return "";
    }
  }
}
