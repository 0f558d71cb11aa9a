package org.relaycheck.script.receiveconnectors;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.relaycheck.compare.Finding;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.script.KindRemediation;
import org.relaycheck.script.KindRemediator;
import org.relaycheck.script.ScriptForm;
import org.relaycheck.script.ScriptHost;
import org.relaycheck.state.KindState;
import org.relaycheck.state.Observed;

/** Knows how receive connectors are fixed: by guarded PowerShell that a person runs. */
public final class ReceiveConnectorRemediator implements KindRemediator {

  private static final ScriptForm FORM = new ConnectorScriptForm();
  private static final List<String> LIMITS =
      List.of(
          "It changes a connector only if all that it would change is still as it was seen; another"
              + " value stops that connector, and no other.",
          "It reads a connector again right before it changes it. Exchange cannot change a value"
              + " only"
              + " if it is still the one that was read: who changes the same setting in the moment"
              + " between is overwritten.",
          "Before its first change it makes sure that every cmdlet is there which it needs: the"
              + " management roles are \"Receive Connectors\" and, for access lists, \"Active"
              + " Directory Permissions\".");
  private static final String OUTAGE =
      "No service restarts: a change may take some minutes to be used, and sessions keep the limits"
          + " that they began with.";
  private static final String FUNCTIONS = "/META-INF/relay/receive-connectors.ps1";

  @Override
  public String kind() {
    return ReceiveConnectorRows.CATALOGUE.kind();
  }

  @Override
  public ScriptForm form() {
    return FORM;
  }

  @Override
  public KindRemediation remediation(ScriptHost host, List<Finding> findings) {
    List<Observed> all =
        Optional.ofNullable(host.state().kinds().get(kind()))
            .map(KindState::resources)
            .orElse(List.of());
    ConnectorSteps connectors = ConnectorSteps.of(ScriptServer.of(host), findings, all);
    return new KindRemediation(
        functions(), OUTAGE, LIMITS, connectors.steps(), connectors.byHand());
  }

  /** The functions that every script holds, with line ends that Layout makes Windows' own. */
  private static String functions() {
    try (InputStream in =
        Objects.requireNonNull(
            ReceiveConnectorRemediator.class.getResourceAsStream(FUNCTIONS), FUNCTIONS)) {
      String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return text.replace("\r\n", "\n");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
