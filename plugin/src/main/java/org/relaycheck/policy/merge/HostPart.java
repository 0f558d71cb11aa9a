package org.relaycheck.policy;

import java.util.List;
import java.util.Optional;
import org.relaycheck.policy.Parts.ResourcePart;
import org.relaycheck.state.Address;
import org.relaycheck.state.Addressed;

/**
 * What one file says of a resource on one host.
 *
 * @param part what it says
 * @param target the host
 * @param address the resource there
 * @param base what holds if no other file says anything, the same for many hosts; empty if the host
 *     differs
 * @param claims what competes if others do
 */
record Placed(
    ResourcePart part, Target target, Address address, Optional<Sheet> base, List<Claim> claims) {

  Addressed addressed() {
    return target.addressed();
  }
}
