package org.relaycheck.goal.probe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.relaycheck.dialect.PowerShell;
import org.relaycheck.probe.RemoteProbe;

/** A script that makes the same tries on the machine that the mail comes from. */
final class ProbeScript {

  private static final String FUNCTIONS = "/META-INF/relay/probe.ps1";

  private ProbeScript() {}

  /** ASCII, with CR LF. It holds nothing secret: a probe knows no secret. */
  static String text(List<RemoteProbe> remotes) {
    List<String> lines = new ArrayList<>();
    remotes.forEach(remote -> lines.addAll(lines(remote)));
    lines.addAll(
        List.of(
            "$loaded = @{} # a connector is loaded at one of its ports only",
            "foreach ($try in $tries) {",
            "  Say ''",
            "  Say ('== ' + $try.Title + ' at ' + $try.Name + ' port ' + $try.Port)",
            "  foreach ($said in $try.Policy) {",
            "    Say ('policy: ' + $said)",
            "  }",
            "  try {",
            "    Visit $try",
            "    $again = $loaded.ContainsKey($try.Title)",
            "    $loaded[$try.Title] = $true",
            "    if (($Connections -gt 0) -and ($try.Spared -eq '') -and (-not $again)) {",
            "      Hold $try",
            "    }",
            "    if (($SendTo -ne '') -and (-not $again)) {",
            "      SendAll $try",
            "    }",
            "  } catch {",
            "    Say ('failed: ' + $_.Exception.Message)",
            "  }",
            "}",
            ""));
    return functions() + String.join("\r\n", lines);
  }

  private static List<String> lines(RemoteProbe remote) {
    List<String> lines = new ArrayList<>();
    lines.add("$try = @{}");
    lines.add(set("Title", remote.target().connector().toString()));
    lines.add(set("Name", remote.target().endpoint().name()));
    lines.add("$try.Port = " + remote.target().endpoint().port());
    lines.add(set("Sender", remote.envelope().map(one -> one.sender()).orElse("")));
    lines.add(set("Recipient", remote.envelope().map(one -> one.recipient()).orElse("")));
    lines.add(set("From", remote.sender().orElse("")));
    lines.add(set("Spared", remote.spared().orElse("")));
    lines.add("$try.Policy = @()");
    remote.expected().forEach(said -> lines.add("$try.Policy += " + PowerShell.text(said)));
    lines.add("$tries += $try");
    return lines;
  }

  private static String set(String name, String value) {
    return "$try." + name + " = " + PowerShell.text(value);
  }

  private static String functions() {
    try (InputStream in =
        Objects.requireNonNull(ProbeScript.class.getResourceAsStream(FUNCTIONS), FUNCTIONS)) {
      String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return text.replace("\r\n", "\n").replace("\n", "\r\n");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
