package org.relaycheck.goal.remediate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.compare.Outcome;
import org.relaycheck.goal.Bench;
import org.relaycheck.goal.Fleet;
import org.relaycheck.goal.Remediation;
import org.relaycheck.live.Answer;
import org.relaycheck.live.AnswerItem;
import org.relaycheck.state.LastChange;
import org.relaycheck.value.Raw;

/** Each situation with the policy as it is after {@code git apply}. */
class PolicyAdopterTest {

  private static final String KIND = "receiveConnectors";

  @TempDir private Path folder;

  private final Map<String, Answer> answers = new LinkedHashMap<>();

  @BeforeAll
  static void there_is_git() {
    Bench.needsGit();
  }

  private void live(String host, String... connectors) {
    List<AnswerItem> items = new ArrayList<>();
    for (String connector : connectors) {
      String[] parts = connector.split("; ");
      Map<String, Raw> values = new LinkedHashMap<>();
      for (int i = 1; i < parts.length; i++) {
        String[] pair = parts[i].split(" = ", -1);
        values.put(
            pair[0],
            pair[1].contains(" | ")
                ? Raw.items(List.of(pair[1].split(" \\| ")))
                : Raw.text(pair[1]));
      }
      items.add(new AnswerItem(KIND, parts[0], Optional.of(host), values, LastChange.unknown()));
    }
    answers.put(host, new Answer(Map.of(), Optional.empty(), true, Map.of(), items));
  }

  private Bench bench(String policy) {
    return new Bench(folder, new Fleet(answers)).with(Bench.POLICY, policy);
  }

  private static void becomes(Bench bench, String expected) {
    Remediation adoption = bench.remediate();

    assertThat(adoption.notAdopted()).isEmpty();
    bench.apply(adoption.patch());
    assertThat(bench.text(Bench.POLICY)).isEqualTo(expected);
    assertThat(bench.check().outcome()).isEqualTo(Outcome.CLEAN);
  }

  @Test
  void a_value_that_serves_one_resource_is_replaced_in_place_and_its_comment_stays() {
    live("EX01", "A; MaxInboundConnection = 20; Banner = 220 x; TarpitInterval = 00:00:05");

    becomes(
        bench(
            """
            version: 1 # one
            receiveConnectors:
              A: # ours
                hosts: EX01
                MaxInboundConnection: 10   # agreed
                # above
                Banner: {matches: '220 y', set: 220 y, severity: warning, why: 'a: b'} # rule
                TarpitInterval:
                  # not less
                  atLeast: 10s # really
                  atMost: 20s
                  why: load
            """),
        """
        version: 1 # one
        receiveConnectors:
          A: # ours
            hosts: EX01
            MaxInboundConnection: 20   # agreed
            # above
            Banner: {is: 220 x, severity: warning, why: 'a: b'} # rule
            TarpitInterval:
              # not less
              is: '00:00:05' # really
              why: load
        """);
  }

  @Test
  void many_hosts_with_one_other_value_become_a_group() {
    for (int i = 1; i <= 9; i++) {
      live(
          "EX0" + i,
          "A; MaxInboundConnection = "
              + (i < 7 ? 20 : 10 * i)
              + "; Banner = "
              + (i < 7 ? "220 x" : "220"));
    }

    becomes(
        bench(
            """
            version: 1
            groups: {hubs: [EX01, EX02, EX03, EX04, EX05, EX06, EX07, EX08, EX09]}
            receiveConnectors:
              A:
                hosts: hubs
                MaxInboundConnection: 70
                Banner: '220'
            """),
        """
        version: 1
        groups: {hubs: [EX01, EX02, EX03, EX04, EX05, EX06, EX07, EX08, EX09], adopted-c76f9d: [EX01, EX02, EX03, EX04, EX05, EX06]}
        receiveConnectors:
          A:
            hosts: hubs
            MaxInboundConnection: 70
            Banner: '220'
            at: {adopted-c76f9d: {Banner: 220 x, MaxInboundConnection: 20}, EX08: {MaxInboundConnection: 80}, EX09: {MaxInboundConnection: 90}}
        """);
  }

