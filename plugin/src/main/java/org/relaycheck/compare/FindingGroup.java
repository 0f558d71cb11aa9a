package org.relaycheck.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.state.Address;

/**
 * Findings that are equal but for their host: of one cause, which reports tell once. Where the
 * policy states them, and who changed the resource last, may differ.
 *
 * @param findings at least one, in the order of the findings; a host each
 */
public record FindingGroup(List<Finding> findings) {

  public FindingGroup {
    findings = List.copyOf(findings);
  }

  /** The groups of some findings, in the order of their first ones. */
  public static List<FindingGroup> of(Collection<Finding> findings) {
    Map<List<Object>, List<Finding>> alike = new LinkedHashMap<>();
    for (Finding finding : findings) {
      alike.computeIfAbsent(likeness(finding), one -> new ArrayList<>()).add(finding);
    }
    return alike.values().stream().map(FindingGroup::new).toList();
  }

  /** One that all are like. */
  public Finding first() {
    return findings.get(0);
  }

  public List<String> hosts() {
    return findings.stream().map(finding -> finding.subject().address().host()).toList();
  }

  public boolean isOfSeveral() {
    return findings.size() > 1;
  }

  /** What it is about, such as {@code EX01\SQL Relay} or {@code SQL Relay on EX01, EX02}. */
  public String about() {
    Address address = first().subject().address();
    if (isOfSeveral()) {
      String name = address.name().isEmpty() ? address.kind() : general(address.name());
      return name + " on " + HostNames.list(hosts());
    }
    String text = address.toString();
    return text.isEmpty() ? address.kind() : text;
  }

  /** A text of the first finding, as it holds of all. */
  public String general(String text) {
    return isOfSeveral() ? HostNames.general(text, first().subject().address().host()) : text;
  }

  private static List<Object> likeness(Finding finding) {
    Subject subject = finding.subject();
    String host = subject.address().host();
    Difference sides = finding.difference();
    Reasons reasons = finding.reasons();
    return List.of(
        subject.address().kind(),
        Address.folded(HostNames.general(subject.address().name(), host)),
        List.of(subject.setting(), subject.rule(), subject.baseline()),
        List.of(finding.verdict(), finding.severity()),
        List.of(
            HostNames.general(sides.desired(), host),
            general(sides.observed(), host),
            general(sides.fix(), host),
            sides.repair().map(FindingRepair::isByHand)),
        List.of(
            reasons.reason(),
            general(reasons.why(), host),
            general(reasons.cause(), host),
            general(reasons.fix(), host)),
        List.of(finding.trail().origin().isPresent(), finding.trail().waiver()));
  }

  private static Optional<String> general(Optional<String> text, String host) {
    return text.map(words -> HostNames.general(words, host));
  }
}
