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
  static String text(List<RemoteProbe> errands) {
    List<String> lines = new ArrayList<>();
    errands.forEach(errand -> lines.addAll(lines(errand)));
    lines.addAll(
        List.of(
            "$burdened = @{} # a connector is burdened at one of its ports only",
            "foreach ($try in $tries) {",
            "  Say ''",
            "  Say ('== ' + $try.Title + ' at ' + $try.Name + ' port ' + $try.Port)",
            "  foreach ($said in $try.Policy) {",
            "    Say ('policy: ' + $said)",
            "  }",
            "  try {",
            "    Visit $try",
            "    $again = $burdened.ContainsKey($try.Title)",
            "    $burdened[$try.Title] = $true",
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

  private static List<String> lines(RemoteProbe errand) {
    List<String> lines = new ArrayList<>();
    lines.add("$try = @{}");
    lines.add(set("Title", errand.aim().connector().toString()));
    lines.add(set("Name", errand.aim().endpoint().name()));
    lines.add("$try.Port = " + errand.aim().endpoint().port());
    lines.add(set("Sender", errand.envelope().map(one -> one.sender()).orElse("")));
    lines.add(set("Recipient", errand.envelope().map(one -> one.recipient()).orElse("")));
    lines.add(set("From", errand.sender().orElse("")));
    lines.add(set("Spared", errand.spared().orElse("")));
    lines.add("$try.Policy = @()");
    errand.expected().forEach(said -> lines.add("$try.Policy += " + PowerShell.text(said)));
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
