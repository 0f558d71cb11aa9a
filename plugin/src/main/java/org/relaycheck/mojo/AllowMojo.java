package org.relaycheck.mojo;

import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.allow.AddressChange;
import org.relaycheck.goal.allow.AddressOrder;
import org.relaycheck.yaml.PolicyException;

/**
 * Puts an address into the range of a receive connector in the policy, or in the file that lists
 * it, with owner, ticket and last day; says which connector answers it now, and prints the plan.
 * Refuses what overlaps and what would let everybody relay. Never changes a server.
 */
@Mojo(name = "allow", requiresProject = false, aggregator = true, threadSafe = true)
public class AllowMojo extends AddressMojo {

  /** Who needs it. */
  @Parameter(property = "relay.owner")
  private @Nullable String owner;

  /** Where it was agreed to. */
  @Parameter(property = "relay.ticket")
  private @Nullable String ticket;

  /** The last day on which it is needed, such as 2027-03-31. */
  @Parameter(property = "relay.until")
  private @Nullable String until;

  /** What for. */
  @Parameter(property = "relay.why")
  private @Nullable String why;

  @Inject
  public AllowMojo(SettingsDecrypter decrypter) {
    super(decrypter);
  }

  @Override
  AddressOrder.Terms terms() {
    return new AddressOrder.Terms(said(owner), said(ticket), said(until), said(why));
  }

  @Override
  AddressChange.Result change(AddressChange change, GoalRequest request, AddressOrder order)
      throws PolicyException {
    return change.allow(request, order);
  }
}
