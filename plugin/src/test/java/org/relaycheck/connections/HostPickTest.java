package org.relaycheck.policy;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.relaycheck.live.Connection;
import org.relaycheck.live.Way;
import org.relaycheck.state.Place;

class HostPickTest {

  private static final Path FILE = Path.of("relay-connections.yaml");
  private static final List<Connection> HOSTS = List.of(host("EX02"), host("EX01"), host("SQL01"));

  @Test
  void no_name_and_names_without_case_are_fine() {
    for (List<String> names : List.of(List.<String>of(), List.of("sql01", "ex02"))) {
      HostPick pick = new HostPick(names, FILE);

      assertThatCode(() -> pick.check(HOSTS)).doesNotThrowAnyException();
    }
  }

  @Test
  void every_name_that_no_host_has_is_told_with_the_nearest_or_all() {
    HostPick pick = new HostPick(List.of("EX01", "SQL1", "mail"), FILE);

    assertThatThrownBy(() -> pick.check(HOSTS))
        .isInstanceOf(PolicyException.class)
        .hasMessage(
            """
            relay-connections.yaml:1:1  relay.hosts names 'SQL1', which is no host here; did you mean 'SQL01'?
            relay-connections.yaml:1:1  relay.hosts names 'mail', which is no host here; expected one of EX01, EX02, SQL01""");
  }

  private static Connection host(String name) {
    Place place = new Place(FILE.toString(), 1, 1);
    Way way = new Way.Recorded(Path.of(name + ".xml"));
    return new Connection(name, name, way, Optional.empty(), false, place);
  }
}
