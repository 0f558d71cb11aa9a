package org.relaycheck.rule.connector;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.AUTH_MECHANISM;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.PERMISSION_GROUPS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.REQUIRE_TLS;

import org.relaycheck.kind.receiveconnectors.SettingConflict;
import org.relaycheck.rule.RuleFacts;

/** What a receive connector lets clients log in with goes together with whom it lets in. */
public final class AuthenticationCombination extends ConflictRule {

  public AuthenticationCombination() {
    super(
        RuleFacts.warning(
            "authentication-combination",
            "AuthMechanism, PermissionGroups and RequireTLS go together",
            new RuleFacts.Grounds(
                "Some mechanisms need or exclude others, and Exchange refuses the command that sets"
                    + " them otherwise: a policy that asks for it can never be met.",
                "Add what the finding names, or take away what needs it.",
                ConflictRule.REFERENCE + ": AuthMechanism"),
            AUTH_MECHANISM,
            PERMISSION_GROUPS,
            REQUIRE_TLS),
        SettingConflict.AUTHENTICATION);
  }
}
