package org.relaycheck.goal.allow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.relaycheck.compare.Comparison;
import org.relaycheck.compare.ComparisonResult;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.Subject;
import org.relaycheck.goal.ComparedHosts;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.RequestFiles;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.goal.RuledFiles;
import org.relaycheck.goal.check.Check;
import org.relaycheck.goal.remediate.Remediate;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.landscape.ObservedLandscape;
import org.relaycheck.landscape.SiteKnowledge;
import org.relaycheck.script.RemediationPlan;
import org.relaycheck.script.Scripts;
import org.relaycheck.state.Address;
import org.relaycheck.state.HostState;
import org.relaycheck.state.OwnedMember;
import org.relaycheck.state.Place;
import org.relaycheck.state.Policy;
import org.relaycheck.state.Severity;
import org.relaycheck.state.Statement;
import org.relaycheck.value.address.AddressSet;
import org.relaycheck.yaml.PolicyException;

/**
 * One address more or less in the range of a connector: the policy with it, what that means for the
 * servers, and what a script would do. Nothing is written here, and no server is changed.
 */
public final class AddressChange {

  private final Check check;

  public AddressChange(GoalPorts ports) {
    this.check = new Check(ports);
  }

  /**
   * What came of it.
   *
   * @param files the new text of each file that changes
   * @param meaning what it means, a line each
   * @param plan what a script would do about it
   * @param unread why hosts could not be read, a line each
   */
  public record Result(
      Map<Path, String> files, List<String> meaning, RemediationPlan plan, List<String> unread) {

    public Result {
      files = Map.copyOf(files);
      meaning = List.copyOf(meaning);
      unread = List.copyOf(unread);
    }
  }

  /**
   * Lets an address relay.
   *
   * @throws PolicyException why the policy is not changed
   */
  public Result allow(GoalRequest request, AddressOrder order) throws PolicyException {
    order.refuseTheWorld();
    order.refuseThePast(request.today());
    RequestFiles files = RequestFiles.read(request);
    StatedRanges ranges = StatedRanges.of(files.policy(), order.connector());
    DraftFiles drafts = new DraftFiles();
    for (Map.Entry<Place, Statement<AddressSet>> one : ranges.statements().entrySet()) {
      refuseOverlap(one.getValue(), order);
      drafts.add(one.getKey(), order.member());
    }
    return result(request, order, new Drafted(files, ranges, drafts, "Allows "));
  }

  /**
   * No longer lets an address relay.
   *
   * @throws PolicyException why the policy is not changed
   */
  public Result revoke(GoalRequest request, AddressOrder order) throws PolicyException {
    RequestFiles files = RequestFiles.read(request);
    StatedRanges ranges = StatedRanges.of(files.policy(), order.connector());
    DraftFiles drafts = new DraftFiles();
    for (Map.Entry<Place, Statement<AddressSet>> one : ranges.statements().entrySet()) {
      drafts.remove(one.getKey(), stated(one.getValue(), order));
    }
    return result(request, order, new Drafted(files, ranges, drafts, "Revokes "));
  }

  private static void refuseOverlap(Statement<AddressSet> stated, AddressOrder order)
      throws PolicyException {
    for (OwnedMember there : StatedRanges.meeting(stated, order.addresses())) {
      throw AddressOrder.refusal(
          there.place(),
          "'"
              + order.member().text()
              + "' overlaps "
              + there.told()
              + ", which is allowed already; change that, or name other addresses");
    }
  }

  private static OwnedMember stated(Statement<AddressSet> stated, AddressOrder order)
      throws PolicyException {
    List<OwnedMember> meeting = StatedRanges.meeting(stated, order.addresses());
    for (OwnedMember one : meeting) {
      if (StatedRanges.read(one).filter(order.addresses()::equals).isPresent()) {
        if (stated.members().size() == 1) {
          throw AddressOrder.refusal(
              one.place(),
              "nothing would be left of RemoteIPRanges; make the connector 'state: absent'");
        }
        return one;
      }
    }
    throw meeting.isEmpty()
        ? AddressOrder.refusal(
            stated.origin().place(),
            "'" + order.member().text() + "' is not in RemoteIPRanges, which is " + stated.show())
        : AddressOrder.refusal(
            meeting.get(0).place(),
            "'"
                + order.member().text()
                + "' is not stated by itself, but meets "
                + meeting.get(0).told()
                + "; revoke that, then allow what is to stay");
  }

