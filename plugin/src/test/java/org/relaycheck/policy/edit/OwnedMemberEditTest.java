package org.relaycheck.policy.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of members stays when a policy is made to accept what was found. */
class OwnedMemberEditTest {

  private static final List<String> PATH = List.of("receiveConnectors", "Relay", "RemoteIPRanges");
  private static final PolicyDraft.Stated FOUND =
      new PolicyDraft.Several(List.of("10.0.0.1", "10.0.0.9"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{10.0.0.1: {owner: a}}, 10.0.0.2] | [{10.0.0.1: {owner: a}}, 10.0.0.9]",
        "[10.0.0.2, {10.0.0.1: {owner: a}}] # b | [{10.0.0.1: {owner: a}}, 10.0.0.9] # b",
        "\\n      - {10.0.0.1: {owner: a}} # b\\n      - 10.0.0.2 |"
            + " \\n      - {10.0.0.1: {owner: a}} # b\\n      - 10.0.0.9"
      })
  void a_member_that_is_found_keeps_its_owner(String before, String after) {
    PolicyChanges changes = new PolicyText(policy(before)).changes();

    assertThat(changes.expect(PATH, FOUND)).isTrue();

    assertThat(changes.done().after()).isEqualTo(policy(after));
  }

  @ParameterizedTest
  @CsvSource({"{file: senders.csv}", "'[10.0.0.2, {file: senders.csv}]'", "{is: {file: a.csv}}"})
  void what_a_file_lists_is_not_replaced(String before) {
    PolicyChanges changes = new PolicyText(policy(before)).changes();

    assertThat(changes.expect(PATH, FOUND)).isFalse();
  }

  private static String policy(String ranges) {
    String text = ranges.replace("\\n", "\n");
    String gap = text.startsWith("\n") ? "" : " ";
    return "receiveConnectors:\n  Relay:\n    RemoteIPRanges:" + gap + text + "\n";
  }
}