  @Test
  void what_many_hosts_of_a_group_have_goes_to_a_group_of_theirs() {
    for (int i = 1; i <= 9; i++) {
      live("EX0" + i, "A; MaxInboundConnection = " + (i < 8 ? 20 : 70));
    }

    becomes(
        bench(
            """
            version: 1
            groups: {hubs: [EX01, EX02, EX03, EX04, EX05, EX06, EX07, EX08, EX09]}
            receiveConnectors:
              A:
                hosts: hubs
                at:
                  hubs: {MaxInboundConnection: 70}
            """),
        """
        version: 1
        groups: {hubs: [EX01, EX02, EX03, EX04, EX05, EX06, EX07, EX08, EX09], adopted-34f1c5: [EX01, EX02, EX03, EX04, EX05, EX06, EX07]}
        receiveConnectors:
          A:
            hosts: hubs
            at: {adopted-34f1c5: {MaxInboundConnection: 20}, EX08: {MaxInboundConnection: 70}, EX09: {MaxInboundConnection: 70}}
        """);
  }

  @Test
  void broken_rules_are_told_in_one_line() {
    live(
        "EX01",
        "A; ConnectionTimeout = 00:05:00; ConnectionInactivityTimeout = 00:10:00",
        "B; ConnectionTimeout = 00:05:00; ConnectionInactivityTimeout = 00:10:00",
        "C; ConnectionTimeout = 00:20:00; MaxInboundConnection = 20");
    Bench bench =
        bench(
            """
            version: 1
            receiveConnectors:
              A: {hosts: EX01}
              B: {hosts: EX01}
              C: {hosts: EX01, MaxInboundConnection: 10}
            """);

    Remediation adoption = bench.remediate();

    assertThat(adoption.notAdopted())
        .containsExactly(
            "not adopted: what is broken, 2 in all: a policy cannot accept a broken rule; fix"
                + " it, or waive it");
    assertThat(adoption.patch()).contains("+  C: {hosts: EX01, MaxInboundConnection: 20}");
  }

  @Test
  void what_serves_several_hosts_goes_to_at() {
    live("EX01", "A; MaxInboundConnection = 10", "B; MaxInboundConnection = 10");
    live("EX02", "A; MaxInboundConnection = 20", "B; MaxInboundConnection = 10");
    live("EX03", "A; MaxInboundConnection = 30", "B; MaxInboundConnection = 40");

    becomes(
        bench(
            """
            version: 1
            groups: {hubs: [EX01, EX02, EX03]}
            receiveConnectors:
              A:
                hosts: hubs
                MaxInboundConnection: 10 # most
              B: {hosts: all, MaxInboundConnection: 10, at: {EX02: {MaxInboundConnection: 10}}}
            """),
        """
        version: 1
        groups: {hubs: [EX01, EX02, EX03]}
        receiveConnectors:
          A:
            hosts: hubs
            MaxInboundConnection: 10 # most
            at: {EX02: {MaxInboundConnection: 20}, EX03: {MaxInboundConnection: 30}}
          B: {hosts: all, MaxInboundConnection: 10, at: {EX02: {MaxInboundConnection: 10}, EX03: {MaxInboundConnection: 40}}}
        """);
  }

  @Test
  void what_a_group_says_is_said_for_each_of_its_hosts_where_one_differs() {
    live("EX01", "A; MaxInboundConnection = 10; Banner = 220 x");
    live("EX02", "A; MaxInboundConnection = 20; Banner = 220 x");

    becomes(
        bench(
            """
            version: 1
            groups: {hubs: [EX01, EX02]}
            receiveConnectors:
              A:
                hosts: hubs
                at:
                  hubs:
                    MaxInboundConnection: {is: 10, why: load} # both
                    Banner: 220 x
            """),
        """
        version: 1
        groups: {hubs: [EX01, EX02]}
        receiveConnectors:
          A:
            hosts: hubs
            at:
              hubs:
                # both
                Banner: 220 x
              EX01: {MaxInboundConnection: {is: 10, why: load}}
              EX02: {MaxInboundConnection: 20}
        """);
  }

