package org.relaycheck.mojo;

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
import org.relaycheck.live.Account;
import org.relaycheck.live.Admission;
import org.relaycheck.live.Asked;
import org.relaycheck.live.Connection;
import org.relaycheck.live.Stage;
import org.relaycheck.live.Way;
import org.relaycheck.state.Place;

/** What comes before any adapter: an account that must not be used. */
class SourcesTest {

  private static final String ENCRYPTED = "{bm90IGEgcmVhbCBvbmU=}";

  @Test
  void what_cannot_be_decrypted_is_sent_to_nobody_and_shown_to_nobody() {
    try (Sources sources =
        new Sources(
            new SettingsCredentials(settings(), r -> undecrypted()),
            new Admission(),
            Clock.systemUTC())) {
      Connection first = connection("SQL01");
      Connection second = connection("SQL02");

      Map<Connection, Asked> asked = sources.ask(List.of(first, second));

      assertThat(asked).containsOnlyKeys(first, second);
      assertThat(asked.get(second)).isEqualTo(asked.get(first));
      Asked.Failed failed = (Asked.Failed) asked.get(first);
      assertThat(failed.stage()).contains(Stage.CREDENTIALS);
      assertThat(failed.why())
          .isEqualTo(
              "the <server> 'sql-reader' of settings.xml could not be decrypted: no master"
                  + " password");
      assertThat(failed.fix()).contains("settings-security.xml");
      assertThat(failed.toString()).doesNotContain(ENCRYPTED);
    }
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

    Account account =
        new SettingsCredentials(settings, request -> result(server, List.of()))
            .of("sql-reader")
            .orElseThrow();

    assertThat(account.endpointUser()).contains("CORP\\reader");
    assertThat(account.user()).contains("relay_reader");
    assertThat(account.toString()).doesNotContain(ENCRYPTED);
  }

  private static Connection connection(String host) {
    Way way =
        new Way.SqlServer(
            "no-such-host.invalid",
            Optional.empty(),
            new Way.Login(Way.Auth.SQL, Optional.of("sql-reader")),
            Optional.empty());
    Place place = new Place("relay-connections.yaml", 1, 1);
    return new Connection(host, host, way, Optional.empty(), false, place);
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
