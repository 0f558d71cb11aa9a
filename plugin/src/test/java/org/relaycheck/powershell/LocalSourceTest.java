package org.relaycheck.powershell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
import org.relaycheck.live.LoginAccount;
import org.relaycheck.live.LoginGate;
import org.relaycheck.live.PowerShellWay;
import org.relaycheck.state.Place;

class LocalSourceTest {

  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  private static final Place PLACE = new Place("relay-connections.yaml", 1, 1);
  private static final PowerShellWay.Session ENDPOINT =
      new PowerShellWay.Endpoint(URI.create("http://ex01.corp.example/PowerShell/"));

  private final List<InputPayload> sent = new ArrayList<>();
  private final Map<String, LoginAccount> accounts = new HashMap<>();
  private final LoginGate gate = new LoginGate();
  private String answer = CannedAnswer.connector();

  @Test
  void one_start_answers_for_all_hosts_of_the_shell() {
    HostConnection first = host("EX01", way(Optional.empty(), ENDPOINT));
    HostConnection second = host("EX02", way(Optional.empty(), ENDPOINT));

    Map<HostConnection, HostAnswer> asked = source().ask(List.of(second, first));

    assertThat(sent).hasSize(1);
    assertThat(sent.get(0).parameters())
        .isEqualTo(
            "way=endpoint\nendpoint=http://ex01.corp.example/PowerShell/\nserver=EX01\nserver=EX02\n"
                + "patience=60\n"
                + EchoEncoding.PARAMETER);
    assertThat(sent.get(0).script()).isEqualTo(CollectorScript.question());
    assertThat(asked.get(first)).isInstanceOf(HostAnswer.Answered.class);
    assertThat(((HostAnswer.Answered) asked.get(second)).answer().at()).contains(NOW);
  }

  @Test
  void other_ways_to_the_cmdlets_are_told() {
    source().ask(host("EDGE01", way(Optional.empty(), new PowerShellWay.Edge())));
    source().ask(host("EX01", way(Optional.empty(), new PowerShellWay.Snapin("Some.SnapIn"))));

    assertThat(sent)
        .extracting(InputPayload::parameters)
        .containsExactly(
            "way=edge\nserver=EDGE01\npatience=60\n" + EchoEncoding.PARAMETER,
            "way=snapin\nsnapin=Some.SnapIn\nserver=EX01\npatience=60\n" + EchoEncoding.PARAMETER);
  }

  @Test
  void the_user_who_runs_maven_needs_no_account() {
    source().ask(host("EX01", way(Optional.empty(), ENDPOINT)));

    assertThat(sent.get(0).secret()).isEmpty();
  }

  @Test
  void an_account_goes_to_the_endpoint_as_a_secret() {
    account("reader", "geheim");

    source().ask(host("EX01", way(Optional.of("reader"), ENDPOINT)));

    assertThat(sent.get(0).secret()).contains("geheim");
    assertThat(sent.get(0).parameters()).contains("user=CORP\\reader").doesNotContain("geheim");
  }

  @Test
  void a_snapin_has_no_use_for_a_password_and_gets_none() {
    account("reader", "geheim");

    source().ask(host("EDGE01", way(Optional.of("reader"), new PowerShellWay.Edge())));
    source().ask(host("EX01", way(Optional.of("reader"), new PowerShellWay.Snapin("Some.SnapIn"))));

    assertThat(sent)
        .hasSize(2)
        .allSatisfy(one -> assertThat(one.secret()).isEmpty())
        .allSatisfy(one -> assertThat(one.parameters()).doesNotContain("user="));
  }

  @Test
  void the_endpoint_is_told_the_name_that_is_for_it() {
    accounts.put(
        "reader",
        new LoginAccount(
            Optional.of("reader"),
            Optional.of("geheim"),
            Optional.empty(),
            Optional.empty(),
            Optional.of("CORP\\reader")));

    source().ask(host("EX01", way(Optional.of("reader"), ENDPOINT)));

    assertThat(sent.get(0).parameters()).contains("user=CORP\\reader\n");
  }

  @Test
  void an_account_without_password_is_not_tried() {
    HostAnswer asked = source().ask(host("EX01", way(Optional.of("reader"), ENDPOINT)));

    assertThat(((HostAnswer.Failed) asked).why())
        .isEqualTo("settings.xml has no <server> 'reader' with a username and a password");
    assertThat(sent).isEmpty();
  }

  @Test
  void a_refused_account_is_not_tried_again_in_the_run() {
    account("reader", "hunter2");
    answer =
        CannedAnswer.gaveUp(
            "opening the remoting endpoint of Exchange",
            "Connecting to remote server failed: The user name or password is incorrect.");

    HostAnswer first = source().ask(host("EX01", way(Optional.of("reader"), ENDPOINT)));
    HostAnswer second = source().ask(host("EX05", way(Optional.of("reader"), ENDPOINT)));

    assertThat(sent).hasSize(1);
    assertThat(((HostAnswer.Failed) first).fix()).startsWith("check the username and password");
    assertThat(((HostAnswer.Failed) second).why())
        .startsWith("the credentials 'reader' are not tried again:")
        .doesNotContain("hunter2");
  }

  @Test
  void a_line_break_cannot_smuggle_a_parameter_in() {
    account("reader", "geheim");
    accounts.put(
        "reader",
        new LoginAccount(
            Optional.of("x\nway=snapin"),
            Optional.of("geheim"),
            Optional.empty(),
            Optional.empty()));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> source().ask(host("EX01", way(Optional.of("reader"), ENDPOINT))));
  }

  private void account(String id, String password) {
    accounts.put(
        id,
        new LoginAccount(
            Optional.of("CORP\\reader"),
            Optional.of(password),
            Optional.empty(),
            Optional.empty()));
  }

  private LocalSource source() {
    Shell shell =
        (payload, deadlines) -> {
          sent.add(payload);
          return new CommandRun.Started(
              new AnswerFrame.Whole(answer), "", OptionalInt.of(0), OutputIntake.End.CLOSED);
        };
    return new LocalSource(
        shell,
        new LocalSource.Setting(
            id -> Optional.ofNullable(accounts.get(id)),
            gate,
            new ShellInterview(() -> "5eed", time -> {}),
            Clock.fixed(NOW, ZoneOffset.UTC)));
  }

  private static PowerShellWay way(Optional<String> credentials, PowerShellWay.Session session) {
    return new PowerShellWay(
        "org",
        new PowerShellWay.Local(credentials),
        Optional.of(session),
        Optional.empty(),
        Optional.empty(),
        PLACE);
  }

  private static HostConnection host(String name, PowerShellWay way) {
    return new HostConnection(name, name, new HostWay.Through(way), Optional.empty(), false, PLACE);
  }
}
