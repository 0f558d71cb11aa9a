package org.relaycheck.policy.merge;

import java.util.List;
import java.util.Optional;
import org.relaycheck.policy.read.PolicyParts.ResourcePart;
import org.relaycheck.policy.read.SettingLines;
import org.relaycheck.policy.read.TargetHost;
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
 * @param layered what competes if others do
 */
record HostPart(
    ResourcePart part,
    TargetHost target,
    Address address,
    Optional<SettingLines> base,
    List<LayeredLines> layered) {

  Addressed addressed() {
    return target.addressed();
  }
}
