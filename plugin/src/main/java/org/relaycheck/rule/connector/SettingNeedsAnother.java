package org.relaycheck.rule.connector;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.AUTH_MECHANISM;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.BINARY_MIME_ENABLED;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.CHUNKING_ENABLED;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.DOMAIN_SECURE_ENABLED;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.ENABLE_AUTH_GSSAPI;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.LONG_ADDRESSES_ENABLED;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.TRANSPORT_ROLE;

import java.util.ArrayList;
import java.util.List;
import org.relaycheck.kind.receiveconnectors.SettingConflict;
import org.relaycheck.rule.RuleFacts;

/** What a setting of a receive connector needs to work is set too. */
public final class SettingNeedsAnother extends ConflictRule {

  public SettingNeedsAnother() {
    super(
        RuleFacts.warning(
            "setting-needs-another",
            "What a setting of a receive connector needs to work is set too",
            new RuleFacts.Grounds(
                "Some settings are refused, or do nothing, unless another is set: what the"
                    + " policy counts on is then not there, and nothing reports it.",
                "Set what the finding names, or take back the setting that needs it.",
                ConflictRule.REFERENCE
                    + ": DomainSecureEnabled, BinaryMimeEnabled, LongAddressesEnabled,"
                    + " EnableAuthGSSAPI. Whether OrarEnabled needs LongAddressesEnabled depends"
                    + " on the addresses: it is not checked"),
            DOMAIN_SECURE_ENABLED,
            BINARY_MIME_ENABLED,
            CHUNKING_ENABLED,
            LONG_ADDRESSES_ENABLED,
            ENABLE_AUTH_GSSAPI,
            AUTH_MECHANISM,
            TRANSPORT_ROLE),
        conflicts());
  }

  private static List<SettingConflict> conflicts() {
    List<SettingConflict> all = new ArrayList<>(SettingConflict.PREREQUISITES);
    all.add(SettingConflict.KERBEROS_NOT_OFFERED);
    return all;
  }
}