  /** What would be written. */
  private record Drafted(RequestFiles files, StatedRanges ranges, DraftFiles drafts, String verb) {}

  private Result result(GoalRequest request, AddressOrder order, Drafted drafted)
      throws PolicyException {
    Policy policy =
        ResourceKinds.policyReader()
            .read(request.policies(), drafted.files().connections(), drafted.drafts().texts());
    List<String> meaning = new ArrayList<>();
    meaning.add(
        drafted.verb()
            + order.member().told()
            + (drafted.verb().startsWith("A") ? " on '" : " of '")
            + drafted.ranges().connector()
            + "', "
            + String.join(", ", drafted.ranges().hosts()));
    meaning.addAll(rules(request, drafted, policy));
    ComparedHosts compared = check.compare(of(request, drafted.ranges().hosts()));
    Map<Path, String> texts = new TreeMap<>();
    drafted.drafts().texts().keySet().forEach(one -> texts.put(one, drafted.drafts().whole(one)));
    ComparisonResult after =
        Comparison.between(policy, compared.run().hosts(), ResourceKinds.catalogues());
    SiteKnowledge site =
        drafted
            .files()
            .connections()
            .map(known -> RuledFiles.site(known, request.today()))
            .orElseGet(() -> SiteKnowledge.unknown(request.today()));
    ComparisonResult own = after.telling(finding -> isOwn(finding, order));
    ObservedLandscape worlds = new ObservedLandscape(compared.run().hosts(), policy, after, site);
    meaning.addAll(
        new AnsweredBy(worlds.now(), worlds.fixed(own))
            .lines(drafted.ranges().hosts(), order.connector(), order.addresses()));
    RemediationPlan plan =
        Scripts.write(
            Remediate.hosts(compared), own.findings(), ResourceKinds.remediators(), script -> {});
    return new Result(texts, meaning, plan, unread(compared));
  }

  private static boolean isOwn(Finding finding, AddressOrder order) {
    Subject subject = finding.subject();
    return Address.compareFolded(subject.address().name(), order.connector()) == 0
        && subject.baseline().isEmpty()
        && subject.setting().filter(ReceiveConnectorRows.REMOTE_IP_RANGES::equals).isPresent();
  }

  /** Refuses what breaks a rule that is an error; of others it is told. */
  private static List<String> rules(GoalRequest request, Drafted drafted, Policy policy)
      throws PolicyException {
    RequestFiles files = drafted.files();
    Set<Subject> before = new HashSet<>();
    new RuledFiles(files, request.today()).ofPolicy().forEach(one -> before.add(one.subject()));
    RequestFiles then = new RequestFiles(files.connections(), policy, files.waivers());
    List<String> told = new ArrayList<>();
    for (Finding broken : new RuledFiles(then, request.today()).ofPolicy()) {
      if (before.contains(broken.subject())) {
        continue;
      }
      String text =
          broken.subject().address()
              + " would break the rule "
              + broken.subject().rule().orElse("")
              + ": "
              + broken.difference().observed().orElse("");
      if (broken.severity() == Severity.ERROR) {
        throw AddressOrder.refusal(text);
      }
      told.add(text);
    }
    return told;
  }

  private static GoalRequest of(GoalRequest request, List<String> hosts) {
    return new GoalRequest(
        request.paths(), hosts, request.failOn(), request.parallel(), request.now());
  }

  private static List<String> unread(ComparedHosts compared) {
    List<String> unread = new ArrayList<>();
    compared
        .run()
        .hosts()
        .forEach(
            (host, state) -> {
              if (state instanceof HostState.Unread silent) {
                unread.add(host + "  not read  " + silent.why() + "  fix: " + silent.fix());
              }
            });
    return unread;
  }
}