  @Test
  void a_template_that_serves_others_is_left_and_the_resource_states_its_own() {
    live(
        "EX01",
        "A; MaxInboundConnection = 20; Banner = 220 A",
        "B; MaxInboundConnection = 10; Banner = 220 A");

    becomes(
        bench(
            """
            version: 1
            templates: {receiveConnectors: {common: {MaxInboundConnection: 10}}}
            receiveConnectors:
              A:
                hosts: EX01
                like: common
                Banner: 220 A
                # of A
              B: {hosts: EX01, like: common}
            """),
        """
        version: 1
        templates: {receiveConnectors: {common: {MaxInboundConnection: 10}}}
        receiveConnectors:
          A:
            hosts: EX01
            like: common
            Banner: 220 A
            MaxInboundConnection: 20
            # of A
          B: {hosts: EX01, like: common}
        """);
  }

  @Test
  void a_preset_is_never_edited() {
    live("EX01", "A; MaxInboundConnectionPerSource = 5");

    Bench bench =
        bench(
            """
            version: 1
            include: preset:bulk-relay
            receiveConnectors:
              A: {hosts: EX01, like: bulk-relay}
            """);
    Remediation adoption = bench.remediate();

    bench.apply(adoption.patch());
    assertThat(bench.text(Bench.POLICY))
        .contains("  A: {hosts: EX01, like: bulk-relay, MaxInboundConnectionPerSource: 5}\n");
  }

  @Test
  void line_ends_and_a_missing_last_one_are_kept() {
    live("EX01", "A; MaxInboundConnection = 20; Banner = 220 x");

    becomes(
        bench(
            "version: 1\r\n# c\r\nreceiveConnectors:\r\n  A:\r\n    hosts: EX01\r\n"
                + "    Banner: 220 x\r\n    MaxInboundConnection: 10"),
        "version: 1\r\n# c\r\nreceiveConnectors:\r\n  A:\r\n    hosts: EX01\r\n"
            + "    Banner: 220 x\r\n    MaxInboundConnection: 20");
  }

  @Test
  void an_entry_at_the_end_of_a_file_without_line_end_and_with_a_byte_order_mark_is_extended() {
    live("EX01", "A; MaxInboundConnection = 10");
    live("EX02", "A; MaxInboundConnection = 20");

    becomes(
        bench(
            "\uFEFFversion: 1\nreceiveConnectors:\n  A:\n    hosts: all\n"
                + "    MaxInboundConnection: 10 # x"),
        "\uFEFFversion: 1\nreceiveConnectors:\n  A:\n    hosts: all\n"
            + "    MaxInboundConnection: 10 # x\n    at: {EX02: {MaxInboundConnection: 20}}");
  }

  @Test
  void items_of_a_list_that_stay_keep_their_order_and_spelling() {
    live(
        "EX01",
        "A; RemoteIPRanges = 192.0.2.1 | 192.0.2.9 | 192.0.2.3",
        "B; RemoteIPRanges = 192.0.2.7 | 192.0.2.4");

    becomes(
        bench(
            """
            version: 1
            receiveConnectors:
              A:
                hosts: EX01
                RemoteIPRanges:
                  - 192.0.2.3 # three
                  - 192.0.2.2 # two
                  - '192.0.2.1'
              B: {hosts: EX01, RemoteIPRanges: ['192.0.2.4', 192.0.2.2]}
            """),
        """
        version: 1
        receiveConnectors:
          A:
            hosts: EX01
            RemoteIPRanges:
              - 192.0.2.3 # three
              # two
              - '192.0.2.1'
              - 192.0.2.9
          B: {hosts: EX01, RemoteIPRanges: ['192.0.2.4', 192.0.2.7]}
        """);
  }

  @Test
  void a_missing_resource_is_made_a_comment_or_its_host_is_taken_out() {
    live("EX01", "A; Banner = 220 x", "C");
    live("EX02", "B", "C");

    becomes(
        bench(
            """
            version: 1
            receiveConnectors:
              A: {hosts: [EX01, EX02], at: {EX02: {Banner: 220 y}}}
              # about B
              B:
                hosts: EX01 # here
                # why
                Banner: 220 x
              C: {hosts: all}
            """),
        """
        version: 1
        receiveConnectors:
          A: {hosts: [EX01]}
          # about B
          # there is none on EX01:
          # B:
          #   hosts: EX01 # here
            # why
          #   Banner: 220 x
          C: {hosts: all}
        """);
  }

