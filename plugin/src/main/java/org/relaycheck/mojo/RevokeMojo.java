package org.relaycheck.mojo;

import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.allow.AddressChange;
import org.relaycheck.goal.allow.AddressOrder;
import org.relaycheck.yaml.PolicyException;

/**
 * Takes an address out of the range of a receive connector in the policy, or in the file that lists
 * it; says which connector answers it then, and prints the plan. Never changes a server.
 */
@Mojo(name = "revoke", requiresProject = false, aggregator = true, threadSafe = true)
public class RevokeMojo extends AddressMojo {

  @Inject
  public RevokeMojo(SettingsDecrypter decrypter) {
    super(decrypter);
  }

  @Override
  AddressOrder.Terms terms() {
    return AddressOrder.Terms.none();
  }

  @Override
  AddressChange.Result change(AddressChange change, GoalRequest request, AddressOrder order)
      throws PolicyException {
    return change.revoke(request, order);
  }
}
