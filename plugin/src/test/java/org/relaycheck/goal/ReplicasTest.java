package org.relaycheck.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relaycheck.goal.RuledSite.broken;
import static org.relaycheck.goal.RuledSite.findings;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.compare.Verdict;

/** Instances of one availability group, and others. */
class ReplicasTest {

  private static final String RULE = "replicas-alike";
  private static final String POLICY = "mailAccounts: {Bulk: {hosts: [SQL01, SQL02]}}\n";

  @TempDir private Path folder;

  private RuledSite site(String one, String other) {
    return new RuledSite(folder)
        .host("SQL01", facts(one), "")
        .host("SQL02", facts(other), "")
        .account("SQL01", "Bulk", settings("120"))
        .account("SQL02", "Bulk", settings("60"));
  }

  private static Map<String, String> facts(String group) {
    Map<String, String> facts = new HashMap<>(Map.of("ProductVersion", "16.0.4125.3"));
    if (!group.isEmpty()) {
      facts.put("AvailabilityGroup." + group, "id of " + group);
    }
    return facts;
  }

  private static String[] settings(String timeout) {
    return new String[] {
      "mailserver_name=relay.corp.example",
      "port=25",
      "enable_ssl=0",
      "timeout=" + timeout,
      "use_default_credentials=0",
      "username=",
      "credential=false"
    };
  }

  @Test
  void two_of_one_group_that_differ_are_told_on_both_sides() {
    RuledSite site = site("Sales", "Sales").policy(POLICY);

    assertThat(broken(site.check(), RULE))
        .containsOnly(
            Map.entry("SQL01\\Bulk", "timeout is 120, on SQL02 60 → the same on both"),
            Map.entry("SQL02\\Bulk", "timeout is 60, on SQL01 120 → the same on both"));
  }

  @Test
  void two_of_different_groups_or_of_none_may_differ() {
    assertThat(broken(site("Sales", "Stock").policy(POLICY).check(), RULE)).isEmpty();
    assertThat(broken(site("", "").policy(POLICY).check(), RULE)).isEmpty();
  }

  @Test
  void an_answer_that_was_not_asked_for_groups_is_unclear_to_who_names_the_rule() {
    RuledSite unasked = site("", "").policy(POLICY + "rules: {" + RULE + ": error}\n");

    assertThat(findings(unasked.check(), RULE))
        .hasSize(2)
        .allMatch(found -> found.verdict() == Verdict.UNCLEAR)
        .first()
        .asString()
        .contains("the answer does not say whether it was asked for availability groups");
    assertThat(findings(site("", "").policy(POLICY).check(), RULE)).isEmpty();
  }

  @Test
  void an_answer_without_a_group_that_was_asked_for_them_is_not() {
    RuledSite asked =
        new RuledSite(folder)
            .host("SQL01", Map.of("AvailabilityGroups", "shown"), "")
            .host("SQL02", Map.of("AvailabilityGroups", "shown"), "")
            .account("SQL01", "Bulk", settings("120"))
            .account("SQL02", "Bulk", settings("60"))
            .policy(POLICY + "rules: {" + RULE + ": error}\n");

    assertThat(findings(asked.check(), RULE)).isEmpty();
  }

  @Test
  void what_the_policy_states_for_both_may_differ() {
    RuledSite site =
        site("Sales", "Sales")
            .policy(
                "mailAccounts: {Bulk: {hosts: [SQL01, SQL02], timeout: 120, at: {SQL02: {timeout:"
                    + " 60}}}}\n");

    assertThat(broken(site.check(), RULE)).isEmpty();
  }

  @Test
  void an_account_that_the_other_instance_lacks_is_told() {
    RuledSite site =
        site("Sales", "Sales")
            .account("SQL01", "Alerts", settings("120"))
            .policy(POLICY.replace("}}", "}, Alerts: {hosts: SQL01}}"));

    assertThat(broken(site.check(), RULE))
        .containsEntry(
            "SQL01\\Alerts", "SQL02 has no mail account of this name → the same on both");
  }
}
