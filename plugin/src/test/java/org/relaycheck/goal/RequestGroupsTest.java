package org.relaycheck.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups of the policy among the hosts that a user picks. */
class RequestGroupsTest {

  @TempDir private Path folder;

  @BeforeEach
  void lay() throws IOException {
    Files.writeString(
        folder.resolve("relay-connections.yaml"),
        "hosts: {EX01: {recorded: a.xml}, EX02: {recorded: b.xml}}\n");
    Files.writeString(folder.resolve("groups.yaml"), "version: 1\ngroups: {hubs: [EX01, EX02]}\n");
  }

  private List<String> hosts(String policy, String... names) throws IOException {
    Path file = Files.writeString(folder.resolve("relay-policy.yaml"), policy);
    return RequestGroups.hosts(
        List.of(names),
        new GoalRequest.Paths(List.of(file), folder.resolve("relay-connections.yaml")));
  }

  @Test
  void a_group_is_its_hosts_each_once() throws IOException {
    assertThat(hosts("version: 1\ninclude: groups.yaml\n", "EX02", "hubs"))
        .containsExactly("EX02", "EX01");
  }

  @Test
  void what_is_no_group_stays_to_be_refused_by_name() throws IOException {
    assertThat(hosts("version: 1\ninclude: groups.yaml\n", "hub")).containsExactly("hub");
  }

  @Test
  void a_policy_with_mistakes_has_its_groups_all_the_same() throws IOException {
    assertThat(hosts("version: 1\ngroups: {edges: [EX02]}\nnonsense: 1\n", "edges"))
        .containsExactly("EX02");
  }

  @Test
  void hosts_are_taken_without_a_policy() {
    List<String> picked =
        RequestGroups.hosts(
            List.of("ex01"),
            new GoalRequest.Paths(
                List.of(folder.resolve("none.yaml")), folder.resolve("relay-connections.yaml")));

    assertThat(picked).containsExactly("ex01");
  }
}
