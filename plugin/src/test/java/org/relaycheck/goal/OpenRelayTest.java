package org.relaycheck.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relaycheck.goal.RuledSite.broken;
import static org.relaycheck.goal.RuledSite.findings;
import static org.relaycheck.goal.RuledSite.unchecked;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.Outcome;
import org.relaycheck.goal.validate.Validate;
import org.relaycheck.report.CheckRun;
import org.relaycheck.state.Severity;

/** An open relay, from the side of who has to be told. */
class OpenRelayTest {

  private static final String RULE = "open-relay";
  private static final String RIGHT = "allow anonymous ms-Exch-SMTP-Accept-Any-Recipient";
  private static final String EVERYWHERE = "RemoteIPRanges=0.0.0.0-255.255.255.255";
  private static final String INSIDE = "RemoteIPRanges=10.0.4.0/24";
  private static final String NAMED = "receiveConnectors: {Relay: {hosts: EX01}}\n";
  private static final String FOUND =
      "RemoteIPRanges serve 3,702,258,432 public IPv4 addresses, and each may relay without a"
          + " login: "
          + RIGHT;

  @TempDir private Path folder;

  private RuledSite site() {
    return new RuledSite(folder).exchange("EX01", "");
  }

  private static String[] connector(String ranges, String rights) {
    return new String[] {
      ranges,
      "ExtendedRights=" + rights,
      "InheritedRights=",
      "OtherRights=",
      "AuthMechanism=Tls",
      "PermissionGroups=AnonymousUsers",
      "Enabled=true"
    };
  }

  @Test
  void it_is_told_of_a_connector_that_nobody_asked_about() {
    RuledSite site =
        site()
            .connector("EX01", "Relay", connector(INSIDE, RIGHT))
            .connector("EX01", "Forgotten", connector(EVERYWHERE, RIGHT))
            .policy(NAMED);

    CheckRun run = site.check();

    assertThat(run.outcome()).isEqualTo(Outcome.DRIFT);
    assertThat(findings(run, RULE)).extracting(Finding::severity).containsExactly(Severity.ERROR);
    assertThat(broken(run, RULE))
        .containsOnlyKeys("EX01\\Forgotten")
        .containsValue(FOUND + " → RemoteIPRanges of the senders alone, or no right to relay");
  }

  @Test
  void a_policy_cannot_ignore_it_and_a_waiver_can_accept_it() {
    RuledSite site = site().connector("EX01", "Relay", connector(EVERYWHERE, RIGHT)).policy(NAMED);
    String waiver =
        "waivers: [{rule: open-relay, kind: receiveConnectors, name: Relay, hosts: EX01,"
            + " accepted: {RemoteIPRanges: 0.0.0.0-255.255.255.255, ExtendedRights: '"
            + RIGHT.substring(RIGHT.indexOf('=') + 1)
            + "', AuthMechanism: Tls, PermissionGroups: AnonymousUsers}, reason: r, owner: o, until: 2027-01-31}]\n";

    assertThat(site.waivers(waiver).check().outcome()).isEqualTo(Outcome.CLEAN);
    assertThat(site.policy(NAMED + "rules: {open-relay: ignore}\n").check().outcome())
        .isEqualTo(Outcome.ERROR);
  }

  @Test
  void a_policy_that_would_open_one_is_told_at_the_statement_that_does() {
    RuledSite site =
        site()
            .connector("EX01", "Relay", connector(INSIDE, RIGHT))
            .policy(
                "receiveConnectors:\n  Relay:\n    hosts: EX01\n"
                    + "    RemoteIPRanges: {contains: [0.0.0.0/0]}\n");

    Finding finding = findings(site.check(), RULE).get(0);

    assertThat(finding.difference().observed()).contains(FOUND);
    assertThat(finding.reasons().cause())
        .contains("this will be broken if you run the scripts: your policy asks for it");
    assertThat(finding.trail().origin().orElseThrow().place().line()).isEqualTo(5);
  }

  @Test
  void a_policy_that_states_one_is_told_without_a_server() {
    RuledSite site =
        site()
            .policy(
                "receiveConnectors: {Relay: {hosts: EX01, RemoteIPRanges: [0.0.0.0/0],"
                    + " ExtendedRights: {contains: ["
                    + RIGHT
                    + "]}}}\n");

    Validate.Result result = site.validate();

    assertThat(result.fails()).isTrue();
    assertThat(result.lines()).singleElement().asString().contains("open-relay");
  }

  @Test
  void one_that_was_not_read_is_not_called_closed() {
    RuledSite site =
        site()
            .connector("EX01", "Relay", EVERYWHERE, "AuthMechanism=Tls", "Enabled=true")
            .policy(NAMED);

    CheckRun run = site.check();

    assertThat(findings(run, RULE)).isEmpty();
    assertThat(unchecked(run, RULE)).contains("ExtendedRights is not known");
    assertThat(site.policy(NAMED + "rules: {open-relay: error}\n").check().outcome())
        .isEqualTo(Outcome.UNCLEAR);
  }

  @Test
  void one_that_is_switched_off_or_calls_only_itself_is_none() {
    String[] off = connector(EVERYWHERE, RIGHT);
    off[off.length - 1] = "Enabled=false";
    String[] local = connector(EVERYWHERE, RIGHT);
    local[local.length - 1] = "Bindings=127.0.0.1:25, [::1]:25";
    RuledSite site =
        site().connector("EX01", "Relay", off).connector("EX01", "Local", local).policy(NAMED);

    CheckRun run = site.check();

    assertThat(broken(run, RULE)).isEmpty();
    assertThat(List.of(unchecked(run, RULE))).containsExactly("");
  }
}
