package org.relaycheck.policy;

import static org.assertj.core.api.Assertions.assertThat;
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
  void without_names_it_is_all_of_them() throws PolicyException {
    assertThat(new HostPick(List.of(), FILE).of(HOSTS)).isEqualTo(HOSTS);
  }

  @Test
  void names_pick_without_case_in_the_order_of_the_file() throws PolicyException {
    assertThat(new HostPick(List.of("sql01", "ex02"), FILE).of(HOSTS))
        .extracting(Connection::host)
        .containsExactly("EX02", "SQL01");
  }

  @Test
  void every_name_that_no_host_has_is_told_with_the_nearest_or_all() {
    HostPick pick = new HostPick(List.of("EX01", "SQL1", "mail"), FILE);

    assertThatThrownBy(() -> pick.of(HOSTS))
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
