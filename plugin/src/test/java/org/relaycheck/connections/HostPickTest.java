package org.relaycheck.connections;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
import org.relaycheck.state.Place;
import org.relaycheck.yaml.PolicyException;

class HostPickTest {

  private static final Path FILE = Path.of("relay-connections.yaml");
  private static final List<HostConnection> HOSTS =
      List.of(host("EX02"), host("EX01"), host("SQL01"));

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
            relay-connections.yaml:1:1  relay.hosts names 'SQL1', which is no host of the connections and no group of the policy; did you mean 'SQL01'?
            relay-connections.yaml:1:1  relay.hosts names 'mail', which is no host of the connections and no group of the policy; expected one of EX01, EX02, SQL01""");
  }

  private static HostConnection host(String name) {
    Place place = new Place(FILE.toString(), 1, 1);
    HostWay way = new HostWay.Recorded(Path.of(name + ".xml"));
    return new HostConnection(name, name, way, Optional.empty(), false, place);
  }
}
