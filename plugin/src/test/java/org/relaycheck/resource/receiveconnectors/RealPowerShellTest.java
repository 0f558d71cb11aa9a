package org.relaycheck.resource.receiveconnectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relaycheck.standin.powershell.Grammar;

/** The golden scripts in a real PowerShell, where there is one, on a stand-in for Exchange. */
class RealPowerShellTest {

  private static final Path GOLDEN =
      Path.of("src/test/resources/org/relaycheck/engine/remediate/connectors");
  private static final Path STAND_IN = Path.of("src/test/powershell");

  @Test
  void scripts_mend_mend_once_and_can_be_undone() throws Exception {
    List<String> command =
        List.of(
            shell(),
            "-NoProfile",
            "-NonInteractive",
            "-ExecutionPolicy",
            "Bypass",
            "-File",
            STAND_IN.resolve("Verify.ps1").toAbsolutePath().toString(),
            "-Scripts",
            GOLDEN.toAbsolutePath().toString());

    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
  }

  private static String shell() {
    return Stream.of("pwsh", "powershell")
        .map(RealPowerShellTest::onPath)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> abort("neither pwsh nor powershell is on the PATH"));
  }

  private static Optional<String> onPath(String name) {
    return Pattern.compile(Pattern.quote(File.pathSeparator))
        .splitAsStream(System.getenv().getOrDefault("PATH", ""))
        .flatMap(folder -> Stream.of(Path.of(folder, name), Path.of(folder, name + ".exe")))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Exchange.psm1", "Verify.ps1"})
  void the_grammar_of_powershell_accepts_the_stand_in(String file)
      throws IOException, InterruptedException {
    assertThat(Grammar.errors(Files.readString(STAND_IN.resolve(file)))).isEmpty();
  }
}