  @Test
  void what_was_to_be_absent_is_to_be_present() {
    live("EX01", "A");

    becomes(
        bench("version: 1\nreceiveConnectors:\n  A: {hosts: EX01, state: absent} # old\n"),
        "version: 1\nreceiveConnectors:\n  A: {hosts: EX01, state: present} # old\n");
  }

  @Test
  void what_the_policy_does_not_name_gets_an_entry() {
    live("EX01", "A", "B: x");
    live("EX02", "b: X");

    becomes(
        bench(
            """
            version: 1
            receiveConnectors:
              A: {hosts: EX01}
            # the end
            unlisted: {receiveConnectors: error}
            """),
        """
        version: 1
        receiveConnectors:
          A: {hosts: EX01}
          'B: x': {hosts: [EX01, EX02]}
        # the end
        unlisted: {receiveConnectors: error}
        """);
  }

  @Test
  void a_kind_that_the_policy_lacks_is_begun() {
    live("EX01", "A");

    becomes(
        bench("version: 1\nunlisted: {receiveConnectors: error}\n"),
        "version: 1\nunlisted: {receiveConnectors: error}\nreceiveConnectors: {A: {hosts: EX01}}\n");
  }

  @Test
  void an_included_file_with_blanks_in_its_name_is_edited_where_the_value_stands() {
    live("EX01", "A; MaxInboundConnection = 20");
    Bench bench =
        bench("version: 1\ninclude: parts/of us.yaml\n")
            .with(
                "parts/of us.yaml",
                "version: 1\nreceiveConnectors: {A: {hosts: EX01, MaxInboundConnection: 10}}\n");

    Remediation adoption = bench.remediate();

    assertThat(adoption.patch())
        .isEqualTo(
            """
            --- a/parts/of us.yaml\t
            +++ b/parts/of us.yaml\t
            @@ -1,2 +1,2 @@
             version: 1
            -receiveConnectors: {A: {hosts: EX01, MaxInboundConnection: 10}}
            +receiveConnectors: {A: {hosts: EX01, MaxInboundConnection: 20}}
            """);
    bench.apply(adoption.patch());
    assertThat(bench.check().outcome()).isEqualTo(Outcome.CLEAN);
  }

  @Test
  void baselines_and_what_stands_behind_an_anchor_are_told_and_left() {
    live("EX01", "A; MaxInboundConnection = 20; Banner = 220 x", "B; Banner = 220 y");

    Remediation adoption =
        bench(
                """
                version: 1
                templates: {receiveConnectors: {base: {MaxInboundConnection: 10}}}
                baselines: [{like: base, hosts: EX01, where: {Banner: 220 x}}]
                receiveConnectors:
                  A: {hosts: EX01, Banner: &b 220 y}
                  B: {hosts: EX01, Banner: *b}
                """)
            .remediate();

    assertThat(adoption.patch()).isEmpty();
    assertThat(adoption.notAdopted())
        .containsExactly(
            "not adopted: EX01\\A Banner: no single edit would accept just this; edit the policy"
                + " by hand",
            "not adopted: EX01\\A MaxInboundConnection: it is from a baseline, and baselines are"
                + " never edited; fix it, or waive it");
  }

  @Test
  void what_could_not_be_read_is_told_and_the_rest_is_adopted() {
    live("EX01", "A; MaxInboundConnection = 20");
    Bench bench =
        bench(
            "version: 1\nreceiveConnectors:\n"
                + "  A: {hosts: EX01, MaxInboundConnection: 10, Banner: 220 x}\n");

    Remediation adoption = bench.remediate();

    assertThat(adoption.notAdopted())
        .containsExactly("not adopted: EX01\\A Banner: it could not be judged");
    bench.apply(adoption.patch());
    assertThat(bench.text(Bench.POLICY)).contains("MaxInboundConnection: 20, Banner: 220 x}");
  }
}
