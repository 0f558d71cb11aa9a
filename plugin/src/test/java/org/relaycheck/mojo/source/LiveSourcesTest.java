package org.relaycheck.mojo.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsProblem;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;
import org.relaycheck.live.AskingStage;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
import org.relaycheck.live.LoginAccount;
import org.relaycheck.live.LoginGate;
import org.relaycheck.state.Place;

/** What comes before any adapter: an account that must not be used. */
class LiveSourcesTest {

  private static final String ENCRYPTED = "{bm90IGEgcmVhbCBvbmU=}";

  @Test
  void what_cannot_be_decrypted_is_sent_to_nobody_and_shown_to_nobody() {
    try (LiveSources sources =
        new LiveSources(
            new SettingsCredentials(settings(), r -> undecrypted()),
            new LoginGate(),
            Clock.systemUTC())) {
      HostConnection first = connection("SQL01");
      HostConnection second = connection("SQL02");

      Map<HostConnection, HostAnswer> asked = sources.ask(List.of(first, second));

      assertThat(asked).containsOnlyKeys(first, second);
      assertThat(asked.get(second)).isEqualTo(asked.get(first));
      HostAnswer.Failed failed = (HostAnswer.Failed) asked.get(first);
      assertThat(failed.stage()).contains(AskingStage.CREDENTIALS);
      assertThat(failed.why())
          .isEqualTo(
              "the <server> 'sql-reader' of settings.xml could not be decrypted: no master"
                  + " password");
      assertThat(failed.fix()).contains("settings-security.xml");
      assertThat(failed.toString()).doesNotContain(ENCRYPTED);
    }
  }

  @Test
  void a_variable_that_is_not_set_is_no_password() {
    Settings settings = settings();
    Server server = settings.getServer("sql-reader");
    server.setPassword("${env.RELAY_PASSWORD}");
    SettingsCredentials credentials =
        new SettingsCredentials(settings, request -> result(server, List.of()));
    try (LiveSources sources = new LiveSources(credentials, new LoginGate(), Clock.systemUTC())) {

      HostAnswer.Failed failed = (HostAnswer.Failed) sources.ask(connection("SQL01"));

      assertThat(failed.stage()).contains(AskingStage.CREDENTIALS);
      assertThat(failed.why())
          .isEqualTo(
              "the <server> 'sql-reader' of settings.xml takes something from the environment"
                  + " variable RELAY_PASSWORD, which is not set");
      assertThat(failed.fix()).contains("set RELAY_PASSWORD where the build runs");
    }
  }

  @Test
  void a_password_with_a_dollar_is_one() {
    Settings settings = settings();
    Server server = settings.getServer("sql-reader");
    server.setPassword("a${b}$env.c");

    assertThat(
            new SettingsCredentials(settings, request -> result(server, List.of()))
                .problem("sql-reader"))
        .isEmpty();
  }

  @Test
  void a_server_may_name_another_user_for_the_endpoint() {
    Server server = server();
    Xpp3Dom user = new Xpp3Dom("endpointUser");
    user.setValue("CORP\\reader");
    Xpp3Dom configuration = new Xpp3Dom("configuration");
    configuration.addChild(new Xpp3Dom("httpHeaders"));
    configuration.addChild(user);
    server.setConfiguration(configuration);
    Settings settings = new Settings();
    settings.addServer(server);

    LoginAccount account =
        new SettingsCredentials(settings, request -> result(server, List.of()))
            .of("sql-reader")
            .orElseThrow();

    assertThat(account.endpointUser()).contains("CORP\\reader");
    assertThat(account.user()).contains("relay_reader");
    assertThat(account.toString()).doesNotContain(ENCRYPTED);
  }

  private static HostConnection connection(String host) {
    HostWay way =
        new HostWay.SqlServer(
            "no-such-host.invalid",
            Optional.empty(),
            new HostWay.Login(HostWay.Auth.SQL, Optional.of("sql-reader")),
            Optional.empty());
    Place place = new Place("relay-connections.yaml", 1, 1);
    return new HostConnection(host, host, way, Optional.empty(), false, place);
  }

  private static Settings settings() {
    Settings settings = new Settings();
    settings.addServer(server());
    return settings;
  }

  private static Server server() {
    Server server = new Server();
    server.setId("sql-reader");
    server.setUsername("relay_reader");
    server.setPassword(ENCRYPTED);
    return server;
  }

  /** Maven 3 gives the encrypted text back, with a problem beside it. */
  private static SettingsDecryptionResult undecrypted() {
    return result(
        server(),
        List.of(
            new DefaultSettingsProblem(
                "no master password", SettingsProblem.Severity.ERROR, "settings", -1, -1, null)));
  }

  private static SettingsDecryptionResult result(Server server, List<SettingsProblem> problems) {
    return new SettingsDecryptionResult() {
      @Override
      public Server getServer() {
        return server;
      }

      @Override
      public List<Server> getServers() {
        return List.of(server);
      }

      @Override
      public Proxy getProxy() {
        return new Proxy();
      }

      @Override
      public List<Proxy> getProxies() {
        return List.of();
      }

      @Override
      public List<SettingsProblem> getProblems() {
        return problems;
      }
    };
  }
}
